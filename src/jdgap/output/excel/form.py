"""The self-assessment form: one position, filled in by an employee and a supervisor.

The words of its labels and headings are those that `jdgap.assessments` recognises.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Final

from openpyxl import Workbook

from jdgap.output.excel.form_knowledge import add_knowledge, has_knowledge
from jdgap.output.excel.form_levels import add_level_list, add_meanings
from jdgap.output.excel.form_top import BODY, EMPLOYEE_TINT, GROUP, HEADING, VALUE, add_form_top
from jdgap.output.excel.openpyxl_page import draw_page, protect
from jdgap.output.excel.page import Page
from jdgap.output.excel.saving import refuse_existing, save_workbook
from jdgap.output.excel.signatures import add_signatures
from jdgap.output.excel.style import (
    DEFAULT_FONT,
    Dress,
    Typeface,
    document_title,
    in_lines,
    sheet_title,
)
from jdgap.positions import Book, Competency, Position
from jdgap.text.language import mark
from jdgap.text.language import translate as _
from jdgap.text.rounds import round_in_words

SUPERVISOR_TINT: Final = "DCEBF7"

_LEVEL = Dress(lines="box", across="center", pattern="0")
_ROW_SIZES: Final = 2.4
"""Least height of a row of the table, in sizes of the font: room to write by hand."""


@dataclass(frozen=True, slots=True)
class FormDetails:
    """What is already known of the employee; "" or None is left for them to fill in.

    Attributes:
        department: None takes the position's own department.
    """

    employee_id: str = ""
    name: str = ""
    department: str | None = None
    round: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the table: its heading (English, translated late), width and use."""

    use: str
    heading: str
    width: float


@dataclass(frozen=True, slots=True)
class _Content:
    """What one form is made of; `knowledge` is whether it has a checklist."""

    book: Book
    position: Position
    details: FormDetails
    columns: tuple[_Column, ...]
    knowledge: bool


_NO_DETAILS: Final = FormDetails()
_COLUMNS: Final = (
    _Column("group", mark("Group"), 21),
    _Column("competency", mark("Competency"), 32),
    _Column("required", mark("Required level"), 13),
    _Column("self", mark("Self level"), 13),
    _Column("supervisor", mark("Supervisor level"), 17),
    _Column("evidence", mark("Evidence/examples of behaviour"), 30),
)


def write_form(  # noqa: PLR0913 - each is an option of the command
    path: Path,
    book: Book,
    position: Position,
    details: FormDetails = _NO_DETAILS,
    *,
    hide_required: bool = False,
    knowledge: bool = False,
    font: str = DEFAULT_FONT,
    force: bool = False,
) -> None:
    """Write a blank self-assessment workbook for `position`, in the language in use.

    Args:
        path: The workbook to make.
        book: Where the position, its competencies and the scale come from.
        position: The position to assess.
        details: What is filled in beforehand.
        hide_required: Leave the required levels out, so that they do not lead the answers.
        knowledge: Add a checklist of the knowledge and skills that the book lists for the
            position; where it lists none there is no such sheet.
        font: A font that the readers' computers have.
        force: Replace an existing file.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
        OSError: The folder or the target cannot be written.
    """
    refuse_existing(path, force=force)
    columns = tuple(each for each in _COLUMNS if not (hide_required and each.use == "required"))
    content = _Content(book, position, details, columns, knowledge and has_knowledge(position))
    workbook = _workbook(content, Typeface(font))
    save_workbook(workbook, path, force=force)


def _workbook(content: _Content, face: Typeface) -> Workbook:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = sheet_title(_("Assessment"))
    page = Page(face, [each.width for each in content.columns])
    add_meanings(workbook, content.book, face)
    levels = add_level_list(workbook, content.book)
    titles = in_lines(content.book.organisation), _("Competency self-assessment form")
    hide_required = len(content.columns) < len(_COLUMNS)
    instructions = _instructions(hide_required=hide_required)
    heading = add_form_top(page, titles, _identity(content), instructions) + 1
    last_of_table = _add_table(page, content, heading)
    for column in _numbers_of(content.columns, "self", "supervisor"):
        levels.offer(sheet, column, (heading + 1, last_of_table))
    halves = ((1, 2), (3, len(content.columns)))
    last_row = add_signatures(page, last_of_table + 1, halves)
    page.repeated_rows = (heading, heading)
    page.frozen_rows = heading
    title, of_round = content.position.title.text, round_in_words(content.details.round)
    footer = (content.position.title.short, f"{_('Round')} {of_round}" if of_round else "")
    page.print_on_a4(last_row, one_page=False, footer=footer)
    draw_page(page, sheet)
    protect(sheet)
    if content.knowledge:
        organisation, identity = in_lines(content.book.organisation), list(_identity(content))
        add_knowledge(workbook, face, organisation, content.position, identity, footer)
    workbook.properties.title = document_title(title)
    workbook.properties.creator = "jdgap"
    return workbook


def _identity(content: _Content) -> Iterator[tuple[str, str]]:
    """Yield each label with the value that is already known."""
    details, position = content.details, content.position
    department = details.department
    if department is None:
        department = content.book.department_name(position) or ""
    yield _("Employee ID"), details.employee_id
    yield _("Name"), details.name
    yield _("Position"), position.title.text
    yield _("Department"), department
    yield _("Round"), details.round


def _instructions(*, hide_required: bool) -> Iterator[str]:
    yield _("1. Fill in the coloured cells only: yellow by the employee, blue by the supervisor.")
    yield _("2. Choose a level from the list in each row. Choose N/A where it does not apply.")
    if hide_required:
        yield _("3. What each level means stands on the sheet “{sheet}”.").format(sheet=_("Levels"))
    else:
        yield _(
            "3. What each level means stands on the sheet “{sheet}”. Rate what is really done,"
            " whatever level is required."
        ).format(sheet=_("Levels"))


def _add_table(page: Page, content: _Content, heading: int) -> int:
    """Write the table and return its last row."""
    for number, column in enumerate(content.columns, start=1):
        page.put(heading, number, _(column.heading), HEADING)
    book, position = content.book, content.position
    places = {group.id: place for place, group in enumerate(book.groups)}
    ordered = sorted(book.required_competencies(position), key=lambda each: places[each.group])
    row = heading
    for group, members in groupby(ordered, key=lambda each: each.group):
        first = row + 1
        for competency in members:
            row += 1
            _add_row(page, content, row, competency)
        page.down((first, row), 1, in_lines(book.groups[places[group]].name), GROUP)
    return row


def _add_row(page: Page, content: _Content, row: int, competency: Competency) -> None:
    required = content.position.required[competency.id]
    looks: dict[str, tuple[str | int | None, Dress]] = {
        "competency": (in_lines(competency.name), BODY),
        "required": (required, replace(_LEVEL, bold=True)),
        "self": (None, replace(_LEVEL, fill=EMPLOYEE_TINT, editable=True)),
        "supervisor": (None, replace(_LEVEL, fill=SUPERVISOR_TINT, editable=True)),
        "evidence": (None, replace(VALUE, upright="top")),
    }
    for number, column in enumerate(content.columns, start=1):
        if column.use in looks:
            page.put(row, number, *looks[column.use])
    page.grow(row, page.face.size * _ROW_SIZES)


def _numbers_of(columns: Sequence[_Column], *uses: str) -> Iterator[int]:
    for number, column in enumerate(columns, start=1):
        if column.use in uses:
            yield number
