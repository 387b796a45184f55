import random
from dataclasses import replace

import pytest

from answers import answer
from jdgap.assessments import NoLevel, Rating
from jdgap.assessments.duplicates import OnDuplicate, without_duplicates
from jdgap.problems import Place

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


def test_one_id_of_two_people():
    """A copied form with another's name: the names are told, though the levels agree."""
    copied = [
        *(answer(file="a", name="อรุณ เจริญ"), answer(file="b", name="นายอรุณ เจริญ")),
        *(answer(file="c", name="คนอื่น ลอกมา"), answer(file="d", name="")),
    ]
    found, problems = without_duplicates(copied)
    assert found == []
    assert {each.code for each in problems} == {"one-id-two-people"}
    told = [(each.facts["found"], each.facts["wanted"], each.facts["other"]) for each in problems]
    assert told == [
        ("อรุณ เจริญ", "คนอื่น ลอกมา", "c › S"),
        ("นายอรุณ เจริญ", "คนอื่น ลอกมา", "c › S"),
        ("คนอื่น ลอกมา", "อรุณ เจริญ", "a › S"),
        ("อรุณ เจริญ", "คนอื่น ลอกมา", "c › S"),
    ]


def rated(own=None, other=None, row=7, column="B"):
    """What a row says of unity; its self level is in a column, the supervisor's right of it."""
    blank = NoLevel.BLANK
    levels = blank if own is None else own, blank if other is None else other
    cells = f"{column}{row}", f"{chr(ord(column) + 1)}{row}"
    return Rating(*levels, Place("a", "S", cells[other is not None]), *cells)


def said(rating, **identity):
    return replace(answer(**identity), ratings={"unity": rating})


def test_a_form_for_each_rater():
    """Both are one answer, but on two sheets: none is dropped as a double of the other."""
    own, other = said(rated(3), file="a"), said(rated(None, 4), file="b")
    found, problems = without_duplicates([own, other])
    assert found == []
    assert [(each.code, each.facts["rater"], each.facts["other"]) for each in problems] == [
        ("raters-apart", "supervisor level", "b › S"),
        ("raters-apart", "self level", "a › S"),
    ]
    again = without_duplicates([own, other, replace(other, place=Place("c", "S"))])[1]
    assert [each.code for each in again] == ["raters-apart"] * 3
    assert "{" not in problems[0].message()


@pytest.mark.parametrize(
    ("own", "other"),
    [
        (said(rated(3)), said(rated(3, 4), file="b")),
        (said(rated(3)), said(rated(4), file="b")),
        (said(rated(3)), said(rated(None, 4), file="b", position="head-it")),
        (said(rated(NoLevel.UNUSABLE, 4)), said(rated(None, 4), file="b")),
    ],
)
def test_answers_that_are_no_halves_of_one(own, other):
    """Where one rater speaks in both, or the positions differ, they are two answers."""
    assert {each.code for each in without_duplicates([own, other])[1]} == {"duplicate-employee"}


@pytest.mark.parametrize("on_duplicate", OnDuplicate)
def test_two_rows_of_one_table_with_a_rater_each(on_duplicate):
    """They are one answer, whichever comes first and was given last; the cells of both are kept."""
    own = said(rated(3, row=2, column="D"), file="a", cell="A2", at="2026-09-27", department="")
    other = said(rated(None, 4, 3, "D"), file="a", cell="A3", at="2026-09-28", department="ข")
    for answers in ((own, other), (other, own)):
        (found,), problems = without_duplicates(answers, on_duplicate)
        assert problems == []
        assert found.ratings == {"unity": Rating(3, 4, Place("a", "S", "E3"), "D2", "E3")}
        assert (found.place.cell, found.department) == ("A2", "ข")
        assert found.submitted == other.submitted


def test_rows_of_one_table_that_are_not_joined():
    """Another's name, or more than two rows."""
    own, other = said(rated(3), cell="A2"), said(rated(None, 4), cell="A3")
    stranger = replace(other, name="คนอื่น ลอกมา")
    assert {each.code for each in without_duplicates([own, stranger])[1]} == {"one-id-two-people"}
    third = replace(other, place=Place("a.xlsx", "S", "A4"))
    told = without_duplicates([own, other, third])[1]
    assert [each.code for each in told] == ["raters-apart"] * 3


def test_competencies_that_one_rater_leaves_out():
    """They are what the other row says of them."""
    own, other = said(rated(3), cell="A2"), said(rated(None, 4), cell="A3")
    own, other = (
        replace(each, ratings={**each.ratings, key: rated(*levels)})
        for each, key, levels in ((own, "trust", (2,)), (other, "integrity", (None, 5)))
    )
    ((whole,), _) = without_duplicates([own, other])
    levels = {key: (each.self_level, each.supervisor_level) for key, each in whole.ratings.items()}
    blank = NoLevel.BLANK
    assert levels == {"unity": (3, 4), "trust": (2, blank), "integrity": (blank, 5)}
