"""`jdgap validate` as a command: only the problems, in a workbook too where one is asked for."""

import csv
import io
import json
import sys

import openpyxl
import pytest

from builders import plain_form, title, write_workbook
from commands import before_console
from jdgap.cli.app import run
from jdgap.output.records import PROBLEM_COLUMNS
from jdgap.text.language import speaking

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
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


@pytest.mark.parametrize("output_format", ["json", "csv"])
def test_programs_get_every_part_of_a_problem(validate, folder, output_format):
    """Where it is, the value found, what is wrong, what to do, how bad it is."""
    wrong = write_workbook(folder / "b.xlsx", plain_form(WRONG, employee_id="S-002"))
    _, out, _ = validate(folder, "--format", output_format)
    if output_format == "json":
        (row,) = json.loads(out)["problems"]
    else:
        (row,) = csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))
    assert [row[key] for key in ("file", "sheet", "cell", "value")] == [str(wrong), "S1", "B7", "9"]
    assert row["severity"] == "error"
    assert all(row[key] for key in ("title", "message", "remedy"))


def rows_of(path, title="รายการปัญหา"):
    """The headings of a list, and its rows; what stands above has one cell only."""
    sheet = openpyxl.load_workbook(path)[title]
    return [row for row in sheet.iter_rows(values_only=True) if any(row[1:])]


def test_a_workbook_of_the_problems(validate, folder, tmp_path):
    """It says what the screen says, which is the same as without it."""
    wrong = write_workbook(folder / "b.xlsx", plain_form(WRONG, employee_id="S-002"))
    _, shown, _ = validate(folder)
    output = tmp_path / "p.xlsx"
    code, out, err = validate(folder, "-o", output)
    assert (code, out) == (1, shown)
    assert str(output) in err
    (_, row) = rows_of(output)
    assert row[:3] == (str(wrong), "S1", "B7")


def test_a_workbook_in_the_folder_is_read_neither_now_nor_later(validate, folder):
    """Now it is left out; under another name it is skipped with a note."""
    output = folder / "p.xlsx"
    assert validate(folder, "-o", output)[0] == 0
    code, out, _ = validate(folder, "-o", output, "--force", "--format", "json")
    assert (code, codes_in(out), json.loads(out)["files"]) == (0, [], 1)
    code, out, _ = validate(folder, "--format", "json")
    assert (code, codes_in(out)) == (0, [("skipped-file", None)])


def test_an_existing_workbook_is_not_overwritten(validate, folder, tmp_path):
    """Said before anything is read; `--force` replaces it."""
    output = tmp_path / "p.xlsx"
    output.write_bytes(b"mine")
    code, out, _ = validate(folder, "-o", output)
    assert (code, out, output.read_bytes()) == (3, "", b"mine")
    assert validate(folder, "-o", output, "--force")[0] == 0
    assert openpyxl.load_workbook(output).sheetnames == ["ไฟล์ที่ตรวจ", "รายการปัญหา"]


def test_a_workbook_where_nothing_could_be_assessed(validate, tmp_path):
    """It is needed most then; without any file there is nothing to write."""
    folder, output = tmp_path / "in", tmp_path / "p.xlsx"
    folder.mkdir()
    assert validate(folder, "-o", output)[0] == 3
    assert not output.exists()
    (folder / "bad.xlsx").write_bytes(b"%PDF-1.7 scan")
    assert validate(folder, "-o", output)[0] == 3
    assert rows_of(output)[1][9] == "not-a-spreadsheet"


def test_without_names(validate, folder, tmp_path):
    """Neither the screen nor the workbook tells who it is."""
    write_workbook(folder / "b ใจดี.xlsx", plain_form(WRONG, employee_id="S-002"))
    output = tmp_path / "p.xlsx"
    _, out, _ = validate(folder, "-o", output, "--anonymise")
    _, row = rows_of(output)
    assert "S-002" in row[3]
    for told in (
        out,
        *map(str, row),
        *(str(cell) for row in rows_of(output, "ไฟล์ที่ตรวจ") for cell in row),
    ):
        assert "ใจดี" not in told


def test_the_largest_file_that_is_read(validate, folder):
    """As `report` reads it."""
    (folder / "big.csv").write_bytes(b"a;b\n" * 400_000)
    _, out, _ = validate(folder, "--max-file-size", "1", "--format", "json")
    assert codes_in(out) == [("too-large", None)]


def test_who_has_not_answered_is_counted(validate, folder, tmp_path):
    """On the screen in a line, in the workbook by name."""
    people = [(f"S-{number:03}", f"คน {number}", title("officer-accounting")) for number in (1, 2)]
    roster = write_workbook(tmp_path / "staff.xlsx", [*ROSTER, *people])
    output = tmp_path / "p.xlsx"
    _, out, _ = validate(folder, "--roster", roster, "-o", output)
    assert "1" in out.splitlines()[-1]
    assert "2" in out.splitlines()[-1]
    (_, row) = rows_of(output, "ผู้ที่ยังไม่ส่ง")
    assert row[1:3] == ("S-002", "คน 2")


def test_a_lock_file_is_passed_over(validate, folder):
    """What Excel leaves beside an open workbook is no error."""
    (folder / "~$a.xlsx").write_bytes(b"\x04user")
    code, out, _ = validate(folder, "--format", "json")
    assert (code, codes_in(out)) == (0, [("skipped-file", None)])


@pytest.mark.parametrize("command", ["validate", "report", "readiness"])
@pytest.mark.parametrize(
    "named", ["in/a.xlsx", "in/../in/a.xlsx", "empty", pytest.param("link", marks=needs_links)]
)
def test_answers_that_are_named_as_the_list_of_staff(folder, tmp_path, capfd, command, named):
    """That it is none is all that is said; that another path holds no file is said besides."""
    (tmp_path / "empty").mkdir()
    if named == "link":
        (tmp_path / "link").symlink_to(tmp_path / "nothing")
    output = ("-o", str(tmp_path / "r.xlsx")) if command == "report" else ()
    call = (command, str(tmp_path / named), "--roster", str(folder / "a.xlsx"), *output)
    with speaking("en"):
        code = run(["--lang", "en", *call])
    said = "".join(capfd.readouterr())
    assert (int(code), said.count("No list of staff")) == (3, 1)
    assert ("There is no file to read." in said) is not named.endswith("a.xlsx")


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
    ("count", "said"),
    [(1, "The file could not be assessed."), (2, "None of the 2 files could be assessed.")],
)
def test_one_file_or_several_could_not_be_assessed(validate, tmp_path, count, said):
    for each in range(count):
        (tmp_path / f"{each}.xlsx").write_bytes(b"%PDF-1.7 scan")
    with speaking("en"):
        assert validate(tmp_path)[2].splitlines() == [said]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such-folder"],
        ["{folder}", "--roster", "no-such.xlsx"],
        ["{folder}", "-o", "x.txt"],
        ["{folder}/a.xlsx", "-o", "{folder}/a.xlsx", "--force"],
        ["{folder}", "-o", ""],
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
    found = before_console("validate", folder, *plain, encoding="cp874")
    assert (found.returncode, found.stderr) == (1, b"")
    assert "ผิดพลาด" in found.stdout.decode("cp874")
