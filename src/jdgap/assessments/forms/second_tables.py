"""Whether a sheet holds the table of another employee too, or levels that no table reaches."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from jdgap.assessments.cells.labels import Column, Field
from jdgap.assessments.cells.levels import read_level
from jdgap.assessments.cells.person_names import is_same_name
from jdgap.assessments.forms.identity import Identity, read_identity
from jdgap.assessments.forms.marks import is_mark
from jdgap.assessments.forms.named import Named
from jdgap.assessments.forms.one_cell import asked_by, begins_with_label, label_part
from jdgap.assessments.forms.parts import FormRatings
from jdgap.assessments.forms.ratings import RatedRow
from jdgap.assessments.forms.table_model import Table
from jdgap.assessments.opening.grid import Sheet
from jdgap.positions import Names
from jdgap.problems import Problem
from jdgap.text.names import name_key

_WHO: Final = (Field.EMPLOYEE_ID, Field.NAME)
_NO_LEVELS: Final = frozenset({Column.REQUIRED, Column.OTHER, Column.GROUP})
_DOTS: Final = "..."
_EXAMPLES: Final = ("ตัวอย่าง", "example")


def second_table(
    sheet: Sheet, form: FormRatings, who: Identity, named: Named, names: Names
) -> Problem | None:
    """Return the problem that a sheet holds more than one employee's table; None where it does not.

    Args:
        sheet: The sheet.
        form: What its table says.
        who: Whom the labels above the table name.
        named: Where the sheet names competencies.
        names: The names of the book.
    """
    if form.second is not None:
        first, second = form.second
        return _problem(sheet, _first_cell(sheet, second), first)
    if not form.parts:
        return None
    first = form.parts[0].table
    other = _of_another(sheet, form, who, names)
    if other is None:
        other = _unread(sheet, form, named, names)
    return None if other is None else _problem(sheet, other, first)


def _problem(sheet: Sheet, cell: tuple[int, int], first: Table) -> Problem:
    facts = {"other": sheet.place_of(*_first_cell(sheet, first)).cell}
    return Problem("several-tables", sheet.place_of(*cell), sheet.text(*cell), facts)


def _first_cell(sheet: Sheet, table: Table) -> tuple[int, int]:
    """Return the cell in which a table begins: its heading, or its first row."""
    row, column = table.first_cell
    return (row, column) if sheet.text(row, column) else (table.rows.start, column)


def _of_another(
    sheet: Sheet, form: FormRatings, who: Identity, names: Names
) -> tuple[int, int] | None:
    """Return where the levels of somebody else begin, whom labels between the rows name."""
    rows = sorted((row for part in form.parts for row in part.rows), key=lambda row: row.row)
    if not rows:
        return None
    asked = [
        row
        for row, _column, text in sheet.texts()
        if rows[0].row < row < rows[-1].row and _asks_who(text)
    ]
    rated = (row for row in rows if row.rating.says_something)
    for above, below in pairwise(rated) if asked else ():
        between = range(above.row + 1, below.row)
        if any(row in between for row in asked):
            other = read_identity(sheet, between, names)
            if _is_another(who, other):
                return _begins(sheet, form, between, below)
    return None


@lru_cache(maxsize=8192)
def _asks_who(text: str) -> bool:
    """Return whether a text may be a label that asks for an id or a name."""
    return asked_by(label_part(text)) in _WHO or begins_with_label(text) or _DOTS in text


def _is_another(who: Identity, other: Identity) -> bool:
    """Return whether labels name somebody else than those above the table."""
    if not other.asks(*_WHO):
        return False
    one_id, other_id = who.get(Field.EMPLOYEE_ID), other.get(Field.EMPLOYEE_ID)
    if one_id and other_id:
        return name_key(one_id) != name_key(other_id)
    one_name, other_name = who.get(Field.NAME), other.get(Field.NAME)
    return not (one_name and other_name and is_same_name(one_name, other_name))


def _begins(sheet: Sheet, form: FormRatings, between: range, below: RatedRow) -> tuple[int, int]:
    """Return the header that stands in some rows, else the competency below them."""
    for part in form.parts:
        if part.table.first_cell[0] in between:
            return _first_cell(sheet, part.table)
    return below.row, below.column


def _unread(sheet: Sheet, form: FormRatings, named: Named, names: Names) -> tuple[int, int] | None:
    """Return the first competency beside which a level stands that was not read."""
    read = {(row.row, row.column) for part in form.parts for row in part.rows}
    by_row: dict[int, set[str]] = {}
    for part in form.parts:
        for each in part.rows:
            by_row.setdefault(each.row, set()).add(each.competency.id)
    left = sorted(
        (row, column)
        for column, rows in named.items()
        for row, competency in rows.items()
        if (row, column) not in read and competency.id not in by_row.get(row, ())
    )
    for row, column in left:
        if _is_example(sheet, row):
            continue
        competency = named[column][row]
        shown = form.by_competency.get(competency.id)
        said = () if shown is None else shown.levels
        if any(
            level not in said for level in _levels_beside(sheet, form, named, names, (row, column))
        ):
            return row, column
    return None


def _is_example(sheet: Sheet, row: int) -> bool:
    """Return whether a row, or the one above it, says that it is an example."""
    return any(
        text.casefold().startswith(_EXAMPLES)
        for each in (row - 1, row)
        for text in sheet.line(each)
    )


def _levels_beside(
    sheet: Sheet, form: FormRatings, named: Named, names: Names, cell: tuple[int, int]
) -> Iterator[int | None]:
    """Yield the levels right of a competency that no table reads; None for a tick."""
    row, column = cell
    taken = _taken(form, row)
    ticked = any(rater.levels for part in form.parts for rater in part.table.raters)
    for right in range(column + 1, len(sheet.rows[row])):
        if row in named.get(right, ()):
            return
        if right in taken:
            continue
        value = sheet.value(row, right)
        level = read_level(value, names.book.levels)
        if isinstance(level, int):
            yield level
        elif ticked and is_mark(value):
            yield None


def _taken(form: FormRatings, row: int) -> frozenset[int]:
    """Return the columns of a row that a table reads or that are known to hold no levels."""
    taken: set[int] = set()
    for part in form.parts:
        table = part.table
        if row in table.rows:
            taken |= {each.column for each in table.headings if each.kind in _NO_LEVELS}
            if any(each.row == row for each in part.rows):
                taken |= table.claimed | table.doubtful
    return frozenset(taken)
