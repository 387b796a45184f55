"""Where the table of a sheet is."""

import pytest

from builders import codes, names, sheet_of, thai
from jdgap.assessments.cells.labels import Column
from jdgap.assessments.forms.table import find_table
from jdgap.assessments.forms.table_model import RaterColumns

UNITY, TRUST = thai("unity"), thai("trust")


def table(*rows):
    return find_table(sheet_of(rows), names())


def test_one_column_a_rater():
    """The columns are known by their headings, wherever they stand."""
    found = table(
        [],
        [None, "สมรรถนะ", "ผู้บังคับบัญชาประเมิน", "หลักฐาน", "ประเมินตนเอง"],
        [None, UNITY, 3, "", 4],
    )
    assert (found.header_row, found.rows, found.column) == (1, range(2, 3), 1)
    assert found.self_columns == RaterColumns((4,))
    assert found.supervisor_columns == RaterColumns((2,))


@pytest.mark.parametrize("heading", ["ระดับตนเอง", "ประเมิน ตนเอง", "Self", "SELF LEVEL", "ตนเอง"])
def test_headings_of_the_employee(heading):
    """The usual headings of the employee's own level are known."""
    assert table(["สมรรถนะ", heading], [UNITY, 3]).self_columns == RaterColumns((1,))


@pytest.mark.parametrize("heading", ["หัวหน้าประเมิน", "ผู้บังคับบัญชา", "Supervisor", "ผู้ประเมิน"])
def test_headings_of_the_supervisor(heading):
    """The usual headings of the supervisor's level are known."""
    assert table(["สมรรถนะ", heading], [UNITY, 3]).supervisor_columns == RaterColumns((1,))


def test_a_level_of_whom_nobody_says():
    """A single level column is the employee's own."""
    found = table(["สมรรถนะ", "ระดับที่ต้องการ", "ระดับ"], [UNITY, 3, 4])
    assert found.self_columns == RaterColumns((2,))
    assert found.supervisor_columns is None


def test_a_header_of_two_rows():
    """Raters above, a word for the level below."""
    found = table([None, "ประเมินตนเอง", "หัวหน้า"], ["สมรรถนะ", "ระดับ", "ระดับ"], [UNITY, 3, 4])
    assert found.header_row == 0
    assert found.self_columns == RaterColumns((1,))
    assert found.supervisor_columns == RaterColumns((2,))


@pytest.mark.parametrize(
    "heads",
    [
        [5, 4, 3, 2, 1],
        [5.0, 4.0, 3.0, 2.0, 1.0],
        ["๕", "๔", "๓", "๒", "๑"],
        ["ระดับ 5", "ระดับ 4", "ระดับ 3", "ระดับ 2", "ระดับ 1"],
        ["5 - เชี่ยวชาญ", "4 - ชำนาญ", "3 - ดี", "2 - พื้นฐาน", "1 - เริ่มต้น"],
    ],
)
def test_a_tick_form(heads):
    """Columns headed by the levels of the scale are a tick form."""
    found = table(["สมรรถนะ", "ระดับ"], [None, *heads], [UNITY, None, "/"])
    assert found.self_columns == RaterColumns((1, 2, 3, 4, 5), (5, 4, 3, 2, 1))
    assert found.rows == range(2, 3)


def test_a_tick_form_the_other_way_round():
    """Columns may run from 1 to 5, too."""
    found = table(["สมรรถนะ", 1, 2, 3, 4, 5], [UNITY])
    assert found.self_columns == RaterColumns((1, 2, 3, 4, 5), (1, 2, 3, 4, 5))


def two_raters(first, second):
    return table(
        [None, first, *[None] * 4, second],
        ["สมรรถนะ", *(5, 4, 3, 2, 1) * 2],
        [UNITY, "/"],
    )


@pytest.mark.parametrize(
    ("first", "second", "own", "other"),
    [
        ("ประเมินตนเอง", "ผู้บังคับบัญชา", 1, 6),
        ("หัวหน้าประเมิน", "ประเมินตนเอง", 6, 1),
        (None, "ประเมินตนเอง", 6, 1),
        ("ผู้บังคับบัญชา", None, 6, 1),
        (None, None, 1, 6),
    ],
)
def test_two_raters_side_by_side(first, second, own, other):
    """Each run of columns is the rater's who is named above it, in either order."""
    found = two_raters(first, second)
    assert found.problems == []
    assert found.self_columns.columns[0] == own
    assert found.supervisor_columns.columns[0] == other


def test_expected_levels_that_are_ticked():
    """A run under the required level is nobody's rating."""
    found = two_raters("ระดับที่คาดหวัง", "ประเมินตนเอง")
    assert found.self_columns.columns[0] == 6
    assert found.supervisor_columns is None


