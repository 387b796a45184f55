"""Comparing names as people type them."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import book, names, thai, title
from jdgap.positions import UnknownPositionError
from jdgap.text.names import alike, id_key, name_key, suggestions, without_leading_number

TITLES = [title(position.id) for position in book().positions]
COMPETENCIES = [thai(competency.id) for competency in book().competencies]

AS_TYPED = [
    ("decomposed ำ", "การนําการเปลี่ยนแปลง", "การนำการเปลี่ยนแปลง"),
    ("nikhahit, tone, า", "นํ้าใจ", "น้ำใจ"),
    ("tone, nikhahit, า", "น้ํา", "น้ำ"),
    ("tone after ำ", "นำ้ใจ", "น้ำใจ"),
    ("เ twice for แ", "เเผน", "แผน"),
    ("lakkhangyao for า", "กๅรสอนงาน", "การสอนงาน"),
    ("tone before the vowel", "หน้่าที่".replace("้่", "้"), "หน้าที่"),
    ("tone and vowel exchanged", "เจ้าหน้าท่ี", "เจ้าหน้าที่"),
    ("tone twice", "เจ้้าหน้าที่", "เจ้าหน้าที่"),
    ("vowel twice", "บัญชีี", "บัญชี"),
    ("zero-width space", "หัว\u200bหน้า", "หัวหน้า"),
    ("byte-order mark", "\ufeffหัวหน้า", "หัวหน้า"),
    ("soft hyphen", "หัว\u00adหน้า", "หัวหน้า"),
    ("no-break space", "หัว\u00a0หน้า", "หัวหน้า"),
    ("Thai digits", "ระดับ ๕", "ระดับ 5"),
    ("another dash", "การเงิน – สมาชิก", "การเงิน-สมาชิก"),
    ("a bullet", "• ความสามัคคี", "ความสามัคคี"),
    ("a bullet of the Symbol font", "\uf0b7 ความสามัคคี", "ความสามัคคี"),
    ("spaces at brackets", "เจ้าหน้าที่สหกรณ์ ( ฝ่ายบัญชี )", "เจ้าหน้าที่สหกรณ์(ฝ่ายบัญชี)"),
    ("other brackets", "เจ้าหน้าที่สหกรณ์ [ฝ่ายบัญชี]", "เจ้าหน้าที่สหกรณ์ (ฝ่ายบัญชี)"),
    ("full width", "ＩＴ（ฝ่าย）", "IT (ฝ่าย)"),
    ("letter case", "SERVICE mind", "Service Mind"),
]

DIFFERENT = [
    ("เจ้าหน้าที่สหกรณ์ (ฝ่ายขาย)", "เจ้าหน้าที่สหกรณ์ (ฝ่ายบัญชี)"),
    ("ผู้ช่วยผู้จัดการ", "ผู้จัดการ"),
    ("ความสามัคี", "ความสามัคคี"),
    ("ระดับ 4", "ระดับ 5"),
    ("ป่า", "ป้า"),
    ("ปี", "ปิ"),
    ("แผน", "เผน"),
]

SUGGESTED = [
    ("จนท.บัญชี", "officer-accounting"),
    ("จนท.สหกรณ์ (บัญชี)", "officer-accounting"),
    ("หน.ฝ่ายการเงิน", "head-finance"),
    ("หน. สินเชื่อ", "head-credit"),
    ("ผจก.", "manager"),
    ("ผจก", "manager"),
    ("รองผจก.ฝ่ายธุรกิจ", "deputy-manager-business"),
    ("หัวหน้าบัญชี", "head-accounting"),
    ("หัวหน้าไอที", "head-it"),
    ("เจ้าหน้าที่สินเชื่อ", "officer-credit"),
    ("จนท.สวัสดิการ", "officer-welfare"),
    ("จนท.ทะเบียน", "officer-registration"),
    ("เจ้าหน้าที่ธุรการ", "officer-office-administration"),
    ("เจ้าหน้าที่นิติการ", "officer-office-legal-hr"),
    ("หน.สนง.", "head-office"),
    ("จนท.การลงทุน", "officer-finance-investment"),
    ("เจ้าหน้าที่บันชี", "officer-accounting"),
]

thai_marks = st.text(st.sampled_from("กนหูเแาๅำํ่้๊๋์ัิีึืฺุ็ๆฯ๑1.-( )e\u0301\u200bÅﬁİßͅ\u0e4e"), max_size=12)


@pytest.mark.parametrize(
    ("typed", "meant"), [case[1:] for case in AS_TYPED], ids=[case[0] for case in AS_TYPED]
)
def test_typing_variants_are_one_name(typed, meant):
    """What is typed otherwise, but reads the same, has the same key."""
    assert name_key(typed) == name_key(meant)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_near_names_are_different(one, other):
    """A name that reads otherwise is another name, however near."""
    assert name_key(one) != name_key(other)


def test_the_titles_and_competencies_stay_distinct():
    """No two names of the book have one key, in Thai, in English or by id."""
    spellings = [
        {name_key(each) for each in (entry.id, *name.spellings())}
        for entry, name in [
            *((position, position.title) for position in book().positions),
            *((competency, competency.name) for competency in book().competencies),
        ]
    ]
    assert len(spellings) == 34
    assert all(not one & other for one, other in combinations(spellings, 2))


@given(st.one_of(st.text(max_size=20), thai_marks))
@example("e-\u0301")
@example("ำำ่")
@example("́์้")
def test_the_key_of_a_key_is_the_key(name):
    """A key is the key of itself, and holds no spaces, marks of punctuation or Thai digits."""
    key = name_key(name)
    assert name_key(key) == key
    assert not set(key) & set(" .-()[]๐๑๒๓๔๕๖๗๘๙\u200b\ufeff")


@given(st.sampled_from(TITLES + COMPETENCIES), st.data())
def test_noise_does_not_matter(name, data):
    """Spaces, brackets, dots and invisible characters anywhere leave the key as it is."""
    for noise in data.draw(st.lists(st.sampled_from(" ()[]-–.•\u200b\ufeff\u00a0\n"), max_size=6)):
        place = data.draw(st.integers(0, len(name)))
        name = name[:place] + noise + name[place:]
    assert name_key(name) in {name_key(each) for each in TITLES + COMPETENCIES}


@pytest.mark.parametrize("name", ["", " ", "...", "()", "\u200b", "—"])
def test_nothing_to_compare(name):
    """A name without a letter or digit has the empty key, and is nobody's name."""
    assert name_key(name) == ""
    assert names().competency(name) is None
    with pytest.raises(UnknownPositionError):
        names().position(name)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        *(("1. ก", "ก"), ("๑) ก", "ก"), ("(3) ก", "ก"), ("1.2 ก", "ก"), ("๑.๒) ก", "ก")),
        *(("12 ก", "ก"), ("1.ก", "ก"), ("ก 1.", "ก 1."), ("ก", "ก"), ("", "")),
    ],
)
def test_list_numbers(text, rest):
    """A list number goes, a number elsewhere stays."""
    assert without_leading_number(text) == rest


