"""Who of two rounds is the same person."""

import random

import pytest

from jdgap.gaps.matching import match_people, only_once
from kept_rounds import person


def matched(old, new):
    found = match_people(old, new)
    pairs = [(then.employee_id, now.employee_id) for then, now in found.pairs]
    return pairs, [each.code for each in found.problems], found


def test_people_are_known_by_their_id_however_it_is_written():
    pairs, problems, found = matched(
        [person("S-001"), person("S-2", name="ค ง")], [person("s 001"), person("S-3", name="จ ฉ")]
    )
    assert pairs == [("S-001", "s 001")]
    assert [each.employee_id for each in found.leavers] == ["S-2"]
    assert [each.employee_id for each in found.new_people] == ["S-3"]
    assert problems == []


@pytest.mark.parametrize(("then", "now"), [("", "S-1"), ("S-1", ""), ("", "")])
def test_a_name_tells_where_one_has_no_id(then, now):
    pairs, problems, _ = matched([person(then, name="ก ข")], [person(now, name="ก  ข")])
    assert (pairs, problems) == ([(then, now)], ["matched-by-name"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([person("", name="ก ข"), person("S-2", name="ก ข")], [person("S-1", name="ก ข")]),
        ([person("", name="ก ข")], [person("S-1", name="ก ข"), person("S-2", name="ก ข")]),
    ],
)
def test_a_name_that_two_have_tells_nobody(old, new):
    pairs, problems, _ = matched(old, new)
    assert (pairs, problems) == ([], ["perhaps-one-person"])


def test_a_namesake_without_id_is_not_joined_with_whom_the_id_tells_and_is_said():
    old = [person("S-1", name="ก ข"), person("", name="ก ข")]
    pairs, problems, found = matched(old, [person("S-1", name="ก ข")])
    assert pairs == [("S-1", "S-1")]
    assert [each.employee_id for each in found.leavers] == [""]
    assert problems == ["perhaps-one-person"]


def test_one_name_under_two_ids_is_told_with_both_and_never_joined():
    pairs, problems, found = matched([person("S-1")], [person("S-9"), person("S-8")])
    assert (pairs, problems) == ([], ["perhaps-one-person"])
    assert found.problems[0].facts["then"] == ["S-1"]
    assert found.problems[0].facts["now"] == ["S-9", "S-8"]


def test_nobody_without_a_name_is_a_namesake():
    assert matched([person("S-1", name="")], [person("S-9", name="")])[1] == []


def test_an_id_with_quite_another_name_is_compared_and_said():
    pairs, problems, _ = matched([person(name="สมชาย ใจดี")], [person(name="อรทัย แสงทอง")])
    assert (len(pairs), problems) == (1, ["name-changed"])


def test_a_prefix_is_no_other_name():
    assert matched([person(name="นางสาวอรทัย แสงทอง")], [person(name="อรทัย แสงทอง")])[1] == []


def test_numbers_that_anonymising_gave_are_nobody_s():
    """P-001 of one round is somebody else than P-001 of another."""
    old = [person("P-001", name="P-001"), person("S-1", name="S-1")]
    pairs, problems, _ = matched(old, old)
    assert (pairs, problems) == ([("S-1", "S-1")], ["numbered-people"] * 2)


def test_a_name_that_anonymising_took_is_no_other_name():
    assert matched([person("S-1", name="S-1")], [person("S-1", name="สมชาย ใจดี")])[1] == []


@pytest.mark.parametrize("name", ["ก ข", ""])
def test_ids_like_those_numbers_are_ids_of_others(name):
    pairs, problems, _ = matched([person("P-001", name=name)], [person("P-001", name=name)])
    assert (pairs, problems) == ([("P-001", "P-001")], [])


def test_somebody_without_id_and_name_is_nobody_known():
    pairs, problems, _ = matched([person("", name="")], [person("", name="")])
    assert (pairs, problems) == ([], [])


def test_who_shares_an_id_is_left_out_and_told():
    found = only_once([person("S-1"), person("S 1", name="ค ง"), person("S-2"), person("")])
    assert [each.employee_id for each in found.people] == ["S-2", ""]
    assert [each.code for each in found.problems] == ["duplicate-employee"] * 2


def test_the_order_of_people_decides_nothing_but_the_order():
    old = [person(f"S-{number}", name=f"ก {number % 7}") for number in range(20)]
    new = [
        person(f"S-{number}" if number % 3 else "", name=f"ก {number % 7}")
        for number in range(10, 30)
    ]
    chance = random.Random(1)  # noqa: S311 (no secret)
    pairs = {tuple(map(id, pair)) for pair in match_people(old, new).pairs}
    for _ in range(5):
        chance.shuffle(old)
        chance.shuffle(new)
        assert {tuple(map(id, pair)) for pair in match_people(old, new).pairs} == pairs
