"""What is wrong in the input, on the screen: by file and sheet, with what to do about it."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.table import Table

from jdgap.output.console.screen import symbols_of
from jdgap.output.console.tables import show, show_heading, show_text
from jdgap.output.console.thai_text import ThaiText, thai
from jdgap.problems import Problem, Severity, in_order
from jdgap.text.language import mark
from jdgap.text.language import translate as _

_WORDS: Final = {
    Severity.ERROR: mark("error"),
    Severity.WARNING: mark("warning"),
    Severity.INFO: mark("note"),
}
_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def show_problems(console: Console, problems: Sequence[Problem]) -> None:
    """Print the problems under the file and sheet they stand in, and their numbers at the end.

    What to do stands once below neighbours that share it.
    """
    if not problems:
        return
    for (file, sheet), here in groupby(in_order(problems), key=_file_and_sheet):
        _show_place(console, file, sheet)
        show(console, _listed(console, list(here)), indent=2)
    console.print()
    show_text(console, _counted(problems), "bold")


def _file_and_sheet(problem: Problem) -> tuple[str, str]:
    return problem.place.file, problem.place.sheet


def _show_place(console: Console, file: str, sheet: str) -> None:
    inside = f" {symbols_of(console).inside} "
    place = inside.join(part for part in (file, sheet) if part)
    if place:
        show_heading(console, place)


def _listed(console: Console, problems: Sequence[Problem]) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(no_wrap=True)
    rows.add_column()
    for place, problem in enumerate(problems):
        word = thai(console, _(_WORDS[problem.severity]), _STYLES[problem.severity])
        said = thai(console, problem.message())
        rows.add_row(word, thai(console, problem.place.cell), said)
        remedy = problem.remedy()
        if place + 1 == len(problems) or problems[place + 1].remedy() != remedy:
            rows.add_row("", "", _remedy(console, remedy))
    return rows


def _remedy(console: Console, remedy: str) -> ThaiText:
    return thai(console, f"{symbols_of(console).arrow} {remedy}", "dim")


def _counted(problems: Sequence[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    return _("Errors: {errors}, warnings: {warnings}, notes: {notes}").format(
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.INFO],
    )
