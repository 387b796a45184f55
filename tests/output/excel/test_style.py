"""What may enter a cell or a sheet title, and how high rows are."""

import pytest

from jdgap.output.excel.style import (
    LONGEST_TEXT,
    TALLEST_ROW,
    Dress,
    SheetTitles,
    Typeface,
    lines_of,
    plain_text,
    points_of,
    safe_text,
    sheet_title,
)

PLAIN = Dress()


def test_control_bidi_surrogate_and_non_xml_characters_go():
    assert safe_text("ก\x1b[31m\u202eข\ud800ค\uffffง\nจ") == "ก[31mขคง จ"


def test_excels_own_escapes_are_not_decoded():
    assert safe_text("a_x001B_b") == "a_x005F_x001B_b"
    assert safe_text("_x0041_x0042_") == "_x005F_x0041_x005F_x0042_"


def test_text_for_a_writer_that_escapes_is_not_escaped_twice():
    assert plain_text("a_x001B_b\x1b\n c") == "a_x001B_b c"


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


def test_titles_of_one_workbook_differ_from_those_before():
    titles = SheetTitles(["Summary"])
    assert [titles.new("SUMMARY"), titles.new("a"), titles.new("A"), titles.new("a")] == [
        "SUMMARY (2)",
        "a",
        "A (2)",
        "a (3)",
    ]


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
