"""The result of comparing a person with a position: plain frozen data."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from jdgap.assessments import Assessment
from jdgap.positions import Competency, Position
from jdgap.problems import Place
from jdgap.text.language import mark

SIGN_RULE: Final = mark("Gap = actual level - required level. Negative: below the requirement.")
"""How a gap is to be read; every output states it, translated."""


class Status(StrEnum):
    """Where a person stands on one required competency."""

    BELOW = "below"
    MET = "met"
    EXCEEDED = "exceeded"
    NOT_ASSESSED = "not_assessed"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class CompetencyGap:
    """One required competency of one person.

    Attributes:
        gap: `actual_level - required_level`; negative is below the requirement; None if not rated.
        shortfall: `max(0, required_level - actual_level)`; None if not rated.
        rater_difference: Self and supervisor level differ by 2 or more.
        place: The cell the level came from; the sheet where there was no such row.
    """

    competency: Competency
    required_level: int
    self_level: int | None
    supervisor_level: int | None
    actual_level: int | None
    gap: int | None
    shortfall: int | None
    status: Status
    rater_difference: bool
    place: Place


@dataclass(frozen=True, slots=True)
class UnrequiredRating:
    """A level for a competency that the position does not require; it changes no total."""

    competency: Competency
    self_level: int | None
    supervisor_level: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over required competencies; percentages are unrounded, None when none was rated.

    Attributes:
        required: How many competencies are required.
        rated: How many of them have an actual level.
        met: How many of the rated have a gap of 0 or more.
        shortfall: Sum of the shortfalls, in levels.
        fit_pct: `100 * sum(min(actual, required)) / sum(required)` over the rated ones.
        met_pct: `100 * met / rated`.
        coverage_pct: `100 * rated / required`; None when nothing is required.
    """

    required: int
    rated: int
    met: int
    shortfall: int
    fit_pct: float | None
    met_pct: float | None
    coverage_pct: float | None


@dataclass(frozen=True, slots=True)
class PersonGaps:
    """One person against one position.

    Attributes:
        position: The position the person holds, None where it is not known.
        compared_with: The position that the gaps are against.
        results: The required competencies, in the book's order.
        totals_by_group: Totals of each group id of the book, in its order.
        totals: Totals of all groups together.
    """

    assessment: Assessment
    position: Position | None
    compared_with: Position
    results: tuple[CompetencyGap, ...]
    not_required: tuple[UnrequiredRating, ...]
    totals_by_group: dict[str, Totals]
    totals: Totals
