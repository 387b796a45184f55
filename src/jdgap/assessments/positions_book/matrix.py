"""The matrix of required levels: a row a position, a column a competency."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from jdgap.assessments.positions_book.draft import Draft, ListedPositions, level_of
from jdgap.assessments.positions_book.tables import Row, Table
from jdgap.positions.rules import Fault, level_fault, scale_of, shown, spellings_of, unknown_facts
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened
from jdgap.text.names import name_key

_NOTHING: Final = frozenset({"", "-", "–", "—", "−"})
"""What says in the matrix that a competency is not required."""


@dataclass(slots=True)
class _Columns:
    """The columns of the matrix.

    Attributes:
        found: The column of each competency, in the order of the list of competencies.
        strange: Columns that are for no competency, or for one that has another column.
    """

    found: dict[str, int] = field(default_factory=dict)
    strange: list[int] = field(default_factory=list)


def read_required(table: Table, draft: Draft) -> None:
    """Read the matrix of required levels.

    What stands under a heading or beside an id that is not known is nobody's level, but it has
    to be one all the same: all that is wrong is told at once.
    """
    columns, seen = _columns(table, draft), dict[int, Place]()
    positions = ListedPositions(draft)
    for row in table.rows():
        found = positions.of(row)
        if found is None or found in seen:
            _check_levels(row, [*columns.found.values(), *columns.strange], draft)
        if found is None:
            continue
        if found in seen:
            facts = {"other": seen[found].cell}
            problem = Problem("duplicate-id", row.place("position"), row.text("position"), facts)
            draft.problems.append(problem)
            continue
        seen[found] = draft.places["positions", found, "required"] = row.place("position")
        _check_levels(row, columns.strange, draft)
        for competency, column in columns.found.items():
            value = row.at(column)
            if value in _NOTHING:
                continue
            path = ("positions", found, "required", competency)
            draft.places[path] = table.sheet.place_of(row.number, column)
            draft.document["positions"][found]["required"][competency] = level_of(value)


def _check_levels(row: Row, columns: Iterable[int], draft: Draft) -> None:
    levels = scale_of(draft.document)
    for column in columns:
        value = row.at(column)
        level = level_of(value)
        if value not in _NOTHING and not (type(level) is int and level in levels):
            fault = level_fault(("required", row.number, column), shown(level), levels)
            draft.add_fault(fault, row.table.sheet.place_of(row.number, column))


def _columns(table: Table, draft: Draft) -> _Columns:
    """Return which column is for which competency; what is wrong with the headings is told."""
    known = spellings_of(draft.document, "competencies")
    columns = _Columns()
    meant: set[str] = set()
    for column, heading in table.others.items():
        place = table.sheet.place_of(table.head, column)
        competency = _competency(heading, known, draft)
        if competency is not None and competency not in columns.found:
            columns.found[competency] = column
            continue
        columns.strange.append(column)
        if competency is None:
            facts = unknown_facts(heading, known, "competency")
            path = ("required", table.head, column)
            draft.add_fault(Fault(path, "unknown-id", shortened(heading), facts), place)
            meant.update(_likely(facts))
        else:
            other = table.sheet.place_of(table.head, columns.found[competency]).cell
            draft.problems.append(Problem("duplicate-header", place, heading, {"other": other}))
    listed = dict.fromkeys(known.values())
    lacking = tuple(each for each in listed if each not in columns.found and each not in meant)
    if lacking:  # a misspelt heading is told of already
        place = table.sheet.place_of(table.head, 0)
        draft.problems.append(Problem("competency-without-column", place, "", {"names": lacking}))
    columns.found = {each: columns.found[each] for each in listed if each in columns.found}
    return columns


def _competency(heading: str, known: dict[str, str], draft: Draft) -> str | None:
    """Return the competency that a heading is the id or a name of, as people type it."""
    if known.get(heading) == heading:
        return heading
    for entry in draft.document.get("competencies", []):
        for text in (entry.get("id"), *entry["name"].values()):
            if "id" in entry and name_key(text) == name_key(heading):
                return str(entry["id"])
    return None


def _likely(facts: dict[str, object]) -> Iterator[str]:
    likely = facts.get("suggestions")
    yield from likely if isinstance(likely, tuple) else ()
