"""The chart of a gap sheet: required and actual levels, competency by competency."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from jdgap.gaps import CompetencyGap
from jdgap.output.excel.chart_letters import label_lines, use_thai_letters
from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Typeface
from jdgap.output.excel.xlsxwriter_page import pixels_high, pixels_wide
from jdgap.text.language import translate as _

REQUIRED_COLOUR: Final = "#1F3864"
ACTUAL_COLOUR: Final = "#C55A11"
_GRID_COLOUR = "#BFBFBF"
_FEWEST_FOR_RADAR = 3
_LABEL_CELLS = 20
_MOST_GRID_LINES = 12
_LETTERS = 0.72
"""Of the body text's size."""
_DRAWING: Final = {"x": 0.24, "y": 0.12, "width": 0.52, "height": 0.62}
"""Shares of the chart; the rest is for long names around the drawing, and the legend below it."""
_NO_TICKS: Final = {"major_tick_mark": "none", "minor_tick_mark": "none"}
_MOVES_WITH_CELLS: Final = 2
_GAP_BEFORE_NUMBERS: Final = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the chart stands: its first cell and the first one after it, counted from one."""

    column: int
    row: int
    column_after: int
    row_after: int


def put_numbers(page: Page, results: Sequence[CompetencyGap]) -> None:
    """Put what the chart shows into hidden columns, right of the print area.

    The table's own cells hold a dash where there is no level.
    """
    column = _first_column(page)
    page.hide(1, column + 1, _("Required"))
    page.hide(1, column + 2, _("Actual"))
    for row, each in enumerate(results, start=2):
        page.hide(row, column, label_lines(each.competency.name.short, _LABEL_CELLS))
        page.hide(row, column + 1, each.required_level)
        if each.actual_level is not None:
            page.hide(row, column + 2, each.actual_level)


def add_chart(  # noqa: PLR0913 - where it is drawn, and what is drawn
    workbook: Workbook,
    sheet: Worksheet,
    page: Page,
    results: Sequence[CompetencyGap],
    *,
    highest: int,
    frame: Frame,
) -> None:
    """Draw what `put_numbers` put; what was not assessed leaves a hole, never a zero.

    Args:
        workbook: The workbook of the sheet.
        sheet: Where `page` is drawn.
        page: Gives the font and the size of the cells.
        results: What is drawn, as it was put.
        highest: The highest level of the scale.
        frame: Where the chart stands.
    """
    radar = len(results) >= _FEWEST_FOR_RADAR
    chart: Any = workbook.add_chart({"type": "radar" if radar else "column"})
    use_thai_letters(chart)
    _add_series(chart, sheet, _first_column(page), results, _LINES if radar else _BARS)
    _set_axes(chart, highest, page.face)
    chart.set_legend({"position": "bottom", "font": _font(page.face)})
    chart.set_title({"none": True})
    chart.set_plotarea({"layout": _DRAWING})
    chart.show_hidden_data()
    chart.show_blanks_as("gap")
    chart.set_size(_size(page, frame))
    where = {"object_position": _MOVES_WITH_CELLS}
    sheet.insert_chart(frame.row - 1, frame.column - 1, chart, where)


def _add_series(
    chart: Any,  # noqa: ANN401 - either chart
    sheet: Worksheet,
    first_column: int,
    results: Sequence[CompetencyGap],
    looks: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    """Add required and actual, with what they show: programs that do not calculate show that."""
    names, last_row = first_column - 1, len(results)  # XlsxWriter counts from 0
    levels = [[each.required_level for each in results], [each.actual_level for each in results]]
    labels = [label_lines(each.competency.name.short, _LABEL_CELLS) for each in results]
    titles = (_("Required"), _("Actual"))
    for column, (title, data, look) in enumerate(
        zip(titles, levels, looks, strict=True), start=names + 1
    ):
        chart.add_series(
            {
                "name": [sheet.name, 0, column],
                "name_data": [title],
                "categories": [sheet.name, 1, names, last_row, names],
                "categories_data": labels,
                "values": [sheet.name, 1, column, last_row, column],
                "values_data": data,
                **look,
            }
        )


def _size(page: Page, frame: Frame) -> dict[str, int]:
    """Return the size of the cells that the chart covers, in pixels."""
    columns, rows = range(frame.column, frame.column_after), range(frame.row, frame.row_after)
    return {
        "width": sum(pixels_wide(page.widths[each - 1]) for each in columns),
        "height": sum(pixels_high(page.height(each)) for each in rows),
    }


_BARS: Final = ({"fill": {"color": REQUIRED_COLOUR}}, {"fill": {"color": ACTUAL_COLOUR}})
_LINES: Final = (
    {
        "line": {"color": REQUIRED_COLOUR, "width": 1.75, "dash_type": "square_dot"},
        "marker": {"type": "none"},
    },
    {
        "line": {"color": ACTUAL_COLOUR, "width": 2},
        "marker": {"type": "circle", "size": 7, "fill": {"color": ACTUAL_COLOUR}},
    },
)
"""Required and actual are told apart without colour: a dashed line, and a solid one with marks."""


def _first_column(page: Page) -> int:
    return len(page.widths) + _GAP_BEFORE_NUMBERS


def _set_axes(chart: Any, highest: int, face: Typeface) -> None:  # noqa: ANN401 - either chart
    chart.set_x_axis({"num_font": _font(face), **_NO_TICKS})
    step = {"major_unit": 1} if highest <= _MOST_GRID_LINES else {}
    chart.set_y_axis(
        {
            "min": 0,
            "max": highest,
            "num_format": "0",
            "num_font": _font(face),
            "major_gridlines": {"visible": True, "line": {"color": _GRID_COLOUR, "width": 0.5}},
            **_NO_TICKS,
            **step,
        }
    )


def _font(face: Typeface) -> dict[str, Any]:
    return {"name": face.name, "size": face.size * _LETTERS}
