"""The rows of a report's data, read back: who, and the levels of each required competency.

Rows may have been sorted or filtered. What does not fit the rest of its row was changed by hand:
its cell is remembered, and the levels are taken as they stand.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, NamedTuple

from jdgap.assessments.model import Count
from jdgap.assessments.opening.grid import Value, address
from jdgap.assessments.reports.model import KeptLevels, KeptPerson, KeptRound
from jdgap.assessments.reports.requirements import level_in
from jdgap.assessments.reports.sheets import DataSheet
from jdgap.assessments.reports.texts import kept_text
from jdgap.problems import Place
from jdgap.text.names import id_key, name_key

_WHO: Final = ("round", "employee_id", "name", "position_id", "position", "department")
_NUMBERS: Final = (
    *("required_level", "self_level", "supervisor_level", "actual_level", "gap", "shortfall"),
)
_SAID: Final = ("competency_id", *_NUMBERS, "status")
_NOT_ASSESSED, _NOT_APPLICABLE = "not_assessed", "not_applicable"


class _Row(NamedTuple):
    """What the second half of a row says; many rows say the same.

    Attributes:
        levels: None where the row requires nothing.
        misfit: The column that does not fit the others, "" for none.
    """

    competency: str
    levels: KeptLevels | None
    misfit: str


@dataclass(slots=True)
class _Person:
    """Somebody whose rows are still coming."""

    who: tuple[str, ...]
    place: Place
    levels: dict[str, KeptLevels] = field(default_factory=dict)


@dataclass(slots=True)
class _Namesakes:
    """People of whom a report says the same: one, or several without id and name.

    Attributes:
        people: In the order of their first rows.
        are_several: There may be more than one.
        rows: How many rows each competency has so far.
    """

    people: list[_Person]
    are_several: bool
    rows: Counter[str] = field(default_factory=Counter)


class DataRows:
    """Collects the people of all data sheets.

    Args:
        frame: The round that the sheet of requirements tells of.

    Attributes:
        misfit: The place of the first cell that does not fit; None where all do.
    """

    def __init__(self, frame: KeptRound) -> None:
        self.misfit: Place | None = None
        self._frame = frame
        self._people: dict[object, _Person] = {}
        self._whose: dict[tuple[Value, ...], _Namesakes] = {}
        self._rows: dict[tuple[Value, ...], _Row] = {}

    def people(self) -> tuple[KeptPerson, ...]:
        """Return everybody who was read, in the order of their first rows."""
        order = {key: place for place, key in enumerate(self._frame.competencies)}
        return tuple(_kept(each, order) for each in self._people.values())

    def add(self, sheet: DataSheet) -> None:
        """Take the rows of a sheet."""
        columns = sheet.columns
        who = itemgetter(*(columns[each] for each in _WHO))
        said = itemgetter(*(columns[each] for each in _SAID))
        last: tuple[Value, ...] = ()
        for number, row in enumerate(sheet.rows, start=sheet.first_row):
            parsed = self._parsed(said(row))
            if not parsed.competency and all(value == "" for value in row):
                continue
            whose = who(row)
            if whose != last:
                last, known = whose, self._known(whose, sheet, number)
            self._add(parsed, known, sheet, number)

    def _parsed(self, written: tuple[Value, ...]) -> _Row:
        if bool in map(type, written):  # True equals 1 and is no level
            return _parsed(written, self._frame.count)
        row = self._rows.get(written)
        if row is None:
            row = self._rows[written] = _parsed(written, self._frame.count)
        return row

    def _known(self, whose: tuple[Value, ...], sheet: DataSheet, number: int) -> _Namesakes:
        """Return the person whose row it is, or those that nobody can tell apart."""
        known = self._whose.get(whose)
        if known is not None:
            return known
        texts = tuple(map(kept_text, whose))
        round_, employee_id, name, *_rest = texts
        key = id_key(employee_id) or name_key(name)
        person = self._people.get(key) if key else None
        if round_ != self._frame.round:
            self._misfit(sheet, number, "round")
        if person is None:
            person = self._new(key or (number, sheet.place.sheet), texts, sheet, number)
        elif person.who != texts:
            other = next(
                column
                for column, one, two in zip(_WHO, person.who, texts, strict=True)
                if one != two
            )
            self._misfit(sheet, number, other)
        known = self._whose[whose] = _Namesakes([person], are_several=not key)
        return known

    def _new(self, key: object, who: tuple[str, ...], sheet: DataSheet, number: int) -> _Person:
        place = Place(sheet.place.file, sheet.place.sheet, address(number - 1, 0))
        person = self._people[key] = _Person(who, place)
        return person

    def _add(self, row: _Row, known: _Namesakes, sheet: DataSheet, number: int) -> None:
        """Give a row to its person: its second one of a competency to the second, and so on."""
        if row.misfit:
            self._misfit(sheet, number, row.misfit)
        nth = known.rows[row.competency]
        known.rows[row.competency] += 1
        if nth == len(known.people) and known.are_several:
            key = number, sheet.place.sheet
            known.people.append(self._new(key, known.people[0].who, sheet, number))
        person = known.people[min(nth, len(known.people) - 1)]
        if row.competency in person.levels:
            self._misfit(sheet, number, "competency_id")
        elif row.levels is not None:
            required = self._frame.required.get(person.who[3], {}).get(row.competency)
            if required != row.levels.required_level:
                self._misfit(sheet, number, "required_level")
            person.levels[row.competency] = row.levels

    def _misfit(self, sheet: DataSheet, number: int, column: str) -> None:
        if self.misfit is None:
            cell = address(number - 1, sheet.columns[column])
            self.misfit = Place(sheet.place.file, sheet.place.sheet, cell)


def _kept(person: _Person, order: Mapping[str, int]) -> KeptPerson:
    _round, employee_id, name, position_id, position, department = person.who
    levels = person.levels
    known = [key for key in order if key in levels]
    others = sorted(key for key in levels if key not in order)
    return KeptPerson(
        employee_id=employee_id,
        name=name,
        position_id=position_id,
        position=position,
        department=department,
        levels={key: levels[key] for key in (*known, *others)},
        place=person.place,
    )


def _parsed(written: Sequence[Value], count: Count) -> _Row:
    """Return what the second half of a row says."""
    competency, *cells, status = written
    numbers = [level_in(cell) for cell in cells]
    spoilt = (
        column
        for column, cell, number in zip(_NUMBERS, cells, numbers, strict=True)
        if number is None and cell != ""
    )
    misfit = next(spoilt, "")
    required, own, other, actual, gap, shortfall = numbers
    key = kept_text(competency)
    if required is None or not key:
        column = "competency_id" if not key else "required_level"
        return _Row(key, None, misfit or column)
    levels = _levels(required, (own, other, actual), kept_text(status))
    wanted = {
        "actual_level": actual == _counted(levels, count),
        "gap": gap == levels.gap,
        "shortfall": shortfall == levels.shortfall,
        "status": kept_text(status) == levels.status,
    }
    return _Row(key, levels, misfit or next((each for each in wanted if not wanted[each]), ""))


def _levels(required: int, given: Iterable[int | None], status: str) -> KeptLevels:
    own, other, actual = given
    if actual is None:
        status = status if status == _NOT_APPLICABLE else _NOT_ASSESSED
    elif actual < required:
        status = "below"
    else:
        status = "met" if actual == required else "exceeded"
    return KeptLevels(required, own, other, actual, status)


def _counted(levels: KeptLevels, count: Count) -> int | None:
    """Return the level that should have counted."""
    own, other = levels.self_level, levels.supervisor_level
    if count is Count.SELF:
        return own
    if count is Count.SUPERVISOR:
        return other
    if other is not None or levels.status == _NOT_APPLICABLE:  # the supervisor's N/A counts
        return other
    return own
