"""Which rows of a list of staff are people."""

import pytest

from builders import names, sheet_of
from jdgap.assessments.roster.headings import StaffColumn
from jdgap.assessments.roster.rows import staff_tables

HEADINGS = ["ลำดับ", "รหัส", "ชื่อ-สกุล", "ตำแหน่ง", "ฝ่าย", "ผู้บังคับบัญชา"]
A = [1, "1", "ก ก", "officer-it", "ไอที", "ห ห"]
B = [2, "2", "ข ข", "head-it", "ไอที", "ม ม"]


def rows(*lines, headings=HEADINGS):
    tables = staff_tables(sheet_of([headings, *lines]), names())
    return [row for table in tables for row in table.rows]


def ids(*lines, headings=HEADINGS):
    return [row.employee_id for row in rows(*lines, headings=headings)]


def test_what_a_row_says():
    """Each value comes from the column of its heading, with its cell."""
    (row,) = rows(A)
    assert (row.employee_id, row.name, row.position) == ("1", "ก ก", "officer-it")
    assert (row.department, row.supervisor) == ("ไอที", "ห ห")
    assert [row.place(use).cell for use in (StaffColumn.EMPLOYEE_ID, StaffColumn.POSITION)] == [
        "B2",
        "D2",
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [(12.0, "12"), (12, "12"), ("0012", "0012"), (" S-๑ ", "S-๑"), ("-", ""), (1.5, "1.5")],
)
def test_ids(written, read):
    """A number has no decimal point, leading zeros of text stay, a dash is a blank."""
    assert ids([1, written, "ก", "officer-it"]) == [read]


@pytest.mark.parametrize(
    "line",
    [
        [],
        [3],
        [None, None, None, None, "ไอที"],
        ["รวม", None, None, None, 2],
        ["รวมทั้งสิ้น", None, None, "2 คน"],
        [None, "รวม 2 คน"],
        [None, None, "จำนวน", "๒ อัตรา"],
        ["ข้อมูล ณ วันที่ 1 มกราคม 2569"],
        [None, "ข้อมูล ณ วันที่ 1 มกราคม 2569"],
        [None, "(1)", "(2)", "(3)"],
        [3, None, "ว่าง", "head-it"],
        [3, "9", "- ว่าง -", "head-it"],
        [3, None, "vacant", "head-it"],
    ],
)
def test_rows_that_are_nobody(line):
    """Blank rows, sums, remarks, numbers of columns and vacant posts are passed over."""
    assert ids(A, line, B) == ["1", "2"]


@pytest.mark.parametrize(
    "line",
    [
        [3, "3", None, None],
        [3, None, "ค ค", None],
        [3, None, None, "ไม่มีตำแหน่งนี้"],
        [None, None, "รวมพร ใจดี", "head-it"],
        [None, "3"],
        [None, None, "ค ค"],
        [None, "S 3", "ค ค"],
        ["ฝ่ายบัญชี", None, "ค ค", "head-it"],
        ["ฝ่ายบัญชี", "3", None, None],
    ],
)
def test_unfinished_rows_are_somebody(line):
    """A row that says anything of a person is never passed over."""
    assert len(ids(A, line, B)) == 3


@pytest.mark.parametrize("sign", ["ลงชื่อ............", "ผู้จัดทำ", "Prepared by", "หมายเหตุ: ร่าง"])
def test_what_stands_below_the_list(sign):
    """Signatures end the list; only a row that is certainly a person's counts below them."""
    signed = [[None, None, sign], [None, None, "(นายสมชาย ใจดี)", "ผู้จัดการ"], [None, "ตำแหน่ง", "x"]]
    assert ids(A, *signed, B) == ["1", "2"]


def test_a_signers_word_beside_a_person():
    """A complete row is a person's, whatever stands before it; the list goes on."""
    assert ids(["ผู้ตรวจสอบ", *A[1:]], [2, "2", "ข ข"]) == ["1", "2"]


