"""The gap sheet: one A4 page a person, for employee and supervisor to read and sign."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from jdgap.assessments.activities.model import Activity
from jdgap.assessments.ownership import ProblemIndex, sheet_of
from jdgap.gaps import SIGN_RULE, PersonGaps
from jdgap.gaps.plan import Planning
from jdgap.output.excel.gap_knowledge import add_knowledge
from jdgap.output.excel.gap_plan import PlanRoom, add_plan_lines
from jdgap.output.excel.gap_summary import add_remarks, add_totals
from jdgap.output.excel.gap_table import add_gap_table
from jdgap.output.excel.looks import Looks
from jdgap.output.excel.page import Page
from jdgap.output.excel.radar import Frame, add_chart, put_numbers
from jdgap.output.excel.signatures import add_signatures
from jdgap.output.excel.style import DEFAULT_FONT, Dress, SheetTitles, Typeface, in_lines
from jdgap.output.excel.xlsxwriter_book import write_workbook
from jdgap.output.excel.xlsxwriter_page import PageSheet
from jdgap.output.people_words import id_and_name
from jdgap.positions import Book
from jdgap.problems import Problem
from jdgap.text.dates import long_date, today
from jdgap.text.language import translate as _
from jdgap.text.rounds import round_in_words

_WIDTHS: Final = (20, 23, 12, 13, 21, 13, 13, 20, 16)
_LEFT_OF_CHART_END: Final = 5
_CHART_HEIGHT: Final = 16.5
"""In sizes of the font."""
_SIGNATURES_HEIGHT: Final = 10.2
"""In sizes of the font, with the space above them."""
_ORGANISATION = Dress(bold=True, across="center")
_TITLE = Dress(bold=True, scale=1.25, across="center")
_LABEL = Dress(bold=True, lines="box", fill="EDEDED", indent=1)
_VALUE = Dress(lines="box", indent=1)
_RULE = Dress(italic=True, scale=0.9)


@dataclass(frozen=True, slots=True)
class SheetSetting:
    """What all gap sheets of one workbook share.

    Attributes:
        book: Where groups and scale come from.
        day: The date in the footer.
        planning: Makes everybody's plan.
        plan_title: Of the sheet of the workbook that has all lines of all plans, "" for none.
    """

    book: Book
    day: date
    planning: Planning = field(default_factory=Planning)
    plan_title: str = ""


def write_gap_sheets(  # noqa: PLR0913 - each is an option of the command
    path: Path,
    book: Book,
    people: Sequence[PersonGaps],
    problems: Sequence[Problem] = (),
    *,
    activities: Iterable[Activity] = (),
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
        activities: The organisation's courses and activities, which fill the plans.
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
    day = printed_on or today()
    setting = SheetSetting(book, day, Planning(activities))

    def fill(workbook: Workbook) -> None:
        looks = Looks(workbook, Typeface(font))
        titles = SheetTitles()
        for person, own in with_own_problems(people, problems):
            title = titles.new(gap_sheet_title(person))
            add_gap_sheet(workbook, looks, person, own, title, setting)

    write_workbook(path, fill, day=day, force=force)


def with_own_problems(
    people: Sequence[PersonGaps], problems: Iterable[Problem]
) -> Iterator[tuple[PersonGaps, list[Problem]]]:
    """Yield each person with the problems that are for the person's page."""
    index = ProblemIndex(problems)
    shared = Counter(sheet_of(person.assessment.place) for person in people)
    for person in people:
        place = person.assessment.place
        # In a table of many people each has a row, even when only one of them is asked for.
        alone = shared[sheet_of(place)] == 1 and not place.cell
        yield person, index.of(person.assessment, alone=alone)


def gap_sheet_title(person: PersonGaps) -> str:
    """Return what a person's sheet would be called, were there no limit and no other sheet."""
    said = person.assessment
    return id_and_name(said.employee_id, said.name) or person.compared_with.id


def add_gap_sheet(  # noqa: PLR0913, PLR0917 - the workbook, the person, and the rest
    workbook: Workbook,
    looks: Looks,
    person: PersonGaps,
    problems: Sequence[Problem],
    title: str,
    setting: SheetSetting,
) -> None:
    """Add one person's page to a workbook, in the language in use.

    Args:
        workbook: The workbook.
        looks: Its formats and its font.
        person: Whom it is about.
        problems: The person's own, see `with_own_problems`.
        title: Of the sheet, as `SheetTitles` gave it.
        setting: The same for all pages of the workbook.
    """
    book, said = setting.book, person.assessment
    page = Page(looks.face, _WIDTHS)
    last = len(_WIDTHS)
    row = add_gap_table(page, _add_top(page, book, person) + 1, person) + 1
    page.across(row, (1, last), _(SIGN_RULE), _RULE)
    page.grow(row, page.face.size * 1.9)
    first_beside_chart = row + 2
    row = _add_beside_chart(page, row + 1, book, person)
    frame = Frame(1, first_beside_chart, _LEFT_OF_CHART_END, row + 1)
    page.grow(row + 1, 8)
    row = add_knowledge(page, add_remarks(page, row + 1, person, problems), person)
    row = _add_plan(page, row + 1, person, setting)
    row = add_signatures(page, row + 1, ((1, 4), (5, last)), names=(said.name, ""))
    of_round = f"{_('Round')} {round_in_words(said.round)}" if said.round else ""
    page.print_on_a4(row, one_page=True, footer=(of_round, long_date(setting.day)))
    sheet = workbook.add_worksheet(title, worksheet_class=PageSheet)
    if person.results:
        put_numbers(page, person.results)
        highest = book.levels[-1]
        add_chart(workbook, sheet, page, person.results, highest=highest, frame=frame)
    sheet.draw(page, looks)


def _add_top(page: Page, book: Book, person: PersonGaps) -> int:
    """Write the titles and who it is about, and return the last row."""
    last = len(_WIDTHS)
    page.across(1, (1, last), in_lines(book.organisation), _ORGANISATION)
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
    said = person.assessment
    yield _("Employee ID"), said.employee_id
    yield _("Name"), said.name
    yield _("Position"), person.position_title
    yield _("Department"), person.department_name(book)
    yield _("Round"), round_in_words(said.round)
    yield _("Compared with"), person.compared_with.title.text


def _add_beside_chart(page: Page, row: int, book: Book, person: PersonGaps) -> int:
    """Put the totals on the right, high enough for the chart, and return the last row.

    The chart begins in the row after `row`, which is empty.
    """
    page.grow(row, 6)
    first = row + 1
    row = add_totals(page, first, book, person)
    height = sum(page.height(each) for each in range(first, row + 1))
    missing = page.face.size * _CHART_HEIGHT - height
    if missing > 0:
        row += 1
        page.grow(row, missing)
    return row


def _add_plan(page: Page, row: int, person: PersonGaps, setting: SheetSetting) -> int:
    """Put the plan above the places to sign, and return the last row."""
    title = setting.plan_title
    room = PlanRoom(
        below=page.face.size * _SIGNATURES_HEIGHT,
        rest_at=_("the sheet “{title}”").format(title=title) if title else _("the table above"),
        day=setting.day,
    )
    return add_plan_lines(page, row, setting.planning.lines(person), room)
