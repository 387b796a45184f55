"""The problems of one sheet as lines: severity, cells, what is wrong and what to do."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.text import Text

from jdgap.output.console.screen import has_limit, symbols_of
from jdgap.output.console.thai_text import thai
from jdgap.output.problem_words import SEVERITY_WORDS, message_with_value
from jdgap.problems import Problem, Severity
from jdgap.text.language import translate as _
from jdgap.text.wrapping import cells, thai_lines

STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}

_INDENT, _GAP = 2, 2
_LEAST_ROOM: Final = 30
"""Cells that what is wrong needs beside the severity; else it stands below."""
_INDENT_BELOW: Final = 4
_MOST_BY_PLACE: Final = 10
"""More problems of one sheet than this are put together by kind where a person reads them."""
_LEAST_RUN: Final = 3
"""Cells below each other that are written as a range."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the list: a problem, and all cells that have the same.

    Attributes:
        problem: The first of them.
        where: The cell; "" where there are several, or where the whole sheet is meant.
        message: What is wrong, with the value found and, where there are several, their cells.
        remedy: What to do.
    """

    problem: Problem
    where: str
    message: str
    remedy: str


def problem_lines(console: Console, problems: Sequence[Problem]) -> Text:
    """Return the problems of one sheet, which are in order, as lines that fit the console.

    Where a person reads them, many problems are put together: what is wrong in the same way in
    several cells is said once, with all of the cells. In a pipe each has a line of its own.
    """
    together = has_limit(console) and len(problems) > _MOST_BY_PLACE
    return _Lines(console, list(_together(problems) if together else _by_place(problems))).text()


def _by_place(problems: Iterable[Problem]) -> Iterator[_Entry]:
    for each in problems:
        yield _Entry(each, each.place.cell, message_with_value(each), each.remedy())


def _together(problems: Iterable[Problem]) -> Iterator[_Entry]:
    """Yield entries by severity, kind and what is said, each in the order of its first place."""
    kinds: dict[str, dict[tuple[str, str], list[Problem]]] = {}
    for each in problems:
        same = kinds.setdefault(each.code, {})
        same.setdefault((message_with_value(each), each.remedy()), []).append(each)
    for same in sorted(
        kinds.values(),
        key=lambda groups: next(iter(groups.values()))[0].severity.rank,
    ):
        for (message, remedy), alike in same.items():
            addresses = [each.place.cell for each in alike]
            if len(alike) > 1 and all(addresses):
                told = _("{count} cells: {cells}").format(
                    count=len(addresses), cells=", ".join(_ranges(addresses))
                )
                yield _Entry(alike[0], "", f"{message}\n{told}", remedy)
            else:
                for each in alike:
                    yield _Entry(each, each.place.cell, message, remedy)


def _ranges(addresses: Iterable[str]) -> Iterator[str]:
    """Yield cells column by column; many that are one below the other become a range."""
    parts = sorted((_split(each) for each in addresses), key=lambda each: (len(each[0]), each))
    # Where rows follow each other, a row less its place in the column's list is the same number.
    placed = ((column, row, row - place) for place, (column, row) in enumerate(parts))
    for (column, _start), run in groupby(placed, key=lambda each: (each[0], each[2])):
        rows = [row for _column, row, _start in run]
        if len(rows) >= _LEAST_RUN:
            yield f"{column}{rows[0]}:{column}{rows[-1]}"
        else:
            yield from (f"{column}{row}" for row in rows)


def _split(address: str) -> tuple[str, int]:
    column = address.rstrip("0123456789")
    return column, int(address[len(column) :] or 0)


class _Lines:
    """Entries under each other in columns.

    A rich table would measure each of its cells several times, and there may be thousands.

    Args:
        console: Where they will be shown.
        entries: Of one sheet.
    """

    def __init__(self, console: Console, entries: Sequence[_Entry]) -> None:
        self._console = console
        self._entries = entries
        self._words = [self._shown(_(SEVERITY_WORDS[each.problem.severity])) for each in entries]
        self._cells = [self._shown(each.where) for each in entries]
        widths = [max(map(cells, column)) for column in (self._words, self._cells)]
        self._word_width, self._cell_width = widths[0], widths[1]
        self._indent = _INDENT + sum(width + _GAP for width in widths if width)
        self._beside = not has_limit(console) or console.width - self._indent >= _LEAST_ROOM
        if not self._beside:
            self._indent = _INDENT_BELOW

    def text(self) -> Text:
        """Return the list, its lines broken to fit."""
        text = Text()
        arrow = symbols_of(self._console).arrow
        for place, entry in enumerate(self._entries):
            gap = self._start(text, place)
            for message in entry.message.split("\n"):
                self._add(text, message, gap)
                gap = self._indent
            following = self._entries[place + 1 : place + 2]
            if not following or following[0].remedy != entry.remedy:
                self._add(text, f"{arrow} {entry.remedy}", self._indent, "dim")
        return text

    def _start(self, text: Text, place: int) -> int:
        """Add severity and cell of an entry; return how many spaces follow."""
        word, cell = self._words[place], self._cells[place]
        text.append(" " * _INDENT)
        text.append(word, STYLES[self._entries[place].problem.severity])
        if not self._beside:
            text.append(f"{' ' * _GAP}{cell}\n" if cell else "\n")
            return self._indent
        gap = self._word_width - cells(word) + _GAP
        if not self._cell_width:
            return gap
        text.append(" " * gap + cell)
        return self._cell_width - cells(cell) + _GAP

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
