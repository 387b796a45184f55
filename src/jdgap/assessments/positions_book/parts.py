"""The tables of the positions workbook into the document of a book, each part with its cell."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from jdgap.assessments.opening.grid import Value, as_text
from jdgap.assessments.positions_book.layout import PARTS
from jdgap.assessments.positions_book.tables import Row, Table
from jdgap.positions.rules import Path, spellings_of, unknown_facts
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened
from jdgap.text.names import name_key

_PART_KEYS: Final = {key: part.key for part in PARTS for key in part.keys()}  # noqa: SIM118
_NOTHING: Final = frozenset({"", "-", "–", "—", "−"})
"""What says in the matrix that a competency is not required."""

Document = dict[str, Any]


@dataclass(slots=True)
class Draft:
    """A book that is being read.

    Attributes:
        document: As `positions.json` holds it, perhaps with faults.
        places: The cell of each part of the document, by its path.
        problems: What the document cannot show.
    """

    document: Document = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_organisation(table: Table, draft: Draft) -> None:
    """Read the name of the organisation: the first row."""
    for row in list(table.rows())[:1]:
        draft.document["organisation"] = _name(row, "name", ("organisation",), draft)


def read_scale(table: Table, draft: Draft) -> None:
    """Read the levels of the scale."""
    steps = draft.document.setdefault("scale", [])
    for row in table.rows():
        path: Path = ("scale", len(steps))
        draft.places[*path, "level"] = row.place("level")
        step = {
            "name": _name(row, "name", (*path, "name"), draft),
            "meaning": _name(row, "meaning", (*path, "meaning"), draft),
        }
        level = row.value("level")
        steps.append(step if level == "" else {"level": _level(level), **step})


def read_entries(key: str) -> Callable[[Table, Draft], None]:
    """Return what reads a list of ids and names: groups, competencies, departments, positions."""

    def read(table: Table, draft: Draft) -> None:
        listed = draft.document.setdefault(key, [])
        for row in table.rows():
            path: Path = (key, len(listed))
            entry: Document = {}
            for column in ("id", "group", "department", "reports_to"):
                if column in table.columns:
                    draft.places[*path, column] = row.place(column)
                    entry |= _filled(column, row.text(column))
            if key == "positions":
                entry["title"] = _name(row, "title", (*path, "title"), draft)
                superior = _name(row, "superior", (*path, "reports_to_title"), draft)
                entry |= {"reports_to_title": superior} if superior else {}
                entry["required"] = {}
            else:
                entry["name"] = _name(row, "name", (*path, "name"), draft)
            listed.append(entry)

    return read


def _filled(key: str, text: str) -> dict[str, str]:
    return {key: text} if text else {}


def _name(row: Row, key: str, path: Path, draft: Draft) -> dict[str, str]:
    draft.places[path] = row.place(f"{key}_th")
    name: dict[str, str] = {}
    for language in ("th", "en"):
        draft.places[*path, language] = row.place(f"{key}_{language}")
        name |= _filled(language, row.text(f"{key}_{language}"))
    return name


def _level(value: Value) -> Value:
    """Return a level as a number where it is written as one; anything else as it is."""
    text = as_text(value)
    return int(text) if text.isdecimal() and len(text) <= 3 else value


@dataclass(slots=True)
class _Positions:
    """The positions of a draft, found by id."""

    draft: Draft
    listed: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, entry in enumerate(self.draft.document.get("positions", [])):
            self.listed.setdefault(entry.get("id", ""), place)
        self.listed.pop("", None)

    def of(self, row: Row) -> int | None:
        """Return which position a row names; what is wrong with that is told."""
        written, place = row.text("position"), row.place("position")
        if not written:
            self.draft.problems.append(Problem("text-without-position", place))
            return None
        found = self.listed.get(written)
        if found is None:
            known = spellings_of(self.draft.document, "positions")
            facts = unknown_facts(written, known, "position")
            self.draft.problems.append(Problem("unknown-id", place, shortened(written), facts))
        return found


def read_required(table: Table, draft: Draft) -> None:
    """Read the matrix of required levels."""
    competencies, seen = _competency_columns(table, draft), dict[int, Place]()
    positions = _Positions(draft)
    for row in table.rows():
        found = positions.of(row)
        if found is None:
            continue
        if found in seen:
            facts = {"other": seen[found].cell}
            problem = Problem("duplicate-id", row.place("position"), row.text("position"), facts)
            draft.problems.append(problem)
            continue
        seen[found] = row.place("position")
        for column, competency in competencies.items():
            value = row.at(column)
            if value in _NOTHING:
                continue
            path = ("positions", found, "required", competency)
            draft.places[path] = table.sheet.place_of(row.number, column)
            draft.document["positions"][found]["required"][competency] = _level(value)


def _competency_columns(table: Table, draft: Draft) -> dict[int, str]:
    """Return the competency that each column is for, in the order of the list of competencies."""
    known = spellings_of(draft.document, "competencies")
    named = {
        name_key(text): entry["id"]
        for entry in reversed(draft.document.get("competencies", []))
        if "id" in entry
        for text in (entry["id"], *entry["name"].values())
    }
    found: dict[str, int] = {}
    meant: set[str] = set()
    for column, heading in table.others.items():
        place = table.sheet.place_of(table.head, column)
        competency = heading if known.get(heading) == heading else named.get(name_key(heading))
        if competency is None:
            facts = unknown_facts(heading, known, "competency")
            draft.problems.append(Problem("unknown-id", place, shortened(heading), facts))
            likely = facts.get("suggestions", ())
            meant.update(likely if isinstance(likely, tuple) else ())
        elif competency in found:
            other = table.sheet.place_of(table.head, found[competency]).cell
            draft.problems.append(Problem("duplicate-header", place, heading, {"other": other}))
        else:
            found[competency] = column
    lacking = [each for each in known.values() if each not in found and each not in meant]
    if lacking:  # a misspelt heading is told of already
        place, facts = table.sheet.place_of(table.head, 0), {"names": tuple(dict.fromkeys(lacking))}
        draft.problems.append(Problem("competency-without-column", place, "", facts))
    return {found[each]: each for each in dict.fromkeys(known) if each in found}


def read_texts(table: Table, draft: Draft) -> None:
    """Read the lines of purpose, education, experience, knowledge and skills."""
    positions = _Positions(draft)
    for row in table.rows():
        found, text, part = positions.of(row), row.text("text"), row.text("part")
        if found is None:
            continue
        key = _PART_KEYS.get(name_key(part))
        if key is None:
            facts = {"parts": tuple(each.text for each in PARTS)}
            problem = Problem("unknown-part", row.place("part"), shortened(part), facts)
            draft.problems.append(problem)
        elif text:
            lines = draft.document["positions"][found].setdefault(key, [])
            draft.places["positions", found, key, len(lines)] = row.place("text")
            lines.append(text)


def read_responsibilities(table: Table, draft: Draft) -> None:
    """Read responsibilities; activities and results belong to the one above them."""
    positions, told = _Positions(draft), set[int]()
    for row in table.rows():
        found = positions.of(row)
        if found is None:
            continue
        duties = draft.document["positions"][found].setdefault("responsibilities", [])
        if duty := row.text("duty"):
            draft.places["positions", found, "responsibilities", len(duties), "duty"] = row.place(
                "duty"
            )
            duties.append({"duty": duty, "activities": [], "results": []})
        for key in ("activities", "results"):
            text = row.text(key)
            if text and not duties and found not in told:
                told.add(found)  # those below it lack the same one
                problem = Problem("text-without-duty", row.place(key), shortened(text))
                draft.problems.append(problem)
            elif text and not duties:
                continue
            elif text:
                lines = duties[-1][key]
                path = ("positions", found, "responsibilities", len(duties) - 1, key, len(lines))
                draft.places[path] = row.place(key)
                lines.append(text)


def read_relationships(table: Table, draft: Draft) -> None:
    """Read with whom a position works, about what, and how often."""
    positions = _Positions(draft)
    for row in table.rows():
        found = positions.of(row)
        if found is None:
            continue
        listed = draft.document["positions"][found].setdefault("relationships", [])
        entry: dict[str, str] = {}
        for key in ("with_whom", "about", "frequency"):
            draft.places["positions", found, "relationships", len(listed), key] = row.place(key)
            entry |= _filled(key, row.text(key))
        if entry:
            listed.append(entry)


PART_READERS: Final[dict[str, Callable[[Table, Draft], None]]] = {
    "organisation": read_organisation,
    "scale": read_scale,
    "groups": read_entries("groups"),
    "competencies": read_entries("competencies"),
    "departments": read_entries("departments"),
    "positions": read_entries("positions"),
    "required": read_required,
    "texts": read_texts,
    "responsibilities": read_responsibilities,
    "relationships": read_relationships,
}
"""In the order in which they need each other."""
