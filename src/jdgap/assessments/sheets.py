"""One sheet into assessments: a table of many people, or the form of one employee."""

from itertools import islice
from typing import Final

from jdgap.assessments.forms.form import WHO, read_form
from jdgap.assessments.forms.identity import read_identity
from jdgap.assessments.model import Reading
from jdgap.assessments.opening.grid import Sheet
from jdgap.assessments.people.column_headings import heading_reader
from jdgap.assessments.people.people_table import find_people_table
from jdgap.positions import Names

_TEXTS_OF_A_FORM: Final = 20_000


def read_sheet(sheet: Sheet, names: Names, *, position_needed: bool = True) -> Reading | None:
    """Return the assessments on a sheet with their problems; None where it holds none.

    A sheet that only explains, such as one with the required levels, says nothing.

    Args:
        sheet: The sheet. Where it is a table of many people its rows are dropped as they are read.
        names: The names of the book.
        position_needed: A position that is missing or unknown is a problem.
    """
    table = find_people_table(sheet, heading_reader(names))
    if table is not None:
        # Imported here: most files are forms, and a check of one starts sooner without.
        from jdgap.assessments.people.people_sheets import read_people

        return read_people(sheet, table, names, position_needed=position_needed)
    if _is_too_long(sheet):
        return None
    return read_form(sheet, names, position_needed=position_needed)


def _is_too_long(sheet: Sheet) -> bool:
    """Return whether a sheet has more texts than a form could have; they are not all looked at."""
    return next(islice(sheet.texts(), _TEXTS_OF_A_FORM, None), None) is not None


def looks_like_assessment(sheet: Sheet, names: Names) -> bool:
    """Return whether a sheet that was not read names competencies and an employee or a position."""
    if _is_too_long(sheet) or not any(names.competency(text) for _, _, text in sheet.texts()):
        return False
    return read_identity(sheet, range(len(sheet.rows)), names).asks(*WHO)
