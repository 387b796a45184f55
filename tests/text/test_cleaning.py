"""Making text from a file safe to show."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdgap.text.cleaning import clean, shortened

any_text = st.text(st.one_of(st.characters(), st.sampled_from("\x1b\u202e\ud800\x07\x9b\u200b")))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ก  ข\n\tค", "ก ข ค"),
        ("\x1b[31mแดง", "[31mแดง"),
        ("\x9b2J", "2J"),
        ("a\u202eb\u2066c", "abc"),
        ("ก\ud800ข", "กข"),
        ("\ufeffหัว\u200bหน้า\u00ad ", "หัวหน้า"),
        ("[bold]ก[/x]", "[bold]ก[/x]"),
        ("", ""),
    ],
)
def test_clean(text, shown):
    """Control, direction and invisible characters go; spaces and lines become one space."""
    assert clean(text) == shown


@settings(deadline=None)
@given(any_text)
def test_cleaned_text_is_harmless(text):
    """Whatever comes in can be encoded, stands on one line, and stays as it is cleaned again."""
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert not {unicodedata.category(each) for each in cleaned} & {"Cc", "Cs"}
    assert clean(cleaned) == cleaned


@settings(deadline=None)
@given(any_text, st.integers(1, 80))
def test_shortened_text_fits(text, limit):
    """No more than the limit is left, and a cut is seen."""
    short = shortened(text, limit)
    assert len(short) <= limit
    assert short == clean(text) or short.endswith("…")


def test_every_character_that_must_not_stay():
    """Each one is dropped or becomes a space, wherever it stands."""
    invisible = set("\u200b\u200e\u200f\u2060\ufeff\u00ad") | {
        chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
    }
    codes = (*range(0x3100), *range(0xD800, 0xE000), *range(0xFE00, 0x10000))
    for character in map(chr, codes):
        if character.isspace():
            expected = "ก ข"
        elif character in invisible or unicodedata.category(character) in {"Cc", "Cs"}:
            expected = "กข"
        else:
            expected = f"ก{character}ข"
        assert clean(f"ก{character}ข") == expected, hex(ord(character))


def test_what_stands_between_spaces():
    """Nothing is left of two spaces that a dropped character parted."""
    assert clean("ก \x00 ข") == "ก ข"
