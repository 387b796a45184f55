"""Faults that come of others alone are not told; what is wrong besides is."""

from copy import deepcopy

import pytest

from builders import book
from jdgap.positions import Book
from jdgap.positions.checking import checked_book
from jdgap.positions.consequences import causes

SOUND = book().model_dump(mode="json", exclude_none=True)


def told(change, unread=()):
    document = deepcopy(SOUND)
    change(document)
    found = checked_book(document)
    assert not isinstance(found, Book)
    kept = causes(found, document, unread)
    assert kept or unread
    return [(each.code, each.path) for each in kept]


def test_a_misspelt_scale_is_two_faults_and_no_level_is_blamed():
    def change(document):
        document["skale"] = document.pop("scale")
        document["positions"][2]["required"]["unity"] = "high"

    assert sorted(told(change)) == [
        ("level-off-scale", ("positions", 2, "required", "unity")),
        ("missing-value", ("scale",)),
        ("unknown-key", ("skale",)),
    ]


def test_a_misspelt_list_that_may_be_left_out_is_one_fault():
    def change(document):
        document["department"] = document.pop("departments")

    assert told(change) == [("unknown-key", ("department",))]


@pytest.mark.parametrize("key", ["groups", "competencies", "positions", "scale"])
@pytest.mark.parametrize("value", [[], "none", ...])
def test_nothing_is_looked_for_in_a_list_that_is_not_there(key, value):
    def change(document):
        document[key] = value
        if value is ...:
            del document[key]

    assert [path for _code, path in told(change)] == [(key,)]


def test_a_list_that_was_not_read_is_told_elsewhere():
    def change(document):
        del document["departments"]
        document["positions"][0]["required"]["unity"] = 9

    kept = told(change, ["departments"])
    assert kept == [("level-off-scale", ("positions", 0, "required", "unity"))]


MISNUMBERED = [
    (1, 1, []),
    (1, "two", [2]),
    (0, "one", [1]),
    (4, "five", [5]),
    (2, 101, [3]),
]


@pytest.mark.parametrize(("place", "level", "excused"), MISNUMBERED)
def test_only_levels_that_a_misnumbered_row_may_be_meant_for_are_excused(place, level, excused):
    """A level that would be wrong whatever the row is meant for is told with it."""

    def change(document):
        document["scale"][place]["level"] = level
        for where, each in enumerate(document["positions"]):
            each["required"] = {"unity": 9} if where == 0 else {"unity": (excused or [3])[0]}

    assert told(change) == [
        ("duplicate-id" if level == 1 else "not-a-whole-level", ("scale", place, "level")),
        ("level-off-scale", ("positions", 0, "required", "unity")),
    ]


def test_a_scale_with_a_gap_and_without_a_fault_excuses_no_level():
    """Nothing else would be told, and the levels would be wrong without a word."""

    def change(document):
        del document["scale"][2]
        for each in document["positions"]:
            each["required"] = {"unity": 4}
        document["positions"][3]["required"]["unity"] = 3

    assert told(change) == [("level-off-scale", ("positions", 3, "required", "unity"))]


def test_an_id_that_is_wrong_on_its_list_is_told_there_alone():
    def change(document):
        document["competencies"][2]["id"] = "Integrity!"
        document["positions"][3]["department"] = "none"

    assert sorted(told(change)) == [
        ("unknown-id", ("positions", 3, "department")),
        ("wrong-id", ("competencies", 2, "id")),
    ]


def test_a_missing_id_is_proposed_as_others_use_it():
    document = deepcopy(SOUND)
    position = next(each for each in document["positions"] if each["id"] == "head-accounting")
    del position["id"]
    (fault,) = causes(checked_book(document), document)
    assert (fault.code, fault.facts["wanted"]) == ("missing-id", "head-accounting")
