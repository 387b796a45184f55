"""The record of a printed page, whatever draws it."""

from jdgap.output.excel.page import Page
from jdgap.output.excel.style import TALLEST_ROW, Dress, Typeface

PLAIN = Dress()
LONG = "การตรวจสอบความถูกต้องในกระบวนการงาน"


def test_rows_grow_with_what_stands_in_them():
    """A narrow cell needs more lines than a wide one, and merged rows share the height."""
    page = Page(Typeface(), (10, 10, 10))
    page.put(1, 1, LONG, PLAIN)
    page.across(2, (1, 3), LONG, PLAIN)
    page.down((3, 8), 1, LONG, PLAIN)
    assert page.height(1) > page.height(2) > 0
    assert sum(page.height(row) for row in range(3, 9)) >= page.height(1)


def test_a_row_never_shrinks_and_stays_within_excels_limit():
    """The tallest wish counts."""
    page = Page(Typeface(), (10,))
    for points, height in ((30, 30), (20, 30), (5000, TALLEST_ROW)):
        page.grow(1, points)
        assert page.height(1) == height


def test_a_merged_cell_holds_its_text_first_and_looks_alike():
    """Each covered cell has the looks, so that lines are drawn around the whole."""
    page = Page(Typeface(), (10, 10, 10))
    page.across(1, (1, 3), "ก\nข", PLAIN)
    page.down((2, 3), 2, "ค", PLAIN)
    assert page.rows == {
        1: {1: ("ก ข", PLAIN), 2: (None, PLAIN), 3: (None, PLAIN)},
        2: {2: ("ค", PLAIN)},
        3: {2: (None, PLAIN)},
    }
    assert page.merges == [(1, 1, 1, 3), (2, 2, 3, 2)]


def test_one_cell_is_not_merged():
    """Excel repairs a file in which a single cell is merged."""
    page = Page(Typeface(), (10, 10))
    page.across(1, (2, 2), "ก", PLAIN)
    page.down((2, 2), 1, "ข", PLAIN)
    assert page.merges == []


def test_an_empty_text_is_a_blank_and_a_number_a_number():
    """A blank cell is not a cell with an empty text."""
    page = Page(Typeface(), (10, 10))
    page.put(1, 1, "\x1b", PLAIN)
    page.put(1, 2, 3, PLAIN)
    assert page.rows[1] == {1: (None, PLAIN), 2: (3, PLAIN)}


def test_looks_can_be_given_to_a_cell_that_has_a_value():
    """What it holds stays."""
    page = Page(Typeface(), (10,))
    bold = Dress(bold=True)
    page.put(1, 1, 4, PLAIN)
    page.dress(1, 1, bold)
    assert page.rows[1][1] == (4, bold)


def test_a_footer_stays_short_and_shows_ampersands():
    """A single & would start a code, and a footer has 255 characters."""
    page = Page(Typeface(), (10,))
    page.print_on_a4(3, one_page=True, footer=("R&D" + "ก" * 500, "&" * 500))
    left, right = page.print_setup.footer
    assert left.startswith("R&&D")
    assert len(left) <= 60
    assert len(right) <= 60
    assert "&" not in right.replace("&&", "")
