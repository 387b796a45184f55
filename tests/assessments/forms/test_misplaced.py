"""Levels in columns where nobody looks for them."""

import pytest

from assessments.forms.odd_forms import (
    HEADER,
    INTEGRITY,
    SERVICE,
    TICKS,
    UNITY,
    form,
    reading_of,
)
from builders import OFFICER_COMPETENCIES, book, thai

REQUIRED = book().position_by_id["officer-accounting"].required
WITH_REQUIRED = ["สมรรถนะ", "ระดับที่คาดหวัง", "ประเมินตนเอง", "หัวหน้าประเมิน"]


def problems(*rows):
    return [each for each in form(*rows)[1] if each[0] != "required-level-differs"]


@pytest.mark.parametrize("heading", ["หมายเหตุ", "หลักฐาน", "น้ำหนัก", "ส่วนต่าง", "ผลประเมิน", None])
def test_all_levels_in_another_column(heading):
    """The columns for levels are blank, so the levels stand in the wrong one: told once."""
    rows = [[SERVICE, None, None, 4], [UNITY, None, None, 5], [INTEGRITY, None, None, None]]
    reading = reading_of([*HEADER, heading], *rows)
    (problem,) = reading.problems
    assert (problem.code, problem.place.cell) == ("misplaced-levels", "D7")
    assert problem.facts["name"] == (heading or "D")


@pytest.mark.parametrize(
    "column",
    [["ลำดับ", 1, 2, 3], [None, 1, 2, 3], ["คะแนนเต็ม", 5, 5, 5], [None, 1, 2, 1], ["ข้อ", 3, 4, 5]],
)
def test_numbers_that_are_no_levels(column):
    """Running numbers and full marks of a blank form are none."""
    rows = zip(column, [HEADER, [SERVICE], [UNITY], [INTEGRITY]], strict=True)
    assert problems(*[[number, *row] for number, row in rows]) == []


ASKED = [each for each in OFFICER_COMPETENCIES if each in REQUIRED]


def required_column(changed):
    """The rows of a form without answers, with other levels under the required one."""
    levels = {each: REQUIRED[each] for each in ASKED} | changed
    return [[thai(each), level] for each, level in levels.items()]


def test_the_required_levels_of_a_blank_form():
    """The book's own are the form's, also where some are left out."""
    assert problems(WITH_REQUIRED, *required_column({})) == []
    assert problems(WITH_REQUIRED, *required_column({ASKED[1]: None})) == []


def test_the_required_levels_of_another_edition():
    """Of the levels at most half are others than the book's: each is told, and the form is blank."""
    few = {each: REQUIRED[each] % 5 + 1 for each in ASKED[: len(ASKED) // 2]}
    levels, told = form(WITH_REQUIRED, *required_column(few))
    assert told == [("required-level-differs", f"B{row}") for row in range(7, 7 + len(few))]
    assert set(levels.values()) == {(None, None)}


PERHAPS = ("perhaps-misplaced-levels", "B7")


@pytest.mark.parametrize(
    "changed",
    [
        {each: REQUIRED[each] % 5 + 1 for each in ASKED[: len(ASKED) // 2 + 1]},
        {ASKED[0]: 1, ASKED[1]: None},
    ],
)
def test_what_may_be_answers_under_the_required_level(changed):
    """Where most are others, or one is and some row has none: told once, and none is blank."""
    levels, told = form(WITH_REQUIRED, *required_column(changed))
    assert told == [PERHAPS]
    assert levels[ASKED[0]] == (0, 0)


def test_levels_one_column_too_far():
    """A level in a column without a heading, and none where it belongs: told once a column."""
    rows = [[SERVICE, 3, 4], [UNITY, 3, None, 4], [INTEGRITY, None, None, 3]]
    assert problems(HEADER, *rows) == [("misplaced-levels", "D8")]
    only = [[SERVICE, 3, 4], [UNITY, 3, 2], [INTEGRITY, None, None, 3]]
    assert problems(HEADER, *only) == [("misplaced-levels", "D9")]


def test_marks_one_column_too_far():
    """A tick beside the last column, or under 0, is no level."""
    row = [UNITY, *[None] * 5, "/"]
    assert problems(TICKS, [SERVICE, "/"], row) == [("misplaced-levels", "G8")]
    reading = reading_of([*TICKS, 0], [SERVICE, "/"], row)
    assert [each.facts["name"] for each in reading.problems] == ["0"]


def test_levels_without_a_heading_beside_full_columns():
    """They are somebody's."""
    rows = [["สมรรถนะ", "ประเมินตนเอง"], [SERVICE, 3, 4], [UNITY, 3, 5]]
    assert problems(*rows) == [("unknown-heading", "C7")]


@pytest.mark.parametrize("heading", ["ผลประเมิน", "หลักฐาน", "ผลสอบ"])
def test_levels_of_nobody_in_particular_beside_full_columns(heading):
    """They are told in the cell of the heading, whichever it is, and only there."""
    rows = [[SERVICE, 3, 4, 5], [UNITY, 3, 4, 5]]
    assert problems([*HEADER, heading], *rows) == [("unknown-heading", "D6")]


@pytest.mark.parametrize(
    "heading", ["หลักฐาน/ตัวอย่างพฤติกรรม", "Evidence/examples of behaviour", "ผลสอบ", "หมายเหตุ"]
)
def test_levels_instead_of_evidence(heading):
    """In our own form, too, they stand in the wrong column; they are there, though not counted."""
    rows = [[SERVICE, None, None, 4], [UNITY, None, None, 5], [INTEGRITY]]
    levels, told = form([*HEADER, heading], *rows)
    assert told == [("misplaced-levels", "D7")]
    assert levels == {"service-mind": (0, 0), "unity": (0, 0), "integrity": (None, None)}


def test_the_supervisors_levels_among_the_evidence():
    """The employee's own count; the supervisor's column is blank, and theirs are one too far."""
    rows = [[SERVICE, 3, None, 4], [UNITY, 3, None, 5], [INTEGRITY, 2, None, 1]]
    levels, told = form([*HEADER, "หลักฐาน/ตัวอย่างพฤติกรรม"], *rows)
    assert told == [("misplaced-levels", "D7")]
    assert levels["unity"] == (3, None)


def test_one_part_of_a_table_with_an_unknown_heading():
    """Its levels are told, though they are the required ones and the part above is filled in."""
    below = [["สมรรถนะ", *HEADER[1:], "ผลสอบ"]]
    below += [[thai(each), None, None, REQUIRED[each]] for each in OFFICER_COMPETENCIES[1:4]]
    assert problems(HEADER, [SERVICE, 3, 4], [], *below) == [("misplaced-levels", "D10")]


@pytest.mark.parametrize(
    "rows",
    [
        [HEADER, [SERVICE, 3, None, 3], [UNITY, 4, None, 4]],
        [HEADER, [SERVICE, 3, 4, 1], [UNITY, 3, None, 0], [INTEGRITY, 4, 3, -1]],
        [[*HEADER, "น้ำหนัก"], [SERVICE, 3, 4, 2], [UNITY, 4, 4, 1]],
        [[*HEADER, "รวม", "เฉลี่ย"], [SERVICE, 3, 4, 7, 3.5], [UNITY, 3, 4, 7, 3.5]],
        [HEADER, [SERVICE, 3, 4, None, 5], [UNITY, 3, 4]],
    ],
)
def test_other_numbers(rows):
    """Levels that are shown again, gaps, weights, sums and a single number are no levels."""
    assert problems(*rows) == []
