"""How ready one person is, and who comes before whom."""

import random

import pytest

from answers import answer
from builders import COMPETENCIES, OFFICER_COMPETENCIES, book
from jdgap.assessments import Count, NoLevel
from jdgap.gaps import Comparison, compare_person
from jdgap.gaps.readiness import (
    State,
    against_all,
    next_step,
    next_steps,
    ranked,
    readiness,
    succession,
)

COMPARISON = Comparison(book())
HEAD = book().position_by_id["head-it"]
MET = dict(HEAD.required)
LAST = COMPETENCIES[-1]


def ready(levels, *, target=HEAD, position="officer-it", employee="S-1", comparison=COMPARISON):
    return readiness(answer(employee, levels, position=position), target, comparison)


def ids(gaps):
    return [each.competency.id for each in gaps]


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, State.READY),
        ({LAST: NoLevel.BLANK}, State.READY_AS_ASSESSED),
        ({LAST: NoLevel.UNUSABLE}, State.READY_AS_ASSESSED),
        ({LAST: NoLevel.NOT_APPLICABLE}, State.READY_AS_ASSESSED),
        ({"unity": 3}, State.NEARLY),
        ({"unity": 3, "trust": 3, "coaching": 2}, State.NEARLY),
        ({"unity": 2, "trust": 3}, State.NOT_YET),
        ({"unity": 3, "trust": 3, "coaching": 2, "integrity": 3}, State.NOT_YET),
        ({"unity": 3, LAST: NoLevel.BLANK}, State.NEARLY_AS_ASSESSED),
        ({"unity": 3, "integrity": 3, LAST: NoLevel.NOT_APPLICABLE}, State.NEARLY_AS_ASSESSED),
        ({"unity": 3, "integrity": 3, "coaching": 2, LAST: NoLevel.UNUSABLE}, State.NOT_YET),
        ({"unity": 2}, State.NOT_YET),
        ({"unity": 1, LAST: NoLevel.BLANK}, State.NOT_YET),
        (dict.fromkeys(MET, NoLevel.BLANK), State.NOT_ASSESSED),
        (dict.fromkeys(MET, NoLevel.NOT_APPLICABLE), State.NOT_ASSESSED),
    ],
)
def test_the_state(change, state):
    """It is of what was rated; what has no level is neither below nor reached."""
    assert ready(MET | change).state is state


@pytest.mark.parametrize(
    ("rated", "most"), [(1, 1), (2, 1), (3, 1), (7, 1), (8, 2), (11, 2), (12, 3)]
)
def test_nearly_is_a_quarter_of_what_was_rated(rated, most):
    """One level below in so many; what was never rated makes nobody near."""
    keys = list(MET)[:rated]
    nearly = State.NEARLY if rated == len(MET) else State.NEARLY_AS_ASSESSED
    for below in range(1, rated + 1):
        levels = {key: MET[key] - (at < below) for at, key in enumerate(keys)}
        assert ready(levels).state is (nearly if below <= most else State.NOT_YET), below


def test_a_surplus_hides_no_shortfall():
    """Whoever is far above in all but one is below in that one."""
    found = ready(dict.fromkeys(MET, 5) | {"unity": 2})
    assert (found.state, ids(found.blocking), found.largest_shortfall) == (
        State.NOT_YET,
        ["unity"],
        2,
    )


def test_every_requirement_stands_in_one_part():
    """Blocking: the largest shortfall first, then the book's order; the rest as the book has it."""
    found = ready(
        MET
        | {"trust": 2, "service-mind": 3, "integrity": 2, "achievement": 3, "flexibility": 5}
        | {"coaching": NoLevel.BLANK, "unity": NoLevel.UNUSABLE}
        | {"team-building": NoLevel.NOT_APPLICABLE}
    )
    assert ids(found.blocking) == ["integrity", "trust", "service-mind", "achievement"]
    assert ids(found.not_assessed) == ["unity", "coaching"]
    assert ids(found.not_applicable) == ["team-building"]
    assert ids(found.met) == [
        *("professional-expertise", "analytical-thinking", "process-accuracy"),
        *("flexibility", "change-leadership"),
    ]


def test_levels_that_the_position_held_does_not_require_count():
    """An officer who was rated as a leader too is fully assessed for the head's position."""
    found = ready(MET)
    assert set(MET) - set(found.gaps.position.required) == set(COMPETENCIES[8:])
    assert found.is_complete
    assert (found.totals.rated, found.totals.fit_pct) == (12, 100)


def test_totals_are_those_of_a_comparison():
    """Against the target, whose level counts as elsewhere."""
    said = answer("S-1", dict.fromkeys(OFFICER_COMPETENCIES, (3, 4)))
    for count in Count:
        found = readiness(said, HEAD, Comparison(book(), count))
        assert found.totals == compare_person(said, book(), HEAD, count).totals
    assert readiness(said, HEAD, Comparison(book(), Count.SELF)).blocking


