"""What the commands that read rounds share: their options, and reading with a progress bar."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.cli.options import USUAL_MEGABYTES
from jdgap.cli.shared import (
    bytes_of,
    check_activities,
    check_exist,
    count_of,
    encoding_of,
    on_duplicate_of,
)
from jdgap.cli.stopping import stop_if_told
from jdgap.text.language import translate as _
from jdgap.text.language import translate_count

if TYPE_CHECKING:
    from jdgap.gaps.round import RoundResult
    from jdgap.output.console.progress import Tick
    from jdgap.positions import Book
    from jdgap.workflows.round import RoundRules


@dataclass(frozen=True, slots=True)
class RoundOptions:
    """The options of a round as they were typed.

    Attributes:
        max_file_size: In megabytes.
        anonymise: Tell no names.
        activities: The organisation's own courses and activities.
    """

    paths: Sequence[Path]
    roster: Path | None
    round: str
    count: str
    on_duplicate: str
    encoding: str | None
    workers: int | None
    max_file_size: int = USUAL_MEGABYTES
    anonymise: bool = False
    activities: Path | None = None

    @property
    def inputs(self) -> list[Path]:
        """Everything that is named to be read."""
        return [*self.paths, *(each for each in (self.roster, self.activities) if each)]

    @property
    def names_only_lists(self) -> bool:
        """Each path is named again as a list, and so is not read for answers."""
        lists = [each for each in (self.roster, self.activities) if each]
        return all(any(_is_same(path, each) for each in lists) for path in self.paths)

    def rules(self, *, leave_out: tuple[Path, ...] = ()) -> "RoundRules":
        """Return how the round is read and counted, or stop where that cannot be told."""
        from jdgap.workflows.round import RoundRules

        return RoundRules(
            round=self.round,
            count=count_of(self.count),
            on_duplicate=on_duplicate_of(self.on_duplicate),
            encoding=encoding_of(self.encoding),
            workers=self.workers,
            max_file_bytes=bytes_of(self.max_file_size),
            leave_out=leave_out,
            anonymise=self.anonymise,
        )

    def check(self) -> None:
        """Refuse what cannot be read, before any work is done."""
        check_exist(self.inputs)
        if self.roster is not None and self.roster.is_dir():
            message = _("--roster: {file} is a folder; name the file with the list of staff")
            raise StoppedError(message.format(file=self.roster), ExitCode.USAGE)
        check_activities(self.activities)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # a link to nothing
        return False


def assess(
    book: "Book",
    options: RoundOptions,
    *,
    leave_out: tuple[Path, ...] = (),
    meanwhile: Callable[[], object] | None = None,
) -> "RoundResult":
    """Read everything that came back, with a progress bar on stderr.

    Args:
        book: The job-description book.
        options: What is read, and how.
        leave_out: Files that are none of answers.
        meanwhile: Called once while the files are read.
    """
    from jdgap.workflows.round import assess_round

    rules = options.rules(leave_out=leave_out)
    with progress(_("Reading")) as tick:
        return assess_round(
            options.paths,
            book,
            rules,
            roster=options.roster,
            activities=options.activities,
            progress=tick,
            meanwhile=meanwhile,
        )


@contextmanager
def progress(doing: str) -> "Iterator[Tick]":
    """Show a progress bar on stderr while the block runs, which stops where it is told to.

    Args:
        doing: What is being done, translated.
    """
    from jdgap.output.console.progress import progress_bar

    with progress_bar(doing) as draw:

        def tick(done: int, total: int) -> None:
            stop_if_told()
            draw(done, total)

        yield tick


def explain_nothing(result: "RoundResult", options: RoundOptions) -> ExitCode:
    """Say on stderr that nothing could be assessed; return the exit code.

    Where answers were named as a list, what is wrong with that list says it already.
    """
    if not result.files and result.has_errors and options.names_only_lists:
        return ExitCode.NOTHING_DONE
    if result.files:
        message = translate_count(
            "The file could not be assessed.",
            "None of the {files} files could be assessed.",
            result.files,
        ).format(files=result.files)
    else:
        message = _("There is no file to read.")
    typer.echo(message, err=True)
    return ExitCode.NOTHING_DONE
