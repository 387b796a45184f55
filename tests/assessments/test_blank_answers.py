"""Answers in which nobody gave anything."""

import pytest

from answers import answer
from builders import names, sheet_of, thai, title
from jdgap.assessments import NoLevel
from jdgap.assessments.blank_answers import without_blank_answers, without_rivalling_blanks
from jdgap.assessments.sheets import read_sheet
from jdgap.problems import Place, Problem

BLANK, UNUSABLE, NOT_APPLICABLE = NoLevel.BLANK, NoLevel.UNUSABLE, NoLevel.NOT_APPLICABLE
NOTHING = {"unity": BLANK, "trust": (BLANK, BLANK)}


def told(problems):
    return [(each.code, each.place.file, each.facts["employee"]) for each in problems]


@pytest.mark.parametrize("levels", [NOTHING, {"unity": BLANK}])
def test_an_answer_without_any_level_is_put_aside(levels):
    """It is said, under the id or else the name."""
    answers = [
        answer("S-1", levels, file="a"),
        answer("S-2", file="b"),
        answer("", levels, file="c", name="ก"),
    ]
    kept, problems = without_blank_answers(answers, [])
    assert kept == answers[1:2]
    assert told(problems) == [("blank-answer", "a", "S-1"), ("blank-answer", "c", "ก")]
    assert problems[0].place == answers[0].place


def test_an_answer_with_no_row_at_all_is_blank():
    """A competency whose row was not found says as little as one that is blank."""
    nothing = answer()
    nothing.ratings.clear()
    assert without_blank_answers([nothing], [])[0] == []


@pytest.mark.parametrize("said", [1, UNUSABLE, NOT_APPLICABLE, (BLANK, 1), (BLANK, NOT_APPLICABLE)])
def test_anything_that_a_rater_said_is_an_answer(said):
    """A level that cannot be used was given, and so was the word that it does not apply."""
    answers = [answer(levels={"unity": BLANK, "trust": said})]
    assert without_blank_answers(answers, []) == (answers, [])


def test_rows_of_a_table_are_told_apart_by_their_bytes():
    """The ratings of a survey's row are looked at as they are stored."""
    header = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", thai("unity"), thai("trust")]
    job = title("officer-it")
    rows = [
        *(
            ["S-1", "ก", job, None, None],
            ["S-2", "ข", job, None, 3],
            ["S-3", "ค", job, "N/A", None],
        ),
        *(["S-4", "ง", job, "x", None], ["S-5", "จ", job, None, None]),
    ]
    reading = read_sheet(sheet_of([header, *rows]), names())
    kept, problems = without_blank_answers(reading.assessments, reading.problems)
    assert [each.employee_id for each in kept] == ["S-2", "S-3", "S-4"]
    assert [(each.value, each.place.cell) for each in problems] == [("S-1", "A2"), ("S-5", "A6")]


@pytest.mark.parametrize(
    "code",
    [
        "unknown-competency",
        "unknown-heading",
        "duplicate-header",
        "misplaced-levels",
        "perhaps-misplaced-levels",
    ],
)
def test_where_levels_were_not_taken_nothing_is_known_to_be_blank(code):
    """Levels under a heading that is not known may be this one's; other sheets are other sheets."""
    answers = [answer(levels=NOTHING, file=file) for file in ("a", "b")]
    kept, problems = without_blank_answers(answers, [Problem(code, Place("a", "S", "E1"))])
    assert kept == answers[:1]
    assert told(problems) == [("blank-answer", "b", "S-1")]


def test_other_problems_do_not_make_an_answer():
    """An unknown position says nothing about levels."""
    problem = Problem("unknown-position", Place("a", "S", "B2"))
    assert without_blank_answers([answer(levels=NOTHING, file="a")], [problem])[0] == []


def test_a_blank_answer_of_nobody_is_said_once():
    """A form that was never sent is a missing-employee already."""
    assert without_blank_answers([answer("", NOTHING, name="")], []) == ([], [])


def test_a_blank_answer_does_not_compete_with_one_that_is_filled_in():
    """It goes, whatever way the id is written; of another employee or round it stays."""
    filled = answer("S-1", file="a")
    rival = answer("s 1", NOTHING, file="b")
    alone = answer("S-2", NOTHING, file="c")
    earlier = answer("S-1", NOTHING, file="d", round_="2568")
    nobody = answer("", NOTHING, file="e", name="")
    kept, problems = without_rivalling_blanks([rival, filled, alone, earlier, nobody], [])
    assert kept == [filled, alone, earlier, nobody]
    assert told(problems) == [("blank-answer", "b", "s 1")]


def test_blank_answers_that_are_alone_stay():
    """Nothing is said of them here: each of their levels is said to be missing."""
    answers = [answer("S-1", NOTHING, file="a"), answer("S-1", NOTHING, file="b")]
    assert without_rivalling_blanks(answers, []) == (answers, [])


def test_levels_that_may_be_required_ones_do_not_compete():
    """Such an answer goes where the employee has another one; alone it stays, and so with a level."""
    filled = answer("S-1", file="a")
    nothing = {"unity": UNUSABLE, "trust": BLANK}
    rival, alone = answer("S-1", nothing, file="b"), answer("S-2", nothing, file="c")
    found = [Problem("perhaps-misplaced-levels", Place(file, "S", "B7")) for file in "abc"]
    kept, problems = without_rivalling_blanks([filled, rival, alone], found)
    assert kept == [filled, alone]
    assert told(problems) == [("blank-answer", "b", "S-1")]
    misplaced = [Problem("misplaced-levels", each.place) for each in found]
    assert without_rivalling_blanks([filled, rival], misplaced) == ([filled, rival], [])


def test_the_words_of_a_blank_answer():
    """They name the employee."""
    (problem,) = without_blank_answers([answer("S-1", NOTHING)], [])[1]
    assert "S-1" in problem.message()
