"""Invented answers of invented employees; the same for the same number, run after run."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from jdgap.positions import Book, Position

ROUND: Final = "2569"
NOT_APPLICABLE: Final = "N/A"
Cell = int | float | str | None
"""What stands in a cell that asks for a level; None where it was left blank."""

_SEED: Final = 2569
_NO_DEPARTMENT: Final = "สำนักผู้จัดการ"
_FIRST_NAMES: Final = ("ตัวอย่าง", "ทดลอง", "สมมติ", "จำลอง", "ต้นแบบ", "แบบฝึก", "ลองทำ", "ทดสอบ")
_LAST_NAMES: Final = ("ใจดี", "มานะ", "ขยันยิ่ง", "ตั้งใจ", "รักงาน", "เพียรดี", "สุขสม", "มั่นคง")
_EVIDENCE: Final = (
    "ปฏิบัติงานครบตามแผนที่กำหนดไว้",
    "ได้รับคำชมจากสมาชิก 3 ครั้งในรอบปี",
    "จัดทำคู่มือการปฏิบัติงานให้เพื่อนร่วมงาน",
    "ผ่านการอบรมเมื่อเดือนมีนาคม",
)
_GAPS: Final = {0: 60, -1: 20, 1: 15, -2: 5}
"""How often a level differs from the requirement by so much, in percent."""
_CORRECTIONS: Final = {0: 75, -1: 15, 1: 10}
"""How often the supervisor's level differs from the employee's, in percent."""
_SPOILT: Final = (4.5, 9, 0, "มาก", "4/5", "ดีมาก")
_SPOILT_SHARE: Final = 0.02
_BLANK_SHARE: Final = 0.02
_NOT_APPLICABLE_SHARE: Final = 0.01
_NO_SUPERVISOR_SHARE: Final = 0.1
_EVIDENCE_SHARE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in the row of one competency.

    Attributes:
        required: The level that the position requires.
        own: What the employee put in.
        supervisor: What the supervisor put in.
        evidence: A remark, "" for none.
    """

    required: int
    own: Cell
    supervisor: Cell
    evidence: str


@dataclass(frozen=True, slots=True)
class Person:
    """One employee, with an answer for each competency that the position requires, by its id."""

    employee_id: str
    name: str
    position: Position
    department: str
    answers: dict[str, Answer]


def people(book: Book, number: int, *, supervised: bool = True) -> Iterator[Person]:
    """Yield `number` employees, the positions in turn; without a supervisor if not `supervised`."""
    for count in range(1, number + 1):
        chance = Random(f"{_SEED}-{count}")  # noqa: S311 - invented data, the same each time
        position = book.positions[count % len(book.positions)]
        answered = supervised and chance.random() >= _NO_SUPERVISOR_SHARE
        yield Person(
            employee_id=f"S-{count:06}",
            name=f"{chance.choice(_FIRST_NAMES)} {chance.choice(_LAST_NAMES)} {count}",
            position=position,
            department=book.department_name(position) or _NO_DEPARTMENT,
            answers={
                competency: _answer(required, book.levels, chance, supervised=answered)
                for competency, required in position.required.items()
            },
        )


def shortfall(person: Person, scale: tuple[int, ...]) -> int:
    """Return a person's total shortfall, by docs/numbers.md, from the answers alone."""
    total = 0
    for answer in person.answers.values():
        said = [level for level in (answer.supervisor, answer.own) if level in scale]
        total += max(0, answer.required - int(said[0])) if said else 0
    return total


def _answer(required: int, scale: tuple[int, ...], chance: Random, *, supervised: bool) -> Answer:
    evidence = chance.choice(_EVIDENCE) if chance.random() < _EVIDENCE_SHARE else ""
    if chance.random() < _NOT_APPLICABLE_SHARE:
        return Answer(required, NOT_APPLICABLE, NOT_APPLICABLE if supervised else None, evidence)
    own = _near(required, _GAPS, scale, chance)
    supervisor = _near(own, _CORRECTIONS, scale, chance)
    return Answer(
        required,
        _filled(own, chance),
        _filled(supervisor, chance) if supervised else None,
        evidence,
    )


def _near(level: int, steps: dict[int, int], scale: tuple[int, ...], chance: Random) -> int:
    step = chance.choices(list(steps), weights=list(steps.values()))[0]
    return min(max(level + step, scale[0]), scale[-1])


def _filled(level: int, chance: Random) -> Cell:
    """Return what is put into the cell: most often the level."""
    luck = chance.random()
    if luck < _SPOILT_SHARE:
        return chance.choice(_SPOILT)
    return None if luck < _SPOILT_SHARE + _BLANK_SHARE else level
