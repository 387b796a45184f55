"""The checklist of a form: the knowledge and skills that the book lists, without levels.

The words of its headings and answers are those that `jdgap.assessments` recognises.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from jdgap.assessments.model import KnowledgeKind
from jdgap.output.excel.openpyxl_page import draw_page, protect
from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Dress, Typeface, plain_text, points_for, sheet_title
from jdgap.output.knowledge_words import ANSWERS, KINDS
from jdgap.positions import Position
from jdgap.text.cleaning import shortened
from jdgap.text.language import translate as _

_WIDTHS: Final = (21, 63, 17, 25)
_KIND, _ITEM, _ANSWER, _REMARK = 1, 2, 3, 4
_SECOND_SHEET: Final = 1
"""After the table of competencies, before what each level means."""
_LONGEST_TITLE: Final = 32
_LONGEST_MESSAGE: Final = 225
_ROW_SIZES: Final = 2.2
"""Least height of a row of the list, in sizes of the font: room to write by hand."""

_SURE_WIDTH: Final = 0.85 * _WIDTHS[1]
"""Of the items: their lines are long, and another font may be wider."""

_TINT: Final = "FFF4CC"
_TITLE = Dress(bold=True, scale=1.25, across="center")
_ORGANISATION = Dress(bold=True, across="center")
_LABEL = Dress(bold=True, lines="box", fill="EDEDED", indent=1)
_VALUE = Dress(lines="box", fill=_TINT, indent=1, editable=True, pattern="@")
_HEADING = Dress(bold=True, lines="box", fill="1F3864", colour="FFFFFF", across="center")
_PLAIN = Dress()
_BODY = Dress(lines="box", indent=1)
_GROUP = Dress(lines="box", bold=True, fill="F7F7F7", indent=1)
_CHOICE = replace(_VALUE, across="center", indent=0)


def has_knowledge(position: Position) -> bool:
    """Return whether the book lists any knowledge or skills for a position."""
    return bool(position.knowledge or position.skills)


def add_knowledge(  # noqa: PLR0913, PLR0917 (the workbook, and what stands on the sheet)
    workbook: Workbook,
    face: Typeface,
    organisation: str,
    position: Position,
    identity: Sequence[tuple[str, str]],
    footer: tuple[str, str],
) -> None:
    """Add the sheet with the checklist, in the language in use.

    Args:
        workbook: The form.
        face: Its typeface.
        organisation: Its name.
        position: Whose knowledge and skills are listed; it has some.
        identity: Labels and what is known already: a printed page says whose it is.
        footer: What stands left and right of the page number.
    """
    title = sheet_title(_("Knowledge and skills"), workbook.sheetnames)
    sheet = workbook.create_sheet(title, _SECOND_SHEET)
    page = Page(face, _WIDTHS)
    heading = _add_top(page, organisation, identity) + 1
    last_row = _add_list(page, heading, position)
    page.repeated_rows = (heading, heading)
    page.frozen_rows = heading
    page.print_on_a4(last_row, one_page=False, footer=footer)
    draw_page(page, sheet)
    _offer(sheet, (heading + 1, last_row))
    protect(sheet)


def _add_top(page: Page, organisation: str, identity: Iterable[tuple[str, str]]) -> int:
    """Write what stands above the list and return the last row of it."""
    page.across(1, (1, _REMARK), organisation, _ORGANISATION)
    page.across(2, (1, _REMARK), _("Knowledge and skills"), _TITLE)
    page.grow(3, 8)
    row = 3
    for label, value in identity:
        row += 1
        page.put(row, _KIND, label, _LABEL)
        page.across(row, (_ITEM, _REMARK), value, _VALUE)
    row += 1
    page.grow(row, 8)
    for line in _instructions():
        row += 1
        page.across(row, (1, _REMARK), line, _PLAIN)
    row += 1
    page.grow(row, 8)
    return row


def _instructions() -> tuple[str, ...]:
    have, need, not_needed = (_(each) for each in ANSWERS.values())
    return (
        _("1. Choose one answer from the list in each row."),
        _("2. “{have}”: it is there. “{need}”: to be learnt or practised.").format(
            have=have, need=need
        ),
        _("3. “{not_needed}”: the work does not ask for it.").format(not_needed=not_needed),
        _("4. These answers change no level and no total."),
    )


def _add_list(page: Page, heading: int, position: Position) -> int:
    """Write the list and return its last row."""
    headings = (_("Kind"), _("Knowledge or skill"), _("Answer"), _("Remark"))
    for column, words in enumerate(headings, start=1):
        page.put(heading, column, words, _HEADING)
    row = heading
    lists = {
        KnowledgeKind.KNOWLEDGE: position.knowledge,
        KnowledgeKind.SKILL: position.skills,
    }
    for kind, lines in lists.items():
        first = row + 1
        for line in lines:
            row += 1
            page.put(row, _ITEM, line, _BODY)
            page.put(row, _ANSWER, None, _CHOICE)
            page.put(row, _REMARK, None, replace(_VALUE, upright="top"))
            page.grow(row, page.face.size * _ROW_SIZES)
            page.grow(row, points_for(plain_text(line), _SURE_WIDTH, page.face, _BODY))
        if lines:
            page.down((first, row), _KIND, _(KINDS[kind]), _GROUP)
    return row


def _offer(sheet: Worksheet, rows: tuple[int, int]) -> None:
    """Let people choose an answer, from the first to the last of `rows`."""
    choice = DataValidation(
        type="list",
        formula1='"{}"'.format(",".join(_(each) for each in ANSWERS.values())),
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=shortened(_("Not an answer"), _LONGEST_TITLE),
        error=shortened(_("Choose an answer from the list."), _LONGEST_MESSAGE),
    )
    letter = get_column_letter(_ANSWER)
    choice.add(f"{letter}{rows[0]}:{letter}{rows[1]}")
    sheet.add_data_validation(choice)
