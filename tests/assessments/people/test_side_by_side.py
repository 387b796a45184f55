"""Tables beside each other on one sheet, and tables below each other."""

import pytest

from builders import codes, names, sheet_of, thai, title
from jdgap.assessments import NoLevel
from jdgap.assessments.sheets import read_sheet

SERVICE, UNITY, TRUST, INTEGRITY = map(thai, ("service-mind", "unity", "trust", "integrity"))
ACCOUNTANT = title("officer-accounting")
WHO = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"]
A, B = ["S-1", "สมชาย ใจดี", ACCOUNTANT], ["S-2", "สมหญิง รักงาน", ACCOUNTANT]
C, D = ["S-3", "มานะ อดทน", ACCOUNTANT], ["S-4", "ปิติ สุขใจ", ACCOUNTANT]
WIDE, LONG = [*WHO, SERVICE, UNITY], ["รหัสพนักงาน", "สมรรถนะ", "ระดับ"]
NOBODY = [None, None, None]


def read(*rows):
    """Each person's id and levels by competency (a pair where the supervisor spoke), problems."""
    reading = read_sheet(sheet_of(rows), names())
    people = {}
    for each in reading.assessments:
        said = {}
        for key, rating in each.ratings.items():
            pair = rating.self_level, rating.supervisor_level
            said[key] = pair[0] if pair[1] is NoLevel.BLANK else pair
        people[each.employee_id] = {
            key: level for key, level in said.items() if level is not NoLevel.BLANK
        }
    return people, [each for each in codes(reading.problems) if each[0] != "missing-position"]


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([[*WIDE, None, *WIDE], [*A, 3, 4, None, *C, 1, 2], [*B, 5, 2, None, *D, 4, 4]], "G1"),
        ([[*WIDE, *WHO, TRUST, INTEGRITY], [*A, 3, 4, *C, 1, 2], [*B, 5, 2, *D, 4, 4]], "F1"),
        ([[*WIDE, *WHO, TRUST, INTEGRITY], [*A, 3, 4, *B, 1, 2], [*B, 5, 2, *A, 4, 4]], "F1"),
        ([[*WIDE, *WHO, TRUST, INTEGRITY], [*A, 3, 4, *A, 1, 2], [*B, 5, 2, *D, 4, 4]], "F1"),
        ([[*WIDE, "ชื่อ-สกุล", TRUST], [*A, 3, 4, "มานะ อดทน", 1]], "F1"),
        ([[*LONG, None, *LONG], ["S-1", SERVICE, 3, None, "S-2", SERVICE, 5]], "E1"),
    ],
    ids=[
        *("the same competencies", "other competencies", "the same people in another order"),
        *("other people in one row only", "names only", "long tables"),
    ],
)
def test_two_tables_beside_each_other(rows, cell):
    """Nobody gets the levels of whoever stands in the same row: nothing on the sheet counts."""
    assert read(*rows) == ({}, [("several-tables", cell)])


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        (
            [[*WIDE, *WHO, TRUST], [*A, 3, 4, *A, 1], [*B, 5, 2, "s 2", "นางสมหญิง รักงาน", None, 4]],
            {
                "S-1": {"service-mind": 3, "unity": 4, "trust": 1},
                "S-2": {"service-mind": 5, "unity": 2, "trust": 4},
            },
        ),
        (
            [[*WIDE, *WHO, TRUST], [*A, 3, 4, *NOBODY, None], [*NOBODY, None, None, *D, 1]],
            {"S-1": {"service-mind": 3, "unity": 4}, "S-4": {"trust": 1}},
        ),
        (
            [
                ["ผู้รับการประเมิน", None, None, None, "ผู้บังคับบัญชา", None, None, None],
                [*WHO[:2], SERVICE, UNITY] * 2,
                [*A[:2], 3, 4, "S-9", "หัวหน้า คนหนึ่ง", 2, 1],
            ],
            {"S-1": {"service-mind": (3, 2), "unity": (4, 1)}},
        ),
        (
            [[*WIDE, "ชื่อ-สกุล"], [*A, 3, 4, "คนกรอก"]],
            {"S-1": {"service-mind": 3, "unity": 4}},
        ),
    ],
    ids=["the same people again", "one side of each row", "the supervisor's own id", "at the end"],
)
def test_one_table_in_which_people_are_named_twice(rows, people):
    """It is read as one."""
    assert read(*rows) == (people, [])


RATERS = [*WHO, "ผู้ประเมิน", SERVICE, UNITY]
BOTH = {"S-1": {"service-mind": 3, "unity": 4}, "S-2": {"service-mind": 5, "unity": 2}}
SECOND_LONG = [LONG, ["S-2", SERVICE, 5], ["S-2", UNITY, 2]]


@pytest.mark.parametrize(
    "rows",
    [
        [WIDE, [*A, 3, 4], [], ["ชื่อ-สกุล", "รหัสพนักงาน", UNITY, SERVICE], [B[1], "S-2", 2, 5]],
        [WIDE, [*A, 3, 4], [], [None, None, *WIDE], [None, None, *B, 5, 2]],
        [WIDE, [*A, 3, 4], ["ฝ่ายการเงิน"], WIDE, [*B, 5, 2]],
        [WIDE, [*A, 3, 4], [], *SECOND_LONG],
        [WIDE, [*A, 3, 4], *SECOND_LONG],
        [LONG, ["S-1", SERVICE, 3], ["S-1", UNITY, 4], [], WIDE, [*B, 5, 2]],
        [
            LONG,
            ["S-1", SERVICE, 3],
            ["S-1", UNITY, 4],
            ["รหัสพนักงาน", SERVICE, UNITY],
            ["S-2", 5, 2],
        ],
        [RATERS, [*A, "ตนเอง", 3, 4], [], WIDE, [*B, 5, 2]],
        [RATERS, [*A, "ตนเอง", 3, 4], [], [SERVICE, UNITY, "รหัสพนักงาน"], [5, 2, "S-2"]],
        [RATERS, [*A, "ตนเอง", 3, 4], [], *SECOND_LONG],
    ],
    ids=[
        *("other columns", "further right", "a department between", "long below wide"),
        *("long right below wide", "wide below long", "wide right below long"),
        *("wide below rows of raters", "the same with other columns", "long below rows of raters"),
    ],
)
def test_tables_below_each_other(rows):
    """Each has the columns of its own header, whatever kind of table stands above it."""
    assert read(*rows) == (BOTH, [])
