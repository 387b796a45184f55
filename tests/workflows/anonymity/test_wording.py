"""Which texts are told."""

import pytest

from builders import book, thai, title
from jdgap.workflows.anonymity.people import People
from jdgap.workflows.anonymity.wording import Wording


def wording(*known, departments=()):
    return Wording(book(), People(known, (), ()), departments)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "9",
            "4.5",
            "-1",
            "4/5",
            "๕ ๔",
            "5, 4",
            "2 / 5",
            "2026-01-05",
            "TRUE",
            "nan",
            "✓",
            "x",
            "/",
        ),
        *("ระดับ 9", "ระดับที่ ๙", "level 9", "#REF!", "#N/A", "#DIV/0!", "Err:502", "####", "=", "B7"),
        *(title("officer-it"), "officer-it", thai("unity"), f"1. {thai('unity')}", "unity", "core"),
        *("ฝ่ายบัญชี", "ตำแหน่ง", "ชื่อ-สกุล:", "self level", "ประเมินตนเอง"),
    ],
)
def test_what_stays(text):
    """Numbers, marks and errors, and the words of the book and of forms."""
    assert wording().told(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("สมชาย", "รอ 3", "4 - สมชาย", "ระดับ สมชาย", "ดีมาก", "หัวหน้าสมชาย", "ประเมินตนเอง (สมชาย)"),
        *("081-234-5678", "1101700203451", "a@b", "1@2", "#สมชาย", "#SOMCHAI", "Err:สมชาย"),
        *("officer-it สมชาย", "1. สมชาย"),
    ],
)
def test_what_does_not_stay(text):
    """Anything else that somebody typed, and numbers long enough to be somebody's own."""
    assert wording().told(text) == "…"


def test_departments():
    """Those of the book and the list of staff stay, the latter unless called after somebody."""
    known = [("1", "บัญชี เงินทอง"), ("2", "สมชาย ใจดี")]
    listed = "สาขา 2", "ทีมสมชาย"
    told = wording(*known, departments=listed).department
    assert [told(each) for each in ("", "ฝ่ายบัญชี", "สาขา 2", "สาขา  2")] == [
        *("", "ฝ่ายบัญชี", "สาขา 2", "สาขา  2")
    ]
    written = "ทีมสมชาย", "a@b", "ทีม สมชาย", "ของคุณวิไล", "ศูนย์ฝึก", "ของคุณวิไล"
    numbers = "D-001", "D-002", "D-001", "D-003", "D-004", "D-003"
    assert tuple(map(told, written)) == numbers


def test_departments_where_nobody_knows_which_are_listed():
    """All stay but those that are called after somebody."""
    told = wording(("2", "สมชาย ใจดี"), departments=None).department
    assert [told(each) for each in ("ศูนย์ฝึก", "ทีมสมชาย")] == ["ศูนย์ฝึก", "D-001"]


def test_rounds():
    """They stay, but for names."""
    told = wording(("1", "สมชาย ใจดี")).round
    assert [told(each) for each in ("2569", "ครั้งแรก", "สมชาย")] == ["2569", "ครั้งแรก", "…"]
