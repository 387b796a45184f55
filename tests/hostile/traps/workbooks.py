"""Workbooks whose archive is all right, and whose XML is not."""

import random
import struct
from collections.abc import Callable, Mapping
from pathlib import Path

from traps.archives import packed, parts
from traps.case import Case, bad, either, odd

from builders import MAIN, bare_parts, bare_xml, calamine_abort, far_corners, plain_form, write_zip
from jdgap.assessments.opening import limits

_BOOK = "xl/workbook.xml"
_SHEET = "xl/worksheets/sheet1.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_SHARED = "xl/sharedStrings.xml"
_STRICT = (
    (MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    ("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument"),
)
_DAMAGED = ("unreadable", "empty-workbook", "no-assessment-found")
_MANY = "too-large"
_LAUGH = 'laugh0 "ha"'
_LAUGHS = "".join(
    f'<!ENTITY laugh{number} "{f"&laugh{number - 1};" * 10}">' for number in range(1, 30)
)
_BILLION = f"<!DOCTYPE x [<!ENTITY {_LAUGH}>{_LAUGHS}]>"
_QUADRATIC = f'<!DOCTYPE x [<!ENTITY long "{"x" * 50_000}">]>'
_OUTSIDE = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>'
_LONG = "".join(random.Random(1).choices("กขคงจฉชซญดตถทธนบปผฝพ", k=10**6))  # noqa: S311 (packed badly)
_ONE_TEXT = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


def _of(content: Mapping[str, str | bytes]) -> Callable[[Path], object]:
    return lambda path: write_zip(path, content)


def _cells(sheet_data: str) -> Callable[[Path], object]:
    """Make a workbook of one sheet with this in its `sheetData`."""
    return _of(bare_parts(sheet_data))


def _replaced(part: str, old: str, new: str, employee: str = "H-XML") -> Callable[[Path], object]:
    """Make a form in which one part says something else."""

    def make(path: Path) -> None:
        content = parts(employee)
        assert old in content[part], (part, old)
        write_zip(path, content | {part: content[part].replace(old, new, 1)})

    return make


def _without(part: str) -> Callable[[Path], object]:
    return _of({name: text for name, text in parts().items() if name != part})


def _sheet_of(text: str | bytes) -> Callable[[Path], object]:
    return _of({**parts(), _SHEET: text})


def _shared(document: str, *, declared: str = "") -> Callable[[Path], object]:
    return _of(bare_parts(_ONE_TEXT, shared=f'{declared}<sst xmlns="{MAIN}">{document}</sst>'))


def _deep(levels: int) -> str:
    return "<a>" * levels + "</a>" * levels


def _beside(*values: object, employee: str) -> Callable[[Path], object]:
    """Make a form that is all right with these values beside its title."""
    rows = plain_form(((3, 4),) * 8, employee_id=employee)
    rows[4] = [None] * 4 + list(values)
    return _cells(bare_xml(rows))


def _form_with(old: str, new: str, employee: str) -> Callable[[Path], object]:
    return _replaced(_SHEET, old, new, employee)


def _strict(employee: str) -> dict[str, str]:
    content = parts(employee)
    for usual, strict in _STRICT:
        content = {name: text.replace(usual, strict) for name, text in content.items()}
    return content


def _only_chart() -> dict[str, str]:
    content = parts()
    relations = content[_RELATIONS].replace("worksheets/sheet1", "chartsheets/sheet1")
    content[_RELATIONS] = relations.replace("/worksheet", "/chartsheet")
    del content[_SHEET]
    return content | {"xl/chartsheets/sheet1.xml": f'<chartsheet xmlns="{MAIN}"/>'}


def _again(count: int) -> dict[str, str]:
    """A workbook that lists one sheet many times."""
    content = parts()
    one = '<sheet name="S1" sheetId="1" r:id="rId1"/>'
    more = "".join(one.replace('"S1"', f'"S{n}"').replace('"1"', f'"{n}"') for n in range(2, count))
    return content | {_BOOK: content[_BOOK].replace(one, one + more)}


def _macro(path: Path) -> None:
    write_zip(path, {**parts("H-MACRO"), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(600)})


def _record(kind: int, content: bytes = b"") -> bytes:
    """One record of the binary form of a workbook."""
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + bytes([len(content)]) + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _binary(path: Path) -> None:
    """An .xlsb with one sheet and a letter in it."""
    about = struct.pack("<II", 0, 1) + _wide("rId1") + _wide("S1")
    cell = struct.pack("<II", 0, 0) + _wide("เรียน ท่านผู้จัดการ")
    row = struct.pack("<IIHHBI", 0, 0, 300, 0, 0, 0)
    content = parts()
    del content[_BOOK], content[_SHEET]
    relations = content.pop(_RELATIONS).replace(".xml", ".bin")
    binary: dict[str, bytes | str] = {
        "xl/workbook.bin": b"".join(
            (_record(131), _record(143), _record(156, about), _record(144), _record(132))
        ),
        "xl/_rels/workbook.bin.rels": relations,
        "xl/worksheets/sheet1.bin": b"".join(
            (
                _record(129),
                _record(148, struct.pack("<IIII", 0, 0, 0, 0)),
                _record(145),
                _record(0, row),
                _record(6, cell),
                _record(146),
                _record(130),
            )
        ),
    }
    write_zip(path, content | binary)


def _broken_binary(path: Path) -> None:
    content: dict[str, bytes | str] = {"xl/workbook.bin": bytes(range(256)) * 4}
    path.write_bytes(packed(content))


_TALL = "".join(
    f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, limits.ROWS + 2)
)
_WIDE = f'<row r="1">{"<c><v>1</v></c>" * (limits.COLUMNS + 1)}</row>'

