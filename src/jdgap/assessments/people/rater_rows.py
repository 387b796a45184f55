"""A wide table whose rows are one rater's each: the employee's, then the supervisor's."""

from collections.abc import Sequence

from jdgap.assessments.cells.cell_levels import LevelCells
from jdgap.assessments.cells.levels import read_level
from jdgap.assessments.model import Assessment, NoLevel
from jdgap.assessments.opening.grid import Sheet, Value
from jdgap.assessments.people.column_headings import HeadingReader, Holds, heads_long, heads_table
from jdgap.assessments.people.gathering import Gathering
from jdgap.assessments.people.people_table import PeopleTable
from jdgap.assessments.people.person_columns import PersonColumns
from jdgap.assessments.people.rated_columns import rated_columns
from jdgap.assessments.people.rater_column import RaterColumn
from jdgap.assessments.people.table_rows import (
    droppable_rows,
    headings_in,
    is_sum,
    row_below,
)
from jdgap.assessments.people.unseen_cells import UnseenCells


class RaterRowsReader:
    """Reads the rows of one wide table that has a column of raters.

    Args:
        sheet: The sheet; its rows are dropped as they are read.
        table: The table.
        reader: Reads headings.
        people: Reads whose row it is.
        unseen: Takes note of levels in cells that nobody sees.

    Attributes:
        problems: What is wrong with what was read so far.
    """

    def __init__(
        self,
        sheet: Sheet,
        table: PeopleTable,
        reader: HeadingReader,
        people: PersonColumns,
        unseen: UnseenCells,
    ) -> None:
        rated = rated_columns(sheet, table, reader)
        self.problems = rated.problems
        competencies = reader.names.book.competency_by_id
        self._columns = [
            (competencies[key], column, place in rated.spoilt)
            for place, (key, column) in enumerate(
                zip(rated.columns.competencies, rated.columns.self_columns, strict=True)
            )
        ]
        self._rater = RaterColumn(sheet, table.of(Holds.RATER)[0].column)
        self._sheet, self._reader, self._people = sheet, reader, people
        self._unseen = unseen
        self._cells = LevelCells(sheet, reader.names.book.levels)
        self._gathering = Gathering(people)
        self._waiting: tuple[int, Sequence[Value]] | None = None

    @property
    def assessments(self) -> list[Assessment]:
        """What was read so far."""
        return self._gathering.assessments()

    def read(self, start: int) -> int | None:
        """Read the rows from `start` on; return the one where a header stands again, if any."""
        rows, droppable = self._sheet.rows, droppable_rows(self._sheet)
        for number in range(start, len(rows)):
            row = rows[number]
            values = [_value(row, column) for _each, column, _spoilt in self._columns]
            answered = any(value != "" for value in values)
            if not any(map(self._is_level, values)) and self._is_header(number):
                return number
            if (answered or self._people.names_somebody(row)) and not is_sum(row):
                self._read_row(number, row, answered=answered)
            if droppable is not None:
                droppable[number] = ()
        return None

    def _is_level(self, value: Value) -> bool:
        return value != "" and isinstance(read_level(value, self._cells.scale), int)

    def _is_header(self, number: int) -> bool:
        columns = range(len(self._sheet.rows[number]))
        found = headings_in(self._sheet, self._reader, number, columns)
        if heads_long(found) or found.count(Holds.RATED) > 1:
            return True
        # One competency heads no table where more of this one stands below it.
        return heads_table(found) and not self._goes_on(number)

    def _goes_on(self, number: int) -> bool:
        """Return whether the row below has levels under several competencies of this table."""
        row = row_below(self._sheet, number)
        values = (_value(row, column) for _each, column, _spoilt in self._columns)
        return sum(map(self._is_level, values)) > 1

    def _read_row(self, number: int, row: Sequence[Value], *, answered: bool) -> None:
        rater = None
        if answered:
            merged = not self._people.names_somebody(row)
            rater = self._rater.rater(number, row, self.problems, merged=merged)
            if rater is None:
                self._waiting = self._waiting if merged else (number, row)
                return
            if self._waiting and merged:
                # Nothing of that row counts, as where it says what is required. But whom it names
                # is the one whose cells are merged down to here.
                self._gathering.person(*self._waiting, self.problems)
        self._waiting = None
        person = self._gathering.person(number, row, self.problems, rater)
        if rater is None:
            return
        for competency, column, spoilt in self._columns:
            at = number, column
            place = self._sheet.place_of(*at)
            level: int | NoLevel = NoLevel.UNUSABLE
            if not spoilt:
                level = self._cells.level(_value(row, column), at, self.problems)
            if self._unseen.hides:
                level = self._unseen.of_its_own(level, at, competency, self.problems)
                self._unseen.add(level, at, competency)
            person.add(competency, {rater: (level, place)}, self.problems)


def _value(row: Sequence[Value], column: int) -> Value:
    return row[column] if column < len(row) else ""
