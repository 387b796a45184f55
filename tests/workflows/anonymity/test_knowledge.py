"""Checklists without names."""

import pytest

from builders import book, plain_form, write_workbook
from checklists import HEADINGS, items, said_by
from jdgap.workflows import check_files

TYPED = [["ทักษะ"], ["ทักษะของสมชาย", "need"], ["ขับรถ", "สมชายบอกว่ามี"], [None, "ถามสมชาย"]]


@pytest.fixture
def checked(tmp_path):
    """A form whose checklist has what somebody typed in it, and a name in a remark."""
    listed = [[*HEADINGS, "หมายเหตุ"], [items()[0], "มี", "ตามที่สมชายสอน"], *TYPED]
    listed += [["ทักษะของสมชาย", "มี"], [items()[1], "สมชาย"]]
    path = write_workbook(tmp_path / "a.xlsx", plain_form(), listed)
    return {anonymous: check_files([path], book(), anonymise=anonymous) for anonymous in (0, 1)}


def test_items_of_the_book_stay_and_typed_ones_get_numbers(checked):
    (person,) = checked[1].people
    assert [each[1:3] for each in said_by(person.assessment)] == [
        *((items()[0], "have"), ("K-001", None), ("K-002", None), (items()[1], None)),
    ]
    (named,) = checked[0].people
    assert [each[2:] for each in said_by(named.assessment)] == [
        each[2:] for each in said_by(person.assessment)
    ]


def test_no_name_is_left(checked):
    assert "สมชาย" in repr(checked[0])
    assert "สมชาย" not in repr(checked[1].problems)
    assert "สมชาย" not in repr(checked[1].people[0].assessment)


def test_problems_are_about_the_same_items(checked):
    told = [(each.code, each.facts.get("item")) for each in checked[1].problems]
    assert sorted(told, key=str) == sorted(
        [
            ("unknown-knowledge", "K-001"),
            ("unknown-knowledge", "K-002"),
            ("unknown-knowledge", "K-001"),
            ("not-an-answer", "K-002"),
            ("not-an-answer", items()[1]),
            ("duplicate-knowledge", "K-001"),
            ("answer-without-item", None),
        ],
        key=str,
    )
