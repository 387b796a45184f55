"""From filled forms to comparisons."""

import random

import pytest

from builders import book, codes, filled_form, plain_form, thai, write_workbook
from jdgap.assessments import Count
from jdgap.workflows import check_files

LEVELS = [1, 2, 3, 4, 5, None, "N/A", "๓", "ระดับ 4"]
READ = {"๓": 3, "ระดับ 4": 4}


def expected(required, own, other):
    """Status, actual level and shortfall, said in other words than the code's."""
    own, other = READ.get(own, own), READ.get(other, other)
    actual = own if other is None else other
    if actual == "N/A":
        return "not_applicable", None, None
    if actual is None:
        return "not_assessed", None, None
    status = {True: "below", False: "exceeded"}[actual < required] if actual != required else "met"
    return status, actual, max(0, required - actual)


@pytest.mark.parametrize("position", [each.id for each in book().positions])
def test_a_form_of_each_position(tmp_path, position):
    """Made by jdgap, filled in at random and read back, every number is as counted here."""
    required = book().position_by_id[position].required
    chance = random.Random(position)  # noqa: S311 (the same levels in every run)
    said = {key: (chance.choice(LEVELS), chance.choice(LEVELS)) for key in required}
    path = filled_form(tmp_path / "a.xlsx", position, said)
    (person,) = check_files([path], book()).people
    wanted = {key: expected(level, *said[key]) for key, level in required.items()}
    found = {
        each.competency.id: (each.status.value, each.actual_level, each.shortfall)
        for each in person.results
    }
    assert found == wanted
    rated = {key: actual for key, (_, actual, _) in wanted.items() if actual is not None}
    totals = person.totals
    assert (totals.required, totals.rated) == (len(required), len(rated))
    assert totals.shortfall == sum(short or 0 for *_, short in wanted.values())
    reached = sum(min(actual, required[key]) for key, actual in rated.items())
    asked = sum(required[key] for key in rated)
    assert totals.fit_pct == (pytest.approx(100 * reached / asked) if rated else None)
    assert person.position.id == person.compared_with.id == position


def test_problems_and_results_stand_together(tmp_path):
    """A wrong level is an error; the person is compared all the same."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form([(9, None)] + [(3, None)] * 7))
    checked = check_files([path], book())
    assert codes(checked.problems) == [("level-out-of-range", "B7")]
    assert checked.has_errors
    assert not checked.has_shortfall
    assert (checked.people[0].totals.rated, checked.people[0].totals.met) == (7, 7)


def test_warnings_are_no_errors(tmp_path):
    """A blank is said, and is no error."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form([(None, None)] + [(3, 1)] * 7))
    checked = check_files([path], book())
    assert {problem.code for problem in checked.problems} == {"missing-level", "rater-difference"}
    assert not checked.has_errors
    assert checked.has_shortfall


@pytest.mark.parametrize(
    ("count", "gap"), [(Count.EITHER, -2), (Count.SELF, 2), (Count.SUPERVISOR, -2)]
)
def test_whose_level_counts(tmp_path, count, gap):
    """The rule reaches the arithmetic."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form([(5, 1)] * 8))
    (person,) = check_files([path], book(), count=count).people
    assert {each.gap for each in person.results} == {gap}


def test_the_position_of_the_caller(tmp_path):
    """A position that the caller names counts whatever the sheet says, without a problem."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form(position="ไม่มีตำแหน่งนี้"))
    assert not check_files([path], book()).people
    checked = check_files([path], book(), position=book().position_by_id["officer-it"])
    assert checked.people[0].position.id == "officer-it"
    assert checked.problems == ()


