"""Files appear whole or not at all."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

import pytest
from openpyxl import Workbook, load_workbook

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
