"""`jdgap readiness` as a command: what is asked, what comes out where, and the exit code."""

import csv
import io
import json

import pytest

from builders import COMPETENCIES, book, plain_form, thai, title, write_workbook
from commands import before_console
from jdgap.cli.app import run
from jdgap.output.readiness_records import READINESS_COLUMNS

pytestmark = pytest.mark.usefixtures("nothing_set")

HEAD = "head-accounting"
WRONG = [(9, None)] + [(4, None)] * 7


@pytest.fixture
def readiness(capfdbinary):
    """Run `jdgap readiness` in this process; return exit code, standard output and error."""

    def call(*arguments):
        code = run(["readiness", *map(str, arguments)])
        out, err = capfdbinary.readouterr()
        return int(code), out.decode(), err.decode()

    return call


@pytest.fixture
def folder(tmp_path):
    """Two of one department, one of them assessed in full for the head's position."""
    folder = tmp_path / "in"
    folder.mkdir()
    leads = [[thai(each), 5, None] for each in COMPETENCIES[8:]]
    write_workbook(folder / "a.xlsx", [*plain_form([(4, None)] * 8, employee_id="S-1"), *leads])
    form = plain_form([(2, None)] * 8, employee_id="S-2", name="อีก คนหนึ่ง")
    write_workbook(folder / "b.xlsx", form)
    return folder


def entries(out):
    return [
        (each["employee_id"], each["target_id"], each["state"])
        for each in json.loads(out)["readiness"]
    ]


def test_a_person_and_a_position(readiness, folder):
    """By title too; the levels beyond the position held count."""
    code, out, err = readiness(
        *(folder, "--for", title(HEAD), "--employee", "S-1", "--format", "json")
    )
    assert (code, err) == (0, "")
    assert entries(out) == [("S-1", HEAD, "ready")]


def test_a_person(readiness, folder):
    """By name; every position, ranked."""
    code, out, _ = readiness(folder, "--employee", "อีก คนหนึ่ง", "--format", "json")
    assert code == 0
    assert len(entries(out)) == len(book().positions)
    assert {who for who, _target, _state in entries(out)} == {"S-2"}


def test_a_position(readiness, folder):
    code, out, _ = readiness(folder, "--for", HEAD, "--format", "json")
    assert (code, entries(out)) == (0, [("S-1", HEAD, "ready"), ("S-2", HEAD, "not_yet")])


@pytest.mark.parametrize("department", [(), ("--department", "ฝ่ายบัญชี")])
def test_a_unit(readiness, folder, department):
    code, out, _ = readiness(folder, *department, "--format", "json")
    assert (code, entries(out)) == (0, [("S-1", HEAD, "ready"), ("S-2", HEAD, "not_yet")])


def test_csv(readiness, folder):
    """A row a person and target, with the mark that Excel needs."""
    _, out, _ = readiness(folder, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert out[0] == "\ufeff"
    assert [(tuple(row), row["target_id"]) for row in rows] == [(READINESS_COLUMNS, HEAD)] * 2


@pytest.mark.parametrize("employee", ["S-9", ""])
def test_nobody_is_so_called(readiness, folder, employee):
    """Exit code 3, the name as typed, and nothing on stdout."""
    code, out, err = readiness(folder, "--employee", employee)
    assert (code, out) == (3, "")
    assert f"“{employee}”" in err


def test_somebody_whose_answers_do_not_count(readiness, folder):
    """Why stands before the message, and nothing of other people."""
    again = write_workbook(folder / "c.xlsx", plain_form([(3, None)] * 8, employee_id="S-2"))
    wrong = write_workbook(folder / "d.xlsx", plain_form(WRONG, employee_id="S-3"))
    code, out, err = readiness(folder, "--employee", "S-2")
    assert (code, out) == (3, "")
    assert str(again) in err
    assert str(wrong) not in err


def test_nobody_of_a_department(readiness, folder):
    """Those that there are stand in the message."""
    code, out, err = readiness(folder, "--department", "สินเชื่อ")
    assert (code, out) == (3, "")
    assert "สินเชื่อ" in err
    assert "บัญชี" in err


def test_an_unknown_position(readiness, folder):
    """Wrong usage, before anything is read, with suggestions."""
    code, out, err = readiness(folder, "--for", "หัวหน้าบัญชี")
    assert (code, out) == (2, "")
    assert title(HEAD) in err


def test_a_missing_path(readiness, tmp_path):
    code, _, err = readiness(tmp_path / "no")
    assert code == 2
    assert str(tmp_path / "no") in err


def test_nothing_can_be_assessed(readiness, tmp_path):
    """Exit code 3, and why."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"%PDF-1.4")
    code, out, err = readiness(path)
    assert (code, out) == (3, "")
    assert str(path) in err


def test_problems_are_counted_not_listed(readiness, folder):
    """Shortly on stderr, all of them in JSON; exit code 1 for an error, the rest is there."""
    wrong = write_workbook(folder / "c.xlsx", plain_form(WRONG, employee_id="S-3"))
    code, out, err = readiness(folder)
    assert code == 1
    assert all(each in out for each in ("S-1", "S-2", "S-3"))
    assert "jdgap validate" in err
    assert str(wrong) not in err
    assert len(err.splitlines()) == 2
    code, out, err = readiness(folder, "--format", "json")
    assert (code, err) == (1, "")
    assert [
        each["cell"] for each in json.loads(out)["problems"] if each["severity"] == "error"
    ] == ["B7"]


def test_the_options_of_a_round(readiness, folder, tmp_path):
    """Round, whose level counts, roster, anonymise."""
    arguments = ("--for", HEAD, "--format", "json")
    _, out, _ = readiness(folder, *arguments, "--count", "supervisor")
    assert {state for _who, _target, state in entries(out)} == {"not_assessed"}
    assert readiness(folder, *arguments, "--round", "2570")[0] == 3
    _, out, _ = readiness(folder, *arguments, "--anonymise")
    assert "คนหนึ่ง" not in out
    assert [who for who, _target, _state in entries(out)] == ["S-1", "S-2"]


@pytest.mark.parametrize("encoding", ["cp874", "ascii"])
def test_any_console(folder, encoding):
    """Nothing fails where not everything can be shown."""
    done = before_console("readiness", folder, "--plain", encoding=encoding)
    assert done.returncode == 0
    assert b"S-1" in done.stdout
    assert b"Traceback" not in done.stderr


def test_piped_lines_are_whole(folder):
    """A pipe has no width."""
    done = before_console("--lang", "en", "readiness", folder, "--for", HEAD)
    line = next(line for line in done.stdout.decode().splitlines() if "S-2" in line)
    assert "8/12" in line
    assert "Accounting" in line
