"""A sheet with tables of many people into assessments."""

from functools import lru_cache

from jdgap.assessments.forms.identity import identity
from jdgap.assessments.model import Reading
from jdgap.assessments.opening.grid import Sheet
from jdgap.assessments.people.column_headings import HeadingReader, Holds
from jdgap.assessments.people.headed_columns import Sample
from jdgap.assessments.people.long_table import LongReader
from jdgap.assessments.people.people_table import PeopleTable, people_table_at
from jdgap.assessments.people.person_columns import PersonColumns
from jdgap.assessments.people.rater_column import RaterColumn
from jdgap.assessments.people.rater_rows import RaterRowsReader
from jdgap.assessments.people.wide_table import WideReader
from jdgap.positions import Names
from jdgap.text.names import name_key


@lru_cache(maxsize=1)
def heading_reader(names: Names) -> HeadingReader:
    """Return the reader of headings that goes with the names of a book; one is kept."""
    return HeadingReader(names)


def read_people(
    sheet: Sheet, table: PeopleTable, names: Names, *, position_needed: bool
) -> Reading:
    """Return what a table of many people says, and the tables below it whose header differs.

    Args:
        sheet: The sheet; its rows are dropped as they are read.
        table: The first table on it.
        names: The names of the book.
        position_needed: A position that is missing or unknown is a problem.
    """
    reading = Reading()
    if _explains(sheet, table, names):
        return reading
    headings = heading_reader(names)
    above = identity(sheet, table.header_row)
    following: PeopleTable | None = table
    while following is not None:
        people = PersonColumns(sheet, following, names, above, position_needed=position_needed)
        rows = _rows_reader(sheet, following, headings, people)
        start: int | None = following.first_row
        following = None
        while start is not None and following is None:
            header = rows.read(start)
            following = None if header is None else people_table_at(sheet, headings, header)
            start = None if header is None else header + 1
        reading.assessments += rows.assessments
        reading.problems += rows.problems
    return reading


def _rows_reader(
    sheet: Sheet, table: PeopleTable, headings: HeadingReader, people: PersonColumns
) -> WideReader | LongReader | RaterRowsReader:
    if table.is_long:
        return LongReader(sheet, table, headings, people)
    rater = RaterColumn.of(sheet, table)
    if rater is not None:
        return RaterRowsReader(sheet, table, headings, people, rater)
    return WideReader(sheet, table, headings, people)


def _explains(sheet: Sheet, table: PeopleTable, names: Names) -> bool:
    """Return whether a table has no people, but one row for each position or department.

    It says what is required, or sums up.
    """
    kinds = table.of(Holds.POSITION, Holds.POSITION_ID, Holds.DEPARTMENT)
    if table.is_long or table.tells_who or table.of(Holds.SUBMITTED):
        return False
    sample = Sample(sheet, table.first_row, names.book.levels)
    rows = len(sample.rows)
    return any(
        len({name_key(str(value)) for value in sample.values(each.column)}) == rows > 1
        for each in kinds
    )
