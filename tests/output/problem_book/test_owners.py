"""Whose answer a problem stands in."""

from dataclasses import replace

from answers import answer
from jdgap.output.problem_book.owners import Owners
from jdgap.problems import Place, Problem
from report_rounds import a_result


def blank(file, sheet="S", cell="", **facts):
    return Problem("missing-level", Place(file, sheet, cell), facts={"competency": "ก"} | facts)


def owners(*people, problems):
    return Owners(a_result(*people, problems=problems))


def test_all_of_a_sheet_about_one_person_is_that_persons():
    problems = [blank("a.xlsx", cell=cell) for cell in ("", "B7", "Z99")]
    found = owners(answer("S-1", name="ก ข"), problems=problems)
    assert [found.of(each) for each in problems] == ["S-1 ก ข"] * 3


def test_in_a_table_each_row_is_its_own_persons():
    people = [
        replace(answer("S-1", cell="A2", name="ก"), ratings={}),
        answer("", {"unity": 3, "integrity": 3}, cell="A6", name="ข"),
    ]
    problems = [blank("a.xlsx", cell=cell) for cell in ("C2", "A6", "C8", "C1", "", "C9")]
    found = owners(*people, problems=problems)
    assert [found.of(each) for each in problems] == ["S-1 ก", "ข", "ข", "", "", ""]


def test_another_sheet_is_nobodys_but_the_file_as_a_whole_is():
    problems = [blank("a.xlsx", "other", "B7"), blank("a.xlsx", ""), blank("b.xlsx", "")]
    found = owners(answer("S-1", name="ก"), problems=problems)
    assert [found.of(each) for each in problems] == ["", "S-1 ก", ""]


def test_where_no_answer_counts_the_problem_says_who_it_is():
    problem = Problem(
        "duplicate-employee", Place("a.xlsx"), facts={"employee": "S-7", "other": "x"}
    )
    assert owners(problems=[problem]).of(problem) == "S-7"
