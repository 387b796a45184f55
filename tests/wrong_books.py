"""The smallest positions, and lists of activities, that raise each kind of problem they have."""

import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from builders import names, sheet_of, thai
from jdgap.assessments.activities.reading import activities_of
from jdgap.assessments.opening.grid import Layout, Sheet
from jdgap.assessments.positions_book.reading import positions_of
from jdgap.positions.model import LONGEST_LINE
from jdgap.problems import Place, Problem
from jdgap.workflows.positions import import_positions, validate_positions

REQUIRED, SCALE, TEXTS = "Required levels", "Scale", "Texts"
NAMED, NAME = ("Name (Thai)", "Name (English)"), ("ก", "a")
SOUND = {
    "Positions": [
        [
            *("Id", "Title (Thai)", "Title (English)", "Department id", "Reports to (position id)"),
            *("Superior outside the list (Thai)", "Superior outside the list (English)"),
        ],
        ["chief", "หัวหน้า", "Chief", "it", None, *NAME],
        ["clerk", "เสมียน", "Clerk", None, "chief"],
    ],
    REQUIRED: [["Position id", "unity"], ["chief", 2], ["clerk", 2]],
    "Competencies": [["Id", "Group id", *NAMED], ["unity", "core", *NAME]],
    "Competency groups": [["Id", *NAMED], ["core", *NAME]],
    "Departments": [["Id", *NAMED], ["it", *NAME]],
    SCALE: [
        ["Level", *NAMED, "Meaning (Thai)", "Meaning (English)"],
        [1, *NAME, *NAME],
        [2, *NAME, *NAME],
    ],
    TEXTS: [["Position id", "Part", "Text"], ["chief", "Skills", "ข"]],
    "Responsibilities": [
        ["Position id", "Key responsibility", "Activity", "Expected result"],
        ["chief", "ก", "ข", None],
    ],
    "Working relationships": [["Position id", "With whom", "About", "How often"]],
    "Organisation": [[*NAMED], [*NAME]],
}
"""The rows of a positions workbook in which nothing is wrong or doubtful, by sheet."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What raises a kind of problem, and where it is told.

    Attributes:
        problems: Reads it; files go into the folder.
        sheet: The sheet of the problem, or its path in a positions.json; "" for the whole file.
        cell: Its cell, "" for the whole sheet.
    """

    problems: Callable[[Path], Sequence[Problem]]
    sheet: str = ""
    cell: str = ""


def workbook(change: Callable[[dict[str, Any]], object], sheet: str = "", cell: str = "") -> Wrong:
    """A positions workbook in which `change` did something to the rows."""

    def problems(_folder: Path) -> Sequence[Problem]:
        rows = deepcopy(SOUND)
        change(rows)
        return positions_of(_sheets(rows)).problems

    return Wrong(problems, sheet, cell)


def cell(sheet: str, where: str, value: object, at: str = "") -> Wrong:
    """A positions workbook with something else in one cell, told there or at `at`."""
    column, row = ord(where[0]) - ord("A"), int(where[1:]) - 1

    def change(rows: dict[str, Any]) -> None:
        rows[sheet][row][column] = value

    return workbook(change, sheet, at or where)


def more(sheet: str, *row: object, at: str) -> Wrong:
    """A positions workbook with one more row on a sheet."""
    return workbook(lambda rows: rows[sheet].append([*row]), sheet, at)


def document(at: str, *path: str | int, to: object) -> Wrong:
    """A positions.json with `to` at `path` (None: nothing; in a list: at its end), told as `at`."""

    def problems(folder: Path) -> Sequence[Problem]:
        here = changed = json.loads(_sound_document())
        for step in path[:-1]:
            here = here[step]
        if isinstance(here, list):
            here.append(to)
        elif to is None:
            del here[path[-1]]
        else:
            here[path[-1]] = to
        return _validated(folder, json.dumps(changed))

    return Wrong(problems, at)


def activity(*row: object, at: str) -> Wrong:
    """A list of activities with one row."""
    rows = [["สมรรถนะ", "รหัสสมรรถนะ", "ระดับ", "วิธีพัฒนา", "กิจกรรม"], [*row]]
    return Wrong(lambda _folder: activities_of([sheet_of(rows)], names()).problems, "S", at)


def _sheets(rows: dict[str, Any]) -> list[Sheet]:
    return [Sheet(Place("f.xlsx", title), sheet_of(rows[title]).rows) for title in rows]


@cache
def _sound_document() -> str:
    return positions_of(_sheets(SOUND)).book.model_dump_json(exclude_none=True)


def _validated(folder: Path, content: str) -> Sequence[Problem]:
    path = folder / "positions.json"
    path.write_text(content, encoding="utf-8")
    return validate_positions(path).problems


def _spoilt(_folder: Path) -> Sequence[Problem]:
    sheets = _sheets(SOUND)
    sheets[1].blank_reasons["B2"] = "#DIV/0!"
    return positions_of(sheets).problems


def _merged(_folder: Path) -> Sequence[Problem]:
    sheets = _sheets(SOUND)
    sheets[0] = replace(sheets[0], layout=Layout(merged={(2, 3): (1, 3)}))
    return positions_of(sheets).problems


def _imported(folder: Path) -> Sequence[Problem]:
    source = folder / "positions.json"
    source.write_text(_sound_document(), encoding="utf-8")
    return import_positions(source, folder / "made.json").problems


