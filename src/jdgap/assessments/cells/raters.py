"""Whose level it is: what the words around the name of a competency say.

In a table of many people a heading may be `การบริการด้วยใจ - หัวหน้า`, or a question such as
`ผู้บังคับบัญชาประเมิน [การบริการด้วยใจ]`. What is taken for the supervisor's level must say so;
words that mention a rater and say no more are not guessed at.
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from jdgap.assessments.cells.labels import (
    Column,
    Use,
    bracketed,
    column_of,
    field_of,
    is_hint,
    is_person,
    is_quiz_word,
    use_of,
    without_brackets,
)
from jdgap.text.names import name_key, without_leading_number


class Whose(StrEnum):
    """Whose level a column holds."""

    SELF = "self"
    SUPERVISOR = "supervisor"
    NOBODY = "nobody in particular"
    EXPLAINED = "nobody in particular, with words of explanation"
    POINTS = "nobody in particular, as points"
    NOT_A_LEVEL = "required level, gap, remark and the like"
    UNCLEAR = "a rater who is not known, or two"


NAMED: Final = frozenset({Whose.SELF, Whose.SUPERVISOR})
UNNAMED: Final = frozenset({Whose.NOBODY, Whose.EXPLAINED, Whose.POINTS})

_SPEAKING: Final = {Whose.NOBODY: 0, Whose.EXPLAINED: 1, Whose.POINTS: 2}

_OF_COLUMNS: Final = {
    Column.SELF: Whose.SELF,
    Column.SUPERVISOR: Whose.SUPERVISOR,
    Column.REQUIRED: Whose.NOT_A_LEVEL,
    Column.OTHER: Whose.NOT_A_LEVEL,
    Column.LEVEL: Whose.NOBODY,
    Column.COMPETENCY: Whose.NOBODY,
    Column.GROUP: Whose.NOBODY,
}
_CHIEF = "(?<!ใต้)(?:ผู้บังคับบัญชา|หัวหน้า)(?:งาน|ฝ่าย|แผนก|ชั้นต้น|โดยตรง)*"
_SUPERVISOR: Final = re.compile(
    f"{_CHIEF}(?:เป็น)?(?:ผู้)?(?:ประเมิน|ให้คะแนน|ให้ระดับ)"
    f"|(?:ประเมิน|คะแนน|ระดับ)(?:โดย|จาก|ของ){_CHIEF}"
    f"|ประเมินสมรรถนะโดย{_CHIEF}"
    "|(?:supervisor|manager)s?(?:rating|assessment|evaluation|level|score|rated|assessed)"
    "|(?:by|from)(?:the|your)?(?:direct|line)?(?:supervisor|manager)"
)
_SELF: Final = re.compile(
    "ประเมิน(?:ตนเอง|ตัวเอง)|(?:โดย|ของ|ระดับ|คะแนน|^)(?:ตนเอง|ตัวเอง)|self(?:rat|assess|evaluat|level|score)"
)
_REQUIRED: Final = re.compile(
    "ที่คาดหวัง|ที่ต้องการ|ที่กำหนด|ความคาดหวัง|^(?:ค่า|คะแนน)?เป้าหมาย$|^target$"
    "|(?:required|expected|target)level"
)
_TITLE: Final = re.compile("(?:แบบ|ใบ|ผล|สรุป|การ)?ประเมิน|แบบ|ผลการ|สรุป")
_MENTIONED: Final = re.compile(
    "บังคับบัญชา|หัวหน้า|ผู้ประเมิน|เพื่อนร่วมงาน|กรรมการ|ลูกน้อง"
    "|supervisor|manager|peer|colleague|committee|subordinate"
)
_ONLY_FOR: Final = re.compile("เฉพาะ(?:ตำแหน่ง|ระดับ)?(?:ผู้บังคับบัญชา|หัวหน้า)")


@lru_cache(maxsize=4096)
def whose(words: str) -> Whose:
    """Return whose level `words` say it is; `words` are a heading without the competency."""
    plain = without_leading_number(words).strip(" :-–—")
    if is_hint(plain):
        return Whose.NOBODY
    if is_quiz_word(without_brackets(plain)):
        return Whose.POINTS
    column = column_of(plain)
    if column is not None:
        of_column = _OF_COLUMNS[column]
        return _in_brackets(plain) if of_column is Whose.NOBODY else of_column
    if use_of(plain) is not None or field_of(plain) is not None:
        return _other(plain)
    return _in_a_sentence(plain)


def titles_supervisor(text: str) -> bool:
    """Return whether a title says that all levels below it are the supervisor's.

    An instruction such as `ส่งให้หัวหน้าประเมิน` and a label with a name beside it do not.
    """
    plain = without_leading_number(text).strip(" :-–—")
    if is_person(plain) or whose(plain) is not Whose.SUPERVISOR:
        return False
    title = _TITLE.match(plain) and "ของ" not in plain  # which may say who is rated
    return column_of(plain) is Column.SUPERVISOR or bool(title)


def _other(words: str) -> Whose:
    """Return whose level a label says it is that is none of a level."""
    return Whose.UNCLEAR if use_of(words) is Use.RATER else Whose.NOT_A_LEVEL


def _in_brackets(words: str) -> Whose:
    """Return whose level `ระดับ (หัวหน้า)` is, where only the words in brackets can say it."""
    said = {whose(inner) for inner in bracketed(words)}
    return said.pop() if len(said) == 1 and not said & UNNAMED else Whose.NOBODY


def _in_a_sentence(words: str) -> Whose:
    key = name_key(words)
    said = [
        rater
        for rater, pattern in (
            (Whose.SELF, _SELF),
            (Whose.SUPERVISOR, _SUPERVISOR),
            (Whose.NOT_A_LEVEL, _REQUIRED),
        )
        if pattern.search(key)
    ]
    if len(said) == 1:
        return said[0]
    # A question may say for whom it is: `สมรรถนะผู้นำ (สำหรับหัวหน้าฝ่าย)`.
    mentioned = _MENTIONED.search(_ONLY_FOR.sub("", name_key(without_brackets(words)) or key))
    return Whose.UNCLEAR if said or mentioned else Whose.EXPLAINED


def together(one: Whose, other: Whose) -> Whose:
    """Return whose level it is by two parts of a heading."""
    if Whose.NOT_A_LEVEL in {one, other}:
        return Whose.NOT_A_LEVEL
    said = {one, other} - UNNAMED
    if not said:
        return max(one, other, key=_SPEAKING.__getitem__)
    return said.pop() if len(said) == 1 else Whose.UNCLEAR
