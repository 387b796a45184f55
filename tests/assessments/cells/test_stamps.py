"""Time stamps of survey services and of people."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgap.assessments.cells.stamps import StampReader


def at(*parts):
    return datetime(*parts)  # noqa: DTZ001 (stamps have no zone)


def read(*column):
    reader = StampReader(column)
    return [reader.stamp(value) for value in column]


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("8/31/2023 19:08:16", at(2023, 8, 31, 19, 8, 16)),
        ("31/8/2023, 19:08:16", at(2023, 8, 31, 19, 8, 16)),
        ("2026/09/27 3:00:00 PM GMT+3", at(2026, 9, 27, 15)),
        ("2026/09/27 12:00:05 AM GMT+7", at(2026, 9, 27, 0, 0, 5)),
        ("2026/09/27 12:30:00 p.m.", at(2026, 9, 27, 12, 30)),
        ("2026-09-27T03:00:00Z", at(2026, 9, 27, 3)),
        ("2026-09-27T03:00:00.123+07:00", at(2026, 9, 27, 3)),
        ("2026-09-27", at(2026, 9, 27)),
        ("27/9/2569 15:00", at(2026, 9, 27, 15)),
        ("๒๗/๙/๒๕๖๙ ๑๕.๓๐ น.", at(2026, 9, 27, 15, 30)),
        ("27/9/2569 3:15:00 หลังเที่ยง", at(2026, 9, 27, 15, 15)),
        ("31.8.2023 19:08", at(2023, 8, 31, 19, 8)),
        ("8/31/23 19:08", at(2023, 8, 31, 19, 8)),
        ("31/8/66 19:08", at(2023, 8, 31, 19, 8)),
        (" 8/31/2023 19:08:16 ", at(2023, 8, 31, 19, 8, 16)),
    ],
)
def test_each_way_to_write_a_stamp(text, stamp):
    """Google's, Microsoft's, the ISO's, and the Thai ways, in either era."""
    assert read(text) == [stamp]


@pytest.mark.parametrize(
    "value",
    [
        *("", "เมื่อวาน", "13/13/2023", "30/2/2023", "1/1/1", "0/1/2023", "1/2/2023 25:00"),
        *("1/2/2023 13:00 PM", "8/31/203", "31-8/2023", "2023/8/31 9", "31 ส.ค. 2566"),
        *(True, -1, 4, 4.5, 99_999_999, float("nan"), float("inf"), time(3), timedelta(1)),
    ],
)
def test_what_is_no_stamp(value):
    """It is none, and no exception."""
    assert read(value) == [None]


def test_cells_that_are_dates():
    """A cell with the format of a date is one already, of either era."""
    assert read(at(2026, 9, 27, 3, 0, 1), at(2569, 9, 27, 3), date(2026, 9, 27)) == [
        at(2026, 9, 27, 3, 0, 1),
        at(2026, 9, 27, 3),
        at(2026, 9, 27),
    ]
    assert read(datetime(2026, 9, 27, 3, tzinfo=UTC)) == [at(2026, 9, 27, 3)]


def test_a_number_without_its_format():
    """A spreadsheet counts days from the end of 1899."""
    assert read(45169.75) == [at(2023, 8, 31, 18)]


def test_one_stamp_decides_for_the_column():
    """A number above 12 says which part is the day, for the stamps before it, too."""
    assert read("1/2/2023 9:00", "31/8/2023 9:00") == [at(2023, 2, 1, 9), at(2023, 8, 31, 9)]
    assert read("1/2/2023 9:00", "8/31/2023 9:00") == [at(2023, 1, 2, 9), at(2023, 8, 31, 9)]


def test_without_a_telling_stamp_the_month_comes_first():
    """As in Google's exports; who writes years of the Buddhist era writes the day first."""
    assert read("1/2/2023 9:00") == [at(2023, 1, 2, 9)]
    assert read("1/2/2566 9:00") == [at(2023, 2, 1, 9)]


def test_what_contradicts_the_column():
    """A stamp that makes no sense in the order of its column is none."""
    assert read("31/8/2023 9:00", "8/31/2023 9:00") == [at(2023, 8, 31, 9), None]


@given(
    st.lists(st.datetimes(at(1990, 1, 1), at(2100, 1, 1)), min_size=1), st.sampled_from([0, 543])
)
def test_order_in_is_order_out(stamps, era):
    """Whatever the era and the order of day and month, stamps compare as the times do."""
    written = [
        f"{each:%d/%m/}{each.year + era} {each:%H:%M:%S}" for each in [at(2023, 12, 31), *stamps]
    ]
    assert read(*written)[1:] == [each.replace(microsecond=0) for each in stamps]


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.dates(), st.datetimes()))
def test_never_an_exception(value):
    """Anything that a cell may hold gives a stamp or none."""
    (stamp,) = read(value)
    assert stamp is None or isinstance(stamp, datetime)
