"""A course or an activity that leads people to a level of a competency."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from jdgap.problems import Place, Problem


class How(StrEnum):
    """The three ways in which people learn at work."""

    DOING = "doing"
    OTHERS = "others"
    COURSE = "course"


Levels: TypeAlias = tuple[int, int]
"""The lowest and the highest of some neighbouring levels; the same where it is one."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One line of an organisation's list.

    Attributes:
        place: The cell of its text.
        competency_id: Which competency it develops.
        levels: To which levels it leads; None where the list does not say: to any.
        how: In which way; as it is written where that is none of the three, "" where not given.
        text: What is done, or the name of the course.
        owner: Who sees to it, "" where not given.
        when: When it takes place or how long it takes, "" where not given.
    """

    place: Place
    competency_id: str
    levels: Levels | None
    how: How | str
    text: str
    owner: str = ""
    when: date | str = ""

    def serves(self, competency_id: str, from_level: int, to_level: int) -> bool:
        """Return whether it leads to a level above `from_level`, up to `to_level`."""
        if self.competency_id != competency_id:
            return False
        if self.levels is None:
            return True
        lowest, highest = self.levels
        return lowest <= to_level and from_level < highest


@dataclass(frozen=True, slots=True)
class ActivityList:
    """An organisation's list, as read.

    Attributes:
        activities: Those whose rows are right, in their order.
        problems: What is wrong with the other rows, or with the file.
    """

    activities: tuple[Activity, ...]
    problems: tuple[Problem, ...]
