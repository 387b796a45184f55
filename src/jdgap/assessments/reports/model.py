"""A round as numbers only: what a report of jdgap holds, and what two rounds are compared by."""

from collections.abc import Mapping
from dataclasses import dataclass

from jdgap.assessments.model import Count
from jdgap.problems import Place


@dataclass(frozen=True, slots=True)
class KeptLevels:
    """One required competency of one person, as a round counted it.

    Attributes:
        required_level: What the position required in that round.
        self_level: As given; None where none was.
        supervisor_level: As given; None where none was.
        actual_level: The level that counted; None where it was not rated.
        status: A `jdgap.gaps.Status` by its value, such as `below`.
    """

    required_level: int
    self_level: int | None
    supervisor_level: int | None
    actual_level: int | None
    status: str

    @property
    def gap(self) -> int | None:
        """`actual_level - required_level`; None where it was not rated."""
        return None if self.actual_level is None else self.actual_level - self.required_level

    @property
    def shortfall(self) -> int | None:
        """`max(0, required_level - actual_level)`; None where it was not rated."""
        return None if self.gap is None else max(0, -self.gap)


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """One person of a round.

    Attributes:
        employee_id: "" where none was given.
        name: "" where none was given.
        position_id: The position held; "" where it was not known.
        position: Its title as the round wrote it.
        department: "" where there was none.
        levels: By competency id, in the round's order.
        place: Where the person's answer, or first row in the report, stands.
    """

    employee_id: str
    name: str
    position_id: str
    position: str
    department: str
    levels: Mapping[str, KeptLevels]
    place: Place


@dataclass(frozen=True, slots=True)
class KeptAbsentee:
    """Somebody of a round who has no result in it.

    Attributes:
        employee_id: "" where there is none.
        name: Only where there is no id.
    """

    employee_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class KeptCompetency:
    """A competency as the round called it."""

    id: str
    name: str
    group: str


@dataclass(frozen=True, slots=True)
class KeptRound:
    """A whole round.

    Attributes:
        round: A Buddhist-era year or a part of one; "" where none is named.
        source: The file or folder that it was read from, as the user named it.
        count: Whose level counted.
        fingerprint: Of the positions that it was made with; equal ones mean the same book.
        people: In the round's order (department, employee id); those whose position requires
            something.
        competencies: By id, in the book's order; every one that somebody has a level of is there.
        required: The required levels by position id and competency id.
        titles: The titles of the positions by id.
        made_on: ISO date of the report; "" where the round was computed just now.
        staff_known: The round knew its list of staff.
        absentees: Who is on that list, or gave an answer that does not count, and is not among
            `people`; by id.
    """

    round: str
    source: str
    count: Count
    fingerprint: str
    people: tuple[KeptPerson, ...]
    competencies: Mapping[str, KeptCompetency]
    required: Mapping[str, Mapping[str, int]]
    titles: Mapping[str, str]
    made_on: str = ""
    staff_known: bool = False
    absentees: tuple[KeptAbsentee, ...] = ()
