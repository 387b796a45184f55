"""The sheet of people: everybody then and now, and the change of each gap as a heat map.

Whose doing a change is can be told without colours: an arrow where the person changed, a star
where what is required changed, words where it is required in one of the rounds only.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from jdgap.assessments.reports.model import KeptPerson
from jdgap.gaps import SEVERE_SHORTFALL
from jdgap.gaps.causes import CHANGE_RULE, compared_shortfalls
from jdgap.gaps.changes import LevelChange, PersonChange, RoundComparison
from jdgap.output.comparison.setting import (
    COUNT,
    COUNT_CHANGE,
    SMALL_TEXT,
    Compared,
    remark_below,
)
from jdgap.output.comparison_words import SHORT_RULE, absent, cause_of_person, moved_words
from jdgap.output.excel.gap_table import DASH, or_dash
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress
from jdgap.output.report.heat import NOT_REQUIRED_FILL
from jdgap.output.report.list_sheet import (
    GAP,
    PERCENT,
    TEXT,
    ListColumn,
    ListSheet,
    title_with_round,
)
from jdgap.output.then_and_now import is_compared, is_severe, severe_now
from jdgap.text.language import mark
from jdgap.text.language import translate as _

_WIDTH: Final = 10.0
_FROZEN: Final = 2
_SEVERE_COLUMN: Final = 10
_NOT_REQUIRED: Final = replace(GAP, fill=NOT_REQUIRED_FILL)
_WORSE, _BETTER, _BOOK = "F8CBA6", "E1EEF9", "FFF2CC"
_UP, _DOWN, _STAR, _SEVERE = "↑", "↓", "*", "▼▼"
_ONE_ROUND: Final = replace(SMALL_TEXT, bold=True)
_WORDS: Final = replace(GAP, fill=_BOOK, scale=0.75)
_SEVERE_COUNT: Final = replace(COUNT, pattern='"▼▼"0', bold=True)
_ORDER: Final = mark(
    "In the newer round's order: by department and employee ID; below them who is in one round"
    " only."
)

_Row = tuple[Sequence[CellValue], Mapping[int, Dress]]


def add_people(compared: Compared) -> None:
    """Add the sheet with a row for each person; who is new and who has left stand below."""
    comparison = compared.comparison
    own = _own_columns()
    columns = [
        *own,
        *(ListColumn(each.name, _WIDTH, GAP, turned=True) for each in compared.competencies),
    ]
    listed = ListSheet(
        compared.setting,
        "people",
        columns,
        title=title_with_round(compared.setting, "people"),
        remarks=(*_legend(), _(CHANGE_RULE), _(_ORDER)),
        frozen_columns=_FROZEN,
        groups=compared.heading_groups(len(own)),
    )
    alone = sum(len(people) for _words, people in _in_one_round(comparison))
    count = len(comparison.people) + alone
    listed.sheet.ignore_errors({"number_stored_as_text": listed.range_of(0, count)})
    listed.fill(_rows(compared, len(columns)), count)


def _legend() -> tuple[str, str, str]:
    return (
        _("Each number is the change of a gap: ↑ the person rose, ↓ the person fell, * what is"
          " required changed; without any of them nothing changed."),
        _("new: newly required, with the gap of now. ▼▼: now {levels} or more levels below."
          " — not rated in both rounds, grey: not required in either.")
        .format(levels=SEVERE_SHORTFALL),
        _(SHORT_RULE),
    )  # fmt: skip


def _own_columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("Employee ID"), 13, TEXT),
        ListColumn(_("Name"), 24, TEXT),
        ListColumn(_("Position"), 31, SMALL_TEXT),
        ListColumn(_("Department"), 22, SMALL_TEXT),
        ListColumn(_("In the rounds"), 18, SMALL_TEXT),
        ListColumn(_("Fit % then"), 12, PERCENT),
        ListColumn(_("Fit % now"), 12, PERCENT),
        ListColumn(_("Shortfall then"), 11, COUNT),
        ListColumn(_("Shortfall now"), 11, COUNT),
        ListColumn(remark_below(_("Change (fewer is better)")), 15, COUNT_CHANGE),
        ListColumn(
            _("{levels} or more levels below now").format(levels=SEVERE_SHORTFALL), 16, COUNT
        ),
        ListColumn(_("What changed"), 26, SMALL_TEXT),
    )


def _rows(compared: Compared, width: int) -> Iterator[_Row]:
    comparison = compared.comparison
    for person in comparison.people:
        yield _person(compared, person)
    for words, people in _in_one_round(comparison):
        for each in people:
            yield _alone(each, words, width)


def _in_one_round(comparison: RoundComparison) -> Iterator[tuple[str, Sequence[KeptPerson]]]:
    yield _("New"), comparison.new_people
    yield from absent(comparison)


def _person(compared: Compared, person: PersonChange) -> _Row:
    short, severe = compared_shortfalls(person), len(severe_now(person))
    numbers: tuple[CellValue, ...] = (DASH, DASH, DASH)
    if is_compared(person):
        numbers = (short.then, short.now, short.change)
    own = (
        *_who(person.now, person.then),
        moved_words(person) or _("in both"),
        *(or_dash(person.totals_then.fit_pct), or_dash(person.totals_now.fit_pct)),
        *numbers,
        severe,
        cause_of_person(person),
    )
    changes = {each.competency.id: each for each in person.changes}
    values: list[CellValue] = [*own]
    looks: dict[int, Dress] = {_SEVERE_COLUMN: _SEVERE_COUNT} if severe else {}
    for column, competency in enumerate(compared.competencies, start=len(own)):
        value, dress = _cell(changes.get(competency.id))
        values.append(value)
        looks[column] = dress
    return values, looks


def _who(person: KeptPerson, before: KeptPerson | None = None) -> tuple[str, str, str, str]:
    """Return id, name, position and department; id and name of then where now there is none."""
    earlier = before or person
    return (
        person.employee_id or earlier.employee_id,
        person.name or earlier.name,
        person.position,
        person.department,
    )


def _alone(person: KeptPerson, words: str, width: int) -> _Row:
    """Return the row of somebody who is in one of the rounds only."""
    own = (*_who(person), words)
    return (*own, *[None] * (width - len(own))), {len(own) - 1: _ONE_ROUND}


def _cell(change: LevelChange | None) -> tuple[CellValue, Dress]:
    """Return the change of a gap and what it looks like; of what is new, the gap of now."""
    if change is None:
        return None, _NOT_REQUIRED
    if change.now is None:
        return _("not required any more"), _WORDS
    severe = is_severe(change.now)
    if change.then is None:
        words = _("new")
        if change.now.gap is None:
            return f"{words} {DASH}", _WORDS
        return change.now.gap, _newly_required(words, severe=severe)
    if change.gap_change is None:
        return DASH, GAP
    person, requirement = change.person_change or 0, change.requirement_change or 0
    return change.gap_change, _dress(person, requirement, change.gap_change, severe=severe)


@cache
def _newly_required(words: str, *, severe: bool) -> Dress:
    """Return the look of a gap in what is required now only; it is no change."""
    return replace(GAP, pattern=_pattern(f"{words} ", f" {_SEVERE}" if severe else ""), fill=_BOOK)


@cache
def _dress(person: int, requirement: int, gap: int, *, severe: bool) -> Dress:
    """Return the look of a change: an arrow and a star tell where it comes from."""
    arrow = (_UP if person > 0 else _DOWN) if person else ""
    after = (_STAR if requirement else "") + (f" {_SEVERE}" if severe else "")
    fill = None
    if person:
        fill = _BETTER if person > 0 else _WORSE
    elif requirement:
        fill = _BOOK
    return replace(GAP, pattern=_pattern(arrow, after), fill=fill, bold=gap < 0 or severe)


def _pattern(before: str, after: str) -> str:
    """Return the number format of a gap with signs before and after it."""
    first, last = (f'"{signs}"' if signs else "" for signs in (before, after))
    return ";".join(f"{first}{number}{last}" for number in ("+0", "-0", "0"))
