"""Problems on the screen: nothing is hidden, and many of them stay readable."""

import io
import re

import pytest

from jdgap.output.console.problem_screen import show_problems
from jdgap.output.console.screen import make_console
from jdgap.problems import KINDS, Place, Problem
from jdgap.text.language import use_language
from jdgap.text.wrapping import cells

LEVEL = {"lowest": 1, "highest": 5}


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def unusable(cell, value="x", *, file="a.xlsx", sheet="S"):
    return Problem("level-not-a-number", Place(file, sheet, cell), value, LEVEL)


def blank(cell, competency="Unity", *, file="a.xlsx", sheet="S"):
    return Problem("missing-level", Place(file, sheet, cell), facts={"competency": competency})


LOCKED = Problem("password-protected", Place("a.xlsx"))


def shown(*problems, width=80, **options):
    to = io.StringIO()
    show_problems(make_console(to, width=width, **options), problems)
    return to.getvalue()


def test_a_file_stands_once_with_its_sheets_below():
    problems = [unusable("B1", sheet="one"), unusable("B2", sheet="two"), LOCKED]
    lines = shown(*problems).splitlines()
    assert [line for line in lines if "a.xlsx" in line] == ["a.xlsx"]
    assert [line for line in lines if line.startswith("›")] == ["› one", "› two"]
    locked = next(place for place, line in enumerate(lines) if LOCKED.message() in line)
    assert lines.index("a.xlsx") < locked < lines.index("› one")


def test_the_only_sheet_stands_beside_its_file():
    assert "a.xlsx › S" in shown(unusable("B1"), unusable("B2")).splitlines()


def test_with_other_files_a_file_says_how_many_problems_it_has():
    problems = [unusable("B1"), unusable("B2"), blank("B3"), unusable("B1", file="b.xlsx")]
    lines = shown(*problems).splitlines()
    assert "a.xlsx › S  (errors: 2, warnings: 1)" in lines
    assert "b.xlsx › S" in lines


def test_the_value_found_is_shown_where_the_message_lacks_it():
    header = Problem("duplicate-header", Place("a.xlsx", "S", "C6"), "[b]Self[/b]", {"other": "B6"})
    assert "“[b]Self[/b]”" in shown(header)


def test_few_problems_stand_by_place():
    text = shown(unusable("C7"), blank("B8"), unusable("C9"))
    assert text.index("C7") < text.index("B8") < text.index("C9")


def test_many_that_are_the_same_are_said_once_with_all_their_cells():
    problems = [
        *(blank(f"C{row}") for row in range(2, 42)),
        *(unusable(f"E{row}") for row in (3, 5, 6, 9)),
        unusable("E7", "other"),
    ]
    text = shown(*problems, width=120)
    assert text.count("“Unity” has no level.") == 1
    assert "40 cells: C2:C41" in text
    assert "4 cells: E3, E5, E6, E9" in text
    assert re.search(r"E7 +“other”", text)
    assert text.index("“x”") < text.index("“other”") < text.index("“Unity”")
    assert text.count(problems[0].remedy()) == 1


def test_cells_are_in_order_of_columns_and_runs_do_not_cross_them():
    problems = [unusable(cell) for cell in ("AA1", "B9", "B10", "B11", "C12", "A1", "A3", "A2")]
    problems += [unusable(f"Z{row}") for row in (1, 1, 2, 3)]
    assert "12 cells: A1:A3, B9:B11, C12, Z1, Z1:Z3, AA1" in shown(*problems)


def test_problems_without_a_cell_are_never_put_together():
    people = [
        Problem("missing-level", Place("a.xlsx", "S"), facts={"competency": "Unity"})
        for _number in range(12)
    ]
    assert shown(*people).count("“Unity” has no level.") == 12


def test_in_a_pipe_each_problem_has_a_line_of_its_own():
    problems = [blank(f"C{row}", "ก" * 110) for row in range(2, 302)]
    lines = shown(*problems, width=None).splitlines()
    for row in range(2, 302):
        assert sum(f" C{row} " in line and "ก" * 110 in line for line in lines) == 1
    assert not any("…" in line for line in lines)


@pytest.mark.parametrize("count", [20, 21])
def test_more_than_twenty_are_summed_up_by_kind(count):
    problems = [blank(f"C{row}", file=f"{row % 2}.xlsx") for row in range(count - 1)]
    text = shown(*problems, LOCKED)
    title = f"{count - 1}  {KINDS['missing-level'].title} (files: 2)"
    assert (title in text) is (count > 20)
    assert text.splitlines()[-1] == f"Errors: 1, warnings: {count - 1}, notes: 0"
    if count > 20:
        summed_up = text[text.index("Kinds of problems") :]
        locked = summed_up.index(f"1  {KINDS['password-protected'].title} (files: 1)")
        assert locked < summed_up.index(title)


@pytest.mark.parametrize("width", [40, 30])
def test_on_a_narrow_screen_what_is_wrong_stands_below_its_cell(width):
    problems = [unusable("B10", "ค่า" * 12), blank("B9", "การส่งเสริมความเชี่ยวชาญ"), LOCKED]
    text = shown(*problems, width=width)
    assert max(cells(line) for line in text.splitlines()) <= width
    assert "  error  B10\n    “ค่า" in text


def test_ten_thousand_problems_are_shown_quickly():
    import time

    problems = [unusable(f"C{row}", f"ค่าที่ {row}") for row in range(10_000)]
    before = time.process_time()
    text = shown(*problems)
    assert time.process_time() - before < 10
    assert all(f" C{row} " in text for row in range(1, 10_000, 97))
