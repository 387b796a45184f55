"""A sheet of the positions workbook as rows whose cells are found by their headings."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from jdgap.assessments.opening.blanks import UNCALCULATED
from jdgap.assessments.opening.grid import Sheet, Value, address, as_text
from jdgap.assessments.positions_book.layout import BookSheet
from jdgap.problems import Place, Problem
from jdgap.text.language import mark as _
from jdgap.text.names import name_key

_ROWS_SEARCHED: Final = 60
_NEVER_CALCULATED: Final = _("a formula that was never calculated")
_WHITE: Final = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What the models take off the ends of a text."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headings.

    Attributes:
        table: Whose row it is.
        number: Counted from 0.
    """

    table: "Table"
    number: int

    def value(self, key: str) -> Value:
        """Return what stands in a column; text as it is, without white space at its ends."""
        column = self.table.columns.get(key)
        return "" if column is None else self.at(column)

    def at(self, column: int) -> Value:
        """Return what stands in a column counted from 0."""
        value = self.table.sheet.value(self.number, column)
        if isinstance(value, float) and value.is_integer():
            return int(value)
        return value.strip(_WHITE) if isinstance(value, str) else value

    def text(self, key: str) -> str:
        """Return what stands in a column as text, a number as its digits."""
        value = self.value(key)
        return value if isinstance(value, str) else as_text(value)

    def place(self, key: str) -> Place:
        """Return the place of a cell; of the row's first cell where there is no such column."""
        return self.table.sheet.place_of(self.number, self.table.columns.get(key, 0))


@dataclass(slots=True)
class Table:
    """A sheet whose headings were found.

    Attributes:
        kind: Which sheet it is.
        sheet: Its cells.
        head: The row of the headings, counted from 0.
        columns: Where each column stands, by its key.
        others: Columns under other headings, by their heading.
    """

    kind: BookSheet
    sheet: Sheet
    head: int
    columns: dict[str, int] = field(default_factory=dict)
    others: dict[int, str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """How many columns there are up to the last heading."""
        return max((*self.columns.values(), *self.others), default=-1) + 1

    def rows(self) -> Iterator[Row]:
        """Yield the rows that say something, not counting what is only shown."""
        shown = {each.key for each in self.kind.columns if each.only_shown}
        used = [column for key, column in self.columns.items() if key not in shown]
        used += self.others
        for number in range(self.head + 1, len(self.sheet.rows)):
            row = Row(self, number)
            if any(row.at(column) != "" for column in used) or any(
                address(number, column) in self.sheet.blank_reasons for column in used
            ):
                yield row

    def unread_columns(self) -> Iterator[Problem]:
        """Yield a problem for each column that holds something under an unknown heading."""
        for column, heading in self.others.items():
            below = range(self.head + 1, len(self.sheet.rows))
            if any(self.sheet.value(number, column) != "" for number in below):
                place = self.sheet.place_of(self.head, column)
                yield Problem("unread-column", place, "", {"name": heading})

    def spoilt_cells(self) -> Iterator[Problem]:
        """Yield a problem for each cell below the headings that holds an error value."""
        used = {*self.columns.values(), *self.others}
        for number in range(self.head + 1, len(self.sheet.rows)):
            for column in sorted(used):
                found = self.sheet.blank_reasons.get(address(number, column))
                if found:
                    value, reason = (
                        ("", _NEVER_CALCULATED) if found == UNCALCULATED else (found,) * 2
                    )
                    place = self.sheet.place_of(number, column)
                    yield Problem("spoilt-cell", place, value, {"reason": reason})

    def next_row(self) -> Row:
        """Return the row below the last one that says something."""
        last = max((row.number for row in self.rows()), default=self.head)
        return Row(self, last + 1)


def table_of(sheet: Sheet, kind: BookSheet, problems: list[Problem]) -> Table:
    """Return the table on a sheet; what its headings lack goes to `problems`."""
    rows = range(min(len(sheet.rows), _ROWS_SEARCHED))
    head = max(rows, key=lambda row: (len(_columns(sheet, row, kind)), -row), default=0)
    found = _columns(sheet, head, kind) if rows else {}
    table = Table(kind, sheet, head)
    for key, places in found.items():
        table.columns[key] = places[0]
        for other in places[1:]:
            place, first = sheet.place_of(head, other), sheet.place_of(head, places[0])
            facts = {"other": first.cell}
            problems.append(Problem("duplicate-header", place, sheet.text(head, other), facts))
    known = {column for places in found.values() for column in places}
    width = len(sheet.rows[head]) if rows else 0
    table.others = {
        column: text
        for column in range(width)
        if column not in known and (text := sheet.text(head, column))
    }
    for column in kind.columns:
        if column.key not in found and not column.only_shown:
            place = sheet.place_of(head, 0)
            problems.append(Problem("missing-heading", place, "", {"name": column.heading.text}))
    return table


def _columns(sheet: Sheet, row: int, kind: BookSheet) -> dict[str, list[int]]:
    wanted = {key: each.key for each in reversed(kind.columns) for key in each.heading.keys()}  # noqa: SIM118
    found: dict[str, list[int]] = {}
    for column in range(len(sheet.rows[row])):
        text = sheet.text(row, column)
        # An id of a competency may look like a heading; ids have no capitals.
        key = wanted.get(name_key(text)) if text and not _heads_a_competency(text, kind) else None
        if key is not None:
            found.setdefault(key, []).append(column)
    return found


def _heads_a_competency(text: str, kind: BookSheet) -> bool:
    return kind.key == "required" and text.isascii() and text == text.lower() and " " not in text
