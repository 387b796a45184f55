"""The console that everything is shown on, and the symbols that it can show."""

import io
import sys
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Final, TextIO

from rich.box import Box
from rich.console import Console

from jdgap.output.pipes import forget_stdout

_UNLIMITED: Final = 100_000
_ANY_HEIGHT: Final = 25
"""Rich asks the terminal again unless both are given; nothing here depends on the height."""


@dataclass(frozen=True, slots=True)
class Symbols:
    """The signs of a screen; each falls back to ASCII by itself where it cannot be encoded.

    Attributes:
        bar: One level of a gap bar.
        left: Head of a bar to the left.
        right: Head of a bar to the right.
        axis: Where a gap is zero.
        marked: Before what needs attention most.
        none: In place of a number that is not there.
        bullet: Before an entry of a list.
        arrow: From one level to another.
        inside: Between a file and its sheet.
        branch: Before a position below another one.
        times: Between a sign and how often it stands.
        line: Horizontal rule.
        rule: Vertical rule.
        cross: Where the rules meet.
    """

    bar: str = "█"
    left: str = "◄"
    right: str = "►"
    axis: str = "│"
    marked: str = "▼"
    none: str = "–"
    bullet: str = "•"
    arrow: str = "→"
    inside: str = "›"
    branch: str = "└─"
    line: str = "─"
    rule: str = "│"
    cross: str = "┼"


_ASCII: Final = Symbols(
    bar="#",
    left="<",
    right=">",
    axis="|",
    marked="!",
    none="-",
    bullet="-",
    arrow="->",
    inside=">",
    branch="`-",
    line="-",
    rule="|",
    cross="+",
)
_TOGETHER: Final = (("bar", "left", "right", "axis"), ("branch",), ("line", "rule", "cross"))
"""Signs that are drawn side by side: all of them fall back when one has to."""


def can_encode(encoding: str, text: str) -> bool:
    """Return whether `text` can be written in `encoding`."""
    try:
        text.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


@cache
def symbols_for(encoding: str) -> Symbols:
    """Return the best symbols that `encoding` can carry."""
    lost = {
        field.name
        for field in fields(Symbols)
        if not can_encode(encoding, getattr(Symbols(), field.name))
    }
    for names in _TOGETHER:
        if lost.intersection(names):
            lost.update(names)
    return replace(Symbols(), **{name: getattr(_ASCII, name) for name in lost})


class Screen(Console):
    """A rich console that knows its symbols and whether plain tables are wanted.

    Args:
        stream: What is written to.
        plain: Neither vertical rules nor colours.
        width: Cells to a line; None asks the terminal.
    """

    def __init__(self, stream: TextIO, *, plain: bool, width: int | None) -> None:
        super().__init__(
            file=stream,
            width=width,
            height=None if width is None else _ANY_HEIGHT,
            color_system=None if plain else "auto",
            force_terminal=_is_terminal(stream),
            force_jupyter=False,
            markup=False,
            emoji=False,
            highlight=False,
        )
        self.plain = plain

    def on_broken_pipe(self) -> None:
        """Go on without a word when whoever read the pipe (head, less) has gone away."""
        self.quiet = True
        forget_stdout()


def make_console(
    stream: TextIO | None = None, *, plain: bool = False, width: int | None = None
) -> Console:
    """Return the console for `stream`, standard output unless another is given.

    A terminal keeps its width and colours (unless NO_COLOR is set). Anything else, such as a
    pipe or a file, gets neither colours nor a limit: nothing is cut or wrapped there. A stream
    whose encoding cannot carry a character replaces it from now on, instead of failing.

    Args:
        stream: Standard output where None.
        plain: Tables without vertical rules, nothing in colour: for terminals that draw Thai
            marks a cell wide.
        width: Cells to a line, whatever the stream is.
    """
    stream = sys.stdout if stream is None else stream
    if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
        stream.reconfigure(errors="replace")
    if width is None and not _is_terminal(stream):
        width = _UNLIMITED
    return Screen(stream, plain=plain, width=width)


def symbols_of(console: Console) -> Symbols:
    """Return the symbols that `console` can show."""
    return symbols_for(console.encoding)


def has_limit(console: Console) -> bool:
    """Return whether lines of `console` end somewhere."""
    return console.width < _UNLIMITED


def is_plain(console: Console) -> bool:
    """Return whether tables are to have no vertical rules."""
    return isinstance(console, Screen) and console.plain


def table_box(console: Console, *, ruled: bool) -> Box:
    """Return the light box of a table: a rule under the header, and between columns if `ruled`."""
    symbols = symbols_of(console)
    rule, cross = (symbols.rule, symbols.cross) if ruled else (" ", " ")
    blank, row, line = "    ", f"  {rule} ", f" {symbols.line}{cross} "
    # It is called ASCII so that rich, which knows only UTF, leaves the choice of signs to us.
    return Box(f"{blank}\n{row}\n{line}\n{row}\n{line}\n{line}\n{row}\n{blank}", ascii=True)


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # closed
        return False
