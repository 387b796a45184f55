"""What is wrong in the input, on the screen: by file and sheet, with what to do about it."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.text import Text

from jdgap.output.console.screen import has_limit, symbols_of
from jdgap.output.console.tables import show_heading, show_text
from jdgap.output.console.thai_text import thai
from jdgap.problems import Problem, Severity, in_order
from jdgap.text.language import mark
from jdgap.text.language import translate as _
from jdgap.text.wrapping import cells, thai_lines

_WORDS: Final = {
    Severity.ERROR: mark("error"),
    Severity.WARNING: mark("warning"),
    Severity.INFO: mark("note"),
}
_INDENT, _GAP = 2, 2
_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def show_problems(console: Console, problems: Sequence[Problem]) -> None:
    """Print the problems under the file and sheet they stand in, and their numbers at the end.

    What to do stands once below neighbours that share it.
    """
    if not problems:
        return
    for (file, sheet), here in groupby(in_order(problems), key=_file_and_sheet):
        _show_place(console, file, sheet)
        console.print(_List(console, list(here)).text(), end="", soft_wrap=True)
    console.print()
    show_text(console, _counted(problems), "bold")


def _file_and_sheet(problem: Problem) -> tuple[str, str]:
    return problem.place.file, problem.place.sheet


def _show_place(console: Console, file: str, sheet: str) -> None:
    inside = f" {symbols_of(console).inside} "
    place = inside.join(part for part in (file, sheet) if part)
    if place:
        show_heading(console, place)


class _List:
    """Problems with their severity, their cell, and what is wrong and to do, under each other.

    A rich table would measure each of its cells several times, and there may be thousands.

    Args:
        console: Where it will be shown.
        problems: Of one sheet.
    """

    def __init__(self, console: Console, problems: Sequence[Problem]) -> None:
        self._console = console
        self._problems = problems
        self._words = [self._shown(_(_WORDS[each.severity])) for each in problems]
        self._cells = [self._shown(each.place.cell) for each in problems]
        self._widths = [max(map(cells, column)) for column in (self._words, self._cells)]
        self._indent = _INDENT + sum(width + _GAP for width in self._widths)

    def text(self) -> Text:
        """Return the list, its lines broken to fit."""
        text = Text()
        for place, problem in enumerate(self._problems):
            word, cell = self._words[place], self._cells[place]
            text.append(" " * _INDENT)
            text.append(word, _STYLES[problem.severity])
            text.append(" " * (self._widths[0] - cells(word) + _GAP) + cell)
            gap = self._widths[1] - cells(cell) + _GAP
            self._add(text, problem.message(), gap)
            remedy = problem.remedy()
            following = self._problems[place + 1 : place + 2]
            if not following or following[0].remedy() != remedy:
                arrow = symbols_of(self._console).arrow
                self._add(text, f"{arrow} {remedy}", self._indent, "dim")
        return text

    def _add(self, text: Text, words: str, gap: int, style: str = "") -> None:
        """Add words after `gap` spaces, and what does not fit below them."""
        shown = self._shown(words)
        if has_limit(self._console):
            lines = thai_lines(shown, max(1, self._console.width - self._indent))
        else:
            lines = [shown]
        for number, line in enumerate(lines):
            text.append(" " * (self._indent if number else gap))
            text.append(f"{line}\n", style)

    def _shown(self, text: str) -> str:
        return thai(self._console, text).plain


def _counted(problems: Sequence[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    return _("Errors: {errors}, warnings: {warnings}, notes: {notes}").format(
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.INFO],
    )
