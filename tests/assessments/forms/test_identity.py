"""Who a sheet is about."""

import pytest

from builders import sheet_of
from jdgap.assessments.cells.labels import Field
from jdgap.assessments.forms.identity import identity, round_of


def read(*rows, top=None):
    return identity(sheet_of(rows), len(rows) if top is None else top)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("รหัสพนักงาน", Field.EMPLOYEE_ID),
        ("รหัสเจ้าหน้าที่", Field.EMPLOYEE_ID),
        ("Employee ID", Field.EMPLOYEE_ID),
        ("ชื่อ-สกุล", Field.NAME),
        ("ชื่อ - นามสกุล", Field.NAME),
        ("ชื่อ – สกุล :", Field.NAME),
        ("Name", Field.NAME),
        ("ตำแหน่ง", Field.POSITION),
        ("ตําแหน่ง", Field.POSITION),
        ("POSITION:", Field.POSITION),
        ("ฝ่าย", Field.DEPARTMENT),
        ("สังกัด", Field.DEPARTMENT),
        ("department", Field.DEPARTMENT),
        ("รอบการประเมิน", Field.ROUND),
        ("ปี", Field.ROUND),
        ("Round", Field.ROUND),
    ],
)
def test_each_label(label, field):
    """Every promised label is known, however its marks and spaces are typed."""
    assert read([label, "ค่า"]) == {field: "ค่า"}


def test_the_value_stands_to_the_right_past_merged_cells():
    """Blank cells of a merged label or value are passed over."""
    assert read(["ตำแหน่ง", None, None, "ผู้จัดการ"]) == {Field.POSITION: "ผู้จัดการ"}


def test_the_value_stands_below():
    """With labels side by side, the values stand in the row below."""
    found = read(["รหัสพนักงาน", "ชื่อ-สกุล"], ["S-001", "ตัวอย่าง ใจดี"])
    assert found == {Field.EMPLOYEE_ID: "S-001", Field.NAME: "ตัวอย่าง ใจดี"}


def test_the_value_stands_after_a_colon():
    """Label and value in one cell are told apart by the colon."""
    assert read(["ชื่อ-สกุล : ตัวอย่าง ใจดี"]) == {Field.NAME: "ตัวอย่าง ใจดี"}


def test_several_labels_in_one_cell():
    """One line may hold the whole identity."""
    found = read(["ชื่อ-สกุล: ตัวอย่าง ใจดี  ตำแหน่ง: ผู้จัดการ  ฝ่าย: บัญชี"])
    assert found == {
        Field.NAME: "ตัวอย่าง ใจดี",
        Field.POSITION: "ผู้จัดการ",
        Field.DEPARTMENT: "บัญชี",
    }


def test_dots_to_write_on_are_no_value():
    """A dotted line is a blank; what is written between dots counts."""
    assert read(["ชื่อ-สกุล", "..............."]).get(Field.NAME, "") == ""
    assert read(["ชื่อ-สกุล......ตัวอย่าง ใจดี......"]) == {Field.NAME: "ตัวอย่าง ใจดี"}
    assert read(["ชื่อ-สกุล: ......ตัวอย่าง ใจดี......"]) == {Field.NAME: "ตัวอย่าง ใจดี"}


def test_a_label_is_never_the_value_of_another():
    """A blank before the next label stays a blank."""
    found = read(["ชื่อ-สกุล", "ตำแหน่ง", "ผู้จัดการ"], ["ฝ่าย", "วันที่", "1/1/2569"])
    assert found.get(Field.NAME, "") == ""
    assert found[Field.POSITION] == "ผู้จัดการ"
    assert found.get(Field.DEPARTMENT, "") == ""


def test_a_heading_of_the_table_is_no_value():
    """A blank just above the table does not take the table's first heading."""
    found = read(["ชื่อ-สกุล", "ก ข"], ["ตำแหน่ง", None], ["สมรรถนะ", "ระดับ"], top=2)
    assert found.get(Field.POSITION, "") == ""


def test_only_what_stands_above_the_table_counts():
    """A name in the signature block is not the employee's."""
    found = read(["รหัสพนักงาน", "S-001"], ["สมรรถนะ"], ["ชื่อ-สกุล", "ผู้อื่น ใจดี"], top=1)
    assert found == {Field.EMPLOYEE_ID: "S-001"}


def test_the_first_value_counts():
    """The same label again changes nothing."""
    assert read(["ชื่อ", "ก"], ["ชื่อ-สกุล", "ข"]) == {Field.NAME: "ก"}


def test_a_numeric_id_has_no_decimals():
    """A number, which the reader gives as a float, reads as it is shown."""
    assert read(["รหัสพนักงาน", 1024.0]) == {Field.EMPLOYEE_ID: "1024"}
    assert read(["รหัสพนักงาน", "0012"]) == {Field.EMPLOYEE_ID: "0012"}


def test_control_characters_are_dropped():
    """Nothing of a value can command a terminal."""
    assert read(["ชื่อ", "ก\x1b[2J\u202eข"]) == {Field.NAME: "ก[2Jข"}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        *(("2569", "2569"), ("๒๕๖๙", "2569"), ("2026", "2569"), ("ปี 2569", "2569")),
        *(("ประจำปี พ.ศ. ๒๕๖๙", "2569"), ("1/2569", "2569"), ("2026-04-01", "2569")),
        *(("ครึ่งปีแรก", "ครึ่งปีแรก"), ("", ""), ("25691", "25691")),
    ],
)
def test_the_round_is_a_buddhist_year(text, year):
    """A year below 2400 is of the common era; text without a year stays."""
    assert round_of(text) == year


def test_values_on_dotted_lines():
    """A printed form has its values on dotted lines, several in a cell."""
    sheet = sheet_of(
        [["ชื่อ-สกุล .....ตัวอย่าง ใจดี..... ตำแหน่ง ……ผู้จัดการ……"], ["รหัสพนักงาน ......", "S-1"]]
    )
    found = identity(sheet, 2)
    assert found[Field.NAME] == "ตัวอย่าง ใจดี"
    assert found[Field.POSITION] == "ผู้จัดการ"
    assert found[Field.EMPLOYEE_ID] == "S-1"


def test_what_stands_beside_a_rater_is_the_raters():
    """The supervisor's position is not the employee's, and a block about one is not about both."""
    sheet = sheet_of([["ผู้บังคับบัญชา: ก", None, "ตำแหน่ง: ผู้จัดการ"]])
    assert Field.POSITION not in identity(sheet, 1)
    sheet = sheet_of([["ผู้บังคับบัญชา"], ["ชื่อ-สกุล", "ก"], ["ผู้รับการประเมิน"], ["ชื่อ-สกุล", "ข"]])
    assert identity(sheet, 4)[Field.NAME] == "ข"