def test_a_header_that_stands_again():
    """On the next page the columns may stand in another order."""
    again = ["ตำแหน่ง", "ชื่อ", "รหัส"]
    assert ids(A, ["สาขา 2"], again, ["head-it", "ข", "2"]) == ["1", "2"]


def test_merged_departments():
    """A department that stands once for several rows counts for all of them."""
    found = rows(
        [1, "1", "ก", "manager"],
        [2, "2", "ข", "head-it", "ไอที", "ก"],
        [3, "3", "ค", "officer-it"],
        [],
        [4, None, "ว่าง", "head-credit", "สินเชื่อ"],
        [5, "5", "ง", "officer-credit"],
    )
    assert [row.department for row in found] == ["", "ไอที", "ไอที", "สินเชื่อ"]
    assert [row.supervisor for row in found] == ["", "ก", "ก", "ก"]


def test_a_blank_department_among_filled_ones():
    """Where every row has its department, a blank is a blank."""
    found = rows(A, B, [3, "3", "ค", "manager"])
    assert [row.department for row in found] == ["ไอที", "ไอที", ""]


def test_a_department_in_a_row_of_its_own():
    """In the column of departments it counts like a merged cell."""
    headings = ["ฝ่าย", "รหัส", "ชื่อ", "ตำแหน่ง"]
    lines = [
        ["บัญชี"],
        [None, 1, "ก", "head-accounting"],
        ["ไอที", 2, "ข", "head-it"],
        [None, 3, "ค", "x"],
    ]
    found = rows(*lines, headings=headings)
    assert [row.department for row in found] == ["บัญชี", "ไอที", "ไอที"]


def test_the_own_department_comes_first():
    """What stands in the row counts before the line above the rows."""
    found = rows(["ฝ่ายบัญชี"], A, [*B[:4], None])
    assert [row.department for row in found] == ["ไอที", "ฝ่ายบัญชี"]


@pytest.mark.parametrize(
    "line", [["ฝ่ายบัญชี"], [None, "ฝ่ายบัญชี"], [None, None, "บัญชี"], ["สาขา 2", None, None, None, 5]]
)
def test_departments_between_the_rows(line):
    """A row that only names a department heads the rows below it."""
    headings = ["ลำดับ", "รหัส", "ชื่อ-สกุล", "ตำแหน่ง"]
    found = rows(A[:4], line, B[:4], headings=headings)
    assert [row.department for row in found] == ["", next(each for each in line if each)]


def test_a_merged_heading_over_the_name():
    """The columns right of the name's that have no heading belong to it, where they hold words."""
    headings = ["รหัส", "ชื่อ-สกุล", None, None, "ตำแหน่ง"]
    lines = [["1", "นาย", "สมชาย", "ใจดี", "head-it"], ["2", "Miss", "Ann", "Lee", "head-it"]]
    assert [row.name for row in rows(*lines, headings=headings)] == ["นายสมชาย ใจดี", "Miss Ann Lee"]
    headings = ["รหัส", "ชื่อ-สกุล", None, "ตำแหน่ง"]
    lines = [["1", "ก ก", 5, "head-it"], ["2", "ข ข", 7, "head-it"], ["3", "ค ค", "ลา", "head-it"]]
    assert [row.name for row in rows(*lines, headings=headings)] == ["ก ก", "ข ข", "ค ค"]


def test_a_department_does_not_go_on_to_a_position_of_another():
    """The book knows better than the row above, where both are departments that it has."""
    headings = ["ฝ่าย", "รหัส", "ชื่อ", "ตำแหน่ง"]
    lines = [
        ["บัญชี", 1, "ก", "head-accounting"],
        [None, 2, "ข", "head-it"],
        ["สาขา 9", 3, "ค", "head-it"],
    ]
    found = rows(*lines, [None, 4, "ง", "head-finance"], headings=headings)
    assert [row.department for row in found] == ["บัญชี", "", "สาขา 9", "สาขา 9"]
