"""04 and 05: forms that somebody made by hand in Excel."""

from collections.abc import Sequence
from itertools import cycle, groupby
from pathlib import Path

from behaviours import BEHAVIOURS
from openpyxl import Workbook
from pen import BEHAVIOUR, BODY, BOLD, GROUP, HEADING, LEVEL, TITLE, Pen, new_workbook
from people import Person, sample
from stable import save

from jdgap.positions import Book, Competency

_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def thai(number: object) -> str:
    """Return a number in Thai digits."""
    return str(number).translate(_THAI_DIGITS)


def write_with_behaviours(book: Book, path: Path) -> None:
    """04: behaviour lines, merged cells, Thai digits, wrong spaces and a decomposed ำ."""
    save(behaviours_form(book, sample(book, 4, "head-accounting")), path)


def behaviours_form(book: Book, person: Person) -> Workbook:
    """Return a form with behaviour lines, merged cells and other ways of a patient hand."""
    workbook = new_workbook()
    pen = Pen(workbook, "แบบประเมิน", (8, 46, 18, 14, 18, 24))
    pen.across(1, book.organisation.th, TITLE)
    pen.across(2, f"แบบประเมินสมรรถนะ ประจำปี {thai(person.round)}", TITLE)
    pen.across(4, f"รหัสพนักงาน : {person.employee_id}", BOLD)
    pen.across(5, f"ชื่อ - สกุล : {person.name}", BOLD)
    title = person.title.replace("ฝ่าย", " ฝ่าย ")
    pen.across(6, f"{_decomposed('ตำแหน่ง')} : {title}", BOLD)
    pen.across(7, f"ฝ่าย/สังกัด : {person.department}", BOLD)
    pen.across(8, f"รอบการประเมิน : พ.ศ. {thai(person.round)}", BOLD)
    _two_row_heading(pen, 10)
    last = _add_groups(book, pen, person, 12)
    _add_sum(pen, person, last + 1)
    _sign(pen, last + 3)
    return workbook


def _two_row_heading(pen: Pen, row: int) -> None:
    """Write headings that are merged down, and one that is merged over two columns."""
    for column, heading in ((1, "ลำดับ"), (2, "สมรรถนะ"), (3, "ระดับที่คาดหวัง"), (6, "ความเห็น")):
        pen.block((row, column, row + 1, column), heading, HEADING)
    pen.block((row, 4, row, 5), "ผลการประเมิน", HEADING)
    pen.put(row + 1, 4, "ตนเอง", HEADING)
    pen.put(row + 1, 5, "ผู้บังคับบัญชา", HEADING)


def _add_groups(book: Book, pen: Pen, person: Person, row: int) -> int:
    """Write each group under its heading, with behaviour lines; return the last row."""
    names = {group.id: group.name.th for group in book.groups}
    number = 0
    for group, members in groupby(person.competencies, key=lambda each: each.group):
        pen.across(row, names[group], GROUP)
        row += 1
        for competency in members:
            number += 1
            _add_competency(pen, person, row, (number, competency))
            row += 1 + len(BEHAVIOURS[competency.id])
    return row - 1


def _add_competency(pen: Pen, person: Person, row: int, numbered: tuple[int, Competency]) -> None:
    """Write a competency and its behaviour lines, each line numbered in Thai digits."""
    number, competency = numbered
    own, supervisor = person.self_levels[competency.id], person.supervisor_levels[competency.id]
    required = person.position.required[competency.id]
    written = (thai(own), f"ระดับ {thai(own)}", f"ระดับที่ {own}", str(own))[number % 4]
    name = _decomposed(competency.name.th)
    if number % 3 == 0:
        name = f"  {name} "
    pen.line(row, (thai(number), name, thai(required), written, supervisor, None), LEVEL)
    pen.put(row, 2, name, BODY)
    for place, text in enumerate(BEHAVIOURS[competency.id], start=1):
        line = row + place
        pen.line(line, (f"{thai(number)}.{thai(place)}", None, None, None, None, None), LEVEL)
        pen.put(line, 2, text, BEHAVIOUR)


