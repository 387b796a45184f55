"""What is legal in a book but doubtful."""

from copy import deepcopy

import pytest

from builders import book
from jdgap.positions import Book
from jdgap.positions.doubts import CHECKS, positions_doubts

SOUND = book().model_dump(mode="json", exclude_none=True)


def changed(change):
    document = deepcopy(SOUND)
    change(document)
    return Book.model_validate(document)


def doubts(change):
    return [(each.code, each.path) for each in positions_doubts(changed(change))]


def nobody_needs(document):
    for position in document["positions"]:
        position["required"].pop("trust", None)


def requires_nothing(document):
    document["positions"][21]["required"] = {}


def apart(document):
    del document["positions"][21]["reports_to"]


def lower(document):
    document["positions"][0]["required"]["unity"] = 3


def one_language(document):
    del document["positions"][2]["title"]["en"]


def alike(document):
    document["departments"][1]["name"] = {
        "th": "บัญชีกลาง",
        "en": document["departments"][0]["name"]["en"] + "s",
    }


def same(document):
    document["departments"][1]["name"] = {"th": "นโยบาย และแผน", "en": "Books"}
    document["positions"][7]["title"]["en"] = document["positions"][5]["title"]["en"].upper()


def book_in_thai(document):
    """Nearly: the organisation has the other name as well, and one position that alone."""
    for key in ("scale", "groups", "competencies", "departments", "positions"):
        for each in document[key]:
            for name in ("name", "meaning", "title"):
                each.get(name, {}).pop("en", None)
    document["positions"][3]["title"] = {"en": "Head of Policy"}


def few_names(document):
    """Three names of a small book without English are told one by one."""
    for name in document["groups"]:
        del name["name"]["en"]


def empty_department(document):
    document["departments"].append({"id": "new", "name": {"th": "ใหม่เอี่ยม", "en": "Brand new"}})


def empty_group(document):
    document["groups"].append({"id": "new", "name": {"th": "ใหม่เอี่ยม", "en": "Brand new"}})


def gap(document):
    document["scale"].append(
        {"level": 9, "name": {"th": "ก", "en": "a"}, "meaning": {"th": "ก", "en": "a"}}
    )


MANAGER = ("positions", 0, "required", "unity")
CASES = {
    nobody_needs: [("competency-not-required", ("competencies", 11, "id"))],
    requires_nothing: [("nothing-required", ("positions", 21, "required"))],
    apart: [("position-apart", ("positions", 21, "reports_to"))],
    lower: [("superior-requires-less", MANAGER)] * 2,
    one_language: [("missing-translation", ("positions", 2, "title", "en"))],
    alike: [("alike-names", ("departments", 1, "name"))],
    same: [
        ("same-name", ("departments", 1, "name", "th")),
        ("same-name", ("positions", 7, "title", "en")),
    ],
    book_in_thai: [
        ("missing-translation", ("positions", 3, "title", "th")),
        ("book-in-one-language", ()),
    ],
    few_names: [("missing-translation", ("groups", place, "name", "en")) for place in range(3)],
    empty_department: [("department-without-positions", ("departments", 8, "id"))],
    empty_group: [("group-without-competencies", ("groups", 3, "id"))],
    gap: [("gap-in-scale", ("scale", 5, "level"))],
}


def test_the_bundled_book_has_no_doubts():
    assert positions_doubts(book()) == ()


@pytest.mark.parametrize("change", CASES, ids=lambda change: change.__name__)
def test_a_doubt_names_its_place_and_nothing_else_is_doubted(change):
    assert doubts(change) == CASES[change]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_check_has_a_case(check):
    assert any(list(check(changed(change))) for change in CASES)
