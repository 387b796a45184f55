"""Which cells the levels come from, and which problem made one unusable."""

from pathlib import Path

import pytest

from answers import answer
from builders import OFFICER_COMPETENCIES, book, identity_rows, plain_form, thai, write_workbook
from jdgap.assessments import Count, NoLevel, Rating
from jdgap.assessments.one_file import read_file
from jdgap.gaps.explanations.said import Answer
from jdgap.problems import Place, Problem

BLANK, UNUSABLE, NOT_APPLICABLE = NoLevel.BLANK, NoLevel.UNUSABLE, NoLevel.NOT_APPLICABLE


def said_of(path, competency, count=Count.EITHER, person=0):
    reading = read_file(Path(path), book())
    return Answer(reading.assessments[person], count, reading.problems).of(
        competency, book().competency_by_id[competency].name.text
    )


def cells_of(said):
    return [each.place.cell if each.place else None for each in (said.own, said.other)]


def problems_of(said):
    return [
        (each.problem.code, each.problem.place.cell) if each.problem else None
        for each in (said.own, said.other)
    ]


def rated(own, other, *, row="", **cells):
    rating = Rating(own, other, Place("a.xlsx", "S", "E7"), **cells)
    given = answer(cell=row)
    ratings = {"unity": rating}
    return type(given)(given.place, "S-1", "", "officer-it", "", "", "", ratings)


@pytest.mark.parametrize(
    ("own", "other", "count", "counts"),
    [
        (3, 4, Count.EITHER, "other"),
        (3, NOT_APPLICABLE, Count.EITHER, "other"),
        (3, BLANK, Count.EITHER, "own"),
        (3, UNUSABLE, Count.EITHER, "own"),
        (BLANK, BLANK, Count.EITHER, "own"),
        (3, 4, Count.SELF, "own"),
        (3, BLANK, Count.SUPERVISOR, "other"),
    ],
)
def test_which_of_the_two_counts(own, other, count, counts):
    said = Answer(rated(own, other, self_cell="D7", supervisor_cell="E7"), count).of("unity", "")
    assert said.counted == getattr(said, counts)
    assert cells_of(said) == ["D7", "E7"]


@pytest.mark.parametrize(
    ("own", "other", "cells"),
    [(3, 4, [None, "E7"]), (3, BLANK, ["E7", None]), (BLANK, BLANK, [None, None])],
)
def test_a_rating_that_tells_one_cell_only(own, other, cells):
    """The cell is that of the level which counts; the other one is not guessed."""
    assert cells_of(Answer(rated(own, other), Count.EITHER).of("unity", "")) == cells


def test_a_competency_that_the_answer_does_not_name():
    said = Answer(rated(3, 4), Count.EITHER).of("trust", "")
    assert (said.is_named, cells_of(said)) == (False, [None, None])


def test_the_problem_in_the_cell(tmp_path):
    path = write_workbook(tmp_path / "a.xlsx", plain_form([(9, None), (3, "ดี")]))
    assert problems_of(said_of(path, "service-mind")) == [("level-out-of-range", "B7"), None]
    assert problems_of(said_of(path, "unity")) == [None, ("level-not-a-number", "C8")]


def test_the_problem_of_a_competency_that_is_rated_twice(tmp_path):
    rows = [*plain_form([(3, 4)] * 8), [thai("unity"), 2, 2]]
    path = write_workbook(tmp_path / "a.xlsx", rows)
    said = said_of(path, "unity")
    assert {problem[0] for problem in problems_of(said)} == {"duplicate-competency"}
    assert problems_of(said_of(path, "integrity")) == [None, None]


def test_the_problem_beside_the_cell_of_a_tick_form(tmp_path):
    """Two marks in a row are a problem of the row, whichever cell it stands in."""
    rows = [*identity_rows(), [], ["สมรรถนะ", 5, 4, 3, 2, 1]]
    rows += [[thai(each), None, None, "/"] for each in OFFICER_COMPETENCIES[:6]]
    rows += [[thai("process-accuracy"), "/", "/"], [thai("flexibility"), *[None] * 4, "ok"]]
    path = write_workbook(tmp_path / "a.xlsx", rows)
    assert problems_of(said_of(path, "process-accuracy")) == [("several-marks", "C13"), None]
    assert problems_of(said_of(path, "flexibility")) == [("level-not-a-number", "F14"), None]


def test_in_a_table_the_problem_is_the_cells_own(tmp_path):
    """One row holds all competencies of a person, and a column those of everybody."""
    header = ["รหัสพนักงาน", "ตำแหน่ง", *map(thai, OFFICER_COMPETENCIES)]
    rows = [header, *(["S-1", "officer-it", 3, 9, 3, "ดี", *[3] * 4] for _ in "1")]
    rows += [["S-2", "officer-it", 3, 0, 3, 3, *[3] * 4]]
    path = write_workbook(tmp_path / "a.xlsx", rows)
    found = {
        (person, key): problems_of(said_of(path, key, person=person))[0]
        for person in (0, 1)
        for key in ("unity", "achievement")
    }
    assert found == {
        (0, "unity"): ("level-out-of-range", "D2"),
        (0, "achievement"): ("level-not-a-number", "F2"),
        (1, "unity"): ("level-out-of-range", "D3"),
        (1, "achievement"): None,
    }


def test_problems_of_another_sheet_do_not_count():
    elsewhere = Problem("level-out-of-range", Place("a.xlsx", "T", "E7"), "9")
    given = rated(UNUSABLE, BLANK, self_cell="E7")
    assert problems_of(Answer(given, Count.EITHER, [elsewhere]).of("unity", "")) == [None, None]


@pytest.mark.parametrize(("row", "found"), [("", True), ("A7", False)])
def test_a_problem_beside_the_cell_is_about_it_only_in_a_form(row, found):
    """In a table of many people the cells beside it hold other competencies."""
    beside = Problem("level-out-of-range", Place("a.xlsx", "S", "G7"), "9")
    given = rated(UNUSABLE, BLANK, row=row, self_cell="E7")
    said = Answer(given, Count.EITHER, [beside]).of("unity", "")
    assert said.own.problem == (beside if found else None)


@pytest.mark.parametrize(("name", "found"), [("ความสามัคคี", True), ("ความซื่อสัตย์", False)])
@pytest.mark.parametrize("row", ["", "A7"])
def test_a_problem_of_two_rows_is_about_its_competency(name, found, row):
    facts = {"competency": "ความสามัคคี", "other": "E7"}
    twice = Problem("duplicate-competency", Place("a.xlsx", "S", "E12"), facts=facts)
    given = rated(UNUSABLE, UNUSABLE, row=row, self_cell="D7", supervisor_cell="E7")
    said = Answer(given, Count.EITHER, [twice]).of("unity", name)
    assert said.own.problem == said.other.problem == (twice if found else None)


def test_in_a_table_two_rows_are_one_persons():
    """The same competency of somebody else, in other rows, says nothing about this one."""
    facts = {"competency": "ความสามัคคี", "other": "E20"}
    others = Problem("duplicate-competency", Place("a.xlsx", "S", "E21"), facts=facts)
    given = rated(UNUSABLE, UNUSABLE, row="A7", self_cell="D7", supervisor_cell="E7")
    assert Answer(given, Count.EITHER, [others]).of("unity", "ความสามัคคี").own.problem is None
