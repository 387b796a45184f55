"""The tables of the summary: by group, training needs, the spread of gaps, who has answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any, Final

from jdgap.gaps import SEVERE_SHORTFALL, Totals
from jdgap.gaps.attendance import Completion
from jdgap.output.excel.gap_table import DASH
from jdgap.output.excel.style import Dress, in_lines
from jdgap.output.report.board import HEADING, Board, Span
from jdgap.output.report.needs import no_needs
from jdgap.text.language import translate as _

_NAME: Final = Dress(lines="box", indent=1, scale=0.9)
_NUMBER: Final = Dress(lines="box", across="center", scale=0.9, pattern="#,##0")
_PERCENT: Final = replace(_NUMBER, pattern="0.0")
_GAP: Final = replace(_NUMBER, bold=True, pattern="+0;-0;0")
_NOTHING: Final = Dress(lines="box", indent=1, italic=True, scale=0.9)
_SEVERE: Final = replace(_NUMBER, bold=True, fill="A63E0A", colour="FFFFFF")
"""A number of people or ratings that are severely short: no average makes up for them."""
_GROUP_WIDTHS: Final = (3, 2, 3, 2, 3, 2, 3)
"""Columns of each number in the table by group: no heading takes two lines."""
_SEVERE_COLUMN: Final = 6
"""In the table by group."""
_TOTAL: Final[Mapping[str, Any]] = {"bold": True, "fill": "EDEDED"}
_MOST_NEEDS: Final = 8
_BELOW_MORE, _BELOW, _AS_REQUIRED, _ABOVE = "#A63E0A", "#F8CBA6", "#FFFFFF", "#9DC3E6"


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was written, and what a chart takes from it.

    Attributes:
        next_row: The row below it.
        labels: The name of each bar, or the number that stands first in its row.
        values: The length of each bar.
        values_at: The cell of the first value.
        colours: Of each bar; empty where all are alike.
    """

    next_row: int
    labels: Sequence[str | int] = ()
    values: Sequence[float | None] = ()
    values_at: tuple[int, int] = (0, 0)
    colours: Sequence[str] = ()


def add_groups(board: Board, row: int, span: Span) -> Table:
    """Write fit, met and coverage of each group and of all, and what is severe beside them."""
    book, whole = board.setting.book, board.setting.result.organisation.whole
    spans = _parts(span, _GROUP_WIDTHS)
    shares = (_("Fit %"), _("Met %"), _("Coverage %"))
    severe_heading = f"▼▼ {SEVERE_SHORTFALL}+"
    counts = (_("Required"), _("Rated"), severe_heading, _("Levels short"))
    _put_row(board, row, spans, (_("Group"), *shares, *counts), (HEADING,) * 8)
    groups = [each for each in book.groups if whole.totals_by_group[each.id].required]
    by_group = [
        (in_lines(each.name), whole.totals_by_group[each.id], whole.severe_shortfalls(each.id))
        for each in groups
    ]
    lines = [*by_group, (_("All"), whole.totals, whole.severe_shortfalls())]
    for here, (label, sums, severe) in enumerate(lines, start=row + 1):
        looks = _TOTAL if sums is whole.totals else {}
        dresses = (_NAME, *(_PERCENT,) * 3, *(_NUMBER,) * 4)
        dressed = [replace(dress, **looks) for dress in dresses]
        if severe:
            dressed[_SEVERE_COLUMN] = _SEVERE
        _put_row(board, here, spans, (label, *_values(sums, severe)), dressed)
    return Table(
        next_row=row + 1 + len(lines),
        labels=[each.name.short for each in groups],
        values=[whole.totals_by_group[each.id].fit_pct for each in groups],
        values_at=(row + 1, spans[1][0]),
    )


def _values(sums: Totals, severe: int) -> tuple[float | None, ...]:
    shares = (sums.fit_pct, sums.met_pct, sums.coverage_pct)
    return (*shares, sums.required, sums.rated, severe, sums.shortfall)