def test_one_rater_twice_in_a_tick_form():
    """Two runs of one rater are a problem, and neither is taken."""
    found = two_raters("ประเมินตนเอง", "ตนเอง")
    assert codes(found.problems) == [("duplicate-header", "G2")]
    assert found.self_columns is None


def test_one_rater_in_two_columns():
    """Two columns of one rater are a problem, and neither is taken."""
    found = table(["สมรรถนะ", "ประเมินตนเอง", "ระดับตนเอง", "หัวหน้า"], [UNITY, 3, 4, 5])
    assert codes(found.problems) == [("duplicate-header", "C1")]
    assert found.self_columns is None
    assert found.supervisor_columns == RaterColumns((3,))


def test_the_columns_of_one_rater_are_refused():
    """They are known as the supervisor's; those of an unknown heading as nobody's."""
    head = ["สมรรถนะ", "ตนเอง", "หัวหน้าคนที่ 1", "หัวหน้าคนที่ 2", "กรรมการ"]
    found = table(head, [UNITY, 3, 4, 5, 2], [TRUST, 3, 4, 5, 2])
    assert codes(found.problems) == [("duplicate-header", "D1"), ("unknown-heading", "E1")]
    assert found.supervisor_columns is None
    assert found.refused == {Column.SUPERVISOR: {2, 3}, None: {4}}
    assert found.doubtful == {2, 3, 4}


def test_a_single_numbered_supervisor():
    """The first of several who is the only one."""
    found = table(["สมรรถนะ", "ตนเอง", "หัวหน้าคนที่ ๑"], [UNITY, 3, 4])
    assert (found.supervisor_columns, found.problems) == (RaterColumns((2,)), [])


def test_the_target_is_the_required_level():
    """`เป้าหมาย` in the table of a form."""
    found = table(["สมรรถนะ", "ระดับปัจจุบัน", "เป้าหมาย"], [UNITY, 3, 4], [TRUST, 3, 4])
    assert (found.required_columns, found.problems) == (RaterColumns((2,)), [])


def test_a_supervisor_named_above_the_table():
    """`ผู้บังคับบัญชา` with a name beside it is a label, even right above the header."""
    found = table(
        ["ตำแหน่ง", "ผู้จัดการ"],
        ["ผู้บังคับบัญชา", "นายตัวอย่าง"],
        ["ปี", 2569],
        ["ที่", "สมรรถนะ", "ประเมินตนเอง"],
        [1, UNITY, 4],
    )
    assert found.header_row == 3
    assert found.supervisor_columns is None
    assert found.self_columns == RaterColumns((2,))


def test_a_supervisor_named_above_the_table_and_a_column_of_theirs():
    """The label is not a second heading of the supervisor's column."""
    found = table(
        ["ผู้บังคับบัญชา", "นายตัวอย่าง"],
        ["ที่", "สมรรถนะ", "ประเมินตนเอง", "ผู้บังคับบัญชา"],
        [1, UNITY, 4, 3],
    )
    assert found.problems == []
    assert found.supervisor_columns == RaterColumns((3,))


def test_the_table_goes_on_below_signatures():
    """Signatures on each page do not end the table: nothing that is rated is lost."""
    found = table(["สมรรถนะ", "ระดับ"], [UNITY, 4], [], ["ลงชื่อ ........"], [TRUST, 5])
    assert found.rows == range(1, 5)


def test_the_column_with_the_most_competencies():
    """A competency mentioned elsewhere does not move the table."""
    found = table(
        [None, None, f"{UNITY}"],
        ["สมรรถนะ", "ระดับ"],
        [UNITY, 4],
        [TRUST, 3],
    )
    assert found.column == 0


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [["ก", 1]],
        [["สมรรถนะ", "ความหมาย"], [UNITY, "ร่วมมือ"]],
        [[UNITY]],
        [["สมรรถนะ", 5, 4, 3, 2], [UNITY, "/"]],
    ],
)
def test_sheets_without_a_table(rows):
    """Without level columns there is no table, and no exception."""
    assert table(*rows) is None


def test_misspelt_competencies_alone():
    """With the headings known, rows of unknown names are still a table."""
    found = table(["สมรรถนะ", "ระดับ"], ["ความสามัคี", 3])
    assert found.rows == range(1, 2)


def self_and_other(found):
    """Return the column of each rater's level."""
    raters = (found.self_columns, found.supervisor_columns)
    return tuple(rater and rater.columns[0] for rater in raters)


def test_the_lower_heading_decides():
    """Under a merged heading, the requirement is no level of the rater who is named above."""
    found = table(
        ["สมรรถนะ", "ประเมินตนเอง", None, "หัวหน้า"],
        [None, "ระดับที่คาดหวัง", "ระดับที่ประเมินได้", "ระดับ"],
        [UNITY, 4, 3, 2],
    )
    assert (self_and_other(found), found.problems) == ((2, 3), [])


