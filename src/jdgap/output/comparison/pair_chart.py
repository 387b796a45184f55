"""A chart of two bars for each name, then and now; they differ in light and dark and in pattern."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from jdgap.output.excel.chart_letters import label_lines, use_thai_letters
from jdgap.output.excel.looks import cell_text, not_xml
from jdgap.output.excel.style import Dress
from jdgap.output.report.board import Board
from jdgap.output.report.charts import BLUE, Frame
from jdgap.text.cleaning import like_formula

_OUTLINE: Final = {"color": "#404040", "width": 0.75}
_GRID: Final = {"color": "#D0D0D0", "width": 0.5}
_LETTERS, _TITLE_LETTERS = 0.72, 0.9
"""Of the body text's size."""
_THEN_GROUND: Final = "#FFFFFF"
_LABEL_CELLS: Final = 18
_MOVES_WITH_CELLS: Final = 2
_HIDDEN: Final = Dress(wrap=False)


@dataclass(frozen=True, slots=True)
class Pairs:
    """What the chart shows; its numbers and names stand in hidden columns.

    Attributes:
        title: Above the bars.
        labels: The name of each pair.
        then: The older round's values; None has no bar.
        now: The newer round's.
        names: What the two rounds are called in the legend.
        labels_at: The cell of the first label, counted from 0; the values stand right of it.
        highest: Where the axis ends; None leaves it to the program.
        pattern: Number format of the values.
    """

    title: str
    labels: Sequence[str]
    then: Sequence[float | None]
    now: Sequence[float | None]
    names: tuple[str, str]
    labels_at: tuple[int, int]
    highest: float | None = None
    pattern: str = "0.0"


def add_pairs(board: Board, pairs: Pairs, frame: Frame) -> None:
    """Draw `pairs`."""
    labels = _write_hidden(board, pairs)
    chart: Any = board.setting.workbook.add_chart({"type": "column"})
    use_thai_letters(chart)
    face = board.setting.face
    font = {"name": face.name, "size": face.size * _LETTERS, "bold": False}
    fills = (
        {
            "pattern": {
                "pattern": "wide_upward_diagonal",
                "fg_color": BLUE,
                "bg_color": _THEN_GROUND,
            }
        },
        {"fill": {"color": BLUE}},
    )
    for place, (name, fill) in enumerate(zip(pairs.names, fills, strict=True), start=1):
        chart.add_series(_series(board, pairs, labels, place) | _look(name, fill, font, pairs))
    axis = {"num_font": font, "major_tick_mark": "none", "line": _GRID}
    chart.set_x_axis(axis)
    scale = {"min": 0, "num_format": "#,##0", "major_gridlines": {"visible": True, "line": _GRID}}
    chart.set_y_axis(axis | scale | ({"max": pairs.highest} if pairs.highest else {}))
    title_font = {"name": face.name, "size": face.size * _TITLE_LETTERS, "bold": True}
    chart.set_title({"name": cell_text(pairs.title), "name_font": title_font})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_chartarea({"border": {"color": "#BFBFBF"}})
    chart.show_hidden_data()
    chart.set_size({"width": frame.width, "height": frame.height})
    where = {
        "object_position": _MOVES_WITH_CELLS,
        "description": cell_text(pairs.title),
        "x_offset": frame.right,
        "y_offset": frame.below,
    }
    board.sheet.insert_chart(frame.row, frame.column, chart, where)


def _write_hidden(board: Board, pairs: Pairs) -> list[str]:
    """Write what the chart shows into hidden columns, and return the labels as they stand there."""
    row, column = pairs.labels_at
    board.sheet.set_column(column, column + 2, None, None, {"hidden": True})
    looks = board.setting.looks
    labels = [not_xml(label_lines(each, _LABEL_CELLS)) for each in pairs.labels]
    for place, label in enumerate(labels):
        look = looks.of(_HIDDEN, quoted=like_formula(label))
        board.sheet.write_string(row + place, column, label, look)
        for right, value in enumerate((pairs.then[place], pairs.now[place]), start=1):
            looks.write(board.sheet, row + place, column + right, value, _HIDDEN)
    return labels


def _series(board: Board, pairs: Pairs, labels: list[str], place: int) -> dict[str, Any]:
    (row, column), last = pairs.labels_at, len(labels) - 1
    sheet = board.sheet.name
    return {
        "categories": [sheet, row, column, row + last, column],
        "categories_data": labels,
        "values": [sheet, row, column + place, row + last, column + place],
        "values_data": list(pairs.then if place == 1 else pairs.now),
    }


def _look(name: str, fill: dict[str, Any], font: dict[str, Any], pairs: Pairs) -> dict[str, Any]:
    return {
        "name": cell_text(name),
        **fill,
        "border": _OUTLINE,
        "gap": 60,
        "overlap": 0,
        "data_labels": {
            "value": True,
            "position": "outside_end",
            "num_format": pairs.pattern,
            "font": font,
        },
    }
