"""07, 08 and 12: forms with a column for each level and a mark in each row."""

from pathlib import Path

from behaviours import BEHAVIOURS
from hand_made import identity_beside, thai
from openpyxl import Workbook
from pen import BEHAVIOUR, BODY, HEADING, LEVEL, TITLE, Pen, new_workbook
from people import Levels, Person, sample
from stable import save

from jdgap.positions import Book

_MARKS = ("/", "✓", "X")


def write_ticks(book: Book, path: Path) -> None:
    """07: 5 4 3 2 1 with different marks, and behaviour lines between the competencies."""
    person = sample(book, 9, "officer-credit")
    workbook = new_workbook()
    pen = Pen(workbook, "แบบประเมิน", (18, 46, 7, 7, 7, 7, 7))
    row = _top(book, pen, person)
    _scale_heading(pen, row, 3, [str(level) for level in _downwards(book)])
    for number, each in enumerate(person.competencies, start=1):
        row += 1
        pen.put(row, 1, number, LEVEL)
        pen.put(row, 2, each.name.th, BODY)
        _tick(book, pen, (row, 3), (person.self_levels[each.id],), _MARKS[number % len(_MARKS)])
        for text in BEHAVIOURS[each.id]:
            row += 1
            pen.line(row, (None,) * 7, LEVEL)
            pen.put(row, 2, f"- {text}", BEHAVIOUR)
    pen.put(row + 2, 2, "ลงชื่อ ........................ ผู้รับการประเมิน")
    save(workbook, path)


def write_two_raters(book: Book, path: Path) -> None:
    """08: ๕ ๔ ๓ ๒ ๑ twice, for the employee and for the supervisor side by side."""
    save(two_raters_form(book, sample(book, 10, "head-finance")), path)


def two_raters_form(book: Book, person: Person) -> Workbook:
    """Return a tick form with the levels twice, downwards, in Thai digits."""
    workbook = new_workbook()
    pen = Pen(workbook, "แบบประเมิน", (18, 46, *(6,) * 10))
    row = _top(book, pen, person)
    levels = _downwards(book)
    pen.block((row, 3, row, 7), "ประเมินตนเอง", HEADING)
    pen.block((row, 8, row, 12), "ผู้บังคับบัญชาประเมิน", HEADING)
    _scale_heading(pen, row + 1, 3, [thai(level) for level in levels + levels])
    pen.block((row, 1, row + 1, 1), "ลำดับ", HEADING)
    pen.block((row, 2, row + 1, 2), "สมรรถนะ", HEADING)
    answers: tuple[tuple[int, Levels], ...] = (
        (3, person.self_levels),
        (8, person.supervisor_levels),
    )
    for number, each in enumerate(person.competencies, start=1):
        line = row + 1 + number
        pen.put(line, 1, thai(number), LEVEL)
        pen.put(line, 2, each.name.th, BODY)
        for column, rater in answers:
            _tick(book, pen, (line, column), (rater[each.id],), "✓")
    return workbook


def write_two_marks(book: Book, path: Path) -> None:
    """12: two rows are marked twice; the other rows count."""
    person = sample(book, 14, "officer-policy-analysis")
    workbook = new_workbook()
    pen = Pen(workbook, "แบบประเมิน", (18, 46, 7, 7, 7, 7, 7))
    row = _top(book, pen, person)
    _scale_heading(pen, row, 3, [f"ระดับ {level}" for level in _downwards(book)])
    twice = {"unity": (4, 3), "process-accuracy": (3, 2)}
    for number, each in enumerate(person.competencies, start=1):
        pen.put(row + number, 1, number, LEVEL)
        pen.put(row + number, 2, each.name.th, BODY)
        marked = twice.get(each.id, (person.self_levels[each.id],))
        _tick(book, pen, (row + number, 3), marked, "✓")
    save(workbook, path)


def _top(book: Book, pen: Pen, person: Person) -> int:
    """Write title and identity; return the row for the headings of the table."""
    pen.across(1, book.organisation.th, TITLE)
    pen.across(2, "แบบประเมินสมรรถนะ (ทำเครื่องหมายในช่องที่ตรงกับระดับ)", TITLE)
    return identity_beside(pen, person, 4) + 1


def _scale_heading(pen: Pen, row: int, column: int, levels: list[str]) -> None:
    pen.put(row, 1, "ลำดับ", HEADING)
    pen.put(row, 2, "สมรรถนะ", HEADING)
    for place, level in enumerate(levels):
        pen.put(row, column + place, int(level) if level.isascii() else level, HEADING)


def _tick(book: Book, pen: Pen, start: tuple[int, int], marked: tuple[int, ...], mark: str) -> None:
    """Mark the levels in the run of cells that begins at row and column `start`."""
    row, column = start
    for place, level in enumerate(_downwards(book)):
        pen.put(row, column + place, mark if level in marked else None, LEVEL)


def _downwards(book: Book) -> list[int]:
    return sorted(book.levels, reverse=True)
