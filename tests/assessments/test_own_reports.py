"""Workbooks that jdgap reports in are known by the titles of their sheets."""

from itertools import combinations

import pytest

from jdgap.assessments.own_reports import (
    COMPARISON_SHEETS,
    PROBLEM_BOOK_SHEETS,
    REPORT_SHEETS,
    is_own_report,
)

THAI, ENGLISH = ([each[place] for each in PROBLEM_BOOK_SHEETS] for place in (1, 2))


@pytest.mark.parametrize("titles", [THAI, ENGLISH, THAI[:2], ENGLISH[1:], [*THAI[:2], "บันทึก"]])
def test_a_workbook_of_problems_is_known_by_two_of_its_sheets(titles):
    assert is_own_report(titles)


@pytest.mark.parametrize("titles", [[], THAI[:1], ENGLISH[1:2], [THAI[0], ENGLISH[1]], ["S1"]])
def test_one_title_or_two_languages_are_anybodys(titles):
    assert not is_own_report(titles)


@pytest.mark.parametrize("place", [1, 2])
def test_a_workbook_of_two_rounds_is_known_by_four_of_its_sheets(place):
    titles = [each[place] for each in COMPARISON_SHEETS]
    assert is_own_report(titles[:4])
    assert not is_own_report(titles[:3])


@pytest.mark.parametrize("place", [1, 2])
def test_no_two_workbooks_have_a_title_in_common(place):
    for one, other in combinations((REPORT_SHEETS, PROBLEM_BOOK_SHEETS, COMPARISON_SHEETS), 2):
        assert not {each[place] for each in one} & {each[place] for each in other}
