"""Rows of a table into ratings."""

import pytest

from builders import codes, names, plain_form, sheet_of, thai
from jdgap.assessments.forms.parts import read_ratings
from jdgap.assessments.forms.table import find_table
from jdgap.assessments.model import NoLevel
from jdgap.assessments.opening.blanks import UNCALCULATED

UNITY, TRUST, COACHING = thai("unity"), thai("trust"), thai("coaching")
BLANK, UNUSABLE, NOT_APPLICABLE = NoLevel.BLANK, NoLevel.UNUSABLE, NoLevel.NOT_APPLICABLE
HEADER = ["สมรรถนะ", "ประเมินตนเอง", "ผู้บังคับบัญชาประเมิน"]
TICKS = ["สมรรถนะ", 5, 4, 3, 2, 1]


def read(*rows, reasons=None):
    sheet = sheet_of(rows, reasons=reasons)
    ratings = read_ratings(sheet, find_table(sheet, names()), names())
    levels = {
        key: (rating.self_level, rating.supervisor_level)
        for key, rating in ratings.by_competency.items()
    }
    return levels, codes(ratings.problems)


def test_both_raters():
    """Each row gives the levels of both raters."""
    levels, problems = read(HEADER, [UNITY, 3, "๔"], [TRUST, "ระดับ 2", None])
    assert levels == {"unity": (3, 4), "trust": (2, BLANK)}
    assert problems == []


def test_the_place_of_a_rating():
    """The cell is the supervisor's where they gave a level, else the employee's."""
    sheet = sheet_of([HEADER, [UNITY, 3, 4], [TRUST, 3, None], [COACHING, 3, "N/A"]])
    ratings = read_ratings(sheet, find_table(sheet, names()), names()).by_competency
    places = {key: rating.place.cell for key, rating in ratings.items()}
    assert places == {"unity": "C2", "trust": "B3", "coaching": "B4"}


def test_a_wrong_level_costs_only_itself():
    """The other cells of the table keep their levels, and every fault is named."""
    levels, problems = read(HEADER, [UNITY, 9, 4], [TRUST, 4.5, "ดี"], [COACHING, 3, True])
    assert levels == {
        "unity": (UNUSABLE, 4),
        "trust": (UNUSABLE, UNUSABLE),
        "coaching": (3, UNUSABLE),
    }
    assert problems == [
        ("level-out-of-range", "B2"),
        ("level-not-whole", "B3"),
        ("level-not-a-number", "C3"),
        ("level-not-a-number", "C4"),
    ]


def test_lines_between_the_competencies():
    """Behaviours and group headings hold no level and are passed over."""
    levels, problems = read(
        ["สมรรถนะ", "ระดับ"],
        ["สมรรถนะหลัก (Core Competency)"],
        [f"1. {UNITY}", 4],
        ["  - ให้ความร่วมมือกับเพื่อนร่วมงาน"],
        ["  - รับฟังความเห็น"],
        ["สมรรถนะผู้นำ", 3],
        [f"๒) {TRUST} (Trust)", 5],
        ["รวม", 3],
    )
    assert levels == {"unity": (4, BLANK), "trust": (5, BLANK)}
    assert problems == []


@pytest.mark.parametrize("number", ["1. ", "๑. ", "1) ", "(1) ", "1.1 ", "๑.๒) ", "1 ", "• ", "- "])
def test_numbered_competencies(number):
    """A list number or a bullet before the name does not matter."""
    levels, problems = read(["สมรรถนะ", "ระดับ"], [number + UNITY, 4])
    assert levels == {"unity": (4, BLANK)}
    assert problems == []


@pytest.mark.parametrize("name", [UNITY, "Unity", "UNITY", "unity", f"{UNITY} (Unity)"])
def test_names_in_either_language(name):
    """A competency is known by either name, both, or its id."""
    assert read(["สมรรถนะ", "ระดับ"], [name, 4])[0] == {"unity": (4, BLANK)}


