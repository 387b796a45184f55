"""Which sheets are tables of many people, and which are not."""

import pytest

from builders import OFFICER_COMPETENCIES, names, plain_form, sheet_of, thai, title
from jdgap.assessments.cells.raters import Whose
from jdgap.assessments.people.column_headings import HeadingReader, Holds
from jdgap.assessments.people.people_table import find_people_table, is_staff_list, people_table_at

READER = HeadingReader(names())
SERVICE, UNITY, TRUST = thai("service-mind"), thai("unity"), thai("trust")
WHO = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"]
SOMEBODY = ["S-001", "ตัวอย่าง ใจดี", title("officer-accounting")]
BY_RATER = ["รหัสพนักงาน", "สมรรถนะ", "ตนเอง", "หัวหน้า"]


def find(*rows):
    return find_people_table(sheet_of(rows), READER)


def rated(table):
    """Each rated column with its competency and whose level it is."""
    return {
        each.column: (each.meaning.competency, each.meaning.whose) for each in table.of(Holds.RATED)
    }


@pytest.mark.parametrize(
    "header",
    [
        [*WHO, SERVICE, UNITY],
        [*WHO, "Service Mind", "Unity"],
        [*WHO, "service-mind", "unity"],
        [*WHO, f"คำถาม [{SERVICE}]", f"คำถาม [{UNITY}]"],
        ["Timestamp", "Email Address", "ตำแหน่ง", SERVICE, UNITY],
        ["ลำดับ", "ชื่อ-สกุล", "ฝ่าย", SERVICE, "อายุ"],
        [SERVICE, UNITY, TRUST, "ข้อเสนอแนะ", "ชื่อ"],
    ],
)
def test_a_wide_table(header):
    """Competencies side by side, or one beside the column of who, are a header."""
    table = find(["ผลการประเมิน"], [], header, [*SOMEBODY, 3, 4], [1, "ก", "ข", 3, 4])
    assert (table.header_row, table.first_row, table.is_long) == (2, 3, False)


def test_raters_above():
    """A rater that is merged over competencies is theirs up to the next one."""
    table = find(
        [None, None, None, "ประเมินตนเอง", None, "ผู้บังคับบัญชาประเมิน"],
        [*WHO, SERVICE, UNITY, SERVICE, UNITY],
        [*SOMEBODY, 3, 4, 3, 4],
    )
    assert (table.header_row, table.first_row) == (0, 2)
    assert rated(table) == {
        3: ("service-mind", Whose.SELF),
        4: ("unity", Whose.SELF),
        5: ("service-mind", Whose.SUPERVISOR),
        6: ("unity", Whose.SUPERVISOR),
    }


def test_raters_above_groups():
    """A row of groups may stand between the raters and the competencies."""
    table = find(
        [None, None, None, "ตนเอง", None, "หัวหน้า"],
        [None, None, None, "สมรรถนะหลัก", "สมรรถนะผู้นำ", "สมรรถนะหลัก"],
        [*WHO, SERVICE, TRUST, SERVICE],
        [*SOMEBODY, 3, 4, 5],
    )
    assert [whose for _, whose in rated(table).values()] == [
        Whose.SELF,
        Whose.SELF,
        Whose.SUPERVISOR,
    ]


def test_raters_below():
    """A competency that is merged over its raters is theirs."""
    table = find(
        [*WHO, SERVICE, None, None, UNITY],
        [None, None, None, "คาดหวัง", "ตนเอง", "หัวหน้า", "ตนเอง", "หัวหน้า"],
        [*SOMEBODY, 5, 3, 4, 3, 4],
    )
    assert table.first_row == 2
    assert rated(table) == {
        4: ("service-mind", Whose.SELF),
        5: ("service-mind", Whose.SUPERVISOR),
        6: ("unity", Whose.SELF),
        7: ("unity", Whose.SUPERVISOR),
    }


def test_headings_that_are_merged_over_two_rows():
    """Who the row is about may be headed in the row of the raters."""
    table = find([*WHO, "ตนเอง"], [None, None, None, SERVICE, UNITY], [*SOMEBODY, 3, 4])
    assert [each.column for each in table.of(Holds.EMPLOYEE_ID, Holds.NAME, Holds.POSITION)] == [
        0,
        1,
        2,
    ]
    assert table.tells_who


