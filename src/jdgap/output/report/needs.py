"""The sheet of training needs: what to train first, and whom.

Above, the competencies by total shortfall; below, one row for everybody behind each of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from jdgap.gaps import SEVERE_SHORTFALL, SIGN_RULE, CompetencyGap, PersonGaps
from jdgap.gaps.organisation import TrainingNeed
from jdgap.gaps.round import RoundResult
from jdgap.output.excel.gap_table import DASH, or_dash
from jdgap.output.excel.streamed import MOST_ROWS, CellValue
from jdgap.output.excel.style import Dress, points_for, points_of
from jdgap.output.report.charts import (
    PIXELS_PER_POINT,
    Bars,
    Frame,
    add_bars,
    height_of_bars,
    pixels_wide,
)
from jdgap.output.report.heat import add_gap_heat
from jdgap.output.report.knowledge import KnowledgePart
from jdgap.output.report.list_sheet import (
    GAP,
    HEADING,
    NUMBER,
    PERCENT,
    TEXT,
    ListColumn,
    ListSheet,
    lead_to,
    place_in,
    title_with_round,
)
from jdgap.output.report.setting import Setting, group_names
from jdgap.text.language import translate as _
from jdgap.text.language import translate_count

TABLE_NAME: Final = "jdgap_needs"
"""Of the list of people; a table shows its headings wherever one scrolls."""

_COUNT: Final = replace(NUMBER, pattern="#,##0")
_RANKED_BY: Final = replace(_COUNT, bold=True)
_MEAN: Final = replace(NUMBER, pattern="+0.00;-0.00;0.00")
_MIDDLE: Final = replace(TEXT, across="center", indent=0)
_LINK: Final = replace(TEXT, colour="0B5394")
_PART: Final = Dress(bold=True, wrap=False)
_MOST_BARS: Final = 10
_CHART_COLUMNS: Final = 11
_ROWS_AROUND_NEEDS: Final = 5
"""Chart, an empty row and headings above the ranking; an empty row and a title below."""
_SEVERE: Final = replace(_RANKED_BY, fill="A63E0A", colour="FFFFFF")
_RANKED_BY_COLUMN, _SEVERE_COLUMN, _LIST_COLUMN = 2, 4, 10
"""In the ranking."""
_GAP_COLUMN, _ID_COLUMN = 7, 8
"""In the list of people."""
_USUAL_LOOKS: Final[Mapping[int, Dress]] = {}
_SEVERE_LOOKS: Final[Mapping[int, Dress]] = {
    6: replace(NUMBER, bold=True),
    9: replace(TEXT, bold=True),
}

_Row = tuple[Sequence[CellValue], Mapping[int, Dress]]


def add_needs(setting: Setting) -> None:
    """Add the sheet with the ranking of needs, and with everybody behind each of them."""
    needs = setting.result.organisation.needs
    knowledge = KnowledgePart(setting)
    listed = ListSheet(
        setting,
        "needs",
        _columns(),
        title=title_with_round(setting, "needs"),
        remarks=(_(SIGN_RULE), _stands_on(setting)) if needs else (_(SIGN_RULE),),
        frozen_columns=None,
        legend_rows=len(needs) + _ROWS_AROUND_NEEDS + knowledge.height if needs else 0,
    )
    if not needs:
        listed.fill_with_words(no_needs(setting.result))
        knowledge.write(listed, listed.heading_row + 3)
        return
    _add_ranking(listed, needs)
    _add_chart(listed, needs)
    knowledge.write(listed, _first_row(listed) + len(needs) + 1)
    _add_people(listed, needs)


def no_needs(result: RoundResult) -> str:
    """Say why there are no training needs."""
    if not result.people:
        return _("There is no answer that could be counted.")
    if not result.organisation.distribution:
        return _("No level was given that could be counted.")
    return _("Nothing that was rated is below the requirement.")


def _stands_on(setting: Setting) -> str:
    people = len(setting.result.people)
    words = _(
        "Ranked by the levels that all of them are short of together; people counted: {people}."
    )
    return words.format(people=f"{people:,}")


def _columns() -> tuple[ListColumn, ...]:
    """Return the columns of the list of people; the ranking above shares their widths."""
    return (
        ListColumn(_("Rank"), 8, NUMBER),
        ListColumn(_("Competency"), 34, TEXT),
        ListColumn(_("Self"), 11, NUMBER),
        ListColumn(_("Supervisor"), 12, NUMBER),
        ListColumn(_("From level"), 10, NUMBER),
        ListColumn(_("To level"), 10, NUMBER),
        ListColumn(_("Levels short"), 10, NUMBER),
        ListColumn(_("Gap"), 10, GAP),
        ListColumn(_("Employee ID"), 15, TEXT),
        ListColumn(_("Name"), 28, TEXT),
        ListColumn(_("Position"), 34, TEXT),
        ListColumn(_("Department"), 24, TEXT),
    )


def _ranking_columns(widths: Sequence[float]) -> list[ListColumn]:
    far = _("{levels} or more").format(levels=SEVERE_SHORTFALL)
    headings = (
        (_("Rank"), NUMBER),
        (_("Competency"), TEXT),
        (_("Levels short"), _RANKED_BY),
        (_("People below"), _COUNT),
        (far, _COUNT),
        (_("% below"), PERCENT),
        (_("Largest shortfall"), NUMBER),
        (_("Mean gap"), _MEAN),
        (_("Rated / required"), _MIDDLE),
        (_("Group"), TEXT),
        (_("Who they are"), _LINK),
    )
    return [
        ListColumn(heading, width, dress)
        for (heading, dress), width in zip(headings, widths, strict=False)
    ]


def _first_row(listed: ListSheet) -> int:
    """Return the first row of the ranking."""
    return listed.legend_row + 3


def _add_ranking(listed: ListSheet, needs: Sequence[TrainingNeed]) -> None:
    columns = _ranking_columns([column.width for column in listed.columns])
    listed.write_headings(_first_row(listed) - 1, columns)
    groups = group_names(listed.setting.book)
    listed_from = listed.heading_row + 2  # as people count rows
    for place, need in enumerate(needs):
        row = _first_row(listed) + place
        end = min(MOST_ROWS, listed_from + len(need.people) - 1)
        words = translate_count(
            "row {first}", "rows {first} to {last}", end - listed_from + 1
        ).format(first=listed_from, last=end)
        is_listed = listed_from <= end
        values = (place + 1, *_values(need, groups), words if is_listed else DASH)
        _write(listed, row, columns, values)
        if is_listed:
            target = place_in(listed.sheet.name, f"A{listed_from}")
            lead_to(listed.sheet, row, _LIST_COLUMN, target)
        listed_from += len(need.people)


def _write(
    listed: ListSheet, row: int, columns: Sequence[ListColumn], values: Sequence[CellValue]
) -> None:
    looks, face, height = listed.setting.looks, listed.setting.face, 0.0
    for place, (value, column) in enumerate(zip(values, columns, strict=True)):
        dress = _SEVERE if place == _SEVERE_COLUMN and value else column.dress
        looks.write(listed.sheet, row, place, value, dress)
        text = value if isinstance(value, str) else ""
        height = max(height, points_for(text, column.width, face, column.dress))
    listed.sheet.set_row(row, height)


def _values(need: TrainingNeed, groups: Mapping[str, str]) -> tuple[CellValue, ...]:
    summary = need.summary
    return (
        summary.competency.name.text,
        summary.shortfall,
        summary.below,
        summary.severe,
        100 * summary.below / summary.rated,
        summary.largest_shortfall,
        summary.mean_gap,
        f"{summary.rated:,} / {summary.required:,}",
        groups[summary.competency.group],
    )


def _add_chart(listed: ListSheet, needs: Sequence[TrainingNeed]) -> None:
    shown, setting = needs[:_MOST_BARS], listed.setting
    height = height_of_bars(len(shown), setting.face)
    listed.sheet.set_row(listed.legend_row, height)
    bars = Bars(
        title=_("Largest training needs (levels short)"),
        labels=[need.summary.competency.name.short for need in shown],
        values=[need.summary.shortfall for need in shown],
        values_at=(_first_row(listed), _RANKED_BY_COLUMN),
        labels_at=(_first_row(listed), len(listed.columns) + 1),
        pattern="#,##0",
        label_share=0.34,
        label_cells=40,
    )
    width = sum(pixels_wide(column.width) for column in listed.columns[:_CHART_COLUMNS])
    frame = Frame(listed.legend_row, 0, width - 2, int(height * PIXELS_PER_POINT) - 4)
    add_bars(setting, listed.sheet, bars, frame)


def _add_people(listed: ListSheet, needs: Sequence[TrainingNeed]) -> None:
    sheet, heading = listed.sheet, listed.heading_row
    behind = sum(len(need.people) for need in needs)
    count = min(behind, MOST_ROWS - heading - 1)
    part = _("Who is behind each need, the largest shortfall first")
    if count < behind:
        part = _("{part} (the first {count} of {all}: a sheet has no room for more)").format(
            part=part, count=f"{count:,}", all=f"{behind:,}"
        )
    listed.setting.looks.write(sheet, heading - 1, 0, part, _PART)
    sheet.set_row(heading - 1, points_of(1, listed.setting.face, _PART))
    look = listed.setting.looks.of(HEADING)
    named = [{"header": column.heading, "header_format": look} for column in listed.columns]
    sheet.add_streamed_table(heading, count, {"name": TABLE_NAME, "columns": named, "style": None})
    add_gap_heat(sheet, listed.range_of(_GAP_COLUMN, count), listed.setting.looks)
    sheet.ignore_errors({"number_stored_as_text": listed.range_of(_ID_COLUMN, count)})
    listed.fill(islice(_rows(listed.setting, needs), count), count, filtered=False)


def _rows(setting: Setting, needs: Sequence[TrainingNeed]) -> Iterator[_Row]:
    for rank, need in enumerate(needs, start=1):
        name = need.summary.competency.name.text
        for person in need.people:
            gap, said = _gap_of(person, need), person.assessment
            values = (
                *(rank, name, or_dash(gap.self_level), or_dash(gap.supervisor_level)),
                *(gap.actual_level, gap.required_level, gap.shortfall, gap.gap),
                *(said.employee_id, said.name, person.position_title),
                person.department_name(setting.book),
            )
            yield values, _SEVERE_LOOKS if gap.is_severe else _USUAL_LOOKS


def _gap_of(person: PersonGaps, need: TrainingNeed) -> CompetencyGap:
    wanted = need.summary.competency.id
    return next(gap for gap in person.results if gap.competency.id == wanted)
