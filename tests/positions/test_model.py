"""A name in the language in use, or in both."""

import pytest

from jdgap.positions import Name
from jdgap.text.language import speaking

UNITY = Name(th="ความสามัคคี", en="Unity")


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        ("th", "ความสามัคคี"),
        ("en", "Unity"),
        ("th,en", "ความสามัคคี (Unity)"),
        ("en,th", "Unity (ความสามัคคี)"),
    ],
)
def test_a_name_is_in_the_languages_that_were_chosen(choice, text):
    with speaking(choice):
        assert UNITY.text == text
        assert UNITY.stacked.split("\n") == text.rstrip(")").split(" (")
        assert UNITY.short == text.split(" ")[0]


@pytest.mark.parametrize("choice", ["th", "en", "th,en", "en,th"])
def test_a_name_in_one_language_is_shown_once(choice):
    with speaking(choice):
        for name in (Name(th="ก"), Name(en="ก"), Name(th="ก", en="ก")):
            assert (name.text, name.stacked, name.short) == ("ก", "ก", "ก")


def test_there_are_no_brackets_in_brackets():
    with speaking("th,en"):
        assert Name(th="หัวหน้า (บัญชี)", en="Head").text == "หัวหน้า (บัญชี) – Head"
        assert Name(th="หัวหน้า", en="Head [Accounting]").text == "หัวหน้า – Head [Accounting]"
