"""Files appear whole or not at all."""

import errno
import gc
import io
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from xlsxwriter.exceptions import FileCreateError

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


def test_an_error_that_xlsxwriter_wraps(tmp_path: Path):
    """Its temporary files are on a disk, too; what the system says of them comes through."""

    def write(_file: BinaryIO) -> None:
        raise FileCreateError(OSError(errno.ENOSPC, "No space left on device"))

    with pytest.raises(OSError, match="No space") as error:
        save_whole(tmp_path / "a.xlsx", write)
    assert error.value.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []


def test_an_error_of_another_kind(tmp_path: Path):
    """What has nothing to do with the system stays what it is."""

    def write(_file: BinaryIO) -> None:
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        save_whole(tmp_path / "a.xlsx", write)


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