_ENTITIES: tuple[Case, ...] = (
    bad("laughs in texts.xlsx", "entities that multiply", _shared("<si><t>&laugh29;</t></si>", declared=_BILLION), *_DAMAGED),
    bad("laughs in a sheet.xlsx", "entities that multiply", _sheet_of(_BILLION + parts()[_SHEET].replace("S-001", "&laugh29;").replace("H-ZIP", "&laugh29;")), "unsafe-file"),
    bad("laughs in the book.xlsx", "entities that multiply", _of({**parts(), _BOOK: _BILLION + parts()[_BOOK].replace('"S1"', '"&laugh29;"')}), *_DAMAGED),
    bad("laughs in relations.xlsx", "entities that multiply", _of({**parts(), _RELATIONS: _BILLION + parts()[_RELATIONS].replace('"rId1"', '"&laugh29;"')}), *_DAMAGED),
    bad("quadratic.xlsx", "a long entity many times", _shared(f"<si><t>{'&long;' * 20_000}</t></si>", declared=_QUADRATIC), *_DAMAGED, "unsafe-file"),
    bad("outside.xlsx", "an entity that is another file", _shared("<si><t>&file;</t></si>", declared=_OUTSIDE), *_DAMAGED),
    bad("doctype.xlsx", "a DTD that says nothing", _sheet_of("<!DOCTYPE worksheet>" + parts("H-DTD")[_SHEET]), "unsafe-file"),
)  # fmt: skip

