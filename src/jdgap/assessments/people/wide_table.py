"""A wide table into assessments: a row for each person, a column for each competency.

A survey has 100,000 rows. So a row that is all right costs a dictionary lookup for each cell and
no objects but its own; only a row in which something is wrong is looked at cell by cell.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Final

from jdgap.assessments.cells.cell_levels import LevelCells
from jdgap.assessments.cells.labels import ends_table
from jdgap.assessments.cells.levels import LevelFault, read_level
from jdgap.assessments.model import Assessment, NoLevel
from jdgap.assessments.opening.grid import Sheet, Value
from jdgap.assessments.people.column_headings import (
    WHO,
    HeadingReader,
    Holds,
    heads_long,
    heads_table,
)
from jdgap.assessments.people.people_table import PeopleTable
from jdgap.assessments.people.person_columns import PersonColumns, Who
from jdgap.assessments.people.rated_columns import rated_columns
from jdgap.assessments.people.row_ratings import NO_COLUMN, RowRatings, code_of, said_of
from jdgap.assessments.people.table_rows import (
    droppable_rows,
    first_text,
    headings_in,
    is_note,
    is_sum,
    row_below,
    row_of,
)
from jdgap.assessments.people.unseen_cells import UnseenCells

_BLANK: Final = code_of(NoLevel.BLANK)
_UNUSABLE: Final = code_of(NoLevel.UNUSABLE)
_DOUBTFUL: Final = frozenset({_BLANK, _UNUSABLE})
"""Codes of cells that are read again where something is wrong in a row."""
_HIGHEST_LEVEL: Final = 100
_FEWEST_COMPETENCIES: Final = 2
_MOST_REMEMBERED: Final = 10_000
_LONGEST_REMEMBERED: Final = 100


class _Codes(dict[Value, int]):
    """What each value says as a level, in one byte; a value is read when it is first met."""

    def __init__(self, scale: tuple[int, ...]) -> None:
        super().__init__({"": _BLANK})
        self._scale = scale

    def __missing__(self, value: Value) -> int:
        said = read_level(value, self._scale)
        code = _UNUSABLE if isinstance(said, LevelFault) else code_of(said)
        short = not isinstance(value, str) or len(value) <= _LONGEST_REMEMBERED
        if short and not isinstance(value, bool) and len(self) < _MOST_REMEMBERED:
            self[value] = code
        return code


class WideReader:
    """Reads the rows of one wide table.

    Args:
        sheet: The sheet; its rows are dropped as they are read.
        table: The table.
        reader: Reads headings.
        people: Reads whose row it is.
        unseen: Takes note of levels in cells that nobody sees.

    Attributes:
        assessments: What was read so far.
        problems: What is wrong with it.
    """

    def __init__(
        self,
        sheet: Sheet,
        table: PeopleTable,
        reader: HeadingReader,
        people: PersonColumns,
        unseen: UnseenCells,
    ) -> None:
        rated = rated_columns(sheet, table, reader)
        self.assessments: list[Assessment] = []
        self.problems = rated.problems
        self._sheet, self._table, self._reader, self._people = sheet, table, reader, people
        self._rated, self._spoilt = rated.columns, rated.spoilt
        self._columns = (*rated.columns.self_columns, *rated.columns.supervisor_columns)
        book = reader.names.book
        self._competencies = [book.competency_by_id[each] for each in rated.columns.competencies]
        self._required = {each.id: each.required.keys() for each in book.positions}
        self._unseen = unseen
        self._cells = LevelCells(sheet, book.levels)
        self._nothing = bytes([_BLANK]) * len(self._columns)
        asked = len({column for column in self._columns if column != NO_COLUMN})
        self._fewest_named = min(_FEWEST_COMPETENCIES, asked)
        self._apart = False

    def read(self, start: int) -> int | None:
        """Read the rows from `start` on; return the one where a header stands again, if any."""
        before = len(self.assessments)
        following = self._read_rows(start)
        if self._unseen.hides:
            for each in self.assessments[before:]:
                self._note_unseen(each)
        return following

    def _read_rows(self, start: int) -> int | None:
        rows, droppable = self._sheet.rows, droppable_rows(self._sheet)
        doubtful = {row_of(cell) for cell in self._sheet.blank_reasons} | self._unseen.covered_rows
        coded, who_of, assessment = self._coder(), self._people.who, self._people.assessment
        one, zero = 1 in self._cells.scale, 0 in self._cells.scale
        rated, problems, add = self._rated, self.problems, self.assessments.append
        for number in range(start, len(rows)):
            row = rows[number]
            codes, who = coded(row), who_of(row)
            suspect = (
                _UNUSABLE in codes
                or number in doubtful
                or self._spoilt
                # A dictionary takes True for 1.
                or (((one and 1 in codes) or (zero and 0 in codes)) and bool in map(type, row))
            )
            if suspect or "" in who or codes == self._nothing:
                if min(codes, default=_BLANK) > _HIGHEST_LEVEL and self._is_header(number):
                    return number
                if self._is_nobodys(number, row, who, codes):
                    continue
                codes = self._carefully(number, row, codes) if suspect else codes
            self._apart = self._apart and codes == self._nothing
            add(assessment(number, row, who, RowRatings(rated, number, codes), problems))
            if droppable is not None:
                droppable[number] = ()
        return None

    def _coder(self) -> Callable[[Sequence[Value]], bytes]:
        """Return what makes a row's codes; what is hidden or spoilt in it is blank."""
        columns = [
            NO_COLUMN if place in self._spoilt else column
            for place, column in enumerate(self._columns)
        ]
        while columns and columns[-1] == NO_COLUMN:  # nobody's supervisor is asked, mostly
            columns.pop()
        tail = self._nothing[len(columns) :]
        if not columns:
            return lambda _row: tail
        width = max(columns) + 1
        # One column more gives a tuple also where there is only one, and a blank for `NO_COLUMN`.
        cells, levels = itemgetter(*columns, NO_COLUMN), _Codes(self._cells.scale).__getitem__

        def coded(row: Sequence[Value]) -> bytes:
            padding = ("",) * max(1, width - len(row) + 1)
            return bytes(map(levels, cells((*row, *padding))))[:-1] + tail

        return coded

    def _carefully(self, number: int, row: Sequence[Value], codes: bytes) -> bytes:
        """Return a row's codes with the doubtful cells read again; their problems are added."""
        certain = bytearray(codes)
        for place, (code, column) in enumerate(zip(codes, self._columns, strict=True)):
            if place in self._spoilt:
                certain[place] = _UNUSABLE
            elif column != NO_COLUMN and column < len(row):
                value = row[column]
                if code in _DOUBTFUL or isinstance(value, bool):
                    at = number, column
                    said = self._cells.level(value, at, self.problems)
                    competency = self._competencies[place % len(self._competencies)]
                    said = self._unseen.of_its_own(said, at, competency, self.problems)
                    certain[place] = code_of(said)
        return bytes(certain)

    def _note_unseen(self, assessment: Assessment) -> None:
        """Take note of a row's levels.

        A blank counts where neither rater gave a level that the position asks for.
        """
        ratings = assessment.ratings
        if not isinstance(ratings, RowRatings):
            return
        half = len(self._competencies)
        required = self._required.get(assessment.position_id or "")
        for place, (code, column) in enumerate(zip(ratings.codes, self._columns, strict=True)):
            competency = self._competencies[place % half]
            both = ratings.codes[place % half], ratings.codes[place % half + half]
            missing = both == (_BLANK, _BLANK) and (required is None or competency.id in required)
            if column != NO_COLUMN and (code != _BLANK or missing):
                self._unseen.add(said_of(code), (ratings.row, column), competency)

    def _is_header(self, number: int) -> bool:
        """Return whether a row names competencies again, perhaps in other columns."""
        columns = {column for column in self._columns if column != NO_COLUMN}
        named = headings_in(self._sheet, self._reader, number, columns)
        if named.count(Holds.RATED) >= self._fewest_named:
            return True
        row = range(len(self._sheet.rows[number]))
        whole = headings_in(self._sheet, self._reader, number, row)
        if WHO.isdisjoint(whole) or not heads_table(whole):
            return False
        # One competency heads no table where more of this one stands below it.
        return heads_long(whole) or whole.count(Holds.RATED) > 1 or not self._goes_on(number)

    def _goes_on(self, number: int) -> bool:
        """Return whether the row below has levels under several competencies of this table."""
        row = row_below(self._sheet, number)
        values = [row[column] for column in self._columns if 0 <= column < len(row)]
        return sum(isinstance(read_level(each, self._cells.scale), int) for each in values) > 1

    def _is_nobodys(self, number: int, row: Sequence[Value], who: Who, codes: bytes) -> bool:
        """Return whether a row is no person's: a sum, a note, a blank."""
        employee_id, name, _position = who
        if is_sum(row):
            return True
        spoilt = self._says_something_spoilt(row)
        if codes == self._nothing and not spoilt:
            self._apart = self._apart or not any(value != "" for value in row)
            apart = self._apart and self._people.has_positions
            return is_note(row, who, apart=apart, several=self._people.has_several)
        level = spoilt or min(codes) <= _HIGHEST_LEVEL
        if employee_id or name or level or not self._table.tells_who:
            return False
        # Answers of nobody, and none of them a level: hints under the header, signatures.
        beside = self._apart or number == self._table.first_row or ends_table(first_text(row))
        return beside or bool(headings_in(self._sheet, self._reader, number, self._columns))

    def _says_something_spoilt(self, row: Sequence[Value]) -> bool:
        columns = (self._columns[place] for place in self._spoilt)
        return any(column < len(row) and row[column] != "" for column in columns)
