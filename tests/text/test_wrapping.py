import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgap.text.wrapping import cells, is_narrow, longest_word, thai_lines

PURPOSE = (
    "บริหารงานด้านการพัฒนาระบบสหกรณ์ การพัฒนาองค์กรและระบบคุณภาพ "
    "ให้เป็นไปตามข้อบังคับ (Service Mind) ปีละ 1-2 ครั้ง และงานอื่น ๆ"
)

thai_ish = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E3A),
        st.characters(min_codepoint=0x0E40, max_codepoint=0x0E5B),
        st.sampled_from(" \n\r\tab1-/().,🙂中é\u200b\u200d\ufe0f\u0301"),
    ),
    max_size=80,
)
words = st.lists(
    st.sampled_from(
        ["สหกรณ์", "พัฒนา", "ให้", "ทำ", "เจ้าหน้าที่", "น้ำ", "IT", "(", ")", " ", "ไม่", "โดย"]
    ),
    max_size=40,
).map("".join)


def without_spaces(text):
    return "".join(text.split())


@given(st.one_of(thai_ish, words, st.text()), st.integers(1, 40))
def test_only_spaces_are_lost(text, width):
    assert without_spaces("".join(thai_lines(text, width))) == without_spaces(text)


@given(st.one_of(thai_ish, words, st.text()), st.integers(4, 40))
def test_every_line_fits(text, width):
    assert all(cells(line) <= width for line in thai_lines(text, width))


@given(words, st.integers(4, 40))
def test_no_line_begins_with_a_mark_or_ends_with_a_leading_vowel(text, width):
    lines = [line for line in thai_lines(text, width) if line]
    assert not any(line[0] == "ำ" or unicodedata.category(line[0]) == "Mn" for line in lines)
    assert not any(line[-1] in "เแโใไ" for line in lines)


@given(words, st.integers(4, 40))
def test_wrapping_wrapped_lines_changes_nothing(text, width):
    lines = thai_lines(text, width)
    assert thai_lines("\n".join(lines), width) == lines


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_words_stay_whole(width):
    lines = thai_lines(PURPOSE, width)
    assert len(lines) >= cells(PURPOSE) // width
    for word in ("สหกรณ์", "พัฒนา", "คุณภาพ", "Service", "1-2"):
        assert any(word in line for line in lines), word


def test_repetition_mark_and_closing_bracket_stay_with_their_word():
    for width in range(8, 60):
        assert not any(
            line.startswith((")", "ๆ")) for line in thai_lines("งาน(พัฒนา)ต่างๆ งานอื่น ๆ", width)
        )


def test_newlines_are_kept_and_short_text_is_left_alone():
    assert thai_lines("", 10) == [""]
    assert thai_lines("ก\n\nข\r\nค", 10) == ["ก", "", "ข", "ค"]
    assert thai_lines("  ย่อหน้า", 20) == ["  ย่อหน้า"]


def test_a_long_id_breaks_after_its_hyphens():
    assert thai_lines("officer-finance-members", 10) == ["officer-", "finance-", "members"]


@pytest.mark.parametrize("step", ["3 → 4", "3 -> 4"])
def test_a_step_from_level_to_level_stays_on_one_line(step):
    lines = {tuple(thai_lines(f"การสอนงาน ({step}), ความสามัคคี ({step})", n)) for n in range(9, 50)}
    assert all(any(f"({step})" in line for line in each) for each in lines)
    assert {"".join(each).count(step) for each in lines} == {2}


def test_the_name_of_an_option_keeps_its_hyphens():
    assert thai_lines("ใช้ --for ก (--max-file-size 5)", 8) == [
        *("ใช้ --for", "ก", "(--max-", "file-", "size 5)"),
    ]
    assert thai_lines("- one\n-- -5", 4) == ["-", "one", "--", "-5"]


def test_a_heap_of_vowels_is_broken_rather_than_let_out_of_the_line():
    assert thai_lines("เ" * 10, 4) == ["เเเเ", "เเเเ", "เเ"]
    assert thai_lines("น้ำ", 1) == ["น้", "ำ"]


def test_the_widest_word_is_measured_in_cells():
    assert longest_word("") == 0
    assert longest_word("ที่ Service") == 7
    assert longest_word("ที่") == 1


@given(thai_ish)
def test_narrow_text_is_one_line_of_its_length(text):
    """What is told without measuring is what measuring tells."""
    if is_narrow(text):
        assert cells(text) <= len(text)
        assert len(thai_lines(text, max(1, len(text)))) == 1


def test_what_is_narrow():
    """Thai and Latin are; two lines and signs of two cells are not."""
    assert all(map(is_narrow, ("", "สหกรณ์ออมทรัพย์ (1-2)", "café")))
    assert not any(map(is_narrow, ("a\nb", "a\tb", "中", "🙂")))
