"""Levels in cells that nobody sees, and levels that are merged over several competencies."""

from collections.abc import Iterator

from jdgap.assessments.cells.labels import Column
from jdgap.assessments.forms.parts import FormRatings
from jdgap.assessments.forms.ratings import RatedRow, Ratings
from jdgap.assessments.forms.row_levels import RowLevel
from jdgap.assessments.forms.table_model import RaterColumns
from jdgap.assessments.model import NoLevel
from jdgap.assessments.opening.grid import Sheet
from jdgap.problems import Place, Problem


def unseen_levels(sheet: Sheet, form: FormRatings) -> list[Problem]:
    """Return what is wrong with the levels of hidden and merged cells."""
    layout = sheet.layout
    hides = bool(layout.hidden_rows or layout.hidden_columns)
    if not (hides or layout.merged):
        return []
    problems: list[Problem] = []
    counted: list[Place] = []
    for part in form.parts:
        named = {row.row for row in part.rows}
        for row in part.rows:
            missing = _missing(sheet, part, row) if hides else []
            problems += missing or _merged(sheet, form, part, row, named)
            counted += _hidden(sheet, row) if hides else ()
    if counted:
        facts = {"count": len(counted)}
        problems.append(Problem("hidden-cells", counted[0], str(len(counted)), facts))
    return problems


def _hidden(sheet: Sheet, row: RatedRow) -> Iterator[Place]:
    """Yield the place of each level that counts and that nobody sees."""
    for each in (row.own, row.other):
        if each.column is None or not isinstance(each.level, int):
            continue
        if sheet.is_hidden(each.row, each.column):
            yield sheet.place_of(each.row, each.column)


def _missing(sheet: Sheet, part: Ratings, row: RatedRow) -> list[Problem]:
    """Return that a level is missing in a hidden cell, where it is."""
    cells = [(said, columns) for _rater, said, columns in _cells(part, row)]
    if row.rating.is_blank and cells and all(_is_hidden(sheet, *each) for each in cells):
        facts = {"competency": row.competency.name.text}
        return [Problem("hidden-level", row.rating.place, facts=facts)]
    return []


def _merged(
    sheet: Sheet, form: FormRatings, part: Ratings, row: RatedRow, named: set[int]
) -> list[Problem]:
    """Return that a blank is covered by another competency's level; what it says is not known."""
    problems: list[Problem] = []
    for rater, said, columns in _cells(part, row):
        cell = _covered(sheet, said, columns, named) if said.level is NoLevel.BLANK else None
        if cell is None:
            continue
        form.refuse(row.competency.id, rater)
        anchor = sheet.place_of(*sheet.layout.merged[cell])
        facts = {"competency": row.competency.name.text, "other": anchor.cell}
        problems.append(Problem("merged-level", sheet.place_of(*cell), facts=facts))
    return problems[:1]  # both raters' cells are merged alike


def _cells(part: Ratings, row: RatedRow) -> list[tuple[Column, RowLevel, RaterColumns]]:
    """Return what each rater with columns of levels says in a row."""
    table = part.table
    raters = (
        (Column.SELF, row.own, table.self_columns),
        (Column.SUPERVISOR, row.other, table.supervisor_columns),
    )
    return [(rater, said, columns) for rater, said, columns in raters if columns is not None]


def _is_hidden(sheet: Sheet, said: RowLevel, columns: RaterColumns) -> bool:
    return all(sheet.is_hidden(said.row, column) for column in columns.columns)


def _covered(
    sheet: Sheet, said: RowLevel, columns: RaterColumns, named: set[int]
) -> tuple[int, int] | None:
    """Return the blank cell that is part of a merged one with another competency's level."""
    for column in columns.columns:
        anchor = sheet.layout.merged.get((said.row, column))
        if anchor is None or anchor[0] == said.row or anchor[0] not in named:
            continue
        if sheet.text(*anchor):
            return said.row, column
    return None
