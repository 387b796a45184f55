import pytest

from answers import answer, member, roster
from builders import book, title
from jdgap.assessments.roster.matching import RosterMatching, without_answered
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
    """It fills in what was left out; the answer keeps what it says, but for the department."""
    found = MATCHING.completed(answer("s1", name="", position=None, department="ฝ่ายอื่น"))
    assert (found.employee_id, found.name, found.position_id, found.department) == (
        *("s1", "ก ข", "officer-it", "ฝ่ายพิเศษ"),
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
    staff = Roster((member("S-1", name="ก ข"),), (), frozenset({"s2"}), frozenset({"กข", "คง"}))
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


def test_a_position_that_the_roster_fills_in_is_not_missing():
    """The problem goes; one that nobody fills in, and one that was written wrongly, stay."""
    before = [
        answer("S-1", file="a", position=None),
        answer("S-7", file="b", position=None),
        answer("S-1", file="c", cell="A5", position=None),
    ]
    after = [MATCHING.completed(each) for each in before]
    told = [
        Problem("missing-position", Place("a", "S")),
        Problem("missing-position", Place("b", "S")),
        Problem("missing-position", Place("c", "S", "D5")),
        Problem("missing-position", Place("c", "S", "D6")),
        Problem("unknown-position", Place("a", "S", "B2")),
    ]
    left = without_answered(told, before, after)
    assert [(each.code, each.place.file, each.place.cell) for each in left] == [
        ("missing-position", "b", ""),
        ("missing-position", "c", "D6"),
        ("unknown-position", "a", "B2"),
    ]
