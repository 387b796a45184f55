"""One form to stamp copies from: openpyxl takes 60 ms to fill a form in, this takes less than 1.

The copies are as Excel saves a form after somebody has filled it in: texts are shared strings.
"""

import io
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook

from jdgap import Book, FormDetails, write_form
from jdgap.positions import Position

_SHEET: Final = "xl/worksheets/sheet1.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_INLINE = re.compile(r' t="inlineStr"><is><t(?: xml:space="preserve")?>(?P<text>[^<]*)</t></is>')
_EMPTY = re.compile(r'<c r="(?P<cell>[A-Z]+[0-9]+)"(?P<style> s="[0-9]+")?(?: t="n")? ?/>')


@dataclass(frozen=True, slots=True)
class Stamp:
    """A form of one position.

    Attributes:
        package: A zip file with the parts that are the same in every copy.
        sheet: The XML of the sheet that is filled in.
        strings: The texts of all sheets, in XML, in the order of their numbers.
        rows: The row of each text in columns A and B: labels and competencies.
    """

    package: bytes
    sheet: str
    strings: tuple[str, ...]
    rows: dict[str, int]

    def make(self, path: Path, values: Mapping[str, int | float | str | None]) -> None:
        """Write a copy with `values` in its empty cells, by address."""
        strings = list(self.strings)

        def filled(empty: re.Match[str]) -> str:
            value = values.get(empty["cell"])
            start = f'<c r="{empty["cell"]}"{empty["style"] or ""}'
            if value is None:
                return f"{start}/>"
            if not isinstance(value, str):
                return f"{start}><v>{value}</v></c>"
            strings.append(escape(value))
            return f'{start} t="s"><v>{len(strings) - 1}</v></c>'

        sheet = _EMPTY.sub(filled, self.sheet)
        path.write_bytes(self.package)
        with ZipFile(path, "a", ZIP_DEFLATED) as archive:
            archive.writestr(_SHEET, sheet)
            archive.writestr(_STRINGS, _string_table(strings))


def make_stamp(book: Book, position: Position, details: FormDetails) -> Stamp:
    """Return the form that jdgap makes for `position`, ready for stamping."""
    workbook = _form(book, position, details)
    rows = {
        str(cell.value): cell.row
        for cells in workbook.worksheets[0].iter_rows(max_col=2)
        for cell in cells
        if cell.value is not None
    }
    strings: list[str] = []
    parts = {
        name: _shared(content, strings) if name.startswith("xl/worksheets/sheet") else content
        for name, content in _parts(workbook).items()
    }
    sheet = parts.pop(_SHEET)
    _announce_strings(parts)
    package = io.BytesIO()
    with ZipFile(package, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return Stamp(package.getvalue(), sheet, tuple(strings), rows)


def _form(book: Book, position: Position, details: FormDetails) -> Workbook:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "form.xlsx")
        write_form(path, book, position, details)
        return load_workbook(path)


def _parts(workbook: Workbook) -> dict[str, str]:
    """Return the parts as openpyxl writes them, whatever the form was written with."""
    saved = io.BytesIO()
    workbook.save(saved)
    with ZipFile(saved) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts.pop(_STRINGS, None)
    return {name: parts[name] for name in sorted(parts)}  # [Content_Types].xml first, as in Excel


def _shared(content: str, strings: list[str]) -> str:
    """Return a sheet's XML with its texts moved to `strings`."""

    def numbered(inline: re.Match[str]) -> str:
        strings.append(inline["text"])
        return f' t="s"><v>{len(strings) - 1}</v>'

    return _INLINE.sub(numbered, content)


def _announce_strings(parts: dict[str, str]) -> None:
    """Name the part with the shared strings where a workbook names its parts."""
    types, relations = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
    if _STRINGS not in parts[types]:
        part = f'<Override PartName="/{_STRINGS}" ContentType="{_CONTENT}.sharedStrings+xml"/>'
        parts[types] = parts[types].replace("</Types>", f"{part}</Types>")
    if "sharedStrings" not in parts[relations]:
        part = f'<Relationship Id="rIdS" Type="{_RELATION}/sharedStrings" Target="/{_STRINGS}"/>'
        parts[relations] = parts[relations].replace("</Relationships>", f"{part}</Relationships>")


def _string_table(strings: list[str]) -> str:
    texts = "".join(f"<si><t>{text}</t></si>" for text in strings)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<sst xmlns="{_MAIN}" uniqueCount="{len(strings)}">{texts}</sst>'