def test_a_label_above_is_no_rater():
    """`ผู้บังคับบัญชา` with a name beside it says nothing of the levels below it."""
    table = find(
        [None, None, None, "ผู้บังคับบัญชา", "นายตัวอย่าง"],
        [*WHO, SERVICE, UNITY],
        [*SOMEBODY, 3, 4],
    )
    assert table.header_row == 1
    assert {whose for _, whose in rated(table).values()} == {Whose.NOBODY}


def test_a_rater_who_is_not_known():
    """Beside raters who are known, a third is unclear, and no employee's own."""
    table = find(
        [None, None, None, "ตนเอง", "กรรมการ"],
        [*WHO, SERVICE, SERVICE, UNITY],
        [*SOMEBODY, 3, 4, 5],
    )
    assert [whose for _, whose in rated(table).values()] == [
        Whose.SELF,
        Whose.UNCLEAR,
        Whose.UNCLEAR,
    ]


def test_a_long_table():
    """A row names a person and a competency; raters have columns."""
    table = find(["ข้อมูล"], BY_RATER, ["S-1", SERVICE, 3, 4], ["S-2", SERVICE, 3, 4])
    assert (table.header_row, table.first_row, table.is_long) == (1, 2, True)


def test_a_long_table_of_raters():
    """Or one column says who rates, and each row is one rater's."""
    table = find(
        ["ชื่อ-สกุล", "สมรรถนะ", "ผู้ประเมิน", "ระดับ"],
        ["ก", SERVICE, "ตนเอง", 3],
        ["ก", SERVICE, "หัวหน้า", 4],
    )
    assert [each.column for each in table.of(Holds.RATER)] == [2]
    assert [each.column for each in table.of(Holds.LEVEL)] == [3]


def test_a_heading_over_names_or_levels():
    """`พนักงาน` and `ผู้ประเมิน` are what stands below them."""
    persons = find(["พนักงาน", "สมรรถนะ", "ระดับ"], ["ก", SERVICE, 3], ["ข", SERVICE, 3])
    assert [each.column for each in persons.of(Holds.NAME)] == [0]
    levels = find(["ชื่อ", "สมรรถนะ", "พนักงาน", "ผู้ประเมิน"], ["ก", SERVICE, 3, 4])
    assert [(each.column, each.meaning.whose) for each in levels.of(Holds.LEVEL)] == [
        (2, Whose.SELF),
        (3, Whose.SUPERVISOR),
    ]


MICROSOFT = ["ID", "Start time", "Completion time", "Email", "Name"]
THAI_MICROSOFT = ["ID", "เวลาเริ่มต้น", "เวลาเสร็จสมบูรณ์", "อีเมล", "ชื่อ"]


@pytest.mark.parametrize("header", [MICROSOFT, THAI_MICROSOFT])
def test_what_microsoft_forms_means(header):
    """Its ID numbers the answers and its name is the account's, whatever the survey asks."""
    table = find([*header, "ชื่อ", SERVICE, UNITY], [1, "", "", "anonymous", "", "ก", 3, 4])
    assert table.of(Holds.EMPLOYEE_ID) == []
    assert [each.column for each in table.of(Holds.ACCOUNT_NAME)] == [4]
    assert [each.column for each in table.of(Holds.NAME)] == [5]
    assert [each.column for each in table.of(Holds.SUBMITTED)] == [2]


def test_headings_that_may_mean_something_else():
    """`ID` and `Title` count for nothing beside a clearer heading, and do alone."""
    table = find(["ID", "รหัสพนักงาน", SERVICE, UNITY], [1, "S-1", 3, 4])
    assert [each.column for each in table.of(Holds.EMPLOYEE_ID)] == [1]
    assert find(["ID", SERVICE, UNITY], ["S-1", 3, 4]).of(Holds.EMPLOYEE_ID)


