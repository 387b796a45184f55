"""Make the filled-in sample forms in `examples/forms`.

Everybody in them is made up. Run it again and every file is the same, byte for byte:

    python examples/make_examples.py [FOLDER]
"""

import random
import re
import sys
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

import jdgap

Cell = str | int | float | bool | date | None
Row = Sequence[Cell]

ROUND: Final = "2569"
SAVED: Final = (2026, 10, 1, 9, 0, 0)
"""When every file says that it was saved."""

BOOK: Final = jdgap.load_book()
CHANCE: Final = random.Random(2569)
BEHAVIOURS: Final = {
    "service-mind": ("ให้บริการสมาชิกด้วยความเต็มใจ", "รับฟังและติดตามเรื่องจนสมาชิกได้รับคำตอบ"),
    "unity": ("ให้ความร่วมมือกับเพื่อนร่วมงาน", "ช่วยเหลืองานส่วนรวมโดยไม่ต้องร้องขอ"),
    "integrity": ("ปฏิบัติงานตรงไปตรงมา", "รักษาความลับของสมาชิก"),
    "trust": ("รักษาคำพูด", "เป็นที่ปรึกษาของผู้ใต้บังคับบัญชาได้"),
}
PEOPLE: Final = (
    *("ตัวอย่าง ใจดี", "สมมติ มีสุข", "ทดลอง ตั้งใจ", "จำลอง รักงาน", "แบบอย่าง ซื่อตรง"),
    *("ตัวอย่าง ขยันยิ่ง", "สมมติ ร่วมแรง", "ทดลอง ใฝ่รู้", "จำลอง แม่นยำ", "แบบอย่าง เบิกบาน"),
    *("ตัวอย่าง พลาดบ้าง", "สมมติ พิมพ์ผิด", "ทดลอง ไม่ตรง"),
)
SIGNATURES: Final = (
    (),
    ("ลงชื่อ ..............................", None, "ลงชื่อ .............................."),
    ("(..............................)", None, "(..............................)"),
    ("ผู้รับการประเมิน", None, "ผู้บังคับบัญชา"),
)


def title(position_id: str) -> str:
    """Return the Thai title of a position."""
    return BOOK.position_by_id[position_id].title.th or ""


def competency(competency_id: str) -> str:
    """Return the Thai name of a competency."""
    return BOOK.competency_by_id[competency_id].name.th or ""


def thai_digits(text: str) -> str:
    """Return `text` with Thai digits."""
    return text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def decomposed(text: str) -> str:
    """Return `text` as some keyboards and PDF files give it: ำ as two characters."""
    return text.replace("ำ", "ํา")


def some_levels(position_id: str) -> dict[str, int]:
    """Return a likely level for each competency that a position requires."""
    required = BOOK.position_by_id[position_id].required
    return {
        key: min(5, max(1, level + CHANCE.choice((-1, 0, 0, 1)))) for key, level in required.items()
    }


def identity(person: int, position: str) -> list[Row]:
    """Return the usual lines above a table."""
    return [
        ["แบบประเมินสมรรถนะ (ตัวอย่าง)"],
        ["รหัสพนักงาน", f"S-{person:03}"],
        ["ชื่อ-สกุล", PEOPLE[person - 1]],
        ["ตำแหน่ง", position],
        ["รอบการประเมิน", int(ROUND)],
        [],
    ]


def jdgap_form(
    path: Path, person: int, position_id: str, levels: Mapping[str, tuple[Cell, Cell]]
) -> None:
    """Make the form that jdgap makes, and fill in self and supervisor levels."""
    details = jdgap.FormDetails(employee_id=f"S-{person:03}", name=PEOPLE[person - 1], round=ROUND)
    jdgap.write_form(path, BOOK, BOOK.position_by_id[position_id], details, force=True)
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    ids = {each.name.text: each.id for each in BOOK.competencies}
    for row in sheet.iter_rows(min_col=2, max_col=2):
        said = levels.get(ids.get(str(row[0].value), ""))
        for column, level in zip((4, 5), said or (), strict=False):
            sheet.cell(row[0].row, column, level)
    workbook.save(path)


def complete(path: Path) -> None:
    """Self and supervisor have rated everything."""
    own = some_levels("officer-accounting")
    other = some_levels("officer-accounting")
    jdgap_form(path, 1, "officer-accounting", {key: (own[key], other[key]) for key in own})


def manager(path: Path) -> None:
    """All twelve competencies; one is N/A, and the two raters differ by two in one."""
    levels: dict[str, tuple[Cell, Cell]] = {
        key: (level, level) for key, level in some_levels("manager").items()
    }
    jdgap_form(path, 2, "manager", levels | {"trust": (5, 3), "flexibility": (4, "N/A")})


def partly(path: Path) -> None:
    """Only the employee has answered, and not everything."""
    own = some_levels("head-it")
    said: dict[str, tuple[Cell, Cell]] = {key: (own[key], None) for key in list(own)[:7]}
    jdgap_form(path, 3, "head-it", said)


