"""The checklist on a sheet: found by its headings, read cell by cell."""

import pytest

from builders import codes, identity_rows, names, plain_form, sheet_of
from checklists import HEADINGS, checklist, items
from jdgap.assessments.forms.knowledge import read_checklist
from jdgap.assessments.model import KnowledgeKind, Need


def read(*rows, **options):
    return read_checklist(sheet_of(rows, **options), names())


def answers(found):
    return [(each.answer, each.place.cell) for each in found.rows]


@pytest.mark.parametrize(
    "headings",
    [
        HEADINGS,
        ["Knowledge or skill", "Answer"],
        ["ความรู้ / ทักษะ", "สถานะ"],
        [" knowledge & SKILLS ", "Have / Need / Not needed"],
    ],
)
def test_it_is_found_by_its_headings(headings):
    found = read(*checklist("มี", "ต้องพัฒนา", "ไม่จำเป็น", headings=headings))
    assert answers(found) == [(Need.HAVE, "B2"), (Need.NEED, "B3"), (Need.NOT_NEEDED, "B4")]
    assert [each.item for each in found.rows] == items()[:3]


def test_who_it_is_about_stands_above_it():
    found = read(*identity_rows(), [], *checklist("มี"))
    assert (found.employee_id, found.name) == ("S-001", "ตัวอย่าง ใจดี")
    assert answers(found) == [(Need.HAVE, "B7")]


@pytest.mark.parametrize(
    "headings",
    [
        ["ความรู้และทักษะ", "หมายเหตุ"],
        ["รหัสพนักงาน", "ความรู้และทักษะ", "สถานะ"],
        ["ชื่อ-สกุล", "ความรู้และทักษะ", "สถานะ"],
        ["ความรู้และทักษะ", "สถานะ", "ประเมินตนเอง"],
        ["ความรู้และทักษะ", "สถานะ", "การบริการด้วยใจ"],
        ["ความรู้และทักษะ", "มี", "มีแล้ว"],
        ["สมรรถนะ", "ประเมินตนเอง"],
    ],
)
def test_another_table_is_no_checklist(headings):
    """A list of people, a form, a heading alone, or one answer alone as a heading."""
    assert read(headings, ["ทักษะการคำนวณ", "มี", "มี"]) is None


def test_one_column_for_each_answer():
    """One mark in a row is its answer; two, or something else, are none."""
    skill = items()[0]
    marks = [
        *(["/", None, None], [None, "✓", "☐"], ["-", "-", "x"]),
        *(["/", "/", None], ["ไม่แน่ใจ", None, None], [None, False, True], [None, "ต้องพัฒนา", None]),
    ]
    found = read(
        ["ที่", "ความรู้และทักษะ", "มี", "ต้องพัฒนา", "ไม่จำเป็น"],
        *([number, skill, *marked] for number, marked in enumerate(marks, start=1)),
    )
    have, need, not_needed = Need
    assert answers(found) == [
        *((have, "C2"), (need, "D3"), (not_needed, "E4"), (None, "D5"), (None, "C6")),
        *((not_needed, "E7"), (need, "D8")),
    ]
    assert codes(found.problems) == [("not-an-answer", "D5"), ("not-an-answer", "C6")]


@pytest.mark.parametrize("said", ["ไม่มี", "4", 4, "abc", "มีบ้าง", True, "#N/A", "-"])
def test_what_is_no_answer_is_a_problem_in_its_cell(said):
    (row,) = (found := read(*checklist(said))).rows
    assert (row.answer, row.is_blank) == (None, False)
    assert codes(found.problems) == [("not-an-answer", "B2")]
    assert found.problems[0].facts == {"item": items()[0]}


def test_an_error_value_is_not_blank():
    found = read(*checklist(None, "มี"), reasons={"B2": "#REF!"})
    assert [row.is_blank for row in found.rows] == [False, False]
    assert [each.value for each in found.problems] == ["#REF!"]


def test_blank_answers_are_no_problem():
    found = read(*checklist(None, None))
    assert [row.is_blank for row in found.rows] == [True, True]
    assert (found.problems, found.is_filled_in) == ((), False)
    assert read(*checklist("abc")).is_filled_in


def test_the_kind_stands_in_its_column_or_above_the_rows():
    """A merged cell names the kind of all its rows; so does a row of its own."""
    in_column = read(
        ["ประเภท", *HEADINGS], ["ความรู้", "ก", "มี"], ["", "ข", "มี"], ["Skills", "ค", "มี"]
    )
    above = read(HEADINGS, ["ความรู้"], ["ก", "มี"], ["ข", "มี"], ["ทักษะ"], ["ค", "มี"])
    knowledge, skill, _other = KnowledgeKind
    for found in (in_column, above):
        assert [(row.kind, row.item) for row in found.rows] == [
            *((knowledge, "ก"), (knowledge, "ข"), (skill, "ค")),
        ]
    assert read(HEADINGS, ["ก", "มี"]).rows[0].kind is None


def test_an_answer_that_belongs_to_no_item():
    found = read(HEADINGS, ["ก", "มี"], [None, "มี"])
    assert codes(found.problems) == [("answer-without-item", "B3")]
    assert len(found.rows) == 1


def test_the_list_ends_where_one_signs():
    found = read(*checklist("มี"), ["ลงชื่อ ........"], ["( สมชาย )", "ผู้จัดการ"])
    assert (len(found.rows), found.problems) == (1, ())


@pytest.mark.parametrize("gap", [(), ([],)])
def test_the_rest_of_the_sheet_keeps_its_places(gap):
    """A form may stand above the list, or below it."""
    below = [*plain_form(), *gap, *checklist("มี", "มี")]
    above = [*checklist("มี", "มี"), *gap, *plain_form()]
    for rows in (below, above):
        found = read(*rows)
        assert [row.answer for row in found.rows] == [Need.HAVE] * 2
        for row, cells in enumerate(found.rest.rows):
            listed = bool(rows[row]) and rows[row][0] in {HEADINGS[0], *items()}
            assert list(cells) == ([] if listed else ["" if x is None else x for x in rows[row]])
