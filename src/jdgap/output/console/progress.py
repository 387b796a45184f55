"""How far a long run is, on stderr; for a person at a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final, TextIO, TypeAlias

Tick: TypeAlias = Callable[[int, int], None]
"""Called with how many are done, of how many."""

_SECONDS_BETWEEN: Final = 0.1
"""How often the bar is drawn anew at most; drawing takes longer than reading a form."""


@contextmanager
def progress_bar(doing: str, stream: TextIO | None = None) -> Iterator[Tick]:
    """Show a bar while the block runs, and take it away when it ends.

    Nothing is written where `stream` is no terminal.

    Args:
        doing: What is being done, translated.
        stream: Standard error where None.
    """
    stream = sys.stderr if stream is None else stream
    if not stream.isatty():
        yield _silent
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    from jdgap.output.console.screen import make_console
    from jdgap.output.console.thai_text import thai

    console = make_console(stream)
    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
        # Rich would draw from a thread of its own, and a worker that is forked meanwhile might
        # inherit its locks.
        auto_refresh=False,
    )
    with bar:
        task = bar.add_task(thai(console, doing).plain, total=None)
        drawn = float("-inf")

        def tick(done: int, total: int) -> None:
            nonlocal drawn
            bar.update(task, completed=done, total=total)
            now = monotonic()
            if now - drawn >= _SECONDS_BETWEEN:
                bar.refresh()
                drawn = now

        bar.refresh()
        yield tick


def _silent(_done: int, _total: int) -> None:
    """Show nothing."""
