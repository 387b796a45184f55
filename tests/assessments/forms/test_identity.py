"""Who a sheet is about."""

import pytest

from builders import codes, names, sheet_of, title
from jdgap.assessments.cells.labels import Field
from jdgap.assessments.forms.identity import read_identity
from jdgap.assessments.opening.grid import Layout
from jdgap.text.rounds import round_of


def read(*rows, top=None):
    above = range(len(rows) if top is None else top)
    return read_identity(sheet_of(rows), above, names()).values


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


def test_the_same_value_twice():
    """The same again changes nothing, however it is typed, with or without prefix and surname."""
    assert read(["ชื่อ", "นายก  ข"], ["ชื่อ-สกุล", "ก ข"]) == {Field.NAME: "นายก ข"}
    assert read(["รหัส", "S-1"], ["รหัสพนักงาน", "s1"]) == {Field.EMPLOYEE_ID: "S-1"}
    assert read(["ตำแหน่ง", "ก"], ["ตำแหน่ง", None]) == {Field.POSITION: "ก"}


def test_a_numeric_id_has_no_decimals():
    """A number, which the reader gives as a float, reads as it is shown."""
    assert read(["รหัสพนักงาน", 1024.0]) == {Field.EMPLOYEE_ID: "1024"}
    assert read(["รหัสพนักงาน", "0012"]) == {Field.EMPLOYEE_ID: "0012"}


def test_control_characters_are_dropped():
    """Nothing of a value can command a terminal."""
    assert read(["ชื่อ", "ก\x1b[2J\u202eข"]) == {Field.NAME: "ก[2Jข"}


@pytest.mark.parametrize(
    ("rows", "round_"),
    [
        ([["ปี", "2569"], ["รอบที่", "1"]], "1/2569"),
        ([["รอบ", "ครึ่งปีหลัง"], ["ปี", 2569]], "2/2569"),
        ([["ปี: 2569", None, "รอบ: 1/2569"]], "1/2569"),
        ([["รอบการประเมิน 2/2569"]], "2/2569"),
        ([["รอบที่ 2 ปี 2569"]], "2/2569"),
        ([["รอบที่ ๒/๒๕๖๙"]], "2/2569"),
        ([["ปี 2026"]], "2569"),
    ],
)
def test_the_round_of_a_year(rows, round_):
    """The year and which round of it may stand in one cell or two."""
    found = read_identity(sheet_of(rows), range(9), names())
    assert (round_of(found.get(Field.ROUND)), found.problems) == (round_, ())


def test_two_rounds_of_a_year_are_two_values():
    found = read_identity(sheet_of([["ปี", "1/2569"], ["รอบ", "2/2569"]]), range(9), names())
    assert [each.code for each in found.problems] == ["several-values"]


def test_values_on_dotted_lines():
    """A printed form has its values on dotted lines, several in a cell."""
    sheet = sheet_of(
        [["ชื่อ-สกุล .....ตัวอย่าง ใจดี..... ตำแหน่ง ……ผู้จัดการ……"], ["รหัสพนักงาน ......", "S-1"]]
    )
    found = read_identity(sheet, range(2), names()).values
    assert found[Field.NAME] == "ตัวอย่าง ใจดี"
    assert found[Field.POSITION] == "ผู้จัดการ"
    assert found[Field.EMPLOYEE_ID] == "S-1"


def test_what_stands_beside_a_rater_is_the_raters():
    """The supervisor's position is not the employee's, and a block about one is not about both."""
    sheet = sheet_of([["ผู้บังคับบัญชา: ก", None, "ตำแหน่ง: ผู้จัดการ"]])
    assert Field.POSITION not in read_identity(sheet, range(1), names()).values
    sheet = sheet_of([["ผู้บังคับบัญชา"], ["ชื่อ-สกุล", "ก"], ["ผู้รับการประเมิน"], ["ชื่อ-สกุล", "ข"]])
    assert read_identity(sheet, range(4), names()).get(Field.NAME) == "ข"


def sure(*rows):
    """What is read with the names of the book: values, and problems with their cells."""
    found = read_identity(sheet_of(rows), range(len(rows)), names())
    return dict(found.values), codes(found.problems)


