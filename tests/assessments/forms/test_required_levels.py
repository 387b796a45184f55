"""The required levels of a sheet and the book's."""

from assessments.forms.odd_forms import INTEGRITY, SERVICE, UNITY, form, reading_of
from builders import book, identity_rows, thai

HEADER = ["สมรรถนะ", "ระดับที่คาดหวัง", "ประเมินตนเอง"]
REQUIRED = book().position_by_id["officer-accounting"].required


def rows(**shown):
    """Rows that all have a level, each with its required level."""
    return [[thai(key.replace("_", "-")), level, 3] for key, level in shown.items()]


def test_the_levels_of_the_book():
    """They are no problem, nor is a blank or a word."""
    shown = {"service_mind": REQUIRED["service-mind"], "unity": None, "integrity": "สูง"}
    assert form(HEADER, *rows(**shown))[1] == []


def test_other_levels():
    """Each is told in its cell, with what the book says."""
    shown = {"service_mind": REQUIRED["service-mind"], "unity": 1, "integrity": "-"}
    found = reading_of(HEADER, *rows(**shown, team_building=2)).problems
    assert [(each.code, each.place.cell) for each in found] == [
        ("required-level-differs", f"B{row}") for row in (8, 9, 10)
    ]
    told = [(each.facts["found"], each.facts["wanted"], each.value) for each in found]
    unity, integrity = (str(REQUIRED[each]) for each in ("unity", "integrity"))
    assert told == [("1", unity, "1"), ("-", integrity, "-"), ("2", "-", "2")]


def test_required_levels_that_are_ticked():
    """A run of columns may say them, too."""
    header = [None, "คาดหวัง", *[None] * 4, "ประเมินตนเอง"]
    ticks = ["สมรรถนะ", *(5, 4, 3, 2, 1) * 2]
    said = [UNITY, "/", *[None] * 4, "/"]
    assert form(header, ticks, said)[1] == [("required-level-differs", "B8")]


def test_a_position_that_is_not_known():
    """Nothing is compared."""
    who = identity_rows(position="หัวหน้าจักรวาล")
    assert form(HEADER, [SERVICE, 1, 3], [INTEGRITY, 1, 3], who=who)[1] == [
        ("unknown-position", "B3")
    ]
