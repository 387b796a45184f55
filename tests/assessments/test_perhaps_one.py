"""Two employees who may be one: told, and counted as two."""

import pytest

from answers import answer
from jdgap.assessments.duplicates import without_duplicates

NAME = "สมชาย ใจดี"


def perhaps(*answers):
    """File and value of each problem, with the file that it names, too; everybody counts."""
    kept, problems = without_duplicates(answers)
    assert {each.code for each in problems} <= {"perhaps-one-employee"}
    assert len(kept) == len(answers)
    return [
        (each.place.file, each.value, str(each.facts["other"]).split(" › ")[0]) for each in problems
    ]


def test_an_answer_with_only_the_name_of_somebody_with_an_id():
    """It is told where the id is missing, whichever of the two came first."""
    with_id, without = answer("S-1", name=NAME, file="a"), answer("", name="สมชาย  ใจดี", file="b")
    for answers in ((with_id, without), (without, with_id)):
        assert perhaps(*answers) == [("b", "สมชาย  ใจดี", "a")]
    other = answer("S-2", name=NAME, file="c")
    assert perhaps(with_id, other) == []
    assert perhaps(with_id, without, other) == [("b", "สมชาย  ใจดี", "a")]


@pytest.mark.parametrize(
    "other",
    [
        answer("", name="สมหญิง ใจดี", file="b"),
        answer("", name=NAME, file="b", round_="2568"),
        answer("", name="", file="b"),
    ],
)
def test_another_name_or_round_and_nobody(other):
    assert perhaps(answer("S-1", name=NAME, file="a"), other) == []
    assert perhaps(answer("S-1", name="", file="a"), other) == []


@pytest.mark.parametrize(("one", "other"), [("7", "007"), ("s-01", "S1"), ("1-12", "1-012")])
def test_an_id_with_more_zeros(one, other):
    """Said once, where the zeros stand."""
    first, second = sorted((one, other), key=len)
    told = [("b", second, "a")]
    assert perhaps(answer(first, file="a"), answer(second, file="b")) == told
    assert perhaps(answer(second, file="b"), answer(first, file="a")) == told


def test_zeros_in_both_ids():
    """`01` and `001` may be one, too, and each of three is told once."""
    answers = [answer(each, file=each) for each in ("01", "001", "0001")]
    assert perhaps(*answers) == [("001", "001", "01"), ("0001", "0001", "01")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (answer("7", name="สมชาย"), answer("007", name="นงลักษณ์")),
        (answer("7"), answer("70")),
        (answer("1-01"), answer("10-1")),
        (answer("7"), answer("007", round_="2568")),
        (answer("a01@example.com"), answer("a1@example.com")),
    ],
)
def test_two_people(one, other):
    """Another name, number, round or address."""
    assert perhaps(one, other) == []


def test_somebody_whose_answers_do_not_count():
    """Both answers of one and the one without an id are told."""
    answers = [answer("S-1", {"unity": level}, name=NAME, file=str(level)) for level in (3, 4)]
    kept, problems = without_duplicates([*answers, answer("", name=NAME, file="c")])
    assert [each.place.file for each in kept] == ["c"]
    assert sorted(each.code for each in problems) == [
        *["duplicate-employee"] * 2,
        "perhaps-one-employee",
    ]


@pytest.mark.parametrize("employee", ["S-1", ""])
def test_a_name_with_and_without_a_title(employee):
    """It may be one person, with an id or without; another sex or name is another person."""
    other = answer(employee, name=NAME, file="a")
    assert perhaps(other, answer("", name=f"นาย{NAME}", file="b")) == [("b", f"นาย{NAME}", "a")]
    man = answer(employee, name=f"นาย{NAME}", file="a")
    assert perhaps(man, answer("", name=f"นาง{NAME}", file="b")) == []
    assert perhaps(man, answer("", name=f"ดร.{NAME}สกุล", file="b")) == []


def test_three_of_one_name_without_ids():
    """Each but the first is told once."""
    names = NAME, f"นาย{NAME}", f"คุณ{NAME}"
    answers = [answer("", name=name, file=name) for name in names]
    assert [each[0] for each in perhaps(*answers)] == list(names[1:])
