"""A sheet as a grid of cells that know their address."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import Final, TypeAlias

from jdgap.problems import Place
from jdgap.text.cleaning import clean

Value: TypeAlias = str | int | float | bool | date | datetime | time | timedelta
"""What a cell may hold; "" is a blank cell."""

_ROWS_OF_A_FORM = 2_000
"""Up to here a sheet may be a form, whose texts several passes look at."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a sheet looks like beyond its values. Rows and columns are counted from 0.

    Attributes:
        hidden_rows: Rows that nobody sees, by hand or by a filter.
        hidden_columns: Columns that nobody sees.
        merged: For each cell that is covered by a merged one, the cell that holds the value, as
            row and column.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


PLAIN_LAYOUT: Final = Layout()
"""Nothing hidden, nothing merged; also where the kind of file does not tell."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook.

    Attributes:
        place: File and sheet title.
        rows: The cells from A1 on; rows may be of different lengths.
        hidden: Nobody sees the sheet in Excel.
        blank_reasons: What is really in a cell that reads as blank, by address: an error value
            such as `#REF!`, or a formula that was never calculated.
        layout: What is hidden in it, and what is merged.
    """

    place: Place
    rows: Sequence[Sequence[Value]]
    hidden: bool = False
    blank_reasons: dict[str, str] = field(default_factory=dict)
    layout: Layout = PLAIN_LAYOUT
    _texts: list[tuple[int, int, str]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )
    _lines: dict[int, list[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def value(self, row: int, column: int) -> Value:
        """Return the value of a cell (counted from 0), "" outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    def is_hidden(self, row: int, column: int) -> bool:
        """Return whether a cell (counted from 0) stands in a hidden row or column."""
        return row in self.layout.hidden_rows or column in self.layout.hidden_columns

    def text(self, row: int, column: int) -> str:
        """Return a cell as cleaned text; a whole number without its decimal point."""
        line: Sequence[str] | None = self._lines.get(row)
        if line is None:
            if len(self.rows) > _ROWS_OF_A_FORM:
                return as_text(self.value(row, column))
            line = self.line(row)
        return line[column] if 0 <= column < len(line) else ""

    def line(self, row: int) -> Sequence[str]:
        """Return the cells of a row (counted from 0) as cleaned texts, none outside the sheet."""
        line = self._lines.get(row)
        if line is None:
            values = self.rows[row] if 0 <= row < len(self.rows) else ()
            if len(self.rows) > _ROWS_OF_A_FORM:
                return list(map(as_text, values))
            line = self._lines[row] = list(map(_as_text_again, values))
        return line

    def place_of(self, row: int, column: int) -> Place:
        """Return the place of a cell (counted from 0)."""
        return Place(self.place.file, self.place.sheet, address(row, column))

    def texts(self) -> Iterable[tuple[int, int, str]]:
        """Return row, column and cleaned text of every cell that holds text, row by row."""
        if len(self.rows) > _ROWS_OF_A_FORM:
            return self._found_texts()
        if not self._texts:
            self._texts.extend(self._found_texts())
        return self._texts

    def _found_texts(self) -> Iterator[tuple[int, int, str]]:
        for row, values in enumerate(self.rows):
            for column, (value, text) in enumerate(zip(values, self.line(row), strict=False)):
                if text and isinstance(value, str):
                    yield row, column, text


def texts_of_row(sheet: Sheet, row: int) -> dict[int, str]:
    """Return the cleaned texts in a row (counted from 0) by column; numbers are none.

    A row that was dropped because it has been read holds none.
    """
    if not 0 <= row < len(sheet.rows):
        return {}
    return {
        column: text
        for column, (value, text) in enumerate(zip(sheet.rows[row], sheet.line(row), strict=False))
        if text and isinstance(value, str)
    }


def as_text(value: Value) -> str:
    """Return a value as cleaned text; a whole number without its decimal point."""
    if isinstance(value, str):
        return clean(value) if value else value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


_as_text_again: Final = lru_cache(maxsize=8192, typed=True)(as_text)
"""The same for the cells of forms: most of their texts stand in the next form, too."""


def address(row: int, column: int) -> str:
    """Return the address of a cell counted from 0: `address(11, 3)` is `D12`."""
    return f"{letters_of(column)}{row + 1}"


@cache
def letters_of(column: int) -> str:
    """Return the letters of a column counted from 0: `letters_of(3)` is `D`."""
    letters = ""
    rest = column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
