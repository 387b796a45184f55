"""What several commands share: the book in use, positions by name, how an output is written."""

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.text.cleaning import on_one_line
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.assessments import Count
    from jdgap.assessments.duplicates import OnDuplicate
    from jdgap.positions import Book, Names, Position, UnknownPositionError
    from jdgap.problems import Problem

_Choice = TypeVar("_Choice", bound=StrEnum)


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
        if self.positions is not None and not os.path.lexists(self.positions):
            message = _("there is no positions file {file}").format(file=self.positions)
            raise StoppedError(message, ExitCode.USAGE)
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

        names = Names(self.book)
        try:
            return names.position(name)
        except UnknownPositionError as error:
            offered = "".join(f"\n  - {each}" for each in _offered(names, error))
            message = _("there is no position “{name}”. Did you mean:").format(name=name)
            raise StoppedError(message + offered, ExitCode.USAGE) from error


def _offered(names: "Names", error: "UnknownPositionError") -> list[str]:
    """Return what was perhaps meant: titles in the language in use, with the shorter ids.

    Who types an id has misspelt an id: those that are nearly the same come first.
    """
    from difflib import get_close_matches

    near = get_close_matches(error.name.lower(), names.book.position_by_id, cutoff=0.75)
    offered = dict.fromkeys([*near, *(names.position(each).id for each in error.suggestions)])
    titles = {each: names.book.position_by_id[each].title.text for each in offered}
    return [f"{title} ({each})" for each, title in titles.items()][: len(error.suggestions)]


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what can go wrong while `path` is written into one clear sentence."""
    try:
        yield
    except FileExistsError as error:
        message = _("{file} exists already; use --force to overwrite it, or another name")
        raise StoppedError(message.format(file=path)) from error
    except OSError as error:
        message = _("{file} cannot be written: {reason}")
        raise StoppedError(message.format(file=path, reason=reason_of(error))) from error


def reason_of(error: OSError) -> str:
    """Return why the system would not do something, in the language in use where it is known."""
    from jdgap.text import reasons

    return _(reasons.reason_of(error))


def say_written(path: Path) -> None:
    """Tell the user, on stderr, what was written."""
    typer.echo(on_one_line(_("Written: {file}").format(file=path)), err=True)


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
    from jdgap.assessments.opening.text_files import known_encoding

    if name is not None and not known_encoding(name):
        message = _("--encoding: there is no text encoding “{name}”").format(name=name)
        raise StoppedError(message, ExitCode.USAGE)
    return name


def bytes_of(megabytes: int) -> int:
    """Return how many bytes a file of so many megabytes has."""
    from jdgap.assessments.opening.limits import MEBIBYTE

    return megabytes * MEBIBYTE


def _one_of(choices: type[_Choice], option: str, word: str) -> _Choice:
    try:
        return choices(word.lower())
    except ValueError as error:
        listed = ", ".join(each.value for each in choices)
        message = _("{option} is one of {choices}").format(option=option, choices=listed)
        raise StoppedError(message, ExitCode.USAGE) from error


def check_output(
    output: Path, *, force: bool, inputs: Iterable[Path] = (), ending: str = ".xlsx"
) -> None:
    """Refuse an output that cannot be written, before any work is done.

    Args:
        output: What is to be made.
        force: An existing one may be replaced.
        inputs: What is read; none of it may be replaced, forced or not. In a folder that is read
            only a workbook that jdgap made may be.
        ending: Of its name: `.xlsx` for a workbook, `.json` for a positions file.
    """
    if output.suffix.lower() != ending and not output.is_dir():
        message = _("{file} is a workbook: its name must end with .xlsx")
        if ending == ".json":
            message = _("{file} is a positions file: its name must end with .json")
        raise StoppedError(message.format(file=output), ExitCode.USAGE)
    inputs = list(inputs)
    if any(_is_same(output, each) for each in inputs):
        message = _("{file} is one of the files to read; give the output another name")
        raise StoppedError(message.format(file=output), ExitCode.USAGE)
    with writing(output):
        if os.path.lexists(output) and not output.is_dir() and not force:
            raise FileExistsError(output)
    if _may_be_an_answer(output, inputs):
        message = _(
            "{file} may be an answer: it lies in a folder to read, and jdgap did not make it"
        )
        raise StoppedError(message.format(file=output), ExitCode.USAGE)
    reasons = (
        (output.is_dir(), _("it is a folder")),
        (not output.parent.is_dir(), _("its folder does not exist")),
        (not os.access(output.parent, os.W_OK), _("its folder is not writable")),
    )
    for applies, reason in reasons:
        if applies:
            message = _("{file} cannot be written: {reason}").format(file=output, reason=reason)
            raise StoppedError(message)


def _may_be_an_answer(output: Path, inputs: Iterable[Path]) -> bool:
    """Return whether an output that exists lies in a folder that is read, and is none of ours."""
    if not output.is_file():
        return False
    place = output.resolve()
    if not any(each.is_dir() and place.is_relative_to(each.resolve()) for each in inputs):
        return False
    from jdgap.assessments.own_workbooks import is_own_workbook

    return not is_own_workbook(output)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.is_file() and one.samefile(other)
    except OSError:
        return False


def show_on_stderr(
    problems: "Collection[Problem]", *, plain: bool = False, sheets: Sequence[str] = ()
) -> None:
    """Show what is wrong beside the results, if anything is; see `in_order` for `sheets`."""
    if not problems:
        return
    from jdgap.output.console.problem_screen import show_problems
    from jdgap.output.console.screen import make_console

    show_problems(make_console(sys.stderr, plain=plain), tuple(problems), sheets)


def check_activities(path: Path | None) -> None:
    """Refuse a folder where the list of activities should be."""
    if path is not None and path.is_dir():
        message = _("--activities: {file} is a folder; name the file with the list of activities")
        raise StoppedError(message.format(file=path), ExitCode.USAGE)


def check_exist(paths: Iterable[Path]) -> None:
    """Refuse paths that do not exist, all at once, before any work is done."""
    missing = [str(path) for path in paths if not os.path.lexists(path)]
    if missing:
        message = _("there is no file or folder {file}").format(file=", ".join(missing))
        raise StoppedError(message, ExitCode.USAGE)
