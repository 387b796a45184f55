"""What every output says of problems."""

import pytest

from jdgap.output.problem_words import counted, counted_shortly, message_with_value
from jdgap.problems import Place, Problem
from jdgap.text.language import LANGUAGES, use_language

HERE = Place("a.xlsx", "S", "B7")
LEVEL = {"lowest": 1, "highest": 5}
LONG = "ระดับสูงมากที่สุดเท่าที่เคยมีมาในประวัติศาสตร์ของสหกรณ์แห่งนี้ทุกสาขา"


@pytest.fixture(autouse=True, params=LANGUAGES)
def _language(request):
    use_language(request.param)
    yield
    use_language("th")


@pytest.mark.parametrize(
    ("code", "value", "facts"),
    [
        ("duplicate-header", "ระดับตนเอง", {"other": "C6"}),
        ("duplicate-header", "C", {"other": "C6"}),
        ("missing-name", "#REF!", {}),
        ("same-as-required", "4", {"rater": "r", "employee": "S-1"}),
    ],
)
def test_a_value_that_the_message_does_not_hold_stands_after_it(code, value, facts):
    problem = Problem(code, HERE, value, facts)
    said = message_with_value(problem)
    assert said.startswith(problem.message())
    assert f"“{value}”" in said.removeprefix(problem.message())


@pytest.mark.parametrize(
    ("code", "value", "facts"),
    [
        ("level-not-a-number", "ดี", LEVEL),
        ("unknown-heading", "คะแนน", {"name": "คะแนน"}),
        ("unknown-heading", LONG[:59] + "…", {"name": LONG}),
        ("rater-difference", "1 / 4", {"competency": "ก", "self_level": 1, "supervisor_level": 4}),
        ("several-marks", "3, 4", {"marks": ["3", "4"]}),
        ("level-error-value", "=", {"reason": "a formula that was never calculated"} | LEVEL),
        ("missing-level", "", {"competency": "ก"}),
    ],
)
def test_a_value_that_the_message_holds_is_not_said_twice(code, value, facts):
    problem = Problem(code, HERE, value, facts)
    assert message_with_value(problem) == problem.message()


def test_only_severities_that_there_are_stand_in_the_short_count():
    errors = [Problem("level-not-a-number", HERE, "x", LEVEL)] * 3
    note = Problem("skipped-file", HERE, facts={"reason": "x"})
    digits = [character for character in counted_shortly([*errors, note]) if character.isdigit()]
    assert digits == ["3", "1"]
    assert [each for each in counted([*errors, note]) if each.isdigit()] == ["3", "0", "1"]
