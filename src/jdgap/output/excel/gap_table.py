"""The table of a gap sheet: one row for each required competency."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from jdgap.assessments import NoLevel
from jdgap.gaps import CompetencyGap, PersonGaps, Status
from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Dress, in_lines
from jdgap.text.language import mark
from jdgap.text.language import translate as _

DASH: Final = "—"
"""What stands where there is no level; never a zero."""

HEADING: Final = Dress(bold=True, lines="box", fill="1F3864", colour="FFFFFF", across="center")
NAME: Final = Dress(lines="box", indent=1)
NUMBER: Final = Dress(lines="box", across="center", pattern="0")

_ROW_SIZES = 1.85
_ACTUAL = replace(NUMBER, bold=True)
_GAP = replace(NUMBER, bold=True, pattern="+0;-0;0")
_WORD = Dress(lines="box", indent=1)
_NOTE = Dress(lines="box", across="center", bold=True, scale=0.9)
_HEADINGS = (
    mark("Required"),
    mark("Self"),
    mark("Supervisor"),
    mark("Actual"),
    mark("Gap"),
    mark("Status"),
    mark("Note"),
)
_WORDS = {
    Status.BELOW: ("▼", mark("below"), "FBE0CF", "7A2E00"),
    Status.MET: ("●", mark("met"), None, "000000"),
    Status.EXCEEDED: ("▲", mark("exceeded"), "D6E6F5", "0B3D66"),
    Status.NOT_ASSESSED: (DASH, mark("not assessed"), "EFEFEF", "595959"),
    Status.NOT_APPLICABLE: (DASH, mark("not applicable"), "EFEFEF", "595959"),
}
_SEVERE = ("▼▼", mark("below"), "B4450B", "FFFFFF")


@dataclass(frozen=True, slots=True)
class _RowLooks:
    """What a row shows of its status: symbol and word (English), and the looks of three cells."""

    symbol: str
    status: str
    name: Dress
    gap: Dress
    word: Dress


def add_gap_table(page: Page, row: int, person: PersonGaps) -> int:
    """Write the headings at `row`, a row for each competency, and return the last row."""
    page.across(row, (1, 2), _("Competency"), HEADING)
    for column, heading in enumerate(_HEADINGS, start=3):
        page.put(row, column, _(heading), HEADING)
    for each in person.results:
        row += 1
        _add_row(page, row, person, each)
    return row


def _add_row(page: Page, row: int, person: PersonGaps, each: CompetencyGap) -> None:
    rating = person.assessment.ratings.get(each.competency.id)
    said = (None, None) if rating is None else (rating.self_level, rating.supervisor_level)
    looks = _looks(each.status, each.is_severe)
    page.across(row, (1, 2), in_lines(each.competency.name), looks.name)
    page.put(row, 3, each.required_level, NUMBER)
    for column, level in enumerate(said, start=4):
        page.put(row, column, shown_level(level), NUMBER)
    page.put(row, 6, shown_level(each.actual_level), _ACTUAL)
    page.put(row, 7, or_dash(each.gap), looks.gap)
    page.put(row, 8, f"{looks.symbol} {_(looks.status)}", looks.word)
    page.put(row, 9, _note(each), _NOTE)
    page.grow(row, page.face.size * _ROW_SIZES)


@lru_cache(maxsize=16)
def _looks(status: Status, severe: bool) -> _RowLooks:
    symbol, word, fill, colour = _SEVERE if severe else _WORDS[status]
    return _RowLooks(
        symbol=symbol,
        status=word,
        name=replace(NAME, bold=severe),
        gap=replace(_GAP, fill=fill, colour=colour),
        word=replace(_WORD, bold=severe, fill=fill, colour=colour),
    )


def _note(each: CompetencyGap) -> str:
    if not each.rater_difference or each.self_level is None or each.supervisor_level is None:
        return ""
    apart = abs(each.self_level - each.supervisor_level)
    return _("{levels} levels apart").format(levels=apart)


def or_dash(value: float | None) -> float | str:
    """Return a number, or the dash that stands for none: it is never a zero."""
    return DASH if value is None else value


def shown_level(level: int | NoLevel | None) -> int | str:
    """Return a level as a number, or what stands where there is none."""
    if level is NoLevel.NOT_APPLICABLE:
        return "N/A"
    return level if isinstance(level, int) else DASH
