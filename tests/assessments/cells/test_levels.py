"""One cell into a level."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgap.assessments.cells.levels import LevelFault, read_level
from jdgap.assessments.model import NoLevel

SCALE = (1, 2, 3, 4, 5)

FOUR = [
    *(4, 4.0, "4", "๔", "4.0", "๔.๐", " 4 ", "4\n", "\u200b4", "４"),
    *("ระดับ 4", "ระดับ4", "ระดับ ๔", "ระดับที่ ๔", "ระดับที่4", "ระดับ: 4", "level 4", "Level 4"),
    *("LEVEL 4", "4 - ชำนาญ", "4-ชำนาญ", "4 – ชำนาญ", "4 = ชำนาญ", "4: ชำนาญ", "4 : ชำนาญ"),
    *("4 (ชำนาญ)", "4(ชำนาญ)", "๔ - เชี่ยวชาญ", "ระดับ 4 - ชำนาญ", "ระดับที่ ๔ (ชำนาญ)"),
    *("4 - advanced", "4 (advanced)"),
]
NOT_APPLICABLE = ["N/A", "n/a", "NA", "N / A", "-", "–", "—", " - ", "--", "ไม่เกี่ยวข้อง", "ไม่ประเมิน"]
FAULTS = [
    (4.5, "level-not-whole"),
    ("4.5", "level-not-whole"),
    ("๔.๕", "level-not-whole"),
    (0, "level-out-of-range"),
    (9, "level-out-of-range"),
    (9.0, "level-out-of-range"),
    (-3, "level-out-of-range"),
    ("-3", "level-out-of-range"),
    ("0", "level-out-of-range"),
    ("ระดับ ๙", "level-out-of-range"),
    (1e300, "level-out-of-range"),
    ("44", "level-out-of-range"),
    (float("nan"), "level-not-a-number"),
    (float("inf"), "level-not-a-number"),
    (True, "level-not-a-number"),
    (False, "level-not-a-number"),
    ("TRUE", "level-not-a-number"),
    ("nan", "level-not-a-number"),
    ("4/5", "level-not-a-number"),
    ("3-4", "level-not-a-number"),
    ("3 - 4", "level-not-a-number"),
    ("3 4", "level-not-a-number"),
    ("3,4", "level-not-a-number"),
    ("1_0", "level-not-a-number"),
    ("+4", "level-not-a-number"),
    ("4e0", "level-not-a-number"),
    ("0x4", "level-not-a-number"),
    ("4%", "level-not-a-number"),
    ("²", "level-not-a-number"),
    ("④", "level-not-a-number"),
    ("สี่", "level-not-a-number"),
    ("ดีมาก", "level-not-a-number"),
    ("/", "level-not-a-number"),
    ("?", "level-not-a-number"),
    (date(2026, 4, 3), "level-not-a-number"),
    (datetime(2026, 4, 3, 1, 2), "level-not-a-number"),  # noqa: DTZ001 (a cell has no zone)
    (time(4, 0), "level-not-a-number"),
    (timedelta(days=4), "level-not-a-number"),
    ("#REF!", "level-error-value"),
    ("#N/A", "level-error-value"),
    ("#DIV/0!", "level-error-value"),
    ("Err:502", "level-error-value"),
]

anything = st.one_of(
    *(st.text(), st.integers(-(2**63), 2**63 - 1), st.floats(), st.booleans()),
    *(st.dates(), st.datetimes(), st.times(), st.timedeltas()),
    st.text("0123456789๔.-+ระดับที่level ()=:/NA#\u200b\ud800\x1b", max_size=12),
    st.from_regex(r"(ระดับ(ที่)? ?)?[0-9๐-๙.]{1,12}( ?[-=:(] ?\w*\)?)?", fullmatch=True),
)


@pytest.mark.parametrize("value", FOUR)
def test_every_way_to_write_a_four(value):
    """What people write for a level is that level."""
    assert read_level(value, SCALE) == 4


@pytest.mark.parametrize("level", SCALE)
def test_every_level_of_the_scale(level):
    """Each level of the scale is read in Arabic and in Thai digits."""
    thai = chr(ord("๐") + level)
    assert [read_level(each, SCALE) for each in (level, str(level), thai)] == [level] * 3


@pytest.mark.parametrize("value", NOT_APPLICABLE)
def test_not_applicable(value):
    """The usual words for "does not apply" are no fault and no level."""
    assert read_level(value, SCALE) is NoLevel.NOT_APPLICABLE


@pytest.mark.parametrize("value", ["", " ", "\u200b", "\n\t", "\ufeff "])
def test_blank(value):
    """A cell with nothing to see is blank, never zero."""
    assert read_level(value, SCALE) is NoLevel.BLANK


@pytest.mark.parametrize(("value", "code"), FAULTS)
def test_everything_else_is_a_fault(value, code):
    """Nothing is rounded, and nothing is guessed."""
    found = read_level(value, SCALE)
    assert isinstance(found, LevelFault)
    assert found.code == code


def test_the_fault_shows_what_was_found():
    """The value of a fault is as people see it in the cell, without control characters."""
    values = [9.0, 4.5, True, "ดี\x1b[31mมาก", "x" * 500]
    found = [read_level(value, SCALE) for value in values]
    shown = [each.value for each in found if isinstance(each, LevelFault)]
    assert shown[:4] == ["9", "4.5", "TRUE", "ดี[31mมาก"]
    assert len(shown[4]) <= 60


def test_the_scale_is_data():
    """A level is judged by the book's scale, gaps in it included."""
    assert read_level("0", (0, 2, 10)) == 0
    assert read_level("๑๐", (0, 2, 10)) == 10
    assert isinstance(read_level(1, (0, 2, 10)), LevelFault)


@given(anything)
def test_any_cell_has_an_answer(value):
    """Any content gives a level of the scale, a reason for none, or a fault; never an exception."""
    found = read_level(value, SCALE)
    assert isinstance(found, (int, NoLevel, LevelFault))
    if isinstance(found, int):
        assert not isinstance(found, bool)
        assert found in SCALE


@given(st.floats(1, 5).filter(lambda number: not number.is_integer()))
def test_no_fraction_is_rounded(number):
    """A number between two levels is never one of them."""
    found = read_level(number, SCALE)
    assert isinstance(found, LevelFault)
    assert found.code == "level-not-whole"
