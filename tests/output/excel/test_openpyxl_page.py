"""A page drawn with openpyxl."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from jdgap.output.excel.openpyxl_page import draw_page, protect
from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Dress, Typeface

PLAIN = Dress()


def drawn(page: Page):
    workbook = Workbook()
    draw_page(page, workbook.active)
    file = BytesIO()
    workbook.save(file)
    return load_workbook(file).active


def saved(value):
    page = Page(Typeface(), (20,))
    page.put(1, 1, value, PLAIN)
    return drawn(page)["A1"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+66 2 141", "-5", "@SUM(A1)", "0012", "1/2", "http://a.example", "#REF!", "TRUE"],
)
def test_text_stays_text(text: str):
    """Nothing that people write becomes a formula, a number, an error or a link."""
    cell = saved(text)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_text_like_a_formula_stays_text_when_it_is_edited():
    """It is marked as Excel marks what is typed after an apostrophe."""
    assert saved("=1+1").quotePrefix
    assert not saved("ก").quotePrefix


def test_numbers_stay_numbers_and_blanks_blank():
    """Values are values."""
    assert saved(3).value == 3
    assert saved("").value is None
    assert saved(None).value is None


def test_excels_own_escapes_are_escaped():
    """Excel would decode `_x001B_`; openpyxl writes and reads it as it is."""
    assert saved("a_x001B_b").value == "a_x005F_x001B_b"


def test_a_footer_stays_within_excels_limit():
    """Excel repairs a file with a longer footer."""
    page = Page(Typeface(), (10,))
    page.print_on_a4(3, one_page=True, footer=("R&D" + "ก" * 500, "x" * 500))
    workbook = Workbook()
    draw_page(page, workbook.active)
    footer = str(workbook.active.oddFooter)
    assert len(footer) <= 255
    assert "R&&D" in footer
    assert "&P" in footer


def test_two_sheets_of_a_workbook_share_their_looks():
    """The same dress is one style, however many cells have it."""
    workbook = Workbook()
    for sheet in (workbook.active, workbook.create_sheet()):
        page = Page(Typeface(), (10, 10))
        page.across(1, (1, 2), "ก", Dress(bold=True, lines="box"))
        draw_page(page, sheet)
    assert len({sheet["B1"]._style.xfId for sheet in workbook}) == 1
    assert all(sheet["B1"].border.right.style == "thin" for sheet in workbook)
    assert all(sheet["A1"].font.bold for sheet in workbook)


def test_protection_leaves_selecting_allowed():
    """People can still put the cursor everywhere, and widen a column."""
    workbook = Workbook()
    protect(workbook.active)
    assert workbook.active.protection.sheet
    assert not workbook.active.protection.formatColumns
