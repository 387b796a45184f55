"""What all sheets of one report share, and how each of them is printed."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from jdgap.gaps.round import RoundResult
from jdgap.output.excel.looks import Looks
from jdgap.output.excel.page import footer_part
from jdgap.output.excel.style import SheetTitles, Typeface
from jdgap.output.excel.xlsxwriter_page import set_footer
from jdgap.positions import Book, Competency
from jdgap.text.dates import long_date
from jdgap.text.language import translate as _
from jdgap.text.rounds import round_in_words

_A4: Final = 9


@dataclass(frozen=True, slots=True)
class Setting:
    """What all sheets of one report share.

    Attributes:
        book: The job-description book.
        result: What is reported.
        workbook: Where the sheets go.
        looks: The formats of the workbook.
        day: The date in the footers.
        titles: The title of each sheet of the report by its key (`summary`, `people`,
            `departments`, `needs`, `plan`, `data`, `problems`, `requirements`).
        taken: Gives further sheets their titles.
    """

    book: Book
    result: RoundResult
    workbook: Workbook
    looks: Looks
    day: date
    titles: dict[str, str]
    taken: SheetTitles

    @property
    def face(self) -> Typeface:
        """The typeface of the workbook."""
        return self.looks.face

    @property
    def competencies(self) -> list[Competency]:
        """What somebody's position requires, as columns: those of a group together."""
        known = self.result.organisation.whole.competencies.values()
        places = {group.id: place for place, group in enumerate(self.book.groups)}
        return sorted((each.competency for each in known), key=lambda each: places[each.group])

    @property
    def round_in_words(self) -> str:
        """`รอบ 2569`, `Round 2569 (2026)`, or "" where no round is named."""
        round_ = round_in_words(self.result.round)
        return f"{_('Round')} {round_}" if round_ else ""


def group_names(book: Book) -> dict[str, str]:
    """Return the name of each group of competencies by its id."""
    return {group.id: group.name.text for group in book.groups}


def print_on_a4(
    setting: Setting,
    sheet: Worksheet,
    *,
    landscape: bool = True,
    repeated_rows: tuple[int, int] | None = None,
    pages_high: int = 0,
) -> None:
    """Set a sheet up for A4, one page wide, with round, page numbers and date in the footer.

    Args:
        setting: The report.
        sheet: The sheet.
        landscape: Or else portrait.
        repeated_rows: First and last row (counted from 0) that stand again on every page.
        pages_high: How many pages it may take; 0 is as many as it needs.
    """
    sheet.set_paper(_A4)
    if landscape:
        sheet.set_landscape()
    else:
        sheet.set_portrait()
    sheet.fit_to_pages(1, pages_high)
    sheet.set_margins(left=0.4, right=0.4, top=0.45, bottom=0.65)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    if repeated_rows:
        sheet.repeat_rows(*repeated_rows)
    left, right = (footer_part(text) for text in (setting.round_in_words, long_date(setting.day)))
    set_footer(sheet, setting.face, left, right)
