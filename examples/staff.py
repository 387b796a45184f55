"""The staff of a made-up office: who works there, and as what, in each round. All invented."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Employee:
    """One invented employee.

    Attributes:
        employee_id: `S-` and three digits.
        name: A name that nobody takes for a real one.
        positions: The position's id by round; a round in which they do not work there is absent.
    """

    employee_id: str
    name: str
    positions: dict[str, str]

    @property
    def rises(self) -> bool:
        """They are in another position later."""
        return len(set(self.positions.values())) > 1


@dataclass(frozen=True, slots=True)
class Staff:
    """Who works there in two rounds, with their ids, names and positions' ids.

    Attributes:
        rounds: The earlier one and the later one.
        stayed: Who is in the same position in both.
        moved: Who is in the first position, then in the second.
        left: Who is not there any more in the later one.
        came: Who was not there yet in the earlier one.
    """

    rounds: tuple[str, str]
    stayed: tuple[tuple[str, str, str], ...]
    moved: tuple[tuple[str, str, str, str], ...]
    left: tuple[tuple[str, str, str], ...]
    came: tuple[tuple[str, str, str], ...]

    def in_round(self, round_: str) -> list[Employee]:
        """Return who works there in a round, by id."""
        before, now = self.rounds
        everybody = [Employee(*who, {before: post, now: post}) for *who, post in self.stayed]
        everybody += [Employee(*who, {before: a, now: b}) for *who, a, b in self.moved]
        everybody += [Employee(*who, {before: post}) for *who, post in self.left]
        everybody += [Employee(*who, {now: post}) for *who, post in self.came]
        there = (each for each in everybody if round_ in each.positions)
        return sorted(there, key=lambda each: each.employee_id)

    def round_before(self, employee: Employee, round_: str) -> str | None:
        """Return the earlier round, where this is the later one and they were there before."""
        before, now = self.rounds
        return before if round_ == now and before in employee.positions else None


STAFF: Final = Staff(
    rounds=("2568", "2569"),
    stayed=(
        ("S-101", "ตัวอย่าง น้ำใจงาม", "manager"),
        ("S-102", "ทดลอง เที่ยงธรรม", "deputy-manager-policy"),
        ("S-103", "สมมติ หนักแน่น", "deputy-manager-business"),
        ("S-104", "ต้นแบบ รอบรู้", "head-policy-planning"),
        ("S-105", "แบบฝึก กล้าคิด", "officer-policy-analysis"),
        ("S-106", "ลองทำ ละเอียดถี่ถ้วน", "head-accounting"),
        ("S-107", "ทดสอบ นับถูก", "officer-accounting"),
        ("S-108", "นำร่อง จดครบ", "officer-accounting"),
        ("S-109", "ตัวอย่าง เรียบร้อย", "head-office"),
        ("S-110", "ทดลอง ตรงเวลา", "officer-office-administration"),
        ("S-111", "สมมติ พูดตรง", "officer-office-legal-hr"),
        ("S-112", "ต้นแบบ ก้าวไกล", "head-it"),
        ("S-113", "แบบฝึก ใฝ่รู้", "officer-it"),
        ("S-114", "ลองทำ ว่องไว", "officer-it"),
        ("S-115", "ทดสอบ แม่นยำ", "head-finance"),
        ("S-116", "นำร่อง คิดดี", "officer-finance-management"),
        ("S-117", "ตัวอย่าง ยิ้มสู้", "officer-finance-members"),
        ("S-118", "ทดลอง พร้อมเพรียง", "officer-finance-members"),
        ("S-119", "สมมติ อดทน", "officer-finance-investment"),
        ("S-122", "ลองทำ เปิดใจ", "officer-credit"),
        ("S-123", "ทดสอบ ถามไว", "officer-credit"),
        ("S-124", "นำร่อง ชัดเจน", "head-registration"),
        ("S-125", "ตัวอย่าง ส่งทัน", "officer-registration"),
        ("S-126", "ทดลอง ตอบไว", "officer-registration"),
        ("S-129", "แบบฝึก ช่วยกัน", "officer-welfare"),
    ),
    left=(
        ("S-120", "ต้นแบบ ร่วมมือ", "head-credit"),
        ("S-127", "สมมติ ฟังเก่ง", "head-welfare"),
    ),
    moved=(
        ("S-121", "แบบฝึก สู้งาน", "officer-credit", "head-credit"),
        ("S-128", "ต้นแบบ ทำจริง", "officer-welfare", "head-welfare"),
    ),
    came=(
        ("S-130", "ลองทำ เข้าใจ", "officer-credit"),
        ("S-131", "ทดสอบ แบ่งปัน", "officer-accounting"),
        ("S-132", "นำร่อง ตั้งต้น", "officer-welfare"),
    ),
)
