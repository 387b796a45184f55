"""Whose doing a change is: the people's own, the book's, or that of a move to another position.

What was rated in both rounds is told apart from what was required, or rated, in one only: of the
former the parts make up the change of the gaps, of the latter there is a shortfall then or now.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from jdgap.assessments.reports.model import KeptLevels
from jdgap.gaps.changes import LevelChange, Outcome, PersonChange
from jdgap.gaps.unit_changes import by_kept_department
from jdgap.text.language import mark
from jdgap.text.sorting import natural_key

CHANGE_RULE: Final = mark(
    "Change = newer round - older round. Change of a gap = change of the person's level - change of"
    " the required level: above 0 is better. Of a shortfall less is better."
)
"""How a change is to be read; every output states it, translated."""


@dataclass(frozen=True, slots=True)
class Causes:
    """What changed many levels, each of its causes in levels; none of the numbers is negative.

    The shortfalls of the same people change as those of what was rated in both rounds do, and by
    `newly_required - no_longer_required + newly_rated - no_longer_rated`.

    Attributes:
        compared: How many levels were rated in both rounds.
        risen: By how many levels people rose.
        fallen: By how many they fell.
        raised: How many levels more the book requires of those who kept their position.
        lowered: How many it requires less of them.
        moved_up: How many levels more are required of people because they changed position.
        moved_down: How many are required less because of that.
        newly_required: The shortfalls of now in what is required now only, by the book or a move.
        no_longer_required: Those of then in what was required then only.
        newly_rated: The shortfalls of now in what is required in both and was not rated then.
        no_longer_rated: Those of then in what is required in both and is not rated now.
    """

    compared: int = 0
    risen: int = 0
    fallen: int = 0
    raised: int = 0
    lowered: int = 0
    moved_up: int = 0
    moved_down: int = 0
    newly_required: int = 0
    no_longer_required: int = 0
    newly_rated: int = 0
    no_longer_rated: int = 0

    @property
    def person_change(self) -> int:
        """By how much people changed."""
        return self.risen - self.fallen

    @property
    def requirement_change(self) -> int:
        """By how much that changed which is required, whatever the reason."""
        return self.raised - self.lowered + self.moved_up - self.moved_down

    @property
    def gap_change(self) -> int:
        """By how much the gaps changed."""
        return self.person_change - self.requirement_change


@dataclass(frozen=True, slots=True)
class Shortfalls:
    """Somebody's shortfalls then and now, together in levels.

    What is required in both rounds counts where it was rated in both: a blank closes no shortfall.
    """

    then: int
    now: int

    @property
    def change(self) -> int:
        """How many levels more are short now."""
        return self.now - self.then


def causes_of_person(person: PersonChange) -> Causes:
    """Return what changed one person's levels."""
    return _causes((each, person.position_changed) for each in person.changes)


def causes_of_people(people: Iterable[PersonChange]) -> Causes:
    """Return what changed the levels of many people."""
    return _causes((each, one.position_changed) for one in people for each in one.changes)


def causes_by_department(people: Iterable[PersonChange]) -> dict[str, Causes]:
    """Return the same by the key (`name_key`) of each department, of those who stayed in it."""
    stayed = by_kept_department(people)
    return {key: causes_of_people(several) for key, several in stayed.items()}


def causes_by_competency(people: Iterable[PersonChange]) -> dict[str, Causes]:
    """Return the same by the id of each competency."""
    found: dict[str, list[tuple[LevelChange, bool]]] = {}
    for person in people:
        for each in person.changes:
            found.setdefault(each.competency.id, []).append((each, person.position_changed))
    return {key: _causes(changes) for key, changes in found.items()}


def compared_shortfalls(person: PersonChange) -> Shortfalls:
    """Return somebody's shortfalls, without those of what was left unrated in one round only."""
    compared = [each for each in person.changes if each.outcome is not Outcome.NOT_COMPARABLE]
    return Shortfalls(
        sum(_short(each.then) for each in compared), sum(_short(each.now) for each in compared)
    )


def changed_by_requirement(people: Iterable[PersonChange], outcome: Outcome) -> int:
    """Return how many of the older shortfalls had an outcome through what is required alone.

    Args:
        people: Those who are in both rounds.
        outcome: `SMALLER` or `LARGER`; the person did not change, or the other way.
    """
    sign = 1 if outcome is Outcome.SMALLER else -1
    return sum(
        sign * (each.person_change or 0) <= 0
        for person in people
        for each in person.changes
        if each.outcome is outcome
    )


def worsened(people: Iterable[PersonChange]) -> list[PersonChange]:
    """Return those who are further below what is required than before, the furthest first.

    Of equal ones, who fell most comes first, then the lower employee id.
    """
    return _ranked(people, worse=True)


def improved(people: Iterable[PersonChange]) -> list[PersonChange]:
    """Return those who are less below what is required, who gained most first, as `worsened`."""
    return _ranked(people, worse=False)


def _ranked(people: Iterable[PersonChange], *, worse: bool) -> list[PersonChange]:
    sign = 1 if worse else -1
    keyed = [
        (
            (-sign * compared_shortfalls(each).change, sign * causes_of_person(each).person_change),
            natural_key(each.now.employee_id),
            each,
        )
        for each in people
    ]
    ranked = sorted((each for each in keyed if each[0][0] < 0), key=lambda each: each[:2])
    return [person for _changes, _id, person in ranked]


def _causes(changes: Iterable[tuple[LevelChange, bool]]) -> Causes:
    """Return the sums; each change comes with whether another position is held."""
    everything = list(changes)
    rated = list(_rated(everything))
    person = [each for each, _required, _moved in rated]
    book = [required for _person, required, moved in rated if not moved]
    move = [required for _person, required, moved in rated if moved]
    then, now = _one_sided(everything)
    return Causes(
        compared=len(rated),
        risen=_up(person),
        fallen=_down(person),
        raised=_up(book),
        lowered=_down(book),
        moved_up=_up(move),
        moved_down=_down(move),
        newly_required=now[Outcome.NEWLY_REQUIRED],
        no_longer_required=then[Outcome.NO_LONGER_REQUIRED],
        newly_rated=now[Outcome.NOT_COMPARABLE],
        no_longer_rated=then[Outcome.NOT_COMPARABLE],
    )


def _rated(changes: Iterable[tuple[LevelChange, bool]]) -> Iterator[tuple[int, int, bool]]:
    for each, moved in changes:
        if each.person_change is not None and each.requirement_change is not None:
            yield each.person_change, each.requirement_change, moved


def _one_sided(
    changes: Iterable[tuple[LevelChange, bool]],
) -> tuple[Counter[Outcome], Counter[Outcome]]:
    """Return the shortfalls then and now by outcome, of what has no number in the other round."""
    then: Counter[Outcome] = Counter()
    now: Counter[Outcome] = Counter()
    for each, _moved in changes:
        if each.gap_change is None:
            then[each.outcome] += _short(each.then)
            now[each.outcome] += _short(each.now)
    return then, now


def _short(levels: KeptLevels | None) -> int:
    return (levels.shortfall or 0) if levels else 0


def _up(changes: Iterable[int]) -> int:
    return sum(each for each in changes if each > 0)


def _down(changes: Iterable[int]) -> int:
    return -sum(each for each in changes if each < 0)
