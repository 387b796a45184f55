"""The work of `jdgap compare`: two rounds in, what changed between them out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from jdgap.assessments.finding import MissingPathsError
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.reports.model import KeptCompetency, KeptPerson, KeptRound
from jdgap.assessments.reports.reading import FoundReport, find_reports
from jdgap.gaps.changes import RoundComparison
from jdgap.gaps.comparing import NotComparableError, compare_rounds
from jdgap.gaps.kept import kept_round
from jdgap.positions import Book, Names
from jdgap.problems import Place, Problem, Severity
from jdgap.text.names import name_key
from jdgap.workflows.anonymity.comparison import anonymised_comparison
from jdgap.workflows.round import USUAL_RULES, RoundRules, assess_round


@dataclass(frozen=True, slots=True)
class RoundRead:
    """One of two rounds: as its report has it, or its answers; and what is wrong with them."""

    round: KeptRound
    problems: tuple[Problem, ...]


def compare_files(  # noqa: PLR0913 (each option of the command is one)
    old: Path,
    new: Path,
    book: Book,
    *,
    old_book: Book | None = None,
    rules: RoundRules = USUAL_RULES,
    old_roster: Path | None = None,
    new_roster: Path | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> RoundComparison:
    """Compare two rounds, each a report workbook, a file with answers, or a folder of answers.

    A report says itself what was required; answers are compared with a book. What a book knows is
    named as it names it, so a report may be in another language.

    Args:
        old: The older round.
        new: The newer round.
        book: The job-description book, for answers.
        old_book: The one for answers of the older round; `book` where None.
        rules: How answers are read and counted; a round that it names is the newer one.
        old_roster: The list of staff for answers of the older round.
        new_roster: The same for the newer one.
        progress: Called with how many files of answers are read, of how many, for each round.

    Raises:
        MissingPathsError: One of the paths does not exist.
        NotComparableError: One of them cannot be used, or the two cannot be compared.
    """
    _check(old, new)
    reports = _reports(old, new, rules.max_file_bytes)
    # Numbered people could not be found in both rounds: names go when all is compared.
    anonymise, rules = rules.anonymise, replace(rules, anonymise=False)
    before, after = old_book or book, book
    earlier = replace(rules, round="")
    then = read_round(old, reports.get(old), before, earlier, old_roster, progress)
    now = read_round(new, reports.get(new), after, rules, new_roster, progress)
    named = [BookNames(each) for each in ((before, after) if old_book else (book,))]
    rounds = [then.round, now.round]
    for names in named:
        rounds = [names.round(each) for each in rounds]
    comparison = compare_rounds(rounds[0], rounds[1], (*then.problems, *now.problems))
    return anonymised_comparison(comparison, book) if anonymise else comparison


def _check(old: Path, new: Path) -> None:
    missing = [path for path in dict.fromkeys((old, new)) if not path.exists()]
    if missing:
        raise MissingPathsError(missing)
    if old.samefile(new):
        raise NotComparableError([Problem("same-input", Place(str(new)))])


def _reports(old: Path, new: Path, max_file_bytes: int) -> dict[Path, FoundReport]:
    """Return what is found in those of the two that are files."""
    files = [path for path in (old, new) if not path.is_dir()]
    return dict(zip(files, find_reports(files, max_file_bytes=max_file_bytes), strict=True))


def read_round(  # noqa: PLR0913, PLR0917 (one round's part of what was asked)
    path: Path,
    report: FoundReport,
    book: Book,
    rules: RoundRules,
    roster: Path | None,
    progress: Callable[[int, int], object] | None,
) -> RoundRead:
    """Return one of the two rounds, from a report or from answers.

    Args:
        path: What the user named.
        report: What was found in it, see `find_reports`.
        book: The job-description book, for answers.
        rules: How answers are read and counted.
        roster: The list of staff for answers.
        progress: Called with how many files of answers are read, of how many.

    Raises:
        NotComparableError: It cannot be used.
    """
    if isinstance(report, FileFaultError):
        raise NotComparableError([report.problem(str(path))])
    if report is not None:
        return RoundRead(report.round, report.problems)
    result = assess_round([path], book, rules, roster=roster, progress=progress)
    if not result.people:
        raise NotComparableError(_nothing(path, result.problems))
    return RoundRead(kept_round(result, book, str(path)), result.problems)


def _nothing(path: Path, problems: tuple[Problem, ...]) -> list[Problem]:
    """Return the problems of a round in which nobody counts, the worst of them last."""
    nothing = Problem("no-assessment-found", Place(str(path)))
    errors = [each for each in problems if each.severity is Severity.ERROR]
    return [*problems, *(() if errors else (nothing,))]


class BookNames:
    """Names what a book knows as it names it, in the language in use.

    Args:
        book: The book.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._names = Names(book)
        self._departments: dict[str, str] = {}
        self._competencies = {
            name_key(name): each for each in book.competencies for name in each.name.spellings()
        }
        self._positions = {
            name_key(title): each for each in book.positions for title in each.title.spellings()
        }

    def round(self, kept: KeptRound) -> KeptRound:
        """Return a round with those names."""
        titles = {key: self._title(key, title) for key, title in kept.titles.items()}
        return replace(
            kept,
            people=tuple(self._person(each) for each in kept.people),
            competencies={key: self._competency(each) for key, each in kept.competencies.items()},
            titles=titles,
        )

    def _person(self, person: KeptPerson) -> KeptPerson:
        department = self._department(person.department)
        title = self._title(person.position_id, person.position)
        if department == person.department and title == person.position:
            return person
        return replace(person, department=department, position=title)

    def _department(self, written: str) -> str:
        named = self._departments.get(written)
        if named is None:
            known = self._names.department(written) if written else None
            named = self._departments[written] = known.name.text if known else written
        return named

    def _competency(self, each: KeptCompetency) -> KeptCompetency:
        known = self._book.competency_by_id.get(each.id)
        if known is None or not _is_one_of(each.name, known.name.spellings()):
            known = self._competencies.get(name_key(each.name))  # with another id
        return replace(each, name=known.name.text) if known else each

    def _title(self, position_id: str, written: str) -> str:
        known = self._book.position_by_id.get(position_id)
        if known is None or not _is_one_of(written, known.title.spellings()):
            known = self._positions.get(name_key(written))  # with another id
        return known.title.text if known else written


def _is_one_of(written: str, spellings: Iterable[str]) -> bool:
    key = name_key(written)
    return any(name_key(each) == key for each in spellings)
