"""The sheet of all changes: one tidy Excel table, a row for each person and competency."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from jdgap.gaps.changes import LevelChange, PersonChange
from jdgap.output.comparison.setting import (
    COUNT,
    SEVERE_GAP,
    SMALL_TEXT,
    Compared,
    meaning_of_mark,
)
from jdgap.output.comparison_words import OUTCOME_WORDS, cause_of_change
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress
from jdgap.output.report.list_sheet import GAP, TEXT, ListColumn, ListSheet, title_with_round
from jdgap.output.then_and_now import is_severe
from jdgap.text.language import mark
from jdgap.text.language import translate as _

TABLE_NAME: Final = "jdgap_changes"
_ORDER: Final = mark("By person and competency, in the newer round's order.")
_GAP_THEN, _GAP_NOW = 13, 14
"""Columns."""


def add_changes(compared: Compared) -> None:
    """Add the sheet; what is not known is a cell without anything in it."""
    people = compared.comparison.people
    columns = _columns()
    listed = ListSheet(
        compared.setting,
        "changes",
        columns,
        title=title_with_round(compared.setting, "changes"),
        remarks=(f"{_(_ORDER)} {meaning_of_mark()}",),
        frozen_columns=2,
    )
    count = sum(len(each.changes) for each in people)
    if not count:
        listed.fill_with_words(_("Nothing is required of anybody who is in both rounds."))
        return
    named = [{"header": each.heading} for each in columns]
    options = {"name": TABLE_NAME, "columns": named, "style": None}
    listed.sheet.add_streamed_table(listed.heading_row, count, options)
    listed.write_headings(listed.heading_row, columns)
    listed.sheet.ignore_errors({"number_stored_as_text": listed.range_of(0, count)})
    listed.fill(_rows(compared, people), count, filtered=False)


def _columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("Employee ID"), 13, TEXT),
        ListColumn(_("Name"), 22, TEXT),
        ListColumn(_("Position then"), 26, SMALL_TEXT),
        ListColumn(_("Position now"), 26, SMALL_TEXT),
        ListColumn(_("Department then"), 17, SMALL_TEXT),
        ListColumn(_("Department now"), 17, SMALL_TEXT),
        ListColumn(_("Group"), 24, SMALL_TEXT),
        ListColumn(_("Competency ID"), 20, SMALL_TEXT),
        ListColumn(_("Competency"), 26, TEXT),
        ListColumn(_("Required then"), 10, COUNT),
        ListColumn(_("Required now"), 10, COUNT),
        ListColumn(_("Actual then"), 10, COUNT),
        ListColumn(_("Actual now"), 10, COUNT),
        ListColumn(_("Gap then"), 10, GAP),
        ListColumn(_("Gap now"), 10, GAP),
        ListColumn(_("Change of the person"), 11, GAP),
        ListColumn(_("Change of the requirement"), 17, GAP),
        ListColumn(_("Change of the gap"), 11, GAP),
        ListColumn(_("What became of it"), 18, SMALL_TEXT),
        ListColumn(_("What changed"), 26, SMALL_TEXT),
    )


def _rows(
    compared: Compared, people: Sequence[PersonChange]
) -> Iterator[tuple[Sequence[CellValue], Mapping[int, Dress]]]:
    for person in people:
        then, now = person.then, person.now
        who = (
            *(now.employee_id or then.employee_id, now.name or then.name),
            *(then.position, now.position, then.department, now.department),
        )
        for each in person.changes:
            looks = {
                column: SEVERE_GAP
                for column, levels in ((_GAP_THEN, each.then), (_GAP_NOW, each.now))
                if is_severe(levels)
            }
            yield (*who, *_values(compared, person, each)), looks


def _values(compared: Compared, person: PersonChange, each: LevelChange) -> tuple[CellValue, ...]:
    then, now, competency = each.then, each.now, each.competency
    return (
        compared.groups.get(competency.group, competency.group),
        competency.id,
        competency.name,
        *(levels.required_level if levels else None for levels in (then, now)),
        *(levels.actual_level if levels else None for levels in (then, now)),
        *(levels.gap if levels else None for levels in (then, now)),
        *(each.person_change, each.requirement_change, each.gap_change),
        _(OUTCOME_WORDS[each.outcome]),
        cause_of_change(person, each),
    )
