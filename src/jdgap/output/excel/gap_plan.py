"""The plan on a gap sheet: a line for each shortfall, with room to write by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeAlias

from jdgap.gaps.plan import PlanLine
from jdgap.output.excel.gap_table import HEADING, NAME
from jdgap.output.excel.page import Page
from jdgap.output.excel.plan_cells import (
    BLANK_FILL,
    HOW,
    STATES,
    activities_in_words,
    how_in_words,
    months_from,
    when_in_words,
)
from jdgap.output.excel.style import Dress, points_for
from jdgap.text.cleaning import shortened
from jdgap.text.language import mark
from jdgap.text.language import translate as _

TALLEST_PAGE: Final = 1390.0
"""Points of a page that is still legible when it is shrunk to one sheet of A4."""
_FULL_PAGE: Final = 1150.0
"""Points of a page that is not shrunk any more than its width asks for."""
_LOWEST_LINE: Final = 33.0
"""Points of a line that one can write in: 7 mm on paper."""
_HIGHEST_LINE: Final = 46.0
_FEWEST_LINES: Final = 3
"""So many are shown however full the page is."""
_MOST_ACTIVITIES: Final = 3
_LONGEST_ACTIVITY: Final = 140
_MORE_SIZES: Final = 1.8

_HEADINGS: Final = (
    ((1, 2), mark("Competency")),
    ((3, 3), mark("From → to")),
    ((4, 4), mark("How")),
    ((5, 6), mark("Activity or course")),
    ((7, 7), mark("By when")),
    ((8, 8), mark("Owner")),
    ((9, 9), mark("State or result")),
)
_TITLE: Final = Dress(bold=True, upright="bottom")
_SMALL_HEADING: Final = replace(HEADING, scale=0.9)
_NAME: Final = replace(NAME, scale=0.9)
_SEVERE_NAME: Final = replace(_NAME, bold=True)
_CELL: Final = replace(NAME, scale=0.9, pattern="@")
"""As text, or Excel would make a date of a month in English."""
_BLANK: Final = replace(_CELL, fill=BLANK_FILL)
_HOW, _WHEN, _STATE = 4, 7, 9
"""The columns that offer a list."""
_LEVELS: Final = Dress(lines="box", across="center", bold=True, fill="FBE0CF", colour="7A2E00")
_SEVERE_LEVELS: Final = replace(_LEVELS, fill="B4450B", colour="FFFFFF")
_NOTE: Final = Dress(indent=1)
_PlanCell: TypeAlias = tuple[str, Dress]


@dataclass(frozen=True, slots=True)
class PlanRoom:
    """What bounds the plan on a page.

    Attributes:
        below: Points that what follows the plan needs.
        rest_at: Where the lines stand that the page has no room for, in the language in use.
        day: The months that are offered begin with its month.
    """

    below: float
    rest_at: str
    day: date


def add_plan_lines(page: Page, row: int, lines: Sequence[PlanLine], room: PlanRoom) -> int:
    """Write the plan from `row` on, as much as fits on a page, and return the last row."""
    page.across(row, (1, 9), _("Development plan, the largest shortfall first"), _TITLE)
    page.grow(row, page.face.size * 1.8)
    if not lines:
        page.across(row + 1, (1, 9), _("No shortfall among what was assessed."), _NOTE)
        return row + 1
    row += 1
    for columns, heading in _HEADINGS:
        page.across(row, columns, _(heading), _SMALL_HEADING)
    written = [_cells(line) for line in lines]
    heights = _heights(page, written, room)
    _offer(page, (row + 1, row + len(heights)), room.day)
    for cells, height in zip(written, heights, strict=False):
        row += 1
        for (columns, _heading), (text, dress) in zip(_HEADINGS, cells, strict=True):
            page.across(row, columns, text, dress)
        page.grow(row, height)
    left = len(lines) - len(heights)
    if left:
        row += 1
        rest = _("and {count} more, in {place}").format(count=left, place=room.rest_at)
        page.across(row, (1, 9), rest, _NOTE)
        page.grow(row, page.face.size * _MORE_SIZES)
    return row


def _offer(page: Page, rows: tuple[int, int], day: date) -> None:
    """Let the lines be filled in from lists where the sheet is edited on the screen."""
    page.offer(rows, _HOW, [_(each) for each in HOW.values()])
    page.offer(rows, _WHEN, months_from(day))
    page.offer(rows, _STATE, [_(each) for each in STATES])


def _heights(page: Page, written: Sequence[Sequence[_PlanCell]], room: PlanRoom) -> list[float]:
    """Return how high each line is, of as many as the page has room for."""
    used = sum(page.heights.values()) + room.below
    least = min(_HIGHEST_LINE, max(_LOWEST_LINE, (_FULL_PAGE - used) / len(written)))
    widths = [sum(page.widths[first - 1 : last]) for (first, last), _heading in _HEADINGS]
    heights: list[float] = []
    for place, cells in enumerate(written, start=1):
        needed = (
            points_for(text, width, page.face, dress)
            for (text, dress), width in zip(cells, widths, strict=True)
        )
        height = max(least, *needed)
        rest = page.face.size * _MORE_SIZES if place < len(written) else 0.0
        if place > _FEWEST_LINES and used + height + rest > TALLEST_PAGE:
            break
        heights.append(height)
        used += height
    return heights


def _cells(line: PlanLine) -> tuple[_PlanCell, ...]:
    """Return what stands in a line, column by column."""
    severe = line.is_severe
    name = f"{line.priority}. {line.competency.name.text}"
    levels = f"{line.from_level} → {line.to_level}" + (" ▼▼" if severe else "")
    return (
        (name, _SEVERE_NAME if severe else _NAME),
        (levels, _SEVERE_LEVELS if severe else _LEVELS),
        *(
            (text, _CELL if text else _BLANK)
            for text in (
                how_in_words(line.how),
                _activities(line),
                when_in_words(line.when),
                line.owner,
                "",
            )
        ),
    )


def _activities(line: PlanLine) -> str:
    """Return what may be done, as much of it as a line has room for."""
    shown = line.activities[:_MOST_ACTIVITIES]
    short = [replace(each, text=shortened(each.text, _LONGEST_ACTIVITY)) for each in shown]
    words = activities_in_words(short)
    left = len(line.activities) - len(shown)
    return f"{words} {_('and {count} more').format(count=left)}" if left else words
