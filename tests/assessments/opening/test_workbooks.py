"""An untrusted workbook into grids."""

import pytest
from openpyxl import Workbook

from builders import (
    bare_parts,
    bare_xml,
    plain_form,
    write_bare,
    write_ods,
    write_workbook,
    write_zip,
)
from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.workbooks import open_sheets


def fault(path):
    with pytest.raises(FileFaultError) as caught:
        open_sheets(path, str(path))
    return caught.value.code


def test_sheets_in_their_order(tmp_path):
    """Sheets keep their order and titles, and places show the path as the user gave it."""
    path = write_workbook(tmp_path / "a.xlsx", [["ก"]], [["ข"]], titles=["สอง", "หนึ่ง"])
    sheets = open_sheets(path, "given/a.xlsx")
    assert [sheet.place.sheet for sheet in sheets] == ["สอง", "หนึ่ง"]
    assert {sheet.place.file for sheet in sheets} == {"given/a.xlsx"}


def test_empty_rows_at_the_top_keep_their_addresses(tmp_path):
    """A cell is where Excel shows it, whatever is empty before it."""
    workbook = Workbook()
    workbook.worksheets[0]["D12"] = 4
    workbook.save(tmp_path / "a.xlsx")
    (sheet,) = open_sheets(tmp_path / "a.xlsx", "a.xlsx")
    assert sheet.value(11, 3) == 4
    assert sheet.place_of(11, 3).cell == "D12"


def test_values_keep_their_kinds(tmp_path):
    """Numbers, texts and truth values stay apart."""
    path = write_workbook(tmp_path / "a.xlsx", [[4, "4", True, 4.5, None, "ก"]])
    (sheet,) = open_sheets(path, "a.xlsx")
    assert list(sheet.rows[0]) == [4, "4", True, 4.5, "", "ก"]
    assert isinstance(sheet.rows[0][2], bool)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_say_so(tmp_path, state):
    """Both ways to hide a sheet are told."""
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = 1
    workbook.create_sheet("H")["A1"] = 2
    workbook["H"].sheet_state = state
    workbook.save(tmp_path / "a.xlsx")
    assert [sheet.hidden for sheet in open_sheets(tmp_path / "a.xlsx", "")] == [False, True]


def test_what_blanks_hide(tmp_path):
    """The reasons of blanks stand with their sheet."""
    path = write_workbook(tmp_path / "a.xlsx", [[1]], [["=1+1", "#N/A"]])
    assert [sheet.blank_reasons for sheet in open_sheets(path, "")] == [
        {},
        {"A1": "=", "B1": "#N/A"},
    ]


def test_opendocument(tmp_path):
    """An ODS sheet gives the same cells."""
    rows = [["ก", 4], [None, "๕"]]
    (sheet,) = open_sheets(write_ods(tmp_path / "a.ods", rows), "")
    assert [list(row) for row in sheet.rows] == [["ก", 4], ["", "๕"]]


@pytest.mark.parametrize("rows", [[], [[]], [[None, ""]]])
def test_an_empty_workbook(tmp_path, rows):
    """A workbook without a value is told from one without an assessment."""
    assert fault(write_workbook(tmp_path / "a.xlsx", rows)) == "empty-workbook"


def test_strict_open_xml(tmp_path):
    """A file that opens with no sheets is a problem, not an empty answer."""
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    path = write_zip(tmp_path / "a.xlsx", bare_parts(bare_xml([[1]]), main=strict))
    try:
        assert open_sheets(path, "")[0].value(0, 0) == 1
    except FileFaultError as error:
        assert error.code == "empty-workbook"  # noqa: PT017


def test_a_listed_sheet_that_is_missing(tmp_path):
    """A sheet that is listed but not there makes the file unreadable."""
    parts = bare_parts(bare_xml([[1]]))
    del parts["xl/worksheets/sheet1.xml"]
    assert fault(write_zip(tmp_path / "a.xlsx", parts)) == "unreadable"


def test_broken_xml(tmp_path):
    """XML that breaks off makes the file unreadable."""
    parts = bare_parts(bare_xml([[1, 2]]))
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"][:60]
    assert fault(write_zip(tmp_path / "a.xlsx", parts)) in {"unreadable", "empty-workbook"}


@pytest.mark.parametrize(("name", "bound"), [("ROWS", 3), ("COLUMNS", 2)])
def test_too_many_cells(tmp_path, monkeypatch, name, bound):
    """More rows or columns than the bound are a problem, never a cut."""
    path = write_bare(tmp_path / "a.xlsx", [[1, 2, 3]] * 4)
    monkeypatch.setattr(limits, name, bound)
    assert fault(path) == "too-large"


def test_a_table_of_text(tmp_path):
    """A CSV is one sheet without a title, whatever its ending; places show the path as given."""
    path = tmp_path / "a.xlsx"
    path.write_text("รหัส,ระดับ\nS-001,4\n", encoding="cp874")
    (sheet,) = open_sheets(path, "given/a.xlsx")
    assert (sheet.place.file, sheet.place.sheet, sheet.hidden) == ("given/a.xlsx", "", False)
    assert sheet.rows == [["รหัส", "ระดับ"], ["S-001", "4"]]
    assert sheet.place_of(1, 1).cell == "B2"


def test_the_encoding_that_was_named(tmp_path):
    """It is used for text, and means nothing for a workbook."""
    path = tmp_path / "a.csv"
    path.write_bytes("ก,ข".encode("utf-16-le"))
    assert open_sheets(path, "", encoding="utf-16-le")[0].rows == [["ก", "ข"]]
    book = write_bare(tmp_path / "a.xlsx", [[4]])
    assert open_sheets(book, "", encoding="ascii")[0].value(0, 0) == 4


@pytest.mark.parametrize("content", [",,,\n,,\n", "sep=;\n"])
def test_a_table_of_text_without_a_value(tmp_path, content):
    """Delimiters alone are an empty workbook."""
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8")
    assert fault(path) == "empty-workbook"


def test_an_old_workbook_that_is_none(tmp_path):
    """A compound file with nothing in it is unreadable."""
    path = tmp_path / "a.xls"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000)
    assert fault(path) == "unreadable"


def test_the_file_is_not_changed(tmp_path):
    """Reading leaves every byte as it was."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form())
    before = path.read_bytes()
    open_sheets(path, "")
    assert path.read_bytes() == before


def test_as_many_cells_as_are_allowed(tmp_path, monkeypatch):
    """The bound itself is still inside, empty rows at the top counted."""
    path = write_bare(tmp_path / "a.xlsx", [[], [1, 2, 3], [1, 2, 3]])
    monkeypatch.setattr(limits, "ROWS", 3)
    monkeypatch.setattr(limits, "COLUMNS", 3)
    assert len(open_sheets(path, "")[0].rows) == 3
