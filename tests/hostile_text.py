"""Texts that do harm where they are not taken for text, and what is asked of every workbook."""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree as ET

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from answers import member
from builders import book
from jdgap.assessments import Assessment
from jdgap.gaps.round import RoundResult
from jdgap.output.excel.looks import cell_text
from jdgap.output.excel.style import escaped
from jdgap.positions import Book
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import clean
from report_rounds import a_result, somebody

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

FORMULAS = (
    *("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "=cmd|'/c calc'!A1", "+x|y"),
    *(
        "\t=1+1",
        "\r=1+1",
        "\n=1",
        "  =1+1",
        "\x00=1",
        "\u200b=1",
        "\ufeff=1",
        "\u202e=1",
        "\ud800=1",
    ),
    *("＝1+1", "＋1", "－1", "＠a"),
)
LINKS = (
    "http://x.example",
    "mailto:a@b.c",
    "internal:'S'!A1",
    "external:x.xlsx",
    "file:///etc/passwd",
)
NUMBERS = ("007", "1e5", "1/2", "0.5", "TRUE", "#REF!", "2569-01-01", "1,000", "๑๒", "NaN", "inf")
ESCAPES = (
    *("_x001B_", "_x005F_x001B_", "_x0041_x001B_", "a_x0041_x0042_x001b_b", "_xFFFF_"),
    *(
        "<r>x</r>",
        "<r></broken></r>",
        "]]>",
        "<!--",
        "&amp;",
        "&#27;",
        "</t>",
        "\"'<>&",
        "'=1'",
        "'a'",
    ),
    *("&P &D", "&[File]", '&"Wingdings"', "%s", "{0} {name} {{", "$1", "\\1", "a\\nb"),
)
TERMINAL = (
    *("[bold]x[/]", "[link=http://x.example]y[/link]", ":smile:", "[/]", "\\[bold]"),
    *(
        "\x1b[31mred",
        "\x1b]8;;http://x.example\x1b\\y\x1b]8;;\x1b\\",
        "\x9b2J",
        "\x07a\x08b",
        "a\x7fb",
    ),
)
UNSEEN = (
    *("".join(map(chr, range(0x20))) + "x", "".join(map(chr, range(0x7F, 0xA0))) + "x"),
    *("a\u202eb\u2066c\u061cd", "👩\u200d👩", "ก\u200bข", "\ufeffx", "a\u00adb"),
    *("a\ud800b", "\udfffx\ud83d", "a\ufffeb\uffffc", "😀" * 20, "𝟙𝟚", "\u0e31\u0e34", "e\u0301"),
)
LONG = ("ก" * 40_000, "😀" * 20_000, "a\n" * 300, "น้ำ" * 200)
HOSTILE = (*FORMULAS, *LINKS, *NUMBERS, *ESCAPES, *TERMINAL, *UNSEEN, *LONG)


def hostile_book(*texts: str) -> Book:
    """The bundled book as another organisation might write it: names from `texts`, in turn."""
    said = json.loads(book().model_dump_json())
    kept = (each.encode("utf-8", "ignore").decode()[:3000].strip() or "-" for each in texts)
    turn = cycle(list(kept))

    def named(place: int) -> dict[str, str]:
        text = next(turn)
        return {"th": f"{text} {place}", "en": f"{text} {place}"}

    said["organisation"] = named(0)
    for key in ("scale", "groups", "competencies", "departments"):
        for place, each in enumerate(said[key]):
            each["name"] = named(place)
    for place, each in enumerate(said["scale"]):
        each["meaning"] = named(place)
    for place, each in enumerate(said["positions"]):
        each["title"] = named(place)
        each["purpose"] = each["knowledge"] = [named(place)["th"]]
    return Book.model_validate(said)


def everybody(texts: Sequence[str], of: Book, round_: str = "2569") -> RoundResult:
    """A round in which each of `texts` is somebody's id, name, department, file, sheet and value."""
    people = [_somebody(text, place, round_) for place, text in enumerate(texts)]
    missing = [member(f"{text}-", name=text, department=text) for text in texts]
    problems = [Problem("hidden-sheet", Place(text, text, "A1"), text) for text in texts]
    return a_result(*people, staff=tuple(missing), problems=problems, round_=round_, of=of)


def _somebody(text: str, place: int, round_: str) -> Assessment:
    position = ("officer-it", "manager", "head-it")[place % 3]
    said = somebody(text, position, department=text, name=text, unity=-1, integrity=None)
    return replace(said, place=Place(text, text), round=round_, position_written=text)


def check_workbook(path: Path) -> None:
    """Every part parses, nothing is a formula or leads out, nothing is decoded into a control."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if not name.endswith((".xml", ".rels", ".vml")):
                continue
            root = ET.fromstring(content)  # noqa: S314 (our own)
            for each in root.iter():
                assert each.tag != f"{MAIN}f", name
                if each.tag == f"{RELATIONS}Relationship":
                    assert each.get("TargetMode") != "External", name
                if each.tag == f"{MAIN}hyperlink":
                    assert each.get(f"{{{_DOCUMENT}}}id") is None
            for text in _strings(root):
                assert not set(_decoded(text)) & _CONTROLS, (name, text[:80])


_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTROLS = {chr(code) for code in (*range(9), *range(11, 32), *range(0x7F, 0xA0))} | set(
    "\u202e\u2066\ufffe\uffff"
)


def _strings(root: ET.Element) -> Iterator[str]:
    for each in root.iter():
        yield from filter(None, (each.text, *each.attrib.values()))


def _decoded(text: str) -> str:
    """What Excel makes of its own escapes, from left to right."""
    return re.sub("_x([0-9a-fA-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def strings_in(workbook: Workbook) -> list[set[str]]:
    """The texts of each sheet, as openpyxl reads them."""
    return [
        {cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
        for sheet in workbook.worksheets
    ]


def calamine_strings(path: Path) -> list[set[str]]:
    """The texts of each sheet, as python-calamine reads them."""
    workbook = CalamineWorkbook.from_path(path)
    return [
        {
            value
            for row in workbook.get_sheet_by_index(place).to_python()
            for value in row
            if isinstance(value, str)
        }
        for place in range(len(workbook.sheet_names))
    ]


def shown(text: str) -> str:
    """`text` as a cell shows it: cleaned, and within Excel's limit."""
    units = clean(text).encode("utf-16-le")[: 2 * 32_767]
    return units.decode("utf-16-le", "ignore")


def texts_of(texts: Iterable[str], *, inline: bool = False) -> set[str]:
    """What openpyxl reads of cells that were given `texts`.

    It drops `x005F_` from shared texts instead of decoding them, and decodes nothing in those that
    stand `inline` in their cells.
    """
    if inline:
        return {escaped(shown(text)) for text in texts} - {""}
    return {cell_text(shown(text)).replace("x005F_", "") for text in texts} - {""}
