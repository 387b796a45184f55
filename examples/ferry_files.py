"""The files that come back to Gullsound Ferries, in English and on a scale from 0 to 4."""

import csv
import io
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Final

from filled_forms import filled_form
from office import Answer, Office
from pen import BODY, BOLD, GROUP, HEADING, LEVEL, TITLE, Pen, new_workbook
from rounds import Write
from stable import save
from survey_exports import Submission, google_stamp

from jdgap.positions import Book
from jdgap.text.language import speaking

_QUESTION: Final = "How well do you do it today?"
_CHAIR: Final = "Chair of the Board"


def path_of(answer: Answer) -> str:
    """Return where a person's own file stands."""
    return f"{answer.person.employee_id} {answer.person.name}.xlsx"


def form_of(office: Office, answer: Answer) -> Write:
    """Return what writes the English form of `jdgap form` with an answer in it."""

    def write(path: Path) -> None:
        with speaking("en"):
            workbook = filled_form(office.book, answer.person, answer.own, answer.supervisor)
        save(workbook, path)

    return write


def write_roster(office: Office, path: Path) -> None:
    """Write the list of staff."""
    pen = Pen(workbook := new_workbook(), "Staff", (14, 24, 26, 16, 24))
    pen.across(1, f"{_name(office.book)}: staff in {office.round}", TITLE)
    pen.line(3, ("Employee ID", "Name", "Position", "Department", "Reports to"), HEADING)
    for row, person in enumerate(office.people.values(), start=4):
        title = person.position.title.en
        line = (person.employee_id, person.name, title, person.department or None)
        pen.line(row, (*line, office.supervisor_of(person) or _CHAIR), BODY)
    save(workbook, path)


def write_google(book: Book, path: Path, submissions: Iterable[Submission]) -> None:
    """Write the .csv of a Google form with a grid question that everybody is asked."""
    grid = [f"{_QUESTION} [{each.name.en}]" for each in book.competencies]
    rows: list[list[object]] = [
        ["Timestamp", "Email Address", "Employee ID", "Name", "Position", *grid, "Anything else?"]
    ]
    names = {step.level: f"{step.level} - {step.name.en}" for step in book.scale}
    for each in submissions:
        person, own = each.answer.person, each.answer.own
        levels = (own.get(each.id) for each in book.competencies)
        rows.append(
            [
                google_stamp(each.sent),
                f"{person.employee_id.lower()}@example.com",
                *(person.employee_id, person.name, person.position.title.en),
                *(names[level] if isinstance(level, int) else "" for level in levels),
                each.remark,
            ]
        )
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8"))


def write_long_table(path: Path, answers: Iterable[Answer]) -> None:
    """Write one row for an employee and a competency, with both raters."""
    pen = Pen(workbook := new_workbook(), "Terminals", (14, 24, 26, 34, 12, 14))
    headings = ("Employee ID", "Name", "Position", "Competency", "Self", "Supervisor")
    pen.line(1, headings, HEADING)
    row = 1
    for answer in answers:
        person = answer.person
        for each in person.competencies:
            row += 1
            who = (person.employee_id, person.name, person.position.title.en, each.name.en)
            pen.line(row, (*who, answer.own.get(each.id), answer.supervisor.get(each.id)), BODY)
    save(workbook, path)


def write_wide_table(book: Book, path: Path, answers: Iterable[Answer]) -> None:
    """Write one row for an employee, with two columns for a competency."""
    widths = (14, 24, 26, *(14,) * 2 * len(book.competencies))
    pen = Pen(workbook := new_workbook(), "Terminals", widths)
    raters = ("self", "supervisor")
    rated = [f"{each.name.en} ({rater})" for each in book.competencies for rater in raters]
    pen.line(1, ("Employee ID", "Name", "Position", *rated), HEADING)
    for row, answer in enumerate(answers, start=2):
        person = answer.person
        levels = [
            said.get(each.id)
            for each in book.competencies
            for said in (answer.own, answer.supervisor)
        ]
        pen.line(row, (person.employee_id, person.name, person.position.title.en, *levels), BODY)
    save(workbook, path)


def write_by_hand(book: Book, path: Path, answer: Answer) -> None:
    """Write a form that somebody made in Excel, with group headings and a place to sign."""
    pen = Pen(workbook := new_workbook(), "Review", (34, 12, 12, 14, 30))
    row = _write_top(pen, book, answer, "Competency review")
    pen.line(row, ("Competency", "Expected", "Self", "Supervisor", "Remarks"), HEADING)
    required = answer.person.position.required
    for group, members in groupby(answer.person.competencies, key=lambda each: each.group):
        row += 1
        pen.across(row, next(each.name.en for each in book.groups if each.id == group), GROUP)
        for each in members:
            row += 1
            levels = (required[each.id], answer.own.get(each.id), answer.supervisor.get(each.id))
            pen.line(row, (each.name.en, *levels, None), BODY)
    pen.put(row + 2, 1, "Signed ........................ (employee)")
    pen.put(row + 2, 4, "Signed ........................ (supervisor)")
    save(workbook, path)


def write_ticks(book: Book, path: Path, answer: Answer) -> None:
    """Write a form with a column for each level, 4 3 2 1 0, for the employee and the supervisor."""
    downwards = sorted(book.levels, reverse=True)
    count = len(downwards)
    pen = Pen(workbook := new_workbook(), "Ticks", (34, *(6,) * 2 * count))
    row = _write_top(pen, book, answer, "Tick one box for each of you")
    starts = {"Self": 2, "Supervisor": 2 + count}
    for name, start in starts.items():
        pen.block((row, start, row, start + count - 1), name, HEADING)
    pen.block((row, 1, row + 1, 1), "Competency", HEADING)
    row += 1
    for start in starts.values():
        for place, level in enumerate(downwards):
            pen.put(row, start + place, level, HEADING)
    for each in answer.person.competencies:
        row += 1
        pen.put(row, 1, each.name.en, BODY)
        for said, start in zip((answer.own, answer.supervisor), starts.values(), strict=True):
            for place, level in enumerate(downwards):
                pen.put(row, start + place, "x" if said.get(each.id) == level else None, LEVEL)
    save(workbook, path)


def _write_top(pen: Pen, book: Book, answer: Answer, title: str) -> int:
    """Write title and identity; return the row for the headings of the table."""
    person = answer.person
    pen.across(1, _name(book), TITLE)
    pen.across(2, title, TITLE)
    said = {
        "Employee ID": person.employee_id,
        "Name": person.name,
        "Position": person.position.title.en,
        "Round": person.round,
    }
    for row, (label, value) in enumerate(said.items(), start=4):
        pen.across(row, f"{label}: {value}", BOLD)
    return 5 + len(said)


def _name(book: Book) -> str:
    return book.organisation.en or ""
