"""Levels in a table of many people that no heading claims: nobody's level is lost silently."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from jdgap.assessments.cells.labels import column_of, field_of, use_of, without_brackets
from jdgap.assessments.cells.levels import LevelFault, read_level
from jdgap.assessments.opening.grid import Sheet, Value, as_text
from jdgap.assessments.people.column_headings import LEVELS, HeadingReader, Holds, heads_table
from jdgap.assessments.people.headed_columns import HeadedColumn, Sample
from jdgap.assessments.people.people_table import PeopleTable
from jdgap.assessments.people.table_rows import headings_in
from jdgap.problems import Problem
from jdgap.text.cleaning import shortened
from jdgap.text.names import name_key

_ENOUGH_LEVELS: Final = 2
"""So many levels under a heading that is not known are somebody's answers."""
_MOST_VALUES: Final = 200
_MOST_LOOKED_AT: Final = 5_000_000
"""After so many cells, a second's work, only the first rows of a column are looked at."""
_LEVELS_FOR_A_NUMBER: Final = 2
"""So many levels stand for each number that is none, if a column is one of levels."""
_NUMBERS: Final = frozenset({"level-out-of-range", "level-not-whole"})
_ZEROS: Final = frozenset({"0", "๐"})
_REMARKS: Final = frozenset(
    name_key(word)
    for word in (
        *("หมายเหตุ", "หลักฐาน", "ข้อคิดเห็น", "ความคิดเห็น", "ความคิดเห็นเพิ่มเติม", "ข้อเสนอแนะ"),
        *("ข้อเสนอแนะเพิ่มเติม", "เหตุผล", "คำอธิบาย", "remark", "remarks", "comment", "comments"),
        *("evidence", "reason", "note", "notes", "feedback"),
    )
)


class LostLevels:
    """Finds columns of levels that would be lost below one header.

    Args:
        sheet: The sheet, before the rows of the table are dropped.
        table: The table.
        reader: Reads headings.
    """

    def __init__(self, sheet: Sheet, table: PeopleTable, reader: HeadingReader) -> None:
        self._sheet, self._table, self._reader = sheet, table, reader
        self._scale = reader.names.book.levels
        self._sample = Sample(sheet, table.first_row, self._scale)
        self._found: dict[int, list[Value]] = {}
        self._looked_at = 0

    def in_column(self, column: int) -> bool:
        """Return whether a column holds levels, with a fault or a word among them perhaps.

        Numbers from 0 on count something, and so do those of which many are off the scale.
        """
        values = self.values(column)
        said = [read_level(value, self._scale) for value in values]
        levels = sum(isinstance(each, int) for each in said)
        faults = [each for each in said if isinstance(each, LevelFault)]
        numbers = [each.value for each in faults if each.code in _NUMBERS]
        if not _ZEROS.isdisjoint(numbers) or len(numbers) * _LEVELS_FOR_A_NUMBER > levels:
            return False
        enough = len(values) >= _ENOUGH_LEVELS or len(values) == len(self._sample.rows)
        return levels > 0 and enough and len(faults) <= levels

    def any_in(self, column: int) -> bool:
        """Return whether a column holds a level, whatever else stands there."""
        return any(map(self._is_level, self.values(column)))

    def values(self, column: int) -> Sequence[Value]:
        """Return what stands first in a column, however far below the header, up to a heading."""
        found = self._found.get(column)
        if found is None:
            found = self._found[column] = list(islice(self._values(column), _MOST_VALUES))
            sparse = len(found) < _MOST_VALUES
            self._looked_at += len(self._sheet.rows) if sparse else _MOST_VALUES
        return found

    def _values(self, column: int) -> Iterator[Value]:
        first = self._table.first_row
        last = first + _MOST_VALUES if self._looked_at > _MOST_LOOKED_AT else None
        for number, row in enumerate(islice(self._sheet.rows, first, last), start=first):
            if len(row) <= column or row[column] == "":
                continue
            value = row[column]
            if isinstance(value, str):
                text = as_text(value)
                if text and self._is_heading(text, number):
                    return
                if not text or self._reader.names_competency(text):
                    continue
            yield value

    def _is_heading(self, text: str, row: int) -> bool:
        """Return whether a text heads something else; the name of a competency may have strayed."""
        if (field_of(text) or column_of(text) or use_of(text)) is not None:
            return True
        if not self._reader.names_competency(text):
            return False
        columns = range(len(self._sheet.rows[row]))
        return heads_table(headings_in(self._sheet, self._reader, row, columns))

    def unheaded(self) -> list[Problem]:
        """Return a problem for each column of levels that has no heading, next to one that has.

        The heading to its left may be merged over it, and that of the rater missing.
        """
        headed = {each.column: each for each in self._table.columns}
        last = max(headed)
        width = max(map(len, self._sample.rows), default=0)
        problems: list[Problem] = []
        left: HeadedColumn | None = None
        beside = False
        for column in range(min(headed), width):
            if column in headed:
                left = headed[column]
                beside = left.meaning.holds in LEVELS
                continue
            right = next((headed[each] for each in range(column, last + 1) if each in headed), None)
            near = beside or (right is not None and right.meaning.holds in LEVELS)
            beside = near and self.in_column(column)
            if beside and left is not None:
                place = self._sheet.place_of(self._table.first_row - 1, column)
                facts = {"name": left.text}
                problems.append(Problem("unknown-heading", place, shortened(left.text), facts))
        return problems

    def misplaced(self, asked: Iterable[HeadedColumn]) -> list[Problem]:
        """Return a problem for each column of remarks with levels instead of, or beside, others.

        Args:
            asked: Columns for levels. The remarks go with the nearest one on their left.
        """
        columns = {each.column for each in asked}
        problems: list[Problem] = []
        for each in self._table.of(Holds.NOTHING_NEEDED):
            nearest = max((column for column in columns if column < each.column), default=None)
            if nearest is None or not _is_remark(each.text) or not self.in_column(each.column):
                continue
            beside, remarks = self.values(nearest), self.values(each.column)
            code = "unknown-heading" if beside else "misplaced-levels"
            if not beside or (len(remarks) >= len(beside) and all(map(self._is_level, remarks))):
                place, facts = each.place(self._sheet), {"name": each.text}
                problems.append(Problem(code, place, shortened(each.text), facts))
        return problems

    def _is_level(self, value: Value) -> bool:
        return isinstance(read_level(value, self._scale), int)


def _is_remark(heading: str) -> bool:
    return name_key(without_brackets(heading)) in _REMARKS
