"""What became of one level: the person's part and the requirement's part."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jdgap.assessments.reports.model import KeptCompetency
from jdgap.gaps.changes import Outcome
from jdgap.gaps.level_changes import PersonChanges, level_change
from kept_rounds import COMPETENCIES, levels, person

UNITY = KeptCompetency("unity", "Unity", "core")
KNOWN = {key: KeptCompetency(key, key.title(), "core") for key in COMPETENCIES}


def change(then, now):
    return level_change(UNITY, then and levels(*then), now and levels(*now))


@pytest.mark.parametrize(
    ("then", "now", "person_part", "requirement_part", "outcome"),
    [
        ((3, 3), (3, 3), 0, 0, Outcome.MET),
        ((3, 5), (3, 3), -2, 0, Outcome.MET),
        ((3, 2), (3, 3), 1, 0, Outcome.CLOSED),
        ((3, 2), (2, 2), 0, -1, Outcome.CLOSED),
        ((3, 1), (3, 2), 1, 0, Outcome.SMALLER),
        ((3, 2), (3, 2), 0, 0, Outcome.SAME),
        ((3, 2), (4, 3), 1, 1, Outcome.SAME),
        ((3, 2), (3, 1), -1, 0, Outcome.LARGER),
        ((3, 3), (4, 3), 0, 1, Outcome.OPENED),
        ((3, 3), (3, 2), -1, 0, Outcome.OPENED),
    ],
)
def test_a_gap_changes_by_the_person_and_by_the_requirement(
    then, now, person_part, requirement_part, outcome
):
    found = change(then, now)
    assert (found.person_change, found.requirement_change) == (person_part, requirement_part)
    assert found.gap_change == person_part - requirement_part
    assert found.outcome is outcome


@pytest.mark.parametrize(
    ("then", "now", "requirement_part", "outcome"),
    [
        ((3, None), (4, 3), 1, Outcome.NOT_COMPARABLE),
        ((3, 3), (3, None), 0, Outcome.NOT_COMPARABLE),
        (None, (3, 3), None, Outcome.NEWLY_REQUIRED),
        ((3, 1), None, None, Outcome.NO_LONGER_REQUIRED),
    ],
)
def test_what_is_not_rated_or_required_twice_is_not_compared(then, now, requirement_part, outcome):
    found = change(then, now)
    assert (found.person_change, found.gap_change) == (None, None)
    assert found.requirement_change == requirement_part
    assert found.outcome is outcome


PAIRS = st.one_of(st.none(), st.tuples(st.integers(1, 5), st.none() | st.integers(1, 5)))


@given(then=PAIRS, now=PAIRS)
def test_the_gap_changes_by_both_parts_and_back(then, now):
    assume(then or now)
    there, back = change(then, now), change(now, then)
    if there.gap_change is None:
        assert back.gap_change is None
        opposite = {
            Outcome.NEWLY_REQUIRED: Outcome.NO_LONGER_REQUIRED,
            Outcome.NO_LONGER_REQUIRED: Outcome.NEWLY_REQUIRED,
            Outcome.NOT_COMPARABLE: Outcome.NOT_COMPARABLE,
        }
        assert back.outcome is opposite[there.outcome]
        return
    assert there.gap_change == there.person_change - there.requirement_change
    assert there.gap_change == there.now.gap - there.then.gap
    for part in ("person_change", "requirement_change", "gap_change"):
        assert getattr(there, part) == -getattr(back, part)


def of(then, now, positions_now=("clerk", "chief")):
    return PersonChanges(KNOWN, positions_now).of(then, now)


def test_everything_required_in_either_round_is_there_in_the_book_s_order():
    then = person(coaching=(3, 3), trust=(3, 2))
    now = person(trust=(3, 3), unity=(3, 1))
    found = of(then, now)
    assert [each.competency.id for each in found.changes] == ["unity", "trust", "coaching"]
    assert [each.outcome for each in found.changes] == [
        Outcome.NEWLY_REQUIRED,
        Outcome.CLOSED,
        Outcome.NO_LONGER_REQUIRED,
    ]
    assert (found.totals_then.required, found.totals_then.shortfall) == (2, 1)
    assert (found.totals_now.required, found.totals_now.shortfall) == (2, 2)


def test_another_position_and_another_department_are_said():
    found = of(person("S-1", "clerk"), person("S-1", "chief", department="สินเชื่อ"))
    assert (found.position_changed, found.department_changed) == (True, True)
    same = of(person("S-1", department="บัญชี"), person("S-1", department=" บัญชี "))
    assert (same.position_changed, same.department_changed) == (False, False)


def test_a_position_of_the_same_title_with_another_id_is_the_same():
    from dataclasses import replace

    now = replace(person("S-1", "clerk-2"), position="Title of clerk")
    assert not of(person(), now, positions_now=("clerk-2",)).position_changed
    assert of(person(), now, positions_now=("clerk", "clerk-2")).position_changed
