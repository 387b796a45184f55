"""What cells look like, and which text may enter them, whichever library writes them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jdgap.text.cleaning import clean
from jdgap.text.wrapping import thai_lines

DEFAULT_FONT: Final = "TH Sarabun New"
LONGEST_TEXT: Final = 32_767
LONGEST_TITLE: Final = 31
TALLEST_ROW: Final = 409.0
"""Excel's limits: UTF-16 units in a cell and in a sheet title, points of a row."""

STARTS_LIKE_FORMULA: Final = ("=", "+", "-", "@")
"""Text that begins so is marked, or it would become a formula when somebody edits it."""

_LINE_HEIGHT = 1.55
_UNITS_PER_THAI_CELL = 1.2
_UNITS_PER_LATIN_CELL = 1.0
_AIR_IN_BOX = 5.0
_OFTEN_SEEN = 200
"""Characters; a longer text hardly stands on two sheets."""

_SMALL_FACES = re.compile(
    r"^(TH |(angsana|cordia|browallia|eucrosia|freesia|iris|jasmine|lily|dillenia|kodchiang))|UPC$",
    re.IGNORECASE,
)
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_COMBINING = re.compile("[\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]")


@dataclass(frozen=True, slots=True)
class Typeface:
    """The font of a workbook.

    Attributes:
        name: As Excel knows it.
    """

    name: str = DEFAULT_FONT

    @property
    def size(self) -> float:
        """Points of the body text: the old Thai faces are drawn small in their square."""
        return 16.0 if _SMALL_FACES.search(self.name) else 11.0


@dataclass(frozen=True, slots=True)
class Dress:
    """How one cell looks.

    Attributes:
        scale: Of the body text's size.
        colour: Of the text, as RRGGBB.
        fill: Of the ground, as RRGGBB; None leaves it clear.
        lines: Where thin lines are drawn: `box`, `bottom` or `none`.
        editable: People may write in it when the sheet is protected.
        pattern: Number format; `@` keeps what is typed as text.
        wrap: Break the text into lines; else it is one line whatever its length.
        rotation: Degrees that the text is turned; 90 reads upwards.
    """

    bold: bool = False
    italic: bool = False
    scale: float = 1.0
    colour: str = "000000"
    fill: str | None = None
    across: str = "left"
    upright: str = "center"
    lines: str = "none"
    indent: int = 0
    editable: bool = False
    pattern: str = "General"
    wrap: bool = True
    rotation: int = 0


def lines_of(text: str, width: float, dress: Dress) -> int:
    """Return how many lines `text` takes in `width` column units."""
    if not dress.wrap or dress.rotation:  # who turns a text makes its row high enough
        return 1
    thai = sum("\u0e00" <= character <= "\u0e7f" for character in text) / (len(text) or 1)
    cell = _UNITS_PER_LATIN_CELL + thai * (_UNITS_PER_THAI_CELL - _UNITS_PER_LATIN_CELL)
    cell *= dress.scale * (1.06 if dress.bold else 1.0)
    room = width - 1 - 2 * dress.indent
    return len(thai_lines(text, max(1, int(room / cell))))


def points_of(lines: int, face: Typeface, dress: Dress) -> float:
    """Return how high a row of `lines` lines is; in a box they do not touch the border."""
    air = _AIR_IN_BOX if dress.lines == "box" else 0.0
    return min(TALLEST_ROW, lines * _LINE_HEIGHT * face.size * dress.scale + air)


@lru_cache(maxsize=8192)
def points_for(text: str, width: float, face: Typeface, dress: Dress) -> float:
    """Return how high a row is that holds `text` in `width` column units."""
    return points_of(lines_of(text, width, dress), face, dress)


def plain_text(text: str) -> str:
    """Return `text` as a cell may show it: one line, valid in XML, within Excel's limit.

    This is for XlsxWriter, which escapes what looks like one of Excel's own escapes itself.
    """
    return _known_plain(text) if len(text) <= _OFTEN_SEEN else _plain(text)


@lru_cache(maxsize=8192)
def _known_plain(text: str) -> str:
    """Labels, names and levels come again on each sheet."""
    return _plain(text)


def _plain(text: str) -> str:
    return _cut(_NOT_IN_XML.sub("", clean(text)), LONGEST_TEXT)


def safe_text(text: str) -> str:
    """Return `text` as a cell may hold it where nothing else escapes it: openpyxl, or plain XML."""
    return _cut(escaped(plain_text(text)), LONGEST_TEXT)


def escaped(text: str) -> str:
    """Return `text` so that Excel decodes nothing in it.

    `_x001B_` in user text would be an escape character to Excel, so its underscore is escaped.
    """
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def sheet_title(wanted: str, taken: Iterable[str] = ()) -> str:
    """Return a title for a sheet, within Excel's rules and unlike all `taken`."""
    return SheetTitles(taken).new(wanted)


class SheetTitles:
    """The titles of one workbook's sheets; each new one differs from all before it.

    Args:
        taken: The titles that the workbook has already.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {title.casefold() for title in taken} | {"history"}

    def new(self, wanted: str) -> str:
        """Return a title within Excel's rules and take it."""
        plain = _NOT_IN_XML.sub("", _NOT_IN_TITLE.sub(" ", clean(wanted)))
        plain = clean(plain).strip("' ") or "-"
        number, title = 1, _cut(plain, LONGEST_TITLE).strip("' ") or "-"
        while title.casefold() in self._taken:
            number += 1
            ending = f" ({number})"
            title = _cut(plain, LONGEST_TITLE - len(ending)).strip("' ") + ending
        self._taken.add(title.casefold())
        return title


def _cut(text: str, limit: int) -> str:
    """Return at most `limit` UTF-16 units of `text`, never a consonant without its marks."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * limit:
        return text
    kept = units[: 2 * limit].decode("utf-16-le", "ignore")
    end = len(kept)
    while end and _COMBINING.match(text[end]):
        end -= 1
    return kept[:end] or kept
