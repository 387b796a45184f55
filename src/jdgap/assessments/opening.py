"""Opening an untrusted workbook into grids; runs in a worker that may die (see `worker`)."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jdgap.assessments import limits
from jdgap.assessments.blanks import blank_reasons
from jdgap.assessments.faults import FileFaultError
from jdgap.assessments.grid import Sheet, Value
from jdgap.assessments.guard import FileKind, guard
from jdgap.problems import Place
from jdgap.text.language import mark as _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def open_sheets(path: Path, shown_as: str) -> list[Sheet]:
    """Return the sheets of the workbook at `path`, in their order.

    Args:
        path: The file.
        shown_as: The path as the user gave it, for the places of problems.

    Raises:
        FileFaultError: It cannot be opened, or is larger than the limits.
    """
    kind = guard(path)
    workbook = _opened(path)
    try:
        sheets = list(_grids(workbook, shown_as))
    finally:
        workbook.close()
    if not any(any(value != "" for value in row) for sheet in sheets for row in sheet.rows):
        raise FileFaultError("empty-workbook", reason=_("no sheet holds a value"))
    if kind is FileKind.XLSX:
        for title, reasons in blank_reasons(path).items():
            for sheet in sheets:
                if sheet.place.sheet == title:
                    sheet.blank_reasons.update(reasons)
    return sheets


def _opened(path: Path) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with path.open("rb") as stream:
            workbook = CalamineWorkbook.from_filelike(stream)
    except PasswordError as error:
        raise FileFaultError("password-protected") from error
    except (CalamineError, OSError, ValueError) as error:
        raise FileFaultError("unreadable", reason=_("its content is damaged")) from error
    if not workbook.sheet_names:
        raise FileFaultError(
            "empty-workbook", reason=_("no sheets; perhaps saved as Strict Open XML")
        )
    return workbook


def _grids(workbook: "CalamineWorkbook", shown_as: str) -> Iterator[Sheet]:
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum

    for about in workbook.sheets_metadata:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = workbook.get_sheet_by_name(about.name)
            rows = _rows(sheet)
        except (CalamineError, ValueError, KeyError) as error:
            reason = _("a sheet that is listed does not open")
            raise FileFaultError("unreadable", reason=reason) from error
        hidden = about.visible is not SheetVisibleEnum.Visible
        yield Sheet(Place(shown_as, about.name), rows, hidden)


def _rows(sheet: "CalamineSheet") -> list[list[Value]]:
    last_row, last_column = sheet.end or (-1, -1)  # counted from 0
    if last_row >= limits.ROWS or last_column >= limits.COLUMNS:
        raise FileFaultError(
            "too-large",
            reason=f"{last_row + 1} × {last_column + 1} > {limits.ROWS} × {limits.COLUMNS}",
        )
    # Empty rows at the top are kept, or every address would be shifted.
    return list(sheet.to_python(skip_empty_area=False))