def test_an_unknown_competency():
    """A rated row of an unknown name is a problem in its cell; near names are offered only."""
    levels, problems = read(HEADER, ["ความสามัคี", 3, 4], [TRUST, 3, 4])
    assert levels == {"trust": (3, 4)}
    assert problems == [("unknown-competency", "A2")]


GROUPED = ["กลุ่ม", *HEADER]


@pytest.mark.parametrize("misspelt", ["ความสามัคี", "Unityy"])
def test_an_unknown_competency_beside_its_group(misspelt):
    """The group to its left is no reason to pass over a row: jdgap's own forms have it there."""
    levels, problems = read(
        GROUPED,
        ["สมรรถนะหลัก", misspelt, 1, 3],
        [None, TRUST, 3, 4],
        ["สมรรถนะผู้นำ", "การสอนงนา", None, 2],
    )
    assert levels == {"trust": (3, 4)}
    assert problems == [("unknown-competency", "B2"), ("unknown-competency", "B4")]


@pytest.mark.parametrize(
    "row",
    [
        ["สมรรถนะหลัก", None, 3, 4],
        [None, "สมรรถนะหลัก", 3, 4],
        ["สมรรถนะหลัก", "คะแนนเฉลี่ย", 3, 4],
        ["รวม", "สมรรถนะหลัก 5 ข้อ", 3, 4],
        ["หมายเหตุ", "ประเมินครั้งที่", 2, None],
    ],
)
def test_the_numbers_of_a_group_are_no_levels(row):
    """Nor are those of a sum or of a remark, whatever stands beside the word."""
    assert read(GROUPED, [None, TRUST, 3, 4], row) == ({"trust": (3, 4)}, [])


def test_the_suggestions_of_an_unknown_competency():
    """The problem offers up to three names, the right one among them."""
    sheet = sheet_of([HEADER, ["ความสามัคี", 3, 4], [TRUST, 3, 4]])
    problem = read_ratings(sheet, find_table(sheet, names()), names()).problems[0]
    assert UNITY in problem.facts["suggestions"]
    assert len(problem.facts["suggestions"]) == 3
    assert problem.value == "ความสามัคี"


def test_a_competency_twice():
    """Two rows that differ are a problem and neither counts; two that agree count once."""
    levels, problems = read(HEADER, [UNITY, 3, 4], [TRUST, 2, 2], [UNITY, 3, 5], [TRUST, 2, 2])
    assert levels == {"unity": (UNUSABLE, UNUSABLE), "trust": (2, 2)}
    assert problems == [("duplicate-competency", "C4")]


def test_a_competency_three_times():
    """A third row does not bring a name back that two rows disagree on."""
    levels, problems = read(HEADER, [UNITY, 3, 4], [UNITY, 3, 5], [UNITY, 3, 5])
    assert levels == {"unity": (UNUSABLE, UNUSABLE)}
    assert {code for code, _ in problems} == {"duplicate-competency"}


def test_a_name_that_stands_again_without_levels():
    """A row without levels takes nothing away, before or after."""
    assert read(HEADER, [UNITY, None, None], [UNITY, 3, 4]) == ({"unity": (3, 4)}, [])
    assert read(HEADER, [UNITY, 3, 4], [UNITY, None, None]) == ({"unity": (3, 4)}, [])


def test_blanks_that_hide_something():
    """An error value and a formula without a result are not blanks."""
    reasons = {"B2": "#REF!", "B3": UNCALCULATED}
    levels, problems = read(HEADER, [UNITY, None, 4], [TRUST, None, None], reasons=reasons)
    assert levels == {"unity": (UNUSABLE, 4), "trust": (UNUSABLE, BLANK)}
    assert problems == [("level-error-value", "B2"), ("level-error-value", "B3")]


@pytest.mark.parametrize(
    "mark", ["/", "✓", "✔", "x", "X", "√", "●", "//", " / ", 4, "4", "๔", True]
)
def test_marks(mark):
    """Any usual mark, or the level's own number, is a tick."""
    assert read(TICKS, [UNITY, None, mark]) == ({"unity": (4, BLANK)}, [])


