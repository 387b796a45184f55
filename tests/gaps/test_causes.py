"""Whose doing a change is: the person's, the book's, or that of a move."""

from dataclasses import replace

import pytest

from jdgap.gaps.causes import (
    Causes,
    causes_by_competency,
    causes_by_department,
    causes_of_people,
    causes_of_person,
    compared_shortfalls,
    improved,
    worsened,
)
from jdgap.gaps.comparing import compare_rounds
from jdgap.text.names import name_key
from kept_rounds import a_round, person


def people(*pairs):
    """Everybody in both rounds; each is `(then, now)`."""
    return compare_rounds(
        a_round(*(then for then, _now in pairs)), a_round(*(now for _then, now in pairs))
    ).people


def both(employee="S-1", /, position="clerk", moved_to="", department="บัญชี", **rated):
    """Somebody then and now, with `((required, actual), (required, actual))` by competency."""
    then = {key: pair[0] for key, pair in rated.items() if pair[0]}
    now = {key: pair[1] for key, pair in rated.items() if pair[1]}
    return (
        person(employee, position, department=department, **then),
        person(employee, moved_to or position, department=department, **now),
    )


@pytest.mark.parametrize(
    ("levels", "causes"),
    [
        (((3, 2), (3, 3)), Causes(compared=1, risen=1)),
        (((3, 4), (3, 2)), Causes(compared=1, fallen=2)),
        (((3, 3), (4, 3)), Causes(compared=1, raised=1)),
        (((4, 3), (2, 4)), Causes(compared=1, risen=1, lowered=2)),
        (((3, 3), (3, 3)), Causes(compared=1)),
        (((3, None), (4, 3)), Causes(newly_rated=1)),
        (((3, 1), (4, None)), Causes(no_longer_rated=2)),
        (((3, 3), None), Causes()),
        (((3, 2), None), Causes(no_longer_required=1)),
        ((None, (5, 2)), Causes(newly_required=3)),
    ],
)
def test_each_cause_of_one_level(levels, causes):
    (only,) = people(both(unity=levels, trust=((1, 1), (1, 1))))
    assert causes_of_person(only) == replace(causes, compared=causes.compared + 1)


def test_what_another_position_requires_is_that_of_the_move():
    (only,) = people(both(moved_to="head", unity=((3, 3), (5, 4)), trust=((3, 3), (2, 3))))
    assert causes_of_person(only) == Causes(compared=2, risen=1, moved_up=2, moved_down=1)


def test_the_causes_make_up_the_change_of_the_gaps():
    found = people(
        both("S-1", unity=((3, 2), (4, 4)), trust=((3, 3), (2, 1)), coaching=((1, None), (2, 2))),
        both("S-2", moved_to="head", unity=((3, 2), (5, 4)), trust=((3, 3), (3, 3))),
    )
    changes = [each.gap_change for one in found for each in one.changes]
    causes = causes_of_people(found)
    assert causes.gap_change == sum(each for each in changes if each is not None)
    assert causes.compared == 4


def test_a_new_book_changes_no_person():
    found = people(*(both(f"S-{n}", unity=((3, 3), (4, 3))) for n in range(5)))
    causes = causes_of_people(found)
    assert (causes.person_change, causes.requirement_change) == (0, 5)


def test_a_department_has_those_who_stayed_in_it():
    stayed = both("S-1", unity=((3, 2), (3, 3)))
    then, now = both("S-2", unity=((3, 1), (3, 3)))
    moved = then, person("S-2", department="การเงิน", unity=(3, 3))
    found = causes_by_department(people(stayed, moved))
    assert found == {name_key("บัญชี"): Causes(compared=1, risen=1)}
    assert now.department == "บัญชี"


def test_each_competency_has_its_own():
    found = people(
        both("S-1", unity=((3, 2), (3, 3)), trust=((3, 3), (3, 3))),
        both("S-2", unity=((3, 3), (3, 2)), coaching=((3, None), (3, 3))),
    )
    assert causes_by_competency(found) == {
        "unity": Causes(compared=2, risen=1, fallen=1),
        "trust": Causes(compared=1),
        "coaching": Causes(),
    }
    once = people(both(unity=((3, 2), None), trust=((3, 3), (3, 3))))
    assert causes_by_competency(once)["unity"] == Causes(no_longer_required=1)


def test_shortfalls_leave_out_what_is_required_twice_and_rated_once():
    (only,) = people(
        both(unity=((3, 1), (3, 2)), trust=((3, None), (3, 1)), coaching=(None, (3, 1)))
    )
    short = compared_shortfalls(only)
    assert (short.then, short.now, short.change) == (2, 3, 1)


def test_a_surplus_hides_no_worsening():
    (only,) = people(both(unity=((3, 3), (3, 5)), trust=((3, 3), (3, 2))))
    assert worsened([only]) == [only]
    assert improved([only]) == []


def test_who_changed_most_comes_first_then_who_fell_further_then_the_lower_id():
    found = people(
        both("S-10", unity=((3, 3), (3, 2))),
        both("S-9", unity=((3, 3), (3, 2))),
        both("S-3", unity=((3, 3), (4, 3))),
        both("S-4", unity=((3, 3), (3, 1))),
        both("S-5", unity=((3, 3), (3, 3))),
        both("S-6", unity=((3, 1), (3, 3))),
        both("S-7", unity=((3, 2), (3, 3))),
    )
    assert [each.now.employee_id for each in worsened(found)] == ["S-4", "S-9", "S-10", "S-3"]
    assert [each.now.employee_id for each in improved(found)] == ["S-6", "S-7"]
    assert worsened(reversed(found)) == worsened(found)
