"""The header of a wide table: competencies side by side, with raters above or below them."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from jdgap.assessments.cells.labels import column_of, is_hint
from jdgap.assessments.cells.raters import NAMED, UNNAMED, Whose, together, whose
from jdgap.assessments.opening.grid import Sheet, as_text, texts_of_row
from jdgap.assessments.people.column_headings import HeadingReader, Holds, Meaning
from jdgap.assessments.people.headed_columns import HeadedColumn, numbers_columns

_ROWS_ABOVE: Final = 2
"""How many rows above the competencies may name raters: one of groups may stand between."""
_OF_COMPETENCIES: Final = frozenset({Holds.RATED, Holds.NO_COMPETENCY, Holds.UNKNOWN})
_BEYOND: Final = {Whose.SUPERVISOR: Whose.UNCLEAR, Whose.NOT_A_LEVEL: Whose.NOBODY}
"""Whose level it is right of a merged text, which says nothing of it."""


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
        over, said = self._said_above(found)
        said = together(meaning.whose, said)
        if said is Whose.NOT_A_LEVEL:
            return found.holding(Holds.NOTHING_NEEDED)
        text = f"{over} › {found.text}" if said is Whose.UNCLEAR and over else found.text
        meaning = Meaning(meaning.holds, said, meaning.competency, meaning.name)
        return HeadedColumn(found.column, found.row, text, meaning)

    def _said_above(self, found: HeadedColumn) -> tuple[str, Whose]:
        """Return the words in the rows above a column, and whose level they say it is.

        Words such as `รวม` may be over this column only by chance. They are believed where they are
        merged over it, or all competencies below them have another column, too; else nobody knows.
        """
        column = found.column
        naming = (each for each in self._above if each.names_raters)
        spans = next((each for each in naming if each.whose(column) is not Whose.NOBODY), None)
        if spans is None:
            return "", Whose.NOBODY
        said = spans.whose(column)
        if said is Whose.NOT_A_LEVEL and not spans.is_merged_over(column):
            certain = column in spans.texts
            if found.meaning.holds is Holds.RATED:
                certain = self._rated_below(spans, column) <= self._rated_elsewhere
            said = said if certain else Whose.UNCLEAR
        return spans.text_over(column), said

    def _rated_below(self, spans: "_Spans", column: int) -> set[str]:
        """Return the competencies below the text that is over a column."""
        over = spans.over(column)
        return {
            each.competency
            for rated, each in self._meanings.items()
            if each.holds is Holds.RATED and spans.over(rated) == over
        }

    @cached_property
    def _rated_elsewhere(self) -> frozenset[str]:
        """The competencies with a column of which no row above says that it holds no levels."""
        return frozenset(
            each.competency
            for column, each in self._meanings.items()
            if each.holds is Holds.RATED
            and not any(above.whose(column) is Whose.NOT_A_LEVEL for above in self._above)
        )

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
        if any(map(self.reader.names_competency, texts.values())):
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
        self._sheet = sheet
        self._merged = sheet.layout.merged
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
        over = self.over(column)
        if over is None:
            return Whose.NOBODY
        said = self._said[over]
        if said is Whose.EXPLAINED:  # one of several raters, and not known: `กรรมการ`
            return Whose.UNCLEAR if NAMED.intersection(self._said.values()) else Whose.NOBODY
        if self._ends_before(column, over):
            return _BEYOND.get(said, said)
        return said

    def text_over(self, column: int) -> str:
        """Return the text that says it, "" where there is none."""
        over = self.over(column)
        return "" if over is None else self.texts[over]

    def over(self, column: int) -> int | None:
        """Return the column of the text that may be over a column."""
        return max((left for left in self._said if left <= column), default=None)

    def is_merged_over(self, column: int) -> bool:
        """Return whether a merged text of the row is over a column, not its first one alone."""
        holder = self._merged.get((self.row, column), (self.row, column))
        return holder[0] == self.row and self._merged.get((self.row, holder[1] + 1)) == holder

    def _ends_before(self, column: int, over: int) -> bool:
        """Return whether the text in column `over` is merged, and not over `column`."""
        covers = self._merged.get((self.row, column)) == (self.row, over)
        return column != over and self.is_merged_over(over) and not covers

    def _is_label(self, column: int) -> bool:
        """Return whether a text is a label with its value beside it: `ผู้บังคับบัญชา | นาย ก`."""
        beside = self._sheet.value(self.row, column + 1)
        if isinstance(beside, str):
            return beside.strip() != "" and whose(as_text(beside)) is Whose.EXPLAINED
        return True  # `วันที่ประเมิน | 3/4/2569`
