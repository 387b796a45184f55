"""A wide table whose rows are one rater's each."""

from builders import codes, names, sheet_of, thai, title
from jdgap.assessments import NoLevel
from jdgap.assessments.sheets import read_sheet

SERVICE, UNITY = thai("service-mind"), thai("unity")
HEADER = ["รหัสพนักงาน", "ตำแหน่ง", "ผู้ประเมิน", SERVICE, UNITY]
ACCOUNTANT = title("officer-accounting")
A, B = ["S-1", ACCOUNTANT], ["S-2", ACCOUNTANT]
BLANK, UNUSABLE = NoLevel.BLANK, NoLevel.UNUSABLE


def read(*rows):
    reading = read_sheet(sheet_of(rows), names())
    people = [
        (
            each.employee_id,
            [(rating.self_level, rating.supervisor_level) for rating in each.ratings.values()],
        )
        for each in reading.assessments
    ]
    return people, codes(reading.problems)


def test_both_raters_of_a_person_are_one_answer():
    """Rows need not stand together; each rating has the cell of its rater."""
    rows = [[*A, "ตนเอง", 3, 4], [*B, "หัวหน้างาน", 1, 2], [*A, "ผู้บังคับบัญชา", 5, "N/A"]]
    people, problems = read(HEADER, *rows)
    assert problems == []
    assert people == [
        ("S-1", [(3, 5), (4, NoLevel.NOT_APPLICABLE)]),
        ("S-2", [(BLANK, 1), (BLANK, 2)]),
    ]
    first = read_sheet(sheet_of([HEADER, *rows]), names()).assessments[0]
    assert [each.place.cell for each in first.ratings.values()] == ["D4", "E2"]


def test_a_rater_who_answers_again():
    """The second answer is apart, for the duplicates to decide."""
    people, _ = read(HEADER, [*A, "ตนเอง", 3, 4], [*A, "หัวหน้า", 5, 5], [*A, "ตนเอง", 1, 1])
    assert people == [("S-1", [(3, 5), (4, 5)]), ("S-1", [(1, BLANK), (1, BLANK)])]


def test_what_is_wrong():
    """Faults, unknown raters and spoilt columns are problems in their cells."""
    people, problems = read(
        [*HEADER, UNITY],
        [*A, "ตนเอง", 9, 4, 4],
        [*A, "กรรมการ", 5, 5, 5],
        [*B, None, 3, 3, 3],
        ["รวม", None, None, 9, 9, 9],
    )
    assert people == [("S-1", [(UNUSABLE, BLANK), (UNUSABLE, BLANK)])]
    assert problems == [
        ("duplicate-header", "F1"),
        ("level-out-of-range", "D2"),
        ("unknown-heading", "C3"),
        ("unknown-heading", "C4"),
    ]


def test_a_blank_rater_is_not_the_one_of_somebody_else():
    """Only where who it is is blank, too, the row above goes on."""
    people, problems = read(HEADER, [*A, "หัวหน้า", 3, 4], [*B, None, 1, 2])
    assert (people, problems) == (
        [("S-1", [(BLANK, 3), (BLANK, 4)])],
        [("unknown-heading", "C3")],
    )


def test_who_did_not_answer():
    """They are there, without a level."""
    people, problems = read(HEADER, [*A, "ตนเอง", 3, 4], [*B, "ตนเอง", None, None])
    assert (people[1:], problems) == ([("S-2", [])], [])


def test_names_of_raters_are_no_raters():
    """Where people's names stand in the column the levels are the employees' own."""
    people, problems = read(HEADER, [*A, "นายตัวอย่าง", 3, 4])
    assert (people, problems) == ([("S-1", [(3, BLANK), (4, BLANK)])], [])


def test_headings_with_raters_need_no_column():
    """Where each competency has both raters' columns, who filled in the row does not matter."""
    people, problems = read(
        [*HEADER[:3], f"{UNITY} - ตนเอง", f"{UNITY} - หัวหน้า"], [*A, "หัวหน้า", 3, 4]
    )
    assert (people, problems) == ([("S-1", [(3, 4)])], [])


def test_a_form_that_lies_on_its_side():
    """Competencies side by side, raters below one another, the person above."""
    people, problems = read(
        ["รหัสพนักงาน", "S-9"],
        ["ตำแหน่ง", ACCOUNTANT],
        [],
        ["สมรรถนะ", SERVICE, UNITY],
        ["ระดับที่คาดหวัง", 5, 5],
        ["ประเมินตนเอง", 3, 4],
        ["ผู้บังคับบัญชาประเมิน", 2, "ดี"],
    )
    assert people == [("S-9", [(3, 2), (4, UNUSABLE)])]
    assert problems == [("level-not-a-number", "C7")]


def test_a_header_that_stands_again():
    """It is nobody's answer."""
    people, problems = read(HEADER, [*A, "ตนเอง", 3, 4], HEADER, [*B, "ตนเอง", 1, 2])
    assert problems == []
    assert [who for who, _ in people] == ["S-1", "S-2"]