ACCOUNTANT = title("officer-accounting")


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["รหัสพนักงาน", "S-1"], ["รหัสพนักงาน", "S-2"]], "B2"),
        ([["ชื่อ-สกุล", "ก ข", "ชื่อ-สกุล", "ค ง"]], "D1"),
        ([["ตำแหน่ง: ผู้จัดการ"], ["ตำแหน่ง", ACCOUNTANT]], "B2"),
        ([["ฝ่าย", "บัญชี"], ["ฝ่าย", "การเงิน"]], "B2"),
        ([["ปี", 2568], ["รอบการประเมิน", "1/2569"]], "B2"),
    ],
)
def test_two_values_for_one_thing(rows, cell):
    """Neither is used; the problem stands at the second one and names the first one's cell."""
    found = read_identity(sheet_of(rows), range(len(rows)), names())
    assert found.values == {}
    assert codes(found.problems) == [("several-values", cell)]
    assert found.problems[0].facts["other"] in {"A1", "B1"}


@pytest.mark.parametrize(
    "rows",
    [
        [["ฝ่าย", "บัญชี"], ["แผนก", "ลูกหนี้"], ["หน่วยงาน", "สหกรณ์ ก"]],
        [["ปี", 2569], ["รอบ", "1"], ["รอบการประเมิน", "2026"]],
        [["ตำแหน่ง", "ผู้จัดการ"], ["Position", "Manager"]],
        [["ชื่อ", "กานดา"], ["นามสกุล", "มีสุข"], ["ชื่อ-สกุล", "น.ส.กานดา มีสุข"]],
    ],
)
def test_values_that_do_not_contradict_one_another(rows):
    """Two labels may ask for two things, or for one in two languages."""
    assert sure(*rows)[1] == []


def test_a_known_department_comes_first():
    """The cooperative's own name is no department of it."""
    assert sure(["หน่วยงาน", "สหกรณ์ ก"], ["ฝ่าย", "บัญชี"])[0] == {Field.DEPARTMENT: "บัญชี"}


SUPERVISOR_ROWS = [["ชื่อ-สกุล", "ค ง"], ["ตำแหน่ง", "ผู้จัดการ"]]


@pytest.mark.parametrize(
    "head", ["ผู้บังคับบัญชา", "ผู้ประเมิน", "ส่วนที่ 2 ข้อมูลผู้ประเมิน", "ข้อมูลผู้บังคับบัญชาชั้นต้น"]
)
def test_a_name_in_the_block_of_a_rater(head):
    """It is never the employee's, also where no other name stands above the table."""
    assert sure([head], *SUPERVISOR_ROWS) == ({}, [])
    own = [["ชื่อ-สกุล", "ก ข"], ["ตำแหน่ง", ACCOUNTANT]]
    expected = {Field.NAME: "ก ข", Field.POSITION: ACCOUNTANT}
    assert sure(*own, [head], *SUPERVISOR_ROWS) == (expected, [])
    rated = ["ส่วนที่ 1 ข้อมูลผู้รับการประเมิน"]
    assert sure([head], *SUPERVISOR_ROWS, rated, *own) == (expected, [])


def test_blocks_side_by_side():
    """Each label belongs to the heading over its column."""
    values, problems = sure(
        ["ผู้รับการประเมิน", None, "ผู้ประเมิน"],
        ["ชื่อ-สกุล", "ก ข", "ชื่อ-สกุล", "ค ง"],
        ["ตำแหน่ง", ACCOUNTANT, "ตำแหน่ง", "ผู้จัดการ"],
    )
    assert (values, problems) == ({Field.NAME: "ก ข", Field.POSITION: ACCOUNTANT}, [])


def test_what_is_asked_again_below_a_rater():
    """The second position is the rater's; what was not asked before is the employee's."""
    rows = [["ตำแหน่ง", ACCOUNTANT], ["ชื่อผู้บังคับบัญชา", "ค ง"], ["ตำแหน่ง", "ผู้จัดการ"]]
    assert sure(*rows, ["รหัสพนักงาน", "S-1"]) == (
        {Field.POSITION: ACCOUNTANT, Field.EMPLOYEE_ID: "S-1"},
        [],
    )


