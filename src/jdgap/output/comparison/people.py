"""The sheet of people: everybody then and now, and the change of each gap as a heat map.

Whose doing a change is can be told without colours: an arrow where the person changed, a star
where what is required changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from jdgap.assessments.reports.model import KeptPerson
from jdgap.gaps.causes import CHANGE_RULE, causes_of_person, compared_shortfalls
from jdgap.gaps.changes import LevelChange, PersonChange
from jdgap.output.comparison.setting import (
    COUNT,
    COUNT_CHANGE,
    SMALL_TEXT,
    Compared,
    shown,
)
from jdgap.output.comparison_words import cause_of_person, moved_words
from jdgap.output.excel.gap_table import DASH
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
from jdgap.text.language import translate as _

_WIDTH: Final = 9.0
_FROZEN: Final = 2
_NOT_REQUIRED: Final = replace(GAP, fill=NOT_REQUIRED_FILL)
_WORSE, _BETTER, _BOOK = "F8CBA6", "E1EEF9", "FFF2CC"
_UP, _DOWN, _STAR = "▲", "▼", "*"
_NEW: Final = replace(SMALL_TEXT, bold=True)

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
        remarks=(*_legend(), _(CHANGE_RULE)),
        frozen_columns=_FROZEN,
        groups=compared.heading_groups(len(own)),
    )
    count = len(comparison.people) + len(comparison.new_people) + len(comparison.leavers)
    listed.sheet.ignore_errors({"number_stored_as_text": listed.range_of(0, count)})
    listed.fill(_rows(compared, len(columns)), count)


def _legend() -> tuple[str, str]:
    return (
        _("Each number is the change of a gap: ▲ the person rose, ▼ the person fell, * what is"
          " required changed; without any of them nothing changed."),
        _("— not rated in both rounds, grey: not required in both rounds. Shortfalls are those of"
          " what was rated in both rounds."),
    )  # fmt: skip


def _own_columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("Employee ID"), 13, TEXT),
        ListColumn(_("Name"), 24, TEXT),
        ListColumn(_("Position"), 30, SMALL_TEXT),
        ListColumn(_("Department"), 20, SMALL_TEXT),
        ListColumn(_("In the rounds"), 18, SMALL_TEXT),
        ListColumn(_("Fit % then"), 9, PERCENT),
        ListColumn(_("Fit % now"), 9, PERCENT),
        ListColumn(_("Shortfall then"), 11, COUNT),
        ListColumn(_("Shortfall now"), 11, COUNT),
        ListColumn(_("Change"), 10, COUNT_CHANGE),
        ListColumn(_("What changed"), 26, SMALL_TEXT),
    )


def _rows(compared: Compared, width: int) -> Iterator[_Row]:
    comparison = compared.comparison
    for person in comparison.people:
        yield _person(compared, person)
    for words, people in (
        (_("new"), comparison.new_people),
        (_("no longer there"), comparison.leavers),
    ):
        for each in people:
            yield _alone(each, words, width)


def _person(compared: Compared, person: PersonChange) -> _Row:
    causes, short = causes_of_person(person), compared_shortfalls(person)
    numbers: tuple[CellValue, ...] = (DASH, DASH, DASH)
    if causes.compared:
        numbers = (short.then, short.now, short.change)
    own = (
        *_who(person.now, person.then),
        moved_words(person) or _("in both"),
        *(shown(person.totals_then.fit_pct), shown(person.totals_now.fit_pct)),
        *numbers,
        cause_of_person(causes),
    )
    changes = {each.competency.id: each for each in person.changes}
    values: list[CellValue] = [*own]
    looks: dict[int, Dress] = {}
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
    return (*own, *[None] * (width - len(own))), {len(own) - 1: _NEW}


def _cell(change: LevelChange | None) -> tuple[CellValue, Dress]:
    """Return the change of a gap and what it looks like."""
    if change is None or change.then is None or change.now is None:
        return None, _NOT_REQUIRED
    if change.gap_change is None:
        return DASH, GAP
    return change.gap_change, _dress(
        change.person_change or 0, change.requirement_change or 0, change.gap_change
    )


@cache
def _dress(person: int, requirement: int, gap: int) -> Dress:
    """Return the look of a change: an arrow and a star tell where it comes from."""
    arrow = (_UP if person > 0 else _DOWN) if person else ""
    before, after = (f'"{sign}"' if sign else "" for sign in (arrow, _STAR if requirement else ""))
    pattern = ";".join(f"{before}{number}{after}" for number in ("+0", "-0", "0"))
    fill = None
    if person:
        fill = _BETTER if person > 0 else _WORSE
    elif requirement:
        fill = _BOOK
    return replace(GAP, pattern=pattern, fill=fill, bold=gap < 0)
