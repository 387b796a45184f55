"""Files with something wrong, as they come in the mail: 09 to 16 without 12, and of the rounds."""

from datetime import date
from pathlib import Path
from typing import Final

from hand_made import identity_beside, simple_table
from openpyxl import Workbook
from pen import TITLE, Pen, new_workbook
from people import Person, sample
from stable import save

from jdgap.positions import Book

_OWN, _NAME = 3, 2
"""The columns of the employee's levels and of the competencies."""
_OLE_MAGIC: Final = bytes.fromhex("D0CF11E0A1B11AE1")
_SECTOR: Final = 512
_LOCK_NAME: Final = 54


def write_wrong_levels(book: Book, path: Path) -> None:
    """09: six levels that are none; the other rows are right."""
    workbook, pen, first = _form(sample(book, 11, "head-it"))
    wrong = (9, 4.5, True, date(2026, 4, 3), "#REF!", "ดีมาก")
    for row, value in enumerate(wrong, start=first + 1):
        pen.sheet.cell(row, _OWN).value = value
        pen.sheet.cell(row, _OWN + 1).value = None
    save(workbook, path)


def write_unknown_names(book: Book, path: Path) -> None:
    """10: a position and a competency that the book does not know."""
    workbook, pen, first = _form(sample(book, 12, "head-welfare"), title="หัวหน้าฝ่ายขาย")
    pen.sheet.cell(first, _NAME).value = "การปิดการขาย"
    save(workbook, path)


def write_misspelt(book: Book, path: Path) -> None:
    """11: two competencies are misspelt: suggested, never guessed."""
    workbook, pen, first = _form(sample(book, 13, "officer-office-administration"))
    for row, name in ((first, "การบริการดวยใจ"), (first + 5, "การคิดวิเคาระห์")):
        pen.sheet.cell(row, _NAME).value = name
    save(workbook, path)


def _form(person: Person, title: str = "") -> tuple[Workbook, Pen, int]:
    """Return a right form, its sheet and the row of its first competency."""
    workbook = new_workbook()
    pen = Pen(workbook, "แบบประเมิน", (22, 46, 18, 24))
    pen.across(1, "แบบประเมินสมรรถนะรายบุคคล", TITLE)
    heading = identity_beside(pen, person, 3) + 1
    if title:
        pen.put(5, 2, title)
    simple_table(pen, person, heading)
    return workbook, pen, heading + 1


def write_empty(_book: Book, path: Path) -> None:
    """13: a file of no bytes, as a broken upload leaves."""
    path.write_bytes(b"")


def write_text(_book: Book, path: Path) -> None:
    """14: plain text with the ending of a workbook."""
    text = "เรียน ฝ่ายบุคคล\nขอส่งแบบประเมินในสัปดาห์หน้า\nตัวอย่าง ใจดี\n"
    path.write_bytes(text.encode())


def write_password(_book: Book, path: Path) -> None:
    """15: what Excel leaves when a password protects the file; a look-alike, nothing is inside."""
    write_locked(path)


def write_locked(path: Path) -> None:
    """Write the look-alike of a workbook with a password."""
    header = _OLE_MAGIC.ljust(_SECTOR, b"\0")
    names = b"".join(
        name.encode("utf-16-le").ljust(128, b"\0")
        for name in ("Root Entry", "EncryptionInfo", "EncryptedPackage")
    )
    path.write_bytes(header + names.ljust(_SECTOR, b"\0"))


def write_scan(path: Path) -> None:
    """Write the stub of a scanned page, a PDF, with whatever ending `path` has."""
    page = b"<< /Type /XObject /Subtype /Image /Length 64 >>\nstream\n" + bytes(range(64))
    body = b"1 0 obj\n" + page + b"\nendstream\nendobj\n"
    path.write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + body + b"trailer\n<< >>\n%%EOF\n")


def write_lock_file(path: Path) -> None:
    """Write what Excel leaves beside an open workbook: who has it open, and nothing else."""
    user = "HR"
    start = bytes([len(user)]) + user.encode().ljust(_LOCK_NAME, b" ")
    path.write_bytes(start + bytes([len(user), 0]) + user.encode("utf-16-le").ljust(110, b" "))


def write_letter(_book: Book, path: Path) -> None:
    """16: a workbook with a letter in it."""
    workbook = new_workbook()
    pen = Pen(workbook, "บันทึกข้อความ", (90,))
    pen.put(1, 1, "บันทึกข้อความ", TITLE)
    lines = (
        "เรื่อง  ขอเชิญประชุมชี้แจงการประเมินประจำปี 2569",
        "เรียน  เจ้าหน้าที่ทุกท่าน",
        "ด้วยฝ่ายบุคคลกำหนดประชุมชี้แจงวิธีประเมินในวันที่ 5 มกราคม 2569 เวลา 09.00 น.",
        "จึงเรียนมาเพื่อทราบและเข้าร่วมประชุมโดยพร้อมเพรียงกัน",
        "ตัวอย่าง ใจดี",
    )
    for row, text in enumerate(lines, start=3):
        pen.put(row, 1, text)
    save(workbook, path)