def hand_made(path: Path) -> None:
    """Groups, behaviours, merged cells, Thai digits, and every way to say who it is."""
    own = some_levels("officer-finance-members")
    rows: list[Row] = [
        ["แบบประเมินสมรรถนะ (ตัวอย่าง) ประจำปี ๒๕๖๙"],
        ["ชื่อ-สกุล: ตัวอย่าง ขยันยิ่ง   ฝ่าย: การเงิน"],
        ["รหัสเจ้าหน้าที่", None, "รอบการประเมิน", thai_digits(ROUND)],
        ["S-004", None, decomposed("ตำแหน่ง"), title("officer-finance-members").replace("(", " ( ")],
        [],
        ["สมรรถนะ", "ระดับที่คาดหวัง", "ผลการประเมิน"],
        [None, None, "ประเมินตนเอง", "ผู้บังคับบัญชาประเมิน"],
    ]
    group = ""
    for number, (key, level) in enumerate(own.items(), start=1):
        entry = BOOK.competency_by_id[key]
        if entry.group != group:
            group = entry.group
            rows.append([next(each.name.th for each in BOOK.groups if each.id == group)])
        name = f"{thai_digits(str(number))}. {entry.name.th} ({entry.name.en})"
        said = (f"ระดับ {level}", thai_digits(str(level)))
        rows.append([name, 3, said[0], thai_digits(f"ระดับที่ {level}") if number % 2 else said[1]])
        rows += [[f"   - {line}"] for line in BEHAVIOURS.get(key, ())]
    save(path, {"แบบประเมิน": [*rows, *SIGNATURES]}, merged=("A2:D2", "A6:A7", "B6:B7", "C6:D6"))


def department(path: Path) -> None:
    """Three employees on three sheets; titles as people type them."""
    titles = {
        "head-credit": " หัวหน้า ฝ่ายสินเชื่อ",
        "officer-credit": "เจ้าหน้าที่สหกรณ์ ( ฝ่ายสินเชื่อ )",
        "officer-office-administration": decomposed(title("officer-office-administration")),
    }
    sheets: dict[str, Sequence[Row]] = {}
    for person, (key, typed) in enumerate(titles.items(), start=5):
        rows: list[Row] = [["สมรรถนะ", "ระดับตนเอง", "หัวหน้าประเมิน"]]
        for each, level in some_levels(key).items():
            rows.append([decomposed(competency(each)), level, CHANCE.choice((level, None))])
        sheets[PEOPLE[person - 1]] = [*identity(person, typed), *rows, *SIGNATURES]
    save(path, sheets)


def ticks(path: Path) -> None:
    """One column a level, one mark a row."""
    marks = ("/", "✓", "X", "✔", "√", "x", "●", 0)
    rows: list[Row] = [["สมรรถนะ", "ระดับสมรรถนะ"], [None, 5, 4, 3, 2, 1]]
    for mark, (key, level) in zip(marks, some_levels("officer-welfare").items(), strict=True):
        rows.append(
            [competency(key), *(mark or level if head == level else None for head in rows[1][1:])]
        )
    rows = [*identity(8, title("officer-welfare")), *rows, *SIGNATURES]
    save(path, {"แบบประเมิน": rows}, merged=("A7:A8", "B7:F7"))


def two_raters_tick(path: Path) -> None:
    """Thai digits as headings, self and supervisor side by side."""
    heads = [f"ระดับ {digit}" for digit in "๕๔๓๒๑"]
    rows: list[Row] = [
        ["ที่", "สมรรถนะ", "ประเมินตนเอง", *[None] * 4, "ผู้บังคับบัญชาประเมิน"],
        [None, None, *heads, *heads],
    ]
    for number, (key, level) in enumerate(some_levels("head-registration").items(), start=1):
        other = CHANCE.choice((level, max(1, level - 1)))
        own = ["/" if head == level else None for head in (5, 4, 3, 2, 1)]
        rows.append(
            [
                number,
                competency(key),
                *own,
                *("✓" if head == other else None for head in (5, 4, 3, 2, 1)),
            ]
        )
    rows = [*identity(9, title("head-registration")), *rows, *SIGNATURES]
    save(path, {"แบบประเมิน": rows}, merged=("A7:A8", "B7:B8", "C7:G7", "H7:L7"))


def wrong_levels(path: Path) -> None:
    """A fault in each row of the first sheet, two marks in one row of the second."""
    wrong: list[Cell] = [9, 4.5, True, date(2026, 4, 5), "#REF!", "ดีมาก", "=1+2", 3]
    keys = BOOK.position_by_id["officer-it"].required
    rows: list[Row] = [*identity(11, title("officer-it")), ["สมรรถนะ", "ประเมินตนเอง"]]
    rows += [[competency(key), level] for key, level in zip(keys, wrong, strict=True)]
    marked: list[Row] = [*identity(12, title("officer-it")), ["สมรรถนะ", 5, 4, 3, 2, 1]]
    for place, key in enumerate(keys):
        marked.append([competency(key), None, "/" if place == 1 else None, "/"])
    save(path, {"ระดับผิด": rows, "สองเครื่องหมาย": marked})


