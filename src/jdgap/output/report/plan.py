"""The sheet of plans: a line for each shortfall, with what may be done, and room for the rest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from jdgap.gaps import SEVERE_SHORTFALL, PersonGaps
from jdgap.gaps.plan import PlanLine, Planning
from jdgap.output.excel.plan_cells import (
    BLANK_FILL,
    HOW,
    STATES,
    activities_in_words,
    how_in_words,
    months_from,
    when_in_words,
)
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress
from jdgap.output.report.list_sheet import NUMBER, TEXT, ListColumn, ListSheet, title_with_round
from jdgap.output.report.setting import Setting, group_names
from jdgap.text.language import translate as _

TO_FILL_IN: Final = replace(TEXT, fill=BLANK_FILL, pattern="@")
"""What is not known yet; as text, or Excel would make a date of a month in English."""
FILLED_IN: Final = replace(TEXT, pattern="@")
PROPOSED: Final = replace(TO_FILL_IN, italic=True)
"""What is known, but nobody has agreed to it yet."""
SHORTFALL: Final = replace(NUMBER, bold=True, pattern='"▼" 0', colour="7A2E00", fill="FBE0CF")
STRONG: Final = replace(SHORTFALL, pattern='"▼▼" 0', colour="FFFFFF", fill="B4450B")
_SHORTFALL_COLUMN = 9

_Row = tuple[Sequence[CellValue], Mapping[int, Dress]]


def add_plan(setting: Setting) -> None:
    """Add the sheet with a line for each shortfall, by department and employee."""
    columns = (*_known_columns(), *_columns_to_fill_in())
    count = sum(bool(gap.shortfall) for each in setting.result.people for gap in each.results)
    listed = ListSheet(
        setting,
        "plan",
        columns,
        title=title_with_round(setting, "plan"),
        remarks=tuple(_remarks(setting)) if count else (),
        frozen_columns=3,
    )
    if not count:
        listed.fill_with_words(_nothing_to_plan(setting))
        return
    known = len(_known_columns())
    choices: Mapping[int, Sequence[str]] = {
        known: [_(each) for each in HOW.values()],
        known + 2: months_from(setting.day),
        known + 4: [_(each) for each in STATES],
    }
    for column, words in choices.items():
        _offer(listed, listed.range_of(column, count), words)
    listed.sheet.ignore_errors({"number_stored_as_text": listed.range_of(1, count)})
    listed.fill(_rows(setting), count)


def _known_columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("Department"), 22, TEXT),
        ListColumn(_("Employee ID"), 13, TEXT),
        ListColumn(_("Name"), 22, TEXT),
        ListColumn(_("Position"), 27, TEXT),
        ListColumn(_("Priority"), 9.5, NUMBER),
        ListColumn(_("Group"), 19, TEXT),
        ListColumn(_("Competency"), 27, TEXT),
        ListColumn(_("From level"), 9, NUMBER),
        ListColumn(_("To level"), 9.5, NUMBER),
        ListColumn(_("Shortfall"), 10, SHORTFALL),
    )


def _columns_to_fill_in() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("How"), 14, TO_FILL_IN),
        ListColumn(_("Activity or course"), 30, TO_FILL_IN),
        ListColumn(_("By when"), 14, TO_FILL_IN),
        ListColumn(_("Owner"), 18, TO_FILL_IN),
        ListColumn(_("State of work"), 13, TO_FILL_IN),
        ListColumn(_("Result"), 14, TO_FILL_IN),
    )


def _remarks(setting: Setting) -> Iterator[str]:
    yield _("▼▼ {levels} levels or more below the requirement").format(levels=SEVERE_SHORTFALL)
    yield _("Fill in the yellow cells together with the employee and the supervisor.")
    if setting.result.supervisors:
        yield _("An owner in italics is the supervisor of the list of staff: a proposal.")


def _nothing_to_plan(setting: Setting) -> str:
    if not setting.result.people:
        return _("There is no answer that could be counted.")
    return _("No shortfall among what was assessed.")


def _offer(listed: ListSheet, area: str, words: Sequence[str]) -> None:
    """Let the cells of `area` offer `words` in a list; other words may be typed, too."""
    listed.sheet.data_validation(
        area, {"validate": "list", "source": list(words), "show_error": False}
    )


def _rows(setting: Setting) -> Iterator[_Row]:
    result = setting.result
    planning = Planning(result.activities, result.supervisors)
    groups = group_names(setting.book)
    known: dict[tuple[object, ...], Mapping[int, Dress]] = {}
    for person in result.people:
        lines = planning.lines(person)
        who = _who(setting, person) if lines else ()
        for line in lines:
            said = _said(line)
            key = (line.is_severe, *map(bool, said), line.is_owner_proposed)
            if key not in known:
                known[key] = _looks(line, said)
            yield (*who, *_gap_values(groups, line), *said, None, None), known[key]


def _who(setting: Setting, person: PersonGaps) -> tuple[CellValue, ...]:
    said = person.assessment
    department = person.department_name(setting.book)
    return department, said.employee_id, said.name, person.position_title


def _gap_values(groups: Mapping[str, str], line: PlanLine) -> tuple[CellValue, ...]:
    return (
        line.priority,
        groups[line.competency.group],
        line.competency.name.text,
        line.from_level,
        line.to_level,
        line.shortfall,
    )


def _said(line: PlanLine) -> tuple[str | None, ...]:
    """Return how, what, by when and who; None for what is not known."""
    words = (
        how_in_words(line.how),
        activities_in_words(line.activities),
        when_in_words(line.when),
        line.owner,
    )
    return tuple(each or None for each in words)


def _looks(line: PlanLine, said: Sequence[str | None]) -> Mapping[int, Dress]:
    """Return which cells of a line look otherwise than their columns."""
    looks = {_SHORTFALL_COLUMN: STRONG} if line.is_severe else {}
    first = _SHORTFALL_COLUMN + 1
    looks |= {first + place: FILLED_IN for place, each in enumerate(said) if each}
    if line.is_owner_proposed:
        looks[first + len(said) - 1] = PROPOSED
    return looks
