"""One printed page, as a record: cells are put on it, rows grow to hold their text.

It knows no library that writes Excel's files: `openpyxl_page` draws it into a form that people
fill in, `xlsxwriter_page` into a report. Rows and columns are counted from 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from jdgap.output.excel.style import (
    TALLEST_ROW,
    Dress,
    Typeface,
    plain_text,
    points_for,
    undecodable,
)
from jdgap.text.cleaning import shortened

Value: TypeAlias = str | int | float | None
Span: TypeAlias = tuple[int, int, int, int]
"""First row and column, last row and column."""
Choices: TypeAlias = tuple[Span, Sequence[str]]
"""Cells, and the words that each of them offers."""
PageCell: TypeAlias = tuple[Value, Dress | None]

SIDE_MARGIN: Final = 0.5
TOP_MARGIN: Final = 0.45
BOTTOM_MARGIN: Final = 0.65
FOOTER_MARGIN: Final = 0.3
"""Inches."""
FOOTER_SCALE: Final = 0.75
"""Of the body text's size."""

PAGE_NUMBERS: Final = "&P / &N"
"""What stands in the middle of a footer, in Excel's codes."""

LONGEST_LIST: Final = 255
"""Characters that Excel takes of a list to choose from, the commas between its words included."""

_LONGEST_FOOTER_PART = 50
_SHORTEST_FOOTER_PART = 10


@dataclass(frozen=True, slots=True)
class PrintSetup:
    """How a page is printed: on A4, one page wide, with the page number in the footer.

    Attributes:
        last_row: The last row of the print area, which starts at A1 and takes all columns that
            have a width.
        one_page: Fit it on one page, instead of as many as it takes.
        footer: What stands left and right of the page number; an `&` in it is doubled.
        landscape: The paper lies on its side.
    """

    last_row: int
    one_page: bool
    footer: tuple[str, str]
    landscape: bool


class Page:
    """What stands on one sheet.

    LibreOffice does not grow the rows of a file that it did not make, so each row is given the
    height that its text needs.

    Attributes:
        face: Its typeface.
        widths: The widths of its columns, in Excel's units.
        rows: The cells, value and looks, by row and column. A text is one line, as a cell may show
            it; a cell that nobody sees has no looks.
        merges: The cells that are one, none inside another.
        heights: By row, in points.
        hidden_columns: Columns that nobody sees, right of the printed ones.
        print_setup: How it is printed.
        repeated_rows: The first and the last row of those that stand on each printed page.
        frozen_rows: How many rows stay on the screen.
        choices: Cells with a list to choose from; what else is typed is taken, too. They are drawn
            in a report only: a form has lists of its own.
    """

    def __init__(self, face: Typeface, widths: Sequence[float]) -> None:
        self.face = face
        self.widths = tuple(widths)
        self.rows: dict[int, dict[int, PageCell]] = {}
        self.merges: list[Span] = []
        self.heights: dict[int, float] = {}
        self.hidden_columns: set[int] = set()
        self.print_setup: PrintSetup | None = None
        self.repeated_rows: tuple[int, int] | None = None
        self.frozen_rows = 0
        self.choices: list[Choices] = []

    def put(self, row: int, column: int, value: Value, dress: Dress) -> None:
        """Write one cell: a number as a number, text as text whatever it looks like."""
        if isinstance(value, str):
            text = plain_text(value)
            self._row(row)[column] = (text or None, dress)
            self.grow(row, points_for(text, self.widths[column - 1], self.face, dress))
        else:
            self._row(row)[column] = (value, dress)
            self.grow(row, points_for("", 1, self.face, dress))

    def across(self, row: int, columns: tuple[int, int], text: str, dress: Dress) -> None:
        """Write text into one cell merged over the first to the last of `columns`."""
        first, last = columns
        plain = plain_text(text)
        self._merge((row, first, row, last), plain, dress)
        width = sum(self.widths[first - 1 : last])
        self.grow(row, points_for(plain, width, self.face, dress))

    def down(self, rows: tuple[int, int], column: int, text: str, dress: Dress) -> None:
        """Write text into one cell merged from the first to the last of `rows`."""
        first, last = rows
        plain = plain_text(text)
        self._merge((first, column, last, column), plain, dress)
        above = sum(self.height(row) for row in range(first, last))
        self.grow(last, points_for(plain, self.widths[column - 1], self.face, dress) - above)

    def dress(self, row: int, column: int, dress: Dress) -> None:
        """Give one cell its looks; what it holds stays."""
        value, _ = self._row(row).get(column, (None, None))
        self._row(row)[column] = (value, dress)

    def hide(self, row: int, column: int, value: Value) -> None:
        """Write a value into a column that nobody sees, right of the printed ones."""
        self._row(row)[column] = (value, None)
        self.hidden_columns.add(column)

    def offer(self, rows: tuple[int, int], column: int, words: Sequence[str]) -> None:
        """Let the cells from the first to the last of `rows` offer `words` in a list.

        Args:
            rows: The first and the last row.
            column: Their column.
            words: With commas between them within `LONGEST_LIST`.
        """
        first, last = rows
        self.choices.append(((first, column, last, column), words))

    def height(self, row: int) -> float:
        """Return the height of a row in points."""
        return self.heights.get(row, 0.0)

    def grow(self, row: int, points: float) -> None:
        """Make a row at least `points` high, as far as Excel allows."""
        if points > self.height(row) or row not in self.heights:
            self.heights[row] = round(min(TALLEST_ROW, max(0.0, points)), 1)

    def print_on_a4(
        self, last_row: int, *, one_page: bool, footer: tuple[str, str], landscape: bool = False
    ) -> None:
        """Print rows 1 to `last_row` on A4, with `footer` left and right of the page number."""
        left, right = (footer_part(part) for part in footer)
        self.print_setup = PrintSetup(last_row, one_page, (left, right), landscape)

    def _merge(self, span: Span, text: str, dress: Dress) -> None:
        first_row, first_column, last_row, last_column = span
        covered: PageCell = (None, dress)
        for row in range(first_row, last_row + 1):
            cells = self._row(row)
            for column in range(first_column, last_column + 1):
                cells[column] = covered
        self.rows[first_row][first_column] = (text or None, dress)
        if (first_row, first_column) != (last_row, last_column):
            self.merges.append(span)

    def _row(self, row: int) -> dict[int, PageCell]:
        return self.rows.setdefault(row, {})


def footer_part(text: str) -> str:
    """Return one side of a footer; a single & starts a code, the whole has 255 characters."""
    room = max(_SHORTEST_FOOTER_PART, _LONGEST_FOOTER_PART - text.count("&"))
    return undecodable(shortened(text, room)).replace("&", "&&")