@pytest.mark.parametrize(("typed", "meant"), SUGGESTED)
def test_suggestions_for_abbreviations(typed, meant):
    """The title that was meant is among the three, and is never taken without asking."""
    assert title(meant) in suggestions(typed, TITLES)
    with pytest.raises(UnknownPositionError):
        names().position(typed)


def test_suggestions_are_few_and_stable():
    """There are at most as many as asked for, and ties keep the order of the book."""
    assert len(suggestions("เจ้าหน้าที่", TITLES)) == 3
    assert suggestions("x", ["b", "a"], limit=2) == ["b", "a"]
    assert suggestions("x", []) == []


id_parts = st.text(
    st.sampled_from("กำํ่้1๑2٣½²ⅣAa@.-– _\u200b\u00a0\u0301é0/\ufeff\x00(）"), max_size=10
)


@pytest.mark.parametrize(
    "written",
    [
        *("S-001", "s 001", "S001", " S–001 ", "S_001.", "Ｓ－００１", "S-๐๐๑", "S\u200b-001"),
        *("S - 001", "(S-001)", "S\u00a0001"),
    ],
)
def test_typing_variants_of_one_employee_id(written):
    """Width, case, Thai digits, what nobody sees, and what parts a letter from a digit."""
    assert id_key(written) == id_key("S-001") != ""


@pytest.mark.parametrize(
    "ids",
    [
        *(
            ["1-12", "11-2", "112"],
            ["1.5", "15"],
            ["๑-๑๒", "๑๑-๒", "๑๑๒"],
            ["ก1-12", "ก11-2", "ก112"],
        ),
        *(["7", "007"], ["7.0", "70"], ["7.5", "75"], ["S-001", "S-01", "001"], ["1 2", "12"]),
        *(["ab@x.co", "a.b@x.co"], ["a@x.co", "a@xc.o"], ["กข-1", "ขก-1"]),
    ],
)
def test_different_employee_ids(ids):
    """What stands between two digits counts, and so do zeros; an address is taken whole."""
    assert len({id_key(each) for each in ids}) == len(ids)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("1-12", "1–12"), ("1-12", "1 - 12"), ("1-12", "๑/๑๒"), ("1-12", "1\u200b-12")),
        *(("7.0", "7"), (" ๗.๐ ", "7"), ("A.B@X.co", " a.b@x.co"), ("-", ""), ("\u200b", "")),
    ],
)
def test_one_employee_id(one, other):
    """Which dash it is, and a whole number as a table has it, do not matter."""
    assert id_key(one) == id_key(other)


@given(st.one_of(st.text(max_size=12), id_parts))
@example("1\u2044½")
@example("1-\u0e4d-2")
def test_the_key_of_an_id_key_is_the_key(written):
    """A key is the key of itself; without what parts its digits it is a name's key."""
    key = id_key(written)
    assert id_key(key) == key
    if "@" not in key and "0" not in key:
        assert key.replace("-", "") == name_key(written)


@pytest.mark.parametrize(
    ("written", "likely"),
    [
        ("manger", ["manager"]),
        ("head_it", ["head-it"]),
        ("head-acounting", ["head-accounting"]),
        ("หน.บัญชี", ["หัวหน้าฝ่ายบัญชี"]),
        ("gm", []),
        ("kitchen", []),
        ("", []),
    ],
)
def test_what_is_alike_is_a_slip_and_nothing_else(written, likely):
    """`manager` is in `front-desk-manager`, and is no slip of it."""
    known = ["manager", "head-it", "head-accounting", "front-desk-manager", "หัวหน้าฝ่ายบัญชี"]
    assert alike(written, known)[:1] == likely


def test_the_most_alike_comes_first():
    assert alike("managerr", ["managers-x", "manager", "head-it"]) == ["manager", "managers-x"]
