"""What is said of two rounds, in words."""

import pytest

from compared import a_comparison
from jdgap.gaps.causes import Causes
from jdgap.gaps.changes import Outcome
from jdgap.gaps.comparing import compare_rounds
from jdgap.output.comparison_words import (
    OUTCOME_WORDS,
    cause_of_change,
    cause_of_person,
    cause_words,
    moves,
    plan_labels,
    plan_rows,
)
from jdgap.text.language import use_language
from kept_rounds import a_round, person


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


@pytest.mark.parametrize(
    ("causes", "words"),
    [
        (Causes(compared=1), "no level changed"),
        (Causes(), "not comparable"),
        (Causes(compared=1, newly_required=3, no_longer_rated=2), "newly required: +3 short, not rated any more: -2 short"),
        (Causes(compared=3, risen=1200, fallen=3), "people +1,200 -3"),
        (Causes(compared=3, raised=4), "requirements +4"),
        (Causes(compared=3, fallen=1, lowered=2, moved_up=5), "people -1, requirements -2, other positions +5"),
    ],
)  # fmt: skip
def test_what_changed_many_levels(causes, words):
    assert cause_words(causes, 0) == words


def test_of_one_person_it_is_the_person():
    (rose,) = compare_rounds(a_round(person(unity=(3, 2))), a_round(person(unity=(4, 3)))).people
    assert cause_of_person(rose) == "the person +1, the requirement +1"


def test_what_is_required_once_and_met_is_no_change_of_levels():
    then, now = person(unity=(3, 3)), person(trust=(3, 3))
    known = ("unity", "trust")
    (only,) = compare_rounds(
        a_round(then, competencies=known), a_round(now, competencies=known)
    ).people
    assert cause_of_person(only) == "required in one round only, without a shortfall"


def test_what_changed_each_level():
    said = {
        (person.now.name, each.competency.id): cause_of_change(person, each)
        for person in a_comparison().people
        for each in person.changes
    }
    assert said == {
        ("Rose", "unity"): "the person +1",
        ("Rose", "trust"): "no change",
        ("Fell", "unity"): "the person -2",
        ("Fell", "trust"): "no change",
        ("Stayed", "unity"): "no change",
        ("Stayed", "trust"): "not rated in the older round",
        ("Moved", "unity"): "the person +1, the new position +2",
        ("Moved", "trust"): "not required any more",
        ("Moved", "coaching"): "newly required",
        ("Eased", "coaching"): "the requirement -1",
    }


def test_who_moved_from_where_to_where():
    found = {each.now.name: list(moves(each)) for each in a_comparison().people}
    assert found["Moved"] == [("Title of clerk", "Title of head"), ("บัญชี", "การเงิน")]
    assert not any(listed for name, listed in found.items() if name != "Moved")


def test_all_of_the_older_shortfalls_are_told():
    comparison = a_comparison()
    rows = plan_rows(comparison)
    assert sum(count for _words, count in rows) == comparison.plan.shortfalls
    assert len(plan_labels(comparison)) == len(rows)
    assert set(OUTCOME_WORDS) == set(Outcome)


def test_a_shortfall_that_only_the_book_changed_is_said_to_be():
    then = [person(f"S-{n}", unity=(4, 2)) for n in range(4)]
    levels = [(5, 2), (5, 3), (4, 1), (3, 2)]
    now = [person(f"S-{n}", unity=pair) for n, pair in enumerate(levels)]
    rows = plan_rows(a_comparison(then, now))
    assert rows[3] == ("smaller, still there (1 only because less is required)", 1)
    assert rows[5] == ("larger (1 only because more is required)", 2)
