"""`report --previous`: the round before is read first, so that nobody waits for it in vain."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from jdgap.cli.comparisons import Telling, comparing
from jdgap.cli.rounds import RoundOptions, progress
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.gaps.changes import RoundComparison
    from jdgap.gaps.round import RoundResult
    from jdgap.positions import Book
    from jdgap.workflows.comparing import RoundRead


class Trend:
    """Compares a round with the one before, which it reads when it is made.

    Args:
        book: The job-description book.
        options: How the newer round is read.
        previous: The round before.
        plain: Show problems without colours.
    """

    def __init__(self, book: "Book", options: RoundOptions, previous: Path, *, plain: bool) -> None:
        self._book, self._options, self._plain = book, options, plain
        self._sources = (str(previous), *map(str, options.paths))
        with self._comparing():
            self._previous = self._read(previous)

    def of(self, result: "RoundResult") -> "tuple[RoundResult, RoundComparison]":
        """Return the newer round with the problems of comparing it, and the comparison."""
        from jdgap.workflows.previous import compare_with_previous, with_problems_of

        source = ", ".join(map(str, self._options.paths))
        if self._options.anonymise:
            source = _("the newer round")
        with self._comparing():
            comparison = compare_with_previous(self._previous, result, self._book, source)
        return with_problems_of(result, comparison), comparison

    def _comparing(self) -> AbstractContextManager[None]:
        how = Telling(plain=self._plain, anonymise=self._options.anonymise)
        return comparing(self._book, self._sources, how)

    def _read(self, previous: Path) -> "RoundRead":
        from jdgap.workflows.previous import read_previous

        rules, inputs = self._options.rules(), self._options.paths
        with progress(_("Reading the round before")) as tick:
            return read_previous(previous, self._book, rules, inputs=inputs, progress=tick)