def test_a_rater_left_blank():
    """It is no heading over what stands below it where that is about no person."""
    rows = [["ชื่อ-สกุล", "ก ข"], ["ผู้บังคับบัญชา"], ["รหัสพนักงาน", "S-1"], ["ปี", 2569]]
    assert sure(*rows)[0] == {
        Field.NAME: "ก ข",
        Field.EMPLOYEE_ID: "S-1",
        Field.ROUND: "2569",
    }
    beside = [["ผู้ประเมิน", None, "ตำแหน่ง", None], ["ชื่อ-สกุล", "ก ข"]]
    assert sure(*beside)[0] == {Field.NAME: "ก ข"}


def test_a_rater_who_is_told_in_a_word():
    """`ผู้ประเมิน | ผู้บังคับบัญชา` says who rates, and heads no block."""
    assert sure(["ผู้ประเมิน", "ผู้บังคับบัญชา"], ["รหัสพนักงาน", "S-1"])[0] == {Field.EMPLOYEE_ID: "S-1"}


def test_a_date_is_no_rater():
    """What stands right of it or below it is the employee's."""
    assert sure(["วันที่", None, "ชื่อ-สกุล", "ก ข"])[0] == {Field.NAME: "ก ข"}
    assert sure(["อีเมล"], ["ชื่อ-สกุล", "ก ข"])[0] == {Field.NAME: "ก ข"}


@pytest.mark.parametrize("label", ["อายุงาน", "เลขที่บัตร", "ระดับ", "วันเริ่มงาน:"])
def test_a_blank_before_a_label_that_is_not_needed(label):
    """A text that has a value of its own is a label, known or not."""
    assert sure(["รหัสพนักงาน", None, label, 5], ["ชื่อ-สกุล", "ก ข"])[0] == {Field.NAME: "ก ข"}
    assert sure(["รหัสพนักงาน", label, 5])[0] == {}
    assert sure(["รหัสพนักงาน", None, "S-1", label, 5])[0] == {Field.EMPLOYEE_ID: "S-1"}


def test_a_merged_blank_is_a_blank():
    """Where the cell for the value is merged, it is known which one it is."""
    rows = [["ฝ่าย", None, None, "ผู้ตรวจ"]]
    found = read_identity(sheet_of(rows, layout=Layout(merged={(0, 2): (0, 1)})), range(1), names())
    assert found.values == {}
    found = read_identity(sheet_of(rows, layout=Layout(merged={(0, 1): (0, 0)})), range(1), names())
    assert found.values == {Field.DEPARTMENT: "ผู้ตรวจ"}


def test_a_row_of_labels_with_one_that_is_not_known():
    """The values stand below all of them."""
    values, _ = sure(["รหัส", "ชื่อ-สกุล", "เลขบัตร", "ตำแหน่ง"], ["S-1", "ก ข", 123, ACCOUNTANT])
    assert values == {Field.EMPLOYEE_ID: "S-1", Field.NAME: "ก ข", Field.POSITION: ACCOUNTANT}


def test_a_line_below_a_blank_is_no_value():
    """Where values stand beside their labels, the next line is not the answer."""
    assert sure(["ชื่อ-สกุล", "ก ข"], ["รอบการประเมิน"], ["โปรดกรอกให้ครบ"])[0] == {Field.NAME: "ก ข"}


def test_a_title_that_is_a_label_too():
    """`Manager` is a position of the book, and heads the levels of a rater elsewhere."""
    assert sure(["Position", "Manager"])[0] == {Field.POSITION: "Manager"}


def test_a_prefix_in_a_cell_of_its_own():
    """The name goes on in the next cell."""
    assert sure(["ชื่อ-สกุล", "นาย", "ก ข"])[0] == {Field.NAME: "นายก ข"}


def test_the_places():
    """A value has its own cell; where there is none, the label's."""
    found = read_identity(sheet_of([["รหัสพนักงาน", "S-1"], ["ตำแหน่ง"]]), range(2), names())
    assert found.places[Field.EMPLOYEE_ID].cell == "B1"
    assert found.places[Field.POSITION].cell == "A2"
    assert found.asks(Field.EMPLOYEE_ID)
    assert not found.asks(Field.POSITION)
