"""The first sheet: who is compared, how the organisation stands then and now, and contents."""

from collections.abc import Iterator
from typing import Final

from jdgap.gaps import SEVERE_SHORTFALL, SIGN_RULE
from jdgap.output.comparison.pair_chart import Pairs, add_pairs
from jdgap.output.comparison.setting import Compared
from jdgap.output.comparison_words import (
    absent,
    day_in_words,
    plan_labels,
    plan_rows,
    rounds_in_words,
)
from jdgap.output.excel.gap_table import or_dash
from jdgap.output.excel.style import Dress
from jdgap.output.people_words import people_in_words
from jdgap.output.report.board import Board
from jdgap.output.report.charts import Bars, add_bars
from jdgap.output.report.front_page import (
    ALL_COLUMNS,
    COLUMNS,
    add_air,
    add_contents,
    add_titles,
    chart_frame,
    front_page,
)
from jdgap.output.report.trend import (
    add_causes,
    add_plan_outcome,
    add_then_and_now,
    groups_then_and_now,
    units_together,
)
from jdgap.output.then_and_now import SeverePeople
from jdgap.text.dates import long_date
from jdgap.text.language import mark
from jdgap.text.language import translate as _
from jdgap.text.rounds import round_in_words

_BESIDE: Final = 4
_GROUP_CHART, _PLAN_CHART = (0, 11), (12, 23)
_LINKS_END: Final = 7
_SOURCE: Final = Dress(scale=0.9, colour="404040", indent=1)
_LABEL: Final = Dress(
    bold=True, lines="box", fill="D9E2F0", colour="1F3864", across="center", scale=0.85
)
_VALUE: Final = Dress(
    bold=True, scale=1.9, lines="box", across="center", pattern="#,##0", wrap=False
)
_CHART_SIZES: Final = 15.0
"""Height of the charts, in sizes of the font."""
_HIDDEN: Final = COLUMNS + 2
_CONTENTS: Final = (
    ("departments", mark("Each department then and now, and what changed its levels")),
    ("competencies", mark("Each competency then and now, and what became of its shortfalls")),
    ("people", mark("Everybody's change, competency by competency; who is new, who has left")),
    ("changes", mark("All changes in one table, to filter and pivot")),
    ("requirements", mark("Required levels that are others now")),
    ("problems", mark("What stands in the way of comparing")),
)


def add_summary(compared: Compared) -> None:
    """Add the summary; the other sheets need not be there yet."""
    board = front_page(compared.setting)
    row = add_air(board, _add_people(board, _add_top(board, compared), compared))
    lines = [
        *units_together(compared.comparison),
        *groups_then_and_now(compared.setting.book, compared.comparison),
    ]
    row = add_causes(board, add_then_and_now(board, row, lines), compared.comparison)
    charts = add_air(board, row)
    board.grow(charts, compared.setting.face.size * _CHART_SIZES)
    _draw_groups(board, charts, compared)
    plan = add_air(board, charts + 1)
    row = add_plan_outcome(board, plan, ALL_COLUMNS, compared.comparison)
    _draw_plan(board, charts, plan + 2, compared)
    contents = add_air(board, row)
    last = add_contents(board, contents, _CONTENTS, _LINKS_END)
    board.sheet.print_area(0, 0, last - 1, COLUMNS - 1)
    board.break_pages((charts, plan, contents), last)


def _add_top(board: Board, compared: Compared) -> int:
    comparison = compared.comparison
    title = (_("Two rounds compared"), rounds_in_words(comparison))
    rule = f"{long_date(compared.setting.day)} · {_(SIGN_RULE)}"
    row = add_titles(board, " · ".join(filter(None, title)), rule)
    for words, kept in ((_("Older round"), comparison.old), (_("Newer round"), comparison.new)):
        made = _("made on {day}").format(day=day_in_words(kept.made_on)) if kept.made_on else ""
        people = people_in_words(len(kept.people))
        said = " · ".join(filter(None, (round_in_words(kept.round), people, kept.source, made)))
        board.put(row, ALL_COLUMNS, f"{words}: {said}", _SOURCE)
        row += 1
    return add_air(board, row)


def _add_people(board: Board, row: int, compared: Compared) -> int:
    """Write how many are compared as large numbers, four beside each other; return the row below.

    A number that is not known is a dash.
    """
    width = COLUMNS // _BESIDE
    figures = list(_people(compared))
    for place, (key, words, count) in enumerate(figures):
        line, across = divmod(place, _BESIDE)
        span = (across * width, across * width + width - 1)
        board.link(row + 2 * line, span, key, words, _LABEL)
        board.put(row + 2 * line + 1, span, or_dash(count), _VALUE)
    return row + 2 * -(-len(figures) // _BESIDE)


def _people(compared: Compared) -> Iterator[tuple[str, str, int | None]]:
    """Yield the sheet that tells more, by its key, what is counted, and how many."""
    comparison = compared.comparison
    yield "people", _("In both rounds"), len(comparison.people)
    yield "people", _("New people"), len(comparison.new_people)
    for words, people in absent(comparison):
        yield "people", words, len(people)
    moved = (each.position_changed or each.department_changed for each in comparison.people)
    yield "people", _("Moved"), sum(moved)
    severe = _("{levels} or more levels below, {when}")
    for when, count in zip((_("then"), _("now")), SeverePeople(comparison).in_whole(), strict=True):
        words = severe.format(levels=SEVERE_SHORTFALL, when=when)
        yield "departments", words, count


def _draw_groups(board: Board, row: int, compared: Compared) -> None:
    lines = list(groups_then_and_now(compared.setting.book, compared.comparison))
    pairs = Pairs(
        title=_("Fit by group (%)"),
        labels=[each.name for each in lines],
        then=[each.then.fit_pct if each.then else None for each in lines],
        now=[each.now.fit_pct if each.now else None for each in lines],
        names=_names(compared),
        labels_at=(row, _HIDDEN),
        highest=100,
    )
    if lines:
        add_pairs(board, pairs, chart_frame(board, row, _GROUP_CHART, _CHART_SIZES))


def _names(compared: Compared) -> tuple[str, str]:
    old, new = compared.comparison.old, compared.comparison.new
    older, newer = _("Older round"), _("Newer round")
    then = f"{older} {old.round}".strip()
    return then, f"{newer} {new.round}".strip()


def _draw_plan(board: Board, row: int, first: int, compared: Compared) -> None:
    """Draw what became of the older round's shortfalls, whose table begins at row `first`."""
    plan = compared.comparison.plan
    if not plan.shortfalls:
        return
    bars = Bars(
        title=_("What became of the older round's shortfalls ({count})").format(
            count=f"{plan.shortfalls:,}"
        ),
        labels=plan_labels(compared.comparison),
        values=[count for _words, count in plan_rows(compared.comparison)],
        values_at=(first, COLUMNS - 6),
        labels_at=(first, _HIDDEN + 4),
        pattern="#,##0",
        label_share=0.36,
    )
    add_bars(board.setting, board.sheet, bars, chart_frame(board, row, _PLAN_CHART, _CHART_SIZES))
