"""Workbooks and other files for the tests, built in code."""

import os
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch
from xml.sax.saxutils import escape

import xlsxwriter
from openpyxl import Workbook, load_workbook

from jdgap.assessments.opening.grid import PLAIN_LAYOUT, Layout, Sheet, address
from jdgap.output.excel import form
from jdgap.output.excel.form import FormDetails
from jdgap.positions import Book, Names, load_book
from jdgap.problems import Place, Problem

COMPETENCIES = (
    "service-mind",
    "unity",
    "integrity",
    "achievement",
    "professional-expertise",
    "analytical-thinking",
    "process-accuracy",
    "flexibility",
    "team-building",
    "coaching",
    "change-leadership",
    "trust",
)
OFFICER_COMPETENCIES = COMPETENCIES[:8]

Rows = Sequence[Sequence[Any]]


@cache
def book() -> Book:
    return load_book()


@cache
def names() -> Names:
    return Names(book())


def thai(competency_id: str) -> str:
    return book().competency_by_id[competency_id].name.th or ""


def title(position_id: str) -> str:
    return book().position_by_id[position_id].title.th or ""


def sheet_of(
    rows: Rows,
    *,
    reasons: Mapping[str, str] | None = None,
    hidden: bool = False,
    layout: Layout = PLAIN_LAYOUT,
) -> Sheet:
    """A sheet as the reader gives it: "" for blank cells."""
    grid = [["" if value is None else value for value in row] for row in rows]
    return Sheet(Place("f.xlsx", "S"), grid, hidden, dict(reasons or {}), layout)


def identity_rows(
    employee_id: str = "S-001",
    name: str = "ตัวอย่าง ใจดี",
    position: str = "เจ้าหน้าที่สหกรณ์ (ฝ่ายบัญชี)",
    round_: object = 2569,
) -> list[list[Any]]:
    return [
        ["รหัสพนักงาน", employee_id],
        ["ชื่อ-สกุล", name],
        ["ตำแหน่ง", position],
        ["รอบการประเมิน", round_],
    ]


def plain_form(
    levels: Sequence[Sequence[Any]] = ((3, None),) * 8, **identity: Any
) -> list[list[Any]]:
    """A hand-made form: identity, a header in row 6, the officer's competencies from row 7."""
    rows: list[list[Any]] = [
        *identity_rows(**identity),
        [],
        ["สมรรถนะ", "ประเมินตนเอง", "ผู้บังคับบัญชาประเมิน"],
    ]
    rows += [[thai(each), *pair] for each, pair in zip(OFFICER_COMPETENCIES, levels, strict=False)]
    return rows


def write_workbook(path: Path, *sheets: Rows, titles: Sequence[str] = ()) -> Path:
    """Save rows as sheets of an .xlsx; a formula has no result, an error is one."""
    options = {"strings_to_urls": False, "default_date_format": "yyyy-mm-dd hh:mm:ss"}
    with xlsxwriter.Workbook(path, options) as workbook:
        for number, rows in enumerate(sheets):
            sheet = workbook.add_worksheet(titles[number] if titles else f"S{number + 1}")
            for place, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, str) and value.startswith(("=", "#")):
                        result = value if value.startswith("#") else ""
                        sheet.write_formula(place, column, value, None, result)
                    else:
                        sheet.write(place, column, value)
    return path


def without_looks(path: Path) -> Workbook:
    """Open a workbook with its values alone: looks take most of the time to open and to save it."""
    given, plain = load_workbook(path, read_only=True), Workbook()
    plain.remove(plain.worksheets[0])
    for sheet in given.worksheets:
        copy = plain.create_sheet(sheet.title)
        for row in sheet.values:
            copy.append(row)
    given.close()
    return plain


def fill_form(path: Path, levels: Mapping[str, tuple[Any, Any]]) -> None:
    """Fill in a form made by `write_form`, wherever its columns are and whatever its language."""
    workbook = load_workbook(path)
    _fill(workbook, levels)
    workbook.save(path)


def _fill(workbook: Workbook, levels: Mapping[str, tuple[Any, Any]]) -> None:
    sheet = workbook.worksheets[0]
    wanted = {thai(key): pair for key, pair in levels.items()} | {
        book().competency_by_id[key].name.en: pair for key, pair in levels.items()
    }
    column = min(cell.column for row in sheet.iter_rows() for cell in row if cell.value in wanted)
    for row in range(1, sheet.max_row + 1):
        pair = wanted.get(sheet.cell(row, column).value)
        if pair is not None:
            for offset, value in zip((2, 3), pair, strict=True):
                sheet.cell(row, column + offset, value)


