"""Who a row of a table of many people is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeAlias

from jdgap.assessments.cells.labels import Field
from jdgap.assessments.cells.person_names import full_name
from jdgap.assessments.cells.stamps import StampReader
from jdgap.assessments.model import Assessment, Rating
from jdgap.assessments.opening.grid import Sheet, Value, address, as_text
from jdgap.assessments.people.column_headings import Holds
from jdgap.assessments.people.headed_columns import Sample
from jdgap.assessments.people.people_table import PeopleTable
from jdgap.positions import Names, UnknownPositionError
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened
from jdgap.text.rounds import joined_round, round_of

_BLANKS: Final = frozenset({"-", "–", "—", "anonymous", "Anonymous", "ไม่ระบุชื่อ"})
"""What stands for nobody: dashes, and what Microsoft Forms names where it knows no account."""
_MOST_REMEMBERED: Final = 20_000
_LONGEST_REMEMBERED: Final = 100
_UNHEADED: Final = 2
"""How many columns right of the name may belong to it: its heading may be merged over them."""
Who: TypeAlias = tuple[str, str, str]
"""Employee id, name and position of a row, "" where not given."""


@dataclass(frozen=True, slots=True)
class _HeldPosition:
    """What a cell says of the position.

    Attributes:
        position_id: None where it is blank or unknown.
        written: As written.
        fault: The problem's code and facts, None where it is known.
    """

    position_id: str | None
    written: str
    fault: tuple[str, Mapping[str, object]] | None


class _Texts(dict[Value, str]):
    """The text of each value, cleaned when it is first met; what stands for nobody is blank."""

    def __missing__(self, value: Value) -> str:
        text = as_text(value)
        text = "" if text in _BLANKS else text
        if len(text) <= _LONGEST_REMEMBERED and len(self) < _MOST_REMEMBERED:
            self[value] = text
        return text


class PersonColumns:
    """Reads who each row of a table is about, and when the answer was given.

    Args:
        sheet: The sheet.
        table: Its columns.
        names: The names of the book.
        above: What labels above the table say; it holds for every row that says nothing else.
        position_needed: A position that is missing or unknown is a problem.
    """

    def __init__(
        self,
        sheet: Sheet,
        table: PeopleTable,
        names: Names,
        above: Mapping[Field, str],
        *,
        position_needed: bool,
    ) -> None:
        self._sheet = sheet
        self._file, self._title = sheet.place.file, sheet.place.sheet
        self._names = names
        self._position_needed = position_needed
        columns = {holds: tuple(each.column for each in table.of(holds)) for holds in Holds}
        self._name_columns = columns[Holds.NAME] or columns[Holds.ACCOUNT_NAME]
        self._ids = columns[Holds.EMPLOYEE_ID]
        if not self._ids and not columns[Holds.NAME]:
            self._ids = columns[Holds.EMAIL]
        sample = Sample(sheet, table.first_row, names.book.levels)
        self._more_names = tuple(_unheaded(table, columns[Holds.NAME], sample))
        self._prefixes, self._surnames = columns[Holds.PREFIX], columns[Holds.SURNAME]
        self._name_is_whole = not (self._more_names or self._prefixes or self._surnames)
        self._positions = columns[Holds.POSITION] + columns[Holds.POSITION_ID]
        self._departments, self._rounds = columns[Holds.DEPARTMENT], columns[Holds.ROUND]
        self._stamps = [
            (column, StampReader(row[column] for row in sheet.rows if column < len(row)))
            for column in columns[Holds.SUBMITTED]
        ]
        self._above = above
        self._round_above = round_of(above.get(Field.ROUND, ""))
        self._tells_who = table.tells_who
        self._texts = _Texts()
        self._held: dict[str, _HeldPosition] = {}
        self._rounds_read: dict[tuple[str, ...], str] = {}

    @property
    def has_positions(self) -> bool:
        """There is a column for the position."""
        return bool(self._positions)

    @property
    def has_several(self) -> bool:
        """There are columns for more than one of id, name and position."""
        return sum(map(bool, (self._ids, self._name_columns, self._positions))) > 1

    def who(self, row: Sequence[Value]) -> Who:
        """Return employee id, name and position in a row, "" where not given."""
        position = self._first(row, self._positions)
        if not self._tells_who:
            above = self._above
            return above.get(Field.EMPLOYEE_ID, ""), above.get(Field.NAME, ""), position
        name = self._first(row, self._name_columns)
        if not self._name_is_whole:
            more = (self._first(row, (column,)) for column in self._more_names)
            surname = self._first(row, self._surnames)
            name = full_name(self._first(row, self._prefixes), (name, *more), surname)
        return self._first(row, self._ids), name, position

    def names_somebody(self, row: Sequence[Value]) -> bool:
        """Return whether a row says an employee id or a name."""
        employee_id, name, _position = self.who(row)
        return bool(employee_id or name)

    def assessment(
        self,
        number: int,
        row: Sequence[Value],
        who: Who,
        ratings: Mapping[str, Rating],
        problems: list[Problem],
    ) -> Assessment:
        """Return the assessment in a row; what is wrong with who it is is added to `problems`.

        Args:
            number: The row, counted from 0.
            row: Its cells.
            who: Employee id, name and position.
            ratings: What the row says, or will say.
            problems: Of the sheet.
        """
        place = self._place(number, row)
        employee_id, name, position = who
        written = position or self._above.get(Field.POSITION, "")
        held = self._held.get(written)
        if held is None:
            held = self._held[written] = self._position(written)
        if held.fault is not None and self._position_needed:
            code, facts = held.fault
            cell = self._cell(number, row, self._positions) or place
            problems.append(Problem(code, cell, shortened(written), facts))
        if not employee_id and not name:
            problems.append(Problem("missing-employee", place))
        return Assessment(
            place,
            employee_id,
            name,
            held.position_id,
            written,
            self._first(row, self._departments) or self._above.get(Field.DEPARTMENT, ""),
            self.round(row),
            ratings,
            self._submitted(row) if self._stamps else None,
        )

    def round(self, row: Sequence[Value]) -> str:
        """Return the round that a row is of, "" where not given."""
        if not self._rounds:
            return self._round_above
        written = tuple(self._first(row, (column,)) for column in self._rounds)
        found = self._rounds_read.get(written)
        if found is None:
            found = joined_round((*written, self._round_above))
            self._rounds_read[written] = found
        return found

    def _first(self, row: Sequence[Value], columns: tuple[int, ...]) -> str:
        """Return the first text in `columns` of a row, "" where there is none."""
        for column in columns:
            try:
                text = self._texts[row[column]]
            except IndexError:  # a shorter row; nothing is asked of the others
                continue
            if text:
                return text
        return ""

    def _place(self, number: int, row: Sequence[Value]) -> Place:
        """Return the place of a row: its first cell with a value."""
        column = 0
        if not row or row[0] == "":
            column = next((column for column, value in enumerate(row) if value != ""), 0)
        return Place(self._file, self._title, address(number, column))

    def _cell(self, number: int, row: Sequence[Value], columns: tuple[int, ...]) -> Place | None:
        """Return the place of what a row says in `columns`, or of the blank where it could."""
        if not columns:
            return None
        said = (column for column in columns if self._first(row, (column,)))
        return self._sheet.place_of(number, next(said, columns[0]))

    def _position(self, written: str) -> _HeldPosition:
        if not written:
            return _HeldPosition(None, "", ("missing-position", {}))
        try:
            return _HeldPosition(self._names.position(written).id, written, None)
        except UnknownPositionError as error:
            facts = {"name": written, "suggestions": error.suggestions}
            return _HeldPosition(None, written, ("unknown-position", facts))

    def _submitted(self, row: Sequence[Value]) -> datetime | None:
        stamps = (reader.stamp(row[column]) for column, reader in self._stamps if column < len(row))
        return next((stamp for stamp in stamps if stamp is not None), None)


def _unheaded(table: PeopleTable, names: tuple[int, ...], sample: Sample) -> Iterator[int]:
    """Yield the columns of texts without a heading right of the name, up to the next one."""
    headed = {each.column for each in table.columns}
    for column in range(names[0] + 1, names[0] + 1 + _UNHEADED) if names else ():
        if column in headed:
            return
        if sample.texts(column) and not sample.levels(column):
            yield column
