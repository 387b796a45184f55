"""An untrusted workbook into grids."""

import re
import struct
import zipfile
import zlib

import pytest
from openpyxl import Workbook

from builders import (
    MAIN,
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
from jdgap.assessments.opening.grid import PLAIN_LAYOUT, Layout
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


def test_what_is_hidden_and_merged(tmp_path):
    """The layout stands with its sheet, counted from 0; the others have none."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in range(1, 6):
        sheet.append([row, row, row])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.merge_cells("A4:B5")
    sheet.merge_cells("E1:G3")  # outside of what is filled
    workbook.create_sheet("P").append([1])
    workbook.save(tmp_path / "a.xlsx")
    first, second = open_sheets(tmp_path / "a.xlsx", "")
    assert first.layout == Layout(
        frozenset({1}), frozenset({2}), {(3, 1): (3, 0), (4, 0): (3, 0), (4, 1): (3, 0)}
    )
    seen = [
        (row, column) for row in range(5) for column in range(3) if not first.is_hidden(row, column)
    ]
    assert seen == [(row, column) for row in (0, 2, 3, 4) for column in (0, 1)]
    assert second.layout is PLAIN_LAYOUT


def test_merged_cells_with_a_prefix(tmp_path):
    """Elements may carry a prefix, as some libraries write them."""
    parts = bare_parts("")
    parts["xl/worksheets/sheet1.xml"] = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1" hidden="1">'
        '<x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"/></x:row><x:row r="2">'
        '<x:c r="B2"><x:v>1</x:v></x:c></x:row></x:sheetData>'
        '<x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>'
    )
    (sheet,) = open_sheets(write_zip(tmp_path / "a.xlsx", parts), "")
    assert sheet.layout == Layout(frozenset({0}), frozenset(), {(0, 1): (0, 0)})


def test_merged_cells_of_a_harmful_file(tmp_path):
    """However many there are, the worker goes on soon."""
    parts = bare_parts(bare_xml([[1] * 100] * 60))
    merged = '<mergeCell ref="A1:XFD1048576"/>' * 90
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(
        "</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>"
    )
    assert fault(write_zip(tmp_path / "a.xlsx", parts)) == "too-large"


def test_a_size_limit_of_ones_own(tmp_path):
    """The caller may allow less than usual."""
    path = write_bare(tmp_path / "a.xlsx", [[1]])
    assert open_sheets(path, "", max_file_bytes=path.stat().st_size)[0].value(0, 0) == 1
    with pytest.raises(FileFaultError) as caught:
        open_sheets(path, "", max_file_bytes=100)
    assert caught.value.code == "too-large"


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
    """The strict kind is read like the usual one."""
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    parts = bare_parts(bare_xml([[1, "<c ><f>1</f></c>"]]), main=strict)
    (sheet,) = open_sheets(write_zip(tmp_path / "a.xlsx", parts), "")
    assert (sheet.value(0, 0), sheet.blank_reasons) == (1, {"B1": "="})


@pytest.mark.parametrize("damage", ["local", "directory", "both"])
@pytest.mark.parametrize("told", ["size", "size and sum"])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_part_that_is_larger_than_it_says(tmp_path, damage, told, part):
    """It is never unpacked further than it says: what the guard weighed is all that is read."""
    parts = bare_parts(bare_xml([["ก"]]), shared=f'<sst xmlns="{MAIN}"/>')
    size = len(parts[part].encode())
    parts[part] += " " * 3_000_000
    path = write_zip(tmp_path / "a.xlsx", parts)
    with zipfile.ZipFile(path) as archive:
        local = archive.getinfo(part).header_offset
    content = bytearray(path.read_bytes())
    directory = content.rindex(part.encode()) - 46
    check = zlib.crc32(parts[part].encode()[:size])
    for wanted, start in (("local", local + 14), ("directory", directory + 16)):
        if damage in {wanted, "both"}:
            struct.pack_into("<I", content, start + 8, size)
            if told == "size and sum":
                struct.pack_into("<I", content, start, check)
    path.write_bytes(content)
    if damage == "local":  # the directory counts, and says that the part is a bomb
        assert fault(path) == "unsafe-file"
    else:
        assert fault(path) == "unreadable"


def test_two_directories_in_one_archive(tmp_path):
    """What was looked at is what is read, also where the end of the archive points elsewhere."""
    seen = write_bare(tmp_path / "seen.xlsx", [["seen"]]).read_bytes()
    evil = write_bare(tmp_path / "evil.xlsx", [["evil"]]).read_bytes()
    count, seen_size, seen_start = struct.unpack_from("<HII", seen, len(seen) - 12)
    _, evil_size, evil_start = struct.unpack_from("<HII", evil, len(evil) - 12)
    body = evil[:evil_start] + seen[:seen_start]
    evil_directory = evil[evil_start : evil_start + evil_size]
    seen_directory = bytearray(seen[seen_start : seen_start + seen_size])
    for entry in (found.start() for found in re.finditer(rb"PK\x01\x02", bytes(seen_directory))):
        (offset,) = struct.unpack_from("<I", seen_directory, entry + 42)
        # Python moves all offsets by how far the directory is from where it should be.
        moved = offset + evil_start - evil_size
        struct.pack_into("<I", seen_directory, entry + 42, moved)
    end = struct.pack("<4s4HIIH", b"PK\5\6", 0, 0, count, count, seen_size, len(body), 0)
    path = tmp_path / "both.xlsx"
    path.write_bytes(body + evil_directory + bytes(seen_directory) + end)
    assert open_sheets(path, "")[0].value(0, 0) == "seen"


def test_a_part_with_a_password(tmp_path):
    """A part that is marked as encrypted does not open."""
    path = write_bare(tmp_path / "a.xlsx", [[1]])
    content = bytearray(path.read_bytes())
    name = b"xl/worksheets/sheet1.xml"
    content[content.index(name) - 24] |= 1
    content[content.rindex(name) - 38] |= 1
    path.write_bytes(content)
    assert fault(path) == "unreadable"


def test_an_entity_bomb_in_the_shared_texts(tmp_path):
    """Entities are not unpacked, neither those that multiply nor those that fetch a file."""
    cells = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    fetched = f'<!ENTITY a11 SYSTEM "file://{__file__}">'
    for entities in (f'<!ENTITY a0 "lol">{levels}', fetched):
        texts = f'<!DOCTYPE x [{entities}]><sst xmlns="{MAIN}"><si><t>&a11;</t></si></sst>'
        path = write_zip(tmp_path / "a.xlsx", bare_parts(cells, shared=texts))
        assert fault(path) == "unreadable"


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


def test_a_text_that_was_changed_in_the_archive(tmp_path):
    """The reader stops at the end of the texts and never compares the checksum."""
    cells = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    texts = f'<sst xmlns="{MAIN}"><si><t>level 3</t></si></sst>'
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in bare_parts(cells, shared=texts).items():
            archive.writestr(name, part)
    assert open_sheets(path, "")[0].value(0, 0) == "level 3"
    path.write_bytes(path.read_bytes().replace(b"level 3", b"level 5"))
    assert fault(path) == "unreadable"


@pytest.mark.parametrize("value", ["&#51;", "1&#51;", "<![CDATA[3]]>", "1<!-- -->3"])
def test_a_number_that_the_reader_would_see_half(tmp_path, value):
    """A cell that is filled is no blank, and 13 is not 1."""
    assert fault(write_bare(tmp_path / "a.xlsx", [[1, f"<c ><v>{value}</v></c>"]])) == "unreadable"


def test_references_in_texts(tmp_path):
    """There the reader sees all of them."""
    text = '<c t="str"><f>A2</f><v>&#3585; &amp; &lt;</v></c>'
    inline = '<c t="inlineStr"><is><t>&#3585;<![CDATA[ & <]]></t></is></c>'
    (sheet,) = open_sheets(write_bare(tmp_path / "a.xlsx", [[text, inline]]), "")
    assert sheet.rows == [["ก & <"] * 2]


@pytest.mark.parametrize(
    ("old", "new"),
    [("worksheets/", "sheets/"), ("xl/worksheets/", "xl/Worksheets/"), ("/", "\\")],
)
def test_what_blanks_hide_on_a_sheet_that_is_kept_elsewhere(tmp_path, old, new):
    """Relations say where a sheet is."""
    parts = bare_parts(bare_xml([[1, "<c ><f>A1</f></c>"]]))
    relations = "xl/_rels/workbook.xml.rels"
    if new != "\\":
        target = "worksheets/sheet1.xml"
        kept = f"xl/{target}".replace(old, new).removeprefix("xl/")
        parts[relations] = parts[relations].replace(target, kept)
    parts = {name.replace(old, new): part for name, part in parts.items()}
    (sheet,) = open_sheets(write_zip(tmp_path / "a.xlsx", parts), "")
    assert sheet.blank_reasons == {"B1": "="}


def test_a_title_that_is_read_in_two_ways(tmp_path):
    """Where nobody can say which sheet is meant, nothing is said to be without formulas."""
    parts = bare_parts(bare_xml([[1, "<c ><f>A1</f></c>"]]))
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace('"S1"', '"S\t1"')
    assert fault(write_zip(tmp_path / "a.xlsx", parts)) == "unreadable"


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
