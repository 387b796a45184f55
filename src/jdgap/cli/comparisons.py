"""What `compare` and `report --previous` share: how a run ends whose rounds cannot be compared."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.cli.shared import show_on_stderr
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.positions import Book

_WRONG_USAGE: Final = frozenset({"same-input", "rounds-swapped"})
"""Kinds of problems with what was typed, not with what is in the files."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How it is told that two rounds cannot be compared.

    Attributes:
        plain: Show problems without colours.
        anonymise: Tell no names.
        as_json: Print the problems as JSON on standard output.
    """

    plain: bool = False
    anonymise: bool = False
    as_json: bool = False


@contextmanager
def comparing(book: "Book", sources: Iterable[str], how: Telling) -> Iterator[None]:
    """Turn two rounds that cannot be compared into problems on stderr and one clear sentence.

    Args:
        book: Whose words may be told.
        sources: The two inputs, as they were typed.
        how: How it is told.
    """
    from jdgap.gaps.comparing import NotComparableError

    try:
        yield
    except NotComparableError as error:
        problems = error.problems
        if how.anonymise:
            from jdgap.workflows.anonymity.comparison import anonymised_problems

            problems = anonymised_problems(problems, book, sources)
        if how.as_json:
            from jdgap.output.machine import write_json
            from jdgap.output.records import problem_record

            write_json(sys.stdout.buffer, {"problems": [*map(problem_record, problems)]})
        else:
            show_on_stderr(problems, plain=how.plain)
        code = ExitCode.NOTHING_DONE
        if error.problems[-1].code in _WRONG_USAGE:
            code = ExitCode.USAGE
        raise StoppedError(_("the two rounds cannot be compared"), code) from error
