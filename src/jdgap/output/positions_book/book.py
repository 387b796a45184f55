"""Writing the positions workbook: a guide, a sheet for each list, and lists to choose from."""

import re
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from jdgap.assessments.positions_book.layout import GUIDE, LISTS, PARTS, SHEETS, BookSheet
from jdgap.output.excel.openpyxl_page import draw_page, protect
from jdgap.output.excel.page import Page
from jdgap.output.excel.saving import refuse_existing, save_workbook
from jdgap.output.excel.style import (
    DEFAULT_FONT,
    Dress,
    Typeface,
    escaped,
    lines_of,
    points_of,
    sheet_title,
)
from jdgap.output.positions_book.additions import (
    COLUMNS_TO_ADD,
    ROWS_TO_ADD,
    dress_competencies,
    dress_rows,
)
from jdgap.output.positions_book.guide import guide_page
from jdgap.output.positions_book.rows import ROWS, Cells
from jdgap.positions import Book
from jdgap.text.cleaning import like_formula, shortened
from jdgap.text.language import translate as _

_TITLE: Final = Dress(bold=True, scale=1.25, wrap=False)
_HINT: Final = Dress(wrap=False, colour="595959")
_HEADING: Final = Dress(bold=True, lines="box", fill="1F3864", colour="FFFFFF", across="center")
_NAME: Final = Dress(lines="box", fill="EDEDED", across="center")
_TEXT: Final = Dress(lines="box", indent=1, upright="top", pattern="@")
_SHOWN: Final = Dress(lines="box", indent=1, upright="top", fill="F2F2F2", colour="595959")
_LEVEL: Final = Dress(lines="box", across="center", upright="top", pattern="0")
_COMPETENCY_WIDTH: Final = 21.0
_HEAD: Final = 4
"""The row of the headings: below title, hint, and the names over the matrix."""
_CODED: Final = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff]")
"""What XML does not carry: Excel writes it as `_x000D_`."""
_SURE: Final = 0.9
"""Of a column's width: another font may be wider, and Thai lines are long."""


def export_positions(
    path: Path, book: Book, *, font: str = DEFAULT_FONT, force: bool = False
) -> None:
    """Write a workbook of the whole book, titled in the language in use, to be edited and imported.

    Args:
        path: The workbook to make.
        book: The job-description book.
        font: A font that the readers' computers have.
        force: Replace an existing file.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
        OSError: The folder or the target cannot be written.
    """
    refuse_existing(path, force=force)
    save_workbook(_workbook(book, Typeface(font)), path, force=force)


def _workbook(book: Book, face: Typeface) -> Workbook:
    workbook = Workbook()
    guide = workbook.worksheets[0]
    guide.title = sheet_title(GUIDE.text)
    draw_page(guide_page(face, book.organisation.text), guide)
    lists = _Lists(workbook)
    for kind in SHEETS:
        sheet = workbook.create_sheet(sheet_title(kind.title.text, workbook.sheetnames))
        last = _draw(sheet, kind, book, face)
        lists.offer(sheet, kind, last, book)
    workbook.move_sheet(LISTS, len(workbook.sheetnames))
    workbook.properties.creator = "jdgap"
    return workbook


def _draw(sheet: Worksheet, kind: BookSheet, book: Book, face: Typeface) -> int:
    """Draw one list and return its last row."""
    competencies = book.competencies if kind.key == "required" else ()
    widths = [each.width for each in kind.columns] + [_COMPETENCY_WIDTH] * len(competencies)
    page = Page(face, widths)
    page.put(1, 1, kind.title.text, _TITLE)
    page.put(2, 1, _hint(kind), _HINT)
    page.grow(3, 6)
    for number, column in enumerate(kind.columns, start=1):
        page.put(_HEAD, number, column.heading.text, _HEADING)
    exact: dict[tuple[int, int], str] = {}
    for number, competency in enumerate(competencies, start=len(kind.columns) + 1):
        page.put(_HEAD - 1, number, competency.name.text, _NAME)
        page.put(_HEAD, number, competency.id, _HEADING)
    row = _HEAD
    for cells in ROWS[kind.key](book):
        row += 1
        _put(page, row, cells, kind, exact)
    page.repeated_rows = (_HEAD - 1, _HEAD)
    page.frozen_rows = _HEAD
    page.print_on_a4(row, one_page=False, footer=(book.organisation.text, ""), landscape=True)
    draw_page(page, sheet)
    sheet.print_area = None  # what is added is printed, too
    _write_exactly(sheet, exact)
    dresses = [_dress_of(kind, number) for number in range(1, len(widths) + 1)]
    dress_rows(sheet, face, dresses, row)
    if competencies:
        looks = (_NAME, _HEADING, _LEVEL)
        dress_competencies(sheet, face, looks, (_HEAD, len(widths) + 1), row)
    frozen = 3 if len(kind.columns) > 1 and kind.columns[1].only_shown else 2
    sheet.freeze_panes = f"{get_column_letter(frozen)}{_HEAD + 1}"
    sheet.auto_filter.ref = f"A{_HEAD}:{get_column_letter(len(widths))}{max(row, _HEAD + 1)}"
    return row


