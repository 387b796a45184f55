"""Departments and the whole organisation in two rounds: sums over everybody's levels.

As everywhere, they are sums over the required competencies of all people, not means.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from jdgap.assessments.reports.model import KeptCompetency, KeptPerson, KeptRound
from jdgap.gaps.changes import CompetencyChange, Outcome, PersonChange, UnitChange
from jdgap.gaps.totals import Tally, Totals
from jdgap.text.names import name_key


class _Counted(NamedTuple):
    """Levels that count the same."""

    group: str
    required_level: int
    shortfall: int | None


class _Sums:
    """The people of one unit in one round.

    Args:
        kept: The round.
        people: Those in the unit.
    """

    def __init__(self, kept: KeptRound, people: Sequence[KeptPerson]) -> None:
        self.people = len(people)
        groups = {key: each.group for key, each in kept.competencies.items()}
        self._order = dict.fromkeys(groups.values())
        self._counts = Counter(
            _Counted(groups.get(key, ""), each.required_level, each.shortfall)
            for person in people
            for key, each in person.levels.items()
        )

    def totals(self) -> Totals | None:
        """Return the sums of all groups; None where there is nobody."""
        return _totals(self._counts.items()) if self.people else None

    def by_group(self) -> dict[str, Totals]:
        """Return the sums of each group id, in the book's order; nothing where there is nobody."""
        if not self.people:
            return {}
        return {
            group: _totals(each for each in self._counts.items() if each[0].group == group)
            for group in self._order
        }


def _totals(counts: Iterable[tuple[_Counted, int]]) -> Totals:
    tally = Tally()
    for each, times in counts:
        tally.add(each.required_level, each.shortfall, times)
    return tally.totals()


def whole_change(old: KeptRound, new: KeptRound, changes: Sequence[PersonChange]) -> UnitChange:
    """Return the whole organisation in two rounds."""
    return _unit("", (old, old.people), (new, new.people), changes)


def department_changes(
    old: KeptRound, new: KeptRound, changes: Iterable[PersonChange]
) -> Iterator[UnitChange]:
    """Yield each department: in the newer round's order, then those that are gone.

    Who has moved counts in the older round where they were, in the newer one where they are.
    """
    then, now = _by_department(old.people), _by_department(new.people)
    stayed = by_kept_department(changes)
    for key in (*now, *(each for each in then if each not in now)):
        before, after = then.get(key, []), now.get(key, [])
        name = (after or before)[0].department
        yield _unit(name, (old, before), (new, after), stayed.get(key, []))


def by_kept_department(changes: Iterable[PersonChange]) -> dict[str, list[PersonChange]]:
    """Return those who stayed in a department, by its key (`name_key`)."""
    found: dict[str, list[PersonChange]] = {}
    for change in changes:
        if not change.department_changed:
            found.setdefault(name_key(change.now.department), []).append(change)
    return found


def competency_changes(
    old: KeptRound,
    new: KeptRound,
    changes: Iterable[PersonChange],
    competencies: Mapping[str, KeptCompetency],
) -> Iterator[CompetencyChange]:
    """Yield each of `competencies` that somebody's position requires in either round."""
    then, now = _shortfalls(old), _shortfalls(new)
    outcomes: Counter[tuple[str, Outcome]] = Counter(
        (each.competency.id, each.outcome) for change in changes for each in change.changes
    )
    for key, competency in competencies.items():
        if key not in then and key not in now:
            continue
        before, after = then.get(key, []), now.get(key, [])
        yield CompetencyChange(
            competency=competency,
            below_then=sum(1 for each in before if each),
            below_now=sum(1 for each in after if each),
            shortfall_then=sum(before),
            shortfall_now=sum(after),
            outcomes={outcome: outcomes[key, outcome] for outcome in Outcome},
        )


def _unit(
    name: str,
    then: tuple[KeptRound, Sequence[KeptPerson]],
    now: tuple[KeptRound, Sequence[KeptPerson]],
    stayed: Sequence[PersonChange],
) -> UnitChange:
    before, after = _Sums(*then), _Sums(*now)
    return UnitChange(
        name=name,
        people_then=before.people,
        people_now=after.people,
        totals_then=before.totals(),
        totals_now=after.totals(),
        same_people=len(stayed),
        same_then=_Sums(then[0], [each.then for each in stayed]).totals(),
        same_now=_Sums(now[0], [each.now for each in stayed]).totals(),
        groups_then=before.by_group(),
        groups_now=after.by_group(),
    )


def _by_department(people: Iterable[KeptPerson]) -> dict[str, list[KeptPerson]]:
    found: dict[str, list[KeptPerson]] = {}
    for person in people:
        found.setdefault(name_key(person.department), []).append(person)
    return found


def _shortfalls(kept: KeptRound) -> dict[str, list[int]]:
    """Return the shortfalls of each competency that is required of somebody, 0 where not rated."""
    found: dict[str, list[int]] = {}
    for person in kept.people:
        for key, each in person.levels.items():
            found.setdefault(key, []).append(each.shortfall or 0)
    return found
