"""Files appear whole or not at all."""

import errno
import gc
import io
import os
import re
import stat
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook

from jdgap.cli.exits import StoppedError
from jdgap.cli.shared import writing
from jdgap.output.excel.saving import refuse_existing, save_whole, save_workbook


def test_a_workbook_is_saved_and_nothing_else_stays(tmp_path: Path):
    target = tmp_path / "งาน.xlsx"
    save_workbook(Workbook(), target)
    assert [each.name for each in tmp_path.iterdir()] == ["งาน.xlsx"]
    assert load_workbook(target).sheetnames


def test_an_existing_target_is_refused_and_untouched(tmp_path: Path):
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        save_workbook(Workbook(), target)
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_force_replaces_an_existing_target(tmp_path: Path):
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    save_whole(target, lambda file: file.write(b"new"), force=True)
    assert target.read_bytes() == b"new"


def test_a_failure_leaves_the_old_file_and_no_draft(tmp_path: Path):
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")

    def fail(file: BinaryIO) -> None:
        file.write(b"half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        save_whole(target, fail, force=True)
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_refused_replacement_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        save_whole(tmp_path / "a.xlsx", lambda file: file.write(b"new"))
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_is_open_in_excel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Windows then refuses the last step: the old file is as it was, and the reason says Excel."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file", str(target))

    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o444)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(StoppedError, match="Excel"), writing(target):
        save_whole(target, lambda file: file.write(b"new"), force=True)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_draft_that_may_only_be_read_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """It has the mode of its target, and Windows unlinks no file that may only be read."""
    unlink = Path.unlink

    def as_on_windows(path: Path) -> None:
        if not path.stat().st_mode & 0o200:
            raise PermissionError
        unlink(path)

    def refuse(*_: object) -> None:
        raise PermissionError

    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o444)
    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(Path, "unlink", as_on_windows)
    with pytest.raises(PermissionError):
        save_whole(target, lambda file: file.write(b"new"), force=True)
    assert list(tmp_path.iterdir()) == [target]


class FullDisk(io.BytesIO):
    """A file on a disk that is full."""

    def write(self, _content: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def of_openpyxl(file: BinaryIO) -> None:
    Workbook().save(file)


def of_xlsxwriter(file: BinaryIO) -> None:
    with xlsxwriter.Workbook(file) as workbook:
        workbook.add_worksheet().write(0, 0, "ก")


@pytest.mark.parametrize("write", [of_openpyxl, of_xlsxwriter])
def test_a_full_disk_is_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write):
    """It is an OSError, and Python has nothing to add when the writer is put away."""
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    ignored: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", ignored.append)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", lambda *_arguments: FullDisk())
        with pytest.raises(OSError, match="No space") as error:
            save_whole(target, write, force=True)
    assert error.value.errno == errno.ENOSPC
    del error
    gc.collect()
    assert ignored == []
    assert target.read_bytes() == b"old"


