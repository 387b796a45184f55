"""The tables of the positions workbook into the document of a book, each part with its cell."""

from collections.abc import Callable
from typing import Final

from jdgap.assessments.positions_book.draft import Document, Draft, ListedPositions, level_of
from jdgap.assessments.positions_book.layout import PARTS
from jdgap.assessments.positions_book.matrix import read_required
from jdgap.assessments.positions_book.tables import Row, Table
from jdgap.positions.rules import Path
from jdgap.problems import Problem
from jdgap.text.cleaning import shortened
from jdgap.text.names import name_key

_PART_KEYS: Final = {key: part.key for part in PARTS for key in part.keys()}  # noqa: SIM118


def read_organisation(table: Table, draft: Draft) -> None:
    """Read the name of the organisation: the first row."""
    first, *others = [*table.rows()] or [table.next_row()]
    draft.document["organisation"] = _name(first, "name", ("organisation",), draft)
    draft.problems += [Problem("unread-row", each.place("name_th")) for each in others]


def read_scale(table: Table, draft: Draft) -> None:
    """Read the levels of the scale."""
    steps = draft.document.setdefault("scale", [])
    draft.places["scale",] = table.next_row().place("level")
    for row in table.rows():
        path: Path = ("scale", len(steps))
        draft.places[path] = draft.places[*path, "level"] = row.place("level")
        step = {
            "name": _name(row, "name", (*path, "name"), draft),
            "meaning": _name(row, "meaning", (*path, "meaning"), draft),
        }
        level = row.value("level")
        steps.append(step if level == "" else {"level": level_of(level), **step})


def read_entries(key: str) -> Callable[[Table, Draft], None]:
    """Return what reads a list of ids and names: groups, competencies, departments, positions."""

    def read(table: Table, draft: Draft) -> None:
        listed = draft.document.setdefault(key, [])
        draft.places[key,] = table.next_row().place("id")
        for row in table.rows():
            path: Path = (key, len(listed))
            draft.places[path] = row.place("id")
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


def read_texts(table: Table, draft: Draft) -> None:
    """Read the lines of purpose, education, experience, knowledge and skills."""
    positions = ListedPositions(draft)
    for row in table.rows():
        found, text, part = positions.of(row), row.text("text"), row.text("part")
        key = _PART_KEYS.get(name_key(part))
        if key is None and "part" in table.columns:
            facts = {"parts": tuple(each.text for each in PARTS)}
            problem = Problem("unknown-part", row.place("part"), shortened(part), facts)
            draft.problems.append(problem)
        elif text and key is not None and found is not None:
            lines = draft.document["positions"][found].setdefault(key, [])
            draft.places["positions", found, key, len(lines)] = row.place("text")
            lines.append(text)


def read_responsibilities(table: Table, draft: Draft) -> None:
    """Read responsibilities; activities and results belong to the one above them."""
    positions, told = ListedPositions(draft), set[int]()
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
            if text and not duties and found not in told and "duty" in table.columns:
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
    positions = ListedPositions(draft)
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
