"""The tables of two rounds: numbers then and now before what they are about, and what changed.

On a narrow terminal the texts of a row stand one below the other, and some numbers are left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Console

from jdgap.output.console.screen import has_limit, symbols_of
from jdgap.output.console.tables import (
    PERCENTAGE,
    add_numbers,
    add_texts,
    new_table,
    percentage,
    show,
    show_text,
)
from jdgap.output.console.thai_text import ThaiText, stacked, thai
from jdgap.text.language import translate as _

MOST: Final = 5
"""Entries of a list that is told in full in the workbook."""
COUNT: Final = 3
"""Cells of a shortfall or a number of people in most organisations."""
_WIDTH_FOR_NAMES_APART: Final = 140
_WIDTH_FOR_ALL_NUMBERS: Final = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers.

    Attributes:
        heading: In the language in use.
        narrowest: The cells that its widest number needs.
        always: It is there on a narrow terminal, too.
    """

    heading: str
    narrowest: int = 4
    always: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        numbers: One for each column.
        texts: What it is about, and what is to be said of it; the same number in each row.
    """

    numbers: Sequence[str]
    texts: Sequence[ThaiText]


def show_rows(
    console: Console, columns: Sequence[Column], headings: Sequence[str], rows: Iterable[Row]
) -> None:
    """Print a table.

    Args:
        console: What it is shown on.
        columns: Of the numbers.
        headings: Of the texts.
        rows: What stands in it.
    """
    narrow = has_limit(console) and console.width < _WIDTH_FOR_ALL_NUMBERS
    together = has_limit(console) and console.width < _WIDTH_FOR_NAMES_APART
    shown = [place for place, each in enumerate(columns) if each.always or not narrow]
    table = new_table(console, ruled=not together)
    for place in shown:
        add_numbers(table, console, columns[place].heading, narrowest=columns[place].narrowest)
    add_texts(table, console, *([" / ".join(headings)] if together else headings))
    for row in rows:
        texts = [stacked(*row.texts)] if together else row.texts
        table.add_row(*(row.numbers[place] for place in shown), *texts)
    show(console, table)


def pair(console: Console, then: str, now: str, *, cells: int = 0) -> str:
    """Return `then → now`, each in so many cells at least."""
    return f"{then.rjust(cells)} {symbols_of(console).arrow} {now.rjust(cells)}"


def pair_width(console: Console, cells: int) -> int:
    """Return how many cells a pair of numbers takes that take so many each."""
    return len(pair(console, "", "", cells=cells))


def fits(console: Console, then: float | None, now: float | None) -> str:
    """Return a pair of percentages."""
    return pair(console, percentage(console, then), percentage(console, now), cells=PERCENTAGE)


def show_more(console: Console, left: int) -> None:
    """Print how many entries of a list are left out."""
    if left > 0:
        show_text(console, _("and {count} more").format(count=left), "dim")


def change_of(console: Console, then: float | None, now: float | None) -> str:
    """Return the change of a percentage with its sign, or the sign for none."""
    if then is None or now is None:
        return symbols_of(console).none
    change = round(now - then, 1)
    return f"{change:+.1f}" if change else "0.0"


def signed_number(value: int) -> str:
    """Return a number with its sign: `-1`, `0`, `+2`."""
    return f"{value:+,d}" if value else "0"


def remark(console: Console, words: str) -> ThaiText:
    """Return what is said of a row besides its name."""
    return thai(console, words, "dim")
