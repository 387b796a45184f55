"""The sheet of people: everybody's gaps, competency by competency, as a heat map."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from jdgap.gaps import SIGN_RULE, PersonGaps
from jdgap.output.excel.gap_table import DASH, or_dash
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress, in_lines
from jdgap.output.report.heat import NOT_REQUIRED_FILL, add_gap_heat, add_legend
from jdgap.output.report.list_sheet import (
    GAP,
    NUMBER,
    PERCENT,
    TEXT,
    ListColumn,
    ListSheet,
    heading_groups,
    lead_to,
    place_in,
    title_with_round,
)
from jdgap.output.report.setting import Setting, group_names
from jdgap.positions import Competency
from jdgap.text.language import translate as _

NOT_REQUIRED: Final = replace(GAP, fill=NOT_REQUIRED_FILL)
_LINKED: Final = replace(TEXT, colour="0B5394")
_GAP_WIDTH = 7.5
_LARGEST_GAP = 7
_FROZEN = 2
_NAME = 1

_Row = tuple[Sequence[CellValue], Mapping[int, Dress]]


def add_people(setting: Setting, sheet_of: Mapping[int, str] | None = None) -> None:
    """Add the sheet with a row for each person and a column for each competency.

    Args:
        setting: The report.
        sheet_of: The title of somebody's own sheet by their place in `RoundResult.people`; their
            name leads to it.
    """
    result = setting.result
    competencies = setting.competencies
    columns = [*_own_columns(), *(_gap_column(each) for each in competencies)]
    listed = ListSheet(
        setting,
        "people",
        columns,
        title=title_with_round(setting, "people"),
        remarks=(_(SIGN_RULE),),
        frozen_columns=_FROZEN,
        legend_rows=2,
        groups=heading_groups(
            (each.group for each in competencies), group_names(setting.book), len(_own_columns())
        ),
    )
    if not result.people:
        listed.fill_with_words(_("There is no answer that could be counted."))
        return
    count = len(result.people)
    add_legend(listed.sheet, setting.looks, listed.legend_row, 0)
    # Beside somebody's shares, which may look fine, the largest gap wears its colour, too.
    area = listed.range_of(_LARGEST_GAP, count, len(columns) - 1)
    add_gap_heat(listed.sheet, area, setting.looks)
    listed.sheet.ignore_errors({"number_stored_as_text": listed.range_of(0, count)})
    for place, title in (sheet_of or {}).items():
        lead_to(listed.sheet, listed.heading_row + 1 + place, _NAME, place_in(title))
    listed.fill(_rows(setting, competencies, frozenset(sheet_of or ())), count)


def _own_columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("Employee ID"), 13, TEXT),
        ListColumn(_("Name"), 24, TEXT),
        ListColumn(_("Position"), 32, TEXT),
        ListColumn(_("Department"), 23, TEXT),
        ListColumn(_("Fit %"), 11, PERCENT),
        ListColumn(_("Coverage %"), 11, PERCENT),
        ListColumn(_("Shortfall"), 11, NUMBER),
        ListColumn(_("Largest gap"), 9, GAP),
    )


def _gap_column(competency: Competency) -> ListColumn:
    return ListColumn(in_lines(competency.name), _GAP_WIDTH, GAP, turned=True)


def _rows(
    setting: Setting, competencies: Sequence[Competency], linked: frozenset[int]
) -> Iterator[_Row]:
    first = len(_own_columns())
    greyed: dict[str, Mapping[int, Dress]] = {}
    for place, person in enumerate(setting.result.people):
        required = person.compared_with.required
        position = person.compared_with.id
        if position not in greyed:
            greyed[position] = {
                column: NOT_REQUIRED
                for column, each in enumerate(competencies, start=first)
                if each.id not in required
            }
        others = greyed[position]
        gaps = {each.competency.id: each.gap for each in person.results}
        values = [
            *_own_values(setting, person, gaps),
            *(or_dash(gaps[each.id]) if each.id in gaps else None for each in competencies),
        ]
        yield values, ({**others, _NAME: _LINKED} if place in linked else others)


def _own_values(
    setting: Setting, person: PersonGaps, gaps: Mapping[str, int | None]
) -> tuple[CellValue, ...]:
    said, totals = person.assessment, person.totals
    rated = [gap for gap in gaps.values() if gap is not None]
    return (
        said.employee_id,
        said.name,
        person.position_title,
        person.department_name(setting.book),
        or_dash(totals.fit_pct),
        or_dash(totals.coverage_pct),
        totals.shortfall if rated else DASH,
        min(rated, default=DASH),
    )
