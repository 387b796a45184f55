"""Who was asked about and for which positions, and how ready they are: plain frozen data."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jdgap.assessments.duplicates import is_employee
from jdgap.gaps.arithmetic import Comparison
from jdgap.gaps.model import PersonGaps
from jdgap.gaps.readiness import (
    Readiness,
    State,
    against_all,
    next_step,
    next_steps,
    readiness,
    succession,
)
from jdgap.gaps.round import RoundResult
from jdgap.positions import Book, Names, Position
from jdgap.text.names import name_key


class Question(StrEnum):
    """What may be asked of the same levels."""

    PERSON_AND_POSITION = "person and position"
    PERSON = "person"
    POSITION = "position"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked; nothing of it asks for everybody and their next steps.

    Attributes:
        target: The position to take on; None for all of them or for the next steps.
        employee: Only the employee with this id or name.
        department: Only the people of this department.
    """

    target: Position | None = None
    employee: str | None = None
    department: str | None = None

    @property
    def question(self) -> Question:
        """Which of the four questions it is."""
        if self.employee is not None:
            return Question.PERSON_AND_POSITION if self.target else Question.PERSON
        return Question.POSITION if self.target else Question.UNIT


@dataclass(frozen=True, slots=True)
class ReadinessResult:
    """The answer to one question.

    Attributes:
        asked: What was asked.
        people: Those asked about, by department and employee id.
        readiness: A person and a position each. One person against all positions, or all people
            against one: ranked. A unit: by department and employee id.
        no_next_step: Of a unit, those whose position reports to none of the book's.
        round: Everybody who counts, what was read, and the problems.
    """

    asked: Asked
    people: tuple[PersonGaps, ...]
    readiness: tuple[Readiness, ...]
    no_next_step: tuple[PersonGaps, ...]
    round: RoundResult


def counted_states(results: Iterable[Readiness]) -> dict[State, int]:
    """Return how many there are of each state, the best first; a position held does not count."""
    counts = Counter(each.state for each in results if not each.held)
    return {state: counts[state] for state in State if counts[state]}


def readiness_result(round_: RoundResult, book: Book, asked: Asked) -> ReadinessResult:
    """Return the answer to one question out of the people of a round.

    Args:
        round_: Everybody, compared with the position held.
        book: The job-description book.
        asked: What is asked.
    """
    comparison = Comparison(book, round_.count)
    people = tuple(_asked_about(round_.people, book, asked))
    without: tuple[PersonGaps, ...] = ()
    if asked.question is Question.UNIT:
        without = tuple(each for each in people if next_step(book, each.position) is None)
    return ReadinessResult(asked, people, _answered(people, asked, comparison), without, round_)


def _answered(
    people: Sequence[PersonGaps], asked: Asked, comparison: Comparison
) -> tuple[Readiness, ...]:
    answers = [person.assessment for person in people]
    if asked.target is None:
        if asked.question is Question.UNIT:
            return tuple(next_steps(people, comparison))
        return tuple(each for person in answers for each in against_all(person, comparison))
    if asked.question is Question.POSITION:
        return succession(answers, asked.target, comparison)
    return tuple(readiness(person, asked.target, comparison) for person in answers)


def _asked_about(people: Sequence[PersonGaps], book: Book, asked: Asked) -> list[PersonGaps]:
    chosen = list(people)
    if asked.employee is not None:
        chosen = [each for each in chosen if is_employee(each.assessment, asked.employee)]
    if asked.department is not None:
        known = Names(book).department(asked.department)
        key = name_key(known.name.text if known else asked.department)
        chosen = [each for each in chosen if key and name_key(each.assessment.department) == key]
    return chosen
