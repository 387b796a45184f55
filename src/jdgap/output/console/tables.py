"""The light tables of the screens: numbers in columns of a fixed width, long text last."""

from collections.abc import Iterable
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table

from jdgap.output.console.screen import has_limit, is_plain, symbols_of, table_box
from jdgap.output.console.thai_text import ThaiText, thai
from jdgap.text.wrapping import cells

_NARROWEST_NUMBER: Final = 3
_NARROWEST_TEXT: Final = 9
_BETWEEN_COLUMNS: Final = 3
PERCENTAGE: Final = 5
"""Cells of `100.0`."""


def new_table(console: Console, *, ruled: bool = True) -> Table:
    """Return an empty table with vertical rules, or with columns two spaces apart."""
    ruled = ruled and not is_plain(console)
    return Table(
        box=table_box(console, ruled=ruled),
        show_edge=False,
        pad_edge=False,
        padding=(0, 1) if ruled else (0, 1, 0, 0),
        header_style="bold",
    )


def new_list() -> Table:
    """Return an empty table without header and rules."""
    return Table.grid(padding=(0, 2, 0, 0))


def add_numbers(
    table: Table, console: Console, *headings: str, narrowest: int = _NARROWEST_NUMBER
) -> None:
    """Add a column of numbers for each heading, as wide as the longest part between spaces.

    Args:
        table: What the columns are added to.
        console: What it will be shown on.
        headings: They wrap at their spaces.
        narrowest: The cells that the widest number needs.
    """
    for heading in headings:
        table.add_column(
            thai(console, heading),
            justify="right",
            overflow="fold",
            width=max(narrowest, *(cells(word) for word in heading.split())),
        )


def add_texts(table: Table, console: Console, *headings: str) -> None:
    """Add a column of text, which wraps, for each heading."""
    for heading in headings:
        table.add_column(thai(console, heading), overflow="fold")


def show_heading(console: Console, heading: str) -> None:
    """Print a heading after an empty line."""
    console.print()
    show_text(console, heading, "bold")


def show_text(console: Console, text: str, style: str = "") -> None:
    """Print a paragraph."""
    show(console, thai(console, text, style))


def show(console: Console, shown: RenderableType, *, indent: int = 0) -> None:
    """Print a text or a table, `indent` cells from the left.

    A table whose numbers leave no room for its text becomes a list.
    """
    if isinstance(shown, Table) and _is_too_wide(console, shown, indent):
        shown = _listed(shown)
    if indent:
        console.print(Padding(shown, (0, 0, 0, indent), expand=False))
    else:
        console.print(Group(shown))


def _is_too_wide(console: Console, table: Table, indent: int) -> bool:
    """Return whether the columns of numbers leave too little of a terminal to those of text."""
    numbers = [column.width for column in table.columns if column.width is not None]
    if not (table.show_header and numbers and has_limit(console)):
        return False
    texts = len(table.columns) - len(numbers)
    apart = _BETWEEN_COLUMNS * (len(table.columns) - 1)
    return sum(numbers) + apart + texts * _NARROWEST_TEXT > console.width - indent


def _listed(table: Table) -> Table:
    """Return a table as a list: the text of each row, and below it its numbers by their names."""
    listed = Table.grid()
    rows = zip(*(column.cells for column in table.columns), strict=True)
    for row, of_table in zip(rows, table.rows, strict=True):
        numbers = Table.grid(padding=(0, 2, 0, 0))
        for column, cell in zip(table.columns, row, strict=True):
            if column.width is None:
                listed.add_row(cell, style=of_table.style)
            elif str(column.header) and str(cell):
                numbers.add_row("", column.header, cell, style=of_table.style)
        listed.add_row(numbers)
    return listed


def show_bullets(console: Console, entries: Iterable[str], *, indent: int = 1) -> None:
    """Print a list with hanging indents."""
    bullets = Table.grid(padding=(0, 1, 0, 0))
    for entry in entries:
        bullets.add_row(symbols_of(console).bullet, thai(console, entry))
    show(console, bullets, indent=indent)


def show_facts(console: Console, facts: Iterable[tuple[str, str]]) -> None:
    """Print what is known as label and value; a value that is not known is left out."""
    known = new_list()
    for label, value in facts:
        if value:
            known.add_row(_label(console, label), thai(console, value))
    show(console, known)


def _label(console: Console, label: str) -> ThaiText:
    text = thai(console, label, "dim")
    text.no_wrap = True
    return text


def percentage(console: Console, value: float | None) -> str:
    """Return a percentage rounded for showing; the sign for none where there is none."""
    return symbols_of(console).none if value is None else f"{value:.1f}"


def number(console: Console, value: int | None) -> str:
    """Return a number, or the sign for none."""
    return symbols_of(console).none if value is None else str(value)