def _in_thai(folder: Path) -> Sequence[Problem]:
    def without_english(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: without_english(each) for key, each in part.items() if key != "en"}
        return [without_english(each) for each in part] if isinstance(part, list) else part

    return _validated(folder, json.dumps(without_english(json.loads(_sound_document()))))


def _alike(folder: Path) -> Sequence[Problem]:
    book = json.loads(_sound_document())
    for position, title in zip(
        book["positions"], ("Accountant, chief", "Acountant, chief"), strict=True
    ):
        position["title"]["en"] = title
    return _validated(folder, json.dumps(book))


OTHER = {"th": "ค", "en": "c"}
UNITY = thai("unity")
CHIEF, CLERK = "positions[1] (chief) → ", "positions[2] (clerk) → "

OF_POSITIONS = {
    "no-positions-found": Wrong(lambda _folder: positions_of([sheet_of([["ก"]])]).problems),
    "missing-sheet": workbook(lambda rows: rows.pop("Departments")),
    "unread-sheet": workbook(lambda rows: rows.update(Notes=[["ก"]]), "Notes"),
    "missing-heading": cell("Working relationships", "D1", None, "A1"),
    "merged-cells": Wrong(_merged, "Positions", "D2"),
    "competency-without-column": workbook(
        lambda rows: [row.pop() for row in rows[REQUIRED]], REQUIRED, "A1"
    ),
    "unread-column": workbook(
        lambda rows: [row.append("x") for row in rows["Departments"]], "Departments", "D1"
    ),
    "unread-row": more("Organisation", "ค", "c", at="A3"),
    "positions-file-already": Wrong(_imported),
    "missing-id": more("Competencies", None, "core", "ค", "c", at="A3"),
    "wrong-id": more("Departments", "Hr!", "ค", "c", at="A3"),
    "duplicate-id": more("Competencies", "unity", "core", "ค", "c", at="A3"),
    "unknown-id": cell("Competencies", "B2", "cores"),
    "unknown-ids": workbook(
        lambda rows: rows["Working relationships"].extend([f"gone-{n}", "a"] for n in range(5)),
        *("Working relationships", "A2"),
    ),
    "missing-value": cell("Competencies", "B2", None),
    "name-in-neither": more("Departments", "hr", at="B3"),
    "text-too-long": cell(TEXTS, "C2", "ก" * (LONGEST_LINE + 1)),
    "too-few-entries": workbook(lambda rows: rows[SCALE].pop(), SCALE, "A3"),
    "not-a-whole-level": more(SCALE, "two", *NAME, *NAME, at="A4"),
    "level-off-scale": cell(REQUIRED, "B2", 9),
    "reserved-id": more("Competency groups", "all", "ค", "c", at="A3"),
    "reporting-loop": cell("Positions", "E3", "clerk"),
    "text-without-position": cell(TEXTS, "A2", None),
    "text-without-duty": cell("Responsibilities", "B2", None, "C2"),
    "unknown-part": cell(TEXTS, "B2", "Hobbies"),
    "spoilt-cell": Wrong(_spoilt, REQUIRED, "B2"),
    "unknown-key": document("colour", "colour", to="red"),
    "wrong-kind-of-value": document("organisation → th", "organisation", "th", to=5),
    "positions-not-read": Wrong(lambda folder: _validated(folder, "{")),
    "competency-not-required": document(
        *("competencies[2] (trust) → id", "competencies", 1),
        to={"id": "trust", "group": "core", "name": OTHER},
    ),
    "nothing-required": document(CLERK + "required", "positions", 1, "required", to={}),
    "position-apart": document(CLERK + "reports_to", "positions", 1, "reports_to", to=None),
    "superior-requires-less": document(
        CHIEF + "required → unity", "positions", 0, "required", "unity", to=1
    ),
    "missing-translation": document("organisation → en", "organisation", "en", to=None),
    "book-in-one-language": Wrong(_in_thai),
    "same-name": document(CLERK + "title → en", "positions", 1, "title", "en", to="Chief"),
    "alike-names": Wrong(_alike, CLERK + "title"),
    "department-without-positions": document(
        "departments[2] (hr) → id", "departments", 1, to={"id": "hr", "name": OTHER}
    ),
    "group-without-competencies": document(
        "groups[2] (other) → id", "groups", 1, to={"id": "other", "name": OTHER}
    ),
    "gap-in-scale": document(
        "scale[3] → level", "scale", 2, to={"level": 4, "name": OTHER, "meaning": OTHER}
    ),
}  # fmt: skip
"""What raises each kind of problem that positions have."""

OF_ACTIVITIES = {
    "no-activities-found": Wrong(
        lambda _folder: activities_of([sheet_of([["ก"]])], names()).problems
    ),
    "activity-without-competency": activity(None, None, 2, None, "ก", at="A2"),
    "several-competencies": activity(UNITY, "trust", 2, None, "ก", at="B2"),
    "activity-without-text": activity(UNITY, None, 2, None, None, at="E2"),
    "not-a-level-range": activity(UNITY, None, 9, None, "ก", at="C2"),
    "unknown-way": activity(UNITY, None, 2, "เดินป่า", "ก", at="D2"),
}
"""What raises each kind of problem that a list of activities has."""
