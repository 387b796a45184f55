"""Levels that no heading claims."""

import pytest

from builders import codes, names, sheet_of, thai, title
from jdgap.assessments.sheets import read_sheet

SERVICE, UNITY = thai("service-mind"), thai("unity")
ACCOUNTANT = title("officer-accounting")
WHO = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"]
PEOPLE = [[f"S-{number}", name, ACCOUNTANT] for number, name in enumerate("กขคงจ", start=1)]
LONG = ["รหัสพนักงาน", "ตำแหน่ง", "สมรรถนะ", "ระดับ"]
KEYS = ("service-mind", "unity", "integrity", "achievement")


def wide(*headings, columns):
    """A wide table; `columns` hold what stands below each of `headings`, from column D on."""
    rows = [[*WHO, *headings]]
    rows += [[*who, *cells] for who, *cells in zip(PEOPLE, *columns, strict=False)]
    return rows


def problems(rows):
    return codes(read_sheet(sheet_of(rows), names()).problems)


@pytest.mark.parametrize(
    ("values", "lost"),
    [
        ([3, 4, 5], True),
        ([3, "4.5", 5], True),
        ([3, 4, 33], True),
        (["3", "มาก", "-"], True),
        ([3, "ดี", "มาก"], False),
        ([3, 12, 25], False),
        ([1, 2, 0], False),
        (["๑", "๒", "๐"], False),
        ([None, 3, None], False),
        ([3.5, 4.25, 3], False),
    ],
)
def test_what_is_a_column_of_levels(values, lost):
    """A fault or a word among levels hides none of them; counts and averages are not levels."""
    rows = wide(SERVICE, UNITY, "ความรักองค์กร", columns=[[3, 3, 3], [4, 4, 4], values])
    assert problems(rows) == ([("unknown-competency", "F1")] if lost else [])


@pytest.mark.parametrize("values", [[3, "มาก"], [3, 9], [3, None], [0, 3]])
def test_a_typing_fault_in_a_competency_loses_no_level(values):
    """Whatever else stands in the column."""
    rows = wide(SERVICE, UNITY, "การบริการดวยใจ", columns=[[3, 3], [4, 4], values])
    assert problems(rows) == [("unknown-competency", "F1")]


def test_levels_that_begin_far_below_the_header():
    """A question that was asked later has its first answers in the last rows."""
    rows = [[*WHO, SERVICE, UNITY, "ความรักองค์กร"]]
    rows += [[f"S-{number}", "ก", ACCOUNTANT, 3, 4, None] for number in range(250)]
    rows += [[f"S-{number}", "ก", ACCOUNTANT, 3, 4, 5] for number in range(300, 303)]
    assert problems(rows) == [("unknown-competency", "F1")]


def test_another_table_below_is_not_looked_at():
    """Its levels stand under headings of their own."""
    rows = wide(SERVICE, UNITY, "ที่อยู่", columns=[[3], [4], [None]])
    rows += [[], [*WHO, "ที่อยู่", SERVICE, UNITY], [*PEOPLE[1], None, 5, 2], [*PEOPLE[2], None, 5, 2]]
    assert problems(rows) == []


@pytest.mark.parametrize(
    ("headings", "columns", "cells"),
    [
        ((SERVICE, None, UNITY, None), [[3, 5], [5, 1], [4, 2], [2, 3]], ["E1", "G1"]),
        ((None, SERVICE, UNITY), [[5, 1], [3, 5], [4, 2]], ["D1"]),
        ((SERVICE, UNITY, None), [[3, 5], [4, 2], [3, 4]], ["F1"]),
        ((SERVICE, UNITY, None), [[3, 5], [4, 2], [3.5, 3.5]], []),
        ((SERVICE, UNITY, "คะแนนรวม", None), [[3, 5], [4, 2], [7, 7], [1, 1]], []),
        ((SERVICE, UNITY, None, None), [[3, 5], [4, 2], [None, None], [5, 4]], []),
    ],
    ids=[
        *("between", "before the first", "behind the last", "an average", "behind a sum"),
        "apart from the table",
    ],
)
def test_levels_without_a_heading(headings, columns, cells):
    """Next to a competency they are somebody's; nobody can say whose."""
    assert problems(wide(*headings, columns=columns)) == [
        ("unknown-heading", cell) for cell in cells
    ]


def test_a_column_that_numbers_the_rows_needs_no_heading():
    """It stands before everything else."""
    rows = wide(SERVICE, UNITY, columns=[[3, 5], [4, 2]])
    assert problems([[None, *rows[0]], [1, *rows[1]], [2, *rows[2]]]) == []


@pytest.mark.parametrize(
    ("own", "remarks", "code"),
    [
        ([None, None], [3, 4], "misplaced-levels"),
        ([None, None], ["3", "ดี"], "misplaced-levels"),
        ([3, 4], [2, 5], "unknown-heading"),
        ([3, 4], [2, None], None),
        ([3, 4], [2, "ดี"], None),
        ([None, None], ["ดี", "ดี"], None),
    ],
)
def test_levels_under_a_heading_for_remarks(own, remarks, code):
    """Instead of the levels they are misplaced; as many beside them are somebody's, too."""
    rows = wide(SERVICE, UNITY, "หมายเหตุ (ถ้ามี)", columns=[[3, 3], own, remarks])
    assert problems(rows) == ([(code, "F1")] if code else [])


@pytest.mark.parametrize("heading", ["ระดับที่คาดหวัง", "คะแนนเต็ม", "ลำดับ", "ส่วนต่าง"])
def test_other_numbers_beside_blank_levels(heading):
    """A table that nobody has filled in may say what is required."""
    rows = wide(SERVICE, UNITY, heading, columns=[[3, 3], [None, None], [3, 4]])
    assert problems(rows) == []


@pytest.mark.parametrize(
    ("heading", "levels", "others", "code"),
    [
        ("หมายเหตุ", [None] * 4, [3, 4, 5, 2], "misplaced-levels"),
        (None, [None] * 4, [3, 4, 5, 2], "unknown-heading"),
        (None, [3, 4, 5, 2], [3, 4, 5, 2], "unknown-heading"),
        ("คณะทำงาน", [3, 4, 5, 2], [3, 4, None, "4.5"], "unknown-heading"),
        ("คณะทำงาน", [3, 4, 5, 2], ["ดี", "ดี", "ดี", 5], None),
        ("หมายเหตุ", [3, 4, 5, 2], [None, 4, None, None], None),
    ],
)
def test_levels_of_a_long_table_that_no_heading_claims(heading, levels, others, code):
    """The same holds there."""
    rows = [[*LONG, heading]]
    rows += [
        ["S-1", ACCOUNTANT, thai(key), *cells]
        for key, *cells in zip(KEYS, levels, others, strict=True)
    ]
    assert problems(rows) == ([(code, "E1")] if code else [])
