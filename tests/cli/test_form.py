"""`jdgap form` as a command."""

import pytest

from builders import fill_form, write_workbook
from commands import before_console
from jdgap.cli.app import run
from jdgap.output.console import screen

STAFF = [
    ["สหกรณ์ออมทรัพย์ตัวอย่าง จำกัด"],
    [],
    ["ลำดับ", "รหัส", "ชื่อ-สกุล", "ตำแหน่ง", "ฝ่าย"],
    [1, 7, "ก ก", "ผู้จัดการ"],
    [2, 12, "ข ข", "officer-it", "ไอที"],
]
WRONG = [*STAFF, [3, 13, "ค ค", "ไม่มีตำแหน่งนี้"], ["รวม", None, None, "3 คน"]]
NAMES = ["07 ก ก.xlsx", "12 ข ข.xlsx"]


@pytest.fixture
def form(capfdbinary, monkeypatch):
    """Run `jdgap form` in this process; return exit code and standard error."""
    for name in ("JDGAP_LANG", "JDGAP_POSITIONS"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments):
        code = run(["form", *map(str, arguments)])
        out, err = capfdbinary.readouterr()
        assert out == b""
        return int(code), err.decode()

    return call


@pytest.fixture
def staff(tmp_path):
    """Write a roster with these rows; return its path."""

    def write(rows):
        return write_workbook(tmp_path / "staff.xlsx", rows)

    return write


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_everybody_gets_a_form(form, staff, tmp_path):
    """All rows are right: exit code 0, the forms are there, and their number is told."""
    folder = tmp_path / "ออก"
    code, err = form("--roster", staff(STAFF), "-o", folder, "--round", "2569")
    assert (code, names_in(folder)) == (0, NAMES)
    (line,) = err.splitlines()
    assert "2" in line
    assert str(folder) in line


def test_a_wrong_row_costs_only_itself(form, staff, tmp_path):
    """The wrong row is named by its cell, the others have their forms: exit code 1."""
    code, err = form("--roster", staff(WRONG), "-o", tmp_path / "a")
    assert (code, names_in(tmp_path / "a")) == (1, NAMES)
    assert " D6 " in err
    assert "2" in err.splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--roster", "{staff}", "-o", "{out}", "manager"],
        ["--roster", "{staff}", "-o", "{out}", "--name", "x"],
        ["--roster", "{staff}", "-o", "{out}", "--employee-id", "x"],
        ["--roster", "{staff}", "-o", "{out}", "--encoding", "no-such-encoding"],
        ["--roster", "no-such-file.xlsx", "-o", "{out}"],
        ["--roster", "{staff}"],
        ["-o", "{out}"],
        ["manager", "-o", "{out}", "--encoding", "cp874"],
        ["no-such-position", "-o", "{out}"],
        [],
    ],
)
def test_wrong_usage(form, staff, tmp_path, arguments):
    """What was asked wrongly is exit code 2 with a sentence, and nothing is made."""
    words = {"{staff}": str(staff(STAFF)), "{out}": str(tmp_path / "a")}
    code, err = form(*(words.get(each, each) for each in arguments))
    assert code == 2
    assert err.strip()
    assert "Traceback" not in err
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("rows", [[["x"]], STAFF[:3], [STAFF[2], [1, None, "ก", "ผู้จัดการ"]]])
def test_nothing_could_be_made(form, staff, tmp_path, rows):
    """Without a single right row the exit code is 3, the problem is told, no folder is made."""
    code, err = form("--roster", staff(rows), "-o", tmp_path / "a")
    assert (code, (tmp_path / "a").exists()) == (3, False)
    assert "staff.xlsx" in err


def test_existing_forms_are_kept(form, staff, tmp_path):
    """Without --force nothing is overwritten; the first form that exists is named."""
    (tmp_path / NAMES[1]).write_bytes(b"mine")
    code, err = form("--roster", staff(WRONG), "-o", tmp_path)
    assert (code, (tmp_path / NAMES[0]).exists()) == (3, False)
    assert NAMES[1] in err
    assert " D6 " in err
    assert form("--roster", staff(STAFF), "-o", tmp_path, "--force")[0] == 0
    assert (tmp_path / NAMES[1]).read_bytes() != b"mine"


def test_a_form_that_is_filled_in_is_kept_and_told(form, staff, tmp_path):
    """--force makes the others anew; exit code 1, as somebody has no new form."""
    path = staff(STAFF)
    folder = tmp_path / "a"
    form("--roster", path, "-o", folder)
    fill_form(folder / NAMES[1], {"unity": (3, None)})
    before = (folder / NAMES[1]).read_bytes()
    code, err = form("--roster", path, "-o", folder, "--force")
    assert (code, (folder / NAMES[1]).read_bytes()) == (1, before)
    assert str(folder / NAMES[1]) in err
    assert NAMES[0] not in err
    fill_form(folder / NAMES[0], {"unity": (3, None)})
    assert form("--roster", path, "-o", folder, "--force")[0] == 3


