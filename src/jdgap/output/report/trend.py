"""What became of the round before: its numbers beside those of now, and of its shortfalls.

The yearly report has it on its summary, the workbook that compares two rounds on its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from jdgap.gaps import SEVERE_SHORTFALL, Totals
from jdgap.gaps.causes import CHANGE_RULE, causes_of_people
from jdgap.gaps.changes import RoundComparison
from jdgap.output.comparison_words import cause_words, notable, plan_rows, rounds_in_words
from jdgap.output.excel.gap_table import DASH, or_dash
from jdgap.output.excel.style import Dress
from jdgap.output.report.board import HEADING, Board, Span
from jdgap.output.report.setting import group_names
from jdgap.output.then_and_now import RequiredOnce, SeverePeople, levels_short, shares_of
from jdgap.positions import Book
from jdgap.text.language import translate as _

_SUBHEADING: Final = replace(HEADING, fill="44546A")
_NAME: Final = Dress(lines="box", indent=1, scale=0.9)
_PERCENT: Final = Dress(lines="box", across="center", scale=0.9, pattern="0.0")
_COUNT: Final = replace(_PERCENT, pattern="#,##0")
_BETTER, _WORSE = "✓", "✗"
_MOST_PROBLEMS: Final = 3
"""Problems that are told here; the others stand on their sheet."""
_NOTE: Final = Dress(scale=0.85, colour="404040", indent=1)
_PROBLEM: Final = replace(_NOTE, bold=True, fill="FFF2CC", colour="5C4400")
_WHOLE: Final = "EDEDED"
_NUMBER_COLUMNS: Final = 2
"""Columns of the board that a number takes."""
_PLAN_NUMBER_COLUMNS: Final = 3


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """One line of the table.

    Attributes:
        name: What it is about.
        then: None where there was nobody.
        now: None where there is nobody.
        is_whole: It is about everybody.
    """

    name: str
    then: Totals | None
    now: Totals | None
    is_whole: bool = False


def add_trend(board: Board, row: int, comparison: RoundComparison) -> int:
    """Write what became of the round before over the whole board; return the row below."""
    across = (0, board.columns - 1)
    heading = _("Compared with the round before")
    words = " · ".join(filter(None, (heading, rounds_in_words(comparison))))
    board.put(row, across, words, HEADING)
    lines = [
        *units_together(comparison),
        *groups_then_and_now(board.setting.book, comparison),
        *departments_then_and_now(comparison),
    ]
    row = add_then_and_now(board, row + 1, lines)
    row = add_causes(board, row, comparison)
    row = _add_problems(board, row, comparison)
    return add_plan_outcome(board, row, across, comparison)


def units_together(comparison: RoundComparison) -> Iterator[ThenAndNow]:
    """Yield the lines of the whole organisation, and of those who are in both rounds."""
    whole = comparison.whole
    people = _("Everybody ({then} → {now})")
    words = people.format(then=f"{whole.people_then:,}", now=f"{whole.people_now:,}")
    yield ThenAndNow(words, whole.totals_then, whole.totals_now, is_whole=True)
    same = _("Only those in both rounds ({count})").format(count=f"{whole.same_people:,}")
    yield ThenAndNow(same, whole.same_then, whole.same_now, is_whole=True)


def groups_then_and_now(book: Book, comparison: RoundComparison) -> Iterator[ThenAndNow]:
    """Yield a line for each group of competencies, of everybody."""
    then, now = comparison.whole.groups_then, comparison.whole.groups_now
    names = group_names(book)
    for group in (*now, *(each for each in then if each not in now)):
        sums = then.get(group), now.get(group)
        if any(each and each.required for each in sums):
            yield ThenAndNow(names.get(group, group), *sums)


def departments_then_and_now(comparison: RoundComparison) -> Iterator[ThenAndNow]:
    """Yield a line for each department, of everybody in it."""
    for unit in comparison.departments:
        yield ThenAndNow(unit.name or _("No department"), unit.totals_then, unit.totals_now)


def add_then_and_now(board: Board, row: int, lines: Iterable[ThenAndNow]) -> int:
    """Write fit, met, coverage and shortfall then and now; return the row below."""
    spans = _spans(board, 4 * 2)
    board.put(row, spans[0], _("Percentages, and levels short"), HEADING)
    board.put(row + 1, spans[0], "", _SUBHEADING)
    measures = (_("Fit %"), _("Met %"), _("Coverage %"), _("Levels short"))
    for place, words in enumerate(measures):
        before, after = spans[1 + 2 * place : 3 + 2 * place]
        board.put(row, (before[0], after[1]), words, HEADING)
        for span, when in ((before, _("Then")), (after, _("Now"))):
            board.put(row + 1, span, when, _SUBHEADING)
    row += 2
    for line in lines:
        for span, (value, dress) in zip(spans, _cells(line), strict=True):
            worn = replace(dress, fill=_WHOLE, bold=True) if line.is_whole else dress
            board.put(row, span, value, worn)
        row += 1
    return row


def _cells(line: ThenAndNow) -> Iterator[tuple[str | float, Dress]]:
    """Yield the cells of a line: the name, then each number then and now."""
    then, now = line.then, line.now
    yield line.name, _NAME
    for before, after in zip(shares_of(then), shares_of(now), strict=True):
        yield from _pair(before, after, _PERCENT, digits=1)
    yield from _pair(levels_short(then), levels_short(now), _COUNT, digits=0, fewer=True)


def _pair(
    then: float | None, now: float | None, dress: Dress, *, digits: int, fewer: bool = False
) -> Iterator[tuple[str | float, Dress]]:
    """Yield two cells; the second has a sign where it shows a better or worse number.

    More is better, or fewer where that is said.
    """
    yield or_dash(then), dress
    sign = ""
    if then is not None and now is not None:
        change = round(now, digits) - round(then, digits)
        if change:
            sign = _BETTER if (change < 0) is fewer else _WORSE
    pattern = f'{dress.pattern}" {sign}"' if sign else dress.pattern
    yield or_dash(now), replace(dress, pattern=pattern)


def add_causes(board: Board, row: int, comparison: RoundComparison) -> int:
    """Write what changed the levels, and how a change is to be read; return the row below."""
    message = _("What changed the levels of those in both rounds: {causes}.")
    once = RequiredOnce(comparison.people).whole
    words = message.format(causes=cause_words(causes_of_people(comparison.people), once))
    across = (0, board.columns - 1)
    board.put(row, across, words, replace(_NOTE, bold=True, colour="1F3864"))
    board.put(row + 1, across, _severe(comparison), _NOTE)
    signs = _("✓ better than before, ✗ worse than before.")
    board.put(row + 2, across, f"{signs} {_(CHANGE_RULE)}", _NOTE)
    return row + 3


def _severe(comparison: RoundComparison) -> str:
    then, now = (
        DASH if each is None else f"{each:,}" for each in SeverePeople(comparison).in_whole()
    )
    words = _("▼▼ People {levels} or more levels below: {then} then, {now} now")
    return words.format(levels=SEVERE_SHORTFALL, then=then, now=now)


def _add_problems(board: Board, row: int, comparison: RoundComparison) -> int:
    """Write shortly what is wrong with the round before; return the row below."""
    found = notable(comparison.problems)
    for each in found[:_MOST_PROBLEMS]:
        words = _("About the round before: {place}: {message}")
        said = words.format(place=each.place.written, message=each.message())
        board.put(row, (0, board.columns - 1), said, _PROBLEM)
        row += 1
    if len(found) > _MOST_PROBLEMS:
        more = _("and {count} more").format(count=len(found) - _MOST_PROBLEMS)
        board.link(row, (0, board.columns - 1), "problems", more, _PROBLEM)
        row += 1
    return row


def add_plan_outcome(board: Board, row: int, span: Span, comparison: RoundComparison) -> int:
    """Write what became of the older round's shortfalls; return the row below."""
    plan = comparison.plan
    heading = _("What became of the older round's shortfalls ({count})")
    board.put(row, span, heading.format(count=f"{plan.shortfalls:,}"), HEADING)
    first = span[1] + 1 - 2 * _PLAN_NUMBER_COLUMNS
    second = first + _PLAN_NUMBER_COLUMNS
    name, count, share = (span[0], first - 1), (first, second - 1), (second, span[1])
    for spread, words in ((name, ""), (count, _("How many")), (share, "%")):
        board.put(row + 1, spread, words, _SUBHEADING)
    row += 2
    for words, many in plan_rows(comparison):
        board.put(row, name, words, _NAME)
        board.put(row, count, many, _COUNT)
        percent = 100 * many / plan.shortfalls if plan.shortfalls else DASH
        board.put(row, share, percent, _PERCENT)
        row += 1
    return row


def _spans(board: Board, numbers: int) -> Sequence[Span]:
    """Divide the board: so many numbers, and the rest for a name before them."""
    first = board.columns - numbers * _NUMBER_COLUMNS
    starts = range(first, board.columns, _NUMBER_COLUMNS)
    return ((0, first - 1), *((start, start + _NUMBER_COLUMNS - 1) for start in starts))
