"""The form of one employee."""

import pytest

from assessments.forms.odd_forms import HEADER, SERVICE, WHO, form, reading_of

ROW = [SERVICE, 3, 4]


def test_two_positions():
    """The field is blank, which is no further problem."""
    reading = reading_of(HEADER, ROW, who=[*WHO, ["ตำแหน่ง", "ผู้จัดการ"]])
    (found,) = reading.assessments
    assert (found.position_id, found.position_written, found.name) == (None, "", "ตัวอย่าง ใจดี")
    assert [(each.code, each.place.cell) for each in reading.problems] == [("several-values", "B5")]


def test_two_ids_and_no_name():
    """The roster cannot tell either, and one problem is enough."""
    who = [["รหัสพนักงาน", "S-1", "รหัส", "S-2"], WHO[2]]
    assert form(HEADER, ROW, who=who)[1] == [("several-values", "D1")]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["ตำแหน่ง"], ("missing-position", "A2")),
        (["ตำแหน่ง", None, "หัวหน้าจักรวาล"], ("unknown-position", "C2")),
        (["ปี", 2569], ("missing-position", "")),
    ],
)
def test_the_cell_of_the_position(row, expected):
    """A problem of the position stands in its cell, where there is one."""
    assert form(HEADER, ROW, who=[WHO[0], row])[1] == [expected]


def test_a_name_in_the_supervisors_block_alone():
    """It is not known whose form it is."""
    who = [["ผู้บังคับบัญชา"], ["ชื่อ-สกุล", "ค ง"], [], WHO[2]]
    assert form(HEADER, ROW, who=who)[1] == [("missing-employee", "")]
