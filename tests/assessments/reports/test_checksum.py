"""The checksum: the same for the same round in any order, another one for any change."""

import random
from dataclasses import replace

import pytest

from jdgap.assessments import Count
from jdgap.assessments.reports.checksum import checksum
from kept_rounds import a_round, levels, person

PEOPLE = (
    person("S-1", unity=(3, 2), trust=(4, 4)),
    person("S-2", unity=(3, 4), trust=(4, None)),
    person("S-3", "chief", unity=(5, 5)),
)
ROUND = a_round(*PEOPLE, round_="2568")


def of(kept):
    return checksum(kept, kept.people)


def test_the_order_of_people_and_levels_does_not_matter():
    people = [replace(each, levels=dict(reversed(each.levels.items()))) for each in PEOPLE]
    random.Random(1).shuffle(people)  # noqa: S311 (no secret)
    assert of(replace(ROUND, people=tuple(people))) == of(ROUND)


def test_the_place_does_not_matter():
    other = tuple(replace(each, place=replace(each.place, cell="A9")) for each in PEOPLE)
    assert of(replace(ROUND, people=other, source="x", made_on="2026-01-01")) == of(ROUND)


def somebody_else(**change):
    return replace(ROUND, people=(replace(PEOPLE[0], **change), *PEOPLE[1:]))


CHANGED = {
    "round": replace(ROUND, round="2569"),
    "count": replace(ROUND, count=Count.SELF),
    "book": replace(ROUND, fingerprint="g"),
    "required": replace(ROUND, required=ROUND.required | {"chief": {"unity": 4}}),
    "title": replace(ROUND, titles=ROUND.titles | {"chief": "x"}),
    "competency": replace(ROUND, competencies={}),
    "nobody": replace(ROUND, people=()),
    "left out": replace(ROUND, people=PEOPLE[:2]),
    "twice": replace(ROUND, people=(*PEOPLE, PEOPLE[0])),
    "id": somebody_else(employee_id="S-4"),
    "name": somebody_else(name="ค ง"),
    "position": somebody_else(position_id="chief"),
    "position's title": somebody_else(position="x"),
    "department": somebody_else(department="x"),
    "level": somebody_else(levels={"unity": levels(3, 3), "trust": levels(4, 4)}),
    "self level": somebody_else(levels={"unity": levels(3, 2, own=1), "trust": levels(4, 4)}),
    "levels of two": replace(
        ROUND,
        people=(
            replace(PEOPLE[0], levels=PEOPLE[1].levels),
            replace(PEOPLE[1], levels=PEOPLE[0].levels),
            PEOPLE[2],
        ),
    ),
    "one level of two": replace(
        ROUND,
        people=(
            replace(PEOPLE[0], levels={**PEOPLE[0].levels, "unity": PEOPLE[1].levels["unity"]}),
            replace(PEOPLE[1], levels={**PEOPLE[1].levels, "unity": PEOPLE[0].levels["unity"]}),
            PEOPLE[2],
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGED)
def test_any_change_tells(what):
    assert of(CHANGED[what]) != of(ROUND)


def test_what_is_joined_does_not_matter_where_it_is_parted():
    one = a_round(person("S-1", name="2"), required={}, titles={})
    other = a_round(person("S-12", name=""), required={}, titles={})
    assert of(one) != of(other)


def test_it_is_text_of_one_length():
    assert {len(of(each)) for each in CHANGED.values()} == {16}
