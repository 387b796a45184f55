"""One sheet into one employee's assessment."""

from jdgap.assessments.grid import Sheet
from jdgap.assessments.identity import identity, round_of
from jdgap.assessments.labels import Field
from jdgap.assessments.model import Assessment
from jdgap.assessments.ratings import read_ratings
from jdgap.assessments.table import find_table
from jdgap.positions import Names, UnknownPositionError
from jdgap.problems import Problem
from jdgap.text.cleaning import shortened


def read_sheet(
    sheet: Sheet, names: Names, *, position_needed: bool = True
) -> tuple[Assessment, list[Problem]] | None:
    """Return the assessment on a sheet with its problems; None where it holds none.

    Args:
        sheet: The sheet.
        names: The names of the book.
        position_needed: A position that is missing or unknown is a problem.
    """
    table = find_table(sheet, names)
    if table is None:
        return None
    who = identity(sheet, table.header_row)
    ratings = read_ratings(sheet, table, names)
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
    return assessment, problems


def _position(sheet: Sheet, names: Names, written: str) -> tuple[str | None, list[Problem]]:
    if not written:
        return None, [Problem("missing-position", sheet.place)]
    try:
        return names.position(written).id, []
    except UnknownPositionError as error:
        facts = {"name": written, "suggestions": error.suggestions}
        return None, [Problem("unknown-position", sheet.place, shortened(written), facts)]


def looks_like_assessment(sheet: Sheet, names: Names) -> bool:
    """Return whether a sheet without a table names competencies, so that it may be meant as one."""
    return any(names.competency(text) for _, _, text in sheet.texts())
