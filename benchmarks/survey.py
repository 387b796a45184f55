"""Makes one survey sheet, as a web form exports it, and what must come out of it.

    python benchmarks/survey.py FOLDER ROWS

FOLDER/survey.xlsx has 20 columns and ROWS rows, the header counted; one row an employee, who
rated nobody but themselves. FOLDER/expected.json holds the number of people and their shortfall.
"""

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from employees import ROUND, Cell, Person, people, shortfall
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from jdgap import Book, load_book

_ABOUT: Final = (
    "ประทับเวลา",
    "ที่อยู่อีเมล",
    "รหัสพนักงาน",
    "ชื่อ-สกุล",
    "ตำแหน่ง",
    "ฝ่าย",
    "รอบการประเมิน",
)
_QUESTION: Final = "โปรดประเมินระดับสมรรถนะของท่าน [{competency}]"
_REMARK: Final = "ข้อเสนอแนะ"
_FIRST_STAMP: Final = datetime(2026, 9, 1, 8, 0, 0)  # noqa: DTZ001 - Excel knows no time zone


def write_survey(path: Path, book: Book, number: int) -> dict[str, int]:
    """Write a survey of `number` people and return what must come out of it."""
    total = 0
    with Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("การตอบแบบฟอร์ม 1")
        stamp = workbook.add_format({"num_format": "d/m/yyyy, h:mm:ss"})
        questions = (_QUESTION.format(competency=each.name.text) for each in book.competencies)
        sheet.write_row(0, 0, [*_ABOUT, *questions, _REMARK])
        for row, person in enumerate(people(book, number, supervised=False), start=1):
            sheet.write_datetime(row, 0, _FIRST_STAMP + timedelta(seconds=20 * row), stamp)
            _write_answers(sheet, row, person, book)
            total += shortfall(person, book.levels)
    return {"people": number, "shortfall": total}


def _write_answers(sheet: Worksheet, row: int, person: Person, book: Book) -> None:
    position = person.position.title.text
    mail = f"{person.employee_id.lower()}@example.com"
    about = (mail, person.employee_id, person.name, position, person.department, int(ROUND))
    levels = (_level(person, each.id) for each in book.competencies)
    remark = next((each.evidence for each in person.answers.values() if each.evidence), None)
    for column, value in enumerate((*about, *levels, remark), start=1):
        if isinstance(value, str):
            sheet.write_string(row, column, value)
        elif value is not None:
            sheet.write_number(row, column, value)


def _level(person: Person, competency: str) -> Cell:
    answer = person.answers.get(competency)
    return answer.own if answer else None


def main(folder: Path, rows: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    expected = write_survey(folder / "survey.xlsx", load_book(), rows - 1)
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
