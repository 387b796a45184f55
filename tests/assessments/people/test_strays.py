"""Words that strayed into a table of people, where they might end it or make another of it."""

import pytest

from builders import codes, names, sheet_of, thai, title
from jdgap.assessments import NoLevel
from jdgap.assessments.sheets import read_sheet

WHO = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"]
A, B, C = (thai(each) for each in ("service-mind", "unity", "integrity"))
POSITION = title("officer-accounting")
FIRST, SECOND = ["S-1", "ก ข", POSITION], ["S-2", "ค ง", POSITION]
LONG = [*WHO, "สมรรถนะ", "ประเมินตนเอง"]
BLANK = NoLevel.BLANK


def read(*rows):
    """The self levels of each person, and what is wrong."""
    reading = read_sheet(sheet_of(rows), names())
    people = {
        each.employee_id: {key: said.self_level for key, said in each.ratings.items()}
        for each in reading.assessments
    }
    return people, codes(reading.problems)


BOTH = {"S-1": {"service-mind": 3, "unity": 4}}


def test_a_competency_over_a_column_of_a_long_table():
    """It stays a long table; levels below the stray heading are a problem."""
    assert read([B, *LONG], ["", *FIRST, A, 3], ["", *FIRST, B, 4]) == (BOTH, [])
    rows = [B, *LONG], [5, *FIRST, A, 3], ["", *FIRST, B, 4]
    assert read(*rows) == (BOTH, [("unknown-heading", "A1")])


def test_a_wide_table_of_one_competency_with_a_column_of_words():
    """`สมรรถนะ` over words makes no long table of it."""
    people, problems = read([*WHO, "สมรรถนะ", "คะแนน", A], [*FIRST, "ดี", 5, 3])
    assert (people, problems) == ({"S-1": {"service-mind": 3}}, [])


@pytest.mark.parametrize("stray", [["ชื่อ", "", B], ["", "ชื่อ", "", "", B], [A, B]])
def test_a_row_of_words_ends_no_long_table(stray):
    """More of the table stands below it."""
    assert read(LONG, [*FIRST, A, 3], stray, [*FIRST, B, 4]) == (BOTH, [])


def test_a_wide_table_below_a_long_one_still_begins():
    people, problems = read(LONG, [*FIRST, A, 3], [*WHO, A, B], [*SECOND, 1, 2])
    assert people == {"S-1": {"service-mind": 3}, "S-2": {"service-mind": 1, "unity": 2}}
    assert problems == []


def test_a_row_of_words_ends_no_wide_table():
    """It is told as somebody's row, and the rest is read."""
    people, problems = read([*WHO, A, B], [*FIRST, 3, 4], ["ชื่อ", "", "", B], [*SECOND, 1, 2])
    assert people["S-1"] == BOTH["S-1"]
    assert people["S-2"] == {"service-mind": 1, "unity": 2}
    assert ("level-not-a-number", "D3") in problems


def test_a_row_of_words_ends_no_table_of_raters():
    rows = [[*WHO, "ผู้ประเมิน", A, B], [*FIRST, "ตนเอง", 3, 4], ["ชื่อ", "", "", "", "", B]]
    people, problems = read(*rows, [*SECOND, "ตนเอง", 1, 2])
    assert people["S-2"] == {"service-mind": 1, "unity": 2}
    assert problems


def test_a_supervisors_column_of_faults_and_a_level_is_not_passed_over():
    """Their names would have no level among them."""
    rows = [[*FIRST, A, 5, 1], ["", "", "", B, "#REF!", 2], ["", "", "", C, "#REF!", 3]]
    _, problems = read([*WHO, "สมรรถนะ", "ผู้บังคับบัญชา", "ตนเอง"], *rows)
    assert problems == [("unknown-heading", "E1")]
    for row in rows:
        row[4] = "นาย ก"
    assert read([*WHO, "สมรรถนะ", "ผู้บังคับบัญชา", "ตนเอง"], *rows)[1] == []


def test_a_rater_that_is_no_word_for_one_is_a_problem():
    """A row of what is required is passed over; one of anything else is not."""
    heading = [*WHO, "ผู้ประเมิน", A, B]
    own = [*FIRST, "ตนเอง", 3, 4]
    assert read(heading, own, [*FIRST, "ระดับที่คาดหวัง", 5, 5])[1] == []
    assert read(heading, own, [*SECOND, "ฝ่าย", 5, 5])[1] == [("unknown-heading", "D3")]


@pytest.mark.parametrize(
    "words", ["เกณฑ์ที่กำหนด", "ค่ามาตรฐาน", "เป้าหมาย", "ค่าเป้าหมาย", "Target", "ระดับที่คาดหวัง"]
)
def test_a_row_of_required_levels_is_nobodys(words):
    required = ["", words, "", 5, 5]
    assert read([*WHO, A, B], required, [*FIRST, 3, 4]) == (BOTH, [])


def test_two_values_of_a_label_above_a_table():
    """What the table says row by row is said twice by nobody."""
    labels = [["ตำแหน่ง", POSITION], ["ตำแหน่ง", title("head-it")], ["ชื่อ", "ก"], ["ชื่อ", "ข"]]
    _, problems = read(*labels, [*WHO[:2], A, B], [*FIRST[:2], 3, 4])
    assert problems == [("several-values", "B2"), ("missing-position", "A6")]
    assert read(*labels, [*WHO, A, B], [*FIRST, 3, 4]) == (BOTH, [])
