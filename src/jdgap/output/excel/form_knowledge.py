"""The checklist of a form: the knowledge and skills that the book lists, without levels.

The words of its headings and answers are those that `jdgap.assessments` recognises.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from jdgap.assessments.model import KnowledgeKind
from jdgap.output.excel.form_top import BODY, GROUP, HEADING, VALUE, add_form_top
from jdgap.output.excel.openpyxl_page import draw_page, protect
from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Typeface, plain_text, points_for, sheet_title
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

_CHOICE = replace(VALUE, across="center", indent=0)


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
    titles = organisation, _("Knowledge and skills")
    heading = add_form_top(page, titles, identity, _instructions()) + 1
    last_row = _add_list(page, heading, position)
    page.repeated_rows = (heading, heading)
    page.frozen_rows = heading
    page.print_on_a4(last_row, one_page=False, footer=footer)
    draw_page(page, sheet)
    _offer(sheet, (heading + 1, last_row))
    protect(sheet)


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
        page.put(heading, column, words, HEADING)
    row = heading
    lists = {
        KnowledgeKind.KNOWLEDGE: position.knowledge,
        KnowledgeKind.SKILL: position.skills,
    }
    for kind, lines in lists.items():
        first = row + 1
        for line in lines:
            row += 1
            page.put(row, _ITEM, line, BODY)
            page.put(row, _ANSWER, None, _CHOICE)
            page.put(row, _REMARK, None, replace(VALUE, upright="top"))
            page.grow(row, page.face.size * _ROW_SIZES)
            page.grow(row, points_for(plain_text(line), _SURE_WIDTH, page.face, BODY))
        if lines:
            page.down((first, row), _KIND, _(KINDS[kind]), GROUP)
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
