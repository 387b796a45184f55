"""Opening an untrusted file into grids; runs in a worker that may die (see `worker`)."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.grid import PLAIN_LAYOUT, Layout, Sheet, Value
from jdgap.assessments.opening.guard import FileKind, Guarded, check_extent, guard
from jdgap.assessments.opening.merged_cells import covered_cells
from jdgap.assessments.opening.sheet_xml import SheetTraits, traits_of_sheets
from jdgap.problems import Place
from jdgap.text.language import mark as _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def open_sheets(
    path: Path,
    shown_as: str,
    *,
    encoding: str | None = None,
    max_file_bytes: int = limits.FILE_BYTES,
) -> list[Sheet]:
    """Return the sheets of the file at `path`, in their order.

    Args:
        path: The file: a workbook, or a table of text, which is one sheet without a title.
        shown_as: The path as the user gave it, for the places of problems.
        encoding: How a table of text is encoded, one that `known_encoding` knows; None finds
            out. Workbooks are not concerned.
        max_file_bytes: How large the file may be.

    Raises:
        FileFaultError: It cannot be opened, or is larger than the limits.
    """
    guarded = guard(path, max_file_bytes)
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
    workbook = opened(guarded.content)
    try:
        archive = guarded.archive if guarded.kind is FileKind.XLSX else None
        traits = traits_of_sheets(archive, guarded.content) if archive else None
        return list(_grids(workbook, shown_as, traits))
    finally:
        workbook.close()


def opened(content: bytes) -> "CalamineWorkbook":
    """Return what the reader makes of the bytes of a workbook; whoever asks closes it.

    Raises:
        FileFaultError: It does not open, or has no sheets.
    """
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


def _grids(
    workbook: "CalamineWorkbook", shown_as: str, traits: Mapping[str, SheetTraits] | None
) -> Iterator[Sheet]:
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum

    for about in workbook.sheets_metadata:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = workbook.get_sheet_by_name(about.name)
            rows = _rows(sheet)
            known = SheetTraits() if traits is None else traits[about.name]
        except (CalamineError, ValueError, KeyError) as error:
            reason = _("a sheet that is listed does not open")
            raise FileFaultError("unreadable", reason=reason) from error
        hidden = about.visible is not SheetVisibleEnum.Visible
        layout = _layout(sheet, rows, known)
        yield Sheet(Place(shown_as, about.name), rows, hidden, known.blank_reasons, layout)


def _rows(sheet: "CalamineSheet") -> list[list[Value]]:
    last_row, last_column = sheet.end or (-1, -1)  # counted from 0
    check_extent(last_row + 1, last_column + 1)
    # Empty rows at the top are kept, or every address would be shifted.
    return list(sheet.to_python(skip_empty_area=False))


def _layout(sheet: "CalamineSheet", rows: list[list[Value]], known: SheetTraits) -> Layout:
    """Return what is hidden and merged; an .ods does not tell, an .xls only what is merged."""
    ranges = sheet.merged_cell_ranges  # found when the sheet was read: it costs no second look
    columns = len(rows[0]) if rows else 0
    merged = covered_cells(ranges, len(rows), columns) if ranges else {}
    if not (merged or known.hidden_rows or known.hidden_columns):
        return PLAIN_LAYOUT
    return Layout(frozenset(known.hidden_rows), known.hidden_columns, merged)
