"""The columns of a tick form: one for each level of the scale, once or once for each rater."""

import re
from collections.abc import Sequence

from jdgap.assessments.cells.labels import Column
from jdgap.assessments.cells.levels import read_level
from jdgap.assessments.forms.headings import RATERS, Header, Heading
from jdgap.assessments.forms.table_model import RaterColumns
from jdgap.assessments.opening.grid import Sheet, Value
from jdgap.problems import Problem
from jdgap.text.cleaning import clean, shortened

_ONE_DIGIT = re.compile(r"[^0-9๐-๙]*([0-9๐-๙]+)[^0-9๐-๙]*")


def tick_columns(
    sheet: Sheet, header: Header, scale: tuple[int, ...], problems: list[Problem]
) -> dict[Column, RaterColumns]:
    """Return the run of columns of each rater; none where the table is no tick form."""
    for row in reversed(header.rows):
        runs = _runs(sheet.rows[row], header.column, scale)
        if runs:
            parents = [_parent(header, row, run) for run in runs]
            return _by_rater(sheet, row, list(zip(runs, parents, strict=True)), problems)
    return {}


def _runs(
    headings: Sequence[Value], competency_column: int, scale: tuple[int, ...]
) -> list[RaterColumns]:
    runs: list[RaterColumns] = []
    columns: list[int] = []
    levels: list[int] = []
    for column, value in enumerate(headings):
        level = _headed_level(value, scale) if column > competency_column else None
        if level is None:
            continue
        if level in levels:
            columns, levels = [], []
        columns.append(column)
        levels.append(level)
        if len(levels) == len(scale):
            runs.append(RaterColumns(tuple(columns), tuple(levels)))
            columns, levels = [], []
    return runs


def _headed_level(value: Value, scale: tuple[int, ...]) -> int | None:
    """Return the level of a heading such as `5`, `ระดับ ๕` or `มากที่สุด (5)`."""
    if isinstance(value, bool):
        return None
    level = read_level(value, scale)
    if not isinstance(level, int) and isinstance(value, str):
        one = _ONE_DIGIT.fullmatch(clean(value))
        level = read_level(one[1], scale) if one else level
    return level if isinstance(level, int) else None


def _parent(header: Header, row: int, run: RaterColumns) -> Heading | None:
    parents = (header.parent(row, column) for column in run.columns)
    first = min(run.columns)
    found = [parent for parent in parents if parent is not None and parent.column >= first]
    decisive = [parent for parent in found if parent.kind is not None]
    return next(iter(decisive or found), None)


def _by_rater(
    sheet: Sheet,
    row: int,
    runs: Sequence[tuple[RaterColumns, Heading | None]],
    problems: list[Problem],
) -> dict[Column, RaterColumns]:
    """Return the run of each rater; a run without a heading is the next rater's."""
    counted = [each for each in runs if not each[1] or each[1].kind is not Column.REQUIRED]
    raters: dict[Column, RaterColumns] = {}
    twice: set[Column] = set()
    for run, parent in sorted(counted, key=lambda each: not each[1] or each[1].kind not in RATERS):
        if parent and parent.kind is None and len(counted) > 1:
            problems.append(unknown_heading(sheet, parent))
            continue
        rater = parent.kind if parent and parent.kind in RATERS else _next_rater(raters)
        if rater in raters:
            first, second = raters[rater].columns[0], run.columns[0]
            place, other = sheet.place_of(row, second), sheet.place_of(row, first).cell
            facts = {"other": other}
            problems.append(Problem("duplicate-header", place, sheet.text(row, second), facts))
            twice.add(rater)
        else:
            raters[rater] = run
    return {rater: run for rater, run in raters.items() if rater not in twice}


def _next_rater(raters: dict[Column, RaterColumns]) -> Column:
    return Column.SUPERVISOR if Column.SELF in raters else Column.SELF


def unknown_heading(sheet: Sheet, heading: Heading) -> Problem:
    """Return the problem that levels stand under a heading that is not known."""
    place = sheet.place_of(heading.row, heading.column)
    return Problem("unknown-heading", place, shortened(heading.text), {"name": heading.text})