def _put(
    page: Page, row: int, cells: Cells, kind: BookSheet, exact: dict[tuple[int, int], str]
) -> None:
    for number, value in enumerate(cells, start=1):
        dress = _dress_of(kind, number)
        page.put(row, number, value, dress)
        if isinstance(value, str) and dress is _TEXT:
            exact[row, number] = value
            page.grow(row, _height(value, page, number))


def _dress_of(kind: BookSheet, number: int) -> Dress:
    """Return how the cells of a column, counted from 1, look below their heading."""
    if number > len(kind.columns) or kind.columns[number - 1].key == "level":
        return _LEVEL
    return _SHOWN if kind.columns[number - 1].only_shown else _TEXT


def _height(text: str, page: Page, column: int) -> float:
    """Return how high the lines of a text are: it is kept as it is, breaks included."""
    width = page.widths[column - 1] * _SURE
    lines = sum(lines_of(line, width, _TEXT) for line in text.splitlines() or [""])
    return points_of(lines, page.face, _TEXT)


def _write_exactly(sheet: Worksheet, exact: dict[tuple[int, int], str]) -> None:
    """Write texts with every character that they have, so that they are read back the same."""
    for (row, column), text in exact.items():
        cell = sheet.cell(row, column)
        coded = _CODED.sub(lambda found: f"_x{ord(found[0]):04X}_", escaped(text))
        cell.value = coded
        cell.data_type = "s"
        if like_formula(text):
            cell.quotePrefix = True


def _hint(kind: BookSheet) -> str:
    if kind.key == "required":
        return _("A row a position, a column a competency. Blank: not required.")
    if kind.key in {"texts", "relationships"}:
        return _("One line to a row, with the id of its position.")
    if kind.key == "responsibilities":
        return _("Further activities and results: in the rows below their responsibility.")
    return _("How to fill it in stands on the sheet “{sheet}”.").format(sheet=GUIDE.text)


class _Lists:
    """What may be chosen, on a hidden sheet.

    Args:
        workbook: Where the sheet is added.
    """

    def __init__(self, workbook: Workbook) -> None:
        self.sheet = workbook.create_sheet(LISTS)
        self.sheet.sheet_state = "hidden"
        parts = [each.text for each in PARTS]
        self.fixed = self._add(1, parts)
        protect(self.sheet)

    def _add(self, column: int, choices: list[str]) -> str:
        for row, choice in enumerate(choices, start=1):
            self.sheet.cell(row, column, choice)
        letter = get_column_letter(column)
        return f"{quote_sheetname(self.sheet.title)}!${letter}$1:${letter}${len(choices)}"

    def offer(self, sheet: Worksheet, kind: BookSheet, last: int, book: Book) -> None:
        """Let people choose ids, parts and levels; what they add to a list is offered, too."""
        sources = {
            "group": _ids("groups"),
            "department": _ids("departments"),
            "reports_to": _ids("positions"),
            "position": _ids("positions"),
            "part": self.fixed,
        }
        for number, column in enumerate(kind.columns, start=1):
            if column.key in sources:
                _offer(sheet, sources[column.key], (number, number), last)
        if kind.key == "required":
            first = len(kind.columns) + 1
            # A new competency is a new column at the right.
            _offer(
                sheet,
                _ids("scale"),
                (first, first + len(book.competencies) + COLUMNS_TO_ADD - 1),
                last,
            )


def _ids(key: str) -> str:
    """Return the range of the first column of a list, with room to grow."""
    kind = next(each for each in SHEETS if each.key == key)
    title = quote_sheetname(sheet_title(kind.title.text))
    return f"{title}!$A${_HEAD + 1}:$A${_HEAD + ROWS_TO_ADD}"


def _offer(sheet: Worksheet, source: str, columns: tuple[int, int], last: int) -> None:
    choice = DataValidation(
        type="list",
        formula1=source,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        errorTitle=shortened(_("Not on the list"), 32),
        error=shortened(_("Choose from the list, or add it to the sheet of its list first."), 225),
    )
    first, final = map(get_column_letter, columns)
    choice.add(f"{first}{_HEAD + 1}:{final}{last + ROWS_TO_ADD}")
    sheet.add_data_validation(choice)
