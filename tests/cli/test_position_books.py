"""`jdgap positions export`, `import`, `validate`, `schema` and `diff` as commands."""

import json
import shutil

import pytest

from builders import without_looks
from jdgap.cli.app import run
from jdgap.output.console import screen
from jdgap.output.positions_book.book import export_positions
from jdgap.positions import bundled_book_path, load_book
from jdgap.problems import Severity


@pytest.fixture
def jdgap(capfdbinary, nothing_set):
    def call(*arguments):
        code = run([*map(str, arguments)])
        out, err = capfdbinary.readouterr()
        return int(code), out.decode("utf-8-sig"), err.decode()

    return call


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    path = tmp_path_factory.mktemp("exported") / "a.xlsx"
    export_positions(path, load_book())
    return path


@pytest.fixture
def workbook(exported, tmp_path):
    return shutil.copy(exported, tmp_path / "a.xlsx")


def test_export_and_import_give_the_identical_file(jdgap, tmp_path):
    workbook, target = tmp_path / "a.xlsx", tmp_path / "p.json"
    assert jdgap("positions", "export", workbook)[0] == 0
    code, out, err = jdgap("positions", "import", workbook, "-o", target)
    assert (code, out) == (0, "")
    assert "22" in err
    assert target.read_bytes() == bundled_book_path().read_bytes()


def test_an_existing_output_needs_force(jdgap, workbook):
    target = workbook.with_suffix(".json")
    target.write_text("mine", encoding="utf-8")
    assert jdgap("positions", "export", workbook)[0] == 3
    assert jdgap("positions", "import", workbook, "-o", target)[0] == 3
    assert target.read_text(encoding="utf-8") == "mine"
    assert jdgap("positions", "import", workbook, "-o", target, "--force")[0] == 0


def test_with_an_error_nothing_is_written(jdgap, workbook):
    book = without_looks(workbook)
    book["ระดับที่ต้องการ"]["C5"] = 9
    book.save(workbook)
    target = workbook.with_suffix(".json")
    code, _, err = jdgap("positions", "import", workbook, "-o", target)
    assert code == 1
    assert "C5" in err
    assert not target.exists()
    code, out, _ = jdgap("positions", "validate", workbook, "--format", "json")
    assert code == 1
    assert [each["code"] for each in json.loads(out)["problems"]] == ["level-off-scale"]


def test_another_file_is_exit_3(jdgap, tmp_path):
    other = tmp_path / "x.txt"
    other.write_text("hello", encoding="utf-8")
    target = tmp_path / "p.json"
    assert jdgap("positions", "import", other, "-o", target)[0] == 3
    assert jdgap("positions", "validate", other)[0] == 3
    assert jdgap("positions", "diff", other, bundled_book_path())[0] == 3
    other.with_suffix(".json").write_text("{", encoding="utf-8")
    code, out, _ = jdgap("positions", "validate", other.with_suffix(".json"), "--format", "json")
    assert code == 3
    assert [each["code"] for each in json.loads(out)["problems"]] == ["positions-not-read"]


def test_a_positions_file_is_not_imported_but_used(jdgap, tmp_path):
    """Told by the content: a list of positions may have another name."""
    source, target = tmp_path / "mine.txt", tmp_path / "p.json"
    source.write_bytes(bundled_book_path().read_bytes())
    code, _, err = jdgap("positions", "import", source, "-o", target)
    assert code == 3
    assert f"jdgap --positions {source} " in err
    assert not target.exists()


def test_a_workbook_in_place_of_a_positions_file_is_told_to_be_imported(jdgap, workbook):
    code, _, err = jdgap("--positions", workbook, "positions", "list")
    assert code == 3
    assert f"jdgap positions import {workbook} -o positions.json" in err
    renamed = workbook.rename(workbook.with_suffix(".json"))
    assert jdgap("positions", "validate", renamed)[0] == 0


@pytest.mark.parametrize("change", [None, "surplus", "kind"])
def test_validate_tells_doubts_and_faults_of_json_with_their_path(jdgap, tmp_path, change):
    document = json.loads(bundled_book_path().read_bytes())
    document["departments"].append({"id": "new", "name": {"th": "ใหม่เอี่ยม"}})
    wanted = {"department-without-positions": 0, "missing-translation": 0}
    if change == "surplus":
        document["departments"][0]["colour"] = 1
        wanted = {"unknown-key": 1}
    elif change == "kind":
        document["departments"] = "none"
        wanted = {"wrong-kind-of-value": 1}
    path = tmp_path / "p.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    code, out, _ = jdgap("positions", "validate", path, "--format", "json")
    problems = json.loads(out)["problems"]
    assert wanted.keys() <= {each["code"] for each in problems}
    assert code == max(wanted.values())
    assert all(
        each["sheet"].startswith("departments") for each in problems if each["code"] in wanted
    )
    assert (code == 0) == all(each["severity"] != Severity.ERROR for each in problems)


