"""The development plan: a line for each shortfall, with room for what will be done about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from jdgap.gaps import CompetencyGap, PersonGaps, priorities
from jdgap.output.excel.gap_table import STRONG_SHORTFALL
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress
from jdgap.output.records import department
from jdgap.output.report.list_sheet import NUMBER, TEXT, ListColumn, ListSheet, title_with_round
from jdgap.output.report.setting import Setting
from jdgap.text.dates import long_date
from jdgap.text.language import mark
from jdgap.text.language import translate as _

TO_FILL_IN: Final = replace(TEXT, fill="FFF9DF", pattern="@")
"""What is not known yet; as text, or Excel would make a date of a month in English."""
SHORTFALL: Final = replace(NUMBER, bold=True, pattern='"▼" 0', colour="7A2E00", fill="FBE0CF")
STRONG: Final = replace(SHORTFALL, pattern='"▼▼" 0', colour="FFFFFF", fill="B4450B")
_SHORTFALL_COLUMN = 8
_MONTHS_AHEAD = 15
_LONGEST_LIST: Final = 255
"""Excel's limit for a list that stands in the rule itself."""

_METHODS = (mark("By doing the work"), mark("From others"), mark("Course"))
_STATES = (mark("Planned"), mark("Under way"), mark("Done"))

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
        remarks=_remarks() if count else (),
        frozen_columns=3,
    )
    if not count:
        listed.fill_with_words(_nothing_to_plan(setting))
        return
    known = len(_known_columns())
    choices: Mapping[int, Sequence[str]] = {
        known: [_(each) for each in _METHODS],
        known + 2: _months(setting.day),
        known + 4: [_(each) for each in _STATES],
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
        ListColumn(_("Group"), 19, TEXT),
        ListColumn(_("Competency"), 27, TEXT),
        ListColumn(_("From level"), 9, NUMBER),
        ListColumn(_("To level"), 9.5, NUMBER),
        ListColumn(_("Shortfall"), 10, SHORTFALL),
    )


def _columns_to_fill_in() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("How"), 14, TO_FILL_IN),
        ListColumn(_("Activity or course"), 23, TO_FILL_IN),
        ListColumn(_("By when"), 14, TO_FILL_IN),
        ListColumn(_("Owner"), 15, TO_FILL_IN),
        ListColumn(_("State of work"), 13, TO_FILL_IN),
        ListColumn(_("Result"), 14, TO_FILL_IN),
    )


def _remarks() -> tuple[str, ...]:
    return (
        _("▼▼ {levels} levels or more below the requirement").format(levels=STRONG_SHORTFALL),
        _("Fill in the yellow cells together with the employee and the supervisor."),
    )


def _nothing_to_plan(setting: Setting) -> str:
    if not setting.result.people:
        return _("There is no answer that could be counted.")
    return _("No shortfall among what was assessed.")


def _offer(listed: ListSheet, area: str, words: Sequence[str]) -> None:
    """Let the cells of `area` offer `words` in a list; other words may be typed, too."""
    listed.sheet.data_validation(
        area, {"validate": "list", "source": list(words), "show_error": False}
    )


def _months(day: date) -> list[str]:
    """Return the months from `day` on, as many as the list may hold."""
    months: list[str] = []
    for count in range(_MONTHS_AHEAD):
        years, month = divmod(day.month - 1 + count, 12)
        first = date(day.year + years, month + 1, 1)
        months.append(long_date(first).split(" ", 1)[1])
    while len(",".join(months)) > _LONGEST_LIST:
        months.pop()
    return months


def _rows(setting: Setting) -> Iterator[_Row]:
    strong = {_SHORTFALL_COLUMN: STRONG}
    usual: Mapping[int, Dress] = {}
    blanks = (None,) * len(_columns_to_fill_in())
    groups = {group.id: group.name.text for group in setting.book.groups}
    for person in setting.result.people:
        behind = priorities(person.results)
        if not behind:
            continue
        who = _who(setting, person)
        for gap in behind:
            is_strong = (gap.shortfall or 0) >= STRONG_SHORTFALL
            values = (*who, *_gap_values(groups, gap), *blanks)
            yield values, strong if is_strong else usual


def _who(setting: Setting, person: PersonGaps) -> tuple[CellValue, ...]:
    said = person.assessment
    held = person.position.title.text if person.position else said.position_written
    return department(setting.book, person), said.employee_id, said.name, held


def _gap_values(groups: Mapping[str, str], gap: CompetencyGap) -> tuple[CellValue, ...]:
    return (
        groups[gap.competency.group],
        gap.competency.name.text,
        gap.actual_level,
        gap.required_level,
        gap.shortfall,
    )