def test_several_marks():
    """Two marks in a row are a problem, and the row has no level."""
    levels, problems = read(TICKS, [UNITY, "/", None, "/"], [TRUST, None, "/"])
    assert levels == {"unity": (UNUSABLE, BLANK), "trust": (4, BLANK)}
    assert problems == [("several-marks", "D2")]


def test_a_tick_row_without_a_mark():
    """No mark is a blank, at the first cell of the run."""
    sheet = sheet_of([TICKS, [UNITY], [TRUST, None, False, False]])
    ratings = read_ratings(sheet, find_table(sheet, names()), names())
    assert [rating.self_level for rating in ratings.by_competency.values()] == [BLANK, BLANK]
    assert ratings.by_competency["unity"].place.cell == "B2"
    assert ratings.problems == []


@pytest.mark.parametrize("filler", ["-", "☐", "□", "–", None, ""])
def test_what_fills_the_other_cells_of_a_tick_row(filler):
    """A dash or an empty box in the other cells does not hide the mark."""
    row = [UNITY, filler, "✓", filler, filler, filler]
    assert read(TICKS, row) == ({"unity": (4, BLANK)}, [])


def test_a_tick_row_that_does_not_apply():
    """N/A anywhere in a row without a mark means not applicable."""
    assert read(TICKS, [UNITY, "N/A"])[0] == {"unity": (NOT_APPLICABLE, BLANK)}
    assert read(TICKS, [UNITY, *"-----"])[0] == {"unity": (NOT_APPLICABLE, BLANK)}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (3, "mark-not-understood"),
        (0, "mark-not-understood"),
        (9, "mark-not-understood"),
        (4.5, "mark-not-understood"),
        ("๑", "mark-not-understood"),
        ("ดี", "level-not-a-number"),
        ("#REF!", "level-error-value"),
    ],
)
def test_what_is_no_mark(content, code):
    """Another level's number, or any other content, is a problem in its cell."""
    levels, problems = read(TICKS, [UNITY, None, content])
    assert levels == {"unity": (UNUSABLE, BLANK)}
    assert problems == [(code, "C2")]


def test_many_numbers_instead_of_marks():
    """1 for the mark, and 0 elsewhere: told once, in the cell of the first 1."""
    rows = [[UNITY, 0, 1, 0, 0, 0], [TRUST, 1, 0, 0, 0, 0], [COACHING, 0, 0, 0, 0, 1]]
    sheet = sheet_of([TICKS, *rows])
    ratings = read_ratings(sheet, find_table(sheet, names()), names())
    (problem,) = ratings.problems
    assert (problem.code, problem.place.cell, problem.value) == ("mark-not-understood", "C2", "1")
    assert problem.facts == {"level": 4, "count": 14}
    said = {each.self_level for each in ratings.by_competency.values()}
    assert said == {NoLevel.UNUSABLE}


def test_a_few_numbers_instead_of_marks():
    """Each is told in its cell; the level's own number is a mark, a 1 under 1 as well."""
    levels, problems = read(
        TICKS, [UNITY, None, 1], [TRUST, 1], [COACHING, *[None] * 4, 1], HEADER, [UNITY]
    )
    assert levels["coaching"] == (1, BLANK)
    assert (levels["unity"], levels["trust"]) == ((UNUSABLE, BLANK),) * 2
    assert problems == [("mark-not-understood", "C2"), ("mark-not-understood", "B3")]


def test_two_raters_who_tick():
    """Each rater's marks are counted apart."""
    levels, problems = read(
        [None, "ประเมินตนเอง", *[None] * 4, "ผู้บังคับบัญชาประเมิน"],
        ["สมรรถนะ", *(5, 4, 3, 2, 1) * 2],
        [UNITY, None, "/", *[None] * 5, "/"],
        [TRUST, "/", *[None] * 4, "/", "/"],
    )
    assert levels == {"unity": (4, 3), "trust": (5, UNUSABLE)}
    assert problems == [("several-marks", "H4")]


