"""A cell of a sheet into a level, with the problem in its place where it is none."""

from datetime import date

import pytest

from builders import sheet_of
from jdgap.assessments import NoLevel
from jdgap.assessments.cells.cell_levels import LevelCells
from jdgap.assessments.opening.blanks import UNCALCULATED
from jdgap.text.language import LANGUAGES, current_language, use_language

SCALE = (0, 1, 2, 3, 7)
HIGHEST = "7 (0, 1, 2, 3, 7)"


def read(value, reasons=None):
    """Return the level and the problems of a sheet's only cell."""
    sheet = sheet_of([[value]], reasons=reasons)
    problems = []
    return LevelCells(sheet, SCALE).level(value, (0, 0), problems), problems


@pytest.mark.parametrize("value", [2, 2.0, "2", "ระดับ ๒"])
def test_a_level(value):
    """There is nothing to say of it."""
    assert read(value) == (2, [])


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (9, "level-out-of-range", "9"),
        ("ระดับ ๙", "level-out-of-range", "ระดับ ๙"),
        ("2.50", "level-not-whole", "2.50"),
        (float("nan"), "level-not-a-number", "nan"),
        (float("inf"), "level-not-a-number", "inf"),
        (float("-inf"), "level-not-a-number", "-inf"),
        ("ดี", "level-not-a-number", "ดี"),
        (True, "level-not-a-number", "TRUE"),
        (date(2026, 4, 3), "level-not-a-number", "2026-04-03"),
    ],
)
def test_a_fault_has_its_place_its_value_and_the_scale(value, code, shown):
    """The value is shown as it was written, and the words name both ends of the scale."""
    said, (problem,) = read(value)
    assert said is NoLevel.UNUSABLE
    assert (problem.code, problem.place.cell, problem.value) == (code, "A1", shown)
    assert problem.facts == {"lowest": 0, "highest": HIGHEST}


@pytest.mark.parametrize("value", ["#REF!", "Err:502"])
def test_an_error_value_says_which(value):
    """In the words of the spreadsheet, which are never translated."""
    said, (problem,) = read(value)
    assert said is NoLevel.UNUSABLE
    assert (problem.code, problem.value) == ("level-error-value", value)
    assert problem.facts == {"lowest": 0, "highest": HIGHEST, "reason": value}


def test_what_hides_in_a_cell_that_reads_as_blank():
    """An error value, or a formula that was never calculated, which is said in words."""
    said, (problem,) = read("", {"A1": "#N/A"})
    assert said is NoLevel.UNUSABLE
    assert (problem.code, problem.value, problem.facts["reason"]) == (
        *("level-error-value", "#N/A", "#N/A"),
    )
    (formula,) = read("", {"A1": UNCALCULATED})[1]
    before = current_language()
    said = set()
    for language in LANGUAGES:
        use_language(language)
        said.add(formula.message())
    use_language(before)
    assert len(said) == len(LANGUAGES)
    assert not any("=" in each for each in said)
    assert read("", {"B1": "#N/A"}) == (NoLevel.BLANK, [])


def test_each_fault_keeps_its_own_value():
    """However many cells were read before, and whichever came first."""
    sheet = sheet_of([[9, 8, 9, "ดี"]])
    cells, problems = LevelCells(sheet, SCALE), []
    for column, value in enumerate(sheet.rows[0]):
        cells.level(value, (0, column), problems)
    assert [(each.place.cell, each.value) for each in problems] == [
        *(("A1", "9"), ("B1", "8"), ("C1", "9"), ("D1", "ดี")),
    ]


def test_a_whole_scale_is_told_by_its_ends():
    """Levels are listed only where the scale leaves some out."""
    sheet, problems = sheet_of([[9]]), []
    LevelCells(sheet, (0, 1, 2, 3, 4)).level(9, (0, 0), problems)
    assert problems[0].facts == {"lowest": 0, "highest": 4}
