"""What is refused before a file is opened."""

import os
import random
import socket
import zipfile
from pathlib import Path

import pytest

from builders import (
    bare_parts,
    bare_xml,
    encrypted_look_alike,
    plain_form,
    write_bare,
    write_ods,
    write_workbook,
    write_zip,
)
from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.guard import FileKind, _checked_names, check_extent, guard
from jdgap.assessments.opening.sheet_xml import traits_of_sheets

RANDOM_BYTES = bytes(n * n % 251 for n in range(600))


def kind(path):
    return guard(path).kind


def fault(path):
    with pytest.raises(FileFaultError) as caught:
        guard(path)
    return caught.value.code


def reason(path):
    with pytest.raises(FileFaultError) as caught:
        guard(path)
    return caught.value.facts["reason"]


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.txt", "ก"])
def test_the_kind_is_told_by_the_content(tmp_path, name):
    """The ending of a name says nothing about what is inside."""
    assert kind(write_bare(tmp_path / name, [[1]])) is FileKind.XLSX


def test_an_opendocument_sheet(tmp_path):
    """An ODS archive is told by its mimetype part."""
    assert kind(write_ods(tmp_path / "a.xlsx", [[1]])) is FileKind.ODS


def test_an_old_workbook(tmp_path):
    """A compound file without an encrypted package is an .xls."""
    path = tmp_path / "a.xls"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600)
    assert kind(path) is FileKind.XLS


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not-a-spreadsheet"),
        (b"%PDF-1.7", "not-a-spreadsheet"),
        (b"PK\x03\x04", "unreadable"),
        (b"PK\x03\x04" + b"\xff" * 400, "unreadable"),
        (encrypted_look_alike(), "password-protected"),
    ],
)
def test_content_that_is_no_workbook(tmp_path, content, code):
    """Empty, another document, a damaged archive and an encrypted package each have their own problem."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert fault(path) == code


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7", "PDF"),
        (rb"{\rtf1\ansi", "text document"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"GIF89a", "picture"),
        (b"\0\0\0\x18ftypheic", "picture"),
        (b"Rar!\x1a\x07", "archive"),
        (b"\x1f\x8b\x08", "archive"),
        (b"PK\x05\x06" + bytes(18), "archive"),
        (b"<html><body>", "web page"),
        (b"\r\n  <!DOCTYPE HTML>", "web page"),
        (b"\xef\xbb\xbf<TABLE border=1>", "web page"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "web page"),
        (b"MIME-Version: 1.0", "web page"),
        ("<html>".encode("utf-16"), "web page"),
        (b'<?xml version="1.0"?><Workbook>', "XML"),
    ],
)
def test_other_kinds_are_called_by_their_name(tmp_path, content, words):
    """What an office system gives as `.xls` is told in words."""
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    assert fault(path) == "not-a-spreadsheet"
    assert words in reason(path)


@pytest.mark.parametrize(
    "content",
    [
        "รหัสพนักงาน,S-001".encode(),
        "รหัสพนักงาน;S-001".encode("cp874"),
        "ก\tข".encode("utf-16"),
        b"P",
        b"<4>,5",
        b"<tablets>,5",
    ],
)
def test_everything_else_may_be_text(tmp_path, content):
    """Whether the rest is text is found by decoding it."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert kind(path) is FileKind.TEXT
    assert guard(path).content == content


def test_a_folder_is_no_workbook(tmp_path):
    """A folder is a problem, not an exception, whatever it is called."""
    (tmp_path / "a.xlsx").mkdir()
    assert fault(tmp_path / "a.xlsx") == "not-a-spreadsheet"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_pipe_is_not_opened(tmp_path):
    """A named pipe would be waited on for ever."""
    os.mkfifo(tmp_path / "a.csv")
    assert fault(tmp_path / "a.csv") == "not-a-spreadsheet"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets among the files")
def test_a_socket_and_a_device(tmp_path, monkeypatch):
    """Neither is a file with an end."""
    monkeypatch.chdir(tmp_path)  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("a.xlsx")
        assert fault(tmp_path / "a.xlsx") == "not-a-spreadsheet"
    assert fault(Path(os.devnull)) == "not-a-spreadsheet"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("target", ["nowhere.xlsx", "a.xlsx"])
