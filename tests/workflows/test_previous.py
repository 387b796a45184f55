"""The round before, beside one that was assessed just now."""

from dataclasses import replace

import pytest

from builders import book
from jdgap.assessments.finding import MissingPathsError
from jdgap.gaps.comparing import NotComparableError
from jdgap.output.report.book import write_report
from jdgap.problems import Place, Problem
from jdgap.text.language import use_language
from jdgap.workflows.comparing import compare_files
from jdgap.workflows.previous import compare_with_previous, read_previous, with_problems_of
from report_rounds import a_result, an_answer


@pytest.fixture(autouse=True)
def _thai():
    use_language("th")


def a_year(round_, unity):
    return a_result(replace(an_answer(unity=unity), round=round_), round_=round_)


def test_it_is_the_comparison_of_the_two_reports(tmp_path):
    old, new = tmp_path / "old.xlsx", tmp_path / "new.xlsx"
    result = a_year("2569", 3)
    use_language("en")
    write_report(old, book(), a_year("2568", 2), individual=False)
    use_language("th")
    write_report(new, book(), result, individual=False)
    expected = compare_files(old, new, book())
    found = compare_with_previous(read_previous(old, book()), result, book(), str(new))
    assert found.whole == expected.whole
    assert found.plan == expected.plan
    assert [each.changes for each in found.people] == [each.changes for each in expected.people]
    assert found.problems == expected.problems
    assert found.departments == expected.departments


def test_a_path_that_is_not_there(tmp_path):
    with pytest.raises(MissingPathsError):
        read_previous(tmp_path / "none.xlsx", book())


def test_the_answers_are_not_the_round_before(tmp_path):
    with pytest.raises(NotComparableError) as raised:
        read_previous(tmp_path, book(), inputs=[tmp_path / "no", tmp_path])
    assert [each.code for each in raised.value.problems] == ["same-input"]


def test_the_problems_of_both_are_told_once(tmp_path):
    old = tmp_path / "old.xlsx"
    write_report(old, book(), a_year("2568", 2), individual=False)
    both = Problem("empty-workbook", Place("a.xlsx"))
    before = replace(
        read_previous(old, book()), problems=(both, Problem("too-large", Place("b.xlsx")))
    )
    result = replace(a_year("2569", 3), problems=(both,))
    comparison = compare_with_previous(before, result, book(), "new")
    told = with_problems_of(result, comparison)
    assert [each.code for each in told.problems] == ["empty-workbook", "too-large"]