def wrong_competency(path: Path) -> None:
    """A misspelt competency; the other rows count."""
    levels = {competency(key): level for key, level in some_levels("officer-it").items()}
    typed = {"ความสามัคี" if name == competency("unity") else name: levels[name] for name in levels}
    rows: list[Row] = [["สมรรถนะ", "ประเมินตนเอง"], *map(list, typed.items())]
    save(path, {"แบบประเมิน": [*identity(12, title("officer-it")), *rows]})


def wrong_position(path: Path) -> None:
    """A position that does not exist: nothing to compare with."""
    rows: list[Row] = [["สมรรถนะ", "ประเมินตนเอง"]]
    rows += [[competency(key), level] for key, level in some_levels("officer-it").items()]
    save(path, {"แบบประเมิน": [*identity(13, "เจ้าหน้าที่สหกรณ์ (ฝ่ายขาย)"), *rows]})


def open_document(path: Path) -> None:
    """A LibreOffice spreadsheet."""
    rows: list[Row] = [["สมรรถนะ", "ประเมินตนเอง", "ผู้บังคับบัญชาประเมิน"]]
    rows += [[competency(key), level, level] for key, level in some_levels("head-office").items()]
    write_ods(path, [*identity(10, title("head-office")), *rows])


def locked(path: Path) -> None:
    """What a workbook with a password looks like: a compound file with an encrypted package."""
    start = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    path.write_bytes(start + "EncryptedPackage".encode("utf-16-le") + bytes(992))


def save(path: Path, sheets: Mapping[str, Iterable[Row]], merged: Iterable[str] = ()) -> None:
    """Save rows as sheets of a workbook that looks like a form."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
        dress(sheet)
    workbook.save(path)


def dress(sheet: Worksheet) -> None:
    """Make a sheet pleasant to read."""
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(name="TH Sarabun New", size=16, bold=cell.row == 1)
            if not isinstance(cell.value, str):
                cell.alignment = Alignment(horizontal="center")
    for column, width in (("A", 44), ("B", 24), ("C", 18), ("D", 24)):
        sheet.column_dimensions[column].width = width


def write_ods(path: Path, rows: Iterable[Row]) -> None:
    """Write an OpenDocument spreadsheet with one sheet."""
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    lines = "".join(
        f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows
    )
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{names}manifest:1.0"'
        ' manifest:version="1.2"><manifest:file-entry manifest:full-path="/"'
        ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>",
        "content.xml": f'<office:document-content xmlns:office="{names}office:1.0"'
        f' xmlns:table="{names}table:1.0" xmlns:text="{names}text:1.0" office:version="1.2">'
        '<office:body><office:spreadsheet><table:table table:name="แบบประเมิน">'
        f"<table:table-column/>{lines}</table:table></office:spreadsheet></office:body>"
        "</office:document-content>",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def ods_cell(value: Cell) -> str:
    """Return one cell of an OpenDocument sheet."""
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    text = escape(str(value))
    return (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    )


def with_fixed_times(path: Path) -> None:
    """Save an archive anew with one time for all parts, so that a rerun gives the same bytes."""
    with zipfile.ZipFile(path) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    saved = "{}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*SAVED).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts:
            about = zipfile.ZipInfo(name, SAVED)
            # An OpenDocument file begins with its mimetype, not compressed.
            about.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            about.create_system = 0
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]{8}Z", saved, content)
            archive.writestr(about, content)


EXAMPLES: Final[Mapping[str, Callable[[Path], object]]] = {
    "form-complete.xlsx": complete,
    "form-manager.xlsx": manager,
    "form-partly.xlsx": partly,
    "hand-made.xlsx": hand_made,
    "ฝ่ายสินเชื่อและธุรการ.xlsx": department,
    "ticks.xlsx": ticks,
    "ticks-two-raters.xlsx": two_raters_tick,
    "libreoffice.ods": open_document,
    "wrong-levels.xlsx": wrong_levels,
    "wrong-competency.xlsx": wrong_competency,
    "wrong-position.xlsx": wrong_position,
    "empty.xlsx": lambda path: path.write_bytes(b""),
    "text.xlsx": lambda path: path.write_text("รหัสพนักงาน S-014\n", encoding="utf-8", newline="\n"),
    "locked.xlsx": locked,
}


def make_examples(folder: Path) -> None:
    """Make every example in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    CHANCE.seed(2569)
    for name, make in EXAMPLES.items():
        path = folder / name
        make(path)
        if zipfile.is_zipfile(path):
            with_fixed_times(path)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "forms"
    make_examples(target)
    print(f"{len(EXAMPLES)} files in {target}")