def _add_sum(pen: Pen, person: Person, row: int) -> None:
    """Write the row that people add to compare sums; it is no competency."""
    pen.block((row, 1, row, 2), "รวมคะแนน", HEADING)
    sums = (
        sum(person.position.required[each.id] for each in person.competencies),
        sum(person.self_levels.values()),
        sum(person.supervisor_levels.values()),
    )
    for column, total in enumerate(sums, start=3):
        pen.put(row, column, total, HEADING)
    pen.put(row, 6, None, HEADING)


def _sign(pen: Pen, row: int) -> None:
    """Write two places to sign."""
    pen.put(row, 2, "ลงชื่อ ................................ ผู้รับการประเมิน")
    pen.put(row, 4, "ลงชื่อ ................................ ผู้ประเมิน")
    pen.put(row + 1, 2, "วันที่ ......./......./.......")
    pen.put(row + 1, 4, "วันที่ ......./......./.......")


def _decomposed(text: str) -> str:
    """Return `text` with ำ as two characters, as some keyboards and PDF copies give it."""
    return text.replace("\u0e33", "\u0e4d\u0e32")


def write_several_sheets(book: Book, path: Path) -> None:
    """05: three employees on three sheets, each with the identity somewhere else."""
    people = (
        sample(book, 5, "officer-finance-members"),
        sample(book, 6, "officer-welfare"),
        sample(book, 7, "head-registration"),
    )
    save(sheet_each(people), path)


def sheet_each(people: Sequence[Person]) -> Workbook:
    """Return a workbook with a sheet for each of `people`, the identity in turn elsewhere."""
    workbook = new_workbook()
    for person, place in zip(people, cycle((identity_beside, _below, _two_columns))):
        pen = Pen(workbook, person.employee_id, (22, 44, 18, 24))
        pen.across(1, "แบบประเมินสมรรถนะรายบุคคล", TITLE)
        top = place(pen, person, 3)
        last = simple_table(pen, person, top + 1)
        pen.put(last + 2, 1, "หมายเหตุ: ประเมินตามที่ปฏิบัติจริง")
    return workbook


def simple_table(pen: Pen, person: Person, row: int) -> int:
    """Write number, competency and both levels; return the last row."""
    headings = ("ลำดับที่", "รายการประเมิน", "ประเมินตนเอง", "ผู้บังคับบัญชาประเมิน")
    pen.line(row, headings, HEADING)
    for number, each in enumerate(person.competencies, start=1):
        levels = (person.self_levels[each.id], person.supervisor_levels[each.id])
        pen.line(row + number, (number, None, *levels), LEVEL)
        pen.put(row + number, 2, each.name.th, BODY)
    return row + len(person.competencies)


def identity_beside(pen: Pen, person: Person, row: int) -> int:
    """Write each label with its value to the right; return the next free row."""
    for label, value in _labelled(person):
        pen.put(row, 1, label, BOLD)
        pen.put(row, 2, value)
        row += 1
    return row


def _below(pen: Pen, person: Person, row: int) -> int:
    """Write labels in a row and their values below them."""
    lines = _labelled(person)
    # The title of the position is long: below the wide column.
    lines = (lines[0], lines[2], lines[1], *lines[3:])
    for label_row, part in ((row, lines[:3]), (row + 2, lines[3:])):
        for column, (label, value) in enumerate(part, start=1):
            pen.put(label_row, column, label, HEADING)
            pen.put(label_row + 1, column, value, BODY)
    return row + 4


def _two_columns(pen: Pen, person: Person, row: int) -> int:
    """Write two labels with their values in a row."""
    for place, (label, value) in enumerate(_labelled(person)):
        line, column = row + place // 2, 1 + 2 * (place % 2)
        pen.put(line, column, f"{label}:", BOLD)
        pen.put(line, column + 1, value)
    return row + 3


def _labelled(person: Person) -> tuple[tuple[str, str], ...]:
    return (
        ("รหัสเจ้าหน้าที่", person.employee_id),
        ("ชื่อ-นามสกุล", person.name),
        ("ตำแหน่ง", person.title),
        ("สังกัด", person.department),
        ("ปี พ.ศ.", person.round),
    )
