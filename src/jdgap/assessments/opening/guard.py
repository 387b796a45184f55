"""What is looked at before a file is opened: its kind, its size, and how its archive is built."""

import codecs
import math
import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Final

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.text.language import mark as _
from jdgap.text.reasons import reason_of

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PACKINGS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_WORKBOOK, _BINARY_WORKBOOK = "xl/workbook.xml", "xl/workbook.bin"
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"

_START_BYTES: Final = 1024
_OTHERS: Final = (
    (re.compile(rb"%pdf"), _("it is a PDF")),
    (re.compile(rb"\{\\rtf"), _("it is a letter or another text document")),
    (
        re.compile(rb"\x89png|\xff\xd8\xff|gif8|ii\*\0|mm\0\*|.{4}ftyp", re.DOTALL),
        _("it is a picture or a film"),
    ),
    (
        re.compile(rb"rar!|7z\xbc\xaf|\x1f\x8b|pk\x05\x06"),
        _("it is an archive or another document"),
    ),
    (
        re.compile(
            rb"<!doctype|<(?:html|table|head|body|meta|style)[\s>]|<!--|<\?xml.*<html|mime-version:",
            re.DOTALL,
        ),
        _("it is a web page"),
    ),
    (re.compile(rb"<\?xml"), _("it is XML and not a workbook")),
)
"""What other files begin with, in small letters; office systems give some of them as `.xls`."""

DAMAGED_ARCHIVE: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError),
)
"""What reading a damaged archive raises, as found by damaging one in 3,000 ways."""


class FileKind(Enum):
    """How a table is stored, told by its content and never by its ending."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"
    """None of the others; whether its bytes are text is found by decoding them."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """A file that may be opened.

    Attributes:
        kind: How it is stored.
        content: All its bytes, read once: what was looked at is what is opened.
        archive: The content as an archive, where it is one.
    """

    kind: FileKind
    content: bytes
    archive: zipfile.ZipFile | None = None


def guard(path: Path, max_file_bytes: int = limits.FILE_BYTES) -> Guarded:
    """Return the content of the file at `path` and how it is stored.

    Args:
        path: The file.
        max_file_bytes: How large it may be.

    Raises:
        FileFaultError: It is not a file that may be opened.
    """
    content = _content(path, max_file_bytes)
    if content.startswith(_ZIP):
        return _checked_archive(content)
    if content.startswith(_COMPOUND):
        if _ENCRYPTED in content:
            raise FileFaultError("password-protected")
        return Guarded(FileKind.XLS, content)
    _check_other_kinds(content)
    return Guarded(FileKind.TEXT, content)


def check_extent(rows: int, columns: int) -> None:
    """Refuse a sheet of more rows or columns than are read.

    Raises:
        FileFaultError: It is larger than the bounds; nothing is ever cut off.
    """
    if rows > limits.ROWS or columns > limits.COLUMNS:
        raise FileFaultError(
            "too-large", reason=f"{rows} × {columns} > {limits.ROWS} × {limits.COLUMNS}"
        )


def _content(path: Path, max_file_bytes: int) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # before opening: a pipe would wait for ever
            raise FileFaultError("not-a-spreadsheet", reason=_("it is a folder or a device"))
        _check_size(about.st_size, max_file_bytes)
        content = path.read_bytes()
    except OSError as error:
        raise FileFaultError("unreadable", reason=reason_of(error)) from error
    _check_size(len(content), max_file_bytes)  # it may have grown
    return content


def _check_size(size: int, limit: int) -> None:
    if size == 0:
        raise FileFaultError("not-a-spreadsheet", reason=_("it is empty: 0 bytes"))
    if size > limit:
        found = math.ceil(size / limits.MEBIBYTE * 10) / 10  # never as small as what is allowed
        allowed = limit / limits.MEBIBYTE
        raise FileFaultError("too-large", reason=f"{found:,.1f} MB > {allowed:,g} MB")


def _check_other_kinds(content: bytes) -> None:
    start = content[:_START_BYTES]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start.decode("utf-16", errors="ignore").encode(errors="ignore")
    start = start.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for pattern, reason in _OTHERS:
        if pattern.match(start):
            raise FileFaultError("not-a-spreadsheet", reason=reason)


def _checked_archive(content: bytes) -> Guarded:
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        names = _checked_names(archive.infolist())
        return Guarded(_kind_of_archive(archive, names), content, archive)
    except DAMAGED_ARCHIVE as error:
        raise FileFaultError("unreadable", reason=_("its archive is damaged")) from error


def _checked_names(parts: list[zipfile.ZipInfo]) -> set[str]:
    """Return the names of the parts as a reader that is not strict compares them."""
    if len(parts) > limits.ZIP_PARTS:
        raise FileFaultError("unsafe-file", reason=_("too many parts"))
    names = {part.filename.replace("\\", "/").casefold() for part in parts}
    if len(names) != len(parts):
        raise FileFaultError("unsafe-file", reason=_("two parts of one name"))
    if any(part.compress_type not in _PACKINGS for part in parts):
        raise zipfile.BadZipFile  # no spreadsheet program packs otherwise
    if any(name.startswith("/") or ".." in name.split("/") for name in names):
        raise FileFaultError("unsafe-file", reason=_("a part that leads out of the file"))
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.ZIP_TOTAL_BYTES or any(_is_bomb(part) for part in parts):
        raise FileFaultError("unsafe-file", reason=_("it unpacks to far more than its size"))
    return names


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    size = part.file_size
    if size > limits.ZIP_PART_BYTES:
        return True
    weighed = size > limits.ZIP_INFLATION_FROM_BYTES
    return weighed and size > limits.ZIP_INFLATION * max(part.compress_size, 1)


def _kind_of_archive(archive: zipfile.ZipFile, names: set[str]) -> FileKind:
    if _WORKBOOK in names:
        return FileKind.XLSX
    if _BINARY_WORKBOOK in names:  # the reader's least tried side: it panics, and errors are blank
        raise FileFaultError("unreadable", reason=_("it is a binary workbook, .xlsb"))
    if "mimetype" in names and archive.read("mimetype").startswith(_ODS_TYPE):
        manifest = "META-INF/manifest.xml"
        if manifest.casefold() in names and b"encryption-data" in archive.read(manifest):
            raise FileFaultError("password-protected")
        return FileKind.ODS
    raise FileFaultError("not-a-spreadsheet", reason=_("it is an archive or another document"))
