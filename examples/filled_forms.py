"""01 to 03: the form of `jdgap form`, filled in."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook, load_workbook
from people import Person, sample
from stable import save

from jdgap.output.excel.form import FormDetails, write_form
from jdgap.positions import Book
from jdgap.text.language import speaking

Answers = Mapping[str, float | str | None]
"""What stands in the cell of each competency id; one that is absent is left blank."""


def write_own_form(book: Book, path: Path) -> None:
    """01: an officer and the supervisor answered everything; once they differ by two."""
    person = sample(book, 1, "officer-it")
    own: dict[str, int | str | None] = {**person.self_levels, "flexibility": 4}
    supervisor: dict[str, int | str | None] = {**person.supervisor_levels, "flexibility": 2}
    save(filled_form(book, person, own, supervisor), path)


def write_partly_blank(book: Book, path: Path) -> None:
    """02: a head; the supervisor left some blank, one is N/A, one nobody answered."""
    person = sample(book, 2, "head-credit")
    own: dict[str, int | str | None] = {**person.self_levels, "coaching": "N/A", "trust": None}
    blank = ("unity", "achievement", "flexibility", "coaching", "trust")
    supervisor = {**person.supervisor_levels, **dict.fromkeys(blank)}
    save(filled_form(book, person, own, supervisor), path)


def write_english_form(book: Book, path: Path) -> None:
    """03: the form in English."""
    person = sample(book, 3, "officer-accounting")
    with speaking("en"):
        workbook = filled_form(book, person, person.self_levels, person.supervisor_levels)
    save(workbook, path)


def filled_form(book: Book, person: Person, own: Answers, supervisor: Answers) -> Workbook:
    """Return the form of `person` with the answers in it."""
    details = FormDetails(employee_id=person.employee_id, name=person.name, round=person.round)
    with tempfile.TemporaryDirectory() as folder:
        blank = Path(folder) / "form.xlsx"
        write_form(blank, book, person.position, details)
        workbook = load_workbook(blank)
    sheet = workbook.worksheets[0]
    columns = {"competency": 2, "self": 4, "supervisor": 5}
    ids = {each.name.text: each.id for each in person.competencies}
    for row in range(1, sheet.max_row + 1):
        competency = ids.get(str(sheet.cell(row, columns["competency"]).value))
        if competency is not None:
            sheet.cell(row, columns["self"]).value = own.get(competency)
            sheet.cell(row, columns["supervisor"]).value = supervisor.get(competency)
    return workbook
