"""The work of `jdgap report --previous`: the round before, beside one assessed just now."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from jdgap.assessments.finding import MissingPathsError
from jdgap.assessments.reports.reading import find_reports
from jdgap.gaps.changes import RoundComparison
from jdgap.gaps.comparing import NotComparableError, compare_rounds
from jdgap.gaps.kept import kept_round
from jdgap.gaps.round import RoundResult
from jdgap.positions import Book
from jdgap.problems import Place, Problem, in_order
from jdgap.workflows.anonymity.comparison import anonymised_round
from jdgap.workflows.comparing import BookNames, RoundRead, read_round
from jdgap.workflows.round import USUAL_RULES, RoundRules


def read_previous(
    path: Path,
    book: Book,
    rules: RoundRules = USUAL_RULES,
    *,
    inputs: Iterable[Path] = (),
    progress: Callable[[int, int], object] | None = None,
) -> RoundRead:
    """Read the round before: its report, a file with its answers, or a folder of them.

    Args:
        path: Where it is.
        book: The job-description book, for answers.
        rules: How answers are read and counted; the round that it names is the newer one.
        inputs: The answers of the newer round, which cannot be those of this one.
        progress: Called with how many files of answers are read, of how many.

    Raises:
        MissingPathsError: The path does not exist.
        NotComparableError: It cannot be used.
    """
    if not path.exists():
        raise MissingPathsError([path])
    if any(each.exists() and path.samefile(each) for each in inputs):
        raise NotComparableError([Problem("same-input", Place(str(path)))])
    found = None
    if not path.is_dir():
        (found,) = find_reports([path], max_file_bytes=rules.max_file_bytes)
    earlier = replace(rules, round="", anonymise=False)
    read = read_round(path, found, book, earlier, None, progress)
    kept, problems = BookNames(book).round(read.round), read.problems
    if rules.anonymise:  # labels alike in all of the round, whether from a report or from answers
        kept, problems = anonymised_round(kept, problems, book)
    return RoundRead(kept, problems)


def compare_with_previous(
    previous: RoundRead, result: RoundResult, book: Book, source: str
) -> RoundComparison:
    """Compare a round that was assessed just now with the one before.

    Args:
        previous: The round before.
        result: The newer round.
        book: With which it was assessed.
        source: Where its answers are, as the user named it.

    Raises:
        NotComparableError: The two cannot be compared.
    """
    now = kept_round(result, book, source)
    return compare_rounds(previous.round, now, previous.problems)


def with_problems_of(result: RoundResult, comparison: RoundComparison) -> RoundResult:
    """Return a round with the problems of comparing it, those of the round before included."""
    known = set(map(_identity, result.problems))
    others = [each for each in comparison.problems if _identity(each) not in known]
    return replace(result, problems=tuple(in_order([*result.problems, *others])))


def _identity(problem: Problem) -> tuple[str, Place, str]:
    return problem.code, problem.place, problem.value
