"""Where the table of a sheet is: its rows of competencies and its level columns.

Two shapes are known: one column a rater, holding the level; and one column a level, holding a
mark (a tick form), once or once for each rater.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from jdgap.assessments.grid import Sheet, Value
from jdgap.assessments.labels import Column, column_of, ends_table
from jdgap.assessments.levels import read_level
from jdgap.positions import Names
from jdgap.problems import Problem

_HEADER_ROWS = 4
"""A header may stand this many rows above the first competency: merged, with a group heading."""


@dataclass(frozen=True, slots=True)
class RaterColumns:
    """Where one rater's level stands in a row.

    Attributes:
        columns: One column that holds the level, or the columns of the tick form.
        levels: The level that each of `columns` stands for; empty where the column holds it.
    """

    columns: tuple[int, ...]
    levels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised table.

    Attributes:
        header_row: The topmost row of its header, counted from 0.
        rows: The rows that may hold a competency.
        column: The column of the competencies.
        self_columns: Where the employee's level stands, if anywhere.
        supervisor_columns: Where the supervisor's level stands, if anywhere.
        problems: What is wrong with its headers.
    """

    header_row: int
    rows: range
    column: int
    self_columns: RaterColumns | None
    supervisor_columns: RaterColumns | None
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Header:
    """The rows that may head the table, and row, column and kind of the headings in them."""

    rows: range
    headings: Sequence[tuple[int, int, Column]]


def find_table(sheet: Sheet, names: Names) -> Table | None:
    """Return the table of `sheet`, or None where there is none with competencies and levels."""
    start = _first_competency(sheet, names)
    if start is None:
        return None
    row, column = start
    scale = names.book.levels
    headers = range(max(0, row - _HEADER_ROWS), row)
    header = _Header(headers, _headings(sheet, headers))
    problems: list[Problem] = []
    ticks = _tick_columns(sheet, header, column, scale, problems)
    raters = ticks if ticks or problems else _level_columns(sheet, header, column, problems)
    if not raters and not problems:
        return None
    return Table(
        header_row=header.headings[0][0] if header.headings else row,
        rows=range(row, _end(sheet, row, column)),
        column=column,
        self_columns=raters.get(Column.SELF),
        supervisor_columns=raters.get(Column.SUPERVISOR),
        problems=problems,
    )


def _first_competency(sheet: Sheet, names: Names) -> tuple[int, int] | None:
    """Return the first row of the column that holds the most competencies.

    Where no name is known, the cell below a competency header: every row is then a problem that
    the reader can name.
    """
    hits = [
        (row, column) for row, column, text in sheet.texts() if names.competency(text) is not None
    ]
    if hits:
        counts = Counter(column for _, column in hits)
        best = max(counts, key=lambda column: (counts[column], -column))
        header = _competency_header(sheet, best, min(row for row, col in hits if col == best))
        first = min(row for row, column in hits if column == best)
        return (header + 1 if header is not None else first), best
    for row, column, text in sheet.texts():
        if column_of(text) is Column.COMPETENCY:
            return row + 1, column
    return None


def _competency_header(sheet: Sheet, column: int, first: int) -> int | None:
    """Return the last header row above the first known competency, to not lose rows between."""
    for row in range(first - 1, max(-1, first - 40), -1):
        if column_of(sheet.text(row, column)) is not Column.COMPETENCY:
            continue
        while row + 1 < first and _continues_header(sheet, row + 1, column):
            row += 1  # noqa: PLW2901
        return row
    return None


def _continues_header(sheet: Sheet, row: int, column: int) -> bool:
    """Return whether a row below the header, with no competency text, goes on heading columns."""
    if sheet.text(row, column):
        return False
    return any(as_header for as_header in sheet.rows[row])


def _headings(sheet: Sheet, rows: range) -> list[tuple[int, int, Column]]:
    """Return row, column and kind of the headings in `rows`.

    Above the lowest row with headings, a word such as `ผู้บังคับบัญชา` may be a label with
    somebody's name beside it, and is then no heading.
    """
    kinds = {
        row: {
            column: kind
            for column in range(len(sheet.rows[row]))
            if (kind := column_of(sheet.text(row, column)))
        }
        for row in rows
    }
    lowest = max((row for row in rows if kinds[row]), default=rows.start)
    return [
        (row, column, kind)
        for row in rows
        for column, kind in kinds[row].items()
        if row == lowest or Column.SELF in kinds[row].values() or not _has_value(sheet, row, column)
    ]


