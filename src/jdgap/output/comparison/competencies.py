"""The sheet of competencies: shortfalls then and now, what became of them, and what changed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from jdgap.gaps.causes import CHANGE_RULE, Causes, causes_by_competency
from jdgap.gaps.changes import CompetencyChange, Outcome
from jdgap.output.comparison.setting import COUNT, COUNT_CHANGE, SMALL_TEXT, Compared, remark_below
from jdgap.output.comparison_words import OUTCOME_WORDS, cause_words
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress
from jdgap.output.report.list_sheet import (
    TEXT,
    HeadingGroup,
    ListColumn,
    ListSheet,
    title_with_round,
)
from jdgap.output.then_and_now import RequiredOnce
from jdgap.text.language import mark
from jdgap.text.language import translate as _

_ORDER: Final = mark("In the newer round's order, then competencies that are gone.")
_FIRST_COUNT: Final = 2
_NUMBERS: Final = 3
"""Then, now and the change."""


def add_competencies(compared: Compared) -> None:
    """Add the sheet with a row for each competency, in the newer book's order."""
    known = compared.comparison.competencies
    listed = ListSheet(
        compared.setting,
        "competencies",
        _columns(),
        title=title_with_round(compared.setting, "competencies"),
        remarks=(
            _("Shortfalls are everybody's; what became of them, those of people in both rounds."),
            _(CHANGE_RULE),
            _(_ORDER),
        ),
        frozen_columns=2,
        groups=_groups(),
    )
    if not known:
        listed.fill_with_words(_("Nothing is required of anybody."))
        return
    listed.fill(_rows(compared, known), len(known))


def _columns() -> tuple[ListColumn, ...]:
    three = (
        ListColumn(_("Then"), 9.5, COUNT),
        ListColumn(_("Now"), 9.5, COUNT),
        ListColumn(_("Change"), 10, COUNT_CHANGE),
    )
    return (
        ListColumn(_("Group"), 30, SMALL_TEXT),
        ListColumn(_("Competency"), 34, TEXT),
        *(*three, *three),
        *(ListColumn(_(OUTCOME_WORDS[each]), 18, COUNT) for each in Outcome),
        ListColumn(_("What changed the levels of those in both rounds"), 38, SMALL_TEXT),
    )


def _groups() -> list[HeadingGroup]:
    second = _FIRST_COUNT + _NUMBERS
    third = second + _NUMBERS
    last = third + len(Outcome)
    return [
        HeadingGroup("", 0, _FIRST_COUNT - 1),
        HeadingGroup(remark_below(_("Levels short (fewer is better)")), _FIRST_COUNT, second - 1),
        HeadingGroup(remark_below(_("People below (fewer is better)")), second, third - 1),
        HeadingGroup(_("What became of it (people in both rounds)"), third, last - 1),
        HeadingGroup("", last, last),
    ]


def _rows(
    compared: Compared, known: Sequence[CompetencyChange]
) -> Iterator[tuple[Sequence[CellValue], Mapping[int, Dress]]]:
    causes = causes_by_competency(compared.comparison.people)
    once = RequiredOnce(compared.comparison.people).competencies
    for each in known:
        key, group = each.competency.id, each.competency.group
        yield (
            (
                *(compared.groups.get(group, group), each.competency.name),
                *(each.shortfall_then, each.shortfall_now),
                each.shortfall_now - each.shortfall_then,
                *(each.below_then, each.below_now, each.below_now - each.below_then),
                *(each.outcomes.get(outcome, 0) for outcome in Outcome),
                cause_words(causes.get(key, Causes()), once[key]),
            ),
            {},
        )
