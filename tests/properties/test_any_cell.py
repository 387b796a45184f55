"""One cell of any content, against a reading of its own that knows nothing of patterns."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders import sheet_of
from jdgap.assessments import NoLevel
from jdgap.assessments.cells.cell_levels import LevelCells
from jdgap.assessments.cells.levels import LevelFault, read_level
from jdgap.problems import KINDS
from jdgap.text.cleaning import clean

FAULTS = {each for each in KINDS if each.startswith("level-")}
scales = st.sampled_from([(0, 1, 2, 3, 4), (1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6, 7), (0, 2, 10)])
numbers = st.one_of(
    st.integers(-3, 12), st.integers(-(2**63), 2**64), st.floats(), st.floats(-1, 12), st.booleans()
)
any_content = st.one_of(
    numbers,
    st.text(max_size=20),
    st.text(st.characters(categories=("Nd", "No", "Cf", "Zs", "Pd")), max_size=6),
    st.text("0123456789๔.-+ระดับที่level ()=:/NA#\u200b\ud800\x1b", max_size=10),
    *(st.dates(), st.datetimes(), st.times(), st.timedeltas()),
)


@given(any_content, scales)
def test_any_content_is_a_level_of_the_scale_or_none_for_a_known_reason(content, scale):
    """Never an exception, never a level beside the scale, never a fault that nobody knows."""
    found = read_level(content, scale)
    if isinstance(found, LevelFault):
        assert found.code in FAULTS
        assert clean(found.value) == found.value
        assert len(found.value) <= 60
    elif not isinstance(found, NoLevel):
        assert type(found) is int
        assert found in scale


@given(numbers, scales)
def test_a_number_is_the_level_that_it_equals_exactly(number, scale):
    """And none where it is a little more, or a truth value, or none of the scale."""
    equal = [level for level in scale if number == level and not isinstance(number, bool)]
    found = read_level(number, scale)
    assert found == equal[0] if equal else isinstance(found, LevelFault)


@given(st.from_regex(r"-?[0-9๐-๙]{1,3}(\.[0-9๐-๙]{1,3})?", fullmatch=True), scales)
def test_digits_are_the_number_that_python_reads(text, scale):
    """Thai digits or others, with a decimal point or without."""
    number = float(text)  # which knows the digits of all scripts
    found = read_level(text, scale)
    assert found == number if number in scale else isinstance(found, LevelFault)


@given(st.lists(any_content, max_size=8), scales)
def test_a_cell_says_the_same_whatever_was_read_before_it(contents, scale):
    """One is not True, 1.0 not "1", though a dictionary may take them for the same."""
    cells = LevelCells(sheet_of([]), scale)
    for content in contents * 2:
        problems = []
        alone = read_level.__wrapped__(content, scale)
        said = cells.level(content, (0, 0), problems)
        if isinstance(alone, LevelFault):
            assert said is NoLevel.UNUSABLE
            assert [(each.code, each.value) for each in problems] == [(alone.code, alone.value)]
            assert problems[0].message()
        else:
            assert (said, problems) == (alone, [])


def test_every_kind_of_cell_is_met():
    """What the reader gives for a cell, each type once."""
    said = [
        read_level(content, (1, 2, 3))
        for content in (
            1,
            1.0,
            "1",
            True,
            date.max,
            datetime.fromisoformat("2026-01-01"),
            time.max,
            timedelta.max,
            "",
        )
    ]
    assert said[:3] == [1, 1, 1]
    assert all(isinstance(each, LevelFault) for each in said[3:8])
    assert said[8] is NoLevel.BLANK
