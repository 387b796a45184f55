"""What may enter a cell or a sheet title, and how high rows are."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from jdgap.output.excel.page import Page
from jdgap.output.excel.style import (
    LONGEST_TEXT,
    TALLEST_ROW,
    Dress,
    Typeface,
    lines_of,
    points_of,
    safe_text,
    sheet_title,
)

PLAIN = Dress()


def saved(value):
    workbook = Workbook()
    Page(workbook.active, Typeface(), (20,)).put(1, 1, value, PLAIN)
    file = BytesIO()
    workbook.save(file)
    return load_workbook(file).active["A1"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+66 2 141", "-5", "@SUM(A1)", "0012", "1/2", "http://a.example", "#REF!", "TRUE"],
)
def test_text_stays_text(text: str):
    cell = saved(text)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_text_like_a_formula_stays_text_when_it_is_edited():
    assert saved("=1+1").quotePrefix
    assert not saved("ก").quotePrefix


def test_numbers_stay_numbers_and_blanks_blank():
    assert saved(3).value == 3
    assert saved("").value is None
    assert saved(None).value is None


def test_control_bidi_surrogate_and_non_xml_characters_go():
    assert safe_text("ก\x1b[31m\u202eข\ud800ค\uffffง\nจ") == "ก[31mขคง จ"


def test_excels_own_escapes_are_not_decoded():
    assert safe_text("a_x001B_b") == "a_x005F_x001B_b"


def test_long_text_is_cut_by_utf16_units():
    assert len(safe_text("ก" * 40_000)) == LONGEST_TEXT
    assert len(safe_text("😀" * 20_000).encode("utf-16-le")) // 2 <= LONGEST_TEXT


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        ("0012 สมชาย", "0012 สมชาย"),
        ("a[b]:c*?/\\d", "a b c d"),
        ("'quoted'", "quoted"),
        ("", "-"),
        ("???", "-"),
        ("History", "History (2)"),
        ("a\x00b", "ab"),
    ],
)
def test_titles_keep_to_excels_rules(wanted: str, title: str):
    assert sheet_title(wanted) == title


def test_titles_are_unique_whatever_the_case():
    taken: list[str] = []
    for _ in range(12):
        taken.append(sheet_title("Somchai " * 6, taken))
        taken.append(sheet_title("SOMCHAI " * 6, taken))
    assert len({title.casefold() for title in taken}) == len(taken)
    assert max(map(len, taken)) <= 31


def test_a_title_is_not_cut_between_a_consonant_and_its_mark():
    assert sheet_title("ก" * 30 + "ที่") == "ก" * 30
    assert sheet_title("ก" * 30 + "น้ำ") == "ก" * 30


def test_a_title_of_emoji_counts_utf16_units():
    assert len(sheet_title("😀" * 31).encode("utf-16-le")) // 2 <= 31


def test_long_thai_takes_more_lines_and_a_higher_row():
    long = "การตรวจสอบความถูกต้องในกระบวนการงาน"
    assert lines_of(long, 60, PLAIN) == 1
    assert lines_of(long, 20, PLAIN) > 1
    assert lines_of(long, 20, Dress(wrap=False)) == 1
    face = Typeface()
    assert points_of(2, face, PLAIN) == pytest.approx(2 * 1.55 * 16)
    assert points_of(1000, face, PLAIN) == TALLEST_ROW


@pytest.mark.parametrize(
    ("font", "size"),
    [("TH Sarabun New", 16), ("AngsanaUPC", 16), ("Tahoma", 11), ("Noto Sans Thai", 11)],
)
def test_the_size_suits_the_font(font: str, size: float):
    assert Typeface(font).size == size


def test_rows_grow_with_what_stands_in_them():
    page = Page(Workbook().active, Typeface(), (10, 10, 10))
    text = "การตรวจสอบความถูกต้องในกระบวนการงาน"
    page.put(1, 1, text, PLAIN)
    page.across(2, (1, 3), text, PLAIN)
    page.down((3, 8), 1, text, PLAIN)
    assert page.height(1) > page.height(2) > 0
    assert sum(page.height(row) for row in range(3, 9)) >= page.height(1)


def test_a_footer_stays_within_excels_limit_and_shows_ampersands():
    page = Page(Workbook().active, Typeface(), (10,))
    page.print_on_a4(3, one_page=True, footer=("R&D" + "ก" * 500, "x" * 500))
    footer = str(page.sheet.oddFooter)
    assert len(footer) <= 255
    assert "R&&D" in footer
    assert "&P" in footer
