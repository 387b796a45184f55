"""Problems: data with a place, in words only when shown."""

import pytest

from jdgap.problems import Place, Problem, in_order
from jdgap.text.language import LANGUAGES, current_language, use_language


@pytest.fixture(params=LANGUAGES)
def language(request):
    """Run the test in each language."""
    before = current_language()
    use_language(request.param)
    yield request.param
    use_language(before)


def test_facts_are_filled_in_late(language):
    """The same problem is said in the language in use."""
    problem = Problem(
        "level-out-of-range", Place("a.xlsx", "S", "B2"), "9", {"lowest": 1, "highest": 5}
    )
    assert all(part in problem.message() for part in ("9", "1", "5"))


def test_a_name_is_never_translated():
    """What a person wrote stays as written, even where it is also a word of ours."""
    before = current_language()
    use_language("th")
    facts = {"name": "Position", "suggestions": ["Name", "Gap"]}
    message = Problem("unknown-position", Place("a.xlsx"), "Position", facts).message()
    use_language(before)
    assert "Position" in message
    assert "Name, Gap" in message


def test_control_characters_do_not_reach_the_message():
    """An escape sequence in a cell is dropped."""
    facts = {"name": "a\x1b[31mb\u202e", "suggestions": []}
    message = Problem("unknown-position", Place("a.xlsx"), "", facts).message()
    assert "\x1b" not in message
    assert "\u202e" not in message


def test_order_is_by_place_with_rows_as_numbers():
    """Row 9 comes before row 10, column B before column AA."""
    cells = ["B10", "AA9", "B9", ""]
    problems = [Problem("missing-level", Place("a.xlsx", "S", cell)) for cell in cells]
    assert [each.place.cell for each in in_order(problems)] == ["", "B9", "AA9", "B10"]


@pytest.mark.parametrize(
    ("place", "written", "within"),
    [
        (Place("ก.xlsx"), "ก.xlsx", ""),
        (Place("ก.xlsx", "ก", "A1"), "ก.xlsx › ก › A1", "ก › A1"),
        (Place("ก.xlsx", "ข", "A1"), "ก.xlsx › ข › A1", "A1"),
        (Place("ก.csv", "", "A1"), "ก.csv › A1", "A1"),
    ],
)
def test_a_place_as_other_problems_name_it(place, written, within):
    """Parts that are not there, or that the reader knows, are left out."""
    assert place.written == written
    assert place.within_file(Place("ก.xlsx", "ข", "B2")) == within


def test_what_there_is_nothing_to_say_of_is_left_out():
    """No “times: 1”, and no proposal where nothing is alike."""

    def words(**facts):
        problem = Problem("unknown-id", Place("a.xlsx"), "x", {"what": "group"} | facts)
        return problem.message()

    assert "7" not in words()
    assert "7" in words(count=7)
    assert words(count=7, suggestions=("core", "lead")).startswith(words(count=7))
    assert "core, lead" in words(suggestions=("core", "lead"))


def test_sheets_may_have_an_order_of_their_own():
    """What is about the whole file comes before them, sheets that are not named behind them."""
    problems = [Problem("unread-sheet", Place("a.xlsx", sheet)) for sheet in "CXBA"]
    problems.append(Problem("missing-sheet", Place("a.xlsx")))
    assert [each.place.sheet for each in in_order(problems, "BA")] == ["", "B", "A", "C", "X"]
