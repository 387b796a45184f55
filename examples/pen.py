"""A sheet written as somebody in an office would: a Thai font, bold headings, lines."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

FONT: Final = "TH Sarabun New"
_SIZE: Final = 16
_ROW_HEIGHT: Final = 25.5
"""In points: room for the marks above and below Thai letters."""
_LINE: Final = Side(style="thin", color="808080")

Content: TypeAlias = object
"""Whatever openpyxl takes for a cell."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks."""

    bold: bool = False
    boxed: bool = False
    centred: bool = False
    fill: str = ""
    indent: int = 0


PLAIN: Final = Look()
BOLD: Final = Look(bold=True)
TITLE: Final = Look(bold=True, centred=True)
HEADING: Final = Look(bold=True, boxed=True, centred=True, fill="D9E2F3")
GROUP: Final = Look(bold=True, boxed=True, fill="F2F2F2")
BODY: Final = Look(boxed=True)
BEHAVIOUR: Final = Look(boxed=True, indent=2)
LEVEL: Final = Look(boxed=True, centred=True)


def new_workbook() -> Workbook:
    """Return a workbook without any sheet."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "jdgap examples"
    return workbook


class Pen:
    """Writes on one new sheet, which prints on one A4 page in width."""

    def __init__(self, workbook: Workbook, title: str, widths: tuple[float, ...]) -> None:
        self.sheet: Worksheet = workbook.create_sheet(title)
        self.last_column = len(widths)
        for number, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        self.sheet.page_setup.paperSize = 9  # A4
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def put(self, row: int, column: int, content: Content, look: Look = PLAIN) -> None:
        """Write one cell."""
        self._dress(row, column, look)
        self.sheet.cell(row, column).value = content

    def line(self, row: int, contents: tuple[Content, ...], look: Look = PLAIN) -> None:
        """Write cells from the first column on; None leaves a blank one."""
        for column, content in enumerate(contents, start=1):
            self.put(row, column, content, look)

    def block(self, area: tuple[int, int, int, int], content: Content, look: Look = PLAIN) -> None:
        """Write a merged block: its first row and column, its last row and column."""
        top, left, bottom, right = area
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                self._dress(row, column, look)
        self.sheet.cell(top, left).value = content
        self.sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)

    def across(self, row: int, content: Content, look: Look = PLAIN) -> None:
        """Write a row that is merged over the whole width."""
        self.block((row, 1, row, self.last_column), content, look)

    def _dress(self, row: int, column: int, look: Look) -> None:
        self.sheet.row_dimensions[row].height = _ROW_HEIGHT
        cell = self.sheet.cell(row, column)
        cell.font = Font(name=FONT, size=_SIZE, bold=look.bold)
        cell.alignment = Alignment(
            horizontal="center" if look.centred else "left" if look.indent else None,
            vertical="center",
            indent=look.indent,
            wrap_text=look.boxed,
        )
        if look.boxed:
            cell.border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
        if look.fill:
            cell.fill = PatternFill("solid", fgColor=look.fill)
