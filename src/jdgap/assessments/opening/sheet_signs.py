"""Whether there is anything in a sheet that its XML has to be parsed for; most forms hold nothing.

A survey unpacks to 100 MB, so these are plain searches; a regular expression takes three times
as long and only has the last word on a piece that a plain search stopped at.
"""

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final

_FORMULAS: Final = ((b"<f", re.compile(rb"<f[\s/>]")), (b":f", re.compile(rb":f[\s/>]")))
"""A formula, without and with a prefix; `<formula1>` is a list of choices."""
_HIDDEN = re.compile(rb"hidden\s*=\s*[\"'](?:1|t)")
"""Something hidden; LibreOffice says of each row that it is not."""
_ROWS: Final = b"sheetData"
_SIGN_BYTES: Final = 16
"""No sign is longer; one may lie across two pieces."""


class Need(Enum):
    """How much of a sheet has to be parsed."""

    NOTHING = "nothing"
    HEAD = "head"
    """What stands before the rows: the columns."""
    ALL = "all"


def need_of(pieces: Iterable[bytes]) -> Need:
    """Return how much of a sheet that comes in `pieces` has to be parsed."""
    need = Need.NOTHING
    before: bytes | None = None
    for piece in pieces:
        if before is None:
            head = head_of(piece)
            if _hides(head):
                need = Need.HEAD
            piece = piece[len(head) :]  # noqa: PLW2901 (only the rest is searched for signs in rows)
            before = b""
        # A seam is searched by itself: to put the pieces together takes as long as to search them.
        seam = before + piece[:_SIGN_BYTES]
        if (before and _is_sign_in(seam)) or _is_sign_in(piece):
            return Need.ALL
        before = (seam if len(piece) <= _SIGN_BYTES else piece)[-_SIGN_BYTES:]
    return need


def head_of(piece: bytes) -> bytes:
    """Return what stands before the rows in the first piece of a sheet, nothing if unsure."""
    head, rows, _rest = piece.partition(_ROWS)
    return head if rows else b""


def _is_sign_in(content: bytes) -> bool:
    return _formula(content) or _error(content) or _hides(content)


# The search for one byte takes a tenth of the time, and says no for most surveys.


def _formula(content: bytes) -> bool:
    return b"f" in content and any(
        start in content and pattern.search(content) for start, pattern in _FORMULAS
    )


def _error(content: bytes) -> bool:
    return b'="e"' in content or (b"'" in content and b"='e'" in content)


def _hides(content: bytes) -> bool:
    return b"h" in content and b"hidden" in content and bool(_HIDDEN.search(content))
