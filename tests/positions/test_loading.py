"""Reading a positions file."""

import json
from copy import deepcopy

import pytest

from documents import put_at
from jdgap.positions import BookError, bundled_book_path, load_book
from jdgap.text.language import speaking

NAME = {"th": "ก", "en": "a"}
SMALL = {
    "organisation": NAME,
    "scale": [{"level": level, "name": NAME, "meaning": NAME} for level in (0, 1, 2)],
    "groups": [{"id": "core", "name": NAME}],
    "competencies": [
        {"id": "unity", "group": "core", "name": {"th": "ความสามัคคี"}},
        {"id": "trust", "group": "core", "name": {"en": "Trust"}},
    ],
    "departments": [{"id": "it", "name": NAME}],
    "positions": [
        {"id": "chief", "title": {"th": "หัวหน้า"}, "required": {"unity": 2}},
        {
            "id": "clerk",
            "title": {"th": "เสมียน"},
            "department": "it",
            "reports_to": "chief",
            "required": {"unity": 1, "trust": 0},
        },
    ],
}


def put(path, value):
    """The small book with one thing changed; `...` takes it away."""
    document = deepcopy(SMALL)
    put_at(document, path, value)
    return document


def saved(folder, document):
    path = folder / "positions.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def faults(folder, document):
    with pytest.raises(BookError) as caught:
        load_book(saved(folder, document))
    return caught.value.faults


def test_another_organisation(tmp_path):
    """Nothing depends on the bundled positions: another scale, other groups and names will do."""
    found = load_book(saved(tmp_path, SMALL))
    assert found.levels == (0, 1, 2)
    assert found.position_by_id["clerk"].required == {"unity": 1, "trust": 0}
    assert found.superior_title(found.position_by_id["clerk"]) == "หัวหน้า"


def test_a_name_that_is_the_id_of_another(tmp_path):
    """Whatever refers to it means the id."""
    names = put(["competencies", 1, "name"], {"en": SMALL["competencies"][0]["id"]})
    assert load_book(saved(tmp_path, names)).competencies[1].name.en == "unity"


def test_a_group_called_all(tmp_path):
    """The totals of all groups are called `all`: a group of that name would be lost behind them."""
    assert load_book(saved(tmp_path, put(["groups", 0, "id"], "core")))
    [fault, *_others] = faults(tmp_path, put(["groups", 0, "id"], "all"))
    assert "groups[1] (all)" in fault


def test_the_bundled_file():
    """Without a path, the book that jdgap ships is read."""
    assert load_book() == load_book(bundled_book_path())


def test_a_byte_order_mark(tmp_path):
    """A file saved by Windows Notepad is read."""
    path = tmp_path / "p.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(SMALL).encode())
    assert len(load_book(path).positions) == 2


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", "ก".encode("cp874"), b"[1,]"])
def test_what_is_no_json(tmp_path, content):
    """A file that is not JSON is one fault, not an exception of another kind."""
    path = tmp_path / "p.json"
    path.write_bytes(content)
    with pytest.raises(BookError) as caught:
        load_book(path)
    assert len(caught.value.faults) == 1
    assert caught.value.file == path


@pytest.mark.parametrize(
    "content", [b"{", b"\xff\xfe", b"[" * 100_000, b"[" + b"1" * 5_000 + b"]", b"PK\x03\x04", b""]
)
def test_what_is_wrong_is_said_in_the_users_language(tmp_path, content):
    """No English words of Python's in a Thai sentence."""
    path = tmp_path / "p.json"
    path.write_bytes(content)
    with speaking("th"), pytest.raises(BookError) as caught:
        load_book(path)
    said = caught.value.faults[0].replace(str(path), "")
    for known in ("JSON", "UTF-8", "`jdgap positions import  -o positions.json`"):
        said = said.replace(known, "")
    assert not [letter for letter in said if letter.isascii() and letter.isalpha()]


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_workbook_is_told_to_be_imported(tmp_path, start):
    """The command can be copied, spaces in the name and all."""
    path = tmp_path / "my positions.xlsx"
    path.write_bytes(start + b"...")
    with pytest.raises(BookError) as caught:
        load_book(path)
    assert f'jdgap positions import "{path}" -o positions.json' in caught.value.faults[0]


