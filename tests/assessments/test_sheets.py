"""What kind of sheet it is."""

import pytest

from builders import names, plain_form, sheet_of
from jdgap.assessments.opening.grid import as_text, letters_of
from jdgap.assessments.sheets import looks_like_assessment, read_sheet


def test_a_form_is_one_assessment():
    """It gives one, of the whole sheet."""
    reading = read_sheet(sheet_of(plain_form()), names())
    (found,) = reading.assessments
    assert (found.place.sheet, found.place.cell, found.submitted) == ("S", "", None)


def test_more_text_than_a_form_could_have():
    """It is not searched through for a form."""
    rows = [*plain_form(), *[["x"] * 20] * 1000]
    assert read_sheet(sheet_of(rows), names()) is None
    assert not looks_like_assessment(sheet_of(rows), names())
    assert read_sheet(sheet_of(rows[:500]), names()) is not None


@pytest.mark.parametrize("count", [1, 3000])
def test_the_texts_of_a_sheet(count):
    """They are the same however many rows there are, kept for the next pass or not."""
    sheet = sheet_of([["ก ", 4.0, "", " \u200b"], *[[None, "ข\nค"]] * count])
    expected = [(0, 0, "ก"), *[(row, 1, "ข ค") for row in range(1, count + 1)]]
    assert list(sheet.texts()) == list(sheet.texts()) == expected
    assert [sheet.text(0, 0), sheet.text(0, 1), sheet.text(1, 1)] == ["ก", "4", "ข ค"]
    assert [sheet.text(0, 9), sheet.text(-1, 0), sheet.text(count + 1, 0), sheet.text(0, -1)] == [
        ""
    ] * 4


@pytest.mark.parametrize(("value", "text"), [("", ""), (" ก\t", "ก"), (3.0, "3"), (3.5, "3.5"), (True, "True")])  # fmt: skip
def test_a_value_as_text(value, text):
    """A whole number has no decimal point."""
    assert as_text(value) == text


def test_letters():
    """Columns are counted from 0, as far as Excel has them."""
    assert [letters_of(column) for column in (0, 25, 26, 701, 702, 16383)] == [
        *("A", "Z", "AA", "ZZ", "AAA", "XFD")
    ]
