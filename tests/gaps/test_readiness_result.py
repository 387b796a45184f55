"""The four questions, asked of one round."""

import pytest

from answers import answer
from builders import book
from jdgap.gaps.readiness import State
from jdgap.gaps.readiness_result import Asked, Question, counted_states, readiness_result
from report_rounds import a_result

HEAD = book().position_by_id["head-it"]
MET = dict(HEAD.required)
ROUND = a_result(
    answer("S-1", MET, name="ก ข", department="เทคโนโลยีสารสนเทศ"),
    answer("S-2", MET | {"unity": 2}, name="ค ง", position="head-it", department="ไอที"),
    answer("S-3", MET, name="จ ฉ", position="manager"),
)


def asked(**what):
    return readiness_result(ROUND, book(), Asked(**what))


def who(people):
    return sorted(each.assessment.employee_id for each in people)


@pytest.mark.parametrize(
    ("what", "question", "pairs"),
    [
        ({"target": HEAD, "employee": "S-1"}, Question.PERSON_AND_POSITION, 1),
        ({"employee": "S-1"}, Question.PERSON, 22),
        ({"target": HEAD}, Question.POSITION, 3),
        ({}, Question.UNIT, 2),
    ],
)
def test_the_four_questions(what, question, pairs):
    found = asked(**what)
    assert (found.asked.question, len(found.readiness)) == (question, pairs)
    assert who(found.no_next_step) == (["S-3"] if question is Question.UNIT else [])


@pytest.mark.parametrize("employee", ["S-2", "s 2", "ค ง", "ค  ง ", "S_2"])
def test_an_employee_by_id_or_name(employee):
    """As people type them."""
    assert who(asked(employee=employee).people) == ["S-2"]


@pytest.mark.parametrize("employee", ["S-9", "", " ", "S"])
def test_nobody_is_so_called(employee):
    """Nothing typed is nobody, not whoever has no id."""
    nameless = a_result(answer("", MET, name="ก"), answer("S-1", MET, name=""))
    for round_ in (ROUND, nameless):
        found = readiness_result(round_, book(), Asked(employee=employee))
        assert (found.people, found.readiness) == ((), ())


@pytest.mark.parametrize(
    ("department", "people"),
    [
        ("เทคโนโลยีสารสนเทศ", ["S-1"]),
        ("ฝ่ายเทคโนโลยีสารสนเทศ", ["S-1"]),
        ("ไอที", ["S-2"]),
        ("บัญชี", []),
        ("", []),
    ],
)
def test_a_department(department, people):
    """The book's, however it is called, or what the answers write; "" is none."""
    assert who(asked(department=department).people) == people


def test_both_narrow_down():
    """An employee of a department, a department against a position."""
    assert who(asked(department="ไอที", employee="S-1").people) == []
    found = asked(department="ไอที", target=HEAD)
    assert [each.assessment.employee_id for each in found.readiness] == ["S-2"]


def test_states_are_counted_without_the_holder():
    """Who has the position is no successor to it."""
    assert counted_states(asked(target=HEAD).readiness) == {State.READY: 2}
