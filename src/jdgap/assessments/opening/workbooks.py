"""Opening an untrusted file into grids; runs in a worker that may die (see `worker`)."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from jdgap.assessments.opening.blanks import blank_reasons
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.grid import Sheet, Value
from jdgap.assessments.opening.guard import FileKind, Guarded, check_extent, guard
from jdgap.problems import Place
from jdgap.text.language import mark as _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def open_sheets(path: Path, shown_as: str, *, encoding: str | None = None) -> list[Sheet]:
    """Return the sheets of the file at `path`, in their order.

    Args:
        path: The file: a workbook, or a table of text, which is one sheet without a title.
        shown_as: The path as the user gave it, for the places of problems.
        encoding: How a table of text is encoded, one that `known_encoding` knows; None finds
            out. Workbooks are not concerned.

    Raises:
        FileFaultError: It cannot be opened, or is larger than the limits.
    """
    guarded = guard(path)
    if guarded.kind is FileKind.TEXT:
        # Imported here: most runs read workbooks only.
        from jdgap.assessments.opening.text_files import read_text

        sheets = [read_text(guarded.content, shown_as, encoding)]
    else:
        sheets = _sheets(guarded, shown_as)
    if not any(any(value != "" for value in row) for sheet in sheets for row in sheet.rows):
        raise FileFaultError("empty-workbook", reason=_("no sheet holds a value"))
    return sheets


def _sheets(guarded: Guarded, shown_as: str) -> list[Sheet]:
    workbook = _opened(guarded.content)
    try:
        sheets = list(_grids(workbook, shown_as))
    finally:
        workbook.close()
    if guarded.kind is FileKind.XLSX and guarded.archive:
        for title, reasons in blank_reasons(guarded.archive).items():
            for sheet in sheets:
                if sheet.place.sheet == title:
                    sheet.blank_reasons.update(reasons)
    return sheets


def _opened(content: bytes) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
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
    check_extent(last_row + 1, last_column + 1)
    # Empty rows at the top are kept, or every address would be shifted.
    return list(sheet.to_python(skip_empty_area=False))
