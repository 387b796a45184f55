"""The numbers of a unit that stand side by side for two rounds; a unit may be in one of them."""

from collections import Counter
from collections.abc import Iterable, Iterator

from jdgap.assessments.reports.model import KeptLevels, KeptPerson
from jdgap.gaps import SEVERE_SHORTFALL, Totals
from jdgap.gaps.causes import compared_shortfalls
from jdgap.gaps.changes import LevelChange, Outcome, PersonChange, RoundComparison, UnitChange
from jdgap.text.names import name_key

Pair = tuple[int | None, int | None]
"""A number then and now; None where there is none."""


def shares_of(totals: Totals | None) -> tuple[float | None, float | None, float | None]:
    """Return fit, met and coverage in percent; None for what there is no number of."""
    if totals is None:
        return None, None, None
    return totals.fit_pct, totals.met_pct, totals.coverage_pct


def levels_short(totals: Totals | None) -> int | None:
    """Return the shortfall in levels; None where nothing was rated, so that it is no zero."""
    return totals.shortfall if totals and totals.rated else None


def is_severe(levels: KeptLevels | None) -> bool:
    """Return whether a shortfall is so large that no average outweighs it."""
    return levels is not None and (levels.shortfall or 0) >= SEVERE_SHORTFALL


def severe_now(person: PersonChange) -> list[LevelChange]:
    """Return the competencies in which somebody is severely short now, the furthest below first."""
    found = [each for each in person.changes if is_severe(each.now)]
    return sorted(found, key=lambda each: each.now.gap or 0 if each.now else 0)


def severe_first(people: Iterable[PersonChange]) -> list[PersonChange]:
    """Return people in their order, of the same change of the shortfall who is severe now first.

    Args:
        people: In the order of `worsened` or `improved`: those of the same change together.
    """
    places: dict[int, int] = {}
    keyed = []
    for person in people:
        change = compared_shortfalls(person).change
        keyed.append((places.setdefault(change, len(places)), not severe_now(person), person))
    return [each[2] for each in sorted(keyed, key=lambda each: each[:2])]


def is_compared(person: PersonChange) -> bool:
    """Return whether somebody has a shortfall, or none, that the change of shortfalls counts."""
    return any(_has_number(each) for each in person.changes)


def _has_number(change: LevelChange) -> bool:
    if change.outcome is Outcome.NOT_COMPARABLE:
        return False
    return any(each and each.shortfall is not None for each in (change.then, change.now))


def newly_short(person: PersonChange) -> list[LevelChange]:
    """Return the shortfalls of somebody in what is required now only, the furthest below first."""
    found = [
        each
        for each in person.changes
        if each.outcome is Outcome.NEWLY_REQUIRED and each.now and each.now.shortfall
    ]
    return sorted(found, key=lambda each: each.now.gap or 0 if each.now else 0)


class RequiredOnce:
    """How many levels of people who are in both rounds are required in one of them only.

    Args:
        people: Those who are in both.

    Attributes:
        whole: Of everybody.
        departments: By the key (`name_key`) of each department, of those who stayed in it.
        competencies: By the id of each competency.
    """

    def __init__(self, people: Iterable[PersonChange]) -> None:
        self.departments: Counter[str] = Counter()
        self.competencies: Counter[str] = Counter()
        for person in people:
            found = [each.competency.id for each in person.changes if _is_required_once(each)]
            self.competencies.update(found)
            if not person.department_changed:
                self.departments[name_key(person.now.department)] += len(found)
        self.whole = self.competencies.total()


def _is_required_once(change: LevelChange) -> bool:
    return change.then is None or change.now is None


class SeverePeople:
    """How many people are severely short in some competency, then and now.

    Args:
        comparison: The two rounds.
    """

    def __init__(self, comparison: RoundComparison) -> None:
        self._whole = comparison.whole
        self._then = Counter(_departments(comparison.old.people))
        self._now = Counter(_departments(comparison.new.people))

    def in_department(self, unit: UnitChange) -> Pair:
        """Return them of one department; None where nothing was rated in it."""
        key = name_key(unit.name)
        return _known(unit, self._then[key], self._now[key])

    def in_whole(self) -> Pair:
        """Return them of the whole organisation."""
        return _known(self._whole, self._then.total(), self._now.total())


def _departments(people: Iterable[KeptPerson]) -> Iterator[str]:
    """Yield the department of each who is severely short."""
    for person in people:
        if any(map(is_severe, person.levels.values())):
            yield name_key(person.department)


def _known(unit: UnitChange, then: int, now: int) -> Pair:
    rated = (levels_short(unit.totals_then), levels_short(unit.totals_now))
    return (None if rated[0] is None else then, None if rated[1] is None else now)
