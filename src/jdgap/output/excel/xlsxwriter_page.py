"""Drawing a page with XlsxWriter: for reports, which nobody reads back and changes by program."""

from collections.abc import Iterator
from typing import Final

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from jdgap.output.excel.inline import inline_text
from jdgap.output.excel.looks import Looks
from jdgap.output.excel.page import (
    BOTTOM_MARGIN,
    FOOTER_MARGIN,
    FOOTER_SCALE,
    PAGE_NUMBERS,
    SIDE_MARGIN,
    TOP_MARGIN,
    Page,
    PageCell,
    PrintSetup,
)
from jdgap.output.excel.style import Dress, Typeface, escaped
from jdgap.text.cleaning import like_formula

_A4: Final = 9
_DIGIT: Final = 7
"""Pixels of a digit in the font by which Excel measures columns."""
_NO_GRID: Final = 2
_HIDDEN: Final = Dress(wrap=False)
_NO_CELLS: Final[dict[int, PageCell]] = {}


class PageSheet(Worksheet):  # type: ignore[misc]
    """A worksheet of XlsxWriter that shows one page.

    Cell by cell, XlsxWriter takes longer for a sheet's cells than for all the rest of it, its chart
    included. Here they go straight into the file; everything else is XlsxWriter's own.

    Made with `workbook.add_worksheet(title, worksheet_class=PageSheet)`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._xml = ""

    def draw(self, page: Page, looks: Looks) -> None:
        """Draw `page`; `looks` are the workbook's."""
        for column, width in enumerate(page.widths):
            self.set_column_pixels(column, column, pixels_wide(width))
        for column in sorted(page.hidden_columns):
            self.set_column(column - 1, column - 1, None, None, {"hidden": True})
        for row, points in page.heights.items():
            self.set_row(row - 1, points)  # a chart is placed by it
        self.merge += [[edge - 1 for edge in span] for span in page.merges]
        for span, words in page.choices:
            first_row, first_column, last_row, last_column = (edge - 1 for edge in span)
            rule = {"validate": "list", "source": list(words), "show_error": False}
            self.data_validation(first_row, first_column, last_row, last_column, rule)
        self.dim_rowmin, self.dim_rowmax = 0, max(page.rows, default=1) - 1
        self.dim_colmin, self.dim_colmax = 0, _last_column(page) - 1
        self._xml = "".join(_lines(page, looks))
        self.hide_gridlines(_NO_GRID)
        if page.frozen_rows:
            self.freeze_panes(page.frozen_rows, 0)
        if page.repeated_rows:
            first, last = page.repeated_rows
            self.repeat_rows(first - 1, last - 1)
        if page.print_setup:
            _set_up_print(self, page, page.print_setup)

    def _write_sheet_data(self) -> None:
        self._xml_start_tag("sheetData")
        self.fh.write(self._xml)
        self._xml_end_tag("sheetData")


def pixels_wide(width: float) -> int:
    """Return how wide a column of `width` units is on the screen.

    XlsxWriter's own units leave out the space beside the text, which openpyxl's and the file's
    have in them; a page is to be as wide whichever of the two draws it.
    """
    return int(width * _DIGIT + 0.5)


def pixels_high(points: float) -> int:
    """Return how high a row of `points` is on the screen, as XlsxWriter counts."""
    return int(points * 4 / 3 + 0.5)


def _lines(page: Page, looks: Looks) -> Iterator[str]:
    """Yield each row as it stands in the file."""
    names = [xl_col_to_name(column) for column in range(_last_column(page))]
    for row in sorted(page.rows.keys() | page.heights.keys()):
        points = page.heights.get(row)
        height = f' ht="{points}" customHeight="1"' if points else ""
        cells = [
            _cell(f"{names[column - 1]}{row}", cell, looks)
            for column, cell in sorted(page.rows.get(row, _NO_CELLS).items())
        ]
        yield f'<row r="{row}"{height}>{"".join(cells)}</row>'


def _last_column(page: Page) -> int:
    return max(page.hidden_columns, default=len(page.widths))


def _cell(address: str, cell: PageCell, looks: Looks) -> str:
    """Return a cell as it stands in the file; text is never a formula, a link or a number."""
    value, dress = cell
    if isinstance(value, str):
        quoted = like_formula(value)
        style = looks.mark(dress or _HIDDEN, quoted=quoted) if dress or quoted else ""
        return f'<c r="{address}"{style}{inline_text(escaped(value))}'
    style = "" if dress is None else looks.mark(dress)
    return f'<c r="{address}"{style}' + ("/>" if value is None else f"><v>{value!r}</v></c>")


def _set_up_print(sheet: Worksheet, page: Page, setup: PrintSetup) -> None:
    if setup.landscape:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 1 if setup.one_page else 0)
    sheet.print_area(0, 0, setup.last_row - 1, len(page.widths) - 1)
    sheet.center_horizontally()
    sheet.set_margins(SIDE_MARGIN, SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN)
    set_footer(sheet, page.face, *setup.footer)


def set_footer(sheet: Worksheet, face: Typeface, left: str, right: str) -> None:
    """Give a sheet its footer: two texts (see `footer_part`), the page number between them."""
    # A space after the size: what follows may begin with a digit.
    code = f'&"{face.name},Regular"&{round(face.size * FOOTER_SCALE)} '
    sides = f"&L{code}{left}&C{code}{PAGE_NUMBERS}&R{code}{right}"
    sheet.set_header("", {"margin": FOOTER_MARGIN})
    sheet.set_footer(sides, {"margin": FOOTER_MARGIN})
