"""What is looked at before a file is opened: its kind, its size, and how its archive is built."""

import stat
import struct
import zipfile
import zlib
from enum import Enum
from pathlib import Path
from typing import Final

from jdgap.assessments import limits
from jdgap.assessments.faults import FileFaultError
from jdgap.text.language import mark as _

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PACKINGS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_WORKBOOK_PARTS = ("xl/workbook.xml", "xl/workbook.bin")
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


DAMAGED_ARCHIVE: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError),
)
"""What reading a damaged archive raises, as found by damaging one in 3,000 ways."""


class FileKind(Enum):
    """How a workbook is stored, told by its content and never by its ending."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


def guard(path: Path) -> FileKind:
    """Return how the workbook at `path` is stored.

    Raises:
        FileFaultError: It is not a workbook that may be opened.
    """
    _check_size(path)
    try:
        with path.open("rb") as stream:
            start = stream.read(len(_COMPOUND))
        if start.startswith(_ZIP):
            return _check_archive(path)
        if start == _COMPOUND:
            return _check_compound(path)
    except OSError as error:
        raise FileFaultError("unreadable", reason=error.strerror or "") from error
    raise FileFaultError("not-a-spreadsheet", reason=_("its content is of another kind"))


def _check_size(path: Path) -> None:
    try:
        about = path.stat()
    except OSError as error:
        raise FileFaultError("unreadable", reason=error.strerror or "") from error
    if not stat.S_ISREG(about.st_mode):
        raise FileFaultError("not-a-spreadsheet", reason=_("it is a folder or a device"))
    if about.st_size == 0:
        raise FileFaultError("not-a-spreadsheet", reason=_("it is empty: 0 bytes"))
    if about.st_size > limits.FILE_BYTES:
        found, limit = about.st_size // limits.MEBIBYTE, limits.FILE_BYTES // limits.MEBIBYTE
        raise FileFaultError("too-large", reason=f"{found} MB > {limit} MB")


def _check_compound(path: Path) -> FileKind:
    if _ENCRYPTED in path.read_bytes():
        raise FileFaultError("password-protected")
    return FileKind.XLS


def _check_archive(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_parts(parts)
            return _kind_of_archive(archive)
    except DAMAGED_ARCHIVE as error:
        raise FileFaultError("unreadable", reason=_("its archive is damaged")) from error


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > limits.ZIP_PARTS:
        raise FileFaultError("unsafe-file", reason=_("too many parts"))
    names = [part.filename.replace("\\", "/").casefold() for part in parts]
    if len(set(names)) != len(names):
        raise FileFaultError("unsafe-file", reason=_("two parts of one name"))
    if any(part.compress_type not in _PACKINGS for part in parts):
        raise zipfile.BadZipFile  # no spreadsheet program packs otherwise
    if any(".." in name.split("/") or name.startswith("/") for name in names):
        raise FileFaultError("unsafe-file", reason=_("a part that leads out of the file"))
    if sum(part.file_size for part in parts) > limits.ZIP_TOTAL_BYTES:
        raise FileFaultError("unsafe-file", reason=_("it unpacks to far more than its size"))
    for part in parts:
        inflated = part.file_size > limits.ZIP_INFLATION * max(part.compress_size, 1)
        if part.file_size > limits.ZIP_PART_BYTES or (
            inflated and part.file_size > limits.ZIP_INFLATION_FROM_BYTES
        ):
            raise FileFaultError("unsafe-file", reason=_("it unpacks to far more than its size"))


def _kind_of_archive(archive: zipfile.ZipFile) -> FileKind:
    names = {name.replace("\\", "/").casefold() for name in archive.namelist()}
    if names.intersection(_WORKBOOK_PARTS):
        return FileKind.XLSX
    if "mimetype" in names and archive.read("mimetype").startswith(_ODS_TYPE):
        manifest = "META-INF/manifest.xml"
        if manifest.casefold() in names and b"encryption-data" in archive.read(manifest):
            raise FileFaultError("password-protected")
        return FileKind.ODS
    raise FileFaultError("not-a-spreadsheet", reason=_("it is an archive or another document"))
