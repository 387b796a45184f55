"""The gap sheet: one A4 page a person, for employee and supervisor to read and sign."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from openpyxl import Workbook

from jdgap.gaps import SIGN_RULE, PersonGaps
from jdgap.output.excel.gap_summary import add_priorities, add_remarks, add_totals
from jdgap.output.excel.gap_table import add_gap_table
from jdgap.output.excel.page import Page
from jdgap.output.excel.radar import Frame, add_chart
from jdgap.output.excel.saving import refuse_existing, save_workbook
from jdgap.output.excel.signatures import add_signatures
from jdgap.output.excel.style import DEFAULT_FONT, Dress, Typeface, sheet_title
from jdgap.positions import Book
from jdgap.problems import Problem
from jdgap.text.dates import long_date
from jdgap.text.language import translate as _

_WIDTHS: Final = (20, 25, 13, 11, 19, 12, 13, 20, 18)
_LEFT_OF_CHART_END: Final = 5
_CHART_HEIGHT: Final = 23
"""In sizes of the font."""
_ORGANISATION = Dress(bold=True, across="center")
_TITLE = Dress(bold=True, scale=1.25, across="center")
_LABEL = Dress(bold=True, lines="box", fill="EDEDED", indent=1)
_VALUE = Dress(lines="box", indent=1)
_RULE = Dress(italic=True, scale=0.9)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all pages of one workbook share."""

    book: Book
    face: Typeface
    day: date


def write_gap_sheets(  # noqa: PLR0913 - each is an option of the command
    path: Path,
    book: Book,
    people: Sequence[PersonGaps],
    problems: Sequence[Problem] = (),
    *,
    font: str = DEFAULT_FONT,
    force: bool = False,
    printed_on: date | None = None,
) -> None:
    """Write one page to sign for each of `people`, in the language in use.

    Args:
        path: The workbook to make.
        book: Where groups and scale come from.
        people: Whom to write a page for; at least one.
        problems: Problems of the inputs; each page lists those of its own sheet.
        font: A font that the readers' computers have.
        force: Replace an existing file.
        printed_on: The date in the footer; today where None.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
        OSError: The folder or the target cannot be written.
        ValueError: There is nobody to write a page for.
    """
    if not people:
        raise ValueError("there is nobody to write a gap sheet for")
    refuse_existing(path, force=force)
    day = printed_on or datetime.now().astimezone().date()
    setting = _Setting(book, Typeface(font), day)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    shared = Counter(_sheet_of(person) for person in people)
    for person in people:
        own = _own_problems(person, problems, alone=shared[_sheet_of(person)] == 1)
        _add_person(workbook, person, own, setting)
    workbook.properties.creator = "jdgap"
    save_workbook(workbook, path, force=force)


def _add_person(
    workbook: Workbook, person: PersonGaps, problems: Sequence[Problem], setting: _Setting
) -> None:
    book = setting.book
    said = person.assessment
    wanted = f"{said.employee_id} {said.name}".strip() or person.compared_with.id
    sheet = workbook.create_sheet(sheet_title(wanted, workbook.sheetnames))
    page = Page(sheet, setting.face, _WIDTHS)
    last = len(_WIDTHS)
    row = add_gap_table(page, _add_top(page, book, person) + 1, person) + 1
    page.across(row, (1, last), _(SIGN_RULE), _RULE)
    page.grow(row, page.face.size * 1.9)
    row = _add_chart_and_totals(page, row + 1, book, person)
    page.grow(row + 1, 8)
    row = add_remarks(page, row + 1, person, problems)
    row = add_signatures(page, row + 1, ((1, 4), (5, last)))
    of_round = f"{_('Round')} {said.round}" if said.round else ""
    page.print_on_a4(row, one_page=True, footer=(of_round, long_date(setting.day)))


def _add_top(page: Page, book: Book, person: PersonGaps) -> int:
    """Write the titles and who it is about, and return the last row."""
    last = len(_WIDTHS)
    page.across(1, (1, last), book.organisation.text, _ORGANISATION)
    page.across(2, (1, last), _("Competency gap sheet"), _TITLE)
    page.grow(3, 6)
    facts = list(_facts(book, person))
    row = 3
    for left, right in zip(facts[::2], facts[1::2], strict=True):
        row += 1
        page.put(row, 1, left[0], _LABEL)
        page.across(row, (2, 4), left[1], _VALUE)
        page.put(row, 5, right[0], _LABEL)
        page.across(row, (6, last), right[1], _VALUE)
    page.grow(row + 1, 8)
    return row + 1


def _facts(book: Book, person: PersonGaps) -> Iterator[tuple[str, str]]:
    said, position = person.assessment, person.position
    department = said.department or (book.department_name(position) if position else None)
    yield _("Employee ID"), said.employee_id
    yield _("Name"), said.name
    yield _("Position"), position.title.text if position else said.position_written
    yield _("Department"), department or ""
    yield _("Round"), said.round
    yield _("Compared with"), person.compared_with.title.text


def _add_chart_and_totals(page: Page, row: int, book: Book, person: PersonGaps) -> int:
    """Put the chart on the left, totals and priorities beside it, and return the last row."""
    page.grow(row, 6)
    first = row + 1
    row = add_totals(page, first, book, person) + 1
    page.grow(row, 6)
    row = add_priorities(page, row + 1, person)
    height = sum(page.height(each) for each in range(first, row + 1))
    missing = page.face.size * _CHART_HEIGHT - height
    if missing > 0:
        row += 1
        page.grow(row, missing)
    if person.results:
        frame = Frame(1, first, _LEFT_OF_CHART_END, row + 1)
        add_chart(page.sheet, person.results, book.levels[-1], page.face, frame)
    return row


def _sheet_of(person: PersonGaps) -> tuple[str, str]:
    place = person.assessment.place
    return (place.file, place.sheet)


def _own_problems(person: PersonGaps, problems: Sequence[Problem], *, alone: bool) -> list[Problem]:
    """Return the problems of the person's sheet.

    Where the sheet is a table of many people, only those in the person's own rows: what is wrong
    with the others' answers is not for this page.
    """
    here = [each for each in problems if (each.place.file, each.place.sheet) == _sheet_of(person)]
    cells = [rating.place.cell for rating in person.assessment.ratings.values()]
    rows = {_row_of(cell) for cell in cells if cell}
    if alone and (len(rows) > 1 or len(cells) <= 1):
        return here
    return [each for each in here if _row_of(each.place.cell) in rows]


def _row_of(cell: str) -> str:
    return cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
