"""`jdgap validate` as a command: only the problems, and nothing written."""

import csv
import io
import json

import pytest

from builders import plain_form, title, write_workbook
from commands import as_command
from jdgap.cli.app import run
from jdgap.output.records import PROBLEM_COLUMNS

pytestmark = pytest.mark.usefixtures("nothing_set")

MET = [(3, None)] * 8
WRONG = [(9, None)] + [(3, None)] * 7
ROSTER = [["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"]]


@pytest.fixture
def validate(capfdbinary):
    """Run `jdgap validate` in this process; return exit code, standard output and error."""

    def call(*arguments):
        code = run(["validate", *map(str, arguments)])
        out, err = capfdbinary.readouterr()
        return int(code), out.decode(), err.decode()

    return call


@pytest.fixture
def folder(tmp_path):
    """One answer without a fault."""
    folder = tmp_path / "in"
    folder.mkdir()
    write_workbook(folder / "a.xlsx", plain_form(MET))
    return folder


def codes_in(out):
    return [(each["code"], each["cell"]) for each in json.loads(out)["problems"]]


def test_nothing_is_wrong(validate, folder):
    """Exit code 0; how much was read is told, and no problem."""
    code, out, err = validate(folder)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 2


def test_problems_are_the_result(validate, folder):
    """They stand on stdout with file and cell; exit code 1."""
    wrong = write_workbook(folder / "b.xlsx", plain_form(WRONG, employee_id="S-002"))
    code, out, err = validate(folder)
    assert (code, err) == (1, "")
    assert str(wrong) in out
    assert "B7" in out


def test_nothing_is_written(validate, folder, monkeypatch):
    """Neither beside the answers nor where one is."""
    monkeypatch.chdir(folder.parent)
    before = sorted(folder.parent.rglob("*"))
    validate(folder)
    assert sorted(folder.parent.rglob("*")) == before


def test_json(validate, folder):
    """Files, people who count and problems, as `report` gives them."""
    write_workbook(folder / "b.xlsx", plain_form(WRONG, employee_id="S-002"))
    code, out, _ = validate(folder, "--format", "json")
    document = json.loads(out)
    assert list(document) == ["files", "assessed", "problems"]
    assert (code, document["files"], document["assessed"]) == (1, 2, 2)
    assert codes_in(out) == [("level-out-of-range", "B7")]


def test_csv(validate, folder):
    """A row for a problem, with the mark that Excel needs."""
    write_workbook(folder / "b.xlsx", plain_form(WRONG, employee_id="S-002"))
    code, out, _ = validate(folder, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))
    assert (code, out[0], tuple(row)) == (1, "\ufeff", PROBLEM_COLUMNS)
    assert (row["code"], row["cell"]) == ("level-out-of-range", "B7")


def test_a_lock_file_is_passed_over(validate, folder):
    """What Excel leaves beside an open workbook is no error."""
    (folder / "~$a.xlsx").write_bytes(b"\x04user")
    code, out, _ = validate(folder, "--format", "json")
    assert (code, codes_in(out)) == (0, [("skipped-file", None)])


def test_the_list_of_staff(validate, folder, tmp_path):
    """It is compared with the answers, and not read as one."""
    row = ["S-001", "ตัวอย่าง ใจดี", title("head-it")]
    roster = write_workbook(folder / "staff.xlsx", [*ROSTER, row])
    code, out, _ = validate(folder, "--roster", roster, "--format", "json")
    assert (code, json.loads(out)["files"]) == (1, 1)
    assert [code for code, _cell in codes_in(out)] == ["position-differs-from-roster"]


@pytest.mark.parametrize("bad", [False, True])
def test_nothing_could_be_assessed(validate, tmp_path, bad):
    """Exit code 3 and a sentence on stderr, whether or not there was a file."""
    if bad:
        (tmp_path / "bad.xlsx").write_bytes(b"%PDF-1.7 scan")
    code, out, err = validate(tmp_path)
    assert (code, len(err.splitlines())) == (3, 1)
    assert ("bad.xlsx" in out) is bad


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such-folder"],
        ["{folder}", "--roster", "no-such.xlsx"],
        ["{folder}", "-o", "x.xlsx"],
    ],
)
def test_wrong_usage(validate, folder, arguments):
    """Exit code 2, said on stderr only."""
    code, out, err = validate(*(each.format(folder=folder) for each in arguments))
    assert (code, out) == (2, "")
    assert err.strip()


@pytest.mark.parametrize("plain", [[], ["--plain"]])
def test_a_console_of_code_page_874(folder, plain):
    """Thai comes out in the console's own bytes."""
    write_workbook(folder / "b.xlsx", plain_form(WRONG, employee_id="S-002"))
    found = as_command(
        *("validate", folder, *plain),
        environment={"PYTHONIOENCODING": "cp874", "PYTHONUTF8": "0"},
    )
    assert (found.returncode, found.stderr) == (1, b"")
    assert "ผิดพลาด" in found.stdout.decode("cp874")
