"""Outputs appear whole or not at all, whatever happens: as a command, and in the report's writer."""

import os
import tempfile
import threading

import pytest
from xlsxwriter.packager import Packager

from builders import OFFICER_COMPETENCIES, book, filled_form, write_workbook
from commands import as_command, with_full_disk
from jdgap.output.report import book as report_book
from jdgap.output.report.book import write_report
from report_rounds import a_result, an_answer

COMMANDS = {
    "report": ("report", "answers.xlsx", "-o", "out/a.xlsx", "--force"),
    "validate": ("validate", "answers.xlsx", "-o", "out/a.xlsx", "--force"),
    "check": ("check", "answers.xlsx", "-o", "out/a.xlsx", "--force"),
    "form": ("form", "officer-it", "-o", "out/a.xlsx", "--force"),
    "forms": ("form", "--roster", "staff.xlsx", "-o", "out", "--force"),
}
ROSTER = [["รหัส", "ชื่อ-สกุล", "ตำแหน่ง"], ["7", "ก ข", "officer-it"]]
ROSTER_FORM = "7 ก ข.xlsx"

needs_unix = pytest.mark.skipif(os.name == "nt", reason="limits and devices of Unix")


@pytest.fixture
def there(tmp_path):
    """Answers, a list of staff, and a folder with files that are to be replaced."""
    filled_form(
        tmp_path / "answers.xlsx", "officer-it", dict.fromkeys(OFFICER_COMPETENCIES, (3, 3))
    )
    write_workbook(tmp_path / "staff.xlsx", ROSTER)
    (tmp_path / "out").mkdir()
    for name in ("a.xlsx", ROSTER_FORM):
        (tmp_path / "out" / name).write_bytes(b"old")
    return tmp_path


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_lxml_that_is_there_is_not_used(there):
    """A disk that is full is none of its errors; this one can do nothing but say its version."""
    lxml = there / "installed" / "lxml"
    lxml.mkdir(parents=True)
    (lxml / "__init__.py").touch()
    (lxml / "etree.py").write_text("LXML_VERSION = (6, 0, 0, 0)", encoding="utf-8")
    found = as_command(*COMMANDS["form"], cwd=there, environment={"PYTHONPATH": str(lxml.parent)})
    assert found.returncode == 0, found.stderr


@needs_unix
@pytest.mark.parametrize("command", COMMANDS)
def test_a_disk_that_takes_no_more(there, command):
    """One sentence and exit code 3; the old files are as they were, nothing else is left."""
    before = contents(there / "out")
    temporary = there / "tmp"
    temporary.mkdir()
    found = with_full_disk(
        *COMMANDS[command],
        cwd=there,
        environment={"TMPDIR": str(temporary), "JDGAP_LANG": "en"},
    )
    said = found.stderr.decode()
    assert found.returncode == 3, said
    assert "Traceback" not in said
    assert said.splitlines()[-1].startswith("Error: out/")
    assert contents(there / "out") == before
    assert list(temporary.iterdir()) == []


@needs_unix
@pytest.mark.parametrize("arguments", [(), ("--format", "json"), ("--format", "csv")])
def test_standard_output_that_takes_nothing(there, arguments):
    """A full disk behind `>` is one sentence and exit code 3."""
    full = os.open("/dev/full", os.O_WRONLY)
    found = as_command(
        *("check", "answers.xlsx", *arguments), cwd=there, preexec_fn=lambda: os.dup2(full, 1)
    )
    os.close(full)
    assert found.returncode == 3
    assert b"Traceback" not in found.stderr
    assert len(found.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["report", "check", "form"])
def test_a_folder_that_is_not_there(there, command):
    *arguments, _output, _force = COMMANDS[command]
    found = as_command(*arguments, "none/a.xlsx", cwd=there)
    assert found.returncode == 3
    assert b"none" in found.stderr
    assert b"Traceback" not in found.stderr
    assert not (there / "none").exists()


@pytest.fixture
def parts(tmp_path, monkeypatch):
    """The folder of temporary files."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_report_that_cannot_be_put_together_leaves_nothing(tmp_path, parts, monkeypatch):
    """Neither the report, nor a draft of it, nor the thread that packs."""

    def fail(_writer):
        raise ZeroDivisionError

    monkeypatch.setattr(Packager, "_write_shared_strings_file", fail)
    threads = threading.active_count()
    with pytest.raises(ZeroDivisionError):
        write_report(tmp_path / "a.xlsx", book(), a_result(an_answer()), individual=False)
    assert [each.name for each in tmp_path.iterdir()] == ["tmp"]
    assert list(parts.iterdir()) == []
    assert threading.active_count() == threads


def test_an_error_amid_the_sheets_leaves_nothing(tmp_path, parts, monkeypatch):
    """An old report stays what it was."""
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")

    def fail(_setting):
        raise ZeroDivisionError

    monkeypatch.setattr(report_book, "add_requirements", fail)
    with pytest.raises(ZeroDivisionError):
        write_report(target, book(), a_result(an_answer()), individual=False, force=True)
    assert contents(tmp_path / "tmp") == {}
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("individual", [False, True])
def test_a_report_needs_no_temporary_files(tmp_path, monkeypatch, individual):
    """There may be no room for any."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    write_report(tmp_path / "a.xlsx", book(), a_result(an_answer()), individual=individual)
    assert (tmp_path / "a.xlsx").exists()
