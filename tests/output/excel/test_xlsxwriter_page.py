"""A page drawn with XlsxWriter, read back with openpyxl."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from jdgap.output.excel.looks import Looks
from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Dress, Typeface
from jdgap.output.excel.xlsxwriter_page import PageSheet

PLAIN = Dress()


def written(*pages: Page) -> BytesIO:
    file = BytesIO()
    workbook = Workbook(file)
    looks = Looks(workbook, Typeface())
    for page in pages:
        workbook.add_worksheet(worksheet_class=PageSheet).draw(page, looks)
    workbook.close()
    return file


def drawn(page: Page):
    return load_workbook(written(page)).active


def saved(value):
    page = Page(Typeface(), (20,))
    page.put(1, 1, value, PLAIN)
    return drawn(page)["A1"]


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+66 2 141", "-5", "@SUM(A1)", "0012", "1/2", "http://a.example", "#REF!"),
        *("TRUE", "<r>x</r>", "<v>1</v>", "a & b", '"', "</t>"),
    ],
)
def test_text_stays_text(text: str):
    """Nothing that people write becomes a formula, a number, an error, a link or XML."""
    cell = saved(text)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert bool(cell.quotePrefix) == text.startswith(("=", "+", "-", "@"))


def test_excels_own_escapes_are_escaped():
    """Excel decodes `_x001B_`, also in the second of two that share an underscore."""
    assert saved("_x0041_x0042_").value == "_x005F_x0041_x005F_x0042_"


def test_numbers_stay_numbers_and_blanks_blank():
    """Values are values, with all their digits."""
    assert saved(3).value == 3
    assert saved(200 / 3).value == 200 / 3
    assert saved("").value is None
    assert saved(None).value is None


def test_widths_heights_merges_and_panes_are_those_of_the_page():
    """The file has what the record says, in Excel's units."""
    page = Page(Typeface(), (20, 12.5, 9))
    page.across(2, (1, 3), "ก", Dress(lines="box"))
    page.down((3, 4), 1, "ข", PLAIN)
    page.grow(2, 47)
    page.frozen_rows = 2
    page.repeated_rows = (1, 2)
    sheet = drawn(page)
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert widths == pytest.approx([20, 12.5, 9], abs=0.1)
    assert sheet.row_dimensions[2].height == 47
    assert {str(each) for each in sheet.merged_cells.ranges} == {"A2:C2", "A3:A4"}
    assert sheet.freeze_panes == "A3"
    assert sheet.print_title_rows == "$1:$2"
    assert sheet["C2"].border.right.style == "thin"
    assert not sheet.sheet_view.showGridLines


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("one_page", [False, True])
def test_it_prints_on_a4(one_page: bool, landscape: bool):
    """Paper, direction, pages, area and footer are those asked for."""
    page = Page(Typeface(), (20, 20))
    page.put(5, 2, 1, PLAIN)
    page.print_on_a4(5, one_page=one_page, footer=("R&D", "23 พ.ย."), landscape=landscape)
    sheet = drawn(page)
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation) == (9, "landscape" if landscape else "portrait")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert setup.fitToHeight in ({None, 1} if one_page else {0})
    assert sheet.print_area == "'Sheet1'!$A$1:$B$5"
    assert sheet.oddFooter.center.text == "&P / &N"
    assert sheet.oddFooter.left.text == "R&&D"
    assert sheet.oddFooter.right.text.strip() == "23 พ.ย."
    assert sheet.oddFooter.left.font == "TH Sarabun New,Regular"
    assert len(footer_of(page)) <= 255


def footer_of(page: Page) -> str:
    part = ZipFile(written(page)).read("xl/worksheets/sheet1.xml").decode()
    footer = part.split("<oddFooter>")[1].split("</oddFooter>")[0]
    return footer.replace("&amp;", "&")


def test_a_footer_of_any_text_stays_within_excels_limit():
    """XlsxWriter leaves a longer footer out."""
    page = Page(Typeface(), (20,))
    page.print_on_a4(5, one_page=True, footer=("&" * 500, "ก" * 500))
    assert 100 < len(footer_of(page)) <= 255


def test_hidden_columns_hold_their_values_and_keep_their_lines():
    """The numbers of a chart are in the file, and nobody sees them."""
    page = Page(Typeface(), (20,))
    page.put(1, 1, "ก", PLAIN)
    page.hide(1, 3, "ข\nค")
    page.hide(2, 3, 4)
    xml = ZipFile(written(page)).read("xl/worksheets/sheet1.xml")
    assert b'<dimension ref="A1:C2"/>' in xml
    sheet = drawn(page)
    assert [sheet["C1"].value, sheet["C2"].value] == ["ข\nค", 4]
    assert sheet.column_dimensions["C"].hidden
    assert not sheet.column_dimensions["A"].hidden


def test_cells_offer_their_words():
    """In a list; what else is typed is taken."""
    page = Page(Typeface(), (20, 20))
    page.put(4, 2, None, PLAIN)
    page.offer((2, 4), 2, ["ก", "ข ค"])
    (rule,) = drawn(page).data_validations.dataValidation
    assert (str(rule.sqref), rule.type, rule.formula1) == ("B2:B4", "list", '"ก,ข ค"')
    assert not rule.showErrorMessage


def test_each_sheet_shows_its_own_page():
    """Two sheets of one workbook share their formats and nothing else."""
    pages = [Page(Typeface(), (20,)) for _ in range(2)]
    for text, page in zip("กข", pages, strict=True):
        page.put(1, 1, text, PLAIN)
    assert [sheet["A1"].value for sheet in load_workbook(written(*pages))] == ["ก", "ข"]
