"""Tables without people, one row a position or department: what is required, or sums."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from jdgap.assessments.opening.grid import Sheet, Value, as_text
from jdgap.assessments.people.column_headings import WHO, HeadingReader, Holds
from jdgap.assessments.people.headed_columns import ROWS_SAMPLED, Sample, is_weak
from jdgap.assessments.people.people_table import PeopleTable, people_table_at
from jdgap.assessments.people.table_rows import is_sum
from jdgap.positions import Names
from jdgap.text.names import name_key

_Rows: TypeAlias = Sequence[Sequence[Value]]

_FEWEST_ROWS: Final = 2
_UNITS: Final = (Holds.POSITION, Holds.POSITION_ID, Holds.DEPARTMENT)


def first_with_people(
    sheet: Sheet, table: PeopleTable, reader: HeadingReader
) -> PeopleTable | None:
    """Return the first table that may hold answers: `table` or one below it, None without any.

    A table that has no people, but one row for each position or department, says what is required,
    or sums up. Where its header stands again its parts are one table.

    Args:
        sheet: The sheet; the rows of `table` and those below are not dropped yet.
        table: A table on it.
        reader: Reads headings.
    """
    units: list[str] = []
    following: PeopleTable | None = table
    while following is not None:
        found = _units(sheet, following, reader)
        if found is None or len({*units, *found}) < len(units) + len(found):
            break
        units += found
        following = _next_table(sheet, following, reader, len(sheet.rows))
    return following if len(units) >= _FEWEST_ROWS else table


def _units(sheet: Sheet, table: PeopleTable, reader: HeadingReader) -> list[str] | None:
    """Return the key of the position or department of each row with numbers in a table.

    None where the table may have people, or where not each row has one of its own.
    """
    who = table.of(*WHO, Holds.ACCOUNT_NAME)
    if table.is_long or table.of(Holds.SUBMITTED) or not all(is_weak(each.text) for each in who):
        return None
    below = _next_table(sheet, table, reader, table.first_row + ROWS_SAMPLED)
    rows = _rated_rows(sheet, table, reader.names, below)
    if not all(_are_positions(rows, each.column, reader.names) for each in who):
        return None
    if not rows:
        return []
    first_rated = min(each.column for each in table.of(Holds.RATED))
    headed = [each.column for kind in _UNITS for each in table.of(kind)]
    others = [column for column in range(first_rated) if _are_positions(rows, column, reader.names)]
    for column in (*headed, *others):
        keys = [name_key(text) for text in _texts(rows, column)]
        if all(keys) and len(set(keys)) == len(keys):
            return keys
    return None


def _next_table(
    sheet: Sheet, table: PeopleTable, reader: HeadingReader, end: int
) -> PeopleTable | None:
    """Return the first table whose header stands below that of `table` and above row `end`."""
    rows = range(table.first_row, min(end, len(sheet.rows)))
    found = (people_table_at(sheet, reader, row) for row in rows)
    return next((each for each in found if each is not None), None)


def _rated_rows(sheet: Sheet, table: PeopleTable, names: Names, below: PeopleTable | None) -> _Rows:
    """Return the first rows of a table with a number for a competency, sums left out."""
    end = None if below is None else below.header_row
    sample = Sample(sheet, table.first_row, names.book.levels, end)
    rated = [each.column for each in table.of(Holds.RATED)]
    return [
        row
        for row in sample.rows
        if not is_sum(row)
        and any(_is_number(row[column], sample) for column in rated if column < len(row))
    ]


def _is_number(value: Value, sample: Sample) -> bool:
    """Return whether a cell holds a level, or a number such as an average of levels."""
    return sample.is_level(value) or (
        isinstance(value, int | float) and not isinstance(value, bool)
    )


def _are_positions(rows: _Rows, column: int, names: Names) -> bool:
    """Return whether the book has a position for each row, by what stands in a column."""
    return all(names.knows_position(text) for text in _texts(rows, column))


def _texts(rows: _Rows, column: int) -> list[str]:
    return [as_text(row[column]) if column < len(row) else "" for row in rows]
