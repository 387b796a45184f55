"""The report workbook: its sheets in their order, then one for each employee."""

from datetime import date
from pathlib import Path

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from jdgap.assessments.own_reports import report_titles
from jdgap.gaps.changes import RoundComparison
from jdgap.gaps.plan import Planning
from jdgap.gaps.round import RoundResult
from jdgap.output.excel.gap_sheet import (
    SheetSetting,
    add_gap_sheet,
    gap_sheet_title,
    with_own_problems,
)
from jdgap.output.excel.looks import Looks
from jdgap.output.excel.style import DEFAULT_FONT, SheetTitles, Typeface
from jdgap.output.excel.xlsxwriter_book import write_workbook
from jdgap.output.report.data import add_data
from jdgap.output.report.departments import add_departments
from jdgap.output.report.needs import add_needs
from jdgap.output.report.people import add_people
from jdgap.output.report.plan import add_plan
from jdgap.output.report.problem_list import add_problems
from jdgap.output.report.requirements import add_requirements
from jdgap.output.report.setting import Setting
from jdgap.output.report.summary import add_summary
from jdgap.positions import Book
from jdgap.text.dates import today


def write_report(  # noqa: PLR0913 (each is an option of the command)
    path: Path,
    book: Book,
    result: RoundResult,
    *,
    individual: bool,
    previous: RoundComparison | None = None,
    font: str = DEFAULT_FONT,
    force: bool = False,
    printed_on: date | None = None,
) -> None:
    """Write the report of a round, in the language in use.

    Args:
        path: The workbook to make.
        book: The job-description book.
        result: What is reported.
        individual: Add a sheet to sign for each employee.
        previous: The round compared with the one before, for a trend on the summary.
        font: A font that the readers' computers have.
        force: Replace an existing file.
        printed_on: The date in the footers; today where None.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
        OSError: The folder or the target cannot be written.
    """
    day = printed_on or today()

    def fill(workbook: Workbook) -> None:
        looks = Looks(workbook, Typeface(font))
        titles = report_titles()
        taken = SheetTitles(titles.values())
        setting = Setting(book, result, workbook, looks, day, titles, taken)
        _add_sheets(setting, individual=individual, previous=previous)

    title = f"{book.organisation.text} {result.round}"
    write_workbook(path, fill, day=day, title=title, force=force)


def _add_sheets(setting: Setting, *, individual: bool, previous: RoundComparison | None) -> None:
    people = setting.result.people
    titles = [setting.taken.new(gap_sheet_title(each)) for each in people] if individual else []
    add_summary(setting, previous)
    add_people(setting, sheet_of=dict(enumerate(titles)))
    add_departments(setting)
    add_needs(setting)
    add_plan(setting)
    add_data(setting)
    add_problems(setting)
    add_requirements(setting)
    planning = Planning(setting.result.activities, setting.result.supervisors)
    sheets = SheetSetting(setting.book, setting.day, planning, setting.titles["plan"])
    with_problems = with_own_problems(people, setting.result.problems) if individual else ()
    for title, (person, own) in zip(titles, with_problems, strict=True):
        add_gap_sheet(setting.workbook, setting.looks, person, own, title, sheets)
