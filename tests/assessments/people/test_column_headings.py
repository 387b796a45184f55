"""One heading of a table of many people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import COMPETENCIES, book, names, thai
from jdgap.assessments.cells.raters import Whose
from jdgap.assessments.people.column_headings import HeadingReader, Holds

READER = HeadingReader(names())
SERVICE, UNITY = thai("service-mind"), thai("unity")


def holds(text):
    return READER.meaning(text).holds


@pytest.mark.parametrize(
    "heading",
    [
        "{}",
        "1. {}",
        "ข้อ 3 {}",
        "ข้อที่ ๓. {}",
        "{} (Service Mind)",
        "{} / Service Mind",
        "{}2",
        "{} (1-5)",
        "{} (ระดับ)",
        "สมรรถนะ: {}",
        "ระดับ {}",
        "คำถาม [{}]",
        "คำถาม [1. {}]",
        "โปรดประเมินระดับสมรรถนะของท่าน [{}]",
        "{} หมายถึง การให้บริการด้วยความเต็มใจ",
    ],
)
@pytest.mark.parametrize("name", [SERVICE, "Service Mind", "service-mind"])
def test_a_competency_without_a_rater(heading, name):
    """Numbers, explanations and grid questions leave the competency and name no rater."""
    meaning = READER.meaning(heading.format(name))
    assert (meaning.holds, meaning.competency) == (Holds.RATED, "service-mind")
    assert meaning.whose in {Whose.NOBODY, Whose.EXPLAINED}


@pytest.mark.parametrize(
    "heading",
    [
        *("{} - {}", "{} – {}", "{} ({})", "{} {}", "{}_{}", "{}: {}", "{}/{}", "{} [{}]"),
        *("{} (Service Mind) - {}", "{} - {} (1-5)", "2. {} - {}"),
    ],
)
@pytest.mark.parametrize(
    ("rater", "whose"),
    [
        *(("ตนเอง", Whose.SELF), ("ประเมินตนเอง", Whose.SELF), ("Self", Whose.SELF)),
        *(("หัวหน้า", Whose.SUPERVISOR), ("Supervisor", Whose.SUPERVISOR)),
        *(("กรรมการ", Whose.UNCLEAR), ("คะแนน", Whose.POINTS)),
    ],
)
def test_a_competency_and_a_rater(heading, rater, whose):
    """The two stand in either order, however they are parted."""
    meaning = READER.meaning(heading.format(SERVICE, rater))
    assert (meaning.holds, meaning.competency) == (Holds.RATED, "service-mind")
    assert meaning.whose is whose
    if "(1-5)" not in heading and "Service" not in heading and "2." not in heading:
        assert READER.meaning(heading.format(rater, SERVICE)) == meaning


@pytest.mark.parametrize(
    "heading",
    [
        *("ระดับที่คาดหวัง: {}", "{} (ระดับที่ต้องการ)", "ระดับที่คาดหวัง [{}]", "{} - ส่วนต่าง"),
        *("Gap - {}", "Feedback - {}", "ข้อเสนอแนะ - {}", "{} - เหตุผล", "{} [Feedback]"),
    ],
)
@pytest.mark.parametrize("name", [SERVICE, "ความสามัคี"])
def test_what_is_no_rating(heading, name):
    """Required levels, gaps and remarks are passed over, of unknown names as well."""
    assert holds(heading.format(name)) is Holds.NOTHING_NEEDED


@pytest.mark.parametrize(
    ("heading", "whose", "name"),
    [
        ("คำถาม [ความสามัคี]", Whose.EXPLAINED, "ความสามัคี"),
        ("หัวหน้าประเมิน [ความสามัคี]", Whose.SUPERVISOR, "ความสามัคี"),
    ],
)
def test_a_row_of_a_grid_that_is_no_competency(heading, whose, name):
    """Its name is what stands in the brackets."""
    meaning = READER.meaning(heading)
    assert (meaning.holds, meaning.whose, meaning.name) == (Holds.NO_COMPETENCY, whose, name)


@pytest.mark.parametrize("row", ["รวม", "อายุ", "ข้อเสนอแนะ", "ตำแหน่ง"])
def test_a_row_of_a_grid_that_is_something_else(row):
    """It is passed over."""
    assert holds(f"คำถาม [{row}]") is Holds.NOTHING_NEEDED


def test_an_unknown_name_without_its_rater():
    """What is suggested is near the name, not near the name and `ตนเอง`."""
    assert READER.meaning("ความสามัคี - ตนเอง").name == "ความสามัคี"
    assert READER.meaning("ความพึงพอใจ").name == "ความพึงพอใจ"


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("รหัสพนักงาน", Holds.EMPLOYEE_ID),
        ("รหัสพนักงานของท่าน", Holds.EMPLOYEE_ID),
        ("1. รหัสพนักงาน (5 หลัก) *", Holds.EMPLOYEE_ID),
        ("Your employee ID", Holds.EMPLOYEE_ID),
        ("employee_id", Holds.EMPLOYEE_ID),
        ("ชื่อ - นามสกุล (ไม่ต้องใส่คำนำหน้า)", Holds.NAME),
        ("กรุณากรอกชื่อ-สกุลของท่าน", Holds.NAME),
        ("What is your name?", Holds.NAME),
        ("นามสกุล", Holds.SURNAME),
        ("คำนำหน้าชื่อ", Holds.PREFIX),
        ("โปรดเลือกตำแหน่งของคุณ", Holds.POSITION),
        ("ตำแหน่ง2", Holds.POSITION),
        ("รหัสตำแหน่ง", Holds.POSITION_ID),
        ("ฝ่าย", Holds.DEPARTMENT),
        ("รอบการประเมิน", Holds.ROUND),
        ("ประทับเวลา", Holds.SUBMITTED),
        ("Timestamp", Holds.SUBMITTED),
        ("Completion time", Holds.SUBMITTED),
        ("เวลาที่เสร็จสมบูรณ์", Holds.SUBMITTED),
        ("เวลาเริ่มต้น", Holds.STARTED),
        ("ที่อยู่อีเมล", Holds.EMAIL),
        ("Email Address", Holds.EMAIL),
        ("ผู้ประเมิน", Holds.RATER),
        ("สมรรถนะ", Holds.COMPETENCY),
        ("competency_id", Holds.COMPETENCY_ID),
        ("self_level", Holds.LEVEL),
        ("ผู้บังคับบัญชา", Holds.LEVEL),
        ("ชื่อ (ผู้ประเมิน)", Holds.NOTHING_NEEDED),
        ("ชื่อผู้บังคับบัญชา", Holds.NOTHING_NEEDED),
        ("ลำดับ", Holds.NOTHING_NEEDED),
        ("อายุงาน (ปี)", Holds.NOTHING_NEEDED),
        ("Total points", Holds.NOTHING_NEEDED),
        ("Points - ชื่อ-สกุล", Holds.NOTHING_NEEDED),
        ("(1-5)", Holds.NOTHING_NEEDED),
        ("ความเห็นของฉัน", Holds.UNKNOWN),
    ],
)
def test_other_headings(heading, found):
    """Who the row is about, when it was sent, and what a survey adds."""
    assert holds(heading) is found


@given(st.sampled_from(COMPETENCIES), st.data())
def test_every_name_of_the_book(competency, data):
    """Each spelling of each competency is known, alone and with a rater."""
    each = book().competency_by_id[competency]
    spelling = data.draw(st.sampled_from([each.id, *each.name.spellings()]))
    for text, whose in ((spelling, Whose.NOBODY), (f"{spelling} - หัวหน้า", Whose.SUPERVISOR)):
        meaning = READER.meaning(text)
        assert (meaning.competency, meaning.whose) == (competency, whose)


@given(st.text(max_size=60))
def test_never_an_exception(text):
    """Any text is a heading of some kind, or unknown."""
    assert READER.meaning(text).holds in Holds


PARTS = [
    *("1. ", "ข้อ 3 ", "(", ")", "[", "]", " ", " - ", "/", "2", "กรุณาระบุ", "ของท่าน", "หัวหน้า", "ชื่อ"),
    *(
        "สมรรถนะ",
        "รายการ",
        "รหัสสมรรถนะ",
        "Competency",
        "Item",
        "ID",
        "ระดับ",
        "สมชาย ใจดี",
        SERVICE,
        UNITY,
    ),
]


@given(st.lists(st.sampled_from(PARTS), max_size=6).map("".join))
def test_the_quick_look_misses_no_competency(text):
    """What a heading means is looked for only where it may be about competencies."""
    about = {Holds.RATED, Holds.COMPETENCY, Holds.COMPETENCY_ID}
    assert holds(text) not in about or READER.may_name_competency(text)


def test_the_quick_look_passes_over_people():
    """The name and the id of a person are no headings."""
    assert not any(map(READER.may_name_competency, ("นายสมชาย ใจดี", "S-000001", "ฝ่ายบัญชี")))
