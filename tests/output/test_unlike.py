"""Names of which no two are alike."""

import unicodedata
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgap.output.unlike import UnlikeNames


def names(*wanted):
    unlike = UnlikeNames()
    return [unlike.new(lambda addition, name=name: name + addition) for name in wanted]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ab", "AB"),
        ("Straße", "STRASSE"),
        ("İstanbul", "istanbul"),
        ("ılık", "ILIK"),
        ("ＡＢ１", "ab1"),
        ("\u00e9", "e\u0301"),
        ("น\u0e4d\u0e32", "น\u0e33"),
        ("ﬁ", "FI"),
        ("Σας", "ΣΑΣ"),
    ],
)
def test_what_some_program_takes_for_one(one: str, other: str):
    assert names(one, other) == [one, f"{other} (2)"]


@pytest.mark.parametrize(("one", "other"), [("ก่า", "ก้า"), ("กา", "ก า"), ("a", "á"), ("0", "o")])
def test_what_is_not_alike_stays_as_it_is(one: str, other: str):
    assert names(one, other) == [one, other]


def test_a_number_that_is_taken_is_passed_over():
    assert names("a (2)", "a", "A", "a") == ["a (2)", "a", "A (3)", "a (4)"]


def test_ten_thousand_of_one_name_take_no_time():
    started = perf_counter()
    assert len(set(names(*["ก"] * 10_000))) == 10_000
    assert perf_counter() - started < 5


@given(st.lists(st.text("aAİıi\u0307ßs１1éẞſ (2)", max_size=5), max_size=12))
def test_no_two_are_alike_in_any_way(wanted):
    found = names(*wanted)
    for compared in (
        str.lower,
        str.upper,
        str.casefold,
        lambda name: unicodedata.normalize("NFKC", name),
    ):
        assert len({compared(name) for name in found}) == len(found)
