"""The workbook of problems: the files, every problem, and who has not answered."""

from datetime import date
from pathlib import Path

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from jdgap.assessments.own_reports import problem_book_titles
from jdgap.gaps.round import RoundResult
from jdgap.output.excel.looks import Looks
from jdgap.output.excel.style import DEFAULT_FONT, SheetTitles, Typeface
from jdgap.output.excel.xlsxwriter_book import write_workbook
from jdgap.output.problem_book.files_sheet import FilesSheet
from jdgap.output.problem_book.missing_sheet import add_missing
from jdgap.output.problem_book.owners import Owners
from jdgap.output.problem_book.problems_sheet import add_problem_rows
from jdgap.output.report.setting import Setting
from jdgap.positions import Book
from jdgap.text.dates import today


def write_problem_book(  # noqa: PLR0913 (each is an option of the command)
    path: Path,
    book: Book,
    result: RoundResult,
    *,
    font: str = DEFAULT_FONT,
    force: bool = False,
    printed_on: date | None = None,
) -> None:
    """Write what is wrong in the input, in the language in use.

    Args:
        path: The workbook to make.
        book: The job-description book.
        result: What was read, and what is wrong with it.
        font: A font that the readers' computers have.
        force: Replace an existing file.
        printed_on: The date in the footers; today where None.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
        OSError: The folder or the target cannot be written.
    """
    day = printed_on or today()

    def fill(workbook: Workbook) -> None:
        titles = problem_book_titles()
        add_sheets(
            Setting(
                book,
                result,
                workbook,
                Looks(workbook, Typeface(font)),
                day,
                titles | {"summary": titles["files"]},  # where the links back lead
                SheetTitles(titles.values()),
            )
        )

    title = f"{book.organisation.text} {result.round}"
    write_workbook(path, fill, day=day, title=title, force=force)


def add_sheets(setting: Setting) -> None:
    """Add all sheets, in their order."""
    owners = Owners(setting.result)
    files = FilesSheet(setting, owners)
    files.fill(add_problem_rows(setting, owners))
    add_missing(setting)