def _has_value(sheet: Sheet, row: int, column: int) -> bool:
    """Return whether something that is no heading stands next to the right of a cell."""
    texts = (sheet.text(row, right) for right in range(column + 1, len(sheet.rows[row])))
    beside = next((text for text in texts if text), "")
    return beside != "" and column_of(beside) is None


def _end(sheet: Sheet, row: int, column: int) -> int:
    for below in range(row, len(sheet.rows)):
        if ends_table(sheet.text(below, column)) or _is_signature_row(sheet, below):
            return below
    return len(sheet.rows)


def _is_signature_row(sheet: Sheet, row: int) -> bool:
    first = next((value for value in sheet.rows[row] if value != ""), "")
    return isinstance(first, str) and ends_table(first)


def _level_columns(
    sheet: Sheet, header: _Header, competency_column: int, problems: list[Problem]
) -> dict[Column, RaterColumns]:
    """Return the column of each rater; two columns for one rater are a problem."""
    found: dict[Column, list[tuple[int, int]]] = {}
    for row, column, kind in header.headings:
        if column != competency_column and kind in _LEVEL_KINDS:
            places = found.setdefault(kind, [])
            if all(column != other for _, other in places):
                places.append((row, column))
    if Column.LEVEL in found and not {Column.SELF, Column.SUPERVISOR} & found.keys():
        found[Column.SELF] = found[Column.LEVEL]  # a form with a single level is a self-assessment
    raters: dict[Column, RaterColumns] = {}
    for kind in (Column.SELF, Column.SUPERVISOR):
        places = found.get(kind, [])
        if len(places) > 1:
            first, second = places[0], places[1]
            problems.append(
                Problem(
                    "duplicate-header",
                    sheet.place_of(*second),
                    sheet.text(*second),
                    {"other": sheet.place_of(*first).cell},
                )
            )
        elif places:
            raters[kind] = RaterColumns((places[0][1],))
    return raters


_RATERS = (Column.SELF, Column.SUPERVISOR)
_LEVEL_KINDS = frozenset({*_RATERS, Column.LEVEL})


def _tick_columns(
    sheet: Sheet,
    header: _Header,
    competency_column: int,
    scale: tuple[int, ...],
    problems: list[Problem],
) -> dict[Column, RaterColumns]:
    """Return the runs of columns headed by each level of the scale, by rater."""
    for row in reversed(header.rows):
        runs = _runs(sheet.rows[row] if row < len(sheet.rows) else (), competency_column, scale)
        if runs:
            named = [_named_above(header.headings, row, run) for run in runs]
            return _by_rater(sheet, row, list(zip(runs, named, strict=True)), problems)
    return {}


def _runs(
    header: Sequence[Value], competency_column: int, scale: tuple[int, ...]
) -> list[RaterColumns]:
    runs: list[RaterColumns] = []
    columns: list[int] = []
    levels: list[int] = []
    for column, value in enumerate(header):
        level = read_level(value, scale) if column != competency_column else None
        if not isinstance(level, int) or isinstance(value, bool):
            continue
        if level in levels:
            columns, levels = [], []
        columns.append(column)
        levels.append(level)
        if len(levels) == len(scale):
            runs.append(RaterColumns(tuple(columns), tuple(levels)))
            columns, levels = [], []
    return runs


def _by_rater(
    sheet: Sheet,
    row: int,
    runs: Sequence[tuple[RaterColumns, Column | None]],
    problems: list[Problem],
) -> dict[Column, RaterColumns]:
    """Return the run of each rater; a run that names nobody is the next rater's."""
    raters: dict[Column, RaterColumns] = {}
    twice: set[Column] = set()
    for run, named in sorted(runs, key=lambda each: each[1] not in _RATERS):
        if named is Column.REQUIRED:
            continue
        rater = named if named in _RATERS else _next_rater(raters)
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


def _named_above(
    headings: Sequence[tuple[int, int, Column]], row: int, run: RaterColumns
) -> Column | None:
    """Return what the lowest heading above the run's columns says of them."""
    above = [
        (heading_row, column, kind)
        for heading_row, column, kind in headings
        if heading_row < row and min(run.columns) <= column <= max(run.columns)
    ]
    said = [kind for *_, kind in sorted(above, key=lambda each: (-each[0], each[1]))]
    return next((kind for kind in said if kind in {*_RATERS, Column.REQUIRED}), None)
