"""Explanations on the screen: everything is there, on any console, and nothing is cut."""

import io
import re

import pytest

from answers import answer
from builders import book
from jdgap.assessments import Count, NoLevel
from jdgap.gaps import compare_person
from jdgap.gaps.explanations import explain
from jdgap.output.console.explanation_screen import show_explanations
from jdgap.output.console.screen import make_console
from jdgap.positions import Book
from jdgap.text.language import current_language, use_language
from jdgap.text.wrapping import cells

LEVELS = {
    "service-mind": (5, 1),
    "unity": (2, NoLevel.BLANK),
    "integrity": (4, NoLevel.NOT_APPLICABLE),
    "achievement": (NoLevel.UNUSABLE, NoLevel.BLANK),
    "flexibility": 5,
    "trust": 3,
}


@pytest.fixture(autouse=True, params=["th", "en"])
def _language(request):
    before = current_language()
    use_language(request.param)
    yield
    use_language(before)


def person(levels=None, employee="S-1", position="officer-it"):
    against = book().position_by_id[position]
    said = answer(employee, levels or LEVELS, file="แบบประเมิน/ฝ่ายเทคโนโลยี/ใบประเมิน-ก ข.xlsx")
    return compare_person(said, book(), against)


def shown(*people, shown_book=None, **options):
    to = io.StringIO()
    console = make_console(to, **options)
    show_explanations(console, shown_book or book(), people, Count.EITHER, ())
    return to.getvalue()


def letters(text):
    return re.sub(r"[\s•]+", "", text)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_cut(plain, width):
    text = shown(person(), plain=plain, width=width)
    assert max(cells(line) for line in text.splitlines()) <= width
    assert "…" not in text
    assert letters(text) == letters(shown(person()))


@pytest.mark.parametrize("encoding", ["cp874", "ascii"])
@pytest.mark.parametrize("width", [80, None])
def test_a_narrow_encoding_shows_the_arithmetic(encoding, width):
    to = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict", write_through=True)
    console = make_console(to, width=width)
    show_explanations(console, book(), [person()], Count.EITHER, ())
    text = to.buffer.getvalue().decode(encoding)
    assert "100 x " in text
    assert encoding == "ascii" or "?" not in text


def test_every_number_of_the_usual_screen_has_its_sentence():
    """Only what the screen does not show, shortfall and status of a competency, is left out."""
    text = letters(shown(person()))
    people = person()
    for each in explain(people):
        is_shown = each.number not in {"shortfall", "status"} or each.group
        if each.number == "severe":
            is_shown = each.value
        if each.number == "rater_difference":
            is_shown = each.value >= 2
        if each.group and not people.totals_by_group.get(each.group, people.totals).required:
            is_shown = each.number == "required"
        assert not is_shown or letters(each.sentence) in text, each.number


def test_severe_shortfalls_are_marked():
    """Beside the competency, and where it is said what to work on first."""
    marked = [line for line in shown(person()).splitlines() if "▼" in line]
    name = book().competency_by_id["service-mind"].name.text
    assert len(marked) == 2
    assert all(name in line for line in marked)


def test_nobody_is_left_out():
    text = shown(person(), person({"unity": 1}, employee="S-2"), width=80)
    assert re.search(r"S-1 .*\n", text)
    assert re.search(r"S-2 .*\n", text)
    assert text.count("ใบประเมิน-ก ข.xlsx") == 2


def test_another_position_is_named_beside_the_one_held():
    text = shown(person(position="manager"))
    for held in ("officer-it", "manager"):
        assert book().position_by_id[held].title.text in text


def test_a_group_that_is_called_like_a_competency():
    """Ids of groups and of competencies are of two kinds."""
    data = book().model_dump(exclude_none=True)
    data["competencies"][0]["id"] = "core"
    for position in data["positions"]:
        required = position["required"]
        position["required"] = {
            ("core" if key == "service-mind" else key): level for key, level in required.items()
        }
    other = Book.model_validate(data)
    against = other.position_by_id["officer-it"]
    found = compare_person(answer(levels={"core": 2, "unity": 3}), other, against)
    text = shown(found, shown_book=other)
    assert "2 - 3 = -1" in text
    assert "(2 + 3)" in text
