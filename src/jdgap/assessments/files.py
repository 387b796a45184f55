"""Files into assessments: every file is used, or accounted for by a problem."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from jdgap.assessments.faults import FileFaultError
from jdgap.assessments.grid import Sheet
from jdgap.assessments.model import Assessment
from jdgap.assessments.opening import open_sheets
from jdgap.assessments.sheets import looks_like_assessment, read_sheet
from jdgap.assessments.worker import in_workers
from jdgap.positions import Book, Names
from jdgap.problems import Problem


@dataclass(slots=True)
class Reading:
    """What files say: the assessments in the order of files and sheets, and what is wrong."""

    assessments: list[Assessment] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_files(paths: Iterable[Path], book: Book, *, position_needed: bool = True) -> Reading:
    """Return the assessments in `paths`, each file opened in a worker that may die.

    Args:
        paths: Workbooks. They are never changed.
        book: Whose positions and competencies are meant.
        position_needed: A position that is missing or unknown is a problem; not so where the
            caller names the position.
    """
    reading = Reading()
    files = list(paths)
    outcomes = in_workers(read_file, [(path, book, position_needed) for path in files])
    for path, outcome in zip(files, outcomes, strict=True):
        if isinstance(outcome, FileFaultError):
            reading.problems.append(outcome.problem(str(path)))
        else:
            reading.assessments += outcome.assessments
            reading.problems += outcome.problems
    return reading


def read_file(path: Path, book: Book, position_needed: bool) -> Reading:
    """Return the assessments in one file; runs in the worker.

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
