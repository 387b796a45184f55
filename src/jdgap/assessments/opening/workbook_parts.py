"""The parts of an .xlsx: which of them is which sheet, and what is in them, read to the end.

Only at the end of a part its checksum is compared. The reader stops where it has seen enough, and
would believe a text that was changed in the archive.
"""

import posixpath
import zipfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from pyexpat import ExpatError, ParserCreate
from typing import Final, TypeAlias, TypeVar

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.guard import DAMAGED_ARCHIVE
from jdgap.assessments.opening.packed_alike import found_once
from jdgap.text.language import mark as _

_Attributes: TypeAlias = dict[str, str]
_Found = TypeVar("_Found")

_BOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_OTHERS: Final = frozenset({"xl/sharedstrings.xml", "xl/styles.xml"})
"""What the reader takes values from besides the sheets, wherever the relations point."""
_RELATION_IDS: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
_PIECE_BYTES: Final = limits.MEBIBYTE
"""A form is one piece; the sheet of a survey would fill a quarter of the memory allowed."""
_DOCUMENT_TYPE: Final = b"<!DOCTYPE"


class WorkbookParts:
    """An archive whose parts are found as the reader finds them, whatever the case and slashes.

    Args:
        archive: The archive.
        content: All its bytes.
    """

    def __init__(self, archive: zipfile.ZipFile, content: bytes) -> None:
        self._archive, self._content = archive, content
        self._parts = {_as_compared(part.filename): part for part in archive.infolist()}

    def pieces(self, part: str) -> Iterator[bytes]:
        """Yield what is in a part.

        Raises:
            FileFaultError: It is not there, does not unpack to what was packed, or declares a
                document type: the workbooks of office programs never do, and entities come with
                it.
        """
        try:
            with self._archive.open(self._parts[_as_compared(part)]) as stream:
                piece = stream.read(_PIECE_BYTES)
                if _DOCUMENT_TYPE in piece:
                    raise FileFaultError("unsafe-file", reason=_("it declares a document type"))
                while piece:
                    yield piece
                    piece = stream.read(_PIECE_BYTES)
        except DAMAGED_ARCHIVE as error:
            raise FileFaultError("unreadable", reason=_("its archive is damaged")) from error

    def once(self, part: str, find: Callable[["WorkbookParts", str], _Found]) -> _Found:
        """Return what `find` finds in a part, or found in one that was packed alike.

        Args:
            part: Its name.
            find: Is given these parts and the name. Nobody may change what it returns.

        Raises:
            FileFaultError: From `find`.
        """
        about = self._parts.get(_as_compared(part))
        if about is None:
            return find(self, part)
        return found_once(self._content, about, lambda: find(self, part), as_=find)

    def check_others(self) -> None:
        """Read what the reader takes values from besides the sheets.

        Raises:
            FileFaultError: As for `pieces`.
        """
        for part in self._parts.keys() & _OTHERS:
            self.once(part, _read_to_its_end)

    def sheets(self) -> dict[str, str]:
        """Return the part of each sheet by the sheet's title; of two of one title, the first.

        Raises:
            FileFaultError: The lists of sheets and parts cannot be read, or list what is not there.
        """
        relations = self.once(_RELATIONS, _relations)
        targets = {about.get("Id", ""): about.get("Target", "") for about in relations}
        found: dict[str, str] = {}
        for about in self.once(_BOOK, _listed_sheets):
            ids = (about[key] for key in _RELATION_IDS if key in about)
            part = _part_of(targets.get(next(ids, ""), ""))
            if _as_compared(part) not in self._parts:
                reason = _("a sheet that is listed does not open")
                raise FileFaultError("unreadable", reason=reason)
            found.setdefault(about.get("name", ""), part)
        return found


def _read_to_its_end(parts: WorkbookParts, part: str) -> None:
    for _piece in parts.pieces(part):
        pass


def _relations(parts: WorkbookParts, part: str) -> list[_Attributes]:
    return _elements(parts.pieces(part), "Relationship")


def _listed_sheets(parts: WorkbookParts, part: str) -> list[_Attributes]:
    return _elements(parts.pieces(part), "sheet")


def _elements(pieces: Iterator[bytes], wanted: str) -> list[_Attributes]:
    """Return the attributes of all elements of a name in a part, whatever their namespace."""
    found: list[_Attributes] = []

    def on_start(name: str, about: _Attributes) -> None:
        if name.rpartition(" ")[2] == wanted:
            found.append(about)

    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = on_start
    try:
        for piece in pieces:
            parser.Parse(piece)
    except (ExpatError, LookupError, ValueError) as error:
        raise FileFaultError("unreadable", reason=_("its content is damaged")) from error
    return found


@lru_cache(maxsize=256)
def _part_of(target: str) -> str:
    """Return the part that a relation of the workbook leads to."""
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _as_compared(name: str) -> str:
    return name.replace("\\", "/").casefold()
