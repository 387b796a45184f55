"""What several commands share: the book in use, positions by name, how an output is written."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.assessments import Count
    from jdgap.assessments.duplicates import OnDuplicate
    from jdgap.positions import Book, Position

_Choice = TypeVar("_Choice", bound=StrEnum)


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
RosterOption = Annotated[
    Path | None, typer.Option(help=_("The list of staff."), metavar="STAFF.xlsx")
]
CountOption = Annotated[
    str,
    typer.Option(
        help=_("Whose level counts: either (supervisor's where given), self, supervisor.")
    ),
]
OnDuplicateOption = Annotated[
    str,
    typer.Option(
        help=_("Different answers of one employee without time stamps: error, or latest."),
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(help=_("Encoding of text files, such as cp874; found out where not given.")),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(help=_("How many files are read at a time."), min=1, max=64),
]
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


def count_of(word: str) -> "Count":
    """Return whose level counts, or stop."""
    from jdgap.assessments import Count

    return _one_of(Count, "--count", word)


def on_duplicate_of(word: str) -> "OnDuplicate":
    """Return what happens to different answers of one employee, or stop."""
    from jdgap.assessments.duplicates import OnDuplicate

    return _one_of(OnDuplicate, "--on-duplicate", word)


def encoding_of(name: str | None) -> str | None:
    """Return the name of an encoding that is known, or stop."""
    from jdgap.assessments.text_files import known_encoding

    if name is not None and not known_encoding(name):
        message = _("--encoding: there is no text encoding “{name}”").format(name=name)
        raise StoppedError(message, ExitCode.USAGE)
    return name


def _one_of(choices: type[_Choice], option: str, word: str) -> _Choice:
    try:
        return choices(word.lower())
    except ValueError as error:
        listed = ", ".join(each.value for each in choices)
        message = _("{option} is one of {choices}").format(option=option, choices=listed)
        raise StoppedError(message, ExitCode.USAGE) from error


def check_output(output: Path, *, force: bool) -> None:
    """Refuse an output that cannot be written, before any work is done."""
    with writing(output):
        if output.exists() and not output.is_dir() and not force:
            raise FileExistsError(output)
    reasons = (
        (output.is_dir(), _("it is a folder")),
        (not output.parent.is_dir(), _("its folder does not exist")),
        (not os.access(output.parent, os.W_OK), _("its folder is not writable")),
    )
    for applies, reason in reasons:
        if applies:
            message = _("{file} cannot be written: {reason}").format(file=output, reason=reason)
            raise StoppedError(message)


def check_exist(paths: Iterable[Path]) -> None:
    """Refuse paths that do not exist, all at once, before any work is done."""
    missing = [str(path) for path in paths if not os.path.lexists(path)]
    if missing:
        message = _("there is no file or folder {file}").format(file=", ".join(missing))
        raise StoppedError(message, ExitCode.USAGE)
