"""Checklists of knowledge and skills stand on a sheet of their own, and are somebody's all the same."""

from builders import book, plain_form, write_workbook
from checklists import checklist
from jdgap.output.problem_book.owners import Owners
from jdgap.workflows import check_files
from jdgap.workflows.round import assess_round


def two_people(folder):
    """Each with an answer in the checklist that cannot be used."""
    other = plain_form(employee_id="S-2", name="อื่น ไป")
    return [
        write_workbook(folder / "a.xlsx", plain_form(), checklist("abc")),
        write_workbook(folder / "b.xlsx", other, checklist("abc", "มี")),
    ]


def test_one_employee_is_shown_only_the_own_checklist(tmp_path):
    checked = check_files(two_people(tmp_path), book(), employee="S-2")
    found = [(each.place.file[-6:], each.code) for each in checked.problems]
    assert found == [("b.xlsx", "not-an-answer")]


def test_a_problem_of_a_checklist_has_an_owner(tmp_path):
    two_people(tmp_path)
    result = assess_round([tmp_path], book())
    owners = Owners(result)
    wrong = [owners.of(each) for each in result.problems if each.code == "not-an-answer"]
    assert wrong == ["S-001 ตัวอย่าง ใจดี", "S-2 อื่น ไป"]


def test_another_checklist_is_another_answer(tmp_path):
    """What is left blank says the same as what has no row."""
    one = write_workbook(tmp_path / "a.xlsx", plain_form(), checklist("มี"))
    other = write_workbook(tmp_path / "b.xlsx", plain_form(), checklist("need"))
    found = assess_round([one, other], book()).problems
    assert {each.code for each in found} == {"duplicate-employee"}
    write_workbook(other, plain_form(), checklist("have", None))
    found = assess_round([one, other], book()).problems
    assert {each.code for each in found} == {"repeated-employee", "knowledge-left-blank"}
