"""A sheet on narrow columns of equal width, so that tables of all kinds stand side by side."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from jdgap.output.excel.looks import cell_text
from jdgap.output.excel.style import Dress, points_for
from jdgap.output.report.charts import pixels_wide, units_wide
from jdgap.output.report.list_sheet import place_in
from jdgap.output.report.setting import Setting

HEADING: Final = Dress(
    bold=True, lines="box", fill="1F3864", colour="FFFFFF", across="center", scale=0.85
)
"""Of a table, or of a part of the sheet."""
PAGE_HEIGHT: Final = 895.0
"""Points that surely fit on a page as wide as the boards of summaries."""

Span = tuple[int, int]
"""The first and the last of some neighbouring columns, counted from 0."""


class Board:
    """A sheet on which cells reach over several columns, and rows grow with what they hold.

    Args:
        setting: The report.
        key: Which sheet it is, one of `Setting.titles`.
        columns: How many columns it has.
        width: The width of each, in Excel's units.

    Attributes:
        sheet: The sheet.
    """

    def __init__(self, setting: Setting, key: str, columns: int, width: float) -> None:
        self.setting = setting
        self.columns = columns
        self.width = width
        self.sheet: Any = setting.workbook.add_worksheet(setting.titles[key])
        self.sheet.set_column(0, columns - 1, width)
        self._heights: dict[int, float] = {}

    def put(self, row: int, span: Span, value: str | float | None, dress: Dress) -> None:
        """Write one cell that reaches over the columns of `span`; its row grows to hold it."""
        first, last = span
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", self.setting.looks.of(dress))
        self.setting.looks.write(self.sheet, row, first, value, dress)
        text = value if isinstance(value, str) else ""
        room = units_wide(self.pixels(span))
        self.grow(row, points_for(text, room, self.setting.face, dress))

    def link(self, row: int, span: Span, key: str, words: str, dress: Dress) -> None:
        """Write a cell that leads to the sheet `key`."""
        self.put(row, span, words, dress)
        target = f"internal:{place_in(self.setting.titles[key])}"
        self.sheet.write_url(row, span[0], target, self.setting.looks.of(dress), cell_text(words))

    def grow(self, row: int, points: float) -> None:
        """Make a row at least `points` high."""
        if points > self._heights.get(row, 0.0):
            self._heights[row] = points
            self.sheet.set_row(row, points)

    def height(self, first: int, last: int) -> float:
        """Return how high the rows from `first` to `last` are together, in points."""
        return sum(self._heights.get(row, 15.0) for row in range(first, last + 1))

    def break_pages(self, starts: Sequence[int], end: int) -> None:
        """End a page before each part that does not fit on it with those above.

        Args:
            starts: The first row of each part but the first, which begins the board.
            end: The row below the last part.
        """
        breaks = [0]
        for start, below in pairwise((*starts, end)):
            if self.height(breaks[-1], below - 1) > PAGE_HEIGHT:
                breaks.append(start)
        self.sheet.set_h_pagebreaks(breaks[1:])

    def pixels(self, span: Span) -> int:
        """Return how wide the columns of `span` are on the screen."""
        return pixels_wide(self.width) * (span[1] - span[0] + 1)
