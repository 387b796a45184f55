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
from jdgap.problems import Place, Problem

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


def find_table(sheet: Sheet, names: Names) -> Table | None:
    """Return the table of `sheet`, or None where there is none with competencies and levels."""
    start = _first_competency(sheet, names)
    if start is None:
        return None
    row, column = start
    scale = names.book.levels
    headers = range(max(0, row - _HEADER_ROWS), row)
    ticks = _tick_columns(sheet, headers, column, scale)
    problems: list[Problem] = []
    raters = ticks or _level_columns(sheet, headers, column, problems)
    if not raters and not problems:
        return None
    return Table(
        header_row=_header_top(sheet, headers),
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


def _header_top(sheet: Sheet, headers: range) -> int:
    for row in headers:
        if any(column_of(sheet.text(row, column)) for column in range(len(sheet.rows[row]))):
            return row
    return headers.stop


def _end(sheet: Sheet, row: int, column: int) -> int:
    for below in range(row, len(sheet.rows)):
        if ends_table(sheet.text(below, column)) or _is_signature_row(sheet, below):
            return below
    return len(sheet.rows)


def _is_signature_row(sheet: Sheet, row: int) -> bool:
    first = next((value for value in sheet.rows[row] if value != ""), "")
    return isinstance(first, str) and ends_table(first)


def _level_columns(
    sheet: Sheet, headers: range, competency_column: int, problems: list[Problem]
) -> dict[Column, RaterColumns]:
    """Return the column of each rater; two columns for one rater are a problem."""
    found: dict[Column, list[tuple[int, int]]] = {}
    for row in headers:
        for column in range(len(sheet.rows[row])):
            kind = column_of(sheet.text(row, column))
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


_LEVEL_KINDS = frozenset({Column.SELF, Column.SUPERVISOR, Column.LEVEL})


def _tick_columns(
    sheet: Sheet, headers: range, competency_column: int, scale: tuple[int, ...]
) -> dict[Column, RaterColumns]:
    """Return the runs of columns headed by each level of the scale, by rater."""
    for row in reversed(headers):
        runs = _runs(sheet.rows[row] if row < len(sheet.rows) else (), competency_column, scale)
        if runs:
            return _by_rater(sheet, range(headers.start, row), runs)
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


def _by_rater(sheet: Sheet, above: range, runs: list[RaterColumns]) -> dict[Column, RaterColumns]:
    raters: dict[Column, RaterColumns] = {}
    for run in runs:
        raters.setdefault(_heading(sheet, above, run) or _next_rater(raters), run)
    return raters


def _next_rater(raters: dict[Column, RaterColumns]) -> Column:
    return Column.SUPERVISOR if Column.SELF in raters else Column.SELF


def _heading(sheet: Sheet, above: range, run: RaterColumns) -> Column | None:
    """Return the rater named above the run's columns."""
    for row in reversed(above):
        for column in range(min(run.columns), max(run.columns) + 1):
            kind = column_of(sheet.text(row, column))
            if kind in {Column.SELF, Column.SUPERVISOR}:
                return kind
    return None


def marks_place(sheet: Sheet, row: int, rater: RaterColumns) -> Place:
    """Return the first cell of a rater in a row, for a level that is missing."""
    return sheet.place_of(row, rater.columns[0])
