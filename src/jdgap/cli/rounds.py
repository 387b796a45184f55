"""What `report` and `validate` share: reading a round with a progress bar."""

from collections.abc import Sequence
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
    from jdgap.positions import Book


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

    def check(self) -> None:
        """Refuse what cannot be read, before any work is done."""
        check_exist(self.inputs)
        if self.roster is not None and self.roster.is_dir():
            message = _("--roster: {file} is a folder; name the file with the list of staff")
            raise StoppedError(message.format(file=self.roster), ExitCode.USAGE)
        check_activities(self.activities)


def assess(
    book: "Book", options: RoundOptions, *, leave_out: tuple[Path, ...] = ()
) -> "RoundResult":
    """Read everything that came back, with a progress bar on stderr."""
    from jdgap.output.console.progress import progress_bar
    from jdgap.workflows.round import RoundRules, assess_round

    rules = RoundRules(
        round=options.round,
        count=count_of(options.count),
        on_duplicate=on_duplicate_of(options.on_duplicate),
        encoding=encoding_of(options.encoding),
        workers=options.workers,
        max_file_bytes=bytes_of(options.max_file_size),
        leave_out=leave_out,
        anonymise=options.anonymise,
    )
    with progress_bar(_("Reading")) as draw:

        def tick(done: int, total: int) -> None:
            stop_if_told()
            draw(done, total)

        return assess_round(
            options.paths,
            book,
            rules,
            roster=options.roster,
            activities=options.activities,
            progress=tick,
        )


def explain_nothing(result: "RoundResult") -> ExitCode:
    """Say on stderr that nothing could be assessed; return the exit code."""
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
