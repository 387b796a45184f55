"""Names of rounds: a year, or a part of one."""

from itertools import pairwise

import pytest

from jdgap.text.language import speaking
from jdgap.text.rounds import (
    comes_after,
    joined_round,
    may_be_one_round,
    round_in_words,
    round_of,
    round_order,
)

YEARS = [
    *("2569", "๒๕๖๙", "2026", "ปี 2569", "ประจำปี พ.ศ. ๒๕๖๙", "2026-04-01", "2026-04-01 00:00:00"),
    *("1/4/2569", "1 เม.ย. 2569", "04/2569", "10/2569", "5/2569", "2569/70", "FY2026", "ปีงบประมาณ 2569"),
    *("ปีที่ 2 พ.ศ. 2569", "แบบที่ 2 ปี 2569", "1. ปี 2569", "2569/0", "2569-12", "2569/2570"),
]  # fmt: skip
FIRST = [
    *("1/2569", "๑/๒๕๖๙", "1/2026", "1 / 2569", "1-2569", "2569/1", "2026-1", "2569 – 1", "(1/2569)"),
    *("H1 2026", "2026-H1", "1H2026", "Q1/2569", "2569 q1", "first half of 2026", "1st quarter 2026"),
    *("ครั้งที่ 1/2569", "รอบที่ 1/2569", "รอบการประเมินที่ ๑ ประจำปีงบประมาณ พ.ศ. ๒๕๖๙", "ครั้งที่ 1 ปี 2026"),
    *("ครึ่งปีแรก 2569", "ไตรมาสที่ 1 ปี 2569", "6 เดือนแรก ปี 2569", "1 ปี 2569", "Round 1, 2026"),
    "รอบที่ 1 (1 ต.ค. 68 - 31 มี.ค. 69) ปี 2569",
]  # fmt: skip


@pytest.mark.parametrize("text", YEARS)
def test_a_year(text):
    """A year below 2400 is of the common era; dates, months and spans name no part of it."""
    assert round_of(text) == "2569"


@pytest.mark.parametrize("text", FIRST)
def test_a_part_of_a_year(text):
    """However it is written it reads as one text, and that as itself."""
    assert round_of(text) == "1/2569"


@pytest.mark.parametrize(
    ("text", "round_"),
    [
        *(("2/2569", "2/2569"), ("2026-H2", "2/2569"), ("ครึ่งปีหลัง 2569", "2/2569")),
        *(("3rd quarter 2026", "3/2569"), ("2569 Q4", "4/2569"), ("รอบ 1 ต.ค. 2568 - 31 มี.ค. 2569", "2568")),
        *(("2568/2569", "2568"), ("ครึ่งปีแรก", "ครึ่งปีแรก"), ("1", "1"), ("", ""), ("25691", "25691")),
    ],
)  # fmt: skip
def test_other_rounds(text, round_):
    """Of two years the first counts; text without a year stays as it is written."""
    assert round_of(text) == round_


@pytest.mark.parametrize(
    ("texts", "round_"),
    [
        ([], ""),
        (["", "ครึ่งปีแรก", "1"], "ครึ่งปีแรก"),
        (["1", "2026"], "1/2569"),
        (["ปี 2569", "ครึ่งปีหลัง"], "2/2569"),
        (["2569", "1/2569"], "1/2569"),
        (["2569", "1/2568"], "2569"),
        (["2569", "หนึ่ง"], "2569"),
    ],
)
def test_a_round_in_several_texts(texts, round_):
    assert joined_round(texts) == round_


def test_what_may_be_one_round():
    """A year may be meant by a part of it, and by anything that names no year."""
    assert may_be_one_round("2569", "1/2026")
    assert may_be_one_round("1/2569", "2026-1")
    assert may_be_one_round("1/2569", "รอบ 2")
    assert not may_be_one_round("1/2569", "2/2569")
    assert not may_be_one_round("1/2569", "1/2568")


IN_ORDER = ["ครึ่งปีแรก", "4/2568", "2569", "1/2569", "2/2569", "1/2570"]


def test_rounds_in_order():
    assert sorted(sorted(IN_ORDER), key=round_order) == IN_ORDER
    later = [(two, one) for one, two in pairwise(IN_ORDER) if comes_after(two, one)]
    assert later == [("2569", "4/2568"), ("2/2569", "1/2569"), ("1/2570", "2/2569")]
    assert not any(comes_after(one, two) for one, two in pairwise(IN_ORDER))
    assert not comes_after("1/2569", "2569")


@pytest.mark.parametrize(
    ("round_", "english"), [("2569", "2569 (2026)"), ("1/2569", "1/2569 (2026)")]
)
def test_a_round_in_words(round_, english):
    """English dates are of the common era, so the year of a round is said in it, too."""
    assert round_in_words(round_) == round_
    with speaking("en"):
        assert round_in_words(round_) == english
        for other in ("", "1", "Spring", "2569/1", "2569 → 2570", "2026", "5/2569"):
            assert round_in_words(other) == other
