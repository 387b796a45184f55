"""Where the table of a sheet is: its rows of competencies and its level columns.

Two shapes are known: one column a rater, holding the level; and one column a level, holding a
mark (a tick form), once or once for each rater.
"""

from collections import Counter
from dataclasses import replace

from jdgap.assessments.cells.labels import Column, column_of
from jdgap.assessments.cells.levels import read_level
from jdgap.assessments.forms.headings import RATERS, Header, Heading
from jdgap.assessments.forms.table_model import RaterColumns, Table
from jdgap.assessments.forms.ticks import tick_columns, unknown_heading
from jdgap.assessments.opening.grid import Sheet
from jdgap.positions import Names
from jdgap.problems import Problem

_HEADER_ROWS = 4
"""How far above the first competency a header may stand that does not head the competencies."""
_HEADER_DISTANCE = 40
"""How far above the first known competency its heading may stand, past misspelt ones."""


def find_table(sheet: Sheet, names: Names) -> Table | None:
    """Return the table of `sheet`, or None where there is none with competencies and levels."""
    first = _start(sheet, names)
    if first is None:
        return None
    headers = [first, *_later_headers(sheet, names, first)]
    found: Table | None = None
    for place, header in reversed(list(enumerate(headers))):
        end = headers[place + 1].rows.start if place + 1 < len(headers) else len(sheet.rows)
        part = _part(sheet, names, header, range(header.rows.stop, end))
        if part is not None:
            found = replace(part, continued=found)
        elif found is not None:  # a heading without levels: what is below has its own
            found = replace(found, header_row=header.top)
    return found


def _part(sheet: Sheet, names: Names, header: Header, rows: range) -> Table | None:
    """Return the table under one header; None where it heads no levels."""
    problems: list[Problem] = []
    headings = header.headings()
    raters = tick_columns(sheet, header, names.book.levels, problems)
    ticked = {column for rater in raters.values() for column in rater.columns}
    others = [each for each in headings if each.column not in ticked]
    for rater, columns in _level_columns(sheet, others, problems, alone=not raters).items():
        raters.setdefault(rater, columns)
    claimed = {column for rater in raters.values() for column in rater.columns}
    problems += [
        unknown_heading(sheet, each)
        for each in headings
        if each.kind is None
        and each.column not in claimed
        and _holds_levels(sheet, names, header.column, each.column, rows)
    ]
    if not raters and not problems:
        return None
    return Table(
        header_row=header.top,
        rows=rows,
        column=header.column,
        self_columns=raters.get(Column.SELF),
        supervisor_columns=raters.get(Column.SUPERVISOR),
        problems=problems,
    )


def _start(sheet: Sheet, names: Names) -> Header | None:
    """Return the first header over the column that holds the most competencies.

    Where no name is known, the competency heading itself: every row below is then a problem
    that the reader can name.
    """
    hits = [(row, column) for row, column, text in sheet.texts() if names.competency(text)]
    if not hits:
        for row, column, text in sheet.texts():
            if column_of(text) is Column.COMPETENCY:
                return Header(sheet, range(row, row + 1), column)
        return None
    counts = Counter(column for _, column in hits)
    best = max(counts, key=lambda column: (counts[column], -column))
    first = min(row for row, column in hits if column == best)
    for row in range(first - 1, max(-1, first - _HEADER_DISTANCE), -1):
        if column_of(sheet.text(row, best)) is Column.COMPETENCY:
            return _header_from(sheet, names, row, best)
    top = first
    while top > max(0, first - _HEADER_ROWS) and any(value != "" for value in sheet.rows[top - 1]):
        top -= 1
    return Header(sheet, range(top, first), best)


def _header_from(sheet: Sheet, names: Names, row: int, column: int) -> Header:
    """Return the header that begins with the competency heading in `row`."""
    stop = row + 1
    while stop < len(sheet.rows) and _goes_on(sheet, names, stop, column):
        stop += 1
    return Header(sheet, range(row, stop), column)


def _goes_on(sheet: Sheet, names: Names, row: int, column: int) -> bool:
    """Return whether a row without a competency goes on heading columns."""
    if sheet.text(row, column) or not any(value != "" for value in sheet.rows[row]):
        return False
    texts = (sheet.text(row, right) for right in range(column + 1, len(sheet.rows[row])))
    levels = {read_level(value, names.book.levels) for value in sheet.rows[row][column + 1 :]}
    return any(column_of(text) for text in texts) or set(names.book.levels) <= levels


def _later_headers(sheet: Sheet, names: Names, first: Header) -> list[Header]:
    """Return the headers that stand again further down, over the same column."""
    return [
        _header_from(sheet, names, row, first.column)
        for row in range(first.rows.stop, len(sheet.rows))
        if _heads_again(sheet, row, first.column)
    ]


def _heads_again(sheet: Sheet, row: int, column: int) -> bool:
    """Return whether a row below the table's top heads columns, by whatever name of the first."""
    if column_of(sheet.text(row, column)) is Column.COMPETENCY:
        return True
    cells = range(column + 1, len(sheet.rows[row]))
    kinds = {column_of(sheet.text(row, right)) for right in cells}
    return Column.REQUIRED in kinds and bool(kinds & {*RATERS, Column.LEVEL})


def _level_columns(
    sheet: Sheet, headings: list[Heading], problems: list[Problem], *, alone: bool
) -> dict[Column, RaterColumns]:
    """Return the column of each rater; two columns for one rater are a problem.

    Args:
        sheet: The sheet.
        headings: What heads its columns.
        problems: What is wrong is added here.
        alone: No rater is known yet, so that a level of nobody in particular is the employee's.
    """
    found = {kind: [each for each in headings if each.kind is kind] for kind in Column}
    if alone and not any(found[rater] for rater in RATERS):
        found[Column.SELF] = found[Column.LEVEL]
    raters: dict[Column, RaterColumns] = {}
    for kind in RATERS:
        if len(found[kind]) > 1:
            first, second = found[kind][:2]
            place, other = (sheet.place_of(each.row, each.column) for each in (second, first))
            facts = {"other": other.cell}
            problems.append(Problem("duplicate-header", place, second.text, facts))
        elif found[kind]:
            raters[kind] = RaterColumns((found[kind][0].column,))
    return raters


def _holds_levels(
    sheet: Sheet, names: Names, competency_column: int, column: int, rows: range
) -> bool:
    """Return whether a column holds a level in most rows that name a competency."""
    rated = [row for row in rows if names.competency(sheet.text(row, competency_column))]
    levels = [
        row
        for row in rated
        if isinstance(read_level(sheet.value(row, column), names.book.levels), int)
    ]
    return len(levels) > max(1, len(rated) // 2)
