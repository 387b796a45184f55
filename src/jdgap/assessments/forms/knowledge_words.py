"""The words of a checklist of knowledge and skills, in Thai and English."""

from enum import Enum
from functools import lru_cache
from typing import Final

from jdgap.assessments.cells.labels import by_key
from jdgap.assessments.model import KnowledgeKind, Need
from jdgap.text.names import name_key


class Heading(Enum):
    """What a column of a checklist holds, where it is not one answer to be ticked."""

    KIND = "kind"
    ITEM = "item"
    ANSWER = "answer"


_HEADING_WORDS: Final = {
    Heading.KIND: "ประเภท|ชนิด|ด้าน|กลุ่ม|หมวด|kind|type|category",
    Heading.ITEM: "ความรู้หรือทักษะ|ความรู้และทักษะ|ความรู้/ทักษะ|รายการความรู้และทักษะ|รายการความรู้/ทักษะ"
    "|ความรู้และทักษะที่จำเป็น|ความรู้และทักษะที่จำเป็นสำหรับตำแหน่ง|ความรู้ ความสามารถ และทักษะ"
    "|knowledge or skill|knowledge and skills|knowledge/skill|knowledge/skills|knowledge & skills",
    Heading.ANSWER: "คำตอบ|ผลสำรวจ|ผลการสำรวจ|สถานะ|มี/ต้องพัฒนา/ไม่จำเป็น|มี/ต้องการ/ไม่จำเป็น"
    "|answer|status|have/need/not needed",
}

_KIND_WORDS: Final = {
    KnowledgeKind.KNOWLEDGE: "ความรู้|ด้านความรู้|knowledge",
    KnowledgeKind.SKILL: "ทักษะ|ด้านทักษะ|skill|skills",
}

_ANSWER_WORDS: Final = {
    Need.HAVE: "มี|มีแล้ว|มีอยู่แล้ว|have|have it",
    Need.NEED: "ต้องการ|ต้องพัฒนา|ต้องการพัฒนา|ควรพัฒนา|ยังไม่มี|need|needed|need to develop|to develop",
    Need.NOT_NEEDED: "ไม่จำเป็น|ไม่จำเป็นต้องใช้|ไม่เกี่ยวข้อง|not needed|not necessary|not applicable|n/a",
}

_HEADINGS: Final = by_key(_HEADING_WORDS)
_KINDS: Final = by_key(_KIND_WORDS)
_ANSWERS: Final = by_key(_ANSWER_WORDS)


@lru_cache(maxsize=8192)
def heading_of(text: str) -> Heading | None:
    """Return what a column of this heading holds."""
    return _HEADINGS.get(name_key(text))


def kind_of(text: str) -> KnowledgeKind | None:
    """Return which kind of item a text names, `ความรู้` or `ทักษะ`."""
    return _KINDS.get(name_key(text))


def answer_of(text: str) -> Need | None:
    """Return what an answer says, or the heading of a column for it."""
    return _ANSWERS.get(name_key(text))