def filled_form(
    path: Path,
    position_id: str,
    levels: Mapping[str, tuple[Any, Any]],
    details: FormDetails | None = None,
) -> Path:
    """Make a form that is filled in; before it is saved, for opening it takes as long again."""
    details = details or FormDetails(employee_id="S-001", name="ตัวอย่าง ใจดี", round="2569")

    def save(workbook: Workbook, path: Path, *, force: bool) -> None:
        _fill(workbook, levels)
        workbook.save(path)

    with patch.object(form, "save_workbook", save):
        form.write_form(path, book(), book().position_by_id[position_id], details)
    return path


def codes(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """Code and cell of each problem."""
    return [(problem.code, problem.place.cell) for problem in problems]


def write_zip(path: Path, parts: Mapping[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def bare_parts(sheet_data: str, *, shared: str | None = None, main: str = MAIN) -> dict[str, str]:
    """The parts of a minimal .xlsx with the sheet `S1`."""
    relations = f'<Relationship Id="rId1" Type="{_DOC}/worksheet" Target="worksheets/sheet1.xml"/>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1"'
        f' Type="{_DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{_DOC}"><sheets>'
        '<sheet name="S1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet_data}'
        "</sheetData></worksheet>",
    }
    if shared is not None:
        relations += (
            f'<Relationship Id="rId2" Type="{_DOC}/sharedStrings" Target="sharedStrings.xml"/>'
        )
        parts["xl/sharedStrings.xml"] = shared
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{_RELS}">{relations}'
    parts["xl/_rels/workbook.xml.rels"] += "</Relationships>"
    return parts


def bare_xml(rows: Rows) -> str:
    """Rows as `sheetData`; a string that begins with `<` is put into the cell as XML."""
    lines = []
    for number, row in enumerate(rows):
        cells = "".join(
            _bare_cell(address(number, column), value)
            for column, value in enumerate(row)
            if value is not None
        )
        lines.append(f'<row r="{number + 1}">{cells}</row>')
    return "".join(lines)


def _bare_cell(where: str, value: object) -> str:
    if isinstance(value, str) and value.startswith("<c "):
        return value.replace("<c ", f'<c r="{where}" ', 1)
    if isinstance(value, (int, float)):
        return f'<c r="{where}"><v>{value}</v></c>'
    return f'<c r="{where}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def write_bare(path: Path, rows: Rows) -> Path:
    return write_zip(path, bare_parts(bare_xml(rows)))


def write_ods(path: Path, rows: Rows, *, encrypted: bool = False) -> Path:
    """A minimal OpenDocument spreadsheet with one sheet `S1`."""
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    lines = "".join(
        f"<table:table-row>{''.join(_ods_cell(value) for value in row)}</table:table-row>"
        for row in rows
    )
    entry = '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"'
    entry += "><manifest:encryption-data/></manifest:file-entry>" if encrypted else "/>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{office}manifest:1.0">'
        f"{entry}</manifest:manifest>",
        "content.xml": f'<office:document-content xmlns:office="{office}office:1.0"'
        f' xmlns:table="{office}table:1.0" xmlns:text="{office}text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="S1">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>",
    }
    return write_zip(path, parts)


def _ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    return (
        '<table:table-cell office:value-type="string">'
        f"<text:p>{escape(str(value))}</text:p></table:table-cell>"
    )


def encrypted_look_alike() -> bytes:
    """What Excel's password protection begins with: an OLE file with an EncryptedPackage."""
    magic = bytes.fromhex("d0cf11e0a1b11ae1")
    return magic + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 480


def calamine_abort() -> dict[str, str]:
    """A 2 KB workbook that aborts the reader: it claims 4,294,967,295 shared strings."""
    shared = (
        f'<sst xmlns="{MAIN}" count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>'
    )
    return bare_parts('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', shared=shared)


def far_corners() -> dict[str, str]:
    """A workbook with one cell at either end of the largest sheet there may be."""
    return bare_parts(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )


def run_environment() -> dict[str, str]:
    """The environment for jdgap as a command: no settings of the person who runs the tests.

    Bytecode is written, as it is for users: else each command would compile jdgap anew.
    """
    left_out = ("JDGAP_", "PYTHONDONTWRITEBYTECODE")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(left_out)}
    return kept | {"PYTHONUTF8": "1"}
