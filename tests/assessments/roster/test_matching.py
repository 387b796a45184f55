import pytest

from answers import answer, member, roster
from builders import book, title
from jdgap.assessments.roster.matching import RosterMatching, without_answered
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