@pytest.mark.parametrize(
    "rows",
    [
        plain_form(),
        plain_form()[5:],
        [["ชื่อ-สกุล", "ก", "ตำแหน่ง", "ข"], [], ["สมรรถนะ", "ตนเอง"], [SERVICE, 3]],
        [["สมรรถนะ", 5, 4, 3, 2, 1], [SERVICE, "/"], [UNITY, None, "/"]],
        [["สมรรถนะ", "ผู้รับการประเมิน", "ผู้บังคับบัญชา"], [SERVICE, 3, 4], [UNITY, 3, 4]],
        [["สมรรถนะ", "ผู้รับการประเมิน", "ผู้บังคับบัญชา"], [SERVICE], [UNITY]],
        [["รหัส", "สมรรถนะ", "ตนเอง"], ["C1", SERVICE, 3], ["C2", UNITY, 3]],
        [["สมรรถนะ", "ระดับ", "สมรรถนะ", "ระดับ"], [SERVICE, 3, TRUST, 4], [UNITY, 3, thai("coaching"), 4]],
        [["Name", "Trust"], ["Position", "ผู้จัดการ"], ["สมรรถนะ", "ตนเอง"], [SERVICE, 3], [UNITY, 3]],
        [["สมรรถนะ", "Competency", "ตนเอง"], [SERVICE, "Service Mind", 3], [UNITY, "Unity", 4]],
        [["ระดับ", SERVICE, UNITY], [1, "เริ่มต้น", "เริ่มต้น"], [2, "พื้นฐาน", "พื้นฐาน"]],
        [["สมรรถนะ", "ตนเอง"], [SERVICE, 3], [UNITY, 4], [TRUST, 4], [], [SERVICE, UNITY, TRUST], [3, 4, 4]],
        [],
        [[]],
        [["ก", 1]],
    ],
)  # fmt: skip
def test_what_is_no_table_of_people(rows):
    """Forms of every layout, lists of competencies and explanations are none."""
    assert find(*rows) is None


def test_only_the_top_of_a_sheet_is_looked_at():
    """A header further down than any title is not searched for."""
    assert find(*[["x"]] * 59, [*WHO, SERVICE, UNITY], [*SOMEBODY, 3, 4])
    assert find(*[["x"]] * 60, [*WHO, SERVICE, UNITY], [*SOMEBODY, 3, 4]) is None


def test_a_header_in_a_given_row():
    """The row where a header stands again is looked at alone."""
    sheet = sheet_of([["x"], [*WHO, SERVICE, UNITY], [*SOMEBODY, 3, 4]])
    assert people_table_at(sheet, READER, 0) is None
    assert people_table_at(sheet, READER, 1).first_row == 2


@pytest.mark.parametrize(
    "header",
    [WHO, ["ลำดับ", "รหัสพนักงาน", "ชื่อ"], ["ชื่อ", "ตำแหน่ง", "ฝ่าย"], ["Employee ID", "Name", "Position"]],
)  # fmt: skip
def test_a_list_of_staff(header):
    """Two of id, name and position as headings, and no competency, are a list of staff."""
    assert is_staff_list(sheet_of([["รายชื่อพนักงาน"], header, ["1", "2", "3"]]), READER)


@pytest.mark.parametrize(
    "rows",
    [
        [["รหัสพนักงาน", "S-1"], ["ชื่อ-สกุล", "ก"], ["ตำแหน่ง", "ข"]],
        [["รหัสพนักงาน", "S-1", "ชื่อ-สกุล", "ก"], ["ตำแหน่ง", "ข", "ฝ่าย", "ค"]],
        [["รหัสพนักงาน", "S-1", "ชื่อ-สกุล", "ก"], ["โปรดกรอก", None, "ให้ครบ"]],
        [WHO],
        [WHO, SOMEBODY, [SERVICE]],
        [["ชื่อ", "ฝ่าย"], ["ก", "ข"]],
        [["เดือน", "ยอด"], ["มกราคม", 3]],
        [],
    ],
)
def test_what_is_no_list_of_staff(rows):
    """Labels with values, headings without rows and competencies make none."""
    assert not is_staff_list(sheet_of(rows), READER)


def test_a_form_has_competencies_of_an_officer_below_one_another():
    """The guard of the tests above: the form that they spoil is a form."""
    assert len(OFFICER_COMPETENCIES) == len(plain_form()) - 6
