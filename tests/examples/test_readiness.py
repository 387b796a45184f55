"""Readiness in the two rounds of the made-up office, against sums in plain loops."""

import json
from functools import cache
from pathlib import Path

import pytest
from round_2568 import round_2568
from round_2569 import round_2569
from rounds import ROSTER

from builders import book
from jdgap.gaps.readiness_result import Asked, readiness_result
from jdgap.workflows.round import RoundRules, assess_round

pytestmark = pytest.mark.usefixtures("nothing_set")

EXAMPLES = Path(__file__).parents[2] / "examples"
JSON = json.loads((EXAMPLES.parent / "data" / "positions.json").read_text(encoding="utf-8"))
POSITIONS = {each["id"]: each for each in JSON["positions"]}
ORDER = [each["id"] for each in JSON["competencies"]]
BEST_FIRST = [
    *("ready", "ready_as_assessed", "nearly", "nearly_as_assessed", "not_yet", "not_assessed")
]
MAKERS = {"2568": round_2568, "2569": round_2569}

each_round = pytest.mark.parametrize("year", MAKERS)


@cache
def people_of(year):
    """Position and actual levels by employee id, as they were written into the files."""
    return {
        key: (each.position_id, {k: v for k, v in each.levels.items() if v is not None})
        for key, each in MAKERS[year](book()).expected().items()
    }


@cache
def round_of(year):
    folder = EXAMPLES / year
    return assess_round([folder], book(), RoundRules(round=year), roster=folder / ROSTER)


def asked(year, target=None, employee=None):
    wanted = book().position_by_id[target] if target else None
    return readiness_result(round_of(year), book(), Asked(wanted, employee))


def by_hand(year, employee, target):
    """All that is said of one pair, from the position's own requirement in the data."""
    held, levels = people_of(year)[employee]
    required = {
        key: POSITIONS[target]["required"][key]
        for key in ORDER
        if key in POSITIONS[target]["required"]
    }
    below, unknown, wanted, there, met = [], [], 0, 0, 0
    for key, level in required.items():
        if key not in levels:
            unknown.append(key)
            continue
        wanted += level
        there += min(levels[key], level)
        if levels[key] < level:
            below.append((level - levels[key], key))
        else:
            met += 1
    largest = max((short for short, _ in below), default=0)
    if len(unknown) == len(required):
        state = "not_assessed"
    elif largest > 1 or (len(below) > 1 and 4 * len(below) > len(required) - len(unknown)):
        state = "not_yet"
    elif largest == 1:
        state = "nearly_as_assessed" if unknown else "nearly"
    else:
        state = "ready_as_assessed" if unknown else "ready"
    blocking = [key for size in (5, 4, 3, 2, 1) for short, key in below if short == size]
    return {
        "state": state,
        "blocking": blocking,
        "unknown": unknown,
        "met": met,
        "rated": len(required) - len(unknown),
        "shortfall": sum(short for short, _ in below),
        "fit": 100 * there / wanted if wanted else None,
        "largest": largest,
        "next_step": POSITIONS[held].get("reports_to") == target,
        "held": held == target,
    }


def found_of(each):
    unknown = sorted(
        (*each.not_assessed, *each.not_applicable), key=lambda gap: ORDER.index(gap.competency.id)
    )
    return {
        "state": each.state.value,
        "blocking": [gap.competency.id for gap in each.blocking],
        "unknown": [gap.competency.id for gap in unknown],
        "met": each.totals.met,
        "rated": each.totals.rated,
        "shortfall": each.totals.shortfall,
        "fit": each.totals.fit_pct,
        "largest": each.largest_shortfall,
        "next_step": each.next_step,
        "held": each.held,
    }


def pairs_of(result):
    return {
        (each.assessment.employee_id, each.target.id): found_of(each) for each in result.readiness
    }


@each_round
@pytest.mark.parametrize("target", ["head-accounting", "deputy-manager-business", "officer-it"])
def test_everybody_against_a_position(year, target):
    """Everybody once, with the sums; ranked by what is worst, for those assessed in full."""
    result = asked(year, target=target)
    expected = {(key, target): by_hand(year, key, target) for key in people_of(year)}
    assert pairs_of(result) == expected
    standing = [
        (
            bool(found["unknown"]),
            BEST_FIRST.index(found["state"]),
            found["largest"],
            found["shortfall"],
            -found["rated"],
            -(found["fit"] or 0),
        )
        for found in map(found_of, result.readiness)
    ]
    assert standing == sorted(standing)
    assert [each.rank for each in result.readiness] == [
        None if own[0] else 1 + sum(other < own for other in standing) for own in standing
    ]


@each_round
def test_everybody_against_every_position(year):
    """One person after the other, whatever the two positions are."""
    people = sorted(people_of(year))
    for employee in (people[0], "S-113", people[-1]):
        expected = {(employee, target): by_hand(year, employee, target) for target in POSITIONS}
        assert pairs_of(asked(year, employee=employee)) == expected


@each_round
def test_the_next_step_of_everybody(year):
    """Against whom the own position reports to; who has none such is told apart."""
    result = asked(year)
    steps = {key: POSITIONS[held].get("reports_to") for key, (held, _) in people_of(year).items()}
    expected = {(key, step): by_hand(year, key, step) for key, step in steps.items() if step}
    assert pairs_of(result) == expected
    assert {each.assessment.employee_id for each in result.no_next_step} == {
        key for key, step in steps.items() if not step
    }
    assert len(expected) > 20


def test_the_rounds_have_something_to_find():
    """Several states, levels that are missing, and levels that the position does not require."""
    found = [
        by_hand(year, key, target)
        for year in MAKERS
        for key in people_of(year)
        for target in POSITIONS
    ]
    assert {"ready", "nearly", "nearly_as_assessed", "not_yet"} <= {each["state"] for each in found}
    assert any(each["unknown"] and each["rated"] == 9 for each in found)
