"""The looks of a workbook that XlsxWriter writes, and the one way text enters its cells."""

import re
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from jdgap.output.excel.style import Dress, Typeface, plain_text
from jdgap.text.cleaning import like_formula

_THIN, _HAIR = 1, 7  # XlsxWriter's numbers for lines
_BORDERS: Final[dict[str, dict[str, Any]]] = {
    "none": {},
    "box": {"border": _THIN, "border_color": "#8C8C8C"},
    "bottom": {"bottom": _HAIR, "bottom_color": "#595959"},
}
_NEIGHBOURS = re.compile("(_x[0-9A-Fa-f]{4})_(?=x[0-9A-Fa-f]{4}_)")
_UPRIGHT: Final = {"center": "vcenter"}


class Looks:
    """The formats of one workbook: each look is made once.

    Attributes:
        face: The typeface of the whole workbook.
    """

    def __init__(self, workbook: Workbook, face: Typeface) -> None:
        self.face = face
        self._workbook = workbook
        self._known: dict[tuple[Dress, bool], Format] = {}
        self._marks: dict[tuple[Dress, bool], str] = {}

    def of(self, dress: Dress, *, quoted: bool = False) -> Format:
        """Return the format for cells in `dress`.

        Args:
            dress: What the cell looks like.
            quoted: It holds text like a formula, which stays text when somebody edits it.
        """
        key = (dress, quoted)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._workbook.add_format(_properties(self.face, *key))
        return known

    def mark(self, dress: Dress, *, quoted: bool = False) -> str:
        """Return how a cell in the file names its format, for what writes a cell's XML itself."""
        key = (dress, quoted)
        known = self._marks.get(key)
        if known is None:
            index = self.of(dress, quoted=quoted)._get_xf_index()  # noqa: SLF001 - as XlsxWriter's own cells do
            known = self._marks[key] = f' s="{index}"'
        return known

    def write(
        self, sheet: Worksheet, row: int, column: int, value: str | float | None, dress: Dress
    ) -> None:
        """Write one cell, counted from 0: a number as a number, text as text whatever it is."""
        if isinstance(value, str) and (text := cell_text(value)):
            sheet.write_string(row, column, text, self.of(dress, quoted=like_formula(text)))
        elif isinstance(value, (int, float)):
            sheet.write_number(row, column, value, self.of(dress))
        else:
            sheet.write_blank(row, column, None, self.of(dress))


def cell_text(text: str) -> str:
    """Return `text` as XlsxWriter may be given it: one line, within Excel's limit, never XML.

    XlsxWriter escapes what looks like one of Excel's own escapes, but not the second of two that
    share an underscore, `_x0041_x001B_`. A space parts them.
    """
    plain = plain_text(text)
    return not_xml(_NEIGHBOURS.sub(r"\1 ", plain) if "_x" in plain else plain)


def not_xml(text: str) -> str:
    """Return `text` so that XlsxWriter takes it for text.

    What begins with `<r>` and ends with `</r>` it writes as XML of its own, so that a name could
    break the whole workbook. With a space after it, it is text.
    """
    return f"{text} " if text.endswith("</r>") else text


def _properties(face: Typeface, dress: Dress, quoted: bool) -> dict[str, Any]:
    fill = {} if dress.fill is None else {"pattern": 1, "bg_color": f"#{dress.fill}"}
    return {
        "font_name": face.name,
        "font_size": round(face.size * dress.scale * 2) / 2,
        "bold": dress.bold,
        "italic": dress.italic,
        "font_color": f"#{dress.colour}",
        "align": dress.across,
        "valign": _UPRIGHT.get(dress.upright, dress.upright),
        "text_wrap": dress.wrap,
        "indent": dress.indent,
        "rotation": dress.rotation,
        "num_format": dress.pattern,
        "locked": not dress.editable,
        "quote_prefix": quoted,
        **fill,
        **_BORDERS[dress.lines],
    }
