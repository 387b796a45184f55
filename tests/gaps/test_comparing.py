"""Two rounds compared: the sums fit together, and nothing depends on the order."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgap.assessments import Count
from jdgap.assessments.reports.model import KeptAbsentee, KeptCompetency
from jdgap.gaps.changes import Outcome, PlanOutcome
from jdgap.gaps.comparing import NotComparableError, compare_rounds
from jdgap.gaps.level_changes import level_change
from jdgap.problems import Place, Problem
from kept_rounds import COMPETENCIES, a_round, levels, person


def codes(comparison):
    return sorted(each.code for each in comparison.problems)


def test_who_stayed_came_and_left():
    old = a_round(person("S-1"), person("S-2", name="ค ง"))
    new = a_round(person("S-3", name="จ ฉ"), person("S-1"))
    found = compare_rounds(old, new)
    assert [each.now.employee_id for each in found.people] == ["S-1"]
    assert [each.employee_id for each in found.new_people] == ["S-3"]
    assert [each.employee_id for each in found.leavers] == ["S-2"]
    assert (found.whole.people_then, found.whole.people_now, found.whole.same_people) == (2, 2, 1)


def test_a_new_book_alone_changes_nobody():
    people = [person(f"S-{place}", unity=(3, place), trust=(4, 3)) for place in range(1, 6)]
    harder = [person(f"S-{place}", unity=(4, place), trust=(2, 3)) for place in range(1, 6)]
    found = compare_rounds(
        a_round(*people, round_="2568"), a_round(*harder, round_="2569", fingerprint="g")
    )
    changes = [each for change in found.people for each in change.changes]
    assert {each.person_change for each in changes} == {0}
    assert {each.requirement_change for each in changes} == {1, -2}
    assert found.plan.closed_by_person == 0
    assert found.plan.closed_by_requirement == 5
    assert [(each.competency.id, each.then, each.now) for each in found.requirements] == [
        ("unity", 3, 4),
        ("trust", 4, 2),
    ]
    assert codes(found) == ["other-book"]


def test_a_move_alone_changes_nobody():
    then = person("S-1", "clerk", unity=(2, 2), trust=(2, 2))
    now = person("S-1", "chief", unity=(4, 2), coaching=(3, 1))
    (change,) = compare_rounds(a_round(then), a_round(now)).people
    assert change.position_changed
    assert [each.person_change for each in change.changes] == [0, None, None]


def test_one_changed_level_changes_only_that():
    people = [person(f"S-{place}", unity=(3, 2), trust=(3, 3)) for place in range(5)]
    now = [*people[:4], replace(people[4], levels=people[4].levels | {"unity": levels(3, 3)})]
    found = compare_rounds(a_round(*people), a_round(*now))
    changed = [
        (person.now.employee_id, each.competency.id)
        for person in found.people
        for each in person.changes
        if each.gap_change or each.person_change or each.requirement_change
    ]
    assert changed == [("S-4", "unity")]
    assert found.plan == PlanOutcome(
        shortfalls=5,
        closed_by_person=1,
        closed_by_requirement=0,
        smaller=0,
        same=4,
        larger=0,
        no_longer_required=0,
        not_comparable=0,
        without_result=0,
        gone=0,
    )
    assert [each.shortfall_then - each.shortfall_now for each in found.competencies] == [1, 0]


def test_what_became_of_each_shortfall():
    then = [
        person("S-1", unity=(3, 2), trust=(3, 2), coaching=(4, 2)),
        person("S-2", name="ค ง", unity=(3, 1), trust=(3, 2), coaching=(3, 2)),
        person("S-3", name="จ ฉ", unity=(3, 1)),
        person("S-4", name="ช ซ", unity=(3, 1), trust=(3, 2), coaching=(3, 3)),
        person("S-5", "head", name="ญ ฐ", unity=(3, 1)),
    ]
    now = [
        person("S-1", unity=(3, 3), trust=(2, 2), coaching=(4, 3)),
        person("S-2", name="ค ง", unity=(3, None), trust=(3, 1), coaching=(4, 3)),
        person("S-5", "clerk", name="ญ ฐ", trust=(3, 3)),
    ]
    known = {"staff_known": True, "absentees": (KeptAbsentee("S-4"),)}
    found = compare_rounds(a_round(*then), a_round(*now, **known))
    assert found.plan == PlanOutcome(
        shortfalls=10,
        closed_by_person=1,
        closed_by_requirement=1,
        smaller=1,
        same=1,
        larger=1,
        no_longer_required=1,
        not_comparable=1,
        without_result=2,
        gone=1,
    )
    assert [each.employee_id for each in found.without_result] == ["S-4"]
    assert [each.employee_id for each in found.leavers] == ["S-3"]
    assert found.leavers_known


def test_reaching_what_was_required_then_is_the_person_s_doing_whatever_is_required_now():
    old = a_round(person("S-1", unity=(3, 2), trust=(4, 2)))
    new = a_round(person("S-1", unity=(1, 3), trust=(3, 3)))
    plan = compare_rounds(old, new).plan
    assert (plan.closed_by_person, plan.closed_by_requirement) == (1, 1)


def test_departments_of_then_and_now():
    then = [
        person("S-1", department="บัญชี", unity=(3, 2)),
        person("S-2", department="สินเชื่อ", name="ค ง", unity=(3, 1)),
        person("S-3", department="เก่า", name="จ ฉ", unity=(3, 3)),
    ]
    now = [
        person("S-2", department="บัญชี", name="ค ง", unity=(3, 3)),
        person("S-1", department="บัญชี ", unity=(3, 3)),
        person("S-3", department="ใหม่", name="จ ฉ", unity=(3, 1)),
    ]
    departments = compare_rounds(a_round(*then), a_round(*now)).departments
    assert [
        (each.name, each.people_then, each.people_now, each.same_people) for each in departments
    ] == [("บัญชี", 1, 2, 1), ("ใหม่", 0, 1, 0), ("สินเชื่อ", 1, 0, 0), ("เก่า", 1, 0, 0)]
    accounting, new, *_gone = departments
    assert (accounting.totals_then.shortfall, accounting.totals_now.shortfall) == (1, 0)
    assert (accounting.same_then.required, accounting.same_now.required) == (1, 1)
    assert (new.totals_then, new.same_then, new.groups_then) == (None, None, {})
    assert new.groups_now["core"] == new.totals_now


def test_groups_are_those_of_their_own_round():
    known = {
        "unity": KeptCompetency("unity", "Unity", "core"),
        "trust": KeptCompetency("trust", "Trust", "other"),
    }
    regrouped = known | {"trust": KeptCompetency("trust", "Trust", "core")}
    then = replace(a_round(person(unity=(3, 2), trust=(3, 1))), competencies=known)
    now = replace(a_round(person(unity=(3, 2), trust=(3, 1))), competencies=regrouped)
    whole = compare_rounds(then, now).whole
    assert {key: each.shortfall for key, each in whole.groups_then.items()} == {
        "core": 1,
        "other": 2,
    }
    assert {key: each.shortfall for key, each in whole.groups_now.items()} == {"core": 3}


@pytest.mark.parametrize(
    ("older", "newer"), [("1/2569", "2/2569"), ("2/2568", "1/2569"), ("2/2568", "2569")]
)
def test_parts_of_years_go_by_the_year_and_then_the_number(older, newer):
    old, new = a_round(person(), round_=older), a_round(person(), round_=newer)
    assert compare_rounds(old, new).problems == ()
    with pytest.raises(NotComparableError):
        compare_rounds(new, old)


def test_a_year_and_a_part_of_it_may_stand_in_any_order():
    """Nobody knows which came first."""
    one, two = a_round(person(), round_="2569"), a_round(person(), round_="1/2569")
    assert compare_rounds(one, two).problems == compare_rounds(two, one).problems == ()


def test_a_newer_round_given_first_is_refused():
    old, new = a_round(person(), round_="2568"), a_round(person(), round_="2569")
    earlier = Problem("edited-report", Place("a.xlsx"), facts={"reason": ""})
    with pytest.raises(NotComparableError) as raised:
        compare_rounds(new, old, [earlier])
    assert [each.code for each in raised.value.problems] == ["edited-report", "rounds-swapped"]
    assert "2569" in str(raised.value)
    assert compare_rounds(old, new).problems == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (a_round(person("S-1")), a_round(person("S-2", name="ค ง"))),
        (
            a_round(person(unity=(3, 3)), competencies=("unity",)),
            a_round(person(trust=(3, 3)), competencies=("trust",)),
        ),
        (a_round(), a_round(person())),
    ],
    ids=["no person", "no competency", "nobody"],
)
def test_rounds_with_nothing_in_common_are_refused(old, new):
    with pytest.raises(NotComparableError) as raised:
        compare_rounds(old, new)
    assert raised.value.problems[-1].code == "nothing-in-common"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"round_": "2568"}, ["same-round"]),
        ({"count": Count.SELF}, ["count-differs"]),
        ({"fingerprint": "g"}, ["other-book"]),
        ({"competencies": ("unity", "trust")}, ["competency-removed"]),
        ({"competencies": (*COMPETENCIES, "flying")}, ["competency-new"]),
    ],
)
def test_what_two_rounds_were_made_with_otherwise_is_said(changed, expected):
    new = {"round_": "2569", "source": "new.xlsx"} | changed
    assert (
        codes(compare_rounds(a_round(person(), round_="2568"), a_round(person(), **new)))
        == expected
    )


def test_renamed_competencies_are_said():
    old, new = a_round(person(), round_="2568"), a_round(person(), round_="2569")
    named = new.competencies | {"unity": KeptCompetency("unity", "Team", "core")}
    assert codes(compare_rounds(old, replace(new, competencies=named))) == ["competency-renamed"]
    moved = {key: each for key, each in new.competencies.items() if key != "trust"}
    moved["trust-2"] = KeptCompetency("trust-2", "TRUST", "core")
    assert codes(compare_rounds(old, replace(new, competencies=moved))) == [
        "competency-new",
        "competency-other-id",
        "competency-removed",
    ]


def test_who_shares_an_id_is_compared_with_nobody():
    twice = a_round(person("S-1"), person("S-1", name="ค ง"), person("S-2", name="จ ฉ"))
    twice = replace(twice, round="2568")
    new = a_round(person("S-1"), person("S-2", name="จ ฉ"), round_="2569")
    found = compare_rounds(twice, new)
    assert [each.now.employee_id for each in found.people] == ["S-2"]
    assert codes(found) == ["duplicate-employee"] * 2
    assert found.whole.people_then == 1


RATED = st.dictionaries(
    st.sampled_from(COMPETENCIES),
    st.tuples(st.integers(1, 5), st.none() | st.integers(1, 5)),
    min_size=1,
)
SOMEBODY = st.builds(
    lambda rated, position, department: {"position": position, "department": department, **rated},
    RATED,
    st.sampled_from(["clerk", "chief"]),
    st.sampled_from(["", "บัญชี", "สินเชื่อ"]),
)
OFFICES = st.dictionaries(st.integers(1, 8), SOMEBODY, min_size=1)


def office(people):
    return [
        person(
            f"S-{key}",
            said["position"],
            name=f"ก {key}",
            **{k: v for k, v in said.items() if k != "position"},
        )
        for key, said in people.items()
    ]


@given(old=OFFICES, new=OFFICES, seed=st.integers(0, 9))
def test_any_two_rounds_add_up(old, new, seed):
    then, now = office(old), office(new)
    if not old.keys() & new.keys():
        with pytest.raises(NotComparableError):
            compare_rounds(a_round(*then), a_round(*now))
        return
    found = compare_rounds(a_round(*then), a_round(*now))
    plan = found.plan
    assert plan.shortfalls == sum(
        bool(each.shortfall) for one in then for each in one.levels.values()
    )
    assert plan.shortfalls == sum(
        (
            *(plan.closed_by_person, plan.closed_by_requirement, plan.smaller, plan.same),
            *(plan.larger, plan.no_longer_required, plan.not_comparable),
            *(plan.without_result, plan.gone),
        )
    )
    outcomes = Counter(each.outcome for one in found.people for each in one.changes)
    for outcome in Outcome:
        assert outcomes[outcome] == sum(each.outcomes[outcome] for each in found.competencies)
    assert plan.closed_by_person + plan.closed_by_requirement == outcomes[Outcome.CLOSED]
    for part in ("people_then", "people_now"):
        assert getattr(found.whole, part) == sum(getattr(each, part) for each in found.departments)
    for totals, shortfall in (("totals_then", "shortfall_then"), ("totals_now", "shortfall_now")):
        whole = getattr(found.whole, totals).shortfall
        units = [getattr(each, totals) for each in found.departments]
        assert whole == sum(each.shortfall for each in units if each)
        assert whole == sum(getattr(each, shortfall) for each in found.competencies)
    chance = random.Random(seed)  # noqa: S311 (no secret)
    chance.shuffle(then)
    chance.shuffle(now)
    again = compare_rounds(a_round(*then), a_round(*now))
    assert {each.now.employee_id: each.changes for each in again.people} == {
        each.now.employee_id: each.changes for each in found.people
    }
    assert (again.plan, again.whole, again.competencies) == (plan, found.whole, found.competencies)


@given(old=OFFICES, new=OFFICES)
def test_the_other_way_round_every_change_is_the_opposite(old, new):
    if not old.keys() & new.keys():
        return
    there = compare_rounds(a_round(*office(old)), a_round(*office(new)))
    back = compare_rounds(a_round(*office(new)), a_round(*office(old)))
    opposite = {
        (one.now.employee_id, each.competency.id): each.gap_change
        for one in back.people
        for each in one.changes
    }
    for one in there.people:
        for each in one.changes:
            other = opposite[one.now.employee_id, each.competency.id]
            assert each.gap_change == (None if other is None else -other)
            assert each == level_change(each.competency, each.then, each.now)
