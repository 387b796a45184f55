"""The chart of a gap sheet: required and actual levels, competency by competency."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from openpyxl.chart import BarChart, RadarChart, Reference
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
)
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from jdgap.gaps import CompetencyGap
from jdgap.output.excel.style import Typeface, safe_text
from jdgap.text.language import translate as _
from jdgap.text.wrapping import thai_lines

REQUIRED_COLOUR: Final = "1F3864"
ACTUAL_COLOUR: Final = "C55A11"
_FEWEST_FOR_RADAR = 3
_LABEL_CELLS = 18
_MOST_GRID_LINES = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the chart stands: its first cell and the first one after it, counted from one."""

    column: int
    row: int
    column_after: int
    row_after: int


def add_chart(
    sheet: Worksheet,
    results: Sequence[CompetencyGap],
    highest: int,
    face: Typeface,
    frame: Frame,
) -> None:
    """Draw required and actual levels; what was not assessed leaves a hole, never a zero.

    The numbers stand in hidden columns right of the print area, because the table's own cells
    hold a dash where there is no level.
    """
    first_column = sheet.max_column + 2
    _write_numbers(sheet, results, first_column)
    last_row = len(results) + 1
    chart: Any = _new_chart(len(results))
    numbers = Reference(
        sheet, min_col=first_column + 1, max_col=first_column + 2, min_row=1, max_row=last_row
    )
    chart.add_data(numbers, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=first_column, min_row=2, max_row=last_row))
    _set_axes(chart, highest, face)
    _set_lines(chart)
    _set_frame(chart, face)
    chart.anchor = TwoCellAnchor(
        editAs="oneCell",
        _from=AnchorMarker(col=frame.column - 1, row=frame.row - 1),
        to=AnchorMarker(col=frame.column_after - 1, row=frame.row_after - 1),
    )
    sheet.add_chart(chart)


def _set_frame(chart: Any, face: Typeface) -> None:  # noqa: ANN401 - either chart
    """Leave room for long names around the drawing, and for the legend below it."""
    chart.legend.position = "b"
    chart.legend.txPr = _text(face, 0.72)
    chart.title = None
    chart.layout = Layout(
        manualLayout=ManualLayout(
            layoutTarget="inner",
            xMode="edge",
            yMode="edge",
            x=0.24,
            y=0.12,
            w=0.52,
            h=0.62,
        )
    )
    chart.visible_cells_only = False
    chart.display_blanks = "gap"


def _new_chart(competencies: int) -> RadarChart | BarChart:
    if competencies >= _FEWEST_FOR_RADAR:
        radar = RadarChart()
        radar.type = "marker"
        return radar
    return BarChart()


def _write_numbers(sheet: Worksheet, results: Sequence[CompetencyGap], column: int) -> None:
    rows: list[tuple[str, str | int, str | int | None]] = [("", _("Required"), _("Actual"))]
    rows += [
        (
            "\n".join(thai_lines(safe_text(each.competency.name.text), _LABEL_CELLS)),
            each.required_level,
            each.actual_level,
        )
        for each in results
    ]
    for row, values in enumerate(rows, start=1):
        for offset, value in enumerate(values):
            cell = sheet.cell(row, column + offset)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    for offset in range(3):
        sheet.column_dimensions[get_column_letter(column + offset)].hidden = True


def _set_axes(chart: Any, highest: int, face: Typeface) -> None:  # noqa: ANN401 - either chart
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.txPr = _text(face, 0.72)
    chart.y_axis.scaling.min = 0
    chart.y_axis.scaling.max = highest
    chart.y_axis.majorUnit = 1 if highest <= _MOST_GRID_LINES else None
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=_line("BFBFBF", 6350))
    chart.y_axis.number_format = "0"


def _set_lines(chart: Any) -> None:  # noqa: ANN401 - either chart
    """Tell the two apart without colour: a dashed line, and a solid one with marks."""
    required, actual = chart.series
    if isinstance(chart, BarChart):
        required.graphicalProperties.solidFill = REQUIRED_COLOUR
        actual.graphicalProperties.solidFill = ACTUAL_COLOUR
        return
    required.graphicalProperties = GraphicalProperties(ln=_line(REQUIRED_COLOUR, 22225, "sysDash"))
    required.marker.symbol = "none"
    actual.graphicalProperties = GraphicalProperties(ln=_line(ACTUAL_COLOUR, 25400))
    actual.marker.symbol = "circle"
    actual.marker.size = 7
    actual.marker.graphicalProperties = GraphicalProperties(solidFill=ACTUAL_COLOUR)


def _line(colour: str, width: int, dash: Literal["sysDash"] | None = None) -> Any:  # noqa: ANN401 - untyped there
    return LineProperties(solidFill=colour, w=width, prstDash=dash)


def _text(face: Typeface, scale: float) -> RichText:
    """Return text looks for a part of the chart; Thai takes the complex-script font."""
    letters = Font(typeface=face.name)
    looks = CharacterProperties(
        latin=letters, cs=letters, ea=letters, sz=round(face.size * scale * 100)
    )
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=looks), endParaRPr=looks)])
