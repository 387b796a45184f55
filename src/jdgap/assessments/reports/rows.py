"""The rows of a report's data, read back: who, and the levels of each required competency.

Rows may have been sorted or filtered. What does not fit the rest of its row was changed by hand:
its cell is told, and the levels are taken as they stand.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, NamedTuple, TypeAlias

from jdgap.assessments.model import Count
from jdgap.assessments.opening.grid import Value, address
from jdgap.assessments.reports.edits import NOT_A_LEVEL, Edits, Misfit, value_fits
from jdgap.assessments.reports.model import KeptLevels, KeptPerson
from jdgap.assessments.reports.requirements import Requirements, level_in
from jdgap.assessments.reports.sheets import DataSheet
from jdgap.assessments.reports.texts import kept_text
from jdgap.problems import Place
from jdgap.text.names import id_key, name_key

_WHO: Final = ("round", "employee_id", "name", "position_id", "position", "department")
_NUMBERS: Final = (
    *("required_level", "self_level", "supervisor_level", "actual_level", "gap", "shortfall"),
)
_GIVEN: Final = ("self_level", "supervisor_level")
_SAID: Final = ("competency_id", *_NUMBERS, "status")
_At: TypeAlias = tuple[int, Sequence[Value]]
"""The number of a row, counted from 1, and its cells."""
_NOT_ASSESSED, _NOT_APPLICABLE = "not_assessed", "not_applicable"


class _Row(NamedTuple):
    """What the second half of a row says; many rows say the same.

    Attributes:
        competency: "" where the row names none.
        required: The required level; None where the row has none.
        levels: None where one of the two is missing.
        misfits: What would fit in the columns that do not fit the others.
    """

    competency: str
    required: int | None
    levels: KeptLevels | None
    misfits: tuple[tuple[str, Misfit], ...]


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
        requirements: What the sheet of requirements says.
        rules: Where that sheet is.
        edits: Takes the cells that do not fit.
    """

    def __init__(self, requirements: Requirements, rules: Place, edits: Edits) -> None:
        self._requirements = requirements
        self._frame = requirements.frame
        self._rules = rules
        self._edits = edits
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
                last, known = whose, self._known(whose, sheet, (number, row))
            self._add(parsed, known, sheet, (number, row))

    def _parsed(self, written: tuple[Value, ...]) -> _Row:
        if bool in map(type, written):  # True equals 1 and is no level
            return _parsed(written, self._frame.count)
        row = self._rows.get(written)
        if row is None:
            row = self._rows[written] = _parsed(written, self._frame.count)
        return row

    def _known(self, whose: tuple[Value, ...], sheet: DataSheet, at: _At) -> _Namesakes:
        """Return the person whose row it is, or those that nobody can tell apart."""
        known = self._whose.get(whose)
        if known is not None:
            return known
        texts = tuple(map(kept_text, whose))
        round_, employee_id, name, *_rest = texts
        key = id_key(employee_id) or name_key(name)
        person = self._people.get(key) if key else None
        if round_ != self._frame.round:
            self._misfit(sheet, at, "round", value_fits(self._frame.round))
        if person is None:
            person = self._new(key or (at[0], sheet.place.sheet), texts, sheet, at[0])
        else:
            for column, wanted, found in zip(_WHO[1:], person.who[1:], texts[1:], strict=True):
                if wanted != found:
                    self._misfit(sheet, at, column, value_fits(wanted))
        known = self._whose[whose] = _Namesakes([person], are_several=not key)
        return known

    def _new(self, key: object, who: tuple[str, ...], sheet: DataSheet, number: int) -> _Person:
        place = Place(sheet.place.file, sheet.place.sheet, address(number - 1, 0))
        person = self._people[key] = _Person(who, place)
        return person

    def _add(self, row: _Row, known: _Namesakes, sheet: DataSheet, at: _At) -> None:
        """Give a row to its person: its second one of a competency to the second, and so on."""
        for column, misfit in row.misfits:
            self._misfit(sheet, at, column, misfit)
        nth = known.rows[row.competency]
        known.rows[row.competency] += 1
        if nth == len(known.people) and known.are_several:
            key = at[0], sheet.place.sheet
            known.people.append(self._new(key, known.people[0].who, sheet, at[0]))
        person = known.people[min(nth, len(known.people) - 1)]
        if not row.competency or row.competency in person.levels:
            required = self._frame.required.get(person.who[3], {})
            wanted = ", ".join(each for each in required if each not in person.levels)
            self._misfit(sheet, at, "competency_id", value_fits(wanted))
            return
        other = self._other_requirement(row, person.who[3])
        if other is not None:
            self._misfit(sheet, at, "required_level", other)
        if row.levels is not None:
            person.levels[row.competency] = row.levels

    def _other_requirement(self, row: _Row, position: str) -> Misfit | None:
        """Return what the position requires where the row says something else."""
        required = self._frame.required.get(position, {}).get(row.competency)
        if required is None and row.required is None:
            return NOT_A_LEVEL
        if required == row.required:
            return None
        cell = self._requirements.cell_of(position, row.competency)
        other = Place("", self._rules.sheet, cell).written
        return Misfit("edited-required-level", "" if required is None else str(required), other)

    def _misfit(self, sheet: DataSheet, at: _At, column: str, misfit: Misfit) -> None:
        number, row = at
        cell = address(number - 1, sheet.columns[column])
        found = row[sheet.columns[column]]
        self._edits.add(Place(sheet.place.file, sheet.place.sheet, cell), found, misfit)


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
    numbers = dict(zip(_NUMBERS, map(level_in, cells), strict=True))
    spoilt = {
        column: NOT_A_LEVEL
        for column, cell in zip(_NUMBERS, cells, strict=True)
        if numbers[column] is None and cell != ""
    }
    required, key = numbers["required_level"], kept_text(competency)
    if required is None or not key:
        spoilt.pop("required_level", None)  # told with what the position requires
        return _Row(key, required, None, tuple(spoilt.items()))
    given = (numbers["self_level"], numbers["supervisor_level"], numbers["actual_level"])
    levels = _levels(required, given, kept_text(status))
    found = {**numbers, "status": kept_text(status)}
    # What follows from a level that cannot be read, nobody knows.
    wanted = _following(levels, count) if spoilt.keys().isdisjoint(_GIVEN) else {}
    misfits = {key: value_fits(value) for key, value in wanted.items() if found[key] != value}
    return _Row(key, required, levels, tuple((spoilt | misfits).items()))


def _following(levels: KeptLevels, count: Count) -> dict[str, int | str | None]:
    """Return what follows from the levels that were given, by column."""
    own, other, required = levels.self_level, levels.supervisor_level, levels.required_level
    fits = _levels(required, (own, other, _counted(levels, count)), levels.status)
    return {
        "actual_level": fits.actual_level,
        "gap": fits.gap,
        "shortfall": fits.shortfall,
        "status": fits.status,
    }


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
