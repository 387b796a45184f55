"""Whose problems a sheet's problems are."""

import pytest

from jdgap.assessments import Assessment, NoLevel, Rating
from jdgap.assessments.ownership import ProblemIndex, problems_about
from jdgap.problems import Place, Problem

CELLS = ["", "A1", "B1", "C5", "F5", "Z50", "AA6", "F7"]


def problem(cell: str, sheet: str = "S", file: str = "a.xlsx") -> Problem:
    return Problem("level-not-a-number", Place(file, sheet, cell), "x", {"lowest": 1, "highest": 5})


def assessed(cell: str = "", *rated: str, sheet: str = "S") -> Assessment:
    ratings = {
        f"c{number}": Rating(3, NoLevel.BLANK, Place("a.xlsx", sheet, each))
        for number, each in enumerate(rated)
    }
    return Assessment(Place("a.xlsx", sheet, cell), cell, "", None, "", "", "2569", ratings)


def cells(problems: list[Problem]) -> list[str]:
    return [each.place.cell for each in problems]


PROBLEMS = [problem(cell) for cell in CELLS] + [problem("C5", "T"), problem("C5", file="b.xlsx")]


def test_alone_on_a_sheet_all_its_problems_are_the_person_s():
    """A form's problems are the employee's, wherever they stand; other sheets' are not."""
    assert sorted(cells(ProblemIndex(PROBLEMS).of(assessed(), alone=True))) == sorted(CELLS)


@pytest.mark.parametrize(
    ("person", "own"),
    [
        (assessed("A5"), ["C5", "F5"]),
        (assessed("A6"), ["AA6"]),
        (assessed("A5", "D7"), ["C5", "F5", "F7"]),
        (assessed("", "D5", "D6"), ["C5", "F5", "AA6"]),
        (assessed("A8"), []),
        (assessed(), []),
        (assessed("A50", sheet="T"), []),
        (assessed("A5", sheet="T"), ["C5"]),
    ],
)
def test_in_a_table_the_person_s_rows_count(person: Assessment, own: list[str]):
    """The rows are those of the person's place and of each rating, not those that end alike."""
    assert cells(ProblemIndex(PROBLEMS).of(person, alone=False)) == own


def test_of_many_people_the_headings_problems_are_everybody_s():
    """What has no cell, or stands above the first person, is not about somebody else."""
    everybody = [assessed("A5"), assessed("A6"), assessed("A7")]
    found = problems_about(everybody[1:2], everybody, PROBLEMS[: len(CELLS)])
    assert cells(found) == ["", "A1", "B1", "AA6"]


def test_people_without_a_cell_are_known_by_their_ratings():
    """The first person is the one whose ratings stand highest."""
    everybody = [assessed("", "D7"), assessed("", "D5", "D6")]
    found = problems_about(everybody[:1], everybody, PROBLEMS[: len(CELLS)])
    assert cells(found) == ["", "A1", "B1", "F7"]


def test_a_sheet_of_one_person_is_that_person_s():
    """Nobody else stands there."""
    everybody = [assessed("A5"), assessed("A5", sheet="T")]
    assert (
        problems_about(everybody[:1], everybody, PROBLEMS[: len(CELLS)]) == PROBLEMS[: len(CELLS)]
    )


def test_other_people_s_sheets_are_left_out_and_nobody_s_kept():
    """A file that could not be read may be the one that is asked for."""
    everybody = [assessed("A5"), assessed("A5", sheet="T"), assessed("A6", sheet="T")]
    outside = [problem("", "U"), problem("", "", "c.xlsx")]
    theirs = [problem("", "T"), problem("A1", "T"), problem("C5", "T")]
    assert problems_about(everybody[:1], everybody, [*theirs, *outside]) == outside
