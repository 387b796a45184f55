"""Native charts of the report: bars that can be told apart without colour.

Names stand in hidden columns, broken into lines: Excel does not break Thai between words. All
numbers are those of the tables that people see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from jdgap.output.excel.chart_letters import label_lines, use_thai_letters
from jdgap.output.excel.gap_table import DASH
from jdgap.output.excel.looks import Looks, cell_text, not_xml
from jdgap.output.excel.style import Dress, Typeface
from jdgap.output.report.setting import Setting
from jdgap.text.cleaning import like_formula

BLUE: Final = "#2F5597"
_OUTLINE: Final = {"color": "#595959", "width": 0.75}
_GRID: Final = {"color": "#D0D0D0", "width": 0.5}
_LETTERS: Final = 0.72
_TITLE_LETTERS: Final = 0.9
"""Of the body text's size."""
_LETTERS_PER_BAR: Final = 0.52
"""Size of the letters, of the room that a lying bar has."""
_MOVES_WITH_CELLS: Final = 2
_HIDDEN: Final = Dress(wrap=False)
_SIZES_PER_BAR: Final = 1.5
_SIZES_AROUND_BARS: Final = 2.8
"""Height of lying bars, in sizes of the font."""
_TALLEST_BARS: Final = 430.0
"""Points; a chart should fit on a page."""

PIXELS_PER_POINT: Final = 4 / 3
_PIXELS_PER_UNIT: Final = 7
_PIXELS_BESIDE: Final = 5
"""What Excel adds to a column of so many units."""


@dataclass(frozen=True, slots=True)
class Bars:
    """What a chart of bars shows.

    Attributes:
        title: Above the bars.
        labels: The name or the number of each bar.
        values: The length of each bar; None has no bar, and a dash for its number.
        values_at: The cell of the first value, counted from 0; the others stand below it.
        labels_at: The cell of the first label; names are written there and hidden.
        pattern: Number format of the values.
        highest: Where the axis ends; None leaves it to the program.
        label_pattern: Number format of labels that are numbers; empty for names.
        label_cells: Terminal cells to a line of a label.
        label_share: The share of the chart's width that the labels take.
        colours: Of each bar, as #RRGGBB; empty paints all in one.
        upright: Bars stand; else they lie, the first on top.
    """

    title: str
    labels: Sequence[str | int]
    values: Sequence[float | None]
    values_at: tuple[int, int]
    labels_at: tuple[int, int]
    pattern: str
    highest: float | None = None
    label_pattern: str = ""
    label_cells: int = 22
    label_share: float = 0.4
    colours: Sequence[str] = ()
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a chart stands.

    Attributes:
        row: The row of its upper left corner, counted from 0.
        column: The column of it.
        width: In pixels.
        height: In pixels.
        right: How many pixels right of the cell's corner it begins.
        below: How many pixels below it.
    """

    row: int
    column: int
    width: int
    height: int
    right: int = 1
    below: int = 1


def add_bars(setting: Setting, sheet: Worksheet, bars: Bars, frame: Frame) -> None:
    """Draw `bars`."""
    labels = bars.labels if bars.label_pattern else _write_names(setting.looks, sheet, bars)
    chart: Any = setting.workbook.add_chart({"type": "column" if bars.upright else "bar"})
    use_thai_letters(chart)
    font = _font(setting.face, _letters(bars, frame, setting.face))
    chart.add_series(_series(sheet, bars, labels, font))
    _set_axes(chart, bars, font)
    chart.set_title(
        {"name": cell_text(bars.title), "name_font": _font(setting.face, _TITLE_LETTERS, bold=True)}
    )
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"color": "#BFBFBF"}})
    chart.set_plotarea({"layout": _drawing(bars, frame, setting.face)})
    chart.show_hidden_data()
    chart.set_size({"width": frame.width, "height": frame.height})
    where: dict[str, Any] = {
        "object_position": _MOVES_WITH_CELLS,
        "description": cell_text(bars.title),
    }
    where |= {"x_offset": frame.right, "y_offset": frame.below}
    sheet.insert_chart(frame.row, frame.column, chart, where)


def height_of_bars(count: int, face: Typeface) -> float:
    """Return how many points a chart of `count` lying bars is high: many are drawn closer."""
    bars = min(_TALLEST_BARS, _SIZES_PER_BAR * face.size * count)
    return _SIZES_AROUND_BARS * face.size + bars


def pixels_wide(width: float) -> int:
    """Return how wide a column of `width` units is on the screen."""
    return int(width * _PIXELS_PER_UNIT + 0.5) + _PIXELS_BESIDE


def units_wide(pixels: float) -> float:
    """Return the units of one column that is so many pixels wide on the screen."""
    return (pixels - _PIXELS_BESIDE) / _PIXELS_PER_UNIT


def _write_names(looks: Looks, sheet: Worksheet, bars: Bars) -> Sequence[str | int]:
    row, column = bars.labels_at
    sheet.set_column(column, column, None, None, {"hidden": True})
    labels = [not_xml(label_lines(str(each), bars.label_cells)) for each in bars.labels]
    for place, label in enumerate(labels):
        look = looks.of(_HIDDEN, quoted=like_formula(label))
        sheet.write_string(row + place, column, label, look)
    return labels


def _letters(bars: Bars, frame: Frame, face: Typeface) -> float:
    """Return the size of letters that fits beside each bar, of the body text's size."""
    if bars.upright:
        return _LETTERS
    room = frame.height / PIXELS_PER_POINT / (len(bars.labels) + _SIZES_AROUND_BARS)
    return min(_LETTERS, _LETTERS_PER_BAR * room / face.size)


