"""What the sheets of a report call their columns and facts, in the languages it is written in.

Reports are kept for years: a word that is changed in them is added here, and the old one stays.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from jdgap.assessments.own_reports import REPORT_SHEETS
from jdgap.text.names import name_key

DATA_HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "round": ("รอบการประเมิน", "Round"),
    "employee_id": ("รหัสพนักงาน", "Employee ID"),
    "name": ("ชื่อ-สกุล", "Name"),
    "position_id": ("รหัสตำแหน่ง", "Position ID"),
    "position": ("ตำแหน่ง", "Position"),
    "department": ("ฝ่าย", "Department"),
    "competency_id": ("รหัสสมรรถนะ", "Competency ID"),
    "required_level": ("ระดับที่ต้องการ", "Required level"),
    "self_level": ("ระดับตนเอง", "Self level"),
    "supervisor_level": ("ผู้บังคับบัญชาประเมิน", "Supervisor level"),
    "actual_level": ("ระดับจริง", "Actual level"),
    "gap": ("ส่วนต่าง", "Gap"),
    "shortfall": ("ส่วนขาด", "Shortfall"),
    "status": ("สถานะ", "Status"),
}
"""By column of the data: those that are read back; where a level stood in a form is not."""

LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    "round": ("รอบการประเมิน", "Round"),
    "made_on": ("จัดทำเมื่อ", "Made on"),
    "count": ("นับระดับของใคร", "Whose level counts"),
    "fingerprint": ("รหัสตรวจสอบข้อมูลตำแหน่ง", "Fingerprint of the positions"),
    "checksum": ("รหัสตรวจสอบข้อมูลในรายงาน", "Checksum of the data"),
    "staff": ("จำนวนพนักงานตามรายชื่อ", "People on the list of staff"),
    "absentee": ("ไม่มีผลในรอบนี้", "Without a result"),
    "groups": ("รหัสกลุ่มสมรรถนะ", "Group ID"),
    "levels": ("รหัสตำแหน่ง", "Position ID"),
}
"""By fact of the requirements: what stands in the first column.

Reports of earlier versions say nothing of the staff; each absentee has a row.
"""


def keys_of(words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return what each of `words` means, by the key of every way to say it."""
    return {name_key(word): meaning for meaning, said in words.items() for word in said}


def titles_of(sheet: str) -> tuple[str, ...]:
    """Return what a sheet of the report is called, by its key such as `data`."""
    return next(tuple(titles) for key, *titles in REPORT_SHEETS if key == sheet)
