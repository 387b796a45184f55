from dataclasses import replace

import pytest

from answers import answer, member, roster
from builders import book, title
from jdgap.assessments.roster.matching import RosterMatching, with_roster_positions
from jdgap.assessments.roster.roster import Roster
from jdgap.problems import Place, Problem

STAFF = roster(
    member("S-1", name="ก ข", department="ฝ่ายพิเศษ"),
    member("S-2", name="ค ง", position="head-it"),
    member("S-3", name="จ ฉ"),
    member("S-4", name="จ ฉ"),
    doubtful={"s9"},
)
MATCHING = RosterMatching(STAFF)


def problems(*answers):
    return [(each.code, each.value) for each in MATCHING.problems(answers, book())]


def test_what_the_roster_knows():
    """It fills in what was left out; the answer keeps what it says, but for id and department."""
    found = MATCHING.completed(answer("s1", name="", position=None, department="ฝ่ายอื่น"))
    assert (found.employee_id, found.name, found.position_id, found.department) == (
        *("S-1", "ก ข", "officer-it", "ฝ่ายพิเศษ"),
    )
    found = MATCHING.completed(answer("S-2", name="X", position="officer-it", department="D"))
    assert (found.name, found.position_id, found.department) == ("X", "officer-it", "D")


def test_a_name_without_an_id():
    """It is somebody on the roster if only one there has that name."""
    assert MATCHING.completed(answer("", name="ค  ง")).employee_id == "S-2"
    assert MATCHING.completed(answer("", name="จ ฉ")).employee_id == ""


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (answer("S-1"), []),
        (answer("S-7"), [("not-on-roster", "S-7")]),
        (answer("", name="ไม่มี"), [("not-on-roster", "ไม่มี")]),
        (answer("", name="จ ฉ"), [("several-on-roster", "จ ฉ")]),
        (answer("S-7", name="จ ฉ"), [("not-on-roster", "S-7")]),
        (answer("S-9"), []),
        (answer("S-1", name="ค ง"), [("name-differs-from-roster", "ค ง")]),
        (answer("S-1", name=""), []),
        (answer("S-1", name="ก  ข"), []),
        (
            answer("S-2", name="ค ง"),
            [("position-differs-from-roster", title("officer-it"))],
        ),
        (answer("S-2", name="ค ง", position=None), []),
    ],
)
def test_where_answers_and_roster_disagree(said, found):
    """Each difference is a problem; a doubtful row of the roster says nothing about anybody."""
    assert problems(said) == found


def test_a_name_that_somebody_left_out_of_the_roster_has_too():
    """Nobody can say which of the two it is; who is only on such a row is on the roster."""
    staff = Roster(
        (member("S-1", name="ก ข"),), (), frozenset({"s2"}), frozenset({"ก  ข", "นายค ง"})
    )
    matching = RosterMatching(staff)
    assert matching.completed(answer("", name="ก ข")).employee_id == ""
    assert matching.completed(answer("S-1", name="")).name == "ก ข"
    told = matching.problems([answer("", name="ก ข"), answer("", name="ค ง")], book())
    assert [(each.code, each.value) for each in told] == [("several-on-roster", "ก ข")]


@pytest.mark.parametrize(
    ("listed", "said", "found"),
    [
        *(("S-001", "s 001", True), ("S-001 ", "S001", True), ("1-12", "1–12", True)),
        *(("1-12", "11-2", False), ("1-12", "112", False), ("007", "7", False), ("7", "7.0", True)),
    ],
)
def test_an_id_as_it_is_typed(listed, said, found):
    """Leading zeros, and what stands between digits, count: another id is not guessed at."""
    matching = RosterMatching(roster(member(listed, name="ก ข")))
    assert (matching.member(answer(said, name="ก ข")) is not None) is found


def test_the_id_is_written_as_on_the_roster():
    """Thai digits and other dashes would be another id to programs."""
    matching = RosterMatching(roster(member("1-012", name="ก ข")))
    assert matching.completed(answer("๑–๐๑๒")).employee_id == "1-012"


