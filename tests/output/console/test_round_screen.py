"""The summary of a round on the screen, at several widths."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from answers import answer, member
from builders import book
from jdgap.assessments.own_reports import report_titles
from jdgap.output.console.round_screen import show_round, unusable_files
from jdgap.output.console.screen import make_console
from jdgap.problems import Place, Problem
from jdgap.text.language import current_language, use_language
from jdgap.text.wrapping import cells
from report_rounds import a_crowd, a_result, somebody, staff_of

REPORT = Path("รายงาน [/x] ประจำปีของสหกรณ์ออมทรัพย์ทุกฝ่าย.xlsx")
LOCKED = Problem("password-protected", Place("ฝ่ายบัญชี/S-9 [bold] ล็อก.xlsx"))
CELL = Problem("level-out-of-range", Place("c.xlsx", "S", "B7"), "9", {"lowest": 1, "highest": 5})


@pytest.fixture(autouse=True, params=["th", "en"])
def _language(request):
    before = current_language()
    use_language(request.param)
    yield
    use_language(before)


def shown(result, **options):
    to = io.StringIO()
    show_round(make_console(to, **options), book(), result, REPORT)
    return to.getvalue()


def without_spaces(text):
    return "".join(text.split())


def facts(text):
    """The values beside the labels, above the first empty line."""
    lines = text.split("\n\n", 1)[0].splitlines()[1:]
    return [re.split(" {2,}", line.rstrip(), maxsplit=1)[1] for line in lines]


def in_words(round_):
    """English readers see beside a round which year of their dates it is."""
    return round_ if current_language() == "th" else f"{round_} ({int(round_) - 543})"


def locked(count):
    return [Problem("password-protected", Place(f"{number}.xlsx")) for number in range(count)]


def a_round(count=60):
    people = a_crowd(count)
    missing = tuple(member(f"M-{number}", name="ค") for number in range(7))
    return a_result(*people, staff=(*staff_of(people), *missing), problems=[LOCKED, CELL])


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_line_fits(width, plain):
    """No line is wider than the terminal, and no number is lost."""
    text = shown(a_round(), width=width, plain=plain)
    assert max(cells(line) for line in text.splitlines()) <= width
    totals = a_round().organisation.whole.totals
    assert f"{totals.fit_pct:.1f}" in text
    assert f"{totals.coverage_pct:.1f}" in text
    assert width == 40 or "…" not in text


def test_a_narrow_terminal():
    """The share that met is left to the report, and the names of the groups have their place."""
    for width, columns in ((40, 4), (80, 5)):
        lines = shown(a_round(), width=width).splitlines()
        rule = next(line for line in lines if "┼" in line)
        assert len(rule.split("┼")) == columns
        assert len(rule.split("┼")[-1]) > 8


@pytest.mark.parametrize("width", [40, 80, None])
def test_user_text_is_shown_literally(width):
    """Neither the path of the report nor a file's name is markup."""
    text = without_spaces(shown(a_round(), width=width))
    assert without_spaces(str(REPORT)) in text
    assert without_spaces(LOCKED.place.file) in text


def test_who_answered():
    """Headcount, answers with their share, lost answers, and the first of those missing."""
    people = [somebody("S-1"), somebody("S-2")]
    staff = [*staff_of(people), member("S-3"), *(member(f"M-{each}") for each in range(7))]
    lost = answer("S-3", file="lost.xlsx")
    values = facts(shown(a_result(*people, staff=tuple(staff), answered=(lost,))))
    assert values[:4] == [in_words("2569"), "10", "3 (30.0%)", "1"]
    assert values[4].startswith("7 (M-0, M-1, M-2, M-3, M-4 ")
    assert " 2 " in values[4]
    assert values[5:] == ["2", "2"]


def test_everybody_answered():
    """Nobody is named, and no answer is said to be lost."""
    people = [somebody("S-1")]
    values = facts(shown(a_result(*people, staff=staff_of(people))))
    assert values == [in_words("2569"), "1", "1 (100.0%)", "0", "1", "1"]


@pytest.mark.parametrize("staff", [None, ()])
def test_without_a_roster(staff):
    """Nothing is said of who answered, nor where the list of staff could not be used."""
    assert facts(shown(a_result(somebody(), staff=staff))) == [in_words("2569"), "1", "1"]


def test_without_a_round():
    """A round that nobody named is left out."""
    assert facts(shown(a_result(somebody(), round_=""))) == ["1", "1"]


def test_the_five_largest_needs():
    """The rest is counted."""
    gaps = dict.fromkeys(("unity", "integrity", "achievement", "flexibility", "service_mind"), -1)
    people = [somebody("S-1", **gaps, analytical_thinking=-2), somebody("S-2", unity=-1)]
    result = a_result(*people)
    text = shown(result)
    needs = result.organisation.needs
    listed = [need.summary.competency.name.text in text for need in needs]
    assert listed == [True] * 5 + [False]
    assert re.search(r"2 │ +1/2 │ +▼ -2 │", text)
    assert re.search(r"2 │ +2/2 │ +-1 │", text)


@pytest.mark.parametrize(
    ("gaps", "message"),
    [
        ({}, "Nothing is below the requirement."),
        ({"unity": None}, "Nothing that was rated is below the requirement."),
        ("none", "Nothing was rated, so nothing can be said."),
    ],
)
def test_nothing_to_train(gaps, message):
    """It is said how sure that is."""
    use_language("en")
    if gaps == "none":
        required = book().position_by_id["officer-it"].required
        gaps = dict.fromkeys(key.replace("-", "_") for key in required)
    assert message in shown(a_result(somebody(**gaps)))


def test_a_group_that_nobody_needs():
    """It has no row: nothing but dashes could stand there."""
    names = {group.id: group.name.text for group in book().groups}
    officer = shown(a_result(somebody()))
    assert names["core"] in officer
    assert names["leadership"] not in officer
    assert names["leadership"] in shown(a_result(somebody(position="manager")))


def test_files_that_could_not_be_used():
    """Up to five with what is wrong, the others counted; wrong cells are not among them."""
    use_language("en")
    text = shown(a_result(somebody(), problems=[*locked(7), CELL]))
    lines = text.splitlines()
    place = lines.index("Files that could not be used: 7")
    assert [line.split(":")[0].strip(" •") for line in lines[place + 1 : place + 6]] == [
        f"{number}.xlsx" for number in range(5)
    ]
    assert lines[place + 6 : place + 8] == ["and 2 more", ""]


def test_a_file_with_several_errors_is_one_file():
    """The first error stands for it; a file that counts for somebody is usable."""
    problems = [
        Problem("unreadable", Place("x.csv"), facts={"reason": "a"}),
        Problem("duplicate-employee", Place("x.csv"), facts={"employee": "ก", "other": "y"}),
        Problem("position-differs-from-roster", Place("a.xlsx"), facts={}),
        Problem("skipped-file", Place("~$a.xlsx"), facts={"reason": "b"}),
        CELL,
    ]
    result = a_result(somebody(), problems=problems)
    assert unusable_files(result) == problems[:1]
    assert unusable_files(replace(result, people=())) == [problems[0], problems[2]]


def test_where_the_problems_are():
    """Their numbers, and the sheet that lists them; without a problem neither."""
    text = shown(a_result(somebody(), problems=[LOCKED, CELL]))
    assert re.search(r"2\D+0\D+0$", text.splitlines()[-2])
    assert text.splitlines()[-1].endswith(f"{REPORT} › {report_titles()['problems']}")
    assert str(REPORT) not in shown(a_result(somebody()))
