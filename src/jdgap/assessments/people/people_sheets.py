"""A sheet with tables of many people into assessments."""

from collections.abc import Iterable

from jdgap.assessments.cells.labels import Field, field_of
from jdgap.assessments.forms.identity import read_identity
from jdgap.assessments.model import Reading
from jdgap.assessments.opening.grid import Sheet
from jdgap.assessments.people.column_headings import HeadingReader, Holds, heading_reader
from jdgap.assessments.people.long_table import LongReader
from jdgap.assessments.people.people_table import PeopleTable, people_table_at
from jdgap.assessments.people.person_columns import PersonColumns
from jdgap.assessments.people.position_tables import first_with_people
from jdgap.assessments.people.rater_rows import RaterRowsReader
from jdgap.assessments.people.side_by_side import table_beside
from jdgap.assessments.people.unseen_cells import UnseenCells, share_merged
from jdgap.assessments.people.wide_table import WideReader
from jdgap.positions import Names
from jdgap.problems import Problem


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
    headings = heading_reader(names)
    following = first_with_people(sheet, table, headings)
    if following is None:
        return reading
    above = read_identity(sheet, range(table.header_row), names)
    reading.problems += _of_labels(above.problems, table)
    unseen = UnseenCells(sheet)
    while following is not None:
        beside = table_beside(sheet, following)
        if beside is not None:
            return Reading([], [beside])
        share_merged(sheet, following)
        people = PersonColumns(
            sheet, following, names, above.values, position_needed=position_needed
        )
        rows = _rows_reader(sheet, following, headings, people, unseen)
        again = _read_rows(sheet, headings, rows, following.first_row)
        reading.assessments += rows.assessments
        reading.problems += rows.problems
        following = None if again is None else first_with_people(sheet, again, headings)
    reading.problems += unseen.problems()
    return reading


def _read_rows(
    sheet: Sheet,
    headings: HeadingReader,
    rows: WideReader | LongReader | RaterRowsReader,
    start: int,
) -> PeopleTable | None:
    """Read the rows of one table from `start` on; return the next one, whose header differs."""
    header = rows.read(start)
    while header is not None:
        table = people_table_at(sheet, headings, header)
        if table is not None:
            return table
        header = rows.read(header + 1)
    return None


def _rows_reader(
    sheet: Sheet,
    table: PeopleTable,
    headings: HeadingReader,
    people: PersonColumns,
    unseen: UnseenCells,
) -> WideReader | LongReader | RaterRowsReader:
    if table.is_long:
        return LongReader(sheet, table, headings, people, unseen)
    if table.of(Holds.RATER):
        return RaterRowsReader(sheet, table, headings, people, unseen)
    return WideReader(sheet, table, headings, people, unseen)


def _of_labels(problems: Iterable[Problem], table: PeopleTable) -> list[Problem]:
    """Return what is wrong with the labels above a table and is not said in it, row by row."""
    said = {Field.EMPLOYEE_ID, Field.NAME, Field.SURNAME} if table.tells_who else set()
    said |= {Field.POSITION} if table.of(Holds.POSITION, Holds.POSITION_ID) else set()
    return [each for each in problems if field_of(str(each.facts["label"])) not in said]