_EXTENT: tuple[Case, ...] = (
    bad("texts.xlsx", "4,294,967,295 texts are claimed", _of(calamine_abort()), "unreadable"),
    bad("corners.xlsx", "A1 and XFD1048576", _of(far_corners()), _MANY, "unreadable"),
    bad("rows.xlsx", "one row more than is read", _cells(_TALL), _MANY),
    bad("far row.xlsx", "a cell in the first row that is not read", _cells(f'<row r="{limits.ROWS + 1}"><c r="A{limits.ROWS + 1}"><v>1</v></c></row>'), _MANY),
    bad("columns.xlsx", "one column more than is read", _cells(_WIDE), _MANY),
    bad("far column.xlsx", "a cell in the first column that is not read", _cells('<row r="1"><c r="A1"><v>1</v></c><c r="AMK1"><v>1</v></c></row>'), _MANY),
    bad("row 99999999999.xlsx", "a row beyond all numbers", _cells('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'), *_DAMAGED, _MANY),
    bad("row without cells.xlsx", "an empty row beyond all numbers", _cells('<row r="99999999999"></row>'), *_DAMAGED, _MANY),
    bad("row -5.xlsx", "a negative row", _cells('<row r="-5"><c r="A-5"><v>1</v></c></row>'), *_DAMAGED, _MANY),
    bad("row 0.xlsx", "row nought", _cells('<row r="0"><c r="A0"><v>1</v></c></row>'), *_DAMAGED, _MANY),
    bad("ZZZZ1.xlsx", "a column beyond the last", _cells('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'), *_DAMAGED, _MANY),
    bad("long address.xlsx", "a column of 5,000 letters", _cells(f'<row r="1"><c r="{"Z" * 5000}1"><v>1</v></c></row>'), *_DAMAGED, _MANY),
    bad("1A.xlsx", "an address the wrong way round", _cells('<row r="1"><c r="1A"><v>1</v></c></row>'), *_DAMAGED, _MANY),
    bad("no address.xlsx", "an address of nothing", _cells('<row r="1"><c r=""><v>1</v></c></row>'), *_DAMAGED, _MANY),
    bad("text 99.xlsx", "a text that is not in the list", _cells('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'), *_DAMAGED),
    bad("text -1.xlsx", "a text before the first", _of(bare_parts('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>', shared=f'<sst xmlns="{MAIN}"/>')), *_DAMAGED),
    odd("merged.xlsx", "all cells merged into one", _replaced(_SHEET, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="F1:XFD1048576"/></mergeCells>', "H-MERGE"), "H-MERGE"),
    odd("dimension.xlsx", "a size that is a lie", _replaced(_SHEET, "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>', "H-DIM"), "H-DIM"),
    odd("long text.xlsx", "a million characters beside a form", _beside(_LONG, employee="H-LONG"), "H-LONG"),
    odd("escapes.xlsx", "what a terminal would obey", _beside("\u202e[31m_x001B_[2J", employee="H-ESC"), "H-ESC"),
)  # fmt: skip

_STRUCTURE: tuple[Case, ...] = (
    bad("missing sheet.xlsx", "a sheet that is listed and not there", _without(_SHEET), "unreadable"),
    bad("missing book.xlsx", "no list of sheets", _without(_BOOK), "not-a-spreadsheet", "unreadable"),
    bad("missing relations.xlsx", "nothing says where the sheets are", _without(_RELATIONS), *_DAMAGED),
    bad("no relation.xlsx", "a sheet without a relation", _replaced(_RELATIONS, '"rId1"', '"rId7"'), *_DAMAGED),
    bad("self.xlsx", "a sheet that is the list of sheets", _replaced(_RELATIONS, "worksheets/sheet1.xml", "workbook.xml"), *_DAMAGED),
    bad("self relation.xlsx", "a sheet that is its own relation", _replaced(_RELATIONS, "worksheets/sheet1.xml", "_rels/workbook.xml.rels"), *_DAMAGED),
    bad("outside relation.xlsx", "a sheet outside of the file", _replaced(_RELATIONS, "worksheets/sheet1.xml", "../../../../etc/hostname"), *_DAMAGED),
    bad("web relation.xlsx", "a sheet on the web", _replaced(_RELATIONS, 'Target="worksheets/sheet1.xml"', 'TargetMode="External" Target="http://127.0.0.1:9/x"'), *_DAMAGED),
    either("strict.xlsx", "Strict Open XML", _of(_strict("H-STRICT")), "H-STRICT", "empty-workbook"),
    bad("no sheets.xlsx", "a list of no sheets", _replaced(_BOOK, '<sheet name="S1" sheetId="1" r:id="rId1"/>', ""), "empty-workbook"),
    bad("no cells.xlsx", "a sheet without a cell", _cells(""), "empty-workbook"),
    bad("chart.xlsx", "only a sheet that is a chart", _of(_only_chart()), "empty-workbook"),
    bad("hidden.xlsx", "only a hidden sheet", _replaced(_BOOK, "<sheet ", '<sheet state="hidden" '), "hidden-sheet"),
    bad("very hidden.xlsx", "a sheet that Excel does not list", _replaced(_BOOK, "<sheet ", '<sheet state="veryHidden" '), "hidden-sheet"),
    bad("binary.xlsb", "the binary form, with a letter", _binary, "no-assessment-found", "unreadable"),
    bad("broken.xlsb", "the binary form, of any bytes", _broken_binary, *_DAMAGED),
    bad("deep sheet.xlsx", "100,000 elements in each other", _sheet_of(_deep(100_000)), *_DAMAGED, "unsafe-file"),
    bad("deep book.xlsx", "a deep list of sheets", _of({**parts(), _BOOK: _deep(20_000)}), *_DAMAGED, "unsafe-file"),
    bad("deep text.xlsx", "a deep list of texts", _shared(_deep(20_000)), *_DAMAGED, "unsafe-file"),
    bad("no xml.xlsx", "a sheet that is no XML", _sheet_of(bytes(range(256))), *_DAMAGED),
    bad("no part.xlsx", "a sheet of no bytes", _sheet_of(b""), *_DAMAGED),
    bad("cut sheet.xlsx", "a sheet that ends amid a cell", _sheet_of(parts()[_SHEET].split("process")[0][:-400]), *_DAMAGED),
    bad("book is no xml.xlsx", "a list of sheets that is no XML", _of({**parts(), _BOOK: b"\xff\xfe\0<"}), *_DAMAGED),
    bad("texts are no xml.xlsx", "a list of texts that is no XML", _of(bare_parts(_ONE_TEXT, shared="\0\1<<<")), *_DAMAGED),
    bad("bytes that are no text.xlsx", "Thai of code page 874 that is said to be UTF-8", _sheet_of(b'<?xml version="1.0" encoding="UTF-8"?>' + parts()[_SHEET].encode("cp874")), *_DAMAGED, "unknown-competency", "missing-employee"),
    bad("same titles.xlsx", "two sheets of one title", _of({**_again(3), _BOOK: _again(3)[_BOOK].replace('"S2"', '"S1"')}), "repeated-employee", "unreadable"),
    bad("sheets.xlsx", "one sheet two hundred times", _of(_again(200)), "repeated-employee", "unreadable"),
    odd("macro.xlsm", "a program beside the form", _macro, "H-MACRO"),
    odd("title.xlsx", "a title of markup, controls and a formula", _replaced(_BOOK, '"S1"', "\"=[red]HYPERLINK&#x202e;('x')&lt;b&gt;:*?/\\\"", "H-TITLE"), "H-TITLE"),
)  # fmt: skip

_LEVEL = '<c r="B7"><v>3</v></c>'
_FORMULA = '<c r="B7"><f>B8</f></c>'
_TOLD = "level-error-value"


def _instead(level: str) -> Callable[[Path], object]:
    return _form_with(_LEVEL, level, "H-VALUE")


def _elsewhere(old: str, new: str) -> Callable[[Path], object]:
    """Make a form with an uncalculated formula, whose sheet is kept elsewhere."""
    content = parts("H-FOLDER")
    content[_SHEET] = content[_SHEET].replace(_LEVEL, _FORMULA)
    relative = (old.removeprefix("xl/"), new.removeprefix("xl/"))
    if len(new) > 1:
        content[_RELATIONS] = content[_RELATIONS].replace(*relative)
    return _of({name.replace(old, new): text for name, text in content.items()})


_MISREAD: tuple[Case, ...] = (
    bad("number of a character.xlsx", "a level as a character reference", _instead('<c r="B7"><v>&#51;</v></c>'), "unreadable"),
    bad("half a number.xlsx", "a level of which the reader sees half", _instead('<c r="B7"><v>1&#51;</v></c>'), "unreadable"),
    bad("cdata.xlsx", "a level in a CDATA section", _instead('<c r="B7"><v><![CDATA[3]]></v></c>'), "unreadable"),
    bad("comment.xlsx", "a comment amid a level", _instead('<c r="B7"><v>1<!-- -->3</v></c>'), "unreadable"),
    bad("entity.xlsx", "a level as an entity", _sheet_of('<!DOCTYPE x [<!ENTITY three "3">]>' + parts()[_SHEET].replace(_LEVEL, '<c r="B7"><v>&three;</v></c>')), "unsafe-file"),
    bad("twice.xlsx", "two levels in one cell", _instead(f'{_LEVEL}<c r="B7"><v>5</v></c>'), "unreadable"),
    bad("row 4294967303.xlsx", "a row that is 7 in 32 bits", _form_with("</sheetData>", '<row r="4294967303"><c r="B4294967303"><v>5</v></c></row></sheetData>', "H-ROW32"), "unreadable"),
    bad("column of 7 letters.xlsx", "a column that is B in 32 bits", _form_with(_LEVEL, f'{_LEVEL}<c r="MWLQKWX7"><v>5</v></c>', "H-COL32"), "unreadable"),
    bad("broken prefix.xlsx", "an error behind what no parser passes", _form_with(_LEVEL, '<q:x/><c r="B7" t="e"><v>#REF!</v></c>', "H-PREFIX"), "unreadable"),
    bad("sheets.folder.xlsx", "a sheet in another folder", _elsewhere("worksheets/", "sheets/"), _TOLD),
    bad("folder of other letters.xlsx", "a sheet in a folder of other letters", _elsewhere("xl/worksheets/", "xl/Worksheets/"), _TOLD),
    bad("slashes.xlsx", "a sheet behind other slashes", _elsewhere("/", "\\"), _TOLD),
    odd("text of references.xlsx", "a calculated text of references", _form_with("</row>", '<c r="F1" t="str"><f>"a"&amp;"b"</f><v>&#3585; &amp; &lt;b></v></c></row>', "H-STR"), "H-STR"),
)  # fmt: skip

CASES: tuple[Case, ...] = (*_ENTITIES, *_EXTENT, *_STRUCTURE, *_MISREAD)
