"""The work of `jdgap check`: files in, one comparison a person out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jdgap.assessments import Assessment, Count, Reading
from jdgap.assessments.duplicates import OnDuplicate, without_duplicates
from jdgap.assessments.files import read_files
from jdgap.assessments.ownership import problems_about
from jdgap.positions import Book, Position
from jdgap.problems import Problem, Severity, in_order
from jdgap.text.names import name_key

if TYPE_CHECKING:
    from jdgap.gaps import PersonGaps


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    Attributes:
        people: One comparison for each assessment that could be compared, in the order read.
        problems: Everything wrong or noteworthy, by file, sheet and cell.
    """

    people: "tuple[PersonGaps, ...]"
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Some input had an error."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

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
    on_duplicate: OnDuplicate = OnDuplicate.ERROR,
    encoding: str | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> Checked:
    """Read assessments and compare each with its position.

    Args:
        paths: Workbooks, each with one or more employees.
        book: The job-description book.
        position: The position that everybody holds, whatever the sheets say.
        against: The position to compare with, instead of the one held.
        count: Whose level counts.
        employee: Only the employee with this id or name.
        on_duplicate: What happens to different answers of one employee without time stamps.
        encoding: Of text files; None finds it out.
        meanwhile: Called once while the files are read, to get ready for showing the result.
    """
    needed = position is None
    reading = read_files(
        paths, book, position_needed=needed, encoding=encoding, meanwhile=meanwhile
    )
    counted, duplicates = without_duplicates(reading.assessments, on_duplicate)
    reading.problems += duplicates
    chosen = [each for each in counted if employee is None or _is(each, employee)]
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
        person = comparison.person(replace(assessment, position_id=held), target)
        people.append(person)
        problems += observations(person)
    return Checked(tuple(people), tuple(in_order(problems)))


def _is(assessment: Assessment, employee: str) -> bool:
    return name_key(employee) in {name_key(assessment.employee_id), name_key(assessment.name)}


def _about(reading: Reading, employee: str) -> list[Problem]:
    """Return the problems of one employee, of answers that do not count too."""
    asked = [each for each in reading.assessments if _is(each, employee)]
    return problems_about(asked, reading.assessments, reading.problems)