def test_a_link_that_leads_nowhere(tmp_path, target):
    """A link to nothing, or to itself, is unreadable."""
    (tmp_path / "a.xlsx").symlink_to(target)
    assert fault(tmp_path / "a.xlsx") == "unreadable"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_a_device(tmp_path):
    """What a link leads to is looked at, not the link."""
    (tmp_path / "a.xlsx").symlink_to("/dev/zero")
    assert fault(tmp_path / "a.xlsx") == "not-a-spreadsheet"


def test_a_file_that_is_not_there(tmp_path):
    """A file that went away meanwhile is unreadable."""
    assert fault(tmp_path / "gone.xlsx") == "unreadable"


def test_a_binary_workbook(tmp_path):
    """An .xlsb is refused with a word: errors in it would read as blanks."""
    path = write_zip(tmp_path / "a.xlsx", {"xl/workbook.bin": "x"})
    assert fault(path) == "unreadable"
    assert ".xlsb" in reason(path)
    assert kind(write_zip(path, {"xl/workbook.bin": "x", "xl/workbook.xml": "x"})) is FileKind.XLSX


def test_another_document(tmp_path):
    """A Word file is an archive, too, and no workbook."""
    path = write_zip(tmp_path / "a.xlsx", {"[Content_Types].xml": "", "word/document.xml": ""})
    assert fault(path) == "not-a-spreadsheet"


def test_an_encrypted_opendocument_sheet(tmp_path):
    """OpenDocument says in its manifest that a password is needed."""
    assert fault(write_ods(tmp_path / "a.ods", [[1]], encrypted=True)) == "password-protected"


def test_a_manifest_in_other_letters(tmp_path):
    """A manifest that is spelt otherwise does not stop the reader with an exception."""
    path = tmp_path / "a.ods"
    parts = {
        "Mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "meta-inf/MANIFEST.xml": "x",
    }
    assert fault(write_zip(path, parts)) in {"not-a-spreadsheet", "unreadable"}


def test_a_file_over_the_size_limit(tmp_path, monkeypatch):
    """More bytes than the bound are too many, before any of them is read."""
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)
    monkeypatch.delattr(Path, "read_bytes")
    assert fault(path) == "too-large"
    assert reason(path) == "20.1 MB > 20 MB"


def test_a_size_limit_of_ones_own(tmp_path):
    """The caller may allow more or less; the bound itself is inside."""
    path = write_bare(tmp_path / "a.xlsx", [[1]])
    size = path.stat().st_size
    assert guard(path, size).kind is FileKind.XLSX
    with pytest.raises(FileFaultError) as caught:
        guard(path, size - 1)
    assert caught.value.code == "too-large"


def test_a_raised_size_limit_unpacks_no_more(tmp_path, monkeypatch):
    """What an archive unpacks to is bound whatever the size of a file may be."""
    monkeypatch.setattr(limits, "ZIP_TOTAL_BYTES", 1000)
    path = write_zip(tmp_path / "a.xlsx", {"xl/workbook.xml": "", "a": RANDOM_BYTES * 2})
    with pytest.raises(FileFaultError) as caught:
        guard(path, 100 * limits.FILE_BYTES)
    assert caught.value.code == "unsafe-file"


def test_a_zip_bomb(tmp_path):
    """A part that unpacks to a thousand times its size is not unpacked."""
    parts = {"xl/workbook.xml": b"\0" * (2 * limits.MEBIBYTE)}
    assert fault(write_zip(tmp_path / "a.xlsx", parts)) == "unsafe-file"


def test_small_parts_are_not_weighed(tmp_path):
    """A short run of equal bytes is packed well and harms nobody."""
    parts = {"xl/workbook.xml": b"\0" * limits.ZIP_INFLATION_FROM_BYTES}
    assert kind(write_zip(tmp_path / "a.xlsx", parts)) is FileKind.XLSX


def test_many_big_parts(tmp_path, monkeypatch):
    """The bound holds for all parts together, too."""
    monkeypatch.setattr(limits, "ZIP_TOTAL_BYTES", 1000)
    parts = {"xl/workbook.xml": "", "a": RANDOM_BYTES, "b": b"ab" * 300}
    assert fault(write_zip(tmp_path / "a.xlsx", parts)) == "unsafe-file"


def test_too_many_parts(tmp_path):
    """An archive of a thousand and one parts is no form."""
    parts = {f"p{number}": "" for number in range(limits.ZIP_PARTS)} | {"xl/workbook.xml": ""}
    assert fault(write_zip(tmp_path / "a.xlsx", parts)) == "unsafe-file"