def add_needs(board: Board, row: int, span: Span) -> Table:
    """Write the largest training needs."""
    needs = board.setting.result.organisation.needs
    board.put(row, span, _("Largest training needs"), HEADING)
    if not needs:
        board.put(row + 1, span, no_needs(board.setting.result), _NOTHING)
        return Table(row + 2)
    spans = _spans(span, 5)
    headings = (
        *(_("Competency"), _("Rated"), _("People below"), _("% below")),
        *(_("{levels} or more").format(levels=SEVERE_SHORTFALL), _("Levels short")),
    )
    _put_row(board, row + 1, spans, headings, (HEADING,) * 6)
    shown, first = needs[:_MOST_NEEDS], row + 2
    for place, need in enumerate(shown):
        summary = need.summary
        values = (
            *(f"{place + 1}. {summary.competency.name.text}", summary.rated, summary.below),
            *(100 * summary.below / summary.rated, summary.severe, summary.shortfall),
        )
        severe = _SEVERE if summary.severe else _NUMBER
        dresses = (_NAME, _NUMBER, _NUMBER, _PERCENT, severe, replace(_NUMBER, bold=True))
        _put_row(board, first + place, spans, values, dresses)
    last = first + len(shown)
    if len(needs) > len(shown):
        more = _("and {count} more").format(count=len(needs) - len(shown))
        board.link(last, span, "needs", more, replace(_NOTHING, colour="0B5394"))
        last += 1
    return Table(
        next_row=last,
        labels=[need.summary.competency.name.short for need in shown],
        values=[need.summary.shortfall for need in shown],
        values_at=(first, spans[-1][0]),
    )


def add_distribution(board: Board, row: int, span: Span) -> Table:
    """Write how many ratings have each gap, from the lowest to the highest."""
    spread = board.setting.result.organisation.distribution
    if not spread:
        return Table(row)
    spans = _spans(span, 2)
    headings = (_("Gap"), _("Ratings"), _("% of rated"))
    _put_row(board, row, spans, headings, (HEADING,) * 3)
    gaps = range(min(0, *spread), max(0, *spread) + 1)
    rated = sum(spread.values())
    for place, gap in enumerate(gaps, start=row + 1):
        count = spread.get(gap, 0)
        _put_row(board, place, spans, (gap, count, 100 * count / rated), (_GAP, _NUMBER, _PERCENT))
    return Table(
        next_row=row + 1 + len(gaps),
        labels=gaps,
        values=[spread.get(gap, 0) for gap in gaps],
        values_at=(row + 1, spans[1][0]),
        colours=[_colour(gap) for gap in gaps],
    )


def _colour(gap: int) -> str:
    if gap < 0:
        return _BELOW_MORE if gap <= -SEVERE_SHORTFALL else _BELOW
    return _ABOVE if gap else _AS_REQUIRED


def add_completion(board: Board, row: int, span: Span) -> int:
    """Write who has answered, by department; return the row below."""
    attendance = board.setting.result.attendance
    if attendance is None:
        return row
    board.put(row, span, _("Who has answered, by department"), HEADING)
    spans = _spans(span, 5)
    headings = (
        *(_("Department"), _("On the list"), _("Answered"), _("Answered %")),
        *(_("Not yet"), _("Counted")),
    )
    _put_row(board, row + 1, spans, headings, (HEADING,) * 6)
    named = [(each.department or _("No department"), each) for each in attendance.departments]
    for place, (name, each) in enumerate(named, start=row + 2):
        _put_completion(board, place, spans, name, each, {})
    last = row + 2 + len(named)
    _put_completion(board, last, spans, _("All"), attendance.whole, _TOTAL)
    return last + 1


def _put_completion(  # noqa: PLR0913, PLR0917 (a row and what stands in it)
    board: Board,
    row: int,
    spans: Sequence[Span],
    name: str,
    each: Completion,
    looks: Mapping[str, Any],
) -> None:
    missing = each.expected - each.answered
    values = (name, each.expected, each.answered, each.answered_pct, missing, each.counted)
    missed = replace(_NUMBER, bold=True, colour="A63E0A") if missing else _NUMBER
    dresses = (_NAME, _NUMBER, _NUMBER, _PERCENT, missed, _NUMBER)
    _put_row(board, row, spans, values, [replace(dress, **looks) for dress in dresses])


def _spans(span: Span, numbers: int) -> tuple[Span, ...]:
    """Divide `span`: the rest for a name, then so many numbers of three columns each."""
    return _parts(span, (3,) * numbers)


def _parts(span: Span, widths: Sequence[int]) -> tuple[Span, ...]:
    """Divide `span`: the rest for a name, then numbers of so many columns each."""
    first = span[1] + 1 - sum(widths)
    ends = tuple(accumulate(widths, initial=first))
    return ((span[0], first - 1), *((start, end - 1) for start, end in pairwise(ends)))


def _put_row(
    board: Board,
    row: int,
    spans: Sequence[Span],
    values: Sequence[str | float | None],
    dresses: Sequence[Dress],
) -> None:
    """Write one row of a table; a dash stands for what is not known."""
    for span, value, dress in zip(spans, values, dresses, strict=True):
        board.put(row, span, DASH if value is None else value, dress)
