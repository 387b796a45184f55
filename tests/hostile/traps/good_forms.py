"""Fifty people whose answers are all right, in every layout, and what is right for each."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from builders import book, filled_form, identity_rows, thai, title, write_bare, write_ods
from jdgap.output.excel.form import FormDetails

PEOPLE = 50
ROUND = "2569"
_MARKS = "✓/X√"


@dataclass(frozen=True, slots=True)
class Person:
    """An invented employee, with what the employee and the supervisor say."""

    employee_id: str
    name: str
    position: str
    own: Mapping[str, int]
    supervisors: Mapping[str, int | None]

    def expected(self) -> dict[str, Any]:
        """What the report is to say of the person, calculated here."""
        required = book().position_by_id[self.position].required
        actual = {key: self.supervisors[key] or self.own[key] for key in required}
        reached = sum(min(actual[key], needed) for key, needed in required.items())
        return {
            "position_id": self.position,
            "required": len(required),
            "rated": len(required),
            "met": sum(actual[key] >= needed for key, needed in required.items()),
            "shortfall": sum(max(0, needed - actual[key]) for key, needed in required.items()),
            "fit_pct": float(Fraction(100 * reached, sum(required.values()))),
        }


def people() -> list[Person]:
    """The same people in every run."""
    chance = random.Random(2569)  # noqa: S311 (the same in every run)
    positions = book().positions
    return [
        Person(
            f"G-{number:03d}",
            f"คนที่{number} ใจดี",
            position.id,
            {key: chance.randint(1, 5) for key in position.required},
            {key: chance.choice([None, 1, 2, 3, 4, 5]) for key in position.required},
        )
        for number, position in (
            (number, positions[number % len(positions)]) for number in range(PEOPLE)
        )
    ]


def write_all(folder: Path) -> list[Person]:
    """Save everybody's answer in `folder`, each layout in turn; return who they are."""
    everybody = people()
    writers = (_hand_made, _ticks, _wide, _hand_made, _open_document, _long, _ticks, _form)
    for number, person in enumerate(everybody):
        writers[number % len(writers)](folder, person)
    return everybody


def _who(person: Person) -> list[list[Any]]:
    return identity_rows(person.employee_id, person.name, title(person.position), int(ROUND))


def _rows(person: Person) -> list[list[Any]]:
    rows = [[thai(key), level, person.supervisors[key]] for key, level in person.own.items()]
    return [*_who(person), [], ["สมรรถนะ", "ประเมินตนเอง", "ผู้บังคับบัญชาประเมิน"], *rows]


def _hand_made(folder: Path, person: Person) -> None:
    write_bare(folder / f"{person.employee_id}.xlsx", _rows(person))


def _open_document(folder: Path, person: Person) -> None:
    write_ods(folder / f"{person.employee_id}.ods", _rows(person))


def _form(folder: Path, person: Person) -> None:
    """The form that jdgap makes."""
    levels = {key: (level, person.supervisors[key]) for key, level in person.own.items()}
    details = FormDetails(employee_id=person.employee_id, name=person.name, round=ROUND)
    filled_form(folder / f"{person.employee_id}.xlsx", person.position, levels, details)


def _ticks(folder: Path, person: Person) -> None:
    """A mark in one column of five, once for each rater."""
    scale = (5, 4, 3, 2, 1)
    heads = [None, "ประเมินตนเอง", *[None] * 4, "ผู้บังคับบัญชาประเมิน"]
    rows = [*_who(person), heads, ["สมรรถนะ", *scale, *scale]]
    for number, (key, level) in enumerate(person.own.items()):
        mark = _MARKS[number % len(_MARKS)]
        marked = (level, person.supervisors[key])
        cells = (mark if each == said else None for said in marked for each in scale)
        rows.append([thai(key), *cells])
    write_bare(folder / f"{person.employee_id}.xlsx", rows)


def _wide(folder: Path, person: Person) -> None:
    _as_text(folder / f"{person.employee_id}.csv", _wide_rows(person), ",", "utf-8-sig")


def _wide_rows(person: Person) -> Iterator[list[Any]]:
    heading = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "รอบการประเมิน"]
    yield [
        *heading,
        *(f"{thai(key)} (ตนเอง)" for key in person.own),
        *(f"{thai(key)} (หัวหน้า)" for key in person.own),
    ]
    who = [person.employee_id, person.name, title(person.position), ROUND]
    yield [*who, *person.own.values(), *person.supervisors.values()]


def _long(folder: Path, person: Person) -> None:
    rows: list[list[Any]] = [
        ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "สมรรถนะ", "ประเมินตนเอง", "หัวหน้าประเมิน", "รอบ"]
    ]
    for key, level in person.own.items():
        who = [person.employee_id, person.name, title(person.position)]
        rows.append([*who, thai(key), level, person.supervisors[key], ROUND])
    _as_text(folder / f"{person.employee_id}.tsv", rows, "\t", "cp874")


def _as_text(path: Path, rows: Any, delimiter: str, encoding: str) -> None:
    lines = (delimiter.join("" if each is None else str(each) for each in row) for row in rows)
    path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
