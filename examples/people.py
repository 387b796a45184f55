"""Invented people with likely levels: mostly at the requirement, some below, some above."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

from staff import Employee

from jdgap.positions import Book, Competency, Position

ROUND: Final = "2569"
_SEED: Final = 2569
_NAMES: Final = (
    "ตัวอย่าง ใจดี",
    "ทดลอง มานะ",
    "สมมติ ขยันยิ่ง",
    "จำลอง ตั้งใจ",
    "ต้นแบบ รักงาน",
    "แบบฝึก เพียรดี",
    "ลองทำ สุขสม",
    "ตัวอย่าง สองศรี",
    "ทดสอบ พากเพียร",
    "สมมุติ ยิ้มแย้ม",
    "จำลอง สามัคคี",
    "ทดลอง ซื่อตรง",
    "ตัวอย่าง รอบคอบ",
    "สมมติ มั่นคง",
    "ต้นแบบ ก้าวหน้า",
)
GAPS: Final = {0: 60, -1: 20, 1: 15, -2: 5}
"""How often an employee's level differs from the requirement by so much, in percent."""
CORRECTIONS: Final = {0: 75, -1: 15, 1: 10}
"""How often one's level differs from the other's, employee's and supervisor's, in percent."""

Levels = dict[str, int]


@dataclass(frozen=True, slots=True)
class Person:
    """One invented employee, with what they and their supervisor think.

    Attributes:
        employee_id: `S-` and three digits.
        name: A name that nobody takes for a real one.
        position: What they work as.
        department: The Thai name of their department, "" for none.
        competencies: What the position requires, in the book's order.
        self_levels: The employee's levels by competency id.
        supervisor_levels: The supervisor's.
        round: The round of the assessment.
    """

    employee_id: str
    name: str
    position: Position
    department: str
    competencies: tuple[Competency, ...]
    self_levels: Levels
    supervisor_levels: Levels
    round: str = ROUND

    @property
    def title(self) -> str:
        """The Thai title of the position."""
        return self.position.title.th or ""


def sample(book: Book, number: int, position_id: str) -> Person:
    """Return invented employee `number` (from 1), always the same for the same number."""
    position = next(each for each in book.positions if each.id == position_id)
    chance = Random(f"{_SEED}-{number}")
    competencies = tuple(book.required_competencies(position))
    own = {
        each.id: near(position.required[each.id], GAPS, chance, book.levels)
        for each in competencies
    }
    supervisor = {key: near(level, CORRECTIONS, chance, book.levels) for key, level in own.items()}
    return Person(
        employee_id=f"S-{number:03}",
        name=_NAMES[number - 1],
        position=position,
        department=department_of(book, position),
        competencies=competencies,
        self_levels=own,
        supervisor_levels=supervisor,
    )


def rated(book: Book, employee: Employee, round_: str, department: str, levels: Levels) -> Person:
    """Return an employee in a round whom the supervisor gives these levels."""
    position = book.position_by_id[employee.positions[round_]]
    chance = Random(f"{round_}-{employee.employee_id}-own")
    return Person(
        employee_id=employee.employee_id,
        name=employee.name,
        position=position,
        department=department,
        competencies=tuple(book.required_competencies(position)),
        self_levels={
            key: near(level, CORRECTIONS, chance, book.levels) for key, level in levels.items()
        },
        supervisor_levels=levels,
        round=round_,
    )


def department_of(book: Book, position: Position) -> str:
    """Return the department as the examples write it, "" for the management."""
    name = book.department_name(position)
    return f"ฝ่าย{name}" if name else ""


def near(level: int, steps: Mapping[int, int], chance: Random, scale: tuple[int, ...]) -> int:
    """Return a level of the scale, a chosen step away; `steps` says how often, in percent."""
    step = chance.choices(list(steps), weights=list(steps.values()))[0]
    return min(max(level + step, scale[0]), scale[-1])
