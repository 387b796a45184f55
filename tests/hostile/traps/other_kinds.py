"""Files that are no workbooks, whatever they are called."""

import random
import struct
from pathlib import Path

from traps.case import Case, bad, holding

from builders import encrypted_look_alike, plain_form, write_ods, write_zip
from jdgap.assessments.opening import limits

_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_NO_SHEET = "not-a-spreadsheet"
_OF_AN_OLD_WORKBOOK = ("unreadable", "empty-workbook", "no-assessment-found")


def _noise(count: int, seed: int = 2569) -> bytes:
    return random.Random(seed).randbytes(count)  # noqa: S311 (the same in every run)


def _too_big(path: Path) -> None:
    """More bytes than are read; nearly all of them a hole on the disk."""
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(limits.FILE_BYTES + 1)


def _word(path: Path) -> None:
    write_zip(path, {"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"})


def _endless_compound() -> bytes:
    """A compound file whose table of sectors says that each sector is followed by itself."""
    header = bytearray(_COMPOUND + bytes(504))
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 40, 0, 1, 1, 0, 4096, 2, 1, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", *range(128))
    name = "Workbook".encode("utf-16-le")
    entry = name.ljust(64, b"\0") + struct.pack("<HBB", len(name) + 2, 2, 1)
    entry = entry.ljust(116, b"\0") + struct.pack("<IQ", 2, 2**40)
    return bytes(header) + table + entry * 4 + table


CASES: tuple[Case, ...] = (
    bad("empty.xlsx", "no bytes", holding(b""), _NO_SHEET),
    bad("one byte.xlsx", "one byte", holding(b"P"), _NO_SHEET),
    bad("blank.xlsx", "spaces and line ends", holding(b" \r\n \n"), _NO_SHEET, "empty-workbook"),
    bad("zeros.xlsx", "10,000 zeros", holding(bytes(10_000)), _NO_SHEET),
    bad("noise.xlsx", "random bytes", holding(_noise(5_000)), _NO_SHEET),
    bad("letter.xlsx", "a letter", holding("เรียน ท่านผู้จัดการ\nขอส่งภายหลัง".encode()), _NO_SHEET),
    bad("page.xls", "a web page", holding(b"<html><table><tr><td>3</table>"), _NO_SHEET),
    bad("mail.xls", "a web archive", holding(b"MIME-Version: 1.0\r\n\r\nx"), _NO_SHEET),
    bad("2003.xls", "XML of 2003", holding(b'<?xml version="1.0"?><Workbook/>'), _NO_SHEET),
    bad("scan.xlsx", "a PDF", holding(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), _NO_SHEET),
    bad("screen.xlsx", "a PNG", holding(b"\x89PNG\r\n\x1a\n" + _noise(200)), _NO_SHEET),
    bad("photo.xls", "a JPEG", holding(b"\xff\xd8\xff\xe0" + _noise(200)), _NO_SHEET),
    bad("letter.xls", "an RTF letter", holding(rb"{\rtf1\ansi 3,4,5}"), _NO_SHEET),
    bad("packed.xlsx", "a gzip archive", holding(b"\x1f\x8b\x08" + _noise(90)), _NO_SHEET),
    bad("rar.xlsx", "a RAR archive", holding(b"Rar!\x1a\x07\x01\0" + _noise(90)), _NO_SHEET),
    bad("word.xlsx", "a Word document", _word, _NO_SHEET),
    bad("nothing.zip.xlsx", "an archive of no parts", holding(b"PK\5\6" + bytes(18)), _NO_SHEET),
    bad("notes.xlsx", "a zip of texts", lambda at: write_zip(at, {"a.txt": "1,2"}), _NO_SHEET),
    bad("big.xlsx", "a byte above the largest size", _too_big, "too-large"),
    bad("locked.xlsx", "a password", holding(encrypted_look_alike()), "password-protected"),
    bad(
        "locked.ods",
        "a password, as OpenDocument says it",
        lambda path: write_ods(path, plain_form(), encrypted=True),
        "password-protected",
    ),
    bad("old.xls", "random bytes in a compound file", holding(_COMPOUND + _noise(5_000)), *_OF_AN_OLD_WORKBOOK),
    bad("old header.xls", "nothing below the head", holding(_COMPOUND + bytes(504)), *_OF_AN_OLD_WORKBOOK),
    bad("old magic.xls", "only the first bytes", holding(_COMPOUND), *_OF_AN_OLD_WORKBOOK),
    bad("old loop.xls", "sectors that follow themselves", holding(_endless_compound()), *_OF_AN_OLD_WORKBOOK),
)  # fmt: skip