def _series(
    sheet: Worksheet, bars: Bars, labels: Sequence[str | int], font: dict[str, Any]
) -> dict[str, Any]:
    last = len(labels) - 1
    (row, column), (label_row, label_column) = bars.values_at, bars.labels_at
    shown = [{"value": DASH, "font": font} if each is None else None for each in bars.values]
    return {
        "categories": [sheet.name, label_row, label_column, label_row + last, label_column],
        "categories_data": list(labels),
        "values": [sheet.name, row, column, row + last, column],
        "values_data": list(bars.values),
        "fill": {"color": BLUE},
        "border": _OUTLINE,
        "gap": 45,
        "points": [{"fill": {"color": each}, "border": _OUTLINE} for each in bars.colours] or None,
        "data_labels": {
            "value": True,
            "position": "outside_end",
            "num_format": bars.pattern,
            "font": font,
            "custom": shown if None in bars.values else None,
        },
    }


def _set_axes(
    chart: Any,  # noqa: ANN401 (untyped there)
    bars: Bars,
    font: dict[str, Any],
) -> None:
    names = {"num_font": font, "major_tick_mark": "none", "line": _GRID, "interval_unit": 1}
    if bars.label_pattern:
        names["num_format"] = bars.label_pattern
    numbers = {"min": 0, "num_format": "#,##0", "num_font": font, "line": {"none": True}}
    if bars.highest is not None:
        numbers["max"] = bars.highest
    if bars.upright:
        chart.set_x_axis(names)
        chart.set_y_axis({**numbers, "major_gridlines": {"visible": True, "line": _GRID}})
        return
    # XlsxWriter names the axes of lying bars by where they lie. With the first bar on top the
    # numbers would stand there, too; each bar has its own beside it.
    chart.set_y_axis({**names, "reverse": True})
    chart.set_x_axis({**numbers, "visible": False, "major_gridlines": {"visible": False}})


def _drawing(bars: Bars, frame: Frame, face: Typeface) -> dict[str, float]:
    """Return where the bars are drawn: the title stands above, names left of them or below."""
    line = face.size * PIXELS_PER_POINT / frame.height
    title = 2.5 * _TITLE_LETTERS * line
    if bars.upright:
        below = 2.5 * _LETTERS * line
        return {"x": 0.11, "y": title, "width": 0.86, "height": 1 - title - below}
    right = 0.1
    return {
        "x": bars.label_share,
        "y": title,
        "width": 1 - bars.label_share - right,
        "height": 0.97 - title,
    }


def _font(face: Typeface, scale: float, *, bold: bool = False) -> dict[str, Any]:
    return {"name": face.name, "size": face.size * scale, "bold": bold}
