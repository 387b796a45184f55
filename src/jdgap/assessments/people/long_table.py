"""A long table into assessments: a row for each person and competency."""

from collections.abc import Sequence

from jdgap.assessments.cells.cell_levels import LevelCells
from jdgap.assessments.cells.labels import ends_table, is_hint, is_summary
from jdgap.assessments.cells.levels import read_level
from jdgap.assessments.cells.raters import Whose
from jdgap.assessments.model import Assessment, NoLevel
from jdgap.assessments.opening.grid import Sheet, Value, as_text
from jdgap.assessments.people.column_headings import HeadingReader, Holds, heads_long, heads_table
from jdgap.assessments.people.gathering import Gathered, Gathering, Said
from jdgap.assessments.people.headed_columns import HeadedColumn
from jdgap.assessments.people.long_levels import level_columns
from jdgap.assessments.people.people_table import PeopleTable
from jdgap.assessments.people.person_columns import PersonColumns
from jdgap.assessments.people.rater_column import RaterColumn
from jdgap.assessments.people.table_rows import (
    droppable_rows,
    headings_in,
    is_sum,
    row_below,
)
from jdgap.assessments.people.unseen_cells import UnseenCells
from jdgap.positions import Competency
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened


class LongReader:
    """Reads the rows of one long table.

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
        self._sheet, self._table = sheet, table
        self._reader, self._names = reader, reader.names
        self._cells = LevelCells(sheet, reader.names.book.levels)
        self._levels, self.problems = level_columns(sheet, table, reader)
        self._unseen = unseen
        self._rater = RaterColumn.of(sheet, table)
        self._people, self._gathering = people, Gathering(people)
        named = (*table.of(Holds.COMPETENCY_ID), *table.of(Holds.COMPETENCY))
        self._naming = named
        self._named = tuple(each.column for each in named)
        self._contested: set[tuple[int, int]] = set()
        self._known: dict[str, Competency | None] = {}
        self._latest: tuple[Gathered, Competency] | None = None
        self._waiting: tuple[int, Sequence[Value]] | None = None

    @property
    def assessments(self) -> list[Assessment]:
        """What was read so far."""
        return self._gathering.assessments()

    def read(self, start: int) -> int | None:
        """Read the rows from `start` on; return the one where another header stands, if any."""
        rows, droppable = self._sheet.rows, droppable_rows(self._sheet)
        for number in range(start, len(rows)):
            row = rows[number]
            competency = self._competency(row)
            if competency is not None and not self._heads_wide(number, row):
                self._add(number, row, competency)
            elif self._is_header(number):
                if not self._is_same_header(number):
                    return number
            elif self._holds_level(row):
                self._add_without_competency(number, row)
            elif self._people.names_somebody(row) and not is_sum(row):
                self._waiting = number, row
            if droppable is not None:
                droppable[number] = ()
        return None

    def _competency(self, row: Sequence[Value]) -> Competency | None:
        """Return the competency of a row, by its id or else by its name."""
        for text in self._texts(row):
            found = self._competency_of(text)
            if found is not None:
                return found
        return None

    def _competency_of(self, text: str) -> Competency | None:
        if text not in self._known:
            self._known[text] = self._names.competency(text)
        return self._known[text]

    def _texts(self, row: Sequence[Value]) -> list[str]:
        """Return what a row says in the columns of the competency, the name last."""
        texts = (as_text(row[column]) for column in self._named if column < len(row))
        return [text for text in texts if text]

    def _add(self, number: int, row: Sequence[Value], competency: Competency) -> None:
        person = self._person(number, row)
        if self._is_contested(row):
            self._latest = None
            return
        same = self._latest is not None and self._latest[0] is person
        self._latest = person, competency
        said = self._said(number, row, self.problems, competency, merged=same)
        if said:
            person.add(competency, said, self.problems)

    def _is_contested(self, row: Sequence[Value]) -> bool:
        """Return whether two columns name different competencies, so that a level is of neither.

        It is told once, where the second column is headed.
        """
        if len(self._named) == 1:
            return False
        found: list[tuple[HeadedColumn, Competency]] = []
        for each in self._naming:
            text = as_text(row[each.column]) if each.column < len(row) else ""
            named = self._competency_of(text) if text else None
            if named is not None:
                found.append((each, named))
        others = [each for each, named in found if named is not found[0][1]]
        if not others:
            return False
        first, other = found[0][0], others[0]
        if (first.column, other.column) not in self._contested:
            self._contested.add((first.column, other.column))
            facts = {"other": first.place(self._sheet).cell}
            place, text = other.place(self._sheet), shortened(other.text)
            self.problems.append(Problem("duplicate-header", place, text, facts))
        return True

    def _person(self, number: int, row: Sequence[Value]) -> Gathered:
        """Return whose row it is; a row that names only the person may stand above it."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not self._people.names_somebody(row):
            self._gathering.person(*waiting, self.problems)
        return self._gathering.person(number, row, self.problems)

    def _said(
        self,
        number: int,
        row: Sequence[Value],
        problems: list[Problem],
        competency: Competency,
        *,
        merged: bool,
    ) -> Said:
        """Return what each rater says in a row; nothing where nobody knows who rates.

        `merged`: a blank rater is the one of the row above.
        """
        rater = None
        if self._rater:
            rater = self._rater.rater(number, row, problems, merged=merged)
        if self._rater and rater is None:
            return {}
        said: dict[Whose, tuple[int | NoLevel, Place]] = {}
        for whose, column in self._levels.items():
            value = row[column] if column < len(row) else ""
            at = number, column
            level = self._cells.level(value, at, problems)
            if self._unseen.hides:
                level = self._unseen.of_its_own(level, at, competency, problems)
            said[rater or whose] = level, self._sheet.place_of(*at)
        if self._unseen.hides:
            self._note_unseen(number, said, competency)
        return said

    def _note_unseen(self, number: int, said: Said, competency: Competency) -> None:
        """Take note of the levels in a row; a blank counts where nobody gave one."""
        levels = [level for level, _place in said.values()]
        missing = all(level is NoLevel.BLANK for level in levels)
        for column, level in zip(self._levels.values(), levels, strict=False):
            if missing or level is not NoLevel.BLANK:
                self._unseen.add(level, (number, column), competency)

    def _holds_level(self, row: Sequence[Value]) -> bool:
        cells = (row[column] for column in self._levels.values() if column < len(row))
        return any(isinstance(read_level(value, self._cells.scale), int) for value in cells)

    def _add_without_competency(self, number: int, row: Sequence[Value]) -> None:
        """Account for a row with a level whose competency is blank or not known."""
        name = next(reversed(self._texts(row)), "")
        if is_sum(row) or (name and self._is_no_name(name)):
            return
        person = self._person(number, row)
        latest = self._latest
        if name or latest is None or latest[0] is not person:
            self.problems.append(self._unknown(number, name))
        elif self._rater:  # its cell is merged over the raters
            self._add(number, row, latest[1])
        else:
            said = self._said(number, row, [], latest[1], merged=True)
            facts = {"competency": latest[1].name.text}
            for _level, place in list(said.values())[:1]:
                self.problems.append(Problem("level-without-competency", place, facts=facts))
            person.spoil(latest[1], said)

    def _is_no_name(self, name: str) -> bool:
        no_name = is_summary(name) or is_hint(name) or ends_table(name)
        return no_name or self._names.group(name) is not None

    def _unknown(self, number: int, name: str) -> Problem:
        """Return the problem that a level stands beside a name that is no competency."""
        suggestions = self._names.competency_suggestions(name) if name else []
        place = self._sheet.place_of(number, self._named[-1])
        facts = {"name": name, "suggestions": suggestions}
        return Problem("unknown-competency", place, shortened(name), facts)

    def _heads_wide(self, number: int, row: Sequence[Value]) -> bool:
        """Return whether a row with a competency heads a wide table: another one is beside it."""
        for column in self._levels.values():
            value = row[column] if column < len(row) else ""
            if isinstance(value, str) and value and self._competency_of(as_text(value)):
                return self._is_header(number)
        return False

    def _is_header(self, number: int) -> bool:
        """Return whether a row heads a table again, perhaps with other columns, or a wide one.

        Words that look so, and have more of this table below them, are none.
        """
        columns = range(len(self._sheet.rows[number]))
        found = headings_in(self._sheet, self._reader, number, columns)
        if heads_long(found):
            return True
        return heads_table(found) and self._competency(row_below(self._sheet, number)) is None

    def _is_same_header(self, number: int) -> bool:
        """Return whether a row repeats the header, as at the top of a printed page."""
        return all(
            self._sheet.text(number, each.column) == each.text for each in self._table.columns
        )
