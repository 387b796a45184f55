"""The list of staff: who belongs to the organisation, and in which position."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Final

from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.grid import Sheet
from jdgap.assessments.opening.worker import one_by_one
from jdgap.assessments.roster.headings import StaffColumn
from jdgap.assessments.roster.rows import StaffRow, StaffTable, staff_tables
from jdgap.positions import Book, Names, UnknownPositionError
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened
from jdgap.text.names import id_key, name_key


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody on the roster whose row is right.

    Attributes:
        place: The cell of the employee id.
        employee_id: As written; a number without its decimal point.
        name: In one piece, with the prefix where one is written.
        position_id: The position held.
        position_written: The position as written.
        department: As written, "" where not given.
        supervisor: As written, "" where not given.
    """

    place: Place
    employee_id: str
    name: str
    position_id: str
    position_written: str
    department: str
    supervisor: str


@dataclass(frozen=True, slots=True)
class Roster:
    """The list of staff, as read.

    Attributes:
        people: Those whose rows are right, in their order.
        problems: What is wrong with the other rows, or with the file.
        doubtful: Keys (`id_key`) of the employee ids on rows that were left out: these people are
            on the roster, though nobody can say as what.
        doubtful_names: Those people's names as written: who gives no id may be one of them.
    """

    people: tuple[StaffMember, ...]
    problems: tuple[Problem, ...]
    doubtful: frozenset[str]
    doubtful_names: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Entry:
    """A row with what is wrong in it; a row with a problem is left out."""

    row: StaffRow
    key: str
    position_id: str = ""
    problems: list[Problem] = field(default_factory=list)

    @property
    def says(self) -> tuple[str, ...]:
        """All that is known of the person; equal for rows that differ only in their typing."""
        row = self.row
        said = (row.name, self.position_id or row.position, row.department, row.supervisor)
        return tuple(name_key(each) for each in said)


@dataclass(frozen=True, slots=True)
class _Held:
    """The position that a text names: its id, or up to three titles that were perhaps meant."""

    id: str
    suggestions: Sequence[str] = ()


_MISSING: Final = {
    StaffColumn.EMPLOYEE_ID: "missing-employee-id",
    StaffColumn.NAME: "missing-name",
    StaffColumn.POSITION: "missing-position",
}


def read_roster(path: Path, book: Book, *, encoding: str | None = None) -> Roster:
    """Return the list of staff in `path`, which is opened in a worker that may die.

    A file that cannot be used gives a roster of nobody with one problem.

    Args:
        path: A workbook or a text table. It is never changed.
        book: Whose positions are meant.
        encoding: Of a text table; None finds it out.
    """
    (outcome,) = one_by_one(_read, [(path, encoding)], shared=book)
    if isinstance(outcome, FileFaultError):
        return Roster((), (outcome.problem(str(path)),), frozenset())
    return outcome


def _read(book: Book, path: Path, encoding: str | None) -> Roster:
    # Only the worker needs what opening takes.
    from jdgap.assessments.opening.workbooks import open_sheets

    return roster_of(open_sheets(path, str(path), encoding=encoding), Names(book))


def roster_of(sheets: Sequence[Sheet], names: Names) -> Roster:
    """Return the list of staff on the sheets of one workbook; hidden ones do not count."""
    seen = [sheet for sheet in sheets if not sheet.hidden]
    tables = [table for sheet in seen for table in staff_tables(sheet, names)]
    held = cache(partial(_held, names))  # looking for suggestions takes a millisecond
    entries = [
        _entry(row, held) for table in tables if table.header.is_complete for row in table.rows
    ]
    _mark_repeated(entries)
    right = [entry for entry in entries if not entry.problems]
    problems = [problem for entry in entries for problem in entry.problems]
    unusable = [table for table in tables if not table.header.is_complete and table.rows]
    problems += _unusable(unusable, any_used=bool(entries))
    if not entries and not problems:
        place = tables[0].place if tables else Place(sheets[0].place.file)
        problems.append(Problem("no-roster-found", place))
    known = {entry.key for entry in right}
    left_out = [entry for entry in entries if entry.key not in known]
    doubtful = {entry.key for entry in left_out}
    doubtful |= {id_key(row.employee_id) for table in unusable for row in table.rows}
    return Roster(
        people=tuple(map(_member, right)),
        problems=tuple(problems),
        doubtful=frozenset(doubtful - known - {""}),
        doubtful_names=frozenset({entry.row.name for entry in left_out} - {""}),
    )


def _unusable(tables: Iterable[StaffTable], *, any_used: bool) -> list[Problem]:
    """Return a problem for each table of people that lacks a whole column.

    A table of ids and positions beside a good list is one of codes, not of people.
    """
    return [
        Problem("no-roster-found", table.place)
        for table in tables
        if StaffColumn.NAME in table.header.columns or not any_used
    ]


def _entry(row: StaffRow, held: Callable[[str], _Held]) -> _Entry:
    entry = _Entry(row, id_key(row.employee_id))
    said = {
        StaffColumn.EMPLOYEE_ID: row.employee_id,
        StaffColumn.NAME: row.name,
        StaffColumn.POSITION: row.position,
    }
    for column, code in _MISSING.items():
        if not said[column]:
            entry.problems.append(Problem(code, row.place(column), row.blank_reason(column)))
    if row.position:
        position = held(row.position)
        entry.position_id = position.id
        if not position.id:
            facts = {"name": row.position, "suggestions": position.suggestions}
            place, value = row.place(StaffColumn.POSITION), shortened(row.position)
            entry.problems.append(Problem("unknown-position", place, value, facts))
    return entry


def _held(names: Names, written: str) -> _Held:
    try:
        return _Held(names.position(written).id)
    except UnknownPositionError as error:
        return _Held("", error.suggestions)


def _mark_repeated(entries: Iterable[_Entry]) -> None:
    """Give those a problem that stand on the roster twice; of rows that agree the first is kept."""
    by_id: dict[str, list[_Entry]] = {}
    for entry in entries:
        if entry.key:
            by_id.setdefault(entry.key, []).append(entry)
    for first, *others in by_id.values():
        for other in others:
            other.problems.append(_repeated(other, first))
        if any(other.says != first.says for other in others):
            first.problems.append(_repeated(first, others[0]))


def _repeated(entry: _Entry, other: _Entry) -> Problem:
    here, there = (each.row.place(StaffColumn.EMPLOYEE_ID) for each in (entry, other))
    who = entry.row.employee_id
    facts = {"employee": who, "other": there.within_file(here)}
    return Problem("repeated-on-roster", here, shortened(who), facts)


def _member(entry: _Entry) -> StaffMember:
    row = entry.row
    return StaffMember(
        place=row.place(StaffColumn.EMPLOYEE_ID),
        employee_id=row.employee_id,
        name=row.name,
        position_id=entry.position_id,
        position_written=row.position,
        department=row.department,
        supervisor=row.supervisor,
    )
