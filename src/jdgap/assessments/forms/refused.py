"""Levels that stand in a sheet and do not count: they are unusable, which is not blank."""

from collections.abc import Iterable

from jdgap.assessments.cells.levels import read_level
from jdgap.assessments.forms.marks import is_mark
from jdgap.assessments.forms.misplaced import Misplaced
from jdgap.assessments.forms.parts import FormRatings
from jdgap.assessments.forms.ratings import UnknownRow
from jdgap.assessments.model import NoLevel, Rating
from jdgap.assessments.opening.grid import Sheet


def refuse_levels(
    sheet: Sheet, form: FormRatings, misplaced: Iterable[Misplaced], scale: tuple[int, ...]
) -> None:
    """Say of each competency whose level was not taken that it has one; others stay blank.

    Args:
        sheet: The sheet.
        form: What its table says; the ratings of such competencies are changed.
        misplaced: The levels that stand where nobody looks for them.
        scale: The levels of the scale, lowest first.
    """
    for part in form.parts:
        for rater, columns in part.table.refused.items():
            for row in part.rows:
                if any(_is_level(sheet, row.row, column, scale) for column in columns):
                    form.refuse(row.competency.id, rater)
    for each in misplaced:
        for row in each.rows:
            form.refuse(row.competency.id, None)
    named = frozenset(form.by_competency)
    for part in form.parts:
        for unknown in part.unknown:
            _refuse_unknown(form, unknown, named)


def _is_level(sheet: Sheet, row: int, column: int, scale: tuple[int, ...]) -> bool:
    value = sheet.value(row, column)
    level = read_level(value, scale)
    return isinstance(level, int) or level is NoLevel.NOT_APPLICABLE or is_mark(value)


def _refuse_unknown(form: FormRatings, row: UnknownRow, named: frozenset[str]) -> None:
    """Refuse the level of a row that names no competency.

    It may be that of a misspelt one, which has no row then; else that of the one above, as where
    each behaviour has a level.
    """
    if row.nearest not in named:
        unusable = NoLevel.UNUSABLE
        form.by_competency[row.nearest] = Rating(unusable, unusable, row.place)
    elif row.above is not None:
        form.refuse(row.above, None)
