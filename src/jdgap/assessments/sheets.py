"""One sheet into assessments: a table of many people, or the form of one employee."""

from itertools import islice
from typing import Final

from jdgap.assessments.cells.labels import Field
from jdgap.assessments.forms.identity import identity, round_of
from jdgap.assessments.forms.ratings import Ratings, read_ratings
from jdgap.assessments.forms.table import find_table
from jdgap.assessments.model import Assessment, NoLevel, Reading
from jdgap.assessments.opening.grid import Sheet
from jdgap.assessments.people.people_sheets import heading_reader, read_people
from jdgap.assessments.people.people_table import find_people_table
from jdgap.positions import Names, UnknownPositionError
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened

_TEXTS_OF_A_FORM: Final = 20_000
_WHO = (Field.EMPLOYEE_ID, Field.NAME, Field.POSITION)


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
        return read_people(sheet, table, names, position_needed=position_needed)
    if _is_too_long(sheet):
        return None
    return _read_form(sheet, names, position_needed=position_needed)


def _is_too_long(sheet: Sheet) -> bool:
    """Return whether a sheet has more texts than a form could have; they are not all looked at."""
    return next(islice(sheet.texts(), _TEXTS_OF_A_FORM, None), None) is not None


def _read_form(sheet: Sheet, names: Names, *, position_needed: bool) -> Reading | None:
    table = find_table(sheet, names)
    if table is None:
        return None
    who = identity(sheet, table.header_row)
    ratings = read_ratings(sheet, table, names)
    if not any(who.get(field) for field in _WHO) and not _rates(ratings):
        return None  # a sheet that explains the competencies, such as what each level means
    problems = ratings.problems
    written = who.get(Field.POSITION, "")
    position_id, faults = _position(sheet, names, written)
    if position_needed:
        problems += faults
    if not who.get(Field.EMPLOYEE_ID) and not who.get(Field.NAME):
        problems.append(Problem("missing-employee", sheet.place))
    assessment = Assessment(
        place=sheet.place,
        employee_id=who.get(Field.EMPLOYEE_ID, ""),
        name=who.get(Field.NAME, ""),
        position_id=position_id,
        position_written=written,
        department=who.get(Field.DEPARTMENT, ""),
        round=round_of(who.get(Field.ROUND, "")),
        ratings=ratings.by_competency,
    )
    return Reading([assessment], problems)


def _position(sheet: Sheet, names: Names, written: str) -> tuple[str | None, list[Problem]]:
    if not written:
        return None, [Problem("missing-position", sheet.place)]
    try:
        return names.position(written).id, []
    except UnknownPositionError as error:
        facts = {"name": written, "suggestions": error.suggestions}
        place = _place_of(sheet, written)
        return None, [Problem("unknown-position", place, shortened(written), facts)]


def _place_of(sheet: Sheet, written: str) -> Place:
    """Return the first cell that holds `written`, alone or after its label."""
    for row, column, text in sheet.texts():
        if written in text:
            return sheet.place_of(row, column)
    return sheet.place


def _rates(ratings: Ratings) -> bool:
    """Return whether anybody gave a level, or said that it does not apply."""
    given = (
        (rating.self_level, rating.supervisor_level) for rating in ratings.by_competency.values()
    )
    return any(
        isinstance(level, int) or level is NoLevel.NOT_APPLICABLE
        for levels in given
        for level in levels
    )


def looks_like_assessment(sheet: Sheet, names: Names) -> bool:
    """Return whether a sheet that was not read names competencies and an employee or a position."""
    if _is_too_long(sheet) or not any(names.competency(text) for _, _, text in sheet.texts()):
        return False
    who = identity(sheet, len(sheet.rows))
    return any(who.get(field) for field in _WHO)
