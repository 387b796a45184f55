"""Whether the required levels that a sheet shows are the book's."""

from typing import Final

from jdgap.assessments.forms.parts import FormRatings
from jdgap.assessments.forms.ratings import RatedRow
from jdgap.assessments.forms.row_levels import RowLevel, RowReader
from jdgap.assessments.model import NoLevel
from jdgap.assessments.opening.grid import Sheet
from jdgap.positions import Names, Position
from jdgap.problems import Problem
from jdgap.text.cleaning import shortened

_NONE: Final = "-"
"""Shown where the sheet or the book requires no level."""


def differing_requirements(
    sheet: Sheet, form: FormRatings, position: Position, names: Names
) -> list[Problem]:
    """Return a problem for each competency of which a sheet requires another level than the book.

    What is blank, or no number, says nothing.
    """
    problems: list[Problem] = []
    for part in form.parts:
        reader = RowReader(sheet, part.table, names.book.levels)
        for row in part.rows:
            shown = reader.required(row.row)
            problem = None if shown is None else _problem(sheet, row, shown, position)
            if problem is not None:
                problems.append(problem)
    return problems


def _problem(sheet: Sheet, row: RatedRow, shown: RowLevel, position: Position) -> Problem | None:
    wanted = position.required.get(row.competency.id)
    if shown.column is None or shown.level in (NoLevel.BLANK, NoLevel.UNUSABLE, wanted):
        return None
    if shown.level is NoLevel.NOT_APPLICABLE and wanted is None:
        return None
    found = str(shown.level) if isinstance(shown.level, int) else _NONE
    facts = {
        "competency": row.competency.name.text,
        "found": found,
        "wanted": _NONE if wanted is None else str(wanted),
    }
    written = sheet.text(shown.row, shown.column)
    return Problem(
        "required-level-differs", sheet.place_of(shown.row, shown.column), shortened(written), facts
    )