def test_faults_of_json_are_told_in_the_order_of_the_file(jdgap, tmp_path):
    """The tenth position behind the second, and what others depend on first."""
    document = json.loads(bundled_book_path().read_bytes())
    document["surplus"] = 1
    document["scale"][0]["level"] = -1
    for place in (10, 1):
        document["positions"][place]["department"] = "none"
    path = tmp_path / "p.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    _, out, _ = jdgap("positions", "validate", path, "--format", "json")
    sheets = [each["sheet"].split(" ")[0] for each in json.loads(out)["problems"]]
    assert sheets == ["surplus", "scale[1]", "positions[2]", "positions[11]"]
    _, out, _ = jdgap("positions", "validate", path)
    places = [out.index(each) for each in sheets]
    assert places == sorted(places)


def test_a_doubt_of_a_workbook_is_told_at_its_cell(jdgap, workbook):
    """Where a position has no row among the levels, at its own."""
    book = without_looks(workbook)
    sheet = book["ระดับที่ต้องการ"]
    for cell in sheet[6][2:]:
        cell.value = None
    sheet.delete_rows(26)
    book.save(workbook)
    code, out, _ = jdgap("positions", "validate", workbook, "--format", "json")
    told = [
        (each["sheet"], each["cell"])
        for each in json.loads(out)["problems"]
        if each["code"] == "nothing-required"
    ]
    assert code == 0
    assert told == [("ตำแหน่ง", "A26"), ("ระดับที่ต้องการ", "A6")]


def test_import_says_in_a_line_how_much_is_doubtful(jdgap, workbook, tmp_path):
    """Two chefs of one name, and a department without anybody."""
    target = tmp_path / "p.json"
    assert "validate" not in jdgap("positions", "import", workbook, "-o", target)[2]
    book = without_looks(workbook)
    for cell in ("B8", "B9"):
        book["ตำแหน่ง"][cell] = "หัวหน้าครัว"
    book["ฝ่าย"].append(["kitchen", "ครัวกลาง", "Kitchen"])
    book.save(workbook)
    code, _, err = jdgap("positions", "import", workbook, "-o", target, "--force")
    said = [line for line in err.splitlines() if f"jdgap positions validate {target}" in line]
    assert (code, len(said)) == (0, 1)
    assert " 2 " in said[0]
    _, out, _ = jdgap("positions", "validate", target, "--format", "json")
    problems = json.loads(out)["problems"]
    assert [each["code"] for each in problems] == ["department-without-positions", "same-name"]
    _, out, _ = jdgap("positions", "validate", workbook, "--format", "json")
    assert [each["cell"] for each in json.loads(out)["problems"]] == ["A13", "B9"]


def test_diff_reads_json_and_workbooks(jdgap, workbook, tmp_path):
    document = json.loads(bundled_book_path().read_bytes())
    document["positions"][11]["required"]["unity"] = 5
    new = tmp_path / "n.json"
    new.write_text(json.dumps(document), encoding="utf-8")
    code, out, _ = jdgap("positions", "diff", workbook, new, "--format", "json")
    assert code == 0
    (found,) = json.loads(out)["differences"]
    assert (found["id"], found["about"], found["old"], found["new"]) == (
        "officer-it",
        "unity",
        3,
        5,
    )
    code, out, _ = jdgap("positions", "diff", workbook, new)
    assert "3 → 5" in out


def test_schema_is_json(jdgap):
    code, out, _ = jdgap("positions", "schema")
    assert code == 0
    assert json.loads(out)["type"] == "object"


@pytest.mark.parametrize("command", ["import", "diff"])
def test_what_is_wrong_without_colours(jdgap, workbook, monkeypatch, command):
    """On a terminal, problems are in colours, with `--plain` they are not."""
    monkeypatch.setattr(screen, "_is_terminal", lambda _stream: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    book = without_looks(workbook)
    book["ระดับที่ต้องการ"]["C5"] = 9
    book.save(workbook)
    others = {"import": ("-o", workbook.with_suffix(".json")), "diff": (workbook,)}[command]
    for more, coloured in (((), True), (("--plain",), False)):
        err = jdgap("positions", command, workbook, *others, *more)[2]
        assert "C5" in err
        assert ("\x1b[" in err) is coloured
