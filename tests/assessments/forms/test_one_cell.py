"""Labels and values in one cell."""

import pytest

from builders import names, title
from jdgap.assessments.cells.labels import Field
from jdgap.assessments.forms.one_cell import begins_with_label, in_one_cell

ACCOUNTANT = title("officer-accounting")
ID, NAME, POSITION = Field.EMPLOYEE_ID, Field.NAME, Field.POSITION


def read(text):
    return [(each.field, each.value) for each in in_one_cell(text, names())]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"ชื่อ นายก ข ตำแหน่ง {ACCOUNTANT}", [(NAME, "นายก ข"), (POSITION, ACCOUNTANT)]),
        (f"ชื่อ: ก ข ตำแหน่ง {ACCOUNTANT}", [(NAME, "ก ข"), (POSITION, ACCOUNTANT)]),
        ("ชื่อ - สกุล ก ข ฝ่าย บัญชี", [(NAME, "ก ข"), (Field.DEPARTMENT, "บัญชี")]),
        ("ชื่อ: ก ข ปี 2569", [(NAME, "ก ข"), (Field.ROUND, "2569")]),
        ("รหัสพนักงาน S-1", [(ID, "S-1")]),
        ("ชื่อ นางสาวก ข", [(NAME, "นางสาวก ข")]),
        (f"ตำแหน่ง {ACCOUNTANT}", [(POSITION, ACCOUNTANT)]),
        (f"ตำแหน่ง: {ACCOUNTANT}", [(POSITION, ACCOUNTANT)]),
        ("ตำแหน่ง: เจ้าหน้าที่ ฝ่าย บัญชี", [(POSITION, "เจ้าหน้าที่ ฝ่าย บัญชี")]),
        ("ประจำปี พ.ศ. 2569", [(Field.ROUND, "2569")]),
    ],
)
def test_labels_and_values(text, said):
    """A further label ends a value where it surely is one."""
    assert read(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "ชื่อ-สกุล ตำแหน่ง",
        "ชื่อ ที่ใช้ในระบบ",
        "ตำแหน่ง ที่ว่าง",
        "รหัสพนักงาน ของท่าน",
        "แบบประเมิน ชื่อ ก ข",
        "ชื่อ ........ ตำแหน่ง ........",
    ],
)
def test_words_that_are_no_labels_with_values(text):
    """A title, an instruction, or labels alone."""
    assert read(text) == []


def test_a_cell_that_is_a_label_with_its_value():
    """It is not the value of the label beside it; `ฝ่าย บัญชี` may be."""
    assert begins_with_label("ตำแหน่ง ผู้จัดการ")
    assert not begins_with_label("ฝ่าย บัญชี")
    assert not begins_with_label("ตำแหน่ง")
