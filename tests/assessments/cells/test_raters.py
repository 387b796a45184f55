"""Whose level the words around a competency say it is."""

import pytest

from jdgap.assessments.cells.raters import Whose, together, whose


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ตนเอง", Whose.SELF),
        ("ประเมินตนเอง", Whose.SELF),
        ("ส่วนที่ 1 การประเมินตนเอง", Whose.SELF),
        ("1) ประเมินตนเอง", Whose.SELF),
        ("Self", Whose.SELF),
        ("Self-assessment of your competencies", Whose.SELF),
        ("หัวหน้า", Whose.SUPERVISOR),
        ("เป้าหมาย", Whose.NOT_A_LEVEL),
        ("ทำงานได้ตามเป้าหมาย", Whose.EXPLAINED),
        ("ผู้บังคับบัญชาประเมิน", Whose.SUPERVISOR),
        ("ส่วนที่ 2 การประเมินโดยผู้บังคับบัญชา", Whose.SUPERVISOR),
        ("ผู้บังคับบัญชาประเมินผู้ใต้บังคับบัญชา", Whose.SUPERVISOR),
        ("Supervisor rating", Whose.SUPERVISOR),
        ("Rated by your manager", Whose.SUPERVISOR),
        ("ระดับ (หัวหน้า)", Whose.SUPERVISOR),
        ("", Whose.NOBODY),
        ("(1-5)", Whose.NOBODY),
        ("ระดับ", Whose.NOBODY),
        ("สมรรถนะ", Whose.NOBODY),
        ("คะแนน", Whose.POINTS),
        ("Score", Whose.POINTS),
        ("โปรดประเมินระดับสมรรถนะของท่าน", Whose.EXPLAINED),
        ("สมรรถนะผู้นำ (เฉพาะหัวหน้าฝ่าย)", Whose.EXPLAINED),
        ("สมรรถนะผู้นำ เฉพาะหัวหน้าฝ่าย", Whose.EXPLAINED),
        ("ระดับที่คาดหวัง", Whose.NOT_A_LEVEL),
        ("ระดับสมรรถนะที่คาดหวังของตำแหน่ง", Whose.NOT_A_LEVEL),
        ("ส่วนต่าง", Whose.NOT_A_LEVEL),
        ("เหตุผล", Whose.NOT_A_LEVEL),
        ("Feedback", Whose.NOT_A_LEVEL),
        ("กรรมการ", Whose.UNCLEAR),
        ("เพื่อนร่วมงานประเมิน", Whose.UNCLEAR),
        ("ท่านให้ความร่วมมือกับหัวหน้าเพียงใด", Whose.UNCLEAR),
        ("หัวหน้าประเมินตนเอง", Whose.UNCLEAR),
        ("ผู้ใต้บังคับบัญชาประเมินผู้บังคับบัญชา", Whose.UNCLEAR),
    ],
)
def test_what_words_say(words, said):
    """A rater must be said to rate; a rater who is only mentioned is not guessed at."""
    assert whose(words) is said


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (Whose.NOBODY, Whose.SUPERVISOR, Whose.SUPERVISOR),
        (Whose.SELF, Whose.EXPLAINED, Whose.SELF),
        (Whose.SELF, Whose.SUPERVISOR, Whose.UNCLEAR),
        (Whose.SELF, Whose.NOT_A_LEVEL, Whose.NOT_A_LEVEL),
        (Whose.NOBODY, Whose.POINTS, Whose.POINTS),
        (Whose.NOBODY, Whose.NOBODY, Whose.NOBODY),
        (Whose.UNCLEAR, Whose.NOBODY, Whose.UNCLEAR),
    ],
)
def test_two_parts_of_a_heading(one, other, said):
    """The part that says whose level it is decides; two raters are unclear."""
    assert together(one, other) is together(other, one) is said
