"""The job-description books of Gullsound Ferries, a made-up ferry company: 2025 and 2026.

Nothing in it is like the book that jdgap brings: names are English only, there are four groups, and
the scale begins at 0, "none", which some positions require. All of it is invented.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeAlias

from ferry_duties import DUTIES, Duty

from jdgap.positions import Book

Json: TypeAlias = dict[str, object]

ORGANISATION: Final = "Gullsound Ferries"
_SCALE: Final = (
    (0, "None", "Has not met it in the work yet"),
    (1, "Aware", "Knows what it is about; takes part when asked"),
    (2, "Guided", "Does it with somebody near who can be asked"),
    (3, "Alone", "Does all of it well and steadily, also on a bad day"),
    (4, "Teaches", "Others learn it from them; makes it better"),
)
_GROUPS: Final = {
    "safety": "Safety",
    "ship": "Ship and engine",
    "passengers": "Passengers",
    "company": "Company",
}
_COMPETENCIES: Final = (
    ("emergency-drill", "safety", "Emergency drill"),
    ("safe-boarding", "safety", "Safe boarding and landing"),
    ("clean-water", "safety", "Keeping the water clean"),
    ("navigation", "ship", "Navigation in narrow waters"),
    ("engine-care", "ship", "Engine care"),
    ("mooring", "ship", "Mooring"),
    ("welcome", "passengers", "Welcoming passengers"),
    ("announcements", "passengers", "Clear announcements"),
    ("tickets", "passengers", "Tickets and timetables"),
    ("budgeting", "company", "Budgeting"),
    ("leading-a-crew", "company", "Leading a crew"),
)
_DEPARTMENTS: Final = {"ships": "Ships", "terminals": "Terminals", "office": "Office"}
_BOARD: Final = "Chair of the Board"

_POSITIONS: Final = (
    ("managing-director", "Managing Director", "office", None, "2.1 ... .11 43"),
    ("safety-adviser", "Safety Adviser", None, "managing-director", "443 .12 .2. .2"),
    ("fleet-manager", "Fleet Manager", "ships", "managing-director", "333 323 ... 34"),
    ("ferry-master", "Ferry Master", "ships", "fleet-manager", "433 424 23. .3"),
    ("chief-engineer", "Chief Engineer", "ships", "fleet-manager", "323 142 ... 12"),
    ("deckhand", "Deckhand", "ships", "ferry-master", "232 113 22. .."),
    ("trainee", "Trainee", "ships", "ferry-master", "110 000 1.. .."),
    ("terminal-manager", "Terminal Manager", "terminals", "managing-director", "332 ..1 333 23"),
    ("ticket-clerk", "Ticket Clerk", "terminals", "terminal-manager", "121 ... 324 .."),
    ("accountant", "Accountant", "office", "managing-director", "1.1 ... .02 4."),
)
"""Id, title, department, superior, and required levels in the order of the competencies.

A dot says that the position does not require it; a 0 that it does, and that "none" is enough.
"""
_CHANGED_IN_2026: Final[Mapping[str, Mapping[str, int | None]]] = {
    "deckhand": {"announcements": 3},
    "ticket-clerk": {"emergency-drill": 2, "clean-water": None},
}
"""Levels that the company requires otherwise from 2026 on; None is "not required any more"."""


def positions_of(year: str) -> Json:
    """Return the whole `positions.json` of a year."""
    return {
        "organisation": {"en": ORGANISATION},
        "scale": [
            {"level": level, "name": {"en": name}, "meaning": {"en": meaning}}
            for level, name, meaning in _SCALE
        ],
        "groups": _named(_GROUPS),
        "competencies": [
            {"id": key, "group": group, "name": {"en": name}} for key, group, name in _COMPETENCIES
        ],
        "departments": _named(_DEPARTMENTS),
        "positions": [_position(*each, year=year) for each in _POSITIONS],
    }


def book_of(year: str) -> Book:
    """Return the book of a year."""
    return Book.model_validate(positions_of(year))


def write_positions(year: str, path: Path) -> None:
    """Write the book of a year, as `--positions` takes it."""
    text = json.dumps(positions_of(year), ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _named(names: Mapping[str, str]) -> list[Json]:
    return [{"id": key, "name": {"en": name}} for key, name in names.items()]


def _position(  # noqa: PLR0913 (a line of the table)
    key: str, title: str, department: str | None, superior: str | None, levels: str, *, year: str
) -> Json:
    duty = DUTIES[key]
    position: Json = {"id": key, "title": {"en": title}}
    if department is not None:
        position["department"] = department
    if superior is None:
        position["reports_to_title"] = {"en": _BOARD}
    else:
        position["reports_to"] = superior
    return position | {
        **_tasks(duty),
        "education": [duty.education] if duty.education else [],
        "experience": [duty.experience] if duty.experience else [],
        "required": _required(levels, _CHANGED_IN_2026.get(key, {}) if year >= "2026" else {}),
        "knowledge": list(duty.knowledge),
        "skills": list(duty.skills),
    }


def _required(levels: str, changes: Mapping[str, int | None]) -> dict[str, int]:
    signs = zip((key for key, *_rest in _COMPETENCIES), levels.replace(" ", ""), strict=True)
    required = {key: None if sign == "." else int(sign) for key, sign in signs} | dict(changes)
    return {key: level for key, level in required.items() if level is not None}


def _tasks(duty: Duty) -> Json:
    return {
        "purpose": [duty.purpose],
        "responsibilities": [
            {"duty": name, "activities": list(activities), "results": [result]}
            for name, activities, result in duty.responsibilities
        ],
        "relationships": [
            {"with_whom": with_whom, "about": about, "frequency": frequency}
            for with_whom, about, frequency in duty.relationships
        ],
    }