def test_the_whole_hand_made_form():
    """The form that the other tests spoil is read without a problem."""
    levels, problems = read(*plain_form([(3, 4)] * 8))
    assert list(levels.values()) == [(3, 4)] * 8
    assert problems == []


def test_a_header_that_stands_again():
    """A header repeated on the next page is no competency."""
    levels, problems = read(HEADER, [UNITY, 3, 4], [], HEADER, [TRUST, 2, 2])
    assert levels == {"unity": (3, 4), "trust": (2, 2)}
    assert problems == []


def test_a_tick_header_that_stands_again():
    """The levels of a repeated tick header are no marks."""
    levels, problems = read(TICKS, [UNITY, "/"], [], TICKS, [TRUST, None, "/"])
    assert levels == {"unity": (5, BLANK), "trust": (4, BLANK)}
    assert problems == []


def test_levels_of_behaviours_under_a_merged_competency():
    """Several levels for one competency are never read as the first of them."""
    sheet = sheet_of([["สมรรถนะ", "พฤติกรรม", "ระดับ"], [UNITY, "ก", 5], [None, "ข", 2]])
    ratings = read_ratings(sheet, find_table(sheet, names()), names())
    assert [(each.code, each.place.cell) for each in ratings.problems] == [
        ("level-without-competency", "C3")
    ]
    assert ratings.by_competency["unity"].self_level is NoLevel.UNUSABLE


NOT_APPLICABLE_TICKS = [*TICKS, "N/A"]


@pytest.mark.parametrize("heading", ["N/A", "ไม่เกี่ยวข้อง", "ไม่ประเมิน", "ไม่มีข้อมูล", "ไม่เกี่ยวข้อง (N/A)"])
def test_a_column_for_what_does_not_apply(heading):
    """A tick in it says so; with a level marked as well it is a problem."""
    rows = [[UNITY, *[None] * 5, "/"], [TRUST, "/", *[None] * 4, "/"], [COACHING, "/"]]
    levels, problems = read([*TICKS, heading], *rows)
    assert levels == {
        "unity": (NOT_APPLICABLE, BLANK),
        "trust": (UNUSABLE, BLANK),
        "coaching": (5, BLANK),
    }
    assert problems == [("several-marks", "G3")]


@pytest.mark.parametrize("first", [False, True])
def test_such_a_column_for_each_rater(first):
    """It belongs to the run on its left, or on its right where it comes first."""
    run = ["N/A", 5, 4, 3, 2, 1] if first else [5, 4, 3, 2, 1, "N/A"]
    marks = {name: run.index(name) for name in (5, "N/A")}
    own, other = [None] * 6, [None] * 6
    own[marks["N/A"]], other[marks[5]] = "/", "/"
    header = [None, "ประเมินตนเอง", *[None] * 5, "ผู้บังคับบัญชาประเมิน"]
    levels, problems = read(header, ["สมรรถนะ", *run, *run], [UNITY, *own, *other])
    assert levels == {"unity": (NOT_APPLICABLE, 5)}
    assert problems == []


def test_what_is_no_mark_for_what_does_not_apply():
    """A level's number or a word in that column is a problem; N/A and dashes are none."""
    row = [None] * 5
    assert read(NOT_APPLICABLE_TICKS, [UNITY, *row, 4]) == (
        {"unity": (UNUSABLE, BLANK)},
        [("level-not-a-number", "G2")],
    )
    assert read(NOT_APPLICABLE_TICKS, [UNITY, *row, "N/A"])[0] == {"unity": (NOT_APPLICABLE, BLANK)}
    assert read(NOT_APPLICABLE_TICKS, [UNITY, "/", *row[1:], "-"]) == ({"unity": (5, BLANK)}, [])
    assert read(NOT_APPLICABLE_TICKS, [UNITY, "/", *row[1:], "☐"]) == ({"unity": (5, BLANK)}, [])
