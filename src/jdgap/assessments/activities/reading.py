"""Reading an organisation's list of courses and activities."""

from collections.abc import Sequence
from pathlib import Path

from jdgap.assessments.activities.model import ActivityList
from jdgap.assessments.activities.rows import activity_table
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.grid import Sheet
from jdgap.assessments.opening.worker import one_by_one
from jdgap.positions import Book, Names
from jdgap.problems import Place, Problem


def read_activities(path: Path, book: Book, *, encoding: str | None = None) -> ActivityList:
    """Return the list of activities in `path`, which is opened in a worker that may die.

    A table with the columns competency (name or id) and activity, and where wanted level, how,
    owner and when, in Thai or English and in any order. A file that cannot be used gives an empty
    list with one problem.

    Args:
        path: A workbook or a text table. It is never changed.
        book: Whose competencies are meant.
        encoding: Of a text table; None finds it out.
    """
    (outcome,) = one_by_one(_read, [(path, encoding)], shared=book)
    if isinstance(outcome, FileFaultError):
        return ActivityList((), (outcome.problem(str(path)),))
    return outcome


def _read(book: Book, path: Path, encoding: str | None) -> ActivityList:
    # Only the worker needs what opening takes.
    from jdgap.assessments.opening.workbooks import open_sheets

    return activities_of(open_sheets(path, str(path), encoding=encoding), Names(book))


def activities_of(sheets: Sequence[Sheet], names: Names) -> ActivityList:
    """Return the list of activities on the sheets of one workbook; hidden ones do not count."""
    read = [activity_table(sheet, names) for sheet in sheets if not sheet.hidden]
    tables = [table for table in read if table is not None]
    activities = tuple(each for table in tables for each in table.activities)
    problems = tuple(each for table in tables for each in table.problems)
    if not activities and not problems:
        place = tables[0].place if tables else Place(sheets[0].place.file)
        problems = (Problem("no-activities-found", place),)
    return ActivityList(activities, problems)
