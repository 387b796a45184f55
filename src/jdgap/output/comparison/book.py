"""The workbook that compares two rounds: its sheets in their order."""

from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

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
from jdgap.output.excel.saving import refuse_existing, save_whole
from jdgap.output.excel.style import DEFAULT_FONT, SheetTitles, Typeface, safe_text
from jdgap.output.report.setting import Setting
from jdgap.positions import Book
from jdgap.text.cleaning import shortened

_LONGEST_PROPERTY: Final = 200
"""Characters; Excel takes 255 of those that it counts."""


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
    refuse_existing(path, force=force)
    day = printed_on or datetime.now().astimezone().date()

    def write(file: BinaryIO) -> None:
        # XlsxWriter leaves its parts behind when it fails; in a folder of ours they go with it.
        with TemporaryDirectory(prefix="jdgap-", ignore_cleanup_errors=True) as parts:
            workbook = Workbook(file, {"tmpdir": parts})
            title = f"{book.organisation.text} {rounds_in_words(comparison)}"
            workbook.set_properties(
                {
                    "title": safe_text(shortened(title, _LONGEST_PROPERTY)),
                    "author": "jdgap",
                    # The same comparison on the same day makes the same bytes.
                    "created": datetime.combine(day, time.min),
                }
            )
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
            workbook.close()

    save_whole(path, write, force=force)


def _add_sheets(compared: Compared) -> None:
    add_summary(compared)
    add_departments(compared)
    add_competencies(compared)
    add_people(compared)
    add_changes(compared)
    add_requirements(compared)
    add_problems(compared)
