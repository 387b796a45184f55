"""What changed between two books."""

from copy import deepcopy

from builders import book
from jdgap.positions import Book
from jdgap.positions.differences import compare_books

OLD = book().model_dump(mode="json", exclude_none=True)


def changes(change):
    document = deepcopy(OLD)
    change(document)
    found = compare_books(book(), Book.model_validate(document)).differences
    return [(each.what, each.change, each.id, each.about, each.old, each.new) for each in found]


def test_a_book_does_not_differ_from_itself():
    assert compare_books(book(), book()).differences == ()


def test_required_levels_are_told_from_and_to():
    def change(document):
        required = document["positions"][11]["required"]
        required |= {"unity": 4, "trust": 2}
        del required["integrity"]

    assert changes(change) == [
        ("required_level", "changed", "officer-it", "unity", 3, 4),
        ("required_level", "removed", "officer-it", "integrity", 3, None),
        ("required_level", "added", "officer-it", "trust", None, 2),
    ]


def test_a_move_and_another_superior_are_two_changes():
    def change(document):
        document["positions"][11] |= {"department": "office", "reports_to": "head-office"}

    assert changes(change) == [
        ("position", "moved", "officer-it", "", "it", "office"),
        ("position", "new_superior", "officer-it", "", "head-it", "head-office"),
    ]


def test_an_id_that_changed_while_the_title_stayed_is_pointed_out():
    def change(document):
        document["positions"][21]["id"] = "officer-new"

    assert changes(change) == [
        ("position", "added", "officer-new", "", None, None),
        ("position", "removed", "officer-welfare", "", None, None),
        ("position", "new_id", "officer-new", "", "officer-welfare", "officer-new"),
    ]


def test_groups_names_scale_and_order():
    def change(document):
        document["competencies"][1]["group"] = "functional"
        document["competencies"][2]["name"] = {"th": "ใหม่"}
        document["scale"].pop()
        document["groups"].reverse()
        for position in document["positions"]:
            position["required"] = {}

    found = [each[:3] for each in changes(change) if each[0] != "required_level"]
    assert found == [
        ("scale", "removed", "5"),
        ("group", "reordered", ""),
        ("competency", "moved", "unity"),
        ("competency", "renamed", "integrity"),
    ]


def test_lines_of_text_are_told_one_by_one():
    def change(document):
        document["positions"][0]["skills"].append("ใหม่")
        document["positions"][0]["purpose"] = ["อื่น"]

    purpose = book().positions[0].purpose[0]
    assert changes(change)[:2] == [
        ("text", "changed", "manager", "purpose", purpose, "อื่น"),
        ("text", "added", "manager", "skills", None, "ใหม่"),
    ]
