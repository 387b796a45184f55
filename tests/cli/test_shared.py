"""What several commands refuse, and what they add to problems, tried with `jdgap check`."""

import errno
import os
import zipfile

import pytest

from builders import plain_form, write_workbook
from jdgap.assessments.opening import limits
from jdgap.cli.app import run
from jdgap.cli.options import USUAL_MEGABYTES
from jdgap.cli.shared import bytes_of, reason_of

pytestmark = pytest.mark.usefixtures("nothing_set")


@pytest.fixture
def form(tmp_path):
    return write_workbook(tmp_path / "a.xlsx", plain_form())


def test_a_form_is_never_replaced_by_its_sheet(form, capfd):
    """The output is one of the files to read: wrong usage, even with --force."""
    before = form.read_bytes()
    assert run(["check", str(form), "-o", str(form), "--force"]) == 2
    assert form.read_bytes() == before


@pytest.mark.parametrize("command", ["report", "validate"])
def test_an_answer_in_the_folder_is_never_replaced(form, tmp_path, command, capfd):
    """Nor is the list of staff; a report that jdgap made there is."""
    before = form.read_bytes()
    assert run([command, str(tmp_path), "-o", str(form), "--force"]) == 2
    assert form.read_bytes() == before
    output = tmp_path / "out.xlsx"
    assert run([command, str(tmp_path), "-o", str(output)]) == 0
    assert run([command, str(tmp_path), "-o", str(output)]) == 3
    assert run([command, str(tmp_path), "-o", str(output), "--force"]) == 0


@pytest.mark.parametrize("name", ["out", "out.xls", "out.csv"])
@pytest.mark.parametrize(
    "command", [["check", "{form}"], ["form", "manager"], ["report", "{form}"]]
)
def test_a_workbook_is_named_as_one(form, tmp_path, command, name, capfd):
    """Excel would not open it under another ending."""
    arguments = [each.format(form=form) for each in command]
    assert run([*arguments, "-o", str(tmp_path / name)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_folder_is_for_other_commands(tmp_path, capfd):
    """`check` reads files; it says which commands read folders."""
    assert run(["check", str(tmp_path)]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert "jdgap report" in err


@pytest.mark.parametrize("position", ["", "หัวหน้าฝ่ายขาย"])
def test_a_position_can_be_named(tmp_path, position, capfd):
    """Only `check` has --position, so the problem itself does not speak of it."""
    form = write_workbook(tmp_path / "a.xlsx", plain_form(position=position))
    assert run(["check", str(form)]) == 3
    assert "--position" in capfd.readouterr().err
    assert run(["check", str(form), "--position", "officer-it"]) == 0
    assert "--position" not in capfd.readouterr().err
    run(["validate", str(form)])
    assert "--position" not in "".join(capfd.readouterr())


@pytest.mark.parametrize(
    "code",
    [
        *(errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EFBIG, errno.ENOENT, errno.ENOTDIR),
        *(errno.EISDIR, errno.ENAMETOOLONG, errno.EBUSY, errno.EIO),
    ],
)
def test_the_reasons_of_the_system(code):
    """The frequent ones are told in the user's language, the others as the system has them."""
    assert reason_of(OSError(code, "in English")) != "in English"
    assert reason_of(OSError(errno.EXDEV, "in English")) == "in English"
    assert reason_of(OSError("no number")) == "no number"


@pytest.mark.parametrize("named", ["option", "variable"])
def test_a_positions_file_that_is_not_there_is_wrong_usage(form, monkeypatch, named, capfd):
    """As any other input is; one that is there and cannot be used is exit code 3."""
    before = ["--positions", "none.json"] if named == "option" else []
    if named == "variable":
        monkeypatch.setenv("JDGAP_POSITIONS", "none.json")
    assert run([*before, "check", str(form)]) == 2
    assert "none.json" in capfd.readouterr().err
    assert run(["--positions", str(form), "positions", "list"]) == 3


def test_a_reason_is_told_wherever_it_is_met(form, tmp_path, capfd):
    """By a positions file, a folder, an answer and an output, in the user's language."""
    far = tmp_path / f"{'a' * 300}.xlsx"
    for words in (
        ["--positions", str(form / "x"), "positions", "list"],
        ["form", "manager", "-o", str(far)],
        ["validate", str(form / "x")],
    ):
        assert run(words) in {2, 3}
        assert not {"Not a directory", "File name too long", "[Errno"} & set(capfd.readouterr().err)


def test_what_was_perhaps_meant_is_in_the_users_language(form, capfd):
    """An id is nearest to English titles; the user reads Thai, and types the id beside it."""
    assert run(["check", str(form), "--against", "head-itt"]) == 2
    offered = [line for line in capfd.readouterr().err.splitlines() if line.startswith("  - ")]
    assert len(offered) == 3
    assert offered[0].endswith("(head-it)")
    assert all(line.split(" (")[0].startswith("  - หัวหน้า") for line in offered)


@pytest.fixture
def with_photograph(form):
    """A form into which a picture of a megabyte and a half was pasted."""
    with zipfile.ZipFile(form, "a") as archive:
        archive.writestr("xl/media/image1.jpeg", os.urandom(limits.MEBIBYTE * 3 // 2))
    return form


COMMANDS = [["check", "{form}"], ["report", "{form}", "-o", "{folder}/r.xlsx"]]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("size", "code"), [([], 0), (["1"], 3), (["2"], 0), (["๒"], 0)])
def test_how_large_a_file_may_be(with_photograph, command, size, code, capfd):
    """A form with a photograph is read where it is allowed, and else a problem."""
    words = [each.format(form=with_photograph, folder=with_photograph.parent) for each in command]
    options = ["--max-file-size", *size] if size else []
    assert run([*words, *options]) == code
    assert ("> 1 MB" in capfd.readouterr().err) == (code == 3)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("size", ["0", "201", "-1", "1.5", "", "many", "20MB", "9" * 5000])
def test_no_size_of_a_file(form, command, size, capfd):
    """A whole number of megabytes, and not so large that reading would take the whole memory."""
    words = [each.format(form=form, folder=form.parent) for each in command]
    assert run([*words, "--max-file-size", size]) == 2
    said = capfd.readouterr().err
    assert "--max-file-size" in said
    assert "200" in said


def test_the_usual_size_is_that_of_the_library():
    """Nothing changes for those who name none."""
    assert bytes_of(USUAL_MEGABYTES) == limits.FILE_BYTES
