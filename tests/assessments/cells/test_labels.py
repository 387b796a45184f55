"""Labels that are nobody's value, and whom they are about."""

import pytest

from jdgap.assessments.cells.labels import (
    Column,
    form_column_of,
    is_label,
    is_numbering,
    is_remark,
    names_rated,
    names_rater,
)
from jdgap.assessments.cells.levels import heads_not_applicable
from jdgap.assessments.cells.person_names import begins_with_prefix, is_prefix, is_same_name


@pytest.mark.parametrize(
    "text",
    [
        *("ผู้ประเมิน", "ชื่อ-สกุลผู้ประเมิน", "ตำแหน่งผู้บังคับบัญชา", "ผู้บังคับบัญชาชั้นต้น", "ผู้ประเมินคนที่ 2"),
        *("ส่วนที่ 2 : ข้อมูลผู้ประเมิน", "ชื่อหัวหน้างาน", "Supervisor", "Supervisor's name", "Name of rater"),
    ],
)
def test_labels_about_a_rater(text):
    """They are no label of the employee."""
    assert names_rater(text)
    assert not names_rated(text)


@pytest.mark.parametrize(
    "text", ["ผู้รับการประเมิน", "ชื่อ-สกุลผู้รับการประเมิน", "ส่วนที่ 1 ข้อมูลทั่วไปของผู้รับการประเมิน", "ข้อมูลพนักงาน"]
)
def test_labels_about_the_employee(text):
    """They begin or end a block."""
    assert names_rated(text)
    assert not names_rater(text)


@pytest.mark.parametrize(
    "text", ["หัวหน้าฝ่าย", "ตำแหน่ง หัวหน้าฝ่ายบัญชี", "พนักงาน", "ผู้จัดการ", "สมชาย ใจดี", "ชื่อ"]
)
def test_labels_about_nobody_in_particular(text):
    """Words for a position may be somebody's."""
    assert not names_rater(text)
    assert not names_rated(text)


def test_what_is_a_label():
    """Words that may be a position are none."""
    assert all(map(is_label, ("รหัสพนักงาน", "อายุงาน", "ผู้ประเมิน", "ระดับ", "ลำดับ")))
    assert not any(map(is_label, ("หัวหน้าฝ่าย", "เจ้าหน้าที่", "สมชาย ใจดี", "S-1")))


def test_headings_of_columns():
    """Some number the rows, and some say that a level does not apply."""
    assert is_numbering("ลำดับที่")
    assert not is_numbering("น้ำหนัก")
    assert heads_not_applicable("ไม่ประเมิน (N/A)")
    assert not any(map(heads_not_applicable, ("", "5", "หมายเหตุ", "-")))


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("คะแนนตนเอง", Column.SELF),
        ("คะแนนหัวหน้า", Column.SUPERVISOR),
        ("คะแนนผู้บังคับบัญชา", Column.SUPERVISOR),
        ("ระดับที่ทำได้จริง", Column.LEVEL),
        ("หัวหน้าคนที่ 1", Column.SUPERVISOR),
        ("ผู้บังคับบัญชาลำดับที่ ๑ (1-5)", Column.SUPERVISOR),
        ("หัวหน้า 2569", None),
        ("เป้าหมาย", Column.REQUIRED),
        ("ค่าเป้าหมาย", Column.REQUIRED),
        ("หลักฐาน/ตัวอย่างพฤติกรรม", Column.OTHER),
        ("กรรมการ", None),
    ],
)
def test_headings_of_a_form(heading, kind):
    """Some of them may mean another thing in another list."""
    assert form_column_of(heading) is kind
    assert is_remark(heading) == (kind is Column.OTHER)


def test_names_of_one_person():
    """A prefix or the surname may be left out."""
    assert is_same_name("นางสาวกานดา มีสุข", "กานดา")
    assert not is_same_name("กานดา มีสุข", "กานดา มีสุก")
    assert is_prefix("น.ส.")
    assert begins_with_prefix("น.ส.กานดา")
    assert not begins_with_prefix("นาย")
