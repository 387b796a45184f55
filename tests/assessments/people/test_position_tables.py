"""Tables with one row for each position say what is required: nobody is counted by them."""

import pytest

from builders import book, codes, names, sheet_of, thai, title
from jdgap.assessments.sheets import read_sheet

COMPETENCIES = [thai(each.id) for each in book().competencies]
POSITIONS = book().positions


def levels(position):
    return [position.required.get(each.id) for each in book().competencies]


def matrix(*headings, beside=lambda position: [position.title.th]):
    rows = [[*beside(each), *levels(each)] for each in POSITIONS]
    return [[*headings, *COMPETENCIES], *rows]


def read(rows):
    reading = read_sheet(sheet_of(rows), names())
    return [each.employee_id for each in reading.assessments], codes(reading.problems)


NUMBERED = {each.id: [number, each.title.th] for number, each in enumerate(POSITIONS, start=1)}
MATRIX = matrix("ตำแหน่ง")
KINDS = {
    "titles": MATRIX,
    "ids": matrix("รหัส", beside=lambda each: [each.id]),
    "numbered": matrix("ลำดับ", "ตำแหน่ง", beside=lambda each: NUMBERED[each.id]),
    "no heading": matrix(None),
    "another heading": matrix("ตำแหน่ง \\ สมรรถนะ"),
    "signed": [*MATRIX, [], [None, "ลงชื่อ ........"], [None, "(นายตัวอย่าง)"]],
    "summed": [*MATRIX, ["รวม", *[70] * 12], ["ค่าเฉลี่ย", *[3.5] * 12]],
    "by department": [MATRIX[0], *MATRIX[1:4], ["ฝ่ายบัญชี"], *MATRIX[4:]],
    "header again": [*MATRIX[:2], MATRIX[0], *MATRIX[2:]],
    "two languages": [
        MATRIX[0],
        [None, *(each.name.en for each in book().competencies)],
        *MATRIX[1:],
    ],
    "names above ids": [
        [None, None, *COMPETENCIES],
        ["รหัสตำแหน่ง", "ตำแหน่ง (ให้ดูเท่านั้น)", *(each.id for each in book().competencies)],
        *([each.id, each.title.th, *levels(each)] for each in POSITIONS),
    ],
}


@pytest.mark.parametrize("rows", KINDS.values(), ids=KINDS)
def test_a_table_of_required_levels_is_nobodys(rows):
    """However the positions are headed, and whatever stands between or below them."""
    assert read(rows) == ([], [])


PEOPLE = [["รหัสพนักงาน", "ตำแหน่ง", *COMPETENCIES[:2]], ["S-1", title("head-it"), 3, 4]]


@pytest.mark.parametrize("rows", [[*MATRIX, [], *PEOPLE], [*PEOPLE, [], *MATRIX]])
def test_people_above_or_below_it_are_read(rows):
    assert read(rows) == (["S-1"], [])


ANSWERS = [
    MATRIX[0],
    [title("head-it"), 3, 4],
    [title("officer-it"), 3, 4],
    [title("officer-it"), 4, 4],
]


@pytest.mark.parametrize(
    "rows",
    [
        ANSWERS,
        ANSWERS[:2],
        [*MATRIX, [None, 3, 4]],
        [["ประทับเวลา", *MATRIX[0]], ["2026/09/24 9:05:40", *MATRIX[1]], ["2026/09/24 9:06:40", *MATRIX[2]]],
    ],
)  # fmt: skip
def test_answers_that_do_not_say_whose_they_are_are_told(rows):
    """One answer, a position twice, a row without one, or a time: these may be people."""
    people, problems = read(rows)
    assert people
    assert {code for code, _cell in problems} == {"missing-employee"} | (
        {"missing-position"} if rows[-1][0] is None else set()
    )


def test_ids_of_people_are_no_positions():
    """A heading that may mean either is over people where the book does not know their ids."""
    people, problems = read([["รหัส", *COMPETENCIES[:2]], ["S-1", 3, 4], ["manager", 3, 4]])
    assert people == ["S-1", "manager"]
    assert {code for code, _cell in problems} == {"missing-position"}