def test_against_another_position(tmp_path):
    """Compared with another position, the one held is still told."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form())
    target = book().position_by_id["head-accounting"]
    (person,) = check_files([path], book(), against=target).people
    assert person.position.id == "officer-accounting"
    assert person.compared_with.id == "head-accounting"
    assert (person.totals.required, person.totals.rated) == (12, 8)


@pytest.mark.parametrize("asked", ["S-002", "s002", "สอง ใจดี", " สอง  ใจดี "])
def test_one_employee_of_many(tmp_path, asked):
    """An id or a name picks the employee, and the problems of the others are left out."""
    first = plain_form([(9, None)] * 8)
    second = plain_form([(3, None)] * 8, employee_id="S-002", name="สอง ใจดี")
    path = write_workbook(tmp_path / "a.xlsx", first, second)
    checked = check_files([path], book(), employee=asked)
    assert [each.assessment.employee_id for each in checked.people] == ["S-002"]
    assert checked.problems == ()


def test_problems_are_in_order(tmp_path):
    """Problems come by file, sheet and cell, row 10 after row 9."""
    levels = [(3, None)] * 2 + [(9, None)] * 3 + [(3, None)] * 3
    paths = [
        write_workbook(tmp_path / f"{name}.xlsx", plain_form(levels, employee_id=name))
        for name in "ba"
    ]
    problems = check_files(paths, book()).problems
    assert [(each.place.file[-6], each.place.cell) for each in problems] == [
        *(("a", "B9"), ("a", "B10"), ("a", "B11")),
        *(("b", "B9"), ("b", "B10"), ("b", "B11")),
    ]


def test_a_level_that_is_not_required(tmp_path):
    """A rated competency that the position does not require is told, not counted."""
    path = write_workbook(tmp_path / "a.xlsx", [*plain_form(), [thai("trust"), 5]])
    checked = check_files([path], book())
    assert codes(checked.problems) == [("not-required", "B15")]
    assert checked.people[0].totals.required == 8


def test_the_same_answers_twice_count_once(tmp_path):
    """The same form in two files is one person, with a warning for the second."""
    paths = [write_workbook(tmp_path / name, plain_form()) for name in ("a.xlsx", "b.xlsx")]
    checked = check_files(paths, book())
    assert len(checked.people) == 1
    assert [(each.code, each.place.file) for each in checked.problems] == [
        ("repeated-employee", str(paths[1]))
    ]
    assert not checked.has_errors


def test_different_answers_of_one_employee_do_not_count(tmp_path):
    """Nobody can tell which of two different answers is meant; another round is another matter."""
    one = write_workbook(tmp_path / "a.xlsx", plain_form())
    two = write_workbook(tmp_path / "b.xlsx", plain_form([(4, None)] * 8))
    last_year = write_workbook(tmp_path / "c.xlsx", plain_form([(2, None)] * 8, round_=2568))
    checked = check_files([one, two, last_year], book())
    assert [person.assessment.round for person in checked.people] == ["2568"]
    assert codes(checked.problems) == [("duplicate-employee", "")] * 2  # both are named
    assert checked.has_errors


def test_how_large_a_file_may_be(tmp_path):
    """The rule reaches the reading."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form())
    size = path.stat().st_size
    assert check_files([path], book(), max_file_bytes=size).people
    assert codes(check_files([path], book(), max_file_bytes=size - 1).problems) == [
        ("too-large", "")
    ]


def test_without_names(tmp_path):
    """The result tells the id, the numbers of files in the order given, and the same problems."""
    paths = [
        write_workbook(tmp_path / f"{name}.xlsx", plain_form(levels, employee_id=name, name="ก ข"))
        for name, levels in (("S-2", [("ถาม ก ข", None)] * 8), ("S-1", [(3, None)] * 8))
    ]
    plain, hidden = (check_files(iter(paths), book(), anonymise=each) for each in (False, True))
    assert codes(hidden.problems) == codes(plain.problems)
    assert {each.value for each in hidden.problems} == {"…"}
    said = [person.assessment for person in hidden.people]
    assert [(each.employee_id, each.name) for each in said] == [("S-2", "S-2"), ("S-1", "S-1")]
    assert [each.place.file for each in said] == ["file-001 S-2.xlsx", "file-002 S-1.xlsx"]
    assert [each.totals for each in hidden.people] == [each.totals for each in plain.people]
    (only,) = check_files(iter(paths), book(), employee="S-1", anonymise=True).people
    assert only.assessment.place.file == "file-002 S-1.xlsx"
