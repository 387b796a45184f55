"""The work of `jdgap check`: files in, one comparison a person out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jdgap.assessments import Count, Reading
from jdgap.assessments.blank_answers import without_rivalling_blanks
from jdgap.assessments.duplicates import OnDuplicate, is_employee, without_duplicates
from jdgap.assessments.files import read_files
from jdgap.assessments.opening import limits
from jdgap.assessments.ownership import problems_about
from jdgap.positions import Book, Names, Position
from jdgap.problems import Problem, any_error, in_order

if TYPE_CHECKING:
    from jdgap.assessments.activities.model import Activity
    from jdgap.gaps import PersonGaps


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    Attributes:
        people: One comparison for each assessment that could be compared, in the order read.
        problems: Everything wrong or noteworthy, by file, sheet and cell.
        activities: The organisation's own courses and activities, for the development plans.
    """

    people: "tuple[PersonGaps, ...]"
    problems: tuple[Problem, ...]
    activities: "tuple[Activity, ...]" = ()

    @property
    def has_errors(self) -> bool:
        """Some input had an error."""
        return any_error(self.problems)

    @property
    def has_shortfall(self) -> bool:
        """Somebody is below a required level."""
        return any(person.totals.shortfall for person in self.people)


def check_files(  # noqa: PLR0913 (each option of the command is one)
    paths: Iterable[Path],
    book: Book,
    *,
    position: Position | None = None,
    against: Position | None = None,
    count: Count = Count.EITHER,
    employee: str | None = None,
    activities: Path | None = None,
    on_duplicate: OnDuplicate = OnDuplicate.ERROR,
    encoding: str | None = None,
    max_file_bytes: int = limits.FILE_BYTES,
    anonymise: bool = False,
    meanwhile: Callable[[], object] | None = None,
) -> Checked:
    """Read assessments and compare each with its position.

    A file that cannot be used, or is not there, is one of the problems; nothing is raised for it.

    >>> import jdgap
    >>> from pathlib import Path
    >>> form = Path("examples/forms/01-form.xlsx")
    >>> checked = jdgap.check_files([form], jdgap.load_book())
    >>> [(each.competency.id, each.gap) for each in checked.people[0].results[:2]]
    [('service-mind', 1), ('unity', -1)]

    Args:
        paths: Workbooks, each with one or more employees.
        book: The job-description book.
        position: The position that everybody holds, whatever the sheets say.
        against: The position to compare with, instead of the one held.
        count: Whose level counts.
        employee: Only the employee with this id or name.
        activities: The organisation's own courses and activities, for the development plans.
        on_duplicate: What happens to different answers of one employee without time stamps.
        encoding: Of text files; None finds it out.
        max_file_bytes: How large a file may be; forms with photographs are larger than most.
        anonymise: Tell no names in the result: neither of people nor of files and sheets, nor
            what somebody typed instead of a level, a position or a competency.
        meanwhile: Called once while the files are read, to get ready for showing the result.
    """
    needed = position is None
    files = list(paths)
    reading = read_files(
        files,
        book,
        position_needed=needed,
        encoding=encoding,
        max_file_bytes=max_file_bytes,
        meanwhile=meanwhile,
    )
    answers, blank = without_rivalling_blanks(reading.assessments, reading.problems)
    counted, duplicates = without_duplicates(answers, on_duplicate)
    reading.problems += [*blank, *duplicates]
    chosen = [each for each in counted if employee is None or is_employee(each, employee)]
    problems = reading.problems if employee is None else _about(reading, employee)
    # Imported while, not before, the worker reads.
    from jdgap.gaps import Comparison, observations

    comparison = Comparison(book, count)
    people: list[PersonGaps] = []
    for assessment in chosen:
        held = position.id if position else assessment.position_id
        target = against or book.position_by_id.get(held or "")
        if target is None:
            continue
        department = _department(book, assessment.department)
        answer = replace(assessment, position_id=held, department=department)
        person = comparison.person(answer, target)
        people.append(person)
        problems += observations(person, count)
    offered: tuple[Activity, ...] = ()
    if activities is not None:
        offered, faults = _offered(activities, book, encoding)
        problems += faults
    checked = Checked(tuple(people), tuple(in_order(problems)), offered)
    return _anonymised(checked, files, reading, book) if anonymise else checked


def _department(book: Book, written: str) -> str:
    """Return a department as the book calls it, in the language in use; else as it is written."""
    if not written or any(written == each.name.text for each in book.departments):
        return written  # most often; getting ready to compare names takes longer
    known = Names(book).department(written)
    return known.name.text if known else written


def _offered(
    path: Path, book: Book, encoding: str | None
) -> "tuple[tuple[Activity, ...], tuple[Problem, ...]]":
    from jdgap.assessments.activities.reading import read_activities

    read = read_activities(path, book, encoding=encoding)
    return read.activities, read.problems


def _anonymised(checked: Checked, files: Iterable[Path], reading: Reading, book: Book) -> Checked:
    from jdgap.workflows.anonymity import Anonymity, Seen
    from jdgap.workflows.anonymity.results import without_owners

    others = sorted({problem.place.file for problem in checked.problems})
    seen = Seen(tuple(dict.fromkeys([*map(str, files), *others])), reading.assessments)
    anonymity = Anonymity(seen, book, checked.people)
    people = tuple(map(anonymity.person, checked.people))
    problems = anonymity.problems(checked.problems)
    return Checked(people, problems, without_owners(checked.activities))


def _about(reading: Reading, employee: str) -> list[Problem]:
    """Return the problems of one employee, of answers that do not count too."""
    asked = [each for each in reading.assessments if is_employee(each, employee)]
    return problems_about(asked, reading.assessments, reading.problems)
