"""Makes a folder of filled-in forms, the required levels beside it, and what must come out.

    python benchmarks/forms.py FOLDER NUMBER

FOLDER/forms/ holds the forms, FOLDER/requirements.xlsx the required levels for the scripts that
know no job-description book, FOLDER/expected.json the number of people and their total shortfall.
"""

import json
import sys
from pathlib import Path
from typing import Final

from employees import ROUND, Cell, Person, people, shortfall
from openpyxl import Workbook
from stamp import Stamp, make_stamp

from jdgap import Book, FormDetails, load_book

_ID_LABEL: Final = "รหัสพนักงาน"
_NAME_LABEL: Final = "ชื่อ-สกุล"
_VALUE_COLUMN: Final = "B"
_OWN_COLUMN, _SUPERVISOR_COLUMN, _EVIDENCE_COLUMN = "D", "E", "F"


def make_forms(folder: Path, book: Book, number: int) -> dict[str, int]:
    """Write `number` forms into `folder` and return what must come out of them."""
    stamps: dict[str, Stamp] = {}
    total = 0
    for person in people(book, number):
        if person.position.id not in stamps:
            details = FormDetails(department=person.department, round=ROUND)
            stamps[person.position.id] = make_stamp(book, person.position, details)
        stamp = stamps[person.position.id]
        stamp.make(folder / f"{person.employee_id}.xlsx", _values(book, stamp, person))
        total += shortfall(person, book.levels)
    return {"people": number, "shortfall": total}


def _values(book: Book, stamp: Stamp, person: Person) -> dict[str, Cell]:
    """Return what the two of them put into the form, by address."""
    values: dict[str, Cell] = {
        f"{_VALUE_COLUMN}{stamp.rows[_ID_LABEL]}": person.employee_id,
        f"{_VALUE_COLUMN}{stamp.rows[_NAME_LABEL]}": person.name,
    }
    for competency, answer in person.answers.items():
        row = stamp.rows[book.competency_by_id[competency].name.text]
        values[f"{_OWN_COLUMN}{row}"] = answer.own
        values[f"{_SUPERVISOR_COLUMN}{row}"] = answer.supervisor
        values[f"{_EVIDENCE_COLUMN}{row}"] = answer.evidence or None
    return values


def write_requirements(path: Path, book: Book) -> None:
    """Write the required levels as a table: one row a position and a competency."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["position_id", "position", "group", "competency_id", "competency", "required"])
    groups = {group.id: group.name.text for group in book.groups}
    for position in book.positions:
        for each in book.required_competencies(position):
            names = (groups[each.group], each.id, each.name.text)
            sheet.append([position.id, position.title.text, *names, position.required[each.id]])
    workbook.save(path)


def main(folder: Path, number: int) -> None:
    book = load_book()
    forms = folder / "forms"
    forms.mkdir(parents=True)
    expected = make_forms(forms, book, number)
    write_requirements(folder / "requirements.xlsx", book)
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
