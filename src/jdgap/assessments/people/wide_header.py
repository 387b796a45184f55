"""The header of a wide table: competencies side by side, with raters above or below them."""

from collections.abc import Iterator, Mapping
from typing import Final

from jdgap.assessments.cells.labels import column_of, is_hint
from jdgap.assessments.cells.raters import NAMED, UNNAMED, Whose, together, whose
from jdgap.assessments.opening.grid import Sheet, texts_of_row
from jdgap.assessments.people.column_headings import HeadingReader, Holds, Meaning
from jdgap.assessments.people.headed_columns import HeadedColumn, numbers_columns

_ROWS_ABOVE: Final = 2
"""How many rows above the competencies may name raters: one of groups may stand between."""
_OF_COMPETENCIES: Final = frozenset({Holds.RATED, Holds.NO_COMPETENCY, Holds.UNKNOWN})


class WideHeader:
    """The header whose competencies stand in one row.

    Args:
        sheet: The sheet.
        reader: Reads headings.
        row: The row of the competencies.
        meanings: What the texts in it say, by column.
    """

    def __init__(
        self, sheet: Sheet, reader: HeadingReader, row: int, meanings: Mapping[int, Meaning]
    ) -> None:
        self.sheet = sheet
        self.reader = reader
        self.row = row
        self._meanings = meanings
        self._first = min(c for c, each in meanings.items() if each.holds is Holds.RATED)
        above = (_Spans(sheet, row - up, self._first) for up in range(1, _ROWS_ABOVE + 1))
        self._above = [spans for spans in above if spans.texts]
        self._below = texts_of_row(sheet, row + 1) if self._names_raters(row + 1) else {}

    @property
    def top(self) -> int:
        """The topmost row of the header: one that names raters, or the one of competencies."""
        return min([self.row, *(each.row for each in self._above if each.names_raters)])

    @property
    def first_row(self) -> int:
        """The first row below the header."""
        row = self.row + (2 if self._below else 1)
        return row + numbers_columns(self.sheet, row, self._meanings)

    def columns(self) -> Iterator[HeadedColumn]:
        """Yield the columns that have a heading, from left to right."""
        width = max(len(self.sheet.rows[self.row]), max(self._below, default=-1) + 1)
        for column in range(width):
            found = self._column(column)
            if found is not None:
                yield found

    def _column(self, column: int) -> HeadedColumn | None:
        if column in self._below:
            return self._with_rater_below(column)
        if column in self._meanings:
            text = self.sheet.text(self.row, column)
            return self._under_rater(HeadedColumn(column, self.row, text, self._meanings[column]))
        return self._from_above(column)

    def _with_rater_below(self, column: int) -> HeadedColumn:
        """Return a column whose rater stands below the competency, which may be merged."""
        text = self._below[column]
        over = max((left for left in self._meanings if left <= column), default=-1)
        main = self._meanings.get(over)
        if main is None or main.holds not in _OF_COMPETENCIES:
            return HeadedColumn(column, self.row + 1, text, self.reader.meaning(text))
        said = together(main.whose, whose(text))
        if said is Whose.NOT_A_LEVEL:
            return HeadedColumn(column, self.row + 1, text, Meaning(Holds.NOTHING_NEEDED))
        meaning = Meaning(main.holds, said, main.competency, main.name)
        if main.holds is Holds.RATED:
            return HeadedColumn(column, self.row + 1, text, meaning)
        return HeadedColumn(column, self.row, self.sheet.text(self.row, over), meaning)

    def _under_rater(self, found: HeadedColumn) -> HeadedColumn:
        """Return a column with the rater above it, unless its own heading names one."""
        meaning = found.meaning
        if meaning.holds not in _OF_COMPETENCIES or meaning.whose not in UNNAMED:
            return found
        above = next((each for each in self._above if each.names_raters), None)
        said = above.whose(found.column) if above else Whose.NOBODY
        said = together(meaning.whose, said)
        if said is Whose.NOT_A_LEVEL:
            return found.holding(Holds.NOTHING_NEEDED)
        meaning = Meaning(meaning.holds, said, meaning.competency, meaning.name)
        return HeadedColumn(found.column, found.row, found.text, meaning)

    def _from_above(self, column: int) -> HeadedColumn | None:
        """Return a column whose heading is merged over both rows, such as `รหัสพนักงาน`."""
        for spans in self._above:
            text = spans.texts.get(column)
            if text is not None and column < self._first:
                meaning = self.reader.meaning(text)
                if meaning.holds not in _OF_COMPETENCIES | {Holds.LEVEL}:
                    return HeadedColumn(column, spans.row, text, meaning)
        return None

    def _names_raters(self, row: int) -> bool:
        """Return whether the row below the competencies names raters, and holds no answers."""
        texts = {
            left: text
            for left, text in texts_of_row(self.sheet, row).items()
            if left >= self._first
        }
        if not any(whose(text) in NAMED for text in texts.values()):
            return False
        filled = sum(value != "" for value in self.sheet.rows[row][self._first :])
        known = (column_of(text) is not None or is_hint(text) for text in texts.values())
        return filled == len(texts) and all(known)


class _Spans:
    """The texts in a row above the competencies, each of which spans the columns up to the next.

    Args:
        sheet: The sheet.
        row: The row.
        first: The column of the first competency.
    """

    def __init__(self, sheet: Sheet, row: int, first: int) -> None:
        self.row = row
        self.texts = texts_of_row(sheet, row)
        self._said = {
            column: whose(text)
            for column, text in self.texts.items()
            if column >= first and not self._is_label(column)
        }

    @property
    def names_raters(self) -> bool:
        """It says of some columns whose levels stand there."""
        return any(each in NAMED or each is Whose.NOT_A_LEVEL for each in self._said.values())

    def whose(self, column: int) -> Whose:
        """Return whose level the row says stands in a column."""
        over = max((left for left in self._said if left <= column), default=None)
        said = Whose.NOBODY if over is None else self._said[over]
        if said is Whose.EXPLAINED:  # one of several raters, and not known: `กรรมการ`
            return Whose.UNCLEAR if NAMED.intersection(self._said.values()) else Whose.NOBODY
        return said

    def _is_label(self, column: int) -> bool:
        """Return whether a text is a label with its value beside it: `ผู้บังคับบัญชา | นาย ก`."""
        beside = self.texts.get(column + 1)
        return beside is not None and whose(beside) is Whose.EXPLAINED
