"""What has another shape in a document than a book has."""

from copy import deepcopy

import pytest

from builders import book
from jdgap.positions import Book
from jdgap.positions.checking import checked_book

SOUND = book().model_dump(mode="json", exclude_none=True)


def put(*path, value):
    """The only fault of the book with one thing changed."""
    document = deepcopy(SOUND)
    here = document
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    found = checked_book(document)
    assert not isinstance(found, Book)
    return next(each for each in found if each.path == path)


KINDS = [
    (("groups",), "x", "a list", "a text"),
    (("organisation",), 5, "an object with keys", "a number"),
    (("positions", 4, "required"), [1], "an object with keys", "a list"),
    (("positions", 4, "title"), None, "an object with keys", "nothing (null)"),
    (("positions", 4, "purpose"), {}, "a list", "an object with keys"),
    (("positions", 4, "purpose", 0), True, "a text", "true or false"),
    (("positions", 4, "required", "unity"), "3", "a whole number", "a text"),
    (("positions", 4, "required", "unity"), None, "a whole number", "nothing (null)"),
    (("scale", 0, "level"), [1], "a whole number", "a list"),
    (("scale", 0, "level"), "1", "a whole number", "a text"),
]


@pytest.mark.parametrize(("path", "value", "expected", "found"), KINDS)
def test_what_has_to_be_there_is_said_and_what_is_there(path, value, expected, found):
    fault = put(*path, value=value)
    assert fault.code == "wrong-kind-of-value"
    assert (fault.facts["kind"], fault.facts["found_kind"]) == (expected, found)


@pytest.mark.parametrize(
    ("path", "likely"),
    [
        (("skale",), ("scale",)),
        (("positions", 2, "reportsto"), ("reports_to", "reports_to_title")),
        (("departments", 0, "colour"), None),
        (("organisation", "de"), None),
    ],
)
def test_a_key_that_is_not_known_gets_the_one_that_it_is_alike_to(path, likely):
    fault = put(*path, value="x")
    assert fault.code == "unknown-key"
    assert fault.facts.get("suggestions") == likely


@pytest.mark.parametrize(
    ("path", "what"),
    [
        (("organisation",), "name of the organisation"),
        (("positions", 2, "title"), "title"),
        (("scale", 1, "meaning"), "meaning"),
        (("groups", 1, "name"), "name"),
    ],
)
def test_a_name_that_is_missing_says_whose_it_is(path, what):
    fault = put(*path, value={})
    assert (fault.code, fault.facts["what"]) == ("name-in-neither", what)


def test_a_value_is_shown_as_it_stands_there():
    assert put("positions", 0, "required", "unity", value=3.5).value == "3.5"
    assert put("positions", 0, "required", "unity", value=True).value == "TRUE"


@pytest.mark.parametrize("key", ["groups", "positions"])
@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", "missing-id"),
        (None, "missing-id"),
        ([], "wrong-kind-of-value"),
        ({}, "wrong-kind-of-value"),
        (5, "wrong-id"),
        ("a" * 65, "wrong-id"),
        ("A", "wrong-id"),
    ],
)
def test_an_id_that_is_none(key, value, code):
    assert put(key, 1, "id", value=value).code == code