@pytest.mark.parametrize("document", [[], 1, None, "x", {}])
def test_json_of_another_shape(tmp_path, document):
    """JSON that is no book has faults."""
    assert faults(tmp_path, document)


def test_a_file_that_is_not_there(tmp_path):
    """A missing file and a folder are faults of the book."""
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(BookError):
            load_book(path)


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("scale", 1, "level"), 0, "scale[2] → level"),
        (("scale", 1, "level"), "1", "scale[2] → level"),
        (("scale", 1, "level"), True, "scale[2] → level"),
        (("scale",), [], "scale"),
        (("groups", 0, "id"), "Core!", "groups[1] (Core!) → id"),
        (("competencies", 1, "id"), "unity", "competencies[2] (unity) → id"),
        (("competencies", 1, "group"), "none", "competencies[2] (trust) → group"),
        (("competencies", 1, "name"), {}, "competencies[2] (trust) → name"),
        (("competencies", 1, "name"), {"th": " "}, "competencies[2] (trust) → name → th"),
        (("departments", 0, "surplus"), 1, "departments[1] (it) → surplus"),
        (("positions", 1, "id"), "chief", "positions[2] (chief) → id"),
        (("positions", 1, "department"), "hr", "positions[2] (clerk) → department"),
        (("positions", 1, "reports_to"), "boss", "positions[2] (clerk) → reports_to"),
        (("positions", 0, "reports_to"), "clerk", "positions[1] (chief) → reports_to"),
        (("positions", 0, "reports_to"), "chief", "positions[1] (chief) → reports_to"),
        (("positions", 0, "required", "unity"), 3, "positions[1] (chief) → required → unity"),
        (("positions", 0, "required", "unity"), 1.5, "positions[1] (chief) → required → unity"),
        (("positions", 0, "required", "unity"), "2", "positions[1] (chief) → required → unity"),
        (("positions", 0, "required", "unity"), True, "positions[1] (chief) → required → unity"),
        (("positions", 0, "required", "none"), 1, "positions[1] (chief) → required → none"),
        (("positions", 0, "required"), ..., "positions[1] (chief) → required"),
        (("positions", 0, "title"), ..., "positions[1] (chief) → title"),
    ],
)
def test_a_broken_rule_names_its_place(tmp_path, path, value, place):
    """Each fault begins with its JSON path, entries known by their id."""
    found = faults(tmp_path, put(path, value))
    assert place in [fault.split(": ")[0] for fault in found]


def test_all_faults_are_listed(tmp_path):
    """One run names every broken rule."""
    document = put(("positions", 1, "department"), "hr")
    document["competencies"][1]["group"] = "none"
    document["positions"][0]["required"] = {"unity": 9, "nothing": 1}
    assert {fault.split(": ")[0] for fault in faults(tmp_path, document)} == {
        "positions[2] (clerk) → department",
        "competencies[2] (trust) → group",
        "positions[1] (chief) → required → unity",
        "positions[1] (chief) → required → nothing",
    }


def test_a_loop_of_reporting_lines_outside_a_position(tmp_path):
    """Who merely reports into a loop is not reported as one, and nothing hangs."""
    document = put(("positions", 0, "reports_to"), "clerk")
    document["positions"].append(
        {"id": "guest", "title": NAME, "reports_to": "clerk", "required": {"unity": 1}}
    )
    found = faults(tmp_path, document)
    assert {fault.split(": ")[0] for fault in found} == {
        "positions[1] (chief) → reports_to",
        "positions[2] (clerk) → reports_to",
    }
