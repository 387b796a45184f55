"""The workbook that compares two rounds: its sheets in their order."""

from datetime import date
from pathlib import Path

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from jdgap.assessments.own_reports import comparison_titles
from jdgap.gaps.changes import RoundComparison
from jdgap.output.comparison.changes import add_changes
from jdgap.output.comparison.competencies import add_competencies
from jdgap.output.comparison.departments import add_departments
from jdgap.output.comparison.people import add_people
from jdgap.output.comparison.problems import add_problems
from jdgap.output.comparison.requirements import add_requirements
from jdgap.output.comparison.setting import Compared, frame_of
from jdgap.output.comparison.summary import add_summary
from jdgap.output.comparison_words import rounds_in_words
from jdgap.output.excel.looks import Looks
from jdgap.output.excel.style import DEFAULT_FONT, SheetTitles, Typeface
from jdgap.output.excel.xlsxwriter_book import write_workbook
from jdgap.output.report.setting import Setting
from jdgap.positions import Book
from jdgap.text.dates import today


def write_comparison(  # noqa: PLR0913 (each is an option of the command)
    path: Path,
    comparison: RoundComparison,
    book: Book,
    *,
    font: str = DEFAULT_FONT,
    force: bool = False,
    printed_on: date | None = None,
) -> None:
    """Write what changed between two rounds, in the language in use.

    Args:
        path: The workbook to make.
        comparison: The two rounds.
        book: The job-description book, for the names of organisation and groups.
        font: A font that the readers' computers have.
        force: Replace an existing file.
        printed_on: The date in the footers; today where None.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
        OSError: The folder or the target cannot be written.
    """
    day = printed_on or today()

    def fill(workbook: Workbook) -> None:
        titles = comparison_titles()
        setting = Setting(
            book=book,
            result=frame_of(comparison, book),
            workbook=workbook,
            looks=Looks(workbook, Typeface(font)),
            day=day,
            titles=titles,
            taken=SheetTitles(titles.values()),
        )
        _add_sheets(Compared(comparison, setting))

    title = f"{book.organisation.text} {rounds_in_words(comparison)}"
    write_workbook(path, fill, day=day, title=title, force=force)


def _add_sheets(compared: Compared) -> None:
    add_summary(compared)
    add_departments(compared)
    add_competencies(compared)
    add_people(compared)
    add_changes(compared)
    add_requirements(compared)
    add_problems(compared)
