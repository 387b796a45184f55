"""What several commands refuse, and what they add to problems, tried with `jdgap check`."""

import errno

import pytest

from builders import plain_form, write_workbook
from jdgap.cli.app import run
from jdgap.cli.shared import reason_of

pytestmark = pytest.mark.usefixtures("nothing_set")


@pytest.fixture
def form(tmp_path):
    return write_workbook(tmp_path / "a.xlsx", plain_form())


def test_a_form_is_never_replaced_by_its_sheet(form, capfd):
    """The output is one of the files to read: wrong usage, even with --force."""
    before = form.read_bytes()
    assert run(["check", str(form), "-o", str(form), "--force"]) == 2
    assert form.read_bytes() == before


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


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EFBIG])
def test_the_reasons_of_the_system(code):
    """The frequent ones are told in the user's language, the others as the system has them."""
    assert reason_of(OSError(code, "in English")) != "in English"
    assert reason_of(OSError(errno.EIO, "in English")) == "in English"
    assert reason_of(OSError("no number")) == "no number"