@pytest.mark.parametrize(
    ("listed", "said", "found"),
    [
        ([("1", "อรุณ เจริญ")], "นายอรุณ เจริญ", "1"),
        ([("1", "นางสาวอรุณ เจริญ")], "อรุณ  เจริญ", "1"),
        ([("1", "น.ส. อรุณ เจริญ")], "นางอรุณ เจริญ", "1"),
        ([("1", "นายอรุณ เจริญ")], "ว่าที่ ร.ต.อรุณ เจริญ", "1"),
        ([("1", "Arun Charoen")], "Mr. Arun Charoen", "1"),
        ([("1", "นายอรุณ เจริญ")], "นางสาวอรุณ เจริญ", ""),
        ([("1", "อรุณ เจริญสุข")], "นายอรุณ เจริญ", ""),
        ([("1", "อรุณ เจริญ"), ("2", "นายอรุณ เจริญ")], "อรุณ เจริญ", ""),
        ([("1", "อรุณ เจริญ"), ("2", "นายอรุณ เจริญ")], "นายอรุณ เจริญ", ""),
        ([("1", "นางอรุณ เจริญ"), ("2", "นายอรุณ เจริญ")], "อรุณ เจริญ", ""),
        ([("1", "นางอรุณ เจริญ"), ("2", "นายอรุณ เจริญ")], "นายอรุณ เจริญ", "2"),
        ([("1", "นางอรุณ เจริญ"), ("2", "นางสาวอรุณ เจริญ")], "นางสาวอรุณ เจริญ", "2"),
        ([("1", "นางอรุณ เจริญ"), ("2", "ดร.อรุณ เจริญ")], "นางสาวอรุณ เจริญ", ""),
    ],
)
def test_a_name_with_and_without_a_title(listed, said, found):
    """It is the same name where one on the roster can be meant, and nobody's where two can."""
    matching = RosterMatching(roster(*(member(key, name=name) for key, name in listed)))
    assert matching.completed(answer("", name=said)).employee_id == found
    several = [] if found else ["several-on-roster" if len(listed) > 1 else "not-on-roster"]
    told = matching.problems([answer("", name=said)], book())
    assert [each.code for each in told] == several


def test_a_title_tells_nobody_apart_from_a_row_that_was_left_out():
    """A row without a title may be anybody of the name; one with another title is not."""
    for left_out, found in (("ก ข", ""), ("นายก ข", ""), ("นางก ข", "S-1")):
        staff = (member("S-1", name="นายก ข"),)
        matching = RosterMatching(Roster(staff, (), frozenset(), frozenset({left_out})))
        assert matching.completed(answer("", name="นาย ก ข")).employee_id == found


def test_a_title_is_no_other_name():
    """A name that differs in nothing else is not told; one of the other sex is."""
    matching = RosterMatching(roster(member("S-1", name="นายก ข")))
    answers = [answer("S-1", name=name) for name in ("ก ข", "นาย ก ข", "นางก ข", "ก ค")]
    told = [each.value for each in matching.problems(answers, book())]
    assert told == ["นางก ข", "ก ค"]


def test_an_answer_of_nobody():
    """That nobody is named is said already."""
    assert problems(answer("", name="")) == []


def read(file, cell="", written="", employee="S-1"):
    """An answer without a position that anybody knows."""
    said = answer(employee, file=file, cell=cell, position=None)
    return replace(said, position_written=written)


def test_a_position_that_the_roster_fills_in():
    """One that is missing is no problem then; one that is unknown says which one counts."""
    before = [
        *(read("a"), read("b", employee="S-7"), read("c", "A5")),
        *(read("d", written="นักบิน"), read("e", "A5", "นักบิน"), read("e", "A6", "นักบิน", "S-7")),
    ]
    after = [MATCHING.completed(each) for each in before]
    unknown = {"name": "นักบิน", "suggestions": ["ก"]}
    told = [
        Problem("missing-position", Place("a", "S", "A3")),
        Problem("missing-position", Place("b", "S", "A3")),
        Problem("missing-position", Place("c", "S", "D5")),
        Problem("missing-position", Place("c", "S", "D6")),
        *(
            Problem("unknown-position", Place(file, "S", cell), "นักบิน", unknown)
            for file, cell in (("d", "B3"), ("e", "D5"), ("e", "D6"))
        ),
        Problem("missing-level", Place("a", "S", "A3")),
    ]
    left = with_roster_positions(told, before, after, book())
    assert [(each.code, each.place.file, each.place.cell) for each in left] == [
        ("missing-position", "b", "A3"),
        ("missing-position", "c", "D6"),
        ("position-from-roster", "d", "B3"),
        ("position-from-roster", "e", "D5"),
        ("unknown-position", "e", "D6"),
        ("missing-level", "a", "A3"),
    ]
    assert left[2].facts == {"name": "นักบิน", "wanted": title("officer-it")}
    assert title("officer-it") in left[2].message()
