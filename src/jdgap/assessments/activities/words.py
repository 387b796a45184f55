"""The words that head a list of activities, and those for the ways of learning."""

from enum import Enum
from typing import Final

from jdgap.assessments.activities.model import How
from jdgap.assessments.cells.labels import Column, Use, by_key, column_of, use_of, without_brackets
from jdgap.text.names import name_key, without_leading_number


class Heading(Enum):
    """What a column of the list holds."""

    COMPETENCY = "competency"
    LEVEL = "level"
    HOW = "how"
    TEXT = "text"
    OWNER = "owner"
    WHEN = "when"


_HEADING_WORDS: Final = {
    Heading.LEVEL: "ถึงระดับ|สู่ระดับ|พัฒนาสู่ระดับ|เพื่อพัฒนาสู่ระดับ|ระดับเป้าหมาย|ระดับที่พัฒนา|สำหรับระดับ|ระดับที่มุ่งหมาย"
    "|levels|to level|leads to level|for level",
    Heading.HOW: "วิธี|วิธีการ|วิธีพัฒนา|วิธีการพัฒนา|วิธีเรียนรู้|วิธีการเรียนรู้|รูปแบบ|รูปแบบการพัฒนา|รูปแบบการเรียนรู้"
    "|ประเภทกิจกรรม|ประเภทการพัฒนา|how|method|way|way of learning|type of activity",
    Heading.TEXT: "กิจกรรม|ชื่อกิจกรรม|กิจกรรมการพัฒนา|กิจกรรมพัฒนา|กิจกรรมหรือหลักสูตร|กิจกรรม/หลักสูตร"
    "|หลักสูตรหรือกิจกรรม|หลักสูตร/กิจกรรม|หลักสูตร|ชื่อหลักสูตร|หลักสูตรอบรม|หลักสูตรฝึกอบรม"
    "|activity|activities|activity name|development activity|activity or course"
    "|course or activity|course|courses|course name",
    Heading.OWNER: "ผู้รับผิดชอบ|ผู้รับผิดชอบหลัก|ผู้ดูแล|หน่วยงานรับผิดชอบ|owner|responsible"
    "|person responsible|in charge",
    Heading.WHEN: "เมื่อใด|ภายใน|กำหนดเสร็จ|กำหนดแล้วเสร็จ|กำหนดการ|ระยะเวลา|ช่วงเวลา|ช่วงเวลาดำเนินการ"
    "|เวลา|วันที่|จำนวนวัน|จำนวนชั่วโมง|when|by when|period|duration|schedule|date|dates|time",
}
_HOW_WORDS: Final = {
    How.DOING: "ปฏิบัติงานจริง|โดยการปฏิบัติ|จากการปฏิบัติ|ลงมือทำ|ลงมือปฏิบัติ|การลงมือปฏิบัติ|ปฏิบัติ|ปฏิบัติจริง"
    "|เรียนรู้จากการทำงาน|เรียนรู้จากการปฏิบัติ|เรียนรู้จากการปฏิบัติงาน|เรียนรู้จากประสบการณ์|โดยการทำงาน|จากการทำงาน"
    "|ประสบการณ์|จากประสบการณ์|มอบหมายงาน|การมอบหมายงาน|ฝึกในงาน|ฝึกปฏิบัติงาน|โครงการ|หมุนเวียนงาน"
    "|by doing|by doing the work|doing|doing the work|experience|experiential|on the job"
    "|on the job training|ojt|assignment|project|job rotation|70",
    How.OTHERS: "เรียนรู้จากผู้อื่น|จากผู้อื่น|กับผู้อื่น|เรียนรู้ร่วมกับผู้อื่น|สอนงาน|การสอนงาน|พี่เลี้ยง|ระบบพี่เลี้ยง|ที่ปรึกษา"
    "|ให้คำปรึกษา|แลกเปลี่ยนเรียนรู้|การแลกเปลี่ยนเรียนรู้|ศึกษาดูงาน|ดูงาน"
    "|from others|with others|others|coaching|mentoring|mentor|social|exposure|feedback|20",
    How.COURSE: "อบรม|การอบรม|ฝึกอบรม|การฝึกอบรม|หลักสูตร|เข้าอบรม|เข้ารับการอบรม|เรียน|สัมมนา|การสัมมนา"
    "|อบรมออนไลน์|เรียนออนไลน์|by course|course|courses|training|class|classroom|formal"
    "|education|seminar|workshop|e-learning|online course|10",
}
_ANY_WORDS: Final = "ทุกระดับ|ทั้งหมด|ทุกๆ ระดับ|all|any|all levels|any level|every level"

_HEADINGS: Final = by_key(_HEADING_WORDS)
_HOWS: Final = by_key(_HOW_WORDS)
_ANY: Final = frozenset(map(name_key, _ANY_WORDS.split("|")))
_LONGEST_HEADING: Final = 100


def heading_of(text: str) -> Heading | None:
    """Return what a column headed so holds; words in brackets explain, and do not matter."""
    if not text or len(text) > _LONGEST_HEADING:
        return None
    for words in (text, without_brackets(text)):
        found = _HEADINGS.get(name_key(words))
        if found is not None:
            return found
    column = column_of(text)
    if column is Column.COMPETENCY or use_of(text) is Use.COMPETENCY_ID:
        return Heading.COMPETENCY
    return Heading.LEVEL if column in {Column.LEVEL, Column.REQUIRED} else None


def how_of(text: str) -> How | str:
    """Return the way of learning that is meant, or the text where it is none that is known."""
    for words in (text, without_brackets(text), without_leading_number(text)):
        found = _HOWS.get(name_key(words))
        if found is not None:
            return found
    return text


def means_any_level(text: str) -> bool:
    """Return whether an activity of this level leads to whatever level is wanted."""
    return name_key(text) in _ANY
