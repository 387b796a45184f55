"""What people are called where their names are not told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers import answer
from jdgap.assessments.duplicates import employee_key
from jdgap.workflows.anonymity.people import People, words_of


def people(*known, others=(), taken=()):
    return People(known, others, taken)


@pytest.mark.parametrize("employee_id", ["S-001", "007", "๐๐๗", "12/2569", "กง 05", "A1"])
def test_an_id_stays(employee_id):
    """As it is written."""
    assert people((employee_id, "สมชาย ใจดี")).label(employee_id, "สมชาย ใจดี") == employee_id


@pytest.mark.parametrize(
    "employee_id",
    [
        *("", "somchai@coop.example", "7＠coop.example", "สมชาย ใจดี", "สมชาย", "สมชาย01", "ใจดี 7"),
        *("somchai7", "Jaidee.S-1", "หัวหน้า", "1101700203451", "1-1017-00203-45-1"),
    ],
)
def test_an_id_that_tells_who_it_is_becomes_a_number(employee_id):
    """An address, a name or a part of it, letters only, or the number of an identity card."""
    name = "นายสมชาย ใจดี Somchai Jaidee"
    assert people((employee_id, name)).label(employee_id, name) == "P-001"


def test_an_id_with_the_name_of_another():
    """Nor does it tell who somebody else is."""
    known = people(("S-1", "สมชาย ใจดี"), ("สมชาย-1", "อรทัย แสงทอง"))
    assert known.label("สมชาย-1", "อรทัย แสงทอง") == "P-001"
    assert known.label("สมชายใจดี 2", "มานะ อดทน") == "P-002"


def test_an_id_is_personal_wherever_it_stands():
    """Beside a name it was seen to be personal; alone it is the same."""
    known = people(("jaidee7", ""), ("jaidee7", "Somchai Jaidee"))
    assert known.label("jaidee7") == known.label("Jaidee 7", "Somchai Jaidee") == "P-001"


def test_who_is_known_by_the_name_only():
    """Typing variants are one person; a text that gives the name means the same one."""
    known = people(("", "สมชาย ใจดี"), ("", "คนที่ 12 3"), ("S-1", "สมชาย ใจดี"))
    assert known.label("", "คนที่ 12 3") == known.label("คนที่ 12 3") == "P-001"
    assert known.label("", "สมชาย  ใจดี") == known.label("สมชายใจดี") == "P-002"
    assert known.label("S-1", "สมชาย ใจดี") == "S-1"


def test_nobody():
    """Where nothing is known there is nothing to call anybody."""
    assert people(("", "")).label("", "") == people().label("—") == ""


def test_an_id_that_nobody_known_has():
    """Rows of the roster that were left out are mentioned, too."""
    known = people(("S-1", "สมชาย ใจดี"))
    assert (known.label("S-2"), known.label("สมชาย")) == ("S-2", "P-001")


def test_a_number_is_no_id_of_another():
    """Ids of answers and of rows that were left out."""
    known = people(("P-001", "ก"), ("p 003", "ข"), ("", "ค"), ("", "ง"), taken=("p004",))
    assert [known.label("", name) for name in "คง"] == ["P-002", "P-005"]


def test_numbers_go_by_the_order_of_asking():
    """Not by that of what is known."""
    known = people(("", "ก ก"), ("", "ข ข"))
    assert (known.label("", "ข ข"), known.label("", "ก ก")) == ("P-001", "P-002")


_ids = st.sampled_from(["", "S-1", "s1", "P-001", "P-2", "a@b", "กข", "7", "7.0", "1-12", "11-2"])
_names = st.sampled_from(["", "กข", "ก ข", "คง จฉ", "นายคง จฉ", "P-003", "Ann 1", "ann1"])


@given(st.lists(st.tuples(_ids, _names)))
def test_one_label_is_one_person(known):
    """Two people never share a label, and one has the same wherever: as answers are compared."""
    labels = People(known, (), ())
    by_label, by_key = {}, {}
    for employee_id, name in known:
        label = labels.label(employee_id, name)
        if not label:
            continue
        key = employee_key(answer(employee_id, name=name))
        label = employee_key(answer(label))  # an id may be written in several ways
        assert by_label.setdefault(label, key) == key
        assert by_key.setdefault(key, label) == label


@pytest.mark.parametrize(
    "text",
    [
        *("สมชาย ใจดี", "ทีมสมชาย", "ทีมคุณสมชาย", "กลุ่มงานสมชายใจดีและคณะ", "สมชาย (บัญชี)", "คุณ ใจดี"),
        *("somchai@coop.example", "Team Brightwell", "BRIGHTWELL", "หน่วยวิชัย"),
    ],
)
def test_a_text_with_a_name(text):
    """Whole or in part, with what is written before names, and any address."""
    known = people(("1", "นายสมชาย ใจดี"), ("2", "Ann Brightwell"), others=["วิชัย มั่นคง"])
    assert known.named_in(text)


@pytest.mark.parametrize("text", ["", "ฝ่ายวางแผน", "Planning", "สาขาใจดีมาก", "Brightwells", "2569"])
def test_a_text_without_a_name(text):
    """A name inside another word is none: it would be found everywhere."""
    known = people(("1", "นายสมชาย ใจดี"), ("2", "Ann Brightwell 2569"))
    assert not known.named_in(text)


def test_the_words_of_a_name():
    """Without titles, initials and numbers."""
    assert words_of("ว่าที่ ร.ต.สมชาย ส. ใจดี 12") == ["สมชาย", "ใจดี"]
    assert words_of("Mr. J. Smith") == ["smith"]
