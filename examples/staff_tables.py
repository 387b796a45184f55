"""Tables of many people: the list of staff, and what departments keep instead of forms."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from office import Answer, Office
from pen import BODY, HEADING, LEVEL, TITLE, Pen, new_workbook
from stable import save

from jdgap.positions import Book

_BOARD: Final = "คณะกรรมการดำเนินการ"
"""To whom the manager reports."""


def write_roster(office: Office, path: Path) -> None:
    """Write the list of staff as HR keeps it: a title, headings, a line each."""
    workbook = new_workbook()
    pen = Pen(workbook, f"เจ้าหน้าที่ {office.round}", (8, 16, 28, 58, 32, 28))
    pen.across(1, f"บัญชีรายชื่อเจ้าหน้าที่ {office.book.organisation.th}", TITLE)
    pen.across(2, f"ประจำปี พ.ศ. {office.round}", TITLE)
    headings = ("ลำดับ", "รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "ฝ่าย", "ผู้บังคับบัญชา")
    pen.line(4, headings, HEADING)
    for number, person in enumerate(office.people.values(), start=1):
        row = 4 + number
        pen.put(row, 1, number, LEVEL)
        pen.put(row, 2, person.employee_id, LEVEL)
        department = person.department or None
        supervisor = office.supervisor_of(person) or _BOARD
        lines = (person.name, person.title, department, supervisor)
        for column, text in enumerate(lines, start=3):
            pen.put(row, column, text, BODY)
    pen.sheet.freeze_panes = "A5"
    pen.sheet.page_setup.orientation = "landscape"
    pen.sheet.print_title_rows = "4:4"
    save(workbook, path)


def write_long_table(path: Path, answers: Iterable[Answer], title: str) -> None:
    """Write one row for an employee and a competency, with both raters."""
    workbook = new_workbook()
    pen = Pen(workbook, "ผลประเมิน", (16, 26, 56, 46, 18, 24))
    pen.across(1, title, TITLE)
    headings = ("รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "สมรรถนะ", "ประเมินตนเอง", "ผู้บังคับบัญชาประเมิน")
    pen.line(3, headings, HEADING)
    row = 3
    for answer in answers:
        person = answer.person
        for each in person.competencies:
            row += 1
            pen.line(row, (person.employee_id, person.name, person.title, each.name.th), BODY)
            pen.put(row, 5, answer.own.get(each.id), LEVEL)
            pen.put(row, 6, answer.supervisor.get(each.id), LEVEL)
    pen.put(row + 2, 1, "หมายเหตุ: หัวหน้าฝ่ายประเมินร่วมกับผู้ปฏิบัติงานทุกคนแล้ว")
    pen.sheet.freeze_panes = "A4"
    save(workbook, path)


def write_old_csv(book: Book, path: Path, answers: Iterable[Answer]) -> None:
    """Write what Excel on a Thai Windows calls CSV: code page 874, semicolons, both raters."""
    headings = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "ฝ่าย"]
    for each in book.competencies:
        headings += [f"{each.name.th} (ตนเอง)", f"{each.name.th} (ผู้บังคับบัญชา)"]
    rows: list[list[object]] = [[*headings]]
    for answer in answers:
        person = answer.person
        row: list[object] = [person.employee_id, person.name, person.title, person.department]
        for each in book.competencies:
            row += [answer.own.get(each.id), answer.supervisor.get(each.id)]
        rows.append(row)
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode("cp874"))