def test_next_step_and_position_held():
    """Known from whom the position held reports to."""
    officer = book().position_by_id["officer-it"]
    assert next_step(book(), officer) is HEAD
    assert next_step(book(), book().position_by_id["manager"]) is None
    assert next_step(book(), None) is None
    assert [
        (ready(MET, target=each).next_step, ready(MET, target=each).held)
        for each in (
            HEAD,
            officer,
            book().position_by_id["head-office"],
        )
    ] == [(True, False), (False, True), (False, False)]


def test_a_position_that_is_not_known():
    """It is neither the target nor leads to it."""
    found = readiness(answer("S-1", MET, position=None), HEAD, COMPARISON)
    assert (found.next_step, found.held, found.state) == (False, False, State.READY)


def test_a_target_that_requires_nothing():
    """Nothing can be said of it, and it is no rank."""
    bare = HEAD.model_copy(update={"id": "bare", "required": {}})
    other = book().model_copy(update={"positions": (*book().positions, bare)})
    found = ready(MET, target=bare, comparison=Comparison(other))
    assert (found.state, found.is_complete) == (State.NOT_ASSESSED, False)


PEOPLE = [
    ("S-10", MET),
    ("S-9", MET),
    ("S-8", MET | {"unity": 3}),
    ("S-7", MET | {"unity": 3, "trust": 3}),
    ("S-6", MET | {"unity": 2}),
    ("S-5", {"unity": 4, "trust": 4}),
    ("S-4", {"unity": 4}),
    ("S-3", MET | {"unity": 3, "trust": NoLevel.BLANK}),
    ("S-2", {"unity": 1}),
    ("S-1", {"unity": NoLevel.BLANK}),
]
IN_ORDER = [
    *(("S-9", 1), ("S-10", 1), ("S-8", 3), ("S-7", 4), ("S-6", 5)),
    *(("S-5", None), ("S-4", None), ("S-3", None), ("S-2", None), ("S-1", None)),
]


def test_who_comes_before_whom():
    """The fully rated first, ranked; then the others, more of them rated first; then the silent."""
    people = [answer(employee, levels) for employee, levels in PEOPLE]
    for seed in range(5):
        random.Random(seed).shuffle(people)  # noqa: S311
        found = succession(people, HEAD, COMPARISON)
        assert [(each.assessment.employee_id, each.rank) for each in found] == IN_ORDER


def test_fit_decides_between_equal_shortfalls():
    """Against positions that require more, one level is less."""
    high = HEAD.model_copy(update={"required": dict.fromkeys(MET, 5)})
    found = ranked(
        [ready(MET | {"unity": 3}), ready(dict.fromkeys(MET, 5) | {"unity": 4}, target=high)],
        lambda each: each.target.required["unity"],
    )
    assert [each.target.required["unity"] for each in found] == [5, 4]
    assert [each.rank for each in found] == [1, 2]


def test_who_is_nearly_ready_comes_before_who_is_not_yet():
    """Three of twelve are few, three of eight are not; the sum of shortfalls is the same."""
    short = {"service-mind": 4, "unity": 4, "integrity": 4}
    levels = dict.fromkeys(MET, 5) | short
    high = HEAD.model_copy(update={"id": "high", "required": dict.fromkeys(MET, 5)})
    required = dict.fromkeys(list(MET)[:8], 5)
    small = HEAD.model_copy(update={"id": "small", "required": required})
    other = book().model_copy(update={"positions": (*book().positions, high, small)})
    both = [ready(levels, target=each, comparison=Comparison(other)) for each in (high, small)]
    for candidates in (both, both[::-1]):
        found = ranked(candidates, lambda each: each.target.id)
        assert [each.state for each in found] == [State.NEARLY, State.NOT_YET]


def test_one_person_against_all():
    """Every position once; of equals the book's order decides."""
    found = against_all(answer("S-1", MET), COMPARISON)
    assert {each.target.id for each in found} == set(book().position_by_id)
    places = [book().positions.index(each.target) for each in found if each.rank == 1]
    assert len(places) > 2
    assert places == sorted(places)
    assert [each.target.id for each in found if each.next_step] == ["head-it"]
    assert [each.target.id for each in found if each.held] == ["officer-it"]


def test_a_unit():
    """Each against the position that the own one reports to, in the order given."""
    positions = ["officer-it", "manager", "head-it"]
    people = [
        COMPARISON.person(answer(f"S-{place}", MET, position=key), book().position_by_id[key])
        for place, key in enumerate(positions)
    ]
    found = list(next_steps(people, COMPARISON))
    assert [(each.assessment.employee_id, each.target.id) for each in found] == [
        ("S-0", "head-it"),
        ("S-2", "deputy-manager-business"),
    ]
    assert all(each.next_step and each.rank is None for each in found)
