"""What `report` and `validate` share: reading a round with a progress bar."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jdgap.cli.exits import ExitCode
from jdgap.cli.shared import check_exist, count_of, encoding_of, on_duplicate_of
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.gaps.round import RoundResult
    from jdgap.positions import Book


@dataclass(frozen=True, slots=True)
class RoundOptions:
    """The options of a round as they were typed."""

    paths: Sequence[Path]
    roster: Path | None
    round: str
    count: str
    on_duplicate: str
    encoding: str | None
    workers: int | None


def assess(
    book: "Book", options: RoundOptions, *, leave_out: tuple[Path, ...] = ()
) -> "RoundResult":
    """Read everything that came back, with a progress bar on stderr."""
    check_exist([*options.paths, *([options.roster] if options.roster else [])])
    from jdgap.output.console.progress import progress_bar
    from jdgap.workflows.round import RoundRules, assess_round

    rules = RoundRules(
        round=options.round,
        count=count_of(options.count),
        on_duplicate=on_duplicate_of(options.on_duplicate),
        encoding=encoding_of(options.encoding),
        workers=options.workers,
        leave_out=leave_out,
    )
    with progress_bar(_("Reading")) as tick:
        return assess_round(options.paths, book, rules, roster=options.roster, progress=tick)


def explain_nothing(result: "RoundResult", *, plain: bool) -> ExitCode:
    """Say on stderr why nothing could be assessed; return the exit code."""
    from jdgap.output.console.problem_screen import show_problems
    from jdgap.output.console.screen import make_console
    from jdgap.output.console.tables import show_text

    console = make_console(sys.stderr, plain=plain)
    show_problems(console, result.problems)
    if result.files:
        show_text(
            console, _("None of the {files} files could be assessed.").format(files=result.files)
        )
    else:
        show_text(console, _("There is no file to read."))
    return ExitCode.NOTHING_DONE
