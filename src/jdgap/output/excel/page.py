"""One printed A4 sheet: cells are put on it, rows grow to hold their text."""

from collections.abc import Sequence
from copy import copy
from typing import Any, Final
from weakref import WeakKeyDictionary

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from jdgap.output.excel.style import (
    EDITABLE,
    TALLEST_ROW,
    Dress,
    Typeface,
    alignment,
    border,
    font,
    ground,
    lines_of,
    points_of,
    safe_text,
)
from jdgap.text.cleaning import shortened

_A4: Final = 9
_LOOKS: Final[WeakKeyDictionary[Any, dict[tuple[Typeface, Dress], Any]]] = WeakKeyDictionary()
"""By workbook: openpyxl's own record of each look that was used in it."""

_STARTS_LIKE_FORMULA = ("=", "+", "-", "@")


class Page:
    """A sheet with a typeface and fixed column widths.

    LibreOffice does not grow the rows of a file that it did not make, so each row is given the
    height that its text needs.

    Attributes:
        sheet: The sheet that is written.
        face: Its typeface.
        widths: The widths of its columns, in Excel's units.
    """

    def __init__(self, sheet: Worksheet, face: Typeface, widths: Sequence[float]) -> None:
        self.sheet = sheet
        self.face = face
        self.widths = tuple(widths)
        for column, width in enumerate(self.widths, start=1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.sheet_view.showGridLines = False
        self._known_looks = _LOOKS.setdefault(sheet.parent, {})

    def put(self, row: int, column: int, value: str | float | None, dress: Dress) -> Cell:
        """Write one cell: a number as a number, text as text whatever it looks like."""
        cell = self.dress(row, column, dress)
        if isinstance(value, str):
            text = safe_text(value)
            _write_text(cell, text)
            self._grow_for(row, text, self.widths[column - 1], dress)
        else:
            cell.value = value
            self._grow_for(row, "", 1, dress)
        return cell

    def across(self, row: int, columns: tuple[int, int], text: str, dress: Dress) -> Cell:
        """Write text into one cell merged over the first to the last of `columns`."""
        first, last = columns
        for column in range(first + 1, last + 1):
            self.dress(row, column, dress)
        cell = self.dress(row, first, dress)
        plain = safe_text(text)
        _write_text(cell, plain)
        self._grow_for(row, plain, sum(self.widths[first - 1 : last]), dress)
        if last > first:
            self._merge((row, first), (row, last))
        return cell

    def down(self, rows: tuple[int, int], column: int, text: str, dress: Dress) -> Cell:
        """Write text into one cell merged from the first to the last of `rows`."""
        first, last = rows
        for row in range(first + 1, last + 1):
            self.dress(row, column, dress)
        cell = self.dress(first, column, dress)
        plain = safe_text(text)
        _write_text(cell, plain)
        lines = lines_of(plain, self.widths[column - 1], dress)
        above = sum(self.height(row) for row in range(first, last))
        self.grow(last, points_of(lines, self.face, dress) - above)
        if last > first:
            self._merge((first, column), (last, column))
        return cell

    def dress(self, row: int, column: int, dress: Dress) -> Cell:
        """Give one cell its looks, and return it."""
        cell: Any = self.sheet.cell(row, column)
        known = self._known_looks.get((self.face, dress))
        if known is None:
            _dress_anew(cell, self.face, dress)
            self._known_looks[self.face, dress] = copy(cell._style)  # noqa: SLF001
        else:
            cell._style = copy(known)  # noqa: SLF001 - finding each style anew takes most of the time
        checked: Cell = cell
        return checked

    def height(self, row: int) -> float:
        """Return the height of a row in points."""
        return self.sheet.row_dimensions[row].height or 0.0

    def grow(self, row: int, points: float) -> None:
        """Make a row at least `points` high, as far as Excel allows."""
        wanted = min(TALLEST_ROW, max(self.height(row), points))
        self.sheet.row_dimensions[row].height = round(wanted, 1)

    def print_on_a4(self, last_row: int, *, one_page: bool, footer: tuple[str, str]) -> None:
        """Set the sheet up for A4 portrait, one page wide, with page numbers in the footer.

        Args:
            last_row: The last row of the print area; it starts at A1 and takes all columns.
            one_page: Fit it on one page, instead of as many as it takes.
            footer: What stands left and right of the page number.
        """
        sheet = self.sheet
        sheet.page_setup.orientation = "portrait"
        sheet.page_setup.paperSize = _A4
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 1 if one_page else 0
        sheet.print_area = f"A1:{get_column_letter(len(self.widths))}{last_row}"
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        margins.left = margins.right = 0.5
        margins.top, margins.bottom = 0.45, 0.65
        margins.header = margins.footer = 0.3
        self._footer(footer)

    def _footer(self, sides: tuple[str, str]) -> None:
        parts: Any = self.sheet.oddFooter
        texts = zip(
            (parts.left, parts.center, parts.right), (sides[0], None, sides[1]), strict=True
        )
        for part, text in texts:
            # A single & starts a code; the limit of a whole footer is 255 characters.
            part.text = "&P / &N" if text is None else shortened(text, 50).replace("&", "&&")
            part.font = f"{self.face.name},Regular"
            part.size = round(self.face.size * 0.75)

    def _merge(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Merge cells that are dressed already, which `merge_cells` would do again, slowly."""
        corners = (f"{get_column_letter(column)}{row}" for row, column in (first, last))
        merged: Any = self.sheet.merged_cells
        merged.add(":".join(corners))

    def _grow_for(self, row: int, text: str, width: float, dress: Dress) -> None:
        self.grow(row, points_of(lines_of(text, width, dress), self.face, dress))


def protect(sheet: Worksheet) -> None:
    """Lock a sheet without a password; selecting and sizing columns and rows stay allowed."""
    sheet.protection.enable()
    sheet.protection.selectLockedCells = False  # False: not forbidden
    sheet.protection.selectUnlockedCells = False
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _dress_anew(cell: Any, face: Typeface, dress: Dress) -> None:  # noqa: ANN401 - half typed there
    cell.font = font(face, dress)
    cell.alignment = alignment(dress)
    cell.number_format = dress.pattern
    if dress.fill is not None:
        cell.fill = ground(dress.fill)
    if dress.lines != "none":
        cell.border = border(dress.lines)
    if dress.editable:
        cell.protection = EDITABLE


def _write_text(cell: Cell, text: str) -> None:
    cell.value = text or None
    if text:
        cell.data_type = "s"
    if text.startswith(_STARTS_LIKE_FORMULA):
        marked: Any = cell
        marked.quotePrefix = True  # it stays text when somebody edits it
