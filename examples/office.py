"""The made-up office in one round: its people with their levels, and what each of them answered.

The levels are made by chance from a fixed seed, the same in every run: near the requirement, lower
in a few competencies, and a year later mostly as before or one better.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final

from filled_forms import Answers
from people import Levels, Person, department_of, near, rated
from staff import STAFF, Employee

from jdgap.positions import Book

_USUAL: Final = {0: 66, 1: 20, -1: 13, -2: 1}
_WEAK: Final = {0: 24, -1: 58, -2: 14, 1: 4}
"""How often a level differs from the requirement by so much, in percent."""
_WEAK_ONES: Final = frozenset({"analytical-thinking", "coaching"})
_STRONG: Final = {0: 40, 1: 60}
"""The same for those who will be promoted."""
_A_YEAR_LATER: Final = {0: 68, 1: 18, -1: 14}
_TRAINED: Final = {0: 62, 1: 38}
"""How often a level is another one a year later, in percent; the second where it was too low."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is written of one person, in whichever file.

    Attributes:
        person: Who, and as what.
        own: The employee's levels by competency id, as written.
        supervisor: The supervisor's.
    """

    person: Person
    own: Answers
    supervisor: Answers = field(default_factory=dict)

    def counted(self, scale: tuple[int, ...]) -> dict[str, int | None]:
        """Return the level that counts of each competency; None where none can be used.

        Only a level of the scale, as a number, can: what the office writes has no other ones.
        """
        keys = [each.id for each in self.person.competencies]
        keys += [key for key in (*self.own, *self.supervisor) if key not in keys]
        usable: dict[float | str | None, int] = {level: level for level in scale}
        own = {key: usable.get(level) for key, level in self.own.items()}
        supervisor = {key: usable.get(level) for key, level in self.supervisor.items()}
        counted = {key: own.get(key) for key in keys}
        given = {key: level for key, level in supervisor.items() if level is not None}
        return counted | given  # a level may be 0


@dataclass(frozen=True, slots=True)
class Office:
    """The office in one round.

    Attributes:
        book: The job-description book.
        round: The year of the round.
        people: Everybody on the roster by id, as they stand on it.
        answers: What is written of each by id; of somebody who never answered too, unread.
    """

    book: Book
    round: str
    people: Mapping[str, Person]
    answers: Mapping[str, Answer]

    @classmethod
    def of(cls, book: Book, round_: str, people: Iterable[Person]) -> "Office":
        """Return an office in which everybody is rated by themselves and by their supervisor."""
        everybody = {each.employee_id: each for each in people}
        answers = {
            key: Answer(person, dict(person.self_levels), dict(person.supervisor_levels))
            for key, person in everybody.items()
        }
        return cls(book, round_, everybody, answers)

    def supervisor_of(self, person: Person) -> str | None:
        """Return the name of whom a person reports to, None where nobody holds that position."""
        above = person.position.reports_to
        return next((each.name for each in self.people.values() if each.position.id == above), None)


def office(book: Book, round_: str) -> Office:
    """Return the office in a round, everybody rated by themselves and by their supervisor."""
    return Office.of(book, round_, (_person(book, each, round_) for each in STAFF.in_round(round_)))


def rated_alone(answer: Answer) -> Answer:
    """Return the answer where nobody but the employee is asked: they say what counts."""
    return replace(answer, own=answer.supervisor, supervisor={})


def wrongly_rated(answer: Answer, wrong: Answers) -> Answer:
    """Return the answer with these levels, which are none, where the supervisor left it blank."""
    return replace(
        answer,
        own={**answer.own, **wrong},
        supervisor={**answer.supervisor, **dict.fromkeys(wrong)},
    )


def person_of(book: Book, who: tuple[str, str], position_id: str, round_: str) -> Person:
    """Return somebody with this id and name who is new in the office."""
    employee = Employee(*who, {round_: position_id})
    return _person(book, employee, round_)


def _person(book: Book, employee: Employee, round_: str) -> Person:
    department = department_of(book, book.position_by_id[employee.positions[round_]])
    return rated(book, employee, round_, department, _levels(book, employee, round_))


def _levels(book: Book, employee: Employee, round_: str) -> Levels:
    """Return the levels that the supervisor sees: grown from last year's, where there are any."""
    position = book.position_by_id[employee.positions[round_]]
    last_year = STAFF.round_before(employee, round_)
    before = _levels(book, employee, last_year) if last_year else {}
    chance = Random(f"{round_}-{employee.employee_id}")
    strong = employee.rises and not before
    levels: Levels = {}
    for each in book.required_competencies(position):
        required, last = position.required[each.id], before.get(each.id)
        if last is None:
            steps = _STRONG if strong else _WEAK if each.id in _WEAK_ONES else _USUAL
        else:
            steps = _TRAINED if last < required else _A_YEAR_LATER
        start = required if last is None else last
        levels[each.id] = near(start, steps, chance, book.levels)
    return levels
