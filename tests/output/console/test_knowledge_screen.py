"""Knowledge and skills on the screen."""

import io

import pytest

from builders import book
from checklists import answering
from jdgap.assessments.model import Need
from jdgap.output.console.gap_screen import show_person
from jdgap.output.console.knowledge_screen import show_knowledge, show_knowledge_needs
from jdgap.output.console.screen import make_console
from jdgap.text.language import use_language
from jdgap.text.wrapping import cells
from report_rounds import a_result, somebody

LONG = "ความรู้เกี่ยวกับพระราชบัญญัติสหกรณ์ กฎหมาย และระเบียบทางราชการที่เกี่ยวข้อง [/x]"


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def shown(show, *arguments, width=80):
    stream = io.StringIO()
    show(make_console(stream, width=width), *arguments)
    return stream.getvalue()


def test_what_is_needed_and_how_many_answers_there_are():
    said = answering(somebody(), x=Need.NEED, s_y=Need.NEED, z=Need.HAVE, v=Need.NOT_NEEDED, w=None)
    lines = [line.strip() for line in shown(show_knowledge, said.knowledge).splitlines()]
    assert lines == [
        *("", "Knowledge and skills to develop", "•  Knowledge  x", "•  Skill      s_y"),
        "Have 1, need 2, not needed 1, without an answer 1; they change no total.",
    ]


def test_nothing_needed_is_said():
    text = shown(show_knowledge, answering(somebody(), x=Need.HAVE).knowledge)
    assert "Nothing on the checklist is marked as needed." in text


def test_nothing_is_printed_where_nothing_was_answered():
    assert shown(show_knowledge, ()) == ""
    assert shown(show_knowledge, answering(somebody(), x=None).knowledge) == ""
    assert shown(show_knowledge_needs, book(), a_result(somebody()).people) == ""


def test_it_stands_after_the_totals_of_a_person():
    (person,) = a_result(answering(somebody(), x=Need.NEED)).people
    text = shown(show_person, book(), person)
    assert text.index("Totals") < text.index("Knowledge and skills to develop")


def test_a_long_item_wraps_beside_its_kind():
    said = answering(somebody(), **{LONG: Need.NEED}).knowledge
    lines = shown(show_knowledge, said, width=50).splitlines()
    assert all(cells(line) <= 50 for line in lines)
    assert "".join("".join(lines[2:]).split()).count("[/x]") == 1


def test_what_is_needed_most():
    """The first five; the others are in the report."""
    answers = {f"x{number}": Need.NEED for number in range(7)}
    people = [answering(somebody("S-1"), **answers), answering(somebody("S-2"), x3=Need.NEED)]
    lines = shown(show_knowledge_needs, book(), a_result(*people).people).splitlines()
    assert lines[1] == "Knowledge and skills needed most"
    assert [line.split()[0] for line in lines[4:9]] == ["2/2", "1/1", "1/1", "1/1", "1/1"]
    assert lines[9] == "and 2 more in the report"
    nobody = a_result(answering(somebody(), x=Need.HAVE)).people
    assert "marked as needed" in shown(show_knowledge_needs, book(), nobody)
