"""The first sheet: what a director sees. Key figures, charts, contents, and who has answered."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from jdgap.assessments import Count
from jdgap.gaps import SIGN_RULE
from jdgap.gaps.changes import RoundComparison
from jdgap.output.excel.style import Dress
from jdgap.output.people_words import people_in_words
from jdgap.output.report.board import PAGE_HEIGHT, Board, Span
from jdgap.output.report.charts import Bars, add_bars
from jdgap.output.report.front_page import (
    AIR,
    ALL_COLUMNS,
    COLUMNS,
    add_air,
    add_contents,
    add_titles,
    chart_frame,
    front_page,
)
from jdgap.output.report.key_figures import add_key_figures
from jdgap.output.report.needs import no_needs
from jdgap.output.report.requirements import COUNTED
from jdgap.output.report.setting import Setting
from jdgap.output.report.summary_tables import (
    Table,
    add_completion,
    add_distribution,
    add_groups,
    add_needs,
)
from jdgap.output.report.trend import add_trend
from jdgap.text.dates import long_date
from jdgap.text.language import mark
from jdgap.text.language import translate as _

_NEEDS_CHART, _FIT_CHART = (0, 13), (14, 23)
_SPREAD, _SPREAD_CHART = (0, 10), (12, 23)
_LINKS_END: Final = 5
_NOTHING: Final = Dress(bold=True, lines="box", indent=1, fill="FFF2CC")
_NOTE: Final = Dress(scale=0.85, colour="404040", indent=1)
_CHART_SIZES: Final = 13.5
"""Height of the charts, in sizes of the font."""
_CONTENTS: Final = (
    ("people", mark("Everybody's gaps, competency by competency")),
    ("departments", mark("What each department is strong or weak in")),
    ("needs", mark("What to train first, and whom")),
    ("plan", mark("The development plan: one line for each shortfall")),
    ("data", mark("All numbers in one table, to filter and pivot")),
    ("problems", mark("What to put right in which cell, and who has not answered")),
    ("requirements", mark("Required levels and rules that these numbers were made with")),
)


def add_summary(setting: Setting, previous: RoundComparison | None = None) -> None:
    """Add the summary; the other sheets need not be there yet.

    Args:
        setting: The report.
        previous: Its round compared with the one before; None where none was named.
    """
    board = front_page(setting)
    charts = add_air(board, add_key_figures(board, _add_top(board)))
    groups = add_groups(board, add_air(board, _add_room(board, charts)), ALL_COLUMNS)
    note = _("Fit: a surplus in one competency never makes up for a shortfall in another.")
    board.put(groups.next_row, ALL_COLUMNS, note, _NOTE)
    contents = add_air(board, groups.next_row + 1)
    second = add_air(board, add_contents(board, contents, _CONTENTS, _LINKS_END))
    third = add_air(board, add_trend(board, second, previous)) if previous else second
    needs = add_needs(board, third, ALL_COLUMNS)
    _draw_needs(board, charts, needs)
    _draw_fit(board, charts, groups)
    below = add_air(board, needs.next_row)
    row = _add_spread(board, below)
    last = add_completion(board, row, ALL_COLUMNS)
    board.sheet.print_area(0, 0, last - 1, COLUMNS - 1)
    _break_pages(board, contents, (second, third), last)


def _break_pages(board: Board, contents: int, parts: tuple[int, int], last: int) -> None:
    """End a page where the next part begins, unless all the rest fits on it."""
    second, third = parts
    breaks = []
    if board.height(0, second - 1) > PAGE_HEIGHT:
        breaks = [contents]
    elif board.height(0, last - 1) > PAGE_HEIGHT:
        breaks = [second]
    if third > second and breaks and board.height(breaks[0], last - 1) > PAGE_HEIGHT:
        breaks.append(third)
    board.sheet.set_h_pagebreaks(breaks)


def _add_top(board: Board) -> int:
    setting = board.setting
    title = _("Results of the competency assessment")
    named = " · ".join(filter(None, (title, setting.round_in_words)))
    return add_air(board, add_titles(board, named, " · ".join(_remarks(setting))))


def _remarks(setting: Setting) -> Iterator[str]:
    yield long_date(setting.day)
    yield _(SIGN_RULE)
    count = setting.result.count
    if count is not Count.EITHER:  # unusual enough to stand on the first page
        yield f"{_('Whose level counts')}: {_(COUNTED[count])}"


def _add_room(board: Board, row: int) -> int:
    """Leave room for the charts, or say why there are none; return the next row."""
    if board.setting.result.organisation.distribution:
        board.grow(row, board.setting.face.size * _CHART_SIZES)
    else:
        board.put(row, ALL_COLUMNS, no_needs(board.setting.result), _NOTHING)
    return row + 1


def _draw_needs(board: Board, row: int, table: Table) -> None:
    title = _("Largest training needs (levels short)")
    bars = _bars(board, table, title)
    _draw(board, row, _NEEDS_CHART, replace(bars, pattern="#,##0", label_share=0.5, label_cells=40))


def _draw_fit(board: Board, row: int, table: Table) -> None:
    bars = _bars(board, table, _("Fit by group (%)"))
    _draw(board, row, _FIT_CHART, replace(bars, pattern="0.0", highest=100))


def _add_spread(board: Board, row: int) -> int:
    """Write how many ratings have which gap, with a chart beside; return the next row."""
    table = add_distribution(board, row, _SPREAD)
    if not table.labels:
        return row
    missing = board.setting.face.size * _CHART_SIZES - board.height(row, table.next_row - 1)
    board.grow(table.next_row, max(0, missing) + AIR)
    bars = replace(
        _bars(board, table, _("Ratings by gap")),
        labels_at=(table.values_at[0], _SPREAD[0]),
        label_pattern="+0;-0;0",
        pattern="#,##0",
        upright=True,
    )
    _draw(board, row, _SPREAD_CHART, bars)
    return table.next_row + 1


def _bars(board: Board, table: Table, title: str) -> Bars:
    people = people_in_words(len(board.setting.result.people))
    return Bars(
        title=f"{title} · {people}",
        labels=table.labels,
        values=table.values,
        values_at=table.values_at,
        labels_at=(table.values_at[0], COLUMNS + 2),
        pattern="0",
        colours=table.colours,
    )


def _draw(board: Board, row: int, span: Span, bars: Bars) -> None:
    """Draw a chart over the columns of `span`; nothing where there is nothing to show."""
    if not bars.labels or not board.setting.result.organisation.distribution:
        return
    frame = chart_frame(board, row, span, _CHART_SIZES)
    add_bars(board.setting, board.sheet, bars, frame)
