import random

import pytest

from answers import answer
from jdgap.assessments.duplicates import OnDuplicate, without_duplicates

LATEST = OnDuplicate.LATEST
THREE, FOUR = {"unity": 3}, {"unity": 4}
TWO = ("a", 3), ("b", 4)


def kept(*answers, on_duplicate=OnDuplicate.ERROR, modified=None):
    """The files that count, and the code, file and other place of each problem."""
    found, problems = without_duplicates(answers, on_duplicate, modified)
    told = [(each.code, each.place.file, each.facts["other"]) for each in problems]
    return [each.place.file for each in found], told


def test_the_same_answers_count_once():
    """A form that came twice is one answer; both places are named."""
    assert kept(answer(file="a"), answer(file="b")) == (
        ["a"],
        [("repeated-employee", "b", "a › S")],
    )


def test_different_answers_count_for_nothing():
    """Without time stamps nobody can tell which is meant; each of them is accounted for."""
    answers = [answer(file=name, levels={"unity": level}) for name, level in (*TWO, ("c", 5))]
    assert kept(*answers[:2]) == (
        [],
        [("duplicate-employee", "a", "b › S"), ("duplicate-employee", "b", "a › S")],
    )
    assert kept(*answers)[1] == [
        ("duplicate-employee", "a", "b › S"),
        ("duplicate-employee", "b", "a › S"),
        ("duplicate-employee", "c", "a › S"),
    ]


def test_the_latest_of_answers_with_time_stamps():
    """The latest counts whatever the order, and the others are reported."""
    first = answer(file="a", cell="A2", levels=THREE, at="2026-09-27T15:00:00")
    second = answer(file="a", cell="A3", levels=FOUR, at="2026-09-27T15:00:01")
    for answers in ((first, second), (second, first)):
        found, problems = without_duplicates(answers)
        assert found == [second]
        assert [(each.code, each.place.cell) for each in problems] == [("superseded-answer", "A2")]
        assert problems[0].facts["other"] == "a › S › A3"


def test_equal_time_stamps_with_different_answers():
    """They say nothing about which is meant."""
    stamp = "2026-09-27T15:00:00"
    found, told = kept(
        answer(file="a", levels=THREE, at=stamp), answer(file="b", levels=FOUR, at=stamp)
    )
    assert (found, [code for code, *_ in told]) == ([], ["duplicate-employee"] * 2)


def test_a_time_stamp_on_one_side_only():
    """It is not compared with nothing."""
    found, _ = kept(answer(file="a", levels=THREE, at="2026-09-27"), answer(file="b", levels=FOUR))
    assert found == []


def test_latest_goes_by_the_file():
    """With --on-duplicate latest the file that was changed last counts."""
    times = {"a": 2_000_000.0, "b": 1_000_000.0}
    assert kept(
        answer(file="a", levels=THREE),
        answer(file="b", levels=FOUR),
        on_duplicate=LATEST,
        modified=times.__getitem__,
    ) == (["a"], [("superseded-answer", "b", "a › S")])


def test_latest_in_one_file_is_what_stands_last():
    """A later row was written later."""
    rows = [answer(file="a", cell=f"A{row}", levels={"unity": row}) for row in (2, 3, 4)]
    found, _ = without_duplicates(rows, LATEST)
    assert [each.place.cell for each in found] == ["A4"]


def test_latest_of_files_of_the_same_age():
    """Where not even that tells them apart, none counts."""
    found, told = kept(
        answer(file="a", levels=THREE),
        answer(file="b", levels=FOUR),
        on_duplicate=LATEST,
        modified=lambda _file: 1.0,
    )
    assert (found, [code for code, *_ in told]) == ([], ["duplicate-employee"] * 2)


def test_latest_asks_the_file_system(tmp_path):
    """Where nobody says when files were changed."""
    import os

    old, new = tmp_path / "z.xlsx", tmp_path / "a.xlsx"
    for path, time in ((old, 1_000_000), (new, 2_000_000)):
        path.touch()
        os.utime(path, (time, time))
    found, _ = kept(
        answer(file=str(old), levels=THREE), answer(file=str(new), levels=FOUR), on_duplicate=LATEST
    )
    assert found == [str(new)]


@pytest.mark.parametrize(
    "other",
    [
        answer(employee="S-2", levels=FOUR),
        answer(round_="2568", levels=FOUR),
        answer(employee="", name="ค ง", levels=FOUR),
    ],
)
def test_somebody_or_something_else(other):
    """Another id, another round and another name are no duplicates."""
    assert len(without_duplicates([answer(), other])[0]) == 2


def test_the_id_as_people_type_it():
    """`s 1` and `S-1` are one employee."""
    assert kept(answer("S-1", file="a"), answer("s 1", file="b"))[0] == ["a"]


def test_ids_whose_digits_are_parted_otherwise():
    """`1-12` and `11-2` are two employees, though their answers agree."""
    assert kept(answer("1-12", file="a"), answer("11-2", file="b")) == (["a", "b"], [])
    assert kept(answer("1-12", file="a"), answer("1–12", file="b"))[0] == ["a"]
    assert len(kept(answer("7", file="a"), answer("007", file="b"))[0]) == 2
    assert kept(answer("7", file="a"), answer("7.0", file="b"))[0] == ["a"]


def test_a_blank_row_says_what_no_row_says():
    """A form that lists a competency without a level agrees with one that does not list it."""
    from jdgap.assessments import NoLevel

    assert kept(answer(file="a"), answer(file="b", levels={"unity": 3, "trust": NoLevel.BLANK}))[0]


def test_without_id_and_name_everybody_is_somebody_else():
    """They are reported as missing-employee and may be anybody."""
    assert len(kept(answer("", name="", file="a"), answer("", name="", file="b"))[0]) == 2


def test_the_order_does_not_matter():
    """The same answers count in whatever order they come, and as many problems are found."""
    answers = [
        answer(f"S-{number % 5}", {"unity": number % 3 + 1}, file=f"{number:02}", at=stamp)
        for number in range(20)
        for stamp in (None if number % 2 else f"2026-09-{number + 1:02}",)
    ]
    found, problems = without_duplicates(answers)
    for seed in range(5):
        shuffled = random.Random(seed).sample(answers, len(answers))  # noqa: S311
        again, told = without_duplicates(shuffled)
        wanted = {each.employee_id: each.ratings["unity"].self_level for each in found}
        assert {each.employee_id: each.ratings["unity"].self_level for each in again} == wanted
        assert len(told) == len(problems)