@pytest.mark.parametrize("double", ["XL/Workbook.xml", "xl\\workbook.xml", "xl/workbook.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name(tmp_path, double):
    """Two readers could open two different parts, so neither is opened."""
    path = write_bare(tmp_path / "a.xlsx", [[1]])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(double), "<other/>")
    assert fault(path) == "unsafe-file"


@pytest.mark.parametrize("name", ["../evil.xml", "xl/../../evil.xml", "/etc/evil", "..\\evil"])
def test_a_part_that_leads_out(tmp_path, name):
    """A part whose name climbs out of the archive marks the file as harmful."""
    parts = {"xl/workbook.xml": "", name: "x"}
    assert fault(write_zip(tmp_path / "a.xlsx", parts)) == "unsafe-file"


def test_a_packing_that_no_spreadsheet_program_uses(tmp_path):
    """Only stored and deflated parts are unpacked."""
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert fault(path) == "unreadable"


def test_damage_never_raises_anything_else(tmp_path):
    """Whatever bytes are changed, the file passes or its fault is named."""
    path = write_workbook(tmp_path / "good.xlsx", plain_form())
    ods = write_ods(tmp_path / "good.ods", plain_form())
    chance = random.Random(2569)  # noqa: S311 (the same damage in every run)
    hurt = tmp_path / "hurt.xlsx"
    for source in (path.read_bytes(), ods.read_bytes()):
        for _ in range(300):
            content = bytearray(source)
            for _ in range(chance.randint(1, 30)):
                start = chance.choice([0, len(content) - 1200])
                content[chance.randrange(max(0, start), len(content))] = chance.randrange(256)
            hurt.write_bytes(content)
            try:
                guarded = guard(hurt)
                if guarded.kind is FileKind.XLSX:
                    traits_of_sheets(guarded.archive, guarded.content)
            except FileFaultError as error:
                assert error.code in {"unreadable", "unsafe-file", "not-a-spreadsheet"}  # noqa: PT017


def test_a_damaged_part_that_the_guard_reads(tmp_path):
    """A mimetype that does not unpack is a damaged archive."""
    path = write_ods(tmp_path / "a.ods", [[1]])
    content = bytearray(path.read_bytes())
    begin = 30 + len("mimetype")  # the first part follows its header
    content[begin : begin + 20] = b"\xff" * 20
    path.write_bytes(content)
    assert fault(path) == "unreadable"


def test_the_parts_of_a_large_survey_are_inside_the_bounds():
    """The sheet of 100,000 people and 20 questions unpacks to some 110 MB."""
    parts = [zipfile.ZipInfo("xl/workbook.xml"), zipfile.ZipInfo("xl/worksheets/sheet1.xml")]
    parts[1].file_size, parts[1].compress_size = 110_000_000, 8_000_000
    assert "xl/workbook.xml" in _checked_names(parts)


@pytest.mark.parametrize(("name", "size"), [("ZIP_PART_BYTES", 599), ("ZIP_TOTAL_BYTES", 600)])
def test_a_part_at_the_bound(tmp_path, monkeypatch, name, size):
    """The bound itself is inside for a part, and for all parts together."""
    path = write_zip(tmp_path / "a.xlsx", {"xl/workbook.xml": RANDOM_BYTES, "b": "1"})
    monkeypatch.setattr(limits, name, size)
    assert fault(path) == "unsafe-file"
    monkeypatch.setattr(limits, name, size + 1)
    assert kind(path) is FileKind.XLSX


def test_more_rows_or_columns_than_are_read():
    """The bound itself is inside."""
    check_extent(limits.ROWS, limits.COLUMNS)
    for rows, columns in ((limits.ROWS + 1, 1), (1, limits.COLUMNS + 1)):
        with pytest.raises(FileFaultError) as caught:
            check_extent(rows, columns)
        assert caught.value.code == "too-large"


def test_an_honest_form_passes(tmp_path):
    """What openpyxl writes is inside all bounds."""
    assert kind(write_workbook(tmp_path / "a.xlsx", plain_form())) is FileKind.XLSX
    assert kind(write_zip(tmp_path / "b.xlsx", bare_parts(bare_xml([[1]])))) is FileKind.XLSX
