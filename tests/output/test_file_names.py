"""File names for forms."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdgap.assessments.roster.roster import StaffMember
from jdgap.output.file_names import form_file_names
from jdgap.problems import Place
from jdgap.text.cleaning import clean

DEVICES = ["CON", "prn", "AUX", "nul", "COM1", "lpt9", "COM²", "CONIN$"]
CUT_BADLY = "ำัิีึืฺุู็่้๊๋์ํ๎"


def named(*pairs):
    return form_file_names(
        StaffMember(Place("f.xlsx"), id_, name, "manager", "", "", "") for id_, name in pairs
    )


def test_id_and_name():
    """The name of a form begins with the id."""
    assert named(("S-001", "สมชาย ใจดี")) == ["S-001 สมชาย ใจดี.xlsx"]


def test_numbers_sort_as_numbers():
    """Ids that are numbers get as many digits as the longest; other ids stay as they are."""
    ids = ["1", "007", "1200", "๑๒", "A-2", "1.5"]
    found = named(*((each, "ก") for each in ids))
    wanted = ["0001", "0007", "1200", "0012", "A-2", "1.5"]
    assert found == [f"{each} ก.xlsx" for each in wanted]


def test_a_very_long_number_is_no_number():
    """One id of many digits does not fill up all the others."""
    assert named(("7", "ก"), ("1" * 21, "ข")) == ["7 ก.xlsx", f"{'1' * 21} ข.xlsx"]


@pytest.mark.parametrize("sign", [*r':*?"<>|/\ ', "\x00", "\x1b", "\u202e", "\u200b", "\ud800"])
def test_signs_that_files_must_not_have(sign):
    """Signs that Windows refuses become a dash, those that nobody sees are left out."""
    (found,) = named(("7", f"ก{sign}ข"))
    assert found in {"7 ก-ข.xlsx", "7 กข.xlsx", "7 ก ข.xlsx"}
    assert (found == "7 ก-ข.xlsx") == (sign in ':*?"<>|/\\')


@pytest.mark.parametrize("device", DEVICES)
def test_names_that_windows_keeps_for_devices(device):
    """No form is called like a device, whatever stands behind the first dot."""
    assert named((device, ".ก")) == [f"-{device} .ก.xlsx"]
    assert named((device, "ก")) == [f"{device} ก.xlsx"]


@pytest.mark.parametrize(
    ("id_", "name", "wanted"),
    [(".7", "ก", "7 ก"), ("~$7", "ก", "$7 ก"), ("7", "ก. .", "7 ก"), ("..", ".", "-")],
)
def test_how_a_name_begins_and_ends(id_, name, wanted):
    """It is neither hidden nor taken for a lock file, and does not end in dots and spaces."""
    assert named((id_, name)) == [f"{wanted}.xlsx"]


def test_names_that_differ_only_in_case():
    """On Windows they would be one file."""
    assert named(("a", "Lee"), ("A", "lee"), ("a", "LEE")) == [
        "a Lee.xlsx",
        "A lee (2).xlsx",
        "a LEE (3).xlsx",
    ]


@pytest.mark.parametrize("name", ["น้ำ" * 40, "เก" * 60, "ก็" * 60, "a" * 300, "กิ์" * 50 + "🙂" * 30])
def test_long_names_are_cut_between_clusters(name):
    """255 bytes are kept to; no letter loses its vowel or tone, and the ending is there."""
    for shift in range(6):
        one, two = named(("x" * shift, name), ("x" * shift, name))
        assert 235 < len(one.encode()) <= 255
        assert two.endswith(" (2).xlsx")
        assert len(two.encode()) <= 255
        stem = one.removesuffix(".xlsx")
        whole = f"{'x' * shift} {name}".strip()
        assert whole.startswith(stem)
        assert whole[len(stem) :][:1] not in set(CUT_BADLY)
        assert stem[-1] not in "เแโใไ"


@given(st.lists(st.tuples(st.text(max_size=90), st.text(max_size=120)), max_size=6))
def test_any_name_is_safe(pairs):
    """Whatever stands in a roster: one name each, no two alike, and every system takes them."""
    found = named(*pairs)
    assert len({unicodedata.normalize("NFC", each).casefold() for each in found}) == len(pairs)
    assert len({unicodedata.normalize("NFD", each.casefold()) for each in found}) == len(pairs)
    for each in found:
        for system in (PurePosixPath, PureWindowsPath):
            assert system(each).name == each
            assert len((system("ออก") / each).parts) == 2
        assert each.endswith(".xlsx")
        assert len(each.encode()) <= 255
        assert not set(each) & set('<>:"/\\|?*')
        assert not any(unicodedata.category(sign)[0] == "C" for sign in each)
        assert each[0] not in " .~"
        assert each.split(".")[0].strip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1"}


@pytest.mark.parametrize(
    "name",
    [
        "../../x",
        "/etc/passwd",
        "C:x",
        "C:\\x",
        "\\\\host\\share",
        "..",
        ".",
        "",
        "a/../b",
        "NUL:",
        "~root",
    ],
)
def test_a_form_never_leaves_its_folder(name):
    """Whatever an id or a name is, the form is a file in the folder."""
    for found in named((name, ""), ("", name), (name, name)):
        assert not set(found) & set("/\\:")
        assert found not in {".", ".."}
        assert PureWindowsPath("ออก", found).parent == PureWindowsPath("ออก")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u00e9", "e\u0301"),
        ("น\u0e4d\u0e32", "น\u0e33"),
        ("Ａ", "a"),
        ("ß", "SS"),
        ("a\u200b", "a"),
    ],
)
def test_names_that_are_one_on_some_system(one, other):
    """No form takes the place of another person's."""
    first, second = named(("7", one), ("7", other))
    assert (first, second.endswith(" (2).xlsx")) == (f"7 {clean(one)}.xlsx", True)
