"""The development plan: a line for each shortfall, with what may be done about it.

Nothing is invented: activities come from the organisation's own list, an owner from that list or
from the roster. What is not known is blank.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from jdgap.assessments.activities.model import Activity, How
from jdgap.gaps.arithmetic import priorities
from jdgap.gaps.model import CompetencyGap, PersonGaps
from jdgap.positions import Competency
from jdgap.text.names import id_key, name_key

_NOBODY: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One shortfall of one person, and what may be done about it.

    Attributes:
        priority: Which place it takes among the person's shortfalls, from 1 on.
        gap: The shortfall itself.
        activities: What the organisation's list has for it, in its order; often nothing.
        supervisor: Who is proposed to see to it, "" where the roster does not say.
    """

    priority: int
    gap: CompetencyGap
    activities: tuple[Activity, ...] = ()
    supervisor: str = ""

    @property
    def competency(self) -> Competency:
        """What is to be developed."""
        return self.gap.competency

    @property
    def from_level(self) -> int:
        """The actual level."""
        return self.gap.actual_level or 0

    @property
    def to_level(self) -> int:
        """The required level."""
        return self.gap.required_level

    @property
    def shortfall(self) -> int:
        """How many levels are missing."""
        return self.gap.shortfall or 0

    @property
    def is_severe(self) -> bool:
        """The shortfall is so large that it is marked."""
        return self.gap.is_severe

    @property
    def how(self) -> How | str:
        """In which way the first activity is learnt, "" where that is not known."""
        return self.activities[0].how if self.activities else ""

    @property
    def owner(self) -> str:
        """Who sees to it: as the list of activities says, else the supervisor; "" for neither."""
        return next((each.owner for each in self.activities if each.owner), self.supervisor)

    @property
    def is_owner_proposed(self) -> bool:
        """The owner is the supervisor, whom nobody has asked yet."""
        return self.supervisor != "" and not any(each.owner for each in self.activities)

    @property
    def when(self) -> date | str:
        """When or how long, as the list of activities says first; "" where it does not."""
        return next((each.when for each in self.activities if each.when), "")


class Planning:
    """Makes everybody's plans from the same list of activities; one is made for a run.

    Args:
        activities: The organisation's courses and activities.
        supervisors: Who is proposed to see to somebody's plan, by `id_key` of the employee id.
    """

    def __init__(
        self, activities: Iterable[Activity] = (), supervisors: Mapping[str, str] = _NOBODY
    ) -> None:
        self._activities: dict[str, list[Activity]] = {}
        for each in activities:
            self._activities.setdefault(each.competency_id, []).append(each)
        self._supervisors = supervisors
        self._known: dict[tuple[str, int, int], tuple[Activity, ...]] = {}

    def lines(self, person: PersonGaps) -> tuple[PlanLine, ...]:
        """Return a line for each shortfall: the largest first, then by group, then as in the book.

        What was not rated has no line: nobody knows how much is missing.
        """
        short = priorities(person.results, person.groups)
        supervisor = ""
        if short and self._supervisors:
            supervisor = self._supervisors.get(id_key(person.assessment.employee_id), "")
        return tuple(
            PlanLine(place, gap, self._serving(gap), supervisor)
            for place, gap in enumerate(short, start=1)
        )

    def _serving(self, gap: CompetencyGap) -> tuple[Activity, ...]:
        """Return the activities that lead above the actual level, up to the required one."""
        listed = self._activities.get(gap.competency.id)
        if not listed:
            return ()
        key = gap.competency.id, gap.actual_level or 0, gap.required_level
        if key not in self._known:
            # A course that leads to two levels may stand in two rows.
            serving: dict[str, Activity] = {}
            for each in listed:
                if each.serves(*key):
                    serving.setdefault(name_key(each.text), each)
            self._known[key] = tuple(serving.values())
        return self._known[key]


def plan_lines(person: PersonGaps, activities: Iterable[Activity] = ()) -> tuple[PlanLine, ...]:
    """Return the development plan of one person; `Planning` makes those of many.

    Args:
        person: Where the person stands.
        activities: The organisation's courses and activities, as `read_activities` gives them.
    """
    return Planning(activities).lines(person)
