"""What cells look like, and which text may enter them, whichever library writes them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from jdgap.output.unlike import UnlikeNames
from jdgap.positions import Name
from jdgap.text.cleaning import clean, cut, shortened
from jdgap.text.wrapping import cells, is_narrow, longest_word, thai_lines

DEFAULT_FONT: Final = "TH Sarabun New"
LONGEST_TEXT: Final = 32_767
LONGEST_TITLE: Final = 31
TALLEST_ROW: Final = 409.0
"""Excel's limits: UTF-16 units in a cell and in a sheet title, points of a row."""

_LONGEST_PROPERTY = 200
"""Characters; Excel takes 255 of those that it counts."""
_LINE_HEIGHT = 1.55
_UNITS_PER_THAI_CELL = 1.2
_UNITS_PER_LATIN_CELL = 1.1
_BOLD = 1.06
_MOST_UNITS_PER_CELL: Final = max(_UNITS_PER_THAI_CELL, _UNITS_PER_LATIN_CELL)
"""Of letters as they come in a text: LibreOffice needs 1.1 of them, Excel 1.0."""
_AIR_IN_BOX = 5.0
_AIR_BESIDE_A_WORD = 1.0
_WIDEST_HEADING: Final = 40.0
_MOST_MEASURED = 80
"""Characters to each cell of a line: the tallest row has 40 lines, and marks take no cell."""
_IN_PATHS = re.compile(r"(?<=[!-~])[/\\_](?=[!-~])")
"""We break a line after these, spreadsheet programs do not: a path goes to the next line whole."""
_OFTEN_SEEN = 200
"""Characters; a longer text hardly stands on two sheets."""

_SMALL_FACES = re.compile(
    r"^(TH |(angsana|cordia|browallia|eucrosia|freesia|iris|jasmine|lily|dillenia|kodchiang))|UPC$",
    re.IGNORECASE,
)
_NOT_IN_FONT = re.compile(r'["&,]')
_LONGEST_FONT = 31
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\［］：＊？／＼￥]")
"""The full-width ones, too: Excel in East Asia refuses them."""
_NOT_AT_THE_EDGE = " '’＇"


@dataclass(frozen=True, slots=True)
class Typeface:
    """The font of a workbook.

    Attributes:
        name: As Excel knows it, without what would be a code in a footer.
    """

    name: str = DEFAULT_FONT

    def __post_init__(self) -> None:
        """Keep what may be the name of a font."""
        plain = clean(_NOT_IN_FONT.sub(" ", undecodable(self.name)))
        object.__setattr__(self, "name", _cut(plain, _LONGEST_FONT) or DEFAULT_FONT)

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
    room = width - _beside(dress)
    if len(text) * _MOST_UNITS_PER_CELL * _largeness(dress) <= room and is_narrow(text):
        return 1  # as most texts; to measure one takes far longer
    in_a_line = max(1, int(room / _units_per_cell(text, dress)))
    measured = text[: in_a_line * _MOST_MEASURED]
    lines = len(thai_lines(measured, in_a_line))
    whole = _IN_PATHS.sub("x", measured) if lines > 1 else measured
    return lines if whole == measured else max(lines, len(thai_lines(whole, in_a_line)))


def width_for(text: str, lines: int, dress: Dress) -> float:
    """Return the least width, in column units, for `lines` lines of `text` with its words whole.

    It is never more than a heading may take from a page: one that is longer has more lines.
    """
    cell, least = _units_per_cell(text, dress), max(longest_word(text), cells(text) // lines)
    width = _beside(dress) + _AIR_BESIDE_A_WORD + least * cell
    while width < _WIDEST_HEADING and lines_of(text, width, dress) > lines:
        width += cell
    return min(width, _WIDEST_HEADING)


def _units_per_cell(text: str, dress: Dress) -> float:
    thai = sum("\u0e00" <= character <= "\u0e7f" for character in text) / (len(text) or 1)
    cell = _UNITS_PER_LATIN_CELL + thai * (_UNITS_PER_THAI_CELL - _UNITS_PER_LATIN_CELL)
    return cell * _largeness(dress)


def _largeness(dress: Dress) -> float:
    return dress.scale * (_BOLD if dress.bold else 1.0)


def _beside(dress: Dress) -> float:
    """Return how many units of a column its text leaves free."""
    return 1.0 + 2 * dress.indent


def points_of(lines: int, face: Typeface, dress: Dress) -> float:
    """Return how high a row of `lines` lines is; in a box they do not touch the border."""
    air = _AIR_IN_BOX if dress.lines == "box" else 0.0
    return min(TALLEST_ROW, lines * _LINE_HEIGHT * face.size * dress.scale + air)


@lru_cache(maxsize=8192)
def points_for(text: str, width: float, face: Typeface, dress: Dress) -> float:
    """Return how high a row is that holds `text` in `width` column units."""
    return points_of(lines_of(text, width, dress), face, dress)


class InLines(str):
    """Text whose ends of lines are ours and stay; in all other text they become spaces."""

    __slots__ = ()


def in_lines(name: Name) -> InLines:
    """Return a name for a cell that has room for two lines: each language on its own."""
    return InLines(name.stacked)


def plain_text(text: str) -> str:
    """Return `text` as a cell may show it: one line, valid in XML, within Excel's limit.

    This is for XlsxWriter, which escapes what looks like one of Excel's own escapes itself.
    """
    if isinstance(text, InLines):
        return InLines("\n".join(map(_plain, text.split("\n"))))
    return _known_plain(text) if len(text) <= _OFTEN_SEEN else _plain(text)


@lru_cache(maxsize=8192)
def _known_plain(text: str) -> str:
    """Labels, names and levels come again on each sheet."""
    return _plain(text)


def _plain(text: str) -> str:
    return _cut(clean(text), LONGEST_TEXT)


def safe_text(text: str) -> str:
    """Return `text` as a cell may hold it where nothing else escapes it: openpyxl, or plain XML."""
    return _cut(escaped(plain_text(text)), LONGEST_TEXT)


def document_title(text: str) -> str:
    """Return `text` as the title of a workbook among its properties."""
    return safe_text(shortened(text, _LONGEST_PROPERTY))


def escaped(text: str) -> str:
    """Return `text` so that Excel decodes nothing in it.

    `_x001B_` in user text would be an escape character to Excel, so its underscore is escaped.
    """
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def undecodable(text: str) -> str:
    """Return `text` with nothing in it that Excel would decode, where it may not be escaped."""
    return _LOOKS_ESCAPED.sub(" ", text)


def sheet_title(wanted: str, taken: Iterable[str] = ()) -> str:
    """Return a title for a sheet, within Excel's rules and unlike all `taken`."""
    return SheetTitles(taken).new(wanted)


class SheetTitles:
    """The titles of one workbook's sheets; each new one differs from all before it.

    Args:
        taken: The titles that the workbook has already.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._names = UnlikeNames((*taken, "History"))

    def new(self, wanted: str) -> str:
        """Return a title within Excel's rules and take it."""
        plain = clean(undecodable(_NOT_IN_TITLE.sub(" ", clean(wanted)))).strip(_NOT_AT_THE_EDGE)
        return self._names.new(partial(_title, plain))


def _title(plain: str, addition: str) -> str:
    kept = _cut(plain, LONGEST_TITLE - len(addition)).strip(_NOT_AT_THE_EDGE)
    return (kept or "-") + addition


def _cut(text: str, limit: int) -> str:
    """Return at most `limit` UTF-16 units of `text`, never a letter without its marks."""
    # No character takes more than two of them.
    return text if 2 * len(text) <= limit else cut(text, 2 * limit, "utf-16-le")
