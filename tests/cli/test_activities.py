"""`--activities` of `report` and `check`: into the plans, and what is refused."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from builders import plain_form, thai, write_workbook
from jdgap.cli.app import run

pytestmark = pytest.mark.usefixtures("nothing_set")

LEVELS = [(2, None), *[(3, None)] * 7]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_workbook(tmp_path / "a.xlsx", plain_form(LEVELS))
    lines = [["สมรรถนะ", "กิจกรรม"], [thai("service-mind"), "ประจำเคาน์เตอร์"]]
    write_workbook(tmp_path / "list.xlsx", lines)
    return tmp_path


def jdgap(*arguments) -> int:
    return int(run([str(each) for each in arguments]))


def texts(path: Path) -> list[set]:
    return [
        {cell.value for row in sheet.iter_rows() for cell in row}
        for sheet in load_workbook(path).worksheets
    ]


def test_the_report_and_its_sheets_to_sign_are_filled(folder: Path):
    output = folder / "r.xlsx"
    code = jdgap("report", folder / "a.xlsx", "--activities", folder / "list.xlsx", "-o", output)
    assert code == 0
    assert [number for number, each in enumerate(texts(output)) if "ประจำเคาน์เตอร์" in each] == [
        4,
        8,
    ]


def test_the_sheet_of_a_check_is_filled(folder: Path):
    output = folder / "g.xlsx"
    assert (
        jdgap("check", folder / "a.xlsx", "--activities", folder / "list.xlsx", "-o", output) == 0
    )
    (found,) = texts(output)
    assert "ประจำเคาน์เตอร์" in found


def test_a_check_without_a_sheet_has_nothing_to_fill(folder: Path, capfd):
    assert jdgap("check", folder / "a.xlsx", "--activities", folder / "list.xlsx") == 2
    assert "-o" in capfd.readouterr().err


@pytest.mark.parametrize("command", ["report", "check"])
@pytest.mark.parametrize("named", ["", "missing.xlsx"])
def test_a_folder_and_what_is_not_there_are_refused(folder: Path, command: str, named: str):
    arguments = ("--activities", folder / named, "-o", folder / "x.xlsx")
    assert jdgap(command, folder / "a.xlsx", *arguments) == 2
    assert not (folder / "x.xlsx").exists()


def test_the_list_is_never_overwritten(folder: Path):
    before = (folder / "list.xlsx").read_bytes()
    arguments = ("--activities", folder / "list.xlsx", "-o", folder / "list.xlsx", "--force")
    for command in ("report", "check"):
        assert jdgap(command, folder / "a.xlsx", *arguments) == 2
    assert (folder / "list.xlsx").read_bytes() == before


def test_a_list_without_activities_is_an_error(folder: Path, capfd):
    """The rest is still done."""
    write_workbook(folder / "list.xlsx", [["เรียน ท่านผู้จัดการ"]])
    output = folder / "r.xlsx"
    code = jdgap("report", folder / "a.xlsx", "--activities", folder / "list.xlsx", "-o", output)
    assert code == 1
    assert output.exists()