def test_one_form_that_is_filled_in_is_kept(form, tmp_path):
    """--force replaces a blank one, and refuses one with a level as it refuses an existing file."""
    path = tmp_path / "a.xlsx"
    assert form("officer-it", "-o", path)[0] == 0
    assert form("officer-it", "-o", path, "--force")[0] == 0
    fill_form(path, {"unity": (None, 3)})
    before = path.read_bytes()
    code, err = form("officer-it", "-o", path, "--force")
    assert (code, path.read_bytes()) == (3, before)
    assert str(path) in err


@pytest.mark.parametrize(("name", "wrong"), [("a", 3), ("a.d", 3), ("a.xlsx", 2), ("a.ODS", 2)])
def test_a_file_where_the_folder_should_be(form, staff, tmp_path, name, wrong):
    """A file is refused and kept; the name of a workbook is wrong usage."""
    path = tmp_path / name
    path.write_bytes(b"mine")
    code, err = form("--roster", staff(STAFF), "-o", path, "--force")
    assert (code, path.read_bytes()) == (wrong, b"mine")
    assert str(path) in err
    assert "--roster" in err


def test_a_folder_is_not_called_like_a_workbook(form, staff, tmp_path):
    """None is made of that name; one that is there is a folder all the same."""
    path = tmp_path / "forms.xlsx"
    code, err = form("--roster", staff(STAFF), "-o", path)
    assert (code, path.exists()) == (2, False)
    assert str(path) in err
    path.mkdir()
    assert form("--roster", staff(STAFF), "-o", path)[0] == 0


def test_a_folder_that_cannot_be_made(form, staff):
    """The reason stands in one sentence."""
    path = staff(STAFF)
    code, err = form("--roster", path, "-o", path / "a")
    assert code == 3
    assert str(path / "a") in err
    assert "Traceback" not in err


def test_a_text_table(form, tmp_path):
    """A roster may be a text file, in an encoding that is named."""
    path = tmp_path / "a.csv"
    path.write_bytes("รหัส,ชื่อ,ตำแหน่ง\n007,ก ก,ผู้จัดการ\n".encode("cp874"))
    assert form("--roster", path, "-o", tmp_path / "b", "--encoding", "cp874")[0] == 0
    assert names_in(tmp_path / "b") == ["007 ก ก.xlsx"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp874", "ascii"])
def test_any_console(staff, tmp_path, encoding):
    """No console brings a traceback, and a pipe no progress bar."""
    arguments = ("form", "--roster", staff(WRONG), "-o", tmp_path / "a")
    found = before_console(*arguments, encoding=encoding)
    assert found.returncode == 1
    assert b"Traceback" not in found.stderr
    assert b"\x1b" not in found.stderr
    assert names_in(tmp_path / "a") == NAMES


def test_from_the_roster_to_the_check(form, staff, tmp_path, capfdbinary):
    """A form that was made from the roster and filled in is checked without a problem."""
    form("--roster", staff(STAFF), "-o", tmp_path / "a", "--round", "2569")
    path = tmp_path / "a" / NAMES[1]
    fill_form(path, dict.fromkeys(("service-mind", "unity", "integrity", "achievement"), (3, 3)))
    code = run(["check", str(path), "--format", "json"])
    document = capfdbinary.readouterr().out.decode("utf-8-sig")
    assert code == 0
    assert '"employee_id": "12"' in document
    assert '"position_id": "officer-it"' in document
    assert '"severity": "error"' not in document


def test_in_english(staff, tmp_path):
    """--lang reaches the forms and what is said."""
    found = before_console("--lang", "en", "form", "--roster", staff(STAFF), "-o", tmp_path / "a")
    assert found.returncode == 0
    assert found.stderr.decode().strip() == f"Forms made: 2, in {tmp_path / 'a'}"


def test_what_is_wrong_without_colours(form, staff, tmp_path, monkeypatch):
    """On a terminal, problems of the list of staff are in colours, with `--plain` they are not."""
    monkeypatch.setattr(screen, "_is_terminal", lambda _stream: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    arguments = ("--roster", staff(WRONG), "-o", tmp_path / "out", "--force")
    assert "\x1b[" in form(*arguments)[1]
    code, err = form(*arguments, "--plain")
    assert code == 1
    assert "\x1b[" not in err
