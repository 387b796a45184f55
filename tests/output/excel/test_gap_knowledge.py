"""What is needed on a sheet to sign."""

import pytest

from checklists import answering
from jdgap.assessments.model import Need
from jdgap.output.excel.gap_knowledge import add_knowledge
from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Typeface
from jdgap.text.language import use_language
from report_rounds import a_result, somebody


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def added(**answers):
    """The last row, and the texts of a page on which row 7 was the last one."""
    page = Page(Typeface(), (20.0,) * 9)
    (person,) = a_result(answering(somebody(), **answers)).people
    last = add_knowledge(page, 7, person)
    return last, {row: cells[1][0] for row, cells in page.rows.items()}


def test_what_is_needed():
    assert added(x=Need.NEED, s_y=Need.NEED, z=Need.HAVE, v=None) == (
        9,
        {8: "Knowledge and skills to develop (2 of 3 answered)", 9: "x; s_y"},
    )


def test_nothing_is_needed():
    assert added(x=Need.HAVE)[1][9] == "Nothing on the checklist is marked as needed."


def test_a_long_list_is_cut_and_says_so():
    last, texts = added(**{f"x{number}": Need.NEED for number in range(12)})
    assert (last, texts[9].split("; ")[-2:]) == (9, ["x7", "and 4 more"])


def test_nothing_was_answered():
    assert added(x=None) == (7, {})
