"""A round of the made-up office: its files, and the truth about them for whoever checks a run."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from filled_forms import filled_form
from office import Answer, Office
from people import Person
from stable import save

Write: TypeAlias = Callable[[Path], object]
"""Writes one file at a path."""

MANAGEMENT: Final = "ผู้บริหาร"
"""The folder of those who belong to no department."""
ROSTER: Final = "roster.xlsx"


@dataclass(frozen=True, slots=True)
class Counted:
    """What counts of one employee.

    Attributes:
        position_id: The position that they answered for.
        levels: The actual level by competency id; None where it is blank, not applicable or
            unusable. Competencies that the position does not require are there only where rated.
    """

    position_id: str
    levels: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Round:
    """One round.

    Attributes:
        office: Who stands on the roster.
        files: How each file is written, by its path in the folder of the round.
        answers: What counts of those who answered, by employee id.
        problems: The codes of what a run with the roster says of each file, by its path; a file
            of which nothing is said is absent.
        by_roster: Whose position only the roster tells.
        silent: Who is on the roster and has no answer that can be read.
        undecided: Who answered twice and differently, so that nothing counts.
    """

    office: Office
    files: Mapping[str, Write]
    answers: Mapping[str, Answer]
    problems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_roster: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    undecided: frozenset[str] = frozenset()

    def expected(self) -> dict[str, Counted]:
        """Return what counts in a run with the roster, by employee id."""
        scale = self.office.book.levels
        return {
            key: Counted(each.person.position.id, each.counted(scale))
            for key, each in self.answers.items()
        }

    def write(self, folder: Path) -> None:
        """Write every file in `folder`, in place of what stands there."""
        for name, write in self.files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            write(target)


def path_of(person: Person, ending: str = ".xlsx") -> str:
    """Return where a person's own file stands: as `jdgap form --roster` names it."""
    folder = person.department or MANAGEMENT
    return f"{folder}/{person.employee_id} {person.name}{ending}"


def form_of(office: Office, answer: Answer) -> Write:
    """Return what writes the form of `jdgap form` with an answer in it."""
    return lambda path: save(
        filled_form(office.book, answer.person, answer.own, answer.supervisor), path
    )


def forms_of(office: Office, answers: Iterable[Answer]) -> dict[str, Write]:
    """Return a filled-in form for each answer, by its path."""
    return {path_of(each.person): form_of(office, each) for each in answers}
