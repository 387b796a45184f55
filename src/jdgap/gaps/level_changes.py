"""What became of each level of one person between two rounds, and why.

The rules are in docs/numbers.md.
"""

from collections.abc import Iterable, Mapping

from jdgap.assessments.reports.model import KeptCompetency, KeptLevels, KeptPerson
from jdgap.gaps.changes import LevelChange, Outcome, PersonChange
from jdgap.gaps.totals import Tally, Totals
from jdgap.text.names import name_key


class PersonChanges:
    """Compares people by the same rules; one is made for two rounds.

    Args:
        competencies: Of both rounds, by id: in the newer one's order and as it calls them, then
            those that only the older one has.
        positions_now: The ids of the newer book's positions.
    """

    def __init__(
        self, competencies: Mapping[str, KeptCompetency], positions_now: Iterable[str]
    ) -> None:
        self._competencies = competencies
        self._positions_now = frozenset(positions_now)
        self._order = {key: place for place, key in enumerate(competencies)}
        # People whose levels are the same share a change: two rounds of 10,000 have 120,000.
        self._known: dict[tuple[str, KeptLevels | None, KeptLevels | None], LevelChange] = {}

    def of(self, then: KeptPerson, now: KeptPerson) -> PersonChange:
        """Return how one person changed."""
        required = sorted({*then.levels, *now.levels}, key=self._order.__getitem__)
        return PersonChange(
            then=then,
            now=now,
            changes=tuple(
                self._change(key, then.levels.get(key), now.levels.get(key)) for key in required
            ),
            totals_then=_totals(then.levels.values()),
            totals_now=_totals(now.levels.values()),
            position_changed=self._is_other_position(then, now),
            department_changed=name_key(then.department) != name_key(now.department),
        )

    def _change(self, key: str, then: KeptLevels | None, now: KeptLevels | None) -> LevelChange:
        change = self._known.get((key, then, now))
        if change is None:
            change = self._known[key, then, now] = level_change(self._competencies[key], then, now)
        return change

    def _is_other_position(self, then: KeptPerson, now: KeptPerson) -> bool:
        if then.position_id == now.position_id and then.position_id:
            return False
        # The book may have given a position of the same title another id.
        renamed = name_key(then.position) == name_key(now.position)
        return not (renamed and then.position_id not in self._positions_now)


def level_change(
    competency: KeptCompetency, then: KeptLevels | None, now: KeptLevels | None
) -> LevelChange:
    """Return what became of one competency; None is "not required"."""
    person = requirement = gap = None
    if then is not None and now is not None:
        requirement = now.required_level - then.required_level
        if then.actual_level is not None and now.actual_level is not None:
            person = now.actual_level - then.actual_level
            gap = person - requirement
    return LevelChange(
        competency=competency,
        then=then,
        now=now,
        person_change=person,
        requirement_change=requirement,
        gap_change=gap,
        outcome=_outcome(then, now),
    )


def _outcome(then: KeptLevels | None, now: KeptLevels | None) -> Outcome:
    """Return what became of a shortfall."""
    if then is None:
        return Outcome.NEWLY_REQUIRED
    if now is None:
        return Outcome.NO_LONGER_REQUIRED
    if then.shortfall is None or now.shortfall is None:
        return Outcome.NOT_COMPARABLE
    return _of_shortfalls(then.shortfall, now.shortfall)


def _of_shortfalls(then: int, now: int) -> Outcome:
    if not then:
        return Outcome.OPENED if now else Outcome.MET
    if not now:
        return Outcome.CLOSED
    if now == then:
        return Outcome.SAME
    return Outcome.SMALLER if now < then else Outcome.LARGER


def _totals(levels: Iterable[KeptLevels]) -> Totals:
    tally = Tally()
    for each in levels:
        tally.add(each.required_level, each.shortfall)
    return tally.totals()
