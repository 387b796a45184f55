"""Two rounds compared, as they may be shown to people who are not to know whose levels they are.

The rounds are compared first, with ids and names: numbers given instead of names say nothing in
another round.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from jdgap.assessments import Assessment
from jdgap.assessments.reports.model import KeptPerson, KeptRound
from jdgap.gaps.changes import RoundComparison
from jdgap.positions import Book
from jdgap.problems import Place, Problem
from jdgap.workflows.anonymity.places import HIDDEN
from jdgap.workflows.anonymity.results import Anonymity, Seen

_OLDER: Final = "previous-"
"""Stands before the labels of the older round's files."""


def anonymised_comparison(comparison: RoundComparison, book: Book) -> RoundComparison:
    """Return a comparison without names; all its numbers are the same.

    People are called by their employee ids; where there is none, or it would tell who somebody is,
    by `P-001`: the same then and now. Files and folders get numbers.

    Args:
        comparison: The two rounds; they have been compared with names.
        book: Whose words stay.
    """
    ids = {
        id(each): pair.now.employee_id or pair.then.employee_id
        for pair in comparison.people
        for each in (pair.then, pair.now)
    }
    everybody = list(_everybody(comparison))
    old, new = comparison.old, comparison.new
    labels = _Labels(everybody, comparison.problems, [old.source, new.source], book, ids)
    told = {id(each): labels.person_without_name(each) for each in everybody}
    return replace(
        comparison,
        old=labels.round_without_names(old, told),
        new=labels.round_without_names(new, told),
        people=tuple(
            replace(each, then=told[id(each.then)], now=told[id(each.now)])
            for each in comparison.people
        ),
        new_people=tuple(told[id(each)] for each in comparison.new_people),
        leavers=tuple(told[id(each)] for each in comparison.leavers),
        without_result=tuple(told[id(each)] for each in comparison.without_result),
        departments=tuple(
            replace(each, name=labels.department(each.name)) for each in comparison.departments
        ),
        requirements=tuple(
            replace(each, position=labels.title(each.position)) for each in comparison.requirements
        ),
        problems=labels.problems(comparison.problems),
    )


def anonymised_problems(
    problems: Iterable[Problem], book: Book, sources: Iterable[str]
) -> tuple[Problem, ...]:
    """Return the problems of two rounds that could not be compared, without names.

    Args:
        problems: What was found.
        book: Whose words stay.
        sources: The two inputs, as the user named them.
    """
    found = tuple(problems)
    files = _in_order(sources, (each.place.file for each in found))
    return Anonymity(Seen(files, ()), book, ()).problems(found)


def anonymised_round(
    kept: KeptRound, problems: Iterable[Problem], book: Book
) -> tuple[KeptRound, tuple[Problem, ...]]:
    """Return a round and its problems without names, to be compared with one that has none either.

    Its files are called otherwise than those of that one.

    Args:
        kept: The older round.
        problems: What was found when it was read.
        book: Whose words stay.
    """
    found = tuple(problems)
    # The newer one's are called by the list of staff, which is not known here.
    labels = _Labels(kept.people, found, [kept.source], book, any_department=True)
    new = {id(each): labels.person_without_name(each) for each in kept.people}
    told = labels.round_without_names(kept, new)
    people = tuple(replace(each, place=_of_older(each.place)) for each in told.people)
    renamed = replace(told, people=people, source=f"{_OLDER}{told.source}")
    return renamed, tuple(map(_about_older, labels.problems(found)))


def _in_order(sources: Iterable[str], others: Iterable[str]) -> list[str]:
    """Return all files in the order of their numbers: the rounds as they were named come first."""
    return list(dict.fromkeys([*sources, *sorted(others)]))


def _of_older(place: Place) -> Place:
    return Place(f"{_OLDER}{place.file}", place.sheet, place.cell)


def _about_older(problem: Problem) -> Problem:
    """Return a problem at its file's other label; what it names besides may be such a label."""
    other = problem.facts.get("other")
    facts = dict(problem.facts)
    if isinstance(other, str) and other.startswith("file-"):
        facts["other"] = f"{_OLDER}{other}"
    return replace(problem, place=_of_older(problem.place), facts=facts)


class _Labels(Anonymity):
    """The same labels for everybody, whichever round they are in.

    Args:
        everybody: All people, in the order of their numbers.
        problems: Everything else that may name something.
        sources: The inputs, as the user named them.
        book: Whose words stay.
        ids: By identity the employee id of people who are to be labelled by another one's.
        any_department: As `Seen` has it.
    """

    def __init__(  # noqa: PLR0913 (each is something that may name somebody)
        self,
        everybody: Sequence[KeptPerson],
        problems: Iterable[Problem],
        sources: Iterable[str],
        book: Book,
        ids: Mapping[int, str] = MappingProxyType({}),
        *,
        any_department: bool = False,
    ) -> None:
        self._ids = ids
        found = (*(each.place for each in everybody), *(each.place for each in problems))
        files = _in_order(sources, (place.file for place in found))
        answers = [self._answer(each) for each in everybody]
        seen = Seen(files, answers, any_department=any_department)
        super().__init__(seen, book, ())

    def round_without_names(self, kept: KeptRound, new: Mapping[int, KeptPerson]) -> KeptRound:
        """Return a round with the people of `new`, which is by identity."""
        return replace(
            kept,
            round=self._wording.round(kept.round),
            source=self._places.of(Place(kept.source)).file,
            people=tuple(new[id(each)] for each in kept.people),
            titles={key: self.title(title) for key, title in kept.titles.items()},
            absentees=(),
        )

    def person_without_name(self, person: KeptPerson) -> KeptPerson:
        """Return somebody by the label."""
        label = self._label(self._answer(person))
        return replace(
            person,
            employee_id=label,
            name=label,
            position=self.title(person.position),
            department=self.department(person.department),
            place=self._places.of(person.place),
        )

    def department(self, name: str) -> str:
        """Return a department; one that may be called after somebody gets a number."""
        return self._wording.department(name)

    def title(self, text: str) -> str:
        """Return the title of a position; books that are in use no more have others."""
        stays = self._wording.is_known(text) or not self._people.named_in(text)
        return text if stays else HIDDEN

    def _answer(self, person: KeptPerson) -> Assessment:
        """Return somebody as who is labelled."""
        return Assessment(
            place=person.place,
            employee_id=self._ids.get(id(person), person.employee_id),
            name=person.name,
            position_id=person.position_id,
            position_written=person.position,
            department=person.department,
            round="",
            ratings={},
        )


def _everybody(comparison: RoundComparison) -> Iterator[KeptPerson]:
    """Yield everybody of both rounds, in the order of their numbers."""
    for pair in comparison.people:
        yield from (pair.now, pair.then)
    yield from comparison.new_people
    yield from comparison.leavers
    yield from comparison.without_result
