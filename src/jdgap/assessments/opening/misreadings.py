"""What the reader would take for another value, or for another cell, without a word.

No office program writes any of it. The reader takes a number up to the first `&` or `<` (`1&#51;`
for 1 and not 13, `&#51;` for a blank), row 4294967303 for row 7, and of two values at one address
the last.

Values are looked at in every sheet. Addresses only where a sheet is as small as a form: in the
sheet of a survey the look would take longer than all others together.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.text.language import mark as _

_PREFIX = rb"(?:[^\s<>/!?:]+:)?"
_CELL = rb"<" + _PREFIX + rb"c"
_FORMULA = rb"<" + _PREFIX + rb"f(?:\s[^<>]*)?(?:/>|>[^<]*</" + _PREFIX + rb"f\s*>)"
_VALUE = rb"<" + _PREFIX + rb"v(?:\s[^<>]*)?>"

_CELL_START = re.compile(_CELL + rb"[\s>]")
_IN_PARTS = re.compile(_VALUE + rb"[^<&]*(?:&|<!)")
"""A value that is more than one run of characters."""
_TEXT_IN_PARTS = re.compile(
    _CELL
    + rb"\s(?:[^<>]*\s)?t\s*=\s*[\"'](?:str|inlineStr|d)[\"'][^<>]*>\s*"
    + (rb"(?:" + _FORMULA + rb")?\s*")
    + (_VALUE + rb"[^<&]*&")
)
"""A text that was calculated, in which `&amp;` is read as it should be."""
_ADDRESS = re.compile(rb'c r="([^"<>]*)"')
"""Of a cell, as nearly all programs write it; that it begins with plain bytes makes it quick."""
_FAR_ROW = re.compile(rb'row r="[0-9]{8}')
_POSSIBLE = re.compile(rb"(?:[A-Z]{1,3}[0-9]{1,7} ?)*")

_FORM_BYTES: Final = limits.MEBIBYTE
_CELL_BYTES: Final = 256 * 1024
"""No cell is longer that a program wrote."""


def read_right(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the `pieces` of a sheet, each of which the reader understands as it is meant.

    Raises:
        FileFaultError: It would not.
    """
    before = b""
    for piece in pieces:
        if not before and len(piece) < _FORM_BYTES:
            _check_addresses(piece)
        if b"&" in piece or b"!" in piece:  # the search for one byte takes next to no time
            _check_values(_begun_cell(before) + piece)
        yield piece
        before = piece


def _begun_cell(before: bytes) -> bytes:
    """Return the last cells of a piece; the last of them may go on in the next, amid its name."""
    end = before[-_CELL_BYTES:]
    start = _CELL_START.search(end)
    return end[start.start() if start else end.rfind(b"<") :]


def _check_values(content: bytes) -> None:
    # Below the rows, `&` is in the choices of lists.
    rows = content.partition(b"</sheetData>")[0]
    found = _IN_PARTS.findall(rows) if b"&" in rows or b"!" in rows else []
    if found and len(found) != len(_TEXT_IN_PARTS.findall(rows)):
        reason = _("a value is written as no spreadsheet program writes it")
        raise FileFaultError("unreadable", reason=reason)


def _check_addresses(content: bytes) -> None:
    cells = b" ".join(_ADDRESS.findall(content)).upper()
    if _FAR_ROW.search(content) or not _POSSIBLE.fullmatch(cells):
        raise FileFaultError("unreadable", reason=_("a cell is beyond the largest sheet there is"))
    addresses = cells.split()
    if len(set(addresses)) != len(addresses):
        raise FileFaultError("unreadable", reason=_("a cell stands twice in one sheet"))
