"""The levels of a form: what each means, on a sheet to read, and the list to choose from."""

from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from jdgap.output.excel.form_top import BODY, HEADING
from jdgap.output.excel.openpyxl_page import draw_page, protect
from jdgap.output.excel.page import Page
from jdgap.output.excel.style import Dress, Typeface, in_lines, sheet_title, undecodable
from jdgap.positions import Book, Level
from jdgap.text.cleaning import shortened
from jdgap.text.language import translate as _

NOT_APPLICABLE: Final = "N/A"
"""What a rater chooses where a competency does not apply; the same in every language."""

_LONGEST_PROMPT_TITLE = 32
_LONGEST_PROMPT = 255
_LONGEST_ERROR = 225
_TITLE = Dress(bold=True, scale=1.25, across="center")
_LEVEL = Dress(bold=True, lines="box", across="center", pattern="0")


@dataclass(frozen=True, slots=True)
class LevelList:
    """The choices of a level, on a sheet that nobody sees.

    Attributes:
        source: The range of the choices, as Excel writes it.
        hint: What is shown beside a cell when it is chosen.
    """

    source: str
    hint: str

    def offer(self, sheet: Worksheet, column: int, rows: tuple[int, int]) -> None:
        """Let people choose a level in one column, from the first to the last of `rows`."""
        choice = DataValidation(
            type="list",
            formula1=self.source,
            allow_blank=True,
            showErrorMessage=True,
            showInputMessage=True,
            errorTitle=shortened(_("Not a level"), _LONGEST_PROMPT_TITLE),
            error=shortened(_("Choose a level from the list."), _LONGEST_ERROR),
            promptTitle=shortened(_("Level"), _LONGEST_PROMPT_TITLE),
            prompt=self.hint,
        )
        letter = get_column_letter(column)
        choice.add(f"{letter}{rows[0]}:{letter}{rows[1]}")
        sheet.add_data_validation(choice)


def add_level_list(workbook: Workbook, book: Book) -> LevelList:
    """Add the hidden sheet with the choices."""
    sheet = workbook.create_sheet(sheet_title("lists", workbook.sheetnames))
    choices: list[int | str] = [*book.levels, NOT_APPLICABLE]
    for row, choice in enumerate(choices, start=1):
        sheet.cell(row, 1, choice)
    sheet.sheet_state = "hidden"
    protect(sheet)
    return LevelList(f"{quote_sheetname(sheet.title)}!$A$1:$A${len(choices)}", _hint(book))


def _hint(book: Book) -> str:
    lines = [f"{step.level} {step.name.text}" for step in _steps(book)]
    lines.append(f"{NOT_APPLICABLE} {_('does not apply')}")
    whole = "\n".join(shortened(line) for line in lines)
    fits = len(whole.encode("utf-16-le")) <= 2 * _LONGEST_PROMPT
    return undecodable(whole) if fits else _("Choose a level from the list.")


def _steps(book: Book) -> list[Level]:
    return sorted(book.scale, key=lambda step: step.level)


def add_meanings(workbook: Workbook, book: Book, face: Typeface) -> None:
    """Add the sheet that says what each level means."""
    sheet = workbook.create_sheet(sheet_title(_("Levels"), workbook.sheetnames))
    page = Page(face, (12, 26, 72))
    page.across(1, (1, 3), _("Levels"), _TITLE)
    page.grow(2, 8)
    for column, heading in enumerate((_("Level"), _("Level name"), _("Meaning")), start=1):
        page.put(3, column, heading, HEADING)
    row = 3
    for step in _steps(book):
        row += 1
        page.put(row, 1, step.level, _LEVEL)
        page.put(row, 2, in_lines(step.name), BODY)
        page.put(row, 3, in_lines(step.meaning), BODY)
    row += 1
    page.put(row, 1, NOT_APPLICABLE, _LEVEL)
    page.put(row, 2, _("does not apply"), BODY)
    page.put(row, 3, _("The work of this position gives no occasion to show it."), BODY)
    page.repeated_rows = (3, 3)
    page.print_on_a4(row, one_page=False, footer=(book.organisation.short, ""))
    draw_page(page, sheet)
    protect(sheet)
