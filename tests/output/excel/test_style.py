"""What may enter a cell or a sheet title, and how high rows are."""

from io import BytesIO
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from jdgap.output.excel.style import (
    DEFAULT_FONT,
    LONGEST_TEXT,
    LONGEST_TITLE,
    TALLEST_ROW,
    Dress,
    SheetTitles,
    Typeface,
    in_lines,
    lines_of,
    plain_text,
    points_of,
    safe_text,
    sheet_title,
    undecodable,
    width_for,
)
from jdgap.positions import Name
from jdgap.text.language import speaking
from jdgap.text.wrapping import longest_word

PLAIN = Dress()


def test_control_bidi_surrogate_and_non_xml_characters_go():
    assert safe_text("ก\x1b[31m\u202eข\ud800ค\uffffง\nจ") == "ก[31mขคง จ"


def test_excels_own_escapes_are_not_decoded():
    assert safe_text("a_x001B_b") == "a_x005F_x001B_b"
    assert safe_text("_x0041_x0042_") == "_x005F_x0041_x005F_x0042_"


def test_text_for_a_writer_that_escapes_is_not_escaped_twice():
    assert plain_text("a_x001B_b\x1b\n c") == "a_x001B_b c"


def test_a_name_in_two_languages_stands_on_two_lines():
    """The end of a line between them stays; whatever else is not to be shown goes."""
    name = Name(th="ก\x1bข", en="a  =b")
    with speaking("th,en"):
        assert safe_text(in_lines(name)) == "กข\na =b"
        assert lines_of(plain_text(in_lines(name)), 30, PLAIN) == 2
    with speaking("en"):
        assert plain_text(in_lines(name)) == "a =b"


def test_a_path_that_goes_to_the_next_line_whole_has_room_there():
    """Spreadsheet programs break no line after a slash, where ours may end."""
    path = "examples/2569/google-forms.csv"
    assert lines_of(f"“S-122” answered again in {path} › A4. It counts.", 46.1, PLAIN) == 3
    assert lines_of(f"“S-122” answered again in {path.replace('/', ' ')} › A4.", 46.1, PLAIN) == 2
    assert lines_of(path, 46.1, PLAIN) == 1
    assert lines_of(path * 3, 46.1, PLAIN) == 3


@pytest.mark.parametrize(
    "text", ["Leading others", "ด้านการนำผู้อื่นและการบริหารคน", "Unity", "", "a" * 500, "a b " * 100]
)
@pytest.mark.parametrize("lines", [1, 3])
def test_the_least_width_of_a_heading(text, lines):
    """Its words are whole in it, on so many lines; one that is too long has more."""
    width = width_for(text, lines, PLAIN)
    assert width <= 40
    assert lines_of(text, width, PLAIN) <= lines or width == 40
    assert width == 40 or width > longest_word(text)


@pytest.mark.parametrize(("cells", "lines"), [(140, 1), (150, 2)])
def test_a_long_line_that_is_nearly_full_may_need_another(cells, lines):
    """It was drawn cut in half in a row for one line."""
    words = ("in one never hides " * 10)[: cells - 1] + "x"
    assert lines_of(words, 156.5, PLAIN) == lines


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
        ("［a］：＊？／＼￥b", "a b"),
        ("’a’", "a"),
        ("＇ '‘a", "‘a"),
        ("_x001B_a", "x001B_a"),
        ("\ufffe\x1b", "-"),
        ("HISTORY", "HISTORY (2)"),
        ("=1+1", "=1+1"),
        ("R1C1", "R1C1"),
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
    ("text", "width", "bold", "lines"),
    [
        ("Clear announcements", 16, False, 3),
        ("Department now", 18, True, 2),
        ("People who answered", 22, False, 2),
        ("Competency not there any more", 34, True, 2),
        ("Where the numbers come from", 34, True, 2),
        ("Compared with", 18, False, 1),
        ("Answered again later", 27, True, 1),
        ("An answer was not counted", 34, True, 1),
    ],
)
def test_english_that_hardly_fits_is_not_cut(text: str, width: float, bold: bool, lines: int):
    """As many lines as LibreOffice makes of it in the font that is not told otherwise."""
    assert lines_of(text, width, Dress(bold=bold, indent=1)) == lines


@pytest.mark.parametrize(
    ("font", "size"),
    [("TH Sarabun New", 16), ("AngsanaUPC", 16), ("Tahoma", 11), ("Noto Sans Thai", 11)],
)
def test_the_size_suits_the_font(font: str, size: float):
    assert Typeface(font).size == size


def test_three_hundred_people_of_one_name():
    titles = SheetTitles(["สรุป"])
    found = [titles.new("ผู้ช่วยศาสตราจารย์ สมชาย ใจดีมากมาย") for _ in range(300)]
    assert len(set(found)) == 300
    assert all(len(each) <= LONGEST_TITLE for each in found)
    assert found[299].endswith(" (300)")


any_title = st.text(
    st.one_of(
        st.characters(), st.sampled_from("[]:*?/\\'’＇：_x0041_ \u0e33\u0301\ufe0f\U0001f600iıİ")
    )
)


@settings(max_examples=30)
@given(st.lists(any_title, max_size=8))
def test_any_title_keeps_to_excels_rules_and_can_be_used(wanted: list[str]):
    titles = SheetTitles(["Summary"])
    found = [titles.new(each) for each in wanted]
    with Workbook(BytesIO()) as workbook:
        for title in ("Summary", *found):
            assert workbook.add_worksheet(title).get_name() == title
            assert 0 < len(title.encode("utf-16-le")) // 2 <= LONGEST_TITLE
            assert not set(title) & set("[]:*?/\\［］：＊？／＼￥\x00\x1b\ufffe\uffff")
            assert title.strip(" '’＇") == title != "History"
            assert undecodable(title) == title


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ('Tahoma"&P', "Tahoma P"),
        ("\x1b", DEFAULT_FONT),
        ("", DEFAULT_FONT),
        ("ก" * 99, "ก" * 31),
        ("TH Sarabun New", "TH Sarabun New"),
        ("_x0041_", "x0041_"),
    ],
)
def test_the_name_of_a_font_is_no_code(name: str, kept: str):
    assert Typeface(name).name == kept


def test_a_text_of_many_pages_is_as_high_as_a_row_can_be():
    """And is measured at once: whoever fills in a form may paste a book into a cell."""
    started = perf_counter()
    for text in ("ก" * 32_000, "😀" * 16_000, "น้ำ" * 10_000, "a " * 16_000):
        for width in (12, 40, 150):
            assert points_of(lines_of(text, width, PLAIN), Typeface(), PLAIN) == TALLEST_ROW
    assert perf_counter() - started < 20
