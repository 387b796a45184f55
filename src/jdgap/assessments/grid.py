"""A sheet as a grid of cells that know their address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from jdgap.problems import Place
from jdgap.text.cleaning import clean

Value: TypeAlias = str | int | float | bool | date | datetime | time | timedelta
"""What a cell may hold; "" is a blank cell."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook.

    Attributes:
        place: File and sheet title.
        rows: The cells from A1 on; rows may be of different lengths.
        hidden: Nobody sees the sheet in Excel.
        blank_reasons: What is really in a cell that reads as blank, by address: an error value
            such as `#REF!`, or a formula that was never calculated.
    """

    place: Place
    rows: Sequence[Sequence[Value]]
    hidden: bool = False
    blank_reasons: dict[str, str] = field(default_factory=dict)

    def value(self, row: int, column: int) -> Value:
        """Return the value of a cell (counted from 0), "" outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    def text(self, row: int, column: int) -> str:
        """Return a cell as cleaned text; a whole number without its decimal point."""
        return as_text(self.value(row, column))

    def place_of(self, row: int, column: int) -> Place:
        """Return the place of a cell (counted from 0)."""
        return Place(self.place.file, self.place.sheet, address(row, column))

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """Yield row, column and cleaned text of every cell that holds text, row by row."""
        for row, values in enumerate(self.rows):
            for column, value in enumerate(values):
                if isinstance(value, str) and value:
                    cleaned = clean(value)
                    if cleaned:
                        yield row, column, cleaned


def as_text(value: Value) -> str:
    """Return a value as cleaned text; a whole number without its decimal point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(value) if isinstance(value, str) else str(value)


def address(row: int, column: int) -> str:
    """Return the address of a cell counted from 0: `address(11, 3)` is `D12`."""
    letters = ""
    rest = column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
