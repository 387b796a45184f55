"""Which level counts, in words: each case has its own sentence, in both languages."""

from itertools import product

import pytest

from jdgap.assessments import Count, NoLevel
from jdgap.gaps.explanations.raters import actual_sentence, rater_sentences
from jdgap.gaps.explanations.said import RaterSaid, Said
from jdgap.problems import Place, Problem
from jdgap.text.language import current_language, use_language

HOME = Place("a.xlsx", "S")
BLANK, UNUSABLE, NOT_APPLICABLE = NoLevel.BLANK, NoLevel.UNUSABLE, NoLevel.NOT_APPLICABLE
LEVELS = (3, *NoLevel)


@pytest.fixture(autouse=True, params=["th", "en"])
def _language(request):
    before = current_language()
    use_language(request.param)
    yield
    use_language(before)


def said(own, other, *, counted="other", named=True, problem=None, sheet="S"):
    raters = (
        RaterSaid(own, Place("a.xlsx", sheet, "D7"), problem),
        RaterSaid(other, Place("a.xlsx", sheet, "E7")),
    )
    return Said(named, *raters, raters[counted == "other"])


@pytest.mark.parametrize("count", Count)
def test_the_sentence_names_the_level_that_counts(count):
    for own, other in product((1, *NoLevel), (4, *NoLevel)):
        counted = {Count.SELF: own, Count.SUPERVISOR: other}.get(count)
        if counted is None:
            counted = own if other in {BLANK, UNUSABLE} else other
        whose = "own" if counted == own else "other"
        words = actual_sentence(said(own, other, counted=whose), count)
        assert [each for each in "14" if each in words] == (
            [str(counted)] if isinstance(counted, int) else []
        )


def test_no_two_reasons_sound_alike():
    """With a usable level of the employee's, what the supervisor said makes the difference."""
    sentences = {actual_sentence(said(3, other), Count.EITHER) for other in LEVELS}
    assert len(sentences) == len(LEVELS)


@pytest.mark.parametrize("level", LEVELS)
def test_what_was_said_comes_with_its_cell(level):
    own, other = rater_sentences(said(level, level), HOME)
    assert "D7" in own
    assert "E7" in other
    assert own.replace("D7", "") != other.replace("E7", "")


def test_each_thing_that_may_be_said_has_its_words():
    assert len({rater_sentences(said(each, 3), HOME)[0] for each in LEVELS}) == len(LEVELS)


def test_what_cannot_be_used_says_why_and_where():
    facts = {"lowest": 1, "highest": 5}
    problem = Problem("level-out-of-range", Place("a.xlsx", "S", "G7"), "9", facts)
    own, _ = rater_sentences(said(UNUSABLE, 3, problem=problem), HOME)
    assert problem.message() in own
    assert "G7" in own


def test_a_cell_of_another_sheet_is_told_with_its_sheet():
    own, _ = rater_sentences(said(3, 3, sheet="ผลประเมิน"), HOME)
    assert "ผลประเมิน" in own


def test_a_competency_that_is_not_named_has_one_sentence():
    own, other = rater_sentences(said(BLANK, BLANK, named=False), HOME)
    assert own == other
    assert "D7" not in own
