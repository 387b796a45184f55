"""One file into its assessments; runs in the worker."""

from pathlib import Path

from jdgap.assessments.faults import FileFaultError
from jdgap.assessments.grid import Sheet
from jdgap.assessments.model import Reading
from jdgap.assessments.opening import open_sheets
from jdgap.assessments.sheets import looks_like_assessment, read_sheet
from jdgap.positions import Book, Names
from jdgap.problems import Problem


def read_file(path: Path, book: Book, *, position_needed: bool = True) -> Reading:
    """Return the assessments in one file.

    Raises:
        FileFaultError: The file as a whole cannot be used.
    """
    names = Names(book)
    reading = Reading()
    sheets = open_sheets(path, str(path))
    suspects: list[Sheet] = []
    for sheet in sheets:
        read = read_sheet(sheet, names, position_needed=position_needed)
        if read is None:
            suspects.append(sheet)
        elif sheet.hidden:
            reading.problems.append(Problem("hidden-sheet", sheet.place))
        else:
            reading.assessments.append(read[0])
            reading.problems += read[1]
    reading.problems += [
        Problem("no-assessment-found", sheet.place)
        for sheet in suspects
        if not sheet.hidden and looks_like_assessment(sheet, names)
    ]
    if not reading.assessments and not reading.problems:
        raise FileFaultError("no-assessment-found")
    return reading
