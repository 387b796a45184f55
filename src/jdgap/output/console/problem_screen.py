"""What is wrong in the input, on the screen: by file and sheet, with what to do about it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.table import Table

from jdgap.output.console.problem_lines import STYLES, problem_lines
from jdgap.output.console.screen import symbols_of
from jdgap.output.console.tables import show, show_heading, show_text
from jdgap.output.console.thai_text import thai
from jdgap.output.problem_words import SEVERITY_WORDS, counted, counted_shortly
from jdgap.problems import Problem, in_order
from jdgap.text.language import translate as _

_MOST_WITHOUT_OVERVIEW: Final = 20
"""More problems than this are summed up by kind at the end."""


def show_problems(
    console: Console, problems: Sequence[Problem], sheets: Sequence[str] = ()
) -> None:
    """Print the problems under the file and sheet they stand in, and their numbers at the end.

    What to do stands once below neighbours that share it.

    Args:
        console: Where.
        problems: In any order.
        sheets: Sheets in an order that matters (`in_order`).
    """
    if not problems:
        return
    files = _parts(in_order(problems, sheets), lambda problem: problem.place.file)
    for file, here in files:
        _show_file(console, file, here, among_others=len(files) > 1)
    if len(problems) > _MOST_WITHOUT_OVERVIEW:
        _show_kinds(console, problems)
    console.print()
    show_text(console, counted(problems), "bold")


def _parts(
    problems: Iterable[Problem], key: Callable[[Problem], str]
) -> list[tuple[str, list[Problem]]]:
    return [(name, list(here)) for name, here in groupby(problems, key=key)]


def _show_file(
    console: Console, file: str, problems: Sequence[Problem], *, among_others: bool
) -> None:
    """Print the problems of one file; its only sheet stands beside its name."""
    sheets = _parts(problems, lambda problem: problem.place.sheet)
    inside = symbols_of(console).inside
    alone = len(sheets) == 1
    names = [file, *(sheet for sheet, _here in sheets if alone)]
    heading = thai(console, f" {inside} ".join(filter(None, names)), "bold")
    if among_others and len(problems) > 1:
        heading.append("  ")
        heading.append_text(thai(console, f"({counted_shortly(problems)})", "not bold dim"))
    console.print()
    if heading:
        show(console, heading)
    for sheet, here in sheets:
        if sheet and not alone:
            show_text(console, f"{inside} {sheet}", "bold")
        console.print(problem_lines(console, here), end="", soft_wrap=True)


def _show_kinds(console: Console, problems: Collection[Problem]) -> None:
    """Print how many problems there are of each kind, and in how many files; the worst first."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.code, []).append(problem)
    show_heading(console, _("Kinds of problems"))
    overview = Table.grid(padding=(0, 2, 0, 0))
    overview.add_column()
    overview.add_column(justify="right")
    several = len({problem.place.file for problem in problems}) > 1
    for alike in sorted(found.values(), key=lambda each: (each[0].severity.rank, -len(each))):
        kind = alike[0].kind
        word = thai(console, _(SEVERITY_WORDS[kind.severity]), STYLES[kind.severity])
        word.no_wrap = True
        title = _(kind.title)
        if several:
            files = len({problem.place.file for problem in alike})
            title = _("{problem} (files: {count})").format(problem=title, count=files)
        overview.add_row(word, str(len(alike)), thai(console, title))
    show(console, overview, indent=2)
