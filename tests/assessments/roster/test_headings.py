"""What heads the columns of a list of staff."""

import pytest

from builders import names, sheet_of
from jdgap.assessments.roster.headings import StaffColumn, find_header

ID, NAME, POSITION = StaffColumn.EMPLOYEE_ID, StaffColumn.NAME, StaffColumn.POSITION


def header(*rows):
    return find_header(sheet_of(rows), names())


@pytest.mark.parametrize(
    "headings",
    [
        ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"],
        ["Employee ID", "Name", "Position"],
        ["รหัส\nพนักงาน", "ชื่อ - นามสกุล", "ตํ่าแหน่ง".replace("ตํ่า", "ตํา")],
        ["รหัสพนักงาน (Employee ID)", "ชื่อ-สกุล (ไทย)", "ตำแหน่ง (ตามคู่มือ)"],
        ["รหัสพนักงาน Employee ID", "ชื่อ-สกุล / Name", "ตำแหน่ง\nPosition"],
    ],
)
def test_headings_in_both_languages(headings):
    """Thai, English, or one after the other; words in brackets do not matter."""
    assert header(headings, ["1", "ก", "officer-it"]).columns == {ID: 0, NAME: 1, POSITION: 2}


def test_other_columns_and_lines_above():
    """Titles, blank rows and columns that nobody needs are passed over."""
    found = header(
        ["บัญชีรายชื่อพนักงาน"],
        ["ฝ่าย", "ทุกฝ่าย"],
        [],
        ["ลำดับ", "เบอร์โทร", "ตำแหน่ง", "วันที่เริ่มงาน", "ชื่อ", "รหัส", "นามสกุล", "คำนำหน้า", "สังกัด"],
        [1],
    )
    assert (found.row, found.below) == (3, 4)
    assert found.columns == {
        POSITION: 2,
        NAME: 4,
        ID: 5,
        StaffColumn.SURNAME: 6,
        StaffColumn.PREFIX: 7,
        StaffColumn.DEPARTMENT: 8,
    }


@pytest.mark.parametrize(
    "heading", ["ผู้บังคับบัญชา", "หัวหน้างาน", "ขึ้นตรงต่อ", "Supervisor", "Reports to", "ผู้ประเมิน"]
)
def test_the_supervisors_column(heading):
    """Whom somebody reports to is known under several headings."""
    found = header(["รหัส", "ชื่อ", "ตำแหน่ง", heading])
    assert found.columns[StaffColumn.SUPERVISOR] == 3


def test_a_header_of_two_rows():
    """Headings below a merged one count, and the merged one where nothing stands below it."""
    found = header(
        ["ลำดับ", "รหัส", "ชื่อ - สกุล", None, None, "ตำแหน่ง", "สังกัด", None],
        [None, None, "คำนำหน้า", "ชื่อ", "สกุล", None, "ฝ่าย", "งาน"],
        [1, "7", "นาย", "ก", "ข", "officer-it", "ไอที"],
    )
    assert found.below == 2
    assert found.columns == {
        ID: 1,
        StaffColumn.PREFIX: 2,
        NAME: 3,
        StaffColumn.SURNAME: 4,
        POSITION: 5,
        StaffColumn.DEPARTMENT: 6,
    }


def test_a_header_whose_rows_are_one_only_together():
    """Neither row heads a list of staff alone."""
    found = header(
        ["ที่", "ข้อมูลพนักงาน", None, "ตำแหน่ง"],
        [None, "รหัส", "ชื่อ", None],
        [1, "7", "ก", "officer-it"],
    )
    assert (found.below, found.columns) == (2, {ID: 1, NAME: 2, POSITION: 3})


def test_a_supervisors_own_columns():
    """Id and position below a merged supervisor's heading are not the employee's."""
    found = header(
        ["หัวหน้า", None, None, "พนักงาน", None, None],
        ["รหัสพนักงาน", "ชื่อ", "ตำแหน่ง", "รหัสพนักงาน", "ชื่อ", "ตำแหน่ง"],
        ["1", "ก", "manager", "2", "ข", "officer-it"],
    )
    assert found.columns == {StaffColumn.SUPERVISOR: 1, ID: 3, NAME: 4, POSITION: 5}


def test_a_line_above_the_header():
    """What a label above the header says is not about the columns below it."""
    wanted = {ID: 0, NAME: 1, POSITION: 2}
    for line in (["ผู้บังคับบัญชา", "ก ก"], ["รายชื่อ", None, None, "ฝ่าย", "บัญชี"]):
        assert header(line, ["รหัส", "ชื่อ", "ตำแหน่ง"]).columns == wanted


@pytest.mark.parametrize("left", [None, "คำนำหน้านามของบุคคล"])
def test_the_heading_below_is_the_better_one(left):
    """Below a merged heading of the name the first name may stand further to the right."""
    found = header(["รหัส", "ชื่อ-สกุล", None, None, "ตำแหน่ง"], [None, left, "ชื่อ", "สกุล"])
    assert found.below == 2
    assert found.columns == {ID: 0, NAME: 2, StaffColumn.SURNAME: 3, POSITION: 4}


def test_a_row_of_data_is_no_second_header_row():
    """A row that says `Manager`, or has no id, is a person's."""
    for row in (["1", "ก", "Manager"], [None, "ก", "Manager"], [None, None, "Manager"]):
        assert header(["ID", "Name", "Position"], row).below == 1


@pytest.mark.parametrize("better", ["รหัสพนักงาน", "Employee ID"])
def test_the_clearer_heading_counts(better):
    """`ID` may only number the rows, and `Title` may say Mr or Mrs."""
    found = header(["ID", "Title", better, "Name", "Position"])
    assert found.columns == {ID: 2, NAME: 3, POSITION: 4}
    assert header(["รหัสตำแหน่ง", "ID", "ชื่อ", "ตำแหน่ง"]).columns[POSITION] == 3
    assert header(["รหัสตำแหน่ง", "ID", "ชื่อ"]).columns[POSITION] == 0


def test_labels_with_their_values_are_no_header():
    """A line of a form names somebody; it heads nothing."""
    assert header(["ชื่อ", "สมชาย", "ตำแหน่ง", "ผู้จัดการ", "รหัส", "7"]) is None


@pytest.mark.parametrize("headings", [["ชื่อ", "ฝ่าย"], ["รหัส", "ชื่อ"], ["ตำแหน่ง"], []])
def test_no_list_of_staff(headings):
    """Without a position, or without anybody, it is not a list of staff."""
    assert header(headings) is None


def test_far_down_nobody_looks():
    """A header below sixty other rows is not searched for."""
    rows = [["x"]] * 59 + [["รหัส", "ชื่อ", "ตำแหน่ง"]]
    assert header(*rows).row == 59
    assert header(["x"], *rows) is None
