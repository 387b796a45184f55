"""The columns of a tick form: one for each level of the scale, once or once for each rater."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from jdgap.assessments.cells.labels import Column
from jdgap.assessments.cells.levels import heads_not_applicable, read_level
from jdgap.assessments.forms.headings import RATERS, Header, Heading
from jdgap.assessments.forms.table_model import RaterColumns
from jdgap.assessments.opening.grid import Sheet, Value
from jdgap.problems import Problem
from jdgap.text.cleaning import clean, shortened

_ONE_DIGIT = re.compile(r"[^0-9๐-๙]*([0-9๐-๙]+)[^0-9๐-๙]*")


@dataclass(frozen=True, slots=True)
class TickColumns:
    """The columns of a tick form.

    Attributes:
        raters: The run of columns of each rater, and of the required level.
        all: All columns that stand for a level, also where it is not known whose they are.
        refused: Those that are not counted, by the rater; by None where that is not known.
        says_who_rates: A rater is named over them, or they stand there for each rater.
    """

    raters: dict[Column, RaterColumns] = field(default_factory=dict)
    all: frozenset[int] = frozenset()
    refused: dict[Column | None, frozenset[int]] = field(default_factory=dict)
    says_who_rates: bool = False


def tick_columns(
    sheet: Sheet, header: Header, scale: tuple[int, ...], problems: list[Problem]
) -> TickColumns:
    """Return the columns of a tick form; none where the table is none."""
    for row in reversed(header.rows):
        runs = _runs(header, row, scale)
        if runs:
            runs = _with_not_applicable(header, runs)
            parents = _parents(header, row, runs)
            counted = list(zip(runs, parents, strict=True))
            refused: dict[Column | None, frozenset[int]] = {}
            raters = _by_rater(sheet, row, counted, problems, refused)
            says = len(raters) > 1 or any(each and each.kind in RATERS for each in parents)
            return TickColumns(raters, _columns_of(runs), refused, says)
    return TickColumns()


def _columns_of(runs: Iterable[RaterColumns]) -> frozenset[int]:
    return frozenset().union(*(run.all for run in runs))


def _runs(header: Header, row: int, scale: tuple[int, ...]) -> list[RaterColumns]:
    runs: list[RaterColumns] = []
    columns: list[int] = []
    levels: list[int] = []
    for column, value in enumerate(header.sheet.rows[row]):
        inside = column > header.column and column in header.span
        level = _headed_level(value, scale) if inside else None
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


def _with_not_applicable(header: Header, runs: list[RaterColumns]) -> list[RaterColumns]:
    """Return each run with the column for what does not apply that stands next to it.

    Between two runs it is the one's on its left, unless such a column stands before the first run.
    """
    sheet, taken = header.sheet, {column for run in runs for column in run.columns}
    free = [
        column
        for column in header.span
        if column > header.column
        and column not in taken
        and any(heads_not_applicable(sheet.text(row, column)) for row in header.rows)
    ]
    if not free:
        return runs
    first = min(free) < min(taken)
    given: list[RaterColumns] = []
    for run in runs:
        beside = min(run.columns) - 1 if first else max(run.columns) + 1
        given.append(replace(run, not_applicable=beside) if beside in free else run)
    return given


def _parents(header: Header, row: int, runs: list[RaterColumns]) -> list[Heading | None]:
    """Return what stands over each run.

    Where several runs have no heading that surely is one, a rater's name some rows above does.
    """
    parents = [_parent(header, row, run) for run in runs]
    if len(runs) > 1 and not any(parents):
        return [header.rater_above(range(min(run.all), max(run.all) + 1)) for run in runs]
    return parents


def _parent(header: Header, row: int, run: RaterColumns) -> Heading | None:
    parents = (header.parent(row, column) for column in run.columns)
    first = min(run.all)
    found = [parent for parent in parents if parent is not None and parent.column >= first]
    decisive = [parent for parent in found if parent.kind is not None]
    return next(iter(decisive or found), None)


def _by_rater(
    sheet: Sheet,
    row: int,
    runs: Sequence[tuple[RaterColumns, Heading | None]],
    problems: list[Problem],
    refused: dict[Column | None, frozenset[int]],
) -> dict[Column, RaterColumns]:
    """Return the run of each rater; a run without a heading is the next rater's.

    What is wrong is added to `problems`, and runs that do not count for it to `refused`.
    """
    required = [run for run, parent in runs if parent and parent.kind is Column.REQUIRED]
    counted = [each for each in runs if each[0] not in required]
    if _is_half_headed([parent for _run, parent in counted]):
        problems += [unknown_heading(sheet, parent) for _run, parent in counted if parent]
        refused[None] = _columns_of(run for run, _parent in counted)
        counted = []
    raters: dict[Column, RaterColumns] = {}
    for run, parent in sorted(counted, key=lambda each: not each[1] or each[1].kind not in RATERS):
        if parent and parent.kind is None and len(counted) > 1:
            problems.append(unknown_heading(sheet, parent))
            refused[None] = refused.get(None, frozenset()) | run.all
            continue
        rater = parent.kind if parent and parent.kind in RATERS else _next_rater(raters)
        if rater in raters:
            first, second = raters[rater].columns[0], run.columns[0]
            place, other = sheet.place_of(row, second), sheet.place_of(row, first).cell
            facts = {"other": other}
            problems.append(Problem("duplicate-header", place, sheet.text(row, second), facts))
            refused[rater] = refused.get(rater, raters[rater].all) | run.all
        else:
            raters[rater] = run
    found = {rater: run for rater, run in raters.items() if rater not in refused}
    return found | ({Column.REQUIRED: required[0]} if len(required) == 1 else {})


def _is_half_headed(parents: Sequence[Heading | None]) -> bool:
    """Return whether words beside a rater above two runs leave open whose the runs are."""
    far = [each for each in parents if each is not None and each.is_far]
    return bool(far) and len({each.kind for each in far}) < len(parents)


def _next_rater(raters: dict[Column, RaterColumns]) -> Column:
    return Column.SUPERVISOR if Column.SELF in raters else Column.SELF


def unknown_heading(sheet: Sheet, heading: Heading) -> Problem:
    """Return the problem that levels stand under a heading that is not known."""
    place = sheet.place_of(heading.row, heading.column)
    return Problem("unknown-heading", place, shortened(heading.text), {"name": heading.text})
