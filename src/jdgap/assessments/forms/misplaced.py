"""Levels that stand in a column where nobody looks for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from jdgap.assessments.cells.labels import Column, is_numbering, is_remark
from jdgap.assessments.cells.levels import read_level
from jdgap.assessments.forms.headings import Heading
from jdgap.assessments.forms.marks import is_mark
from jdgap.assessments.forms.parts import FormRatings
from jdgap.assessments.forms.ratings import RatedRow, Ratings
from jdgap.assessments.forms.row_levels import RowLevel
from jdgap.assessments.forms.table_model import Table
from jdgap.assessments.forms.ticks import unknown_heading
from jdgap.assessments.model import NoLevel
from jdgap.assessments.opening.grid import Sheet, letters_of
from jdgap.positions import Names, Position
from jdgap.problems import Problem
from jdgap.text.cleaning import shortened

_FEWEST: Final = 2
"""So many levels without a heading are somebody's."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that is no rater's, as far as rows with competencies go.

    Attributes:
        column: Counted from 0.
        heading: What heads it, if anything.
        levels: The rows with a level, or with a tick in a tick form, and the level.
        is_pure: Nothing else stands in it.
    """

    column: int
    heading: Heading | None
    levels: tuple[tuple[RatedRow, int | None], ...]
    is_pure: bool


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Levels that stand in a column where nobody looks for them.

    Attributes:
        problem: What is told.
        rows: The rows in which they stand.
    """

    problem: Problem
    rows: tuple[RatedRow, ...]


def misplaced_levels(
    sheet: Sheet, form: FormRatings, position: Position | None, names: Names
) -> list[Misplaced]:
    """Return what is wrong with each column that holds levels and is not headed as one of levels.

    Args:
        sheet: The sheet.
        form: What its table says.
        position: The position that the sheet names, which tells what is required.
        names: The names of the book.
    """
    nothing = all(row.rating.is_blank for part in form.parts for row in part.rows)
    found: list[Misplaced] = []
    for part in form.parts:
        for each in _columns(sheet, part, names.book.levels):
            problem = _in_column(sheet, part, each, position, nothing=nothing)
            if problem is not None:
                found.append(Misplaced(problem, tuple(row for row, _level in each.levels)))
    return found


def _in_column(
    sheet: Sheet, part: Ratings, column: _Column, position: Position | None, *, nothing: bool
) -> Problem | None:
    """Return what is wrong with the levels in a column, if anything."""
    if _numbers_rows(part, column):
        return None
    kind = _kind(column)
    code = "misplaced-levels"
    row: RatedRow | None = None
    if nothing and part.table.raters and _in_most_rows(part, column):
        if kind is not Column.REQUIRED:
            row = column.levels[0][0]
        elif position is not None and not _are_required(part, column, position):
            code, row = "perhaps-misplaced-levels", column.levels[0][0]
    elif kind in {None, Column.LEVEL} and column.column > part.table.column:
        if _shows_again(part, column, position):
            return None
        row = _one_too_far(part, column)
        if row is None and column.is_pure and _in_most_rows(part, column):
            if column.heading is not None:
                return unknown_heading(sheet, column.heading)
            return _problem(sheet, part, "unknown-heading", column, column.levels[0][0])
    return None if row is None else _problem(sheet, part, code, column, row)


def _kind(column: _Column) -> Column | None:
    """Return what a column holds; among remarks a level is as unexpected as without a heading."""
    if column.heading is None or is_remark(column.heading.text):
        return None
    return column.heading.kind


def _in_most_rows(part: Ratings, column: _Column) -> bool:
    return 2 * len(column.levels) > len(part.rows)


def _columns(sheet: Sheet, part: Ratings, scale: tuple[int, ...]) -> Iterator[_Column]:
    """Yield the columns of a table that hold levels and are not read."""
    table = part.table
    headings = {each.column: each for each in table.headings}
    ticked = any(rater.levels for rater in table.raters)
    width = max((len(sheet.rows[row.row]) for row in part.rows), default=0)
    read = (table.claimed - _required(table)) | table.doubtful
    for column in range(table.span.start, min(table.span.stop, width)):
        if column in read:
            continue
        heading = headings.get(column)
        if heading is not None and is_numbering(heading.text):
            continue
        levels: list[tuple[RatedRow, int | None]] = []
        others = 0
        for row in part.rows:
            value = sheet.value(row.row, column)
            if value == "":
                continue
            level = read_level(value, scale)
            if isinstance(level, int):
                levels.append((row, level))
            elif ticked and is_mark(value):
                levels.append((row, None))
            elif level is not NoLevel.BLANK:
                others += 1
        if levels:
            yield _Column(column, heading, tuple(levels), is_pure=not others)


def _required(table: Table) -> frozenset[int]:
    """Return the column of the required level, where it is one column."""
    columns = table.required_columns
    return columns.all if columns is not None and not columns.levels else frozenset()


def _numbers_rows(part: Ratings, column: _Column) -> bool:
    """Return whether a column without a heading counts its rows: 1, 2, 3, perhaps anew."""
    if column.heading is not None:
        return False
    left = column.column < part.table.column
    levels = [level for _row, level in column.levels]
    if len(levels) < _FEWEST or None in levels:
        return left
    steps = (
        two == one + 1 or (left and two == 1)
        for one, two in pairwise(map(int, filter(None, levels)))
    )
    return levels[0] == 1 and all(steps)


def _are_required(part: Ratings, column: _Column, position: Position) -> bool:
    """Return whether the levels in a column are required ones: the book's, or another edition's.

    An edition asks for a level of all that it requires, and most stay what they were. Levels that
    somebody typed there are like the book's here and there, or end where the patience did.
    """
    asked = [row.competency.id for row in part.rows if row.competency.id in position.required]
    shown = {row.competency.id: level for row, level in column.levels}
    other = [each for each in asked if each in shown and shown[each] != position.required[each]]
    return not other or (shown.keys() >= set(asked) and 2 * len(other) <= len(asked))


def _shows_again(part: Ratings, column: _Column, position: Position | None) -> bool:
    """Return whether each level stands in its row already, or most are shown as required."""
    if all(level in (row.own.level, row.other.level) for row, level in column.levels):
        return True
    if column.heading is not None and column.heading.kind is None:
        return False
    required = {} if position is None else position.required
    shown = all(level == required.get(row.competency.id) for row, level in column.levels)
    return shown and _in_most_rows(part, column)


def _one_too_far(part: Ratings, column: _Column) -> RatedRow | None:
    """Return the first row whose level may have been typed into this column.

    Where one of two raters said something only a column of nothing but levels counts.
    """
    for row, _level in column.levels:
        blank = [each for each in (row.own, row.other) if _is_blank(each)]
        if blank and len(blank) == len(part.table.raters):
            return row
        if blank and column.is_pure and len(column.levels) >= _FEWEST:
            return row
    return None


def _is_blank(level: RowLevel) -> bool:
    return level.column is not None and level.level is NoLevel.BLANK


def _problem(sheet: Sheet, part: Ratings, code: str, column: _Column, row: RatedRow) -> Problem:
    """Return the problem of a column; one without a heading is called by its letters."""
    above = sheet.text(part.table.rows.start - 1, column.column)
    name = column.heading.text if column.heading else above or letters_of(column.column)
    place = sheet.place_of(row.row, column.column)
    return Problem(code, place, shortened(sheet.text(row.row, column.column)), {"name": name})
