"""People and positions in one table: the state above its rows, the numbers before the names."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.table import Table

from jdgap.gaps.readiness import Readiness, State
from jdgap.output.console.gap_bar import marked_gap
from jdgap.output.console.readiness_words import STATE_STYLES, STATE_WORDS, steps
from jdgap.output.console.screen import has_limit, symbols_of
from jdgap.output.console.tables import (
    PERCENTAGE,
    add_numbers,
    add_texts,
    new_list,
    new_table,
    percentage,
    show,
)
from jdgap.output.console.thai_text import ThaiText, stacked, thai
from jdgap.text.language import translate as _

_WIDTH_FOR_COLUMNS: Final = 70
_WIDTH_FOR_NAMES_APART: Final = 150
_MOST_STEPS: Final = 2
"""Competencies to work on that are named in a row."""
_WIDEST_RATED: Final = 5
"""Cells of `12/12`."""

Named = Callable[[Readiness], Sequence[ThaiText]]
"""Gives the name of a row and what belongs to it."""


def show_rows(
    console: Console,
    rows: Iterable[Readiness],
    headings: Sequence[str],
    named: Named,
    *,
    ranks: bool = False,
) -> None:
    """Print a row for each, below the state that it shares with its neighbours.

    On a narrow terminal the names stand one below the other, on a very narrow one the numbers
    below them.

    Args:
        console: What it is shown on.
        rows: Those of one state side by side.
        headings: Of the texts that `named` gives.
        named: Gives the texts of a row.
        ranks: Each has a rank.
    """
    parts = [(state, list(part)) for state, part in groupby(rows, lambda each: each.state)]
    if has_limit(console) and console.width < _WIDTH_FOR_COLUMNS:
        _show_narrow(console, parts, named, ranks=ranks)
        return
    together = has_limit(console) and console.width < _WIDTH_FOR_NAMES_APART
    table = _table(console, headings, together=together, ranks=ranks)
    blank = [""] * (5 if ranks else 4)
    for state, part in parts:
        rest = [""] * (0 if together else len(headings) - 1)
        table.add_row(*blank, thai(console, _(STATE_WORDS[state]), STATE_STYLES[state]), *rest)
        for each in part:
            rank = [_rank(console, each)] if ranks else []
            cells = [stacked(*named(each))] if together else named(each)
            table.add_row(*rank, *_numbers(console, each), *cells)
    show(console, table)


def _show_narrow(
    console: Console,
    parts: Iterable[tuple[State, Sequence[Readiness]]],
    named: Named,
    *,
    ranks: bool,
) -> None:
    table = new_list()
    for state, part in parts:
        line = thai(console, _(STATE_WORDS[state]), STATE_STYLES[state])
        table.add_row(*([""] if ranks else []), line)
        for each in part:
            shown = stacked(*named(each), thai(console, _numbers_in_words(console, each)))
            table.add_row(*([_rank(console, each)] if ranks else []), shown)
    show(console, table)


def _table(console: Console, headings: Sequence[str], *, together: bool, ranks: bool) -> Table:
    table = new_table(console, ruled=False)
    if ranks:
        add_numbers(table, console, _("Rank"))
    add_numbers(table, console, _("Items below"), _("Largest gap"))
    add_numbers(table, console, _("Rated"), narrowest=_WIDEST_RATED)
    add_numbers(table, console, _("Fit %"), narrowest=PERCENTAGE)
    add_texts(table, console, *([" / ".join(headings)] if together else headings))
    return table


def _rank(console: Console, each: Readiness) -> str:
    return symbols_of(console).none if each.rank is None else str(each.rank)


def _numbers(console: Console, each: Readiness) -> list[str | ThaiText]:
    totals = each.totals
    none = symbols_of(console).none
    return [
        str(len(each.blocking)) if totals.rated else none,
        largest_gap(console, each),
        f"{totals.rated}/{totals.required}",
        percentage(console, totals.fit_pct),
    ]


def largest_gap(console: Console, each: Readiness) -> ThaiText:
    """Return the largest shortfall as a gap, marked where it is a large one."""
    if not each.totals.rated:
        return thai(console, symbols_of(console).none)
    return marked_gap(console, -each.largest_shortfall)


def _numbers_in_words(console: Console, each: Readiness) -> str:
    totals = each.totals
    rated = _("assessed {rated}/{required}").format(rated=totals.rated, required=totals.required)
    if not totals.rated:
        return rated
    words = _("below {count} (largest {gap}), {rated}, fit {fit}%")
    return words.format(
        count=len(each.blocking),
        gap=largest_gap(console, each).plain,
        rated=rated,
        fit=percentage(console, totals.fit_pct),
    )


def first_steps(console: Console, each: Readiness) -> str:
    """Return what to work on first, "" where nothing is below."""
    if not each.blocking:
        return ""
    listed = ", ".join(steps(console, each.blocking[:_MOST_STEPS]))
    left = len(each.blocking) - _MOST_STEPS
    if left > 0:
        listed = _("{some}, and {count} more").format(some=listed, count=left)
    return _("below: {listed}").format(listed=listed)
