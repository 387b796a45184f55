"""Levels that stand in a sheet and do not count."""

from assessments.forms.odd_forms import (
    ACCURACY,
    ANALYSIS,
    HEADER,
    INTEGRITY,
    SERVICE,
    TICKS,
    UNITY,
    form,
)


def test_levels_under_an_unknown_heading():
    """They are unusable, and what is blank stays blank."""
    rows = [[SERVICE, 3, 1], [UNITY, 4, 1], [ANALYSIS, 4, 2], [INTEGRITY, None, 2]]
    levels, problems = form(["สมรรถนะ", "ผลสอบ", "น้ำหนัก"], *rows, [ACCURACY, "N/A", 2])
    assert levels.pop("integrity") == (None, None)
    assert list(levels.values()) == [(0, 0)] * 4
    assert problems == [("unknown-heading", "B6")]


def test_levels_under_an_unknown_heading_beside_the_employees():
    """The employee's own count, and nobody says that the others are the supervisor's."""
    rows = [[SERVICE, 3, 4], [UNITY, 4, 4], [INTEGRITY, None, 4]]
    levels, _problems = form(["สมรรถนะ", "ประเมินตนเอง", "กรรมการ"], *rows)
    assert levels == {"service-mind": (3, None), "unity": (4, None), "integrity": (0, 0)}


def test_two_columns_of_one_rater():
    """The rater gave levels that do not count; the other's do."""
    rows = [[SERVICE, 3, 4, 5], [UNITY, None, None, 2], [INTEGRITY]]
    levels, problems = form(["สมรรถนะ", "ตนเอง", "ประเมินตนเอง", "หัวหน้า"], *rows)
    assert levels == {"service-mind": (0, 5), "unity": (None, 2), "integrity": (None, None)}
    assert problems == [("duplicate-header", "C6")]


def test_two_columns_of_nobody_in_particular():
    """One problem for both of them, in the second heading."""
    rows = [[SERVICE, 3, 30], [UNITY, 4, 40]]
    levels, problems = form(["สมรรถนะ", "ผลการประเมิน", "คะแนนที่ได้"], *rows)
    assert (levels["unity"], problems) == ((0, None), [("duplicate-header", "C6")])


def test_two_runs_of_one_rater_in_a_tick_form():
    """The marks of a run that is refused are no blanks."""
    above = [None, "ประเมินตนเอง", *[None] * 4, "ตนเอง"]
    header = ["สมรรถนะ", *TICKS[1:] * 2]
    levels, problems = form(above, header, [SERVICE, *[None] * 8, "/"], [UNITY])
    assert levels == {"service-mind": (0, None), "unity": (None, None)}
    assert problems == [("duplicate-header", "G7")]


def test_runs_of_ticks_that_are_nobodys():
    """A run whose heading is not known beside a rater's."""
    above = ["สมรรถนะ", "ประเมินตนเอง", *[None] * 4, "กรรมการ"]
    header = [None, *TICKS[1:] * 2]
    levels, problems = form(above, header, [SERVICE, *[None] * 8, "/"], [UNITY, "/"])
    assert levels == {"service-mind": (0, 0), "unity": (5, None)}
    assert problems == [("unknown-heading", "G6")]


def test_a_misspelt_competency():
    """The one whose name is nearest has a level, and nobody knows which; others stay away."""
    levels, problems = form(HEADER, [SERVICE, 3, 4], ["ความสามัคี", 4, 5])
    assert levels == {"service-mind": (3, 4), "unity": (0, 0)}
    assert problems == [("unknown-competency", "A8")]


def test_levels_of_behaviours():
    """Below a competency without a level they may be its own, as no other has such a name."""
    names = [SERVICE, UNITY, INTEGRITY, "ความไว้วางใจ", "การคิดวิเคราะห์", "การสอนงาน"]
    rows = [row for each in names for row in ([each], ["- พฤติกรรม 1", 3])]
    levels, problems = form(HEADER, *rows, ["การมุ่งผลสัมฤทธิ์"])
    assert {code for code, _cell in problems} == {"unknown-competency"}
    assert levels.pop("achievement") == (None, None)
    assert set(levels.values()) == {(0, 0)}
    assert len(levels) == len(names)
