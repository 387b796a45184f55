"""Words that stay whole, by a list made by hand: what a reader of office Thai takes for one word."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import jdgap
from builders import book
from jdgap.text.thai_words import inside_words
from jdgap.text.wrapping import line_breaks, longest_word, thai_lines

WORDS = """
ตำแหน่ง ปัจจุบัน เชี่ยวชาญ ผู้เชี่ยวชาญ ต่ำกว่า พนักงาน สหกรณ์ สมรรถนะ ประเมิน ระดับ เจ้าหน้าที่ หัวหน้า
ผู้จัดการ ผู้บังคับบัญชา ข้อบังคับ เกี่ยวข้อง เกี่ยวกับ วิเคราะห์ กำกับ ดูแล สนับสนุน สารสนเทศ เอกสาร รหัส
ตรวจสอบ ควบคุม สอดคล้อง น้อยกว่า มากกว่า สูงกว่า เปรียบเทียบ เหมาะสม บันทึก โฟลเดอร์ สินเชื่อ เงินฝาก
ประสานงาน กระบวนการ ประมวลผล ประสิทธิภาพ มั่นคง สื่อสาร โครงสร้าง ยุทธศาสตร์ คู่มือ หนังสือ คณะกรรมการ
ทั่วไป บรรลุ เป้าหมาย มอบหมาย ลูกหนี้ พึงพอใจ ทักษะ ความรู้ ประชาสัมพันธ์ สภาพคล่อง อาคาร สถานที่ หลักฐาน
ตอบแทน ต่อเนื่อง มาตรการ ดอกเบี้ย ดำเนินการ ดำเนินงาน ล่วงหน้า คอลัมน์ ครบถ้วน รายชื่อ แก้ไข สถานการณ์
สถาบัน บำรุง ครอบครัว เปลี่ยนแปลง ผิดพลาด ข้อมูล ร้อยละ จำนวน หมายถึง สาขา รวบรวม สวัสดิการ หลักสูตร
เท่ากับ กิจกรรม ตัวเลือก ยกเลิก นโยบาย บุคลากร ยั่งยืน รวดเร็ว ทันสมัย ทิศทาง เครือข่าย คุณภาพ สะดวก
เบิกจ่าย สมาชิก ทรัพยากร ดิจิทัล สังกัด โดดเด่น แต่งตั้ง สมัคร ก้าวหน้า ประโยชน์ ถ่ายทอด ปฏิบัติงาน
ตัดสินใจ รอบคอบ สำเร็จ ฉุกเฉิน ความหมาย เครื่องหมาย ลำดับ เฉลี่ย รายละเอียด ปัญหา ไฟล์ ทราบ คำตอบ
เดียวกัน เพราะ อย่างไร จำเป็น สำหรับ กำหนด ประวัติ อบรม พัฒนา รายงาน สรุป ผู้ประเมิน สำนักงาน
"""
ANY = re.compile("|".join(sorted(WORDS.split(), key=len, reverse=True)))
CATALOGUE = Path(jdgap.__file__).parent / "locale" / "th" / "LC_MESSAGES" / "jdgap.po"


def texts_in(value: object) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_in(each)


@cache
def lines() -> frozenset[str]:
    """Every line of the Thai messages and of the book."""
    with CATALOGUE.open("rb") as file:
        texts = [str(each.string) for each in read_po(file, locale="th") if each.id]
    texts += texts_in(book().model_dump())
    return frozenset(line for text in texts for line in text.split("\n"))


def broken(width: int) -> tuple[int, int]:
    """How many breaks there are at a width, and how many of them are inside one of the words."""
    count = wrong = 0
    for line in lines():
        breaks = line_breaks(line, width)
        count += len(breaks)
        for word in ANY.finditer(line) if breaks else ():
            wrong += sum(word.start() < each < word.end() for each in breaks)
    return count, wrong


@pytest.mark.parametrize("width", [20, 40, 80])
def test_hardly_any_line_of_ours_breaks_inside_a_word(width):
    """Without the list of words it is one break in ten."""
    count, wrong = broken(width)
    assert count > 100
    assert wrong <= count / 100


@pytest.mark.parametrize("word", ["ตำแหน่ง", "เชี่ยวชาญ", "ต่ำกว่า", "ปัจจุบัน"])
def test_a_word_is_whole_wherever_it_stands(word):
    for width in range(8, 60):
        text = "ของ" * 5 + f"ผู้{word}ที่" * 6
        assert "".join(thai_lines(text, width)) == text
        assert sum(line.count(word) for line in thai_lines(text, width)) == 6


def test_a_word_wider_than_a_line_is_still_broken():
    assert len(thai_lines("ประชาสัมพันธ์", 4)) > 1


def test_what_lies_inside_a_word():
    """Its edges do not; neither does anything of a text without such words."""
    assert list(inside_words("ที่รหัสนี้")) == [4, 5, 6]
    assert list(inside_words("กขค")) == []
    assert list(inside_words("")) == []


def test_no_word_asks_for_a_wide_column():
    """Or tables would not fit on a narrow terminal."""
    assert max(map(longest_word, lines())) <= 21
