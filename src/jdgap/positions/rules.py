"""The rules between the parts of a book, checked on its plain document before it is a `Book`.

They look past whatever has another shape than it should: that is told by the models, and all
faults are told at once.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from jdgap.positions.model import ALL_GROUPS, HIGHEST_LEVEL, LONGEST_ID, Book
from jdgap.text.cleaning import shortened
from jdgap.text.language import mark as _

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list places from the top of the document."""
Entry: TypeAlias = tuple[int, Mapping[str, Any]]

_MOST_SUGGESTED: Final = 3
LISTED: Final = {
    "group": "groups",
    "competency": "competencies",
    "department": "departments",
    "position": "positions",
}
"""The list of each thing that has an id."""
_NOT_AN_ID: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in the document of a book.

    Attributes:
        path: Where.
        code: The kind of problem.
        value: As it stands there.
        facts: What the problem's message says besides.
        other: For what stands there twice: where it stands first.
    """

    path: Path
    code: str
    value: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    other: Path = ()


def broken_rules(document: object) -> Iterator[Fault]:
    """Yield every rule between the parts of a document that does not hold."""
    for rule in _RULES:
        yield from rule(document)


def place_in_book(path: Path) -> tuple[tuple[int, int, str], ...]:
    """Return a key to sort paths by: in the order in which the parts of a book need each other.

    What a book does not have stands first, the order of lists is kept.
    """
    ranks = [*Book.model_fields]
    return tuple(
        (1, step, "")
        if isinstance(step, int)
        else (0, ranks.index(step) if depth == 0 and step in ranks else -1, step)
        for depth, step in enumerate(path)
    )


def entries(document: object, key: str) -> list[Entry]:
    """Return the entries of a list of the document that are objects, with their places."""
    listed = document.get(key) if isinstance(document, Mapping) else None
    if not isinstance(listed, (list, tuple)):
        return []
    return [(place, each) for place, each in enumerate(listed) if isinstance(each, Mapping)]


def spellings_of(document: object, key: str) -> dict[str, str]:
    """Return the ids in a list of the document by themselves and by the names beside them."""
    named: dict[str, str] = {}
    ids: dict[str, str] = {}
    for _place, entry in entries(document, key):
        known, name = entry.get("id"), entry.get("title", entry.get("name"))
        if isinstance(known, str):
            ids[known] = known
            names = name.values() if isinstance(name, Mapping) else ()
            named |= {text: known for text in names if isinstance(text, str)}
    return named | ids  # what is an id and a name of another is the id


def scale_of(document: object) -> list[int]:
    """Return the levels of the scale that may be levels, lowest first."""
    found = (each.get("level") for _place, each in entries(document, "scale"))
    return sorted({each for each in found if type(each) is int and 0 <= each <= HIGHEST_LEVEL})


def _unique_ids(document: object) -> Iterator[Fault]:
    for key in LISTED.values():
        seen: dict[str, Path] = {}
        for place, entry in entries(document, key):
            known, path = entry.get("id"), (key, place, "id")
            if not isinstance(known, str):
                continue
            if known in seen:
                yield Fault(path, "duplicate-id", known, {}, seen[known])
            seen.setdefault(known, path)


def _no_group_called_all(document: object) -> Iterator[Fault]:
    for place, group in entries(document, "groups"):
        if group.get("id") == ALL_GROUPS:
            yield Fault(("groups", place, "id"), "reserved-id", ALL_GROUPS)


def _unique_levels(document: object) -> Iterator[Fault]:
    seen: dict[int, Path] = {}
    for place, step in entries(document, "scale"):
        level, path = step.get("level"), ("scale", place, "level")
        if type(level) is not int:
            continue
        if level in seen:
            yield Fault(path, "duplicate-id", str(level), {}, seen[level])
        seen.setdefault(level, path)


def _known_groups(document: object) -> Iterator[Fault]:
    known = spellings_of(document, "groups")
    for place, entry in entries(document, "competencies"):
        yield from _unknown(entry.get("group"), ("competencies", place, "group"), known, _("group"))


def _known_departments(document: object) -> Iterator[Fault]:
    known, what = spellings_of(document, "departments"), _("department")
    for place, entry in entries(document, "positions"):
        path = ("positions", place, "department")
        yield from _unknown(entry.get("department"), path, known, what)


def _levels_on_scale(document: object) -> Iterator[Fault]:
    known, levels = spellings_of(document, "competencies"), scale_of(document)
    for place, entry in entries(document, "positions"):
        required = entry.get("required")
        for competency, level in required.items() if isinstance(required, Mapping) else ():
            path = ("positions", place, "required", competency)
            yield from _unknown(competency, path, known, _("competency"))
            if type(level) is int and level not in levels:
                yield level_fault(path, str(level), levels)


def _reporting_lines_lead_somewhere(document: object) -> Iterator[Fault]:
    listed = entries(document, "positions")
    superior = {
        each["id"]: each.get("reports_to")
        for _place, each in listed
        if isinstance(each.get("id"), str)
    }
    known = spellings_of(document, "positions")
    for place, entry in listed:
        path, step = ("positions", place, "reports_to"), entry.get("reports_to")
        yield from _unknown(step, path, known, _("position"))
        known_as = entry.get("id")
        passed = {known_as} if isinstance(known_as, str) else set[str]()
        while isinstance(step, str) and step not in passed:
            passed.add(step)
            step = superior.get(step)
        if isinstance(step, str) and step == known_as:
            yield Fault(path, "reporting-loop", str(entry.get("reports_to")))


def level_fault(path: Path, shown: str, levels: Sequence[int]) -> Fault:
    """Return what is wrong with a required level that is not on the scale."""
    facts = {"levels": tuple(map(str, levels))} if levels else {}
    return Fault(path, "level-off-scale", shown, facts)


def shown(value: object) -> str:
    """Return a value as it stands there; "" for one that is made of others."""
    if isinstance(value, bool):
        return str(value).upper()  # as a cell shows it
    made_of_others = value is None or isinstance(value, (Mapping, list, tuple))
    return "" if made_of_others else shortened(str(value))


def proposed_id(name: object) -> str:
    """Return an id made of an English name, "" where there are no letters to make it of."""
    english = name.get("en") if isinstance(name, Mapping) else None
    text = english if isinstance(english, str) else ""
    return _NOT_AN_ID.sub("-", text.lower()).strip("-")[:LONGEST_ID].strip("-")


def _unknown(value: object, path: Path, known: Mapping[str, str], what: str) -> Iterator[Fault]:
    if isinstance(value, str) and known.get(value) != value:
        yield Fault(path, "unknown-id", value, unknown_facts(value, known, what))


def unknown_facts(value: str, known: Mapping[str, str], what: str) -> dict[str, object]:
    """Return what is said of an id that is not among those that are known.

    Args:
        value: What stands there; often a name.
        known: The ids by their spellings (`spellings_of`).
        what: What it should be the id of.
    """
    from jdgap.text.names import alike

    near = alike(value, known, limit=len(known))
    likely = tuple(dict.fromkeys(known[each] for each in near))[:_MOST_SUGGESTED]
    return {"what": what} | ({"suggestions": likely} if likely else {})


_RULES: Final[tuple[Callable[[object], Iterator[Fault]], ...]] = (
    _unique_ids,
    _no_group_called_all,
    _unique_levels,
    _known_groups,
    _known_departments,
    _levels_on_scale,
    _reporting_lines_lead_somewhere,
)
