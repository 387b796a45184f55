"""What several commands share: the book in use, positions by name, how an output is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.positions import Book, Position


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


FormatOption = Annotated[Format, typer.Option("--format", help=_("How results are printed."))]
PlainOption = Annotated[
    bool, typer.Option("--plain", help=_("Tables without vertical rules and colours."))
]
ForceOption = Annotated[bool, typer.Option("--force", help=_("Overwrite an existing file."))]
FontOption = Annotated[str, typer.Option("--font", help=_("Font of the workbook."), metavar="NAME")]
DEFAULT_FONT = "TH Sarabun New"


@dataclass(frozen=True)
class Settings:
    """What stands before the command.

    Attributes:
        positions: Another organisation's positions file; None for the bundled one.
    """

    positions: Path | None

    @cached_property
    def book(self) -> "Book":
        """The job-description book, read when it is first needed."""
        from jdgap.positions import BookError, load_book

        try:
            return load_book(self.positions)
        except BookError as error:
            faults = "".join(f"\n  - {fault}" for fault in error.faults)
            message = _("the positions file {file} cannot be used:").format(file=error.file)
            raise StoppedError(message + faults) from error

    def position(self, name: str) -> "Position":
        """Return the position with this id or title, or stop with suggestions."""
        from jdgap.positions import Names, UnknownPositionError

        try:
            return Names(self.book).position(name)
        except UnknownPositionError as error:
            offered = "".join(f"\n  - {each}" for each in error.suggestions)
            message = _("there is no position “{name}”. Did you mean:").format(name=name)
            raise StoppedError(message + offered, ExitCode.USAGE) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what can go wrong while `path` is written into one clear sentence."""
    try:
        yield
    except FileExistsError as error:
        message = _("{file} exists already; use --force to overwrite it, or another name")
        raise StoppedError(message.format(file=path)) from error
    except OSError as error:
        message = _("{file} could not be written ({reason}); is it open in Excel?")
        raise StoppedError(message.format(file=path, reason=error.strerror or error)) from error


def say_written(path: Path) -> None:
    """Tell the user, on stderr, what was written."""
    typer.echo(_("Written: {file}").format(file=path), err=True)
