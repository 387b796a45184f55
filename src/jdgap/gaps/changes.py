"""Two rounds side by side: what changed, and whether the person changed or the requirement."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jdgap.assessments.reports.model import KeptCompetency, KeptLevels, KeptPerson, KeptRound
from jdgap.gaps.totals import Totals
from jdgap.problems import Problem, any_error


class Outcome(StrEnum):
    """What became of one required competency of one person between two rounds.

    It says only what happened to the shortfall; the split says why.
    """

    CLOSED = "closed"
    """A shortfall then, none now."""
    SMALLER = "smaller"
    SAME = "same"
    """A shortfall then and the same now."""
    LARGER = "larger"
    OPENED = "opened"
    """None then, a shortfall now."""
    MET = "met"
    """None then, none now."""
    NEWLY_REQUIRED = "newly_required"
    """Required now only: there is no level of then to compare with."""
    NO_LONGER_REQUIRED = "no_longer_required"
    """Required then only."""
    NOT_COMPARABLE = "not_comparable"
    """Required in both rounds and not rated in one of them."""


@dataclass(frozen=True, slots=True)
class LevelChange:
    """One competency of one person in two rounds.

    Attributes:
        competency: As the newer round calls it, or the older one where only that has it.
        then: In the older round; None where the position did not require it then.
        now: In the newer round; None where the position does not require it now.
        person_change: Actual level now - then: how the person changed. None where not rated twice.
        requirement_change: Required level now - then: what the book or the move changed. None where
            it is required in one round only.
        gap_change: Gap now - then, which is `person_change - requirement_change`.
        outcome: What became of the shortfall.
    """

    competency: KeptCompetency
    then: KeptLevels | None
    now: KeptLevels | None
    person_change: int | None
    requirement_change: int | None
    gap_change: int | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class PersonChange:
    """One person who is in both rounds.

    Attributes:
        then: In the older round.
        now: In the newer one.
        changes: Every competency that is required in either, in the newer book's order.
        totals_then: Over the required competencies of then.
        totals_now: Over those of now.
        position_changed: The position is another one: changed requirements come from the move.
        department_changed: The department is another one.
    """

    then: KeptPerson
    now: KeptPerson
    changes: tuple[LevelChange, ...]
    totals_then: Totals
    totals_now: Totals
    position_changed: bool
    department_changed: bool


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A department (or the whole organisation, with name "") in two rounds.

    Attributes:
        people_then: On how many people the numbers of then stand.
        people_now: The same for now.
        totals_then: Of everybody then; None where the unit did not exist.
        totals_now: Of everybody now; None where it does not exist any more.
        same_people: How many people are in both rounds and were in the unit both times.
        same_then: Totals of those people then; None where there are none.
        same_now: Totals of those people now.
        groups_then: Totals by group id, then.
        groups_now: Totals by group id, now.
    """

    name: str
    people_then: int
    people_now: int
    totals_then: Totals | None
    totals_now: Totals | None
    same_people: int
    same_then: Totals | None
    same_now: Totals | None
    groups_then: Mapping[str, Totals]
    groups_now: Mapping[str, Totals]


@dataclass(frozen=True, slots=True)
class CompetencyChange:
    """One competency over everybody in two rounds.

    Attributes:
        below_then: How many were below the requirement.
        shortfall_then: Their shortfalls together, in levels.
        outcomes: How many people had each outcome, of those in both rounds.
    """

    competency: KeptCompetency
    below_then: int
    below_now: int
    shortfall_then: int
    shortfall_now: int
    outcomes: Mapping[Outcome, int]


@dataclass(frozen=True, slots=True)
class RequirementChange:
    """A required level that the book changed between the rounds; None is "not required"."""

    position_id: str
    position: str
    competency: KeptCompetency
    then: int | None
    now: int | None


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """What became of the shortfalls of the older round, which its plan was to close.

    Attributes:
        shortfalls: How many there were (a person and a competency each).
        closed_by_person: The person reached what was required then.
        closed_by_requirement: Less is required now, or another position is held; without that the
            shortfall would still be there.
        smaller: Still there, and smaller.
        same: Still there, unchanged.
        larger: Still there, and larger.
        no_longer_required: Of what is not required any more, by the book or in the position held.
        not_comparable: Not rated now.
        without_result: Of people who have no result in the newer round and did not leave.
        gone: Of those who left.
    """

    shortfalls: int
    closed_by_person: int
    closed_by_requirement: int
    smaller: int
    same: int
    larger: int
    no_longer_required: int
    not_comparable: int
    without_result: int
    gone: int


@dataclass(frozen=True, slots=True)
class RoundComparison:
    """Everything that two rounds say together.

    Attributes:
        people: Those who are in both, in the newer round's order.
        new_people: Those who are in the newer round only.
        leavers: The others who were in the older round only: they left, or where `leavers_known` is
            false have no result in the newer round, and nobody knows why.
        whole: The organisation.
        departments: In the newer round's order, then those that are gone.
        competencies: In the newer book's order, then those that are gone.
        requirements: What the books changed.
        plan: What became of the older round's shortfalls.
        problems: What stands in the way of comparing, of both inputs.
        without_result: Those in the older round who are without a result in the newer one, though
            its list of staff has them or there is an answer of theirs that does not count.
        leavers_known: The newer round knows its list of staff.
    """

    old: KeptRound
    new: KeptRound
    people: tuple[PersonChange, ...]
    new_people: tuple[KeptPerson, ...]
    leavers: tuple[KeptPerson, ...]
    whole: UnitChange
    departments: tuple[UnitChange, ...]
    competencies: tuple[CompetencyChange, ...]
    requirements: tuple[RequirementChange, ...]
    plan: PlanOutcome
    problems: tuple[Problem, ...]
    without_result: tuple[KeptPerson, ...] = ()
    leavers_known: bool = False

    @property
    def has_errors(self) -> bool:
        """Some input had an error."""
        return any_error(self.problems)
