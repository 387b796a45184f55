"""What is really in a cell that reads as blank: an error value, or an uncalculated formula.

The reader gives "" for both. openpyxl could tell, but takes longer to import than a whole check
may take, so the few XML elements that matter are read here.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jdgap.assessments.opening.guard import DAMAGED_ARCHIVE

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_SIGNS = (b'="e"', b"='e'", b"f>", b"f/>", b"<f ", b":f ")
"""What stands in a sheet with an error value or a formula (`<formula1>` is a validation).

Plain searches, because a regular expression takes three times as long.
"""
_SIGN_BYTES: Final = max(map(len, _SIGNS))
_PIECE_BYTES: Final = 1024 * 1024
"""A form is one piece; the sheet of a survey would fill a quarter of the memory allowed."""

UNCALCULATED: Final = "="
"""Stands for a formula whose result was never saved."""


def blank_reasons(archive: zipfile.ZipFile) -> dict[str, dict[str, str]]:
    """Return by sheet title and address what stands in cells that read as blank.

    An error value stands as written (`#REF!`), an uncalculated formula as `UNCALCULATED`.
    A part that cannot be read gives nothing: the reader has its own word on it.
    """
    reasons: dict[str, dict[str, str]] = {}
    try:
        suspects = {part for part in archive.namelist() if _may_matter(archive, part)}
        for title, part in _sheet_parts(archive) if suspects else ():
            if part in suspects:
                reasons[title] = dict(_odd_cells(archive, part))
    except (*DAMAGED_ARCHIVE, SyntaxError, OSError):  # an XML ParseError is a SyntaxError
        return reasons
    return reasons


def _may_matter(archive: zipfile.ZipFile, part: str) -> bool:
    """Return whether a part is a sheet with a formula or an error; most forms hold none."""
    if not part.startswith("xl/worksheets/"):
        return False
    before = b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE_BYTES):
            content = before + piece if before else piece
            if any(sign in content for sign in _SIGNS):
                return True
            before = content[-_SIGN_BYTES:]  # a sign may lie across two pieces
    return False


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    from xml.etree.ElementTree import iterparse

    targets: dict[str, str] = {}
    with archive.open("xl/_rels/workbook.xml.rels") as stream:
        for _, element in iterparse(stream):  # noqa: S314 (expat 2.4.1 and later stop entity bombs)
            if element.tag.endswith("}Relationship"):
                targets[element.get("Id", "")] = element.get("Target", "")
    with archive.open("xl/workbook.xml") as stream:
        for _, element in iterparse(stream):  # noqa: S314 (expat 2.4.1 and later stop entity bombs)
            if element.tag == f"{_MAIN}sheet":
                target = targets.get(element.get(_RELATION_ID, ""), "")
                part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
                yield element.get("name", ""), part


def _odd_cells(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    from xml.etree.ElementTree import iterparse

    with archive.open(part) as stream:
        for _, element in iterparse(stream):  # noqa: S314 (expat 2.4.1 and later stop entity bombs)
            if element.tag == f"{_MAIN}c":
                reason = _reason(element)
                if reason:
                    yield element.get("r", ""), reason
            elif element.tag == f"{_MAIN}row":
                element.clear()  # a sheet of 100,000 rows would otherwise stay in memory


def _reason(cell: "Element") -> str:
    saved = cell.findtext(f"{_MAIN}v") or ""
    if cell.get("t") == "e":
        return saved or "#ERROR!"
    formula = cell.find(f"{_MAIN}f") is not None
    return UNCALCULATED if formula and not saved and cell.get("t") != "str" else ""
