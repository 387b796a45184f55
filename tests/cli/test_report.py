"""`jdgap report` as a command: exit codes, files, streams, JSON."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from builders import book, plain_form, run_environment, title, write_workbook
from commands import before_console, with_full_disk
from jdgap.assessments.own_reports import REPORT_SHEETS
from jdgap.cli import report as report_module
from jdgap.cli.app import run
from jdgap.output.records import GAP_COLUMNS
from jdgap.output.round_records import round_document
from jdgap.workflows.round import assess_round

pytestmark = pytest.mark.usefixtures("nothing_set")

MET = [(3, None)] * 8
SHORT = [(2, None)] * 8
WRONG = [(9, None)] + [(3, None)] * 7
SHEETS = [thai for _key, thai, _english in REPORT_SHEETS]


@pytest.fixture
def report(capfdbinary):
    """Run `jdgap report` in this process; return exit code, standard output and error."""

    def call(*arguments):
        code = run(["report", *map(str, arguments)])
        out, err = capfdbinary.readouterr()
        return int(code), out.decode(), err.decode()

    return call


@pytest.fixture
def folder(tmp_path):
    """Two answers without a fault."""
    folder = tmp_path / "ตอบ"
    (folder / "ฝ่าย").mkdir(parents=True)
    write_workbook(folder / "a.xlsx", plain_form(MET))
    write_workbook(folder / "ฝ่าย" / "b.xlsx", plain_form(SHORT, employee_id="S-002"))
    return folder


@pytest.fixture
def spoilt(folder):
    """The two, one with a wrong cell, and a file that is none."""
    write_workbook(folder / "c.xlsx", plain_form(WRONG, employee_id="S-003"))
    (folder / "bad.xlsx").write_bytes(b"%PDF-1.7 scan")
    return folder


@pytest.fixture
def roster(tmp_path):
    rows = [["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"]]
    rows += [[f"S-00{number}", "ตัวอย่าง ใจดี", title("officer-accounting")] for number in range(1, 5)]
    return write_workbook(tmp_path / "staff.xlsx", rows)


@pytest.fixture
def target(tmp_path):
    return tmp_path / "รายงาน.xlsx"


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def sheets_of(path):
    return load_workbook(path, read_only=True).sheetnames


def test_all_was_used(report, folder, target):
    """Exit code 0; the workbook, the summary on stdout, what was written on stderr."""
    code, out, err = report(folder, "-o", target)
    assert code == 0
    assert sheets_of(target)[: len(SHEETS)] == SHEETS
    assert book().organisation.text in out
    assert err.splitlines()[-1].endswith(str(target))


def test_some_input_had_an_error(report, spoilt, roster, target):
    """Exit code 1, and the results of the rest are there."""
    code, out, _ = report(spoilt, "-o", target, "--roster", roster, "--format", "json")
    document = json.loads(out)
    assert (code, document["assessed"], document["files"]) == (1, 3, 4)
    assert target.exists()
    found = {(each["code"], Path(each["file"]).name, each["cell"]) for each in document["problems"]}
    assert found == {
        ("not-a-spreadsheet", "bad.xlsx", None),
        ("level-out-of-range", "c.xlsx", "B7"),
    }
    assert [each["employee_id"] for each in document["missing"]] == ["S-004"]


def test_json(report, spoilt, roster, target):
    """The promised keys, and the numbers that the library gives."""
    _, out, _ = report(spoilt, "-o", target, "--roster", roster, "--format", "json")
    document = json.loads(out)
    promised = ("round", "files", "assessed", "people", "departments", "training_needs")
    assert {*promised, "missing", "problems"} <= document.keys()
    wanted = round_document(book(), assess_round([spoilt], book(), roster=roster))
    assert document == json.loads(json.dumps(wanted))
    assert document["round"] == "2569"
    assert document["totals"]["all"]["shortfall"] == 8
    assert {each["total_shortfall"] for each in document["training_needs"]} == {1}


def test_csv(report, folder, target):
    """A row for an employee and a required competency, with the mark that Excel needs."""
    code, out, _ = report(folder, "-o", target, "--format", "csv")
    assert (code, out[0]) == (0, "\ufeff")
    rows = list(csv.DictReader(io.StringIO(out[1:])))
    assert tuple(rows[0]) == GAP_COLUMNS
    assert [row["employee_id"] for row in rows] == ["S-001"] * 8 + ["S-002"] * 8


def test_an_empty_folder(report, tmp_path, target):
    """Nothing to read: exit code 3, one sentence, no workbook."""
    (tmp_path / "in").mkdir()
    code, out, err = report(tmp_path / "in", "-o", target)
    assert (code, out, len(err.splitlines())) == (3, "", 1)
    assert not target.exists()


def test_not_one_answer(report, tmp_path, target):
    """A folder without a readable form: exit code 3, the problems on stderr, no workbook."""
    (tmp_path / "bad.xlsx").write_bytes(b"%PDF-1.7 scan")
    write_workbook(tmp_path / "letter.xlsx", [["เรียน ท่านผู้จัดการ"]])
    code, out, err = report(tmp_path, "-o", target)
    assert (code, out) == (3, "")
    assert str(tmp_path / "bad.xlsx") in err
    assert str(tmp_path / "letter.xlsx") in err
    assert not target.exists()


def test_not_one_answer_as_json(report, tmp_path, target):
    """A program gets a whole document all the same, with the problems in it."""
    (tmp_path / "bad.xlsx").write_bytes(b"%PDF-1.7 scan")
    code, out, _ = report(tmp_path, "-o", target, "--format", "json")
    document = json.loads(out)
    assert (code, document["people"], document["assessed"]) == (3, [], 0)
    assert [each["code"] for each in document["problems"]] == ["not-a-spreadsheet"]
    assert not target.exists()


def test_answers_of_another_round(report, folder, target):
    """When all are of another round nothing can be reported, and each is told why."""
    code, out, _ = report(folder, "-o", target, "--round", "2568", "--format", "json")
    document = json.loads(out)
    assert (code, document["assessed"]) == (3, 0)
    assert [each["code"] for each in document["problems"]] == ["other-round"] * 2
    assert not target.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["{folder}"],
        ["-o", "{target}"],
        ["{folder}", "-o"],
        ["{folder}", "-o", ""],
        ["", "-o", "{target}"],
        ["{folder}", "-o", "{target}", "--rooster", "x"],
        ["{folder}", "-o", "{target}", "--force=1"],
        ["{folder}", "-o", "{target}", "--roster", "no-such-file.xlsx"],
        ["{folder}", "-o", "{target}", "--roster", "{folder}"],
        ["{folder}", "-o", "{target}", "--encoding", "no-such-encoding"],
        ["{folder}", "-o", "{target}", "--workers", "0"],
        ["{folder}", "-o", "{target}", "--workers", "many"],
        ["{folder}", "-o", "{target}", "--individual", "some"],
        ["{folder}", "-o", "{target}", "--format", "xml"],
        ["{folder}", "-o", "{target}", "--count", "both"],
        ["{folder}", "-o", "{target}", "--on-duplicate", "first"],
        ["{folder}", "-o", "{target}", "--font", ""],
        ["{folder}", "-o", "{target}.csv"],
    ],
)
def test_wrong_usage(report, folder, target, arguments):
    """Exit code 2, said on stderr only, and nothing is written."""
    filled = [each.format(folder=folder, target=target) for each in arguments]
    before = names_in(target.parent)
    code, out, err = report(*filled)
    assert (code, out) == (2, "")
    assert err.strip()
    assert names_in(target.parent) == before


def test_paths_that_do_not_exist_are_all_named(report, folder, target):
    """All of them at once, the list of staff too."""
    code, _, err = report("x1", folder, "x2", "-o", target, "--roster", "x3.xlsx")
    assert code == 2
    assert all(name in err for name in ("x1", "x2", "x3.xlsx"))


@pytest.mark.parametrize("kind", ["file", "dangling link"])
def test_an_existing_output_is_kept(report, folder, target, kind):
    """Without --force nothing is overwritten, and the run stops before any work."""
    if kind == "file":
        target.write_bytes(b"mine")
    else:
        try:
            target.symlink_to("nowhere")
        except OSError:
            pytest.skip("no symbolic links here")
    code, out, _ = report(folder, "-o", target)
    assert (code, out) == (3, "")
    assert target.is_symlink() or target.read_bytes() == b"mine"


@pytest.mark.parametrize("place", ["no-such-folder/a.xlsx", "ตอบ"])
def test_an_output_that_cannot_be(report, folder, tmp_path, place):
    """Its folder does not exist, or it is a folder: exit code 3 before any work."""
    before = names_in(tmp_path)
    code, out, err = report(folder, "-o", tmp_path / place)
    assert (code, out, len(err.splitlines())) == (3, "", 1)
    assert names_in(tmp_path) == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="POSIX, and root may do all")
def test_an_output_where_nothing_may_be_written(report, folder, tmp_path):
    """A folder that is not writable: exit code 3 before any work."""
    (tmp_path / "out").mkdir(mode=0o500)
    assert report(folder, "-o", tmp_path / "out" / "a.xlsx")[0] == 3


def test_an_output_among_the_answers(report, folder):
    """The report of the last run is replaced, and is no answer."""
    inside = folder / "report.xlsx"
    report(folder, "-o", inside)
    code, out, _ = report(folder, "-o", inside, "--force", "--format", "json")
    document = json.loads(out)
    assert (code, document["files"], document["problems"]) == (0, 2, [])
    assert sheets_of(inside)[0] == SHEETS[0]


def test_what_is_read_is_never_replaced(report, folder, roster):
    """Neither the list of staff nor a file that is named, even with --force."""
    named = folder / "a.xlsx"
    for victim in (roster, named):
        before = victim.read_bytes()
        code, *_ = report(folder, named, "--roster", roster, "-o", victim, "--force")
        assert (code, victim.read_bytes()) == (2, before)


def test_a_list_of_staff_that_is_none(report, folder, tmp_path, target):
    """It is a problem of its own; the answers are reported."""
    letter = write_workbook(tmp_path / "letter.xlsx", [["เรียน ท่านผู้จัดการ"]])
    code, out, _ = report(folder, "-o", target, "--roster", letter, "--format", "json")
    document = json.loads(out)
    assert (code, document["assessed"]) == (1, 2)
    errors = [each for each in document["problems"] if each["severity"] == "error"]
    assert [(each["code"], each["file"]) for each in errors] == [("no-roster-found", str(letter))]


@pytest.mark.workers
def test_neither_order_nor_workers_matter(report, spoilt, roster, target):
    """Paths in another order, named twice, one worker or two: every byte is the same."""
    inside = sorted(spoilt.iterdir())
    ways = (
        [spoilt],
        [spoilt, spoilt, *inside],
        [*reversed(inside), "--workers", "1"],
        [*inside, "--workers", "2"],
    )
    usual = ["-o", target, "--roster", roster, "--format", "json", "--force"]
    printed = {report(*way, *usual)[1] for way in ways}
    assert len(printed) == 1
    assert json.loads(printed.pop())["assessed"] == 3


@pytest.mark.parametrize(
    ("individual", "sheets"), [("never", 0), ("always", 2), ("auto", 2), ("AUTO", 2)]
)
def test_sheets_to_sign(report, folder, target, individual, sheets):
    """After the sheets of the whole organisation, one for each employee or none."""
    assert report(folder, "-o", target, "--individual", individual)[0] == 0
    assert len(sheets_of(target)) == len(SHEETS) + sheets


def test_too_many_for_sheets_to_sign(report, folder, target, monkeypatch):
    """`auto` leaves them out above its limit, and says so on stderr."""
    monkeypatch.setattr(report_module, "MOST_INDIVIDUAL_SHEETS", 1)
    code, out, err = report(folder, "-o", target, "--format", "json")
    assert (code, len(sheets_of(target))) == (0, len(SHEETS))
    assert json.loads(out)["assessed"] == 2
    assert "--individual always" in err


def test_links_that_loop(report, folder, target):
    """A folder that contains itself is read once."""
    try:
        (folder / "ฝ่าย" / "loop").symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    code, out, _ = report(folder, "-o", target, "--format", "json")
    document = json.loads(out)
    assert (code, document["files"]) == (0, 2)
    assert {each["code"] for each in document["problems"]} == {"skipped-file"}


@pytest.mark.parametrize(
    ("output_format", "encoding"), [("table", "cp874"), ("table", "ascii"), ("json", "ascii")]
)
def test_any_console(spoilt, target, encoding, output_format):
    """JSON is UTF-8 on every console, and what a console cannot show is replaced."""
    arguments = ("report", spoilt, "-o", target, "--format", output_format, "--individual", "never")
    found = before_console(*arguments, encoding=encoding)
    assert found.returncode == 1
    assert b"Traceback" not in found.stderr
    if output_format == "json":
        assert json.loads(found.stdout.decode())["assessed"] == 3
    else:
        assert b"bad.xlsx" in found.stdout


def test_the_language_of_the_command(spoilt, target):
    """--lang reaches the summary, the workbook and the problems."""
    found = before_console("--lang", "en", "report", spoilt, "-o", target)
    assert "Largest training needs" in found.stdout.decode()
    assert sheets_of(target)[0] == "Summary"
    assert "สมรรถนะ" not in found.stdout.decode()


@pytest.mark.parametrize("output_format", ["table", "json", "csv"])
def test_a_reader_that_goes_away_is_no_fault(folder, target, output_format):
    """`jdgap report … | head` ends with the code of the report and writes the workbook."""
    command = [sys.executable, "-m", "jdgap", "--lang", "en", "report", str(folder)]
    with subprocess.Popen(
        [*command, "-o", str(target), "--format", output_format],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=run_environment(),
    ) as process:
        process.stdout.close()
        assert process.stderr.read().decode().splitlines() == [f"Written: {target}"]
        assert process.wait() == 0
    assert target.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize("output_format", ["table", "json"])
def test_a_full_disk_behind_standard_output(folder, target, output_format):
    """One sentence and exit code 3, not a traceback."""
    command = [sys.executable, "-m", "jdgap", "--lang", "en", "report", str(folder)]
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run(
            [*command, "-o", str(target), "--format", output_format],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=run_environment(),
        )
    assert found.returncode == 3
    assert found.stderr.decode().splitlines() == ["Error: the disk is full"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
@pytest.mark.parametrize("individual", ["always", "never"])
def test_a_full_disk(folder, target, individual):
    """One sentence and exit code 3; an existing report is untouched and nothing else stays."""
    target.write_bytes(b"old")
    before = names_in(target.parent)
    found = with_full_disk(
        *("--lang", "en", "report", folder, "-o", target, "--force", "--individual", individual)
    )
    assert (found.returncode, found.stdout) == (3, b"")
    (line,) = found.stderr.decode().splitlines()
    assert str(target) in line
    assert (names_in(target.parent), target.read_bytes()) == (before, b"old")
