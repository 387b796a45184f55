"""Drawing a page with openpyxl: for workbooks that people fill in, which are read and changed."""

from copy import copy
from dataclasses import replace
from functools import cache
from typing import Any, Final, TypeAlias
from weakref import WeakKeyDictionary

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.fills import FILL_SOLID
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from jdgap.output.excel.page import (
    BOTTOM_MARGIN,
    FOOTER_MARGIN,
    FOOTER_SCALE,
    PAGE_NUMBERS,
    SIDE_MARGIN,
    TOP_MARGIN,
    Page,
    PrintSetup,
    Value,
)
from jdgap.output.excel.style import Dress, Typeface, escaped
from jdgap.text.cleaning import like_formula

_A4: Final = 9
_EDITABLE: Final = Protection(locked=False)
_Looks: TypeAlias = dict[tuple[Typeface, Dress], Any]
_LOOKS: Final[WeakKeyDictionary[Any, _Looks]] = WeakKeyDictionary()
"""By workbook: openpyxl's own record of each look that was used in it."""


def draw_page(page: Page, sheet: Worksheet) -> None:
    """Draw `page` on an empty sheet."""
    for column, width in enumerate(page.widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for column in page.hidden_columns:
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    for row, points in page.heights.items():
        sheet.row_dimensions[row].height = points
    looks = _LOOKS.setdefault(sheet.parent, {})
    for row, cells in page.rows.items():
        for column, (value, dress) in cells.items():
            cell = sheet.cell(row, column)
            if dress is not None:
                _dress(cell, page.face, dress, looks)
            _write(cell, value)
    _merge(page, sheet)
    sheet.sheet_view.showGridLines = False
    if page.frozen_rows:
        sheet.freeze_panes = f"A{page.frozen_rows + 1}"
    if page.repeated_rows:
        sheet.print_title_rows = "{}:{}".format(*page.repeated_rows)
    if page.print_setup:
        _set_up_print(sheet, page, page.print_setup)


def dress_column(sheet: Worksheet, column: int, face: Typeface, dress: Dress) -> None:
    """Let what is typed into the empty cells of a column look like `dress`, without its box."""
    plain = replace(dress, lines="none", fill=None)
    looks = _LOOKS.setdefault(sheet.parent, {})
    _dress(sheet.column_dimensions[get_column_letter(column)], face, plain, looks)


def protect(sheet: Worksheet) -> None:
    """Lock a sheet without a password; selecting and sizing columns and rows stay allowed."""
    sheet.protection.enable()
    sheet.protection.selectLockedCells = False  # False: not forbidden
    sheet.protection.selectUnlockedCells = False
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _write(cell: Any, value: Value) -> None:  # noqa: ANN401 - half typed there
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = escaped(value)
    cell.data_type = "s"
    if like_formula(value):
        cell.quotePrefix = True  # it stays text when somebody edits it


def _dress(cell: Any, face: Typeface, dress: Dress, looks: _Looks) -> None:  # noqa: ANN401 - half typed there
    known = looks.get((face, dress))
    if known is None:
        _dress_anew(cell, face, dress)
        looks[face, dress] = copy(cell._style)  # noqa: SLF001
    else:
        cell._style = copy(known)  # noqa: SLF001 - finding each style anew takes most of the time


def _dress_anew(cell: Any, face: Typeface, dress: Dress) -> None:  # noqa: ANN401 - half typed there
    cell.font = _font(face, dress)
    cell.alignment = Alignment(
        horizontal=dress.across,
        vertical=dress.upright,
        wrap_text=dress.wrap,
        indent=dress.indent,
    )
    cell.number_format = dress.pattern
    if dress.fill is not None:
        cell.fill = PatternFill(FILL_SOLID, start_color=dress.fill, end_color=dress.fill)
    if dress.lines != "none":
        cell.border = box_border() if dress.lines == "box" else _line_below()
    if dress.editable:
        cell.protection = _EDITABLE


def _font(face: Typeface, dress: Dress) -> Font:
    return Font(
        name=face.name,
        size=round(face.size * dress.scale * 2) / 2,
        bold=dress.bold,
        italic=dress.italic,
        color=dress.colour,
    )


@cache
def box_border() -> Border:
    """Return thin lines around a cell."""
    thin = Side("thin", color="8C8C8C")
    return Border(left=thin, right=thin, top=thin, bottom=thin)


@cache
def _line_below() -> Border:
    return Border(bottom=Side("hair", color="595959"))


def _merge(page: Page, sheet: Worksheet) -> None:
    """Merge cells that are dressed already, which `merge_cells` would do again, slowly."""
    merged: Any = sheet.merged_cells
    for first_row, first_column, last_row, last_column in page.merges:
        first = f"{get_column_letter(first_column)}{first_row}"
        merged.add(f"{first}:{get_column_letter(last_column)}{last_row}")


def _set_up_print(sheet: Worksheet, page: Page, setup: PrintSetup) -> None:
    sheet.page_setup.orientation = "landscape" if setup.landscape else "portrait"
    sheet.page_setup.paperSize = _A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 1 if setup.one_page else 0
    sheet.print_area = f"A1:{get_column_letter(len(page.widths))}{setup.last_row}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = SIDE_MARGIN
    margins.top, margins.bottom = TOP_MARGIN, BOTTOM_MARGIN
    margins.header = margins.footer = FOOTER_MARGIN
    footer: Any = sheet.oddFooter
    left, right = setup.footer
    for part, text in (
        (footer.left, left),
        (footer.center, PAGE_NUMBERS),
        (footer.right, right),
    ):
        part.text = text
        part.font = f"{page.face.name},Regular"
        part.size = round(page.face.size * FOOTER_SCALE)
