"""How ready people are for positions: pure arithmetic. The rules are in docs/numbers.md."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from jdgap.assessments import Assessment
from jdgap.gaps.arithmetic import Comparison, priorities
from jdgap.gaps.model import CompetencyGap, PersonGaps, Status
from jdgap.gaps.organisation import employee_order
from jdgap.gaps.totals import Totals
from jdgap.positions import Book, Position


class State(StrEnum):
    """How ready somebody is for a position, the best first."""

    READY = "ready"
    """Every required competency was rated, and none is below."""
    READY_AS_ASSESSED = "ready_as_assessed"
    """None of the rated is below; some required competency has no level."""
    NEARLY = "nearly"
    """Every required competency was rated; few are below, each by one level."""
    NEARLY_AS_ASSESSED = "nearly_as_assessed"
    """Few of the rated are below, each by one level; some required competency has no level."""
    NOT_YET = "not_yet"
    """Some shortfall is two levels or more, or more than a few are below."""
    NOT_ASSESSED = "not_assessed"
    """Nothing that the position requires was rated."""


NEARLY_PART: Final = 4
"""One of so many rated competencies may be below where somebody is nearly ready."""

_STATES: Final = {state: place for place, state in enumerate(State)}
_AS_ASSESSED: Final = {
    State.READY: State.READY_AS_ASSESSED,
    State.NEARLY: State.NEARLY_AS_ASSESSED,
}


@dataclass(frozen=True, slots=True)
class Readiness:
    """One person and one position that the person may take on.

    Attributes:
        gaps: The person against the target.
        state: How ready the person is.
        totals: Of all that the target requires.
        blocking: What is below the requirement: the largest shortfall first, then the book's order.
        not_assessed: What has no usable level, in the book's order; these are not shortfalls.
        not_applicable: What the rater said not to apply, in the book's order; no shortfalls either.
        met: What reaches the requirement, in the book's order.
        next_step: The position that the person holds reports to the target.
        rank: From 1 on, among those compared whose every required competency was rated; equals
            share one. None for the others, and where nobody was to be ranked.
    """

    gaps: PersonGaps
    state: State
    totals: Totals
    blocking: tuple[CompetencyGap, ...]
    not_assessed: tuple[CompetencyGap, ...]
    not_applicable: tuple[CompetencyGap, ...]
    met: tuple[CompetencyGap, ...]
    next_step: bool
    rank: int | None = None

    @property
    def assessment(self) -> Assessment:
        """What the person's sheet says."""
        return self.gaps.assessment

    @property
    def target(self) -> Position:
        """The position that the person is compared with."""
        return self.gaps.compared_with

    @property
    def held(self) -> bool:
        """The target is the position that the person holds."""
        return self.gaps.position is not None and self.gaps.position.id == self.target.id

    @property
    def largest_shortfall(self) -> int:
        """In levels; 0 where nothing that was rated is below."""
        return max((each.shortfall or 0 for each in self.blocking), default=0)

    @property
    def is_complete(self) -> bool:
        """Something is required, and all of it was rated."""
        return 0 < self.totals.required == self.totals.rated


def readiness(assessment: Assessment, target: Position, comparison: Comparison) -> Readiness:
    """Return how ready one person is for `target`.

    Levels count whether or not the position that the person holds requires them.

    Args:
        assessment: Who, the position held, and the levels.
        target: The position to take on.
        comparison: The book, and whose level counts.
    """
    gaps = comparison.person(assessment, target)
    totals = gaps.totals
    blocking = tuple(priorities(gaps.results))
    held = gaps.position
    return Readiness(
        gaps=gaps,
        state=_state(totals, blocking),
        totals=totals,
        blocking=blocking,
        not_assessed=_of(gaps, Status.NOT_ASSESSED),
        not_applicable=_of(gaps, Status.NOT_APPLICABLE),
        met=_of(gaps, Status.MET, Status.EXCEEDED),
        next_step=held is not None and held.reports_to == target.id,
    )


def _of(gaps: PersonGaps, *statuses: Status) -> tuple[CompetencyGap, ...]:
    return tuple(each for each in gaps.results if each.status in statuses)


def _state(totals: Totals, blocking: Sequence[CompetencyGap]) -> State:
    if not totals.rated:
        return State.NOT_ASSESSED
    state = _state_of_rated(totals, blocking)
    return state if totals.rated == totals.required else _AS_ASSESSED.get(state, state)


def _state_of_rated(totals: Totals, blocking: Sequence[CompetencyGap]) -> State:
    """Return the state as if nothing else were required than what was rated."""
    if not blocking:
        return State.READY
    if any(each.is_severe for each in blocking):
        return State.NOT_YET
    few = max(1, totals.rated // NEARLY_PART)
    return State.NEARLY if len(blocking) <= few else State.NOT_YET


def next_step(book: Book, held: Position | None) -> Position | None:
    """Return the position that `held` reports to; None where it is none of the book's."""
    return book.position_by_id.get((held and held.reports_to) or "")


def ranked(
    candidates: Iterable[Readiness], tie: Callable[[Readiness], object]
) -> tuple[Readiness, ...]:
    """Return the readiest first, in three parts: fully rated, partly rated, not rated at all.

    So nobody comes before somebody fully rated only because levels are missing. Within a part
    come first the better state, the smaller largest shortfall, the smaller sum of shortfalls, the
    higher coverage, the higher fit, and then what `tie` says. Only the fully rated get a rank.

    Args:
        candidates: In any order.
        tie: What decides between equals; the same for no two of them.
    """
    ordered = sorted(candidates, key=lambda each: (_standing(each), tie(each)))
    ranks: dict[tuple[float, ...], int] = {}
    for place, each in enumerate(ordered, start=1):
        if each.is_complete:
            ranks.setdefault(_standing(each), place)
    return tuple(
        replace(each, rank=ranks[_standing(each)] if each.is_complete else None) for each in ordered
    )


def _standing(each: Readiness) -> tuple[float, ...]:
    part = 0 if each.is_complete else 1 if each.totals.rated else 2
    return (
        part,
        _STATES[each.state],
        each.largest_shortfall,
        each.totals.shortfall,
        -(each.totals.coverage_pct or 0),
        -(each.totals.fit_pct or 0),
    )


def against_all(person: Assessment, comparison: Comparison) -> tuple[Readiness, ...]:
    """Return one person against every position of the book, ranked; ties in the book's order."""
    places = {each.id: place for place, each in enumerate(comparison.book.positions)}
    candidates = [readiness(person, each, comparison) for each in comparison.book.positions]
    return ranked(candidates, lambda each: places[each.target.id])


def succession(
    people: Iterable[Assessment], target: Position, comparison: Comparison
) -> tuple[Readiness, ...]:
    """Return everybody against one position, ranked; ties by employee id, name and place."""
    candidates = [readiness(each, target, comparison) for each in people]
    return ranked(candidates, lambda each: employee_order(each.assessment))


def next_steps(people: Iterable[PersonGaps], comparison: Comparison) -> Iterator[Readiness]:
    """Yield each person against the next step, in their order; who has none is left out."""
    for person in people:
        target = next_step(comparison.book, person.position)
        if target is not None:
            yield readiness(person.assessment, target, comparison)
