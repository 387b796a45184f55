"""The form of one employee into an assessment."""

from string import digits
from typing import Final

from jdgap.assessments.cells.labels import Field
from jdgap.assessments.forms.identity import Identity, read_identity
from jdgap.assessments.forms.misplaced import misplaced_levels
from jdgap.assessments.forms.named import named_competencies
from jdgap.assessments.forms.parts import FormRatings, read_ratings
from jdgap.assessments.forms.refused import refuse_levels
from jdgap.assessments.forms.required_levels import differing_requirements
from jdgap.assessments.forms.second_tables import second_table
from jdgap.assessments.forms.table import find_table
from jdgap.assessments.forms.unseen import unseen_levels
from jdgap.assessments.model import Assessment, Reading
from jdgap.assessments.opening.grid import Sheet
from jdgap.positions import Names, Position, UnknownPositionError
from jdgap.problems import Problem
from jdgap.text.cleaning import shortened
from jdgap.text.rounds import round_of

WHO: Final = (Field.EMPLOYEE_ID, Field.NAME, Field.POSITION)
"""What tells whose form it is, or for which position."""


def read_form(sheet: Sheet, names: Names, *, position_needed: bool) -> Reading | None:
    """Return the assessment of a form with its problems; None where the sheet is no form.

    Args:
        sheet: The sheet.
        names: The names of the book.
        position_needed: A position that is missing or unknown is a problem.
    """
    named = named_competencies(sheet, names)
    table = find_table(sheet, names, named)
    if table is None:
        return None
    who = read_identity(sheet, range(table.header_row), names)
    ratings = read_ratings(sheet, table, names)
    second = second_table(sheet, ratings, who, named, names)
    if second is not None:
        return Reading([], [second])
    rated = any(rating.says_something for rating in ratings.by_competency.values())
    if not who.asks(*WHO) and not rated:
        return None  # a sheet that explains the competencies, such as what each level means
    problems = [*who.problems, *ratings.problems]
    position, faults = _position(sheet, names, who)
    problems += faults if position_needed else ()
    if not who.asks(Field.EMPLOYEE_ID, Field.NAME):
        problems.append(Problem("missing-employee", sheet.place))
    problems += _looked_over(sheet, ratings, position, names)
    assessment = Assessment(
        place=sheet.place,
        employee_id=who.get(Field.EMPLOYEE_ID),
        name=who.get(Field.NAME),
        position_id=None if position is None else position.id,
        position_written=who.get(Field.POSITION),
        department=who.get(Field.DEPARTMENT),
        round=round_of(who.get(Field.ROUND)),
        ratings=ratings.by_competency,
    )
    return Reading([assessment], problems)


def _looked_over(
    sheet: Sheet, ratings: FormRatings, position: Position | None, names: Names
) -> list[Problem]:
    """Return what is wrong with the table beyond the cells that count.

    Levels that do not count for it become unusable.
    """
    found = misplaced_levels(sheet, ratings, position, names)
    misplaced = [each.problem for each in found]
    problems = [*misplaced, *unseen_levels(sheet, ratings)]
    refuse_levels(sheet, ratings, found, names.book.levels)
    if position is not None:
        differing = differing_requirements(sheet, ratings, position, names)
        told = {_column(problem) for problem in misplaced}
        problems += [problem for problem in differing if _column(problem) not in told]
    return problems


def _column(problem: Problem) -> str:
    """Return the letters of the column that a problem is in."""
    return problem.place.cell.rstrip(digits)


def _position(sheet: Sheet, names: Names, who: Identity) -> tuple[Position | None, list[Problem]]:
    written = who.get(Field.POSITION)
    place = who.places.get(Field.POSITION, sheet.place)
    if not written:
        missing = [] if Field.POSITION in who.unsure else [Problem("missing-position", place)]
        return None, missing
    try:
        return names.position(written), []
    except UnknownPositionError as error:
        facts = {"name": written, "suggestions": error.suggestions}
        return None, [Problem("unknown-position", place, shortened(written), facts)]
