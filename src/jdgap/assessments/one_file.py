"""One file into its assessments; runs in the worker."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jdgap.assessments.model import Reading
from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.grid import Sheet
from jdgap.assessments.opening.workbooks import open_sheets
from jdgap.assessments.own_reports import is_own_report
from jdgap.assessments.people.column_headings import heading_reader
from jdgap.assessments.people.people_table import is_staff_list
from jdgap.assessments.sheets import looks_like_assessment, read_sheet
from jdgap.positions import Book, Names
from jdgap.problems import Problem
from jdgap.text.language import mark as _

if TYPE_CHECKING:
    from jdgap.assessments.forms.knowledge import Checklist

_IN_CHECKLIST_HEADINGS: Final = (("ความร", "กษ"), ("knowledge", "skill"))
"""Letters that the heading of its items has, whatever the order of Thai marks."""
_ROWS_OF_HEADINGS: Final = 200
_SHEETS_OF_A_BOOK: Final = 4
"""A positions workbook has more; what knows them is not loaded for a form."""


def read_file(
    path: Path,
    book: Book,
    *,
    position_needed: bool = True,
    encoding: str | None = None,
    max_file_bytes: int = limits.FILE_BYTES,
) -> Reading:
    """Return the assessments in one file.

    Args:
        path: The file.
        book: Whose positions and competencies are meant.
        position_needed: A position that is missing or unknown is a problem.
        encoding: Of a text file; None finds it out.
        max_file_bytes: How large it may be.

    Raises:
        FileFaultError: The file as a whole cannot be used, or holds no answers.
    """
    names = _names(book)
    reading = Reading()
    sheets = open_sheets(path, str(path), encoding=encoding, max_file_bytes=max_file_bytes)
    _refuse_own([sheet.place.sheet for sheet in sheets])
    suspects: list[Sheet] = []
    checklists: list[Checklist] = []
    for sheet in sheets:
        checklist = _checklist(sheet, names)
        table = sheet if checklist is None else checklist.rest
        read = read_sheet(table, names, position_needed=position_needed)
        if checklist is None and read is None:
            suspects.append(sheet)
        elif not sheet.hidden:
            checklists += [checklist] if checklist else []
            reading.assessments += read.assessments if read else []
            reading.problems += read.problems if read else []
        elif (read and read.assessments) or (checklist and checklist.is_filled_in):
            reading.problems.append(Problem("hidden-sheet", sheet.place))
    if checklists:
        from jdgap.assessments.checklists import add_checklists

        add_checklists(reading, checklists, book)
    reading.problems += [
        Problem("no-assessment-found", sheet.place)
        for sheet in suspects
        if not sheet.hidden and looks_like_assessment(sheet, names)
    ]
    if not reading.assessments and not reading.problems:
        raise _without_answers(suspects, names)
    return reading


def _refuse_own(titles: list[str]) -> None:
    """Raise the fault that a workbook is none of answers, by the titles of its sheets."""
    if is_own_report(titles):
        raise FileFaultError("skipped-file", reason=_("it is a report that jdgap made"))
    if len(titles) >= _SHEETS_OF_A_BOOK and _is_positions_book(titles):
        reason = _("it is a positions workbook; `jdgap positions import` reads it")
        raise FileFaultError("skipped-file", reason=reason)


def _is_positions_book(titles: list[str]) -> bool:
    """Return whether a workbook says what positions require; most files have too few sheets."""
    from jdgap.assessments.positions_book.layout import is_positions_book_among_answers

    return is_positions_book_among_answers(titles)


def _checklist(sheet: Sheet, names: Names) -> "Checklist | None":
    """Return the checklist on a sheet, if there is one; what reads it is seldom loaded."""
    for row, _column, text in sheet.texts():
        if row >= _ROWS_OF_HEADINGS:
            return None
        if _may_head_checklist(text):
            from jdgap.assessments.forms.knowledge import read_checklist

            return read_checklist(sheet, names)
    return None


@lru_cache(maxsize=8192)
def _may_head_checklist(text: str) -> bool:
    words = text.casefold()
    return any(one in words and other in words for one, other in _IN_CHECKLIST_HEADINGS)


def _without_answers(sheets: list[Sheet], names: Names) -> FileFaultError:
    """Return the fault that a file without answers is."""
    headings = heading_reader(names)
    if any(is_staff_list(sheet, headings) for sheet in sheets):
        reason = _("it is a list of staff; name it with --roster")
        return FileFaultError("skipped-file", reason=reason)
    return FileFaultError("no-assessment-found")


class _Latest:
    """The names of the book that was used last: a worker reads thousands of files with one."""

    names: Names | None = None


def _names(book: Book) -> Names:
    if _Latest.names is None or _Latest.names.book is not book:
        _Latest.names = Names(book)
    return _Latest.names