def test_no_room_for_temporary_files(tmp_path: Path):
    """Theirs is another disk than the target's."""

    def write(_file: BinaryIO) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match=re.escape(tempfile.gettempdir())):
        save_whole(tmp_path / "a.xlsx", write)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "error", [PermissionError(errno.EACCES, "Permission denied"), ValueError()]
)
def test_an_error_of_another_kind(tmp_path: Path, error: Exception):
    """What has nothing to do with the room on a disk stays what it is."""

    def write(_file: BinaryIO) -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        save_whole(tmp_path / "a.xlsx", write)
    assert caught.value is error
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_appears_meanwhile_is_not_replaced(tmp_path: Path):
    target = tmp_path / "a.xlsx"

    def write(file: BinaryIO) -> None:
        target.write_bytes(b"somebody else's")
        file.write(b"mine")

    with pytest.raises(FileExistsError):
        save_whole(target, write)
    assert target.read_bytes() == b"somebody else's"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_dangling_link_counts_as_existing(tmp_path: Path):
    link = tmp_path / "a.xlsx"
    try:
        link.symlink_to(tmp_path / "nowhere")
    except OSError:
        pytest.skip("no symbolic links here")
    with pytest.raises(FileExistsError):
        refuse_existing(link, force=False)


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        save_workbook(Workbook(), tmp_path / "none" / "a.xlsx")


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_the_file_is_as_readable_as_any_new_file(tmp_path: Path):
    plain = tmp_path / "plain"
    plain.touch()
    target = tmp_path / "a.xlsx"
    save_workbook(Workbook(), target)
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="POSIX file names")
def test_the_longest_thai_file_name_can_be_saved(tmp_path: Path):
    target = tmp_path / ("ก" * 83 + ".xlsx")
    save_whole(target, lambda file: file.write(b"x"))
    assert target.exists()


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o444])
def test_who_may_read_the_old_file_may_read_the_new_one(tmp_path: Path, mode: int):
    """Nobody else: it says how people were assessed."""
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    target.chmod(mode)
    save_whole(target, lambda file: file.write(b"new"), force=True)
    assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (b"new", mode)


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_draft_is_never_open_to_more_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The permissions are there before the content."""
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o600)
    seen: list[int] = []

    def look(_descriptor: int) -> None:
        (draft,) = tmp_path.glob(".jdgap-*")
        seen.append(stat.S_IMODE(draft.stat().st_mode))

    monkeypatch.setattr(os, "fsync", look)
    save_whole(target, lambda file: file.write(b"new"), force=True)
    assert seen == [0o600]


def test_the_old_file_outlives_a_power_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What takes its place is on the disk before; a new file waits for nothing."""
    order: list[str] = []
    replace = os.replace

    def replaced(*paths: str) -> None:
        order.append("replace")
        replace(*paths)

    monkeypatch.setattr(os, "fsync", lambda _descriptor: order.append("sync"))
    monkeypatch.setattr(os, "replace", replaced)
    for force in (False, True):
        save_whole(tmp_path / "a.xlsx", lambda file: file.write(b"x"), force=force)
    assert order == ["replace", "sync", "replace"]


@pytest.mark.parametrize("kind", ["symlink", "hard link"])
def test_a_link_is_replaced_and_not_what_it_leads_to(tmp_path: Path, kind: str):
    """The other name keeps what it had."""
    other, target = tmp_path / "other.xlsx", tmp_path / "a.xlsx"
    other.write_bytes(b"old")
    try:
        target.symlink_to(other) if kind == "symlink" else target.hardlink_to(other)
    except OSError:
        pytest.skip("no links here")
    save_whole(target, lambda file: file.write(b"new"), force=True)
    assert (target.read_bytes(), other.read_bytes()) == (b"new", b"old")
    assert not target.is_symlink()


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_never_replaced(tmp_path: Path, force: bool):
    """Forced or not, it stays with what is in it."""
    target = tmp_path / "a.xlsx"
    target.mkdir()
    (target / "b").touch()
    with pytest.raises(OSError, match=r"a\.xlsx"):
        save_whole(target, lambda file: file.write(b"new"), force=force)
    assert [each.name for each in tmp_path.rglob("*")] == ["a.xlsx", "b"]


def test_a_folder_that_goes_away_meanwhile(tmp_path: Path):
    """It is one error, and nothing is made elsewhere."""
    folder = tmp_path / "x"
    folder.mkdir()

    def write(file: BinaryIO) -> None:
        folder.rmdir()
        file.write(b"x")

    with pytest.raises(FileNotFoundError):
        save_whole(folder / "a.xlsx", write)
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_is_too_long(tmp_path: Path):
    """It is an error of the system, not of ours."""
    with pytest.raises(OSError, match=r"name|path"):
        save_whole(tmp_path / ("a" * 300 + ".xlsx"), lambda file: file.write(b"x"))
    assert list(tmp_path.iterdir()) == []


def test_what_went_wrong_first_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Not that the draft could not be taken away either."""

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "broken disk")

    def gone(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", fail)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", gone)
        with pytest.raises(OSError, match="broken disk"):
            save_whole(tmp_path / "a.xlsx", lambda file: file.write(b"new"))
