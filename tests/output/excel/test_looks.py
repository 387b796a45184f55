"""The formats of a workbook that XlsxWriter writes, read back."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from jdgap.output.excel.looks import Looks, cell_text
from jdgap.output.excel.style import Dress, Typeface


def read_back(*cells, font="TH Sarabun New"):
    file = BytesIO()
    workbook = Workbook(file)
    looks, sheet = Looks(workbook, Typeface(font)), workbook.add_worksheet()
    for row, (value, dress) in enumerate(cells):
        looks.write(sheet, row, 0, value, dress)
    workbook.close()
    return [row[0] for row in load_workbook(file).active.iter_rows(max_row=len(cells))]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+66 2", "-5", "@SUM(A1)", "0012", "1/2", "http://a.example", "#REF!", "TRUE"],
)
def test_text_stays_text(text: str):
    """Nothing that people write becomes a formula, a number, an error or a link."""
    (cell,) = read_back((text, Dress()))
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert bool(cell.quotePrefix) == text.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("text", ["<r>x</r>", "<r></broken></r>", "</r>"])
def test_text_is_never_taken_for_xml(text: str):
    """XlsxWriter would write it into the file as it is, and Excel could not open the workbook."""
    (cell,) = read_back((text, Dress()))
    assert cell.value.strip() == text


def test_excels_escapes_are_escaped_once():
    """XlsxWriter does it itself; what was written is read."""
    (cell,) = read_back(("a_x001B_b", Dress()))
    assert cell.value == "a_x001B_b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("_x0041_x001B_", "_x0041 x001B_"),
        ("_x005F_x001B_", "_x005F x001B_"),
        ("a_x0041_x0042_x001b_b", "a_x0041 x0042_x001b_b"),
    ],
)
def test_neighbouring_escapes_are_parted(text: str, shown: str):
    """XlsxWriter escapes the first only; Excel would decode the second."""
    assert cell_text(text) == shown
    (cell,) = read_back((text, Dress()))
    assert cell.value == shown


def test_each_part_of_a_dress_is_in_the_format():
    """Font, fill, lines, alignment, number format and protection are those of the dress."""
    dress = Dress(
        bold=True,
        italic=True,
        scale=1.25,
        colour="7A2E00",
        fill="FBE0CF",
        across="right",
        upright="top",
        lines="box",
        indent=2,
        editable=True,
        pattern="+0;-0;0",
        wrap=False,
    )
    (cell,) = read_back((4, dress), font="Tahoma")
    font, side = cell.font, cell.border.left
    assert (font.name, font.sz, font.b, font.i) == ("Tahoma", 14, True, True)
    assert font.color.rgb == "FF7A2E00"
    assert (cell.fill.fill_type, cell.fill.start_color.rgb) == ("solid", "FFFBE0CF")
    assert (side.style, side.color.rgb) == ("thin", "FF8C8C8C")
    placed = cell.alignment
    assert (placed.horizontal, placed.vertical, placed.indent) == ("right", "top", 2)
    assert not placed.wrap_text
    assert cell.number_format == "+0;-0;0"
    assert not cell.protection.locked
    assert cell.value == 4


def test_a_plain_dress_wraps_in_the_middle_without_lines():
    """The defaults are those of a printed page."""
    plain, line = read_back(("ก", Dress()), ("ข", Dress(lines="bottom", pattern="@")))
    assert (plain.alignment.vertical, plain.alignment.wrap_text) == ("center", True)
    assert plain.fill.fill_type is None
    assert plain.border.bottom.style is None
    assert (line.border.bottom.style, line.border.top.style) == ("hair", None)
    assert line.number_format == "@"
    assert plain.protection.locked


def test_a_blank_has_its_looks():
    """An empty cell in a box is a box."""
    blank, empty = read_back((None, Dress(lines="box")), ("\x1b", Dress(lines="box")))
    assert blank.value is empty.value is None
    assert blank.border.top.style == empty.border.top.style == "thin"


def test_the_same_dress_is_one_format():
    """A workbook of 200 sheets has a few dozen formats."""
    workbook = Workbook(BytesIO())
    looks = Looks(workbook, Typeface())
    assert looks.of(Dress(bold=True)) is looks.of(Dress(bold=True), quoted=False)
    assert looks.of(Dress()) is not looks.of(Dress(), quoted=True)
    assert (
        looks.mark(Dress()) == looks.mark(Dress(), quoted=False) != looks.mark(Dress(), quoted=True)
    )
    workbook.close()