def test_weights_and_numbers_are_no_levels():
    """A column of running numbers or weights is passed over, whatever label stands above it."""
    found = table(
        ["ผู้บังคับบัญชา", None],
        ["ลำดับ", "สมรรถนะ", "น้ำหนัก", "ระดับ"],
        [1, UNITY, 1, 4],
        [2, TRUST, 2, 3],
    )
    assert (self_and_other(found), found.problems) == ((3, None), [])


def test_levels_under_an_unknown_heading_are_an_error():
    """A rater whose heading is not known is not dropped without a word."""
    found = table(
        ["สมรรถนะ", "ประเมินตนเอง", "กรรมการ"], [UNITY, 4, 3], [TRUST, 3, 3], ["รวม", 7, 6]
    )
    assert self_and_other(found) == (1, None)
    assert [(each.code, each.place.cell) for each in found.problems] == [("unknown-heading", "C1")]


def test_words_in_brackets_explain_a_heading():
    """`ประเมินตนเอง (1-5)` and `สมรรถนะ (Competency)` are the headings they explain."""
    found = table(["สมรรถนะ (Competency)", "ประเมินตนเอง (1-5)"], [UNITY, 4])
    assert self_and_other(found) == (1, None)


def test_a_header_that_stands_again_in_another_order():
    """Each part of the table has the columns of its own header."""
    found = table(
        ["สมรรถนะหลัก", "คาดหวัง", "ตนเอง", "หัวหน้า"],
        [UNITY, 4, 3, 2],
        ["สมรรถนะผู้นำ", "ตนเอง", "หัวหน้า", "คาดหวัง"],
        [TRUST, 3, 2, 4],
    )
    assert self_and_other(found) == (2, 3)
    assert self_and_other(found.continued) == (1, 2)


def test_a_legend_above_is_no_tick_header():
    """The scale in a row above the table does not make it a tick form."""
    found = table([None, 5, 4, 3, 2, 1], [], ["สมรรถนะ", "ประเมินตนเอง", "หัวหน้า"], [UNITY, 4, 3])
    assert self_and_other(found) == (1, 2)


def test_a_value_above_the_header_is_no_heading():
    """`Position | Manager` right above a table names no rater."""
    found = table(["Position", "Manager"], ["Competency", "Self level"], ["Unity", 3])
    assert found.header_row == 1
    assert self_and_other(found) == (1, None)


@pytest.mark.parametrize(
    ("above", "between"),
    [
        (["", "หัวหน้าประเมิน", "", "", "", "", "ประเมินตนเอง"], [[]]),
        (["", "หัวหน้าประเมิน", "ดี", "", "", "", "ประเมินตนเอง", "ดี"], []),
    ],
)
def test_raters_far_above_their_runs(above, between):
    """A blank row below their names, or words beside them, leave the marks theirs."""
    header = ["สมรรถนะ", *(5, 4, 3, 2, 1) * 2]
    found = table(above, *between, header, [UNITY, "/"])
    assert (self_and_other(found), found.problems) == ((6, 1), [])


def test_a_rater_far_above_one_of_two_runs():
    """Whose the other run is, is not known: both are a problem."""
    above = ["", "หัวหน้าประเมิน"]
    found = table(above, [], ["สมรรถนะ", *(5, 4, 3, 2, 1) * 2], [UNITY, "/"])
    assert self_and_other(found) == (None, None)
    assert codes(found.problems) == [("unknown-heading", "B1")]


@pytest.mark.parametrize(
    ("title", "of_supervisor"),
    [
        ("แบบประเมินสมรรถนะโดยผู้บังคับบัญชา", True),
        ("ส่วนที่ 2 ผู้บังคับบัญชาประเมิน", True),
        ("แบบประเมินสมรรถนะ", False),
        ("ผู้บังคับบัญชา", False),
        ("เสร็จแล้วโปรดส่งให้หัวหน้าประเมิน", False),
    ],
)
@pytest.mark.parametrize("header", [["สมรรถนะ", "ระดับ"], ["สมรรถนะ", 5, 4, 3, 2, 1]])
def test_a_title_that_says_who_rates(title, of_supervisor, header):
    """It counts where no heading says it; an instruction or a label is no title."""
    expected = (None, 1) if of_supervisor else (1, None)
    assert self_and_other(table([title], [], header, [UNITY, 4])) == expected
    named = ["สมรรถนะ", "ประเมินตนเอง"]
    assert self_and_other(table([title], [], named, [UNITY, 4])) == (1, None)
