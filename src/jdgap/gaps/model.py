"""The result of comparing a person with a position: plain frozen data."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from jdgap.assessments import Assessment
from jdgap.gaps.totals import Tally, Totals
from jdgap.positions import Book, Competency, Position
from jdgap.problems import Place
from jdgap.text.language import mark

SIGN_RULE: Final = mark("Gap = actual level - required level. Negative: below the requirement.")
"""How a gap is to be read; every output states it, translated."""

SEVERE_SHORTFALL: Final = 2
"""Levels below the requirement from which a shortfall is marked, however good the averages are."""


class Status(StrEnum):
    """Where a person stands on one required competency."""

    BELOW = "below"
    MET = "met"
    EXCEEDED = "exceeded"
    NOT_ASSESSED = "not_assessed"
    NOT_APPLICABLE = "not_applicable"


WHY_NOT_RATED: Final = {
    Status.NOT_ASSESSED: mark("not assessed"),
    Status.NOT_APPLICABLE: mark("does not apply"),
}
"""What is said where there is no actual level; English, translated late."""


@dataclass(frozen=True, slots=True, eq=False)
class CompetencyGap:
    """One required competency with the levels that were given.

    It does not say whose it is: in one `Comparison` everybody with the same levels shares one, so
    a survey of 100,000 people stays small, and counting is counting objects.

    Attributes:
        gap: `actual_level - required_level`; negative is below the requirement; None if not rated.
        shortfall: `max(0, required_level - actual_level)`; None if not rated.
        rater_difference: Self and supervisor level differ by 2 or more.
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

    @property
    def is_severe(self) -> bool:
        """The shortfall is so large that it is marked."""
        return (self.shortfall or 0) >= SEVERE_SHORTFALL


@dataclass(frozen=True, slots=True)
class UnrequiredRating:
    """A level for a competency that the position does not require; it changes no total."""

    competency: Competency
    self_level: int | None
    supervisor_level: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class PersonGaps:
    """One person against one position.

    Attributes:
        position: The position the person holds, None where it is not known.
        compared_with: The position that the gaps are against.
        results: The required competencies, in the book's order.
        groups: The group ids of the book, in its order.
    """

    assessment: Assessment
    position: Position | None
    compared_with: Position
    results: tuple[CompetencyGap, ...]
    not_required: tuple[UnrequiredRating, ...]
    groups: tuple[str, ...]

    @property
    def totals(self) -> Totals:
        """Totals of all groups together."""
        return totals(self.results)

    @property
    def totals_by_group(self) -> dict[str, Totals]:
        """Totals of each group id of the book, in its order."""
        return {
            group: totals(each for each in self.results if each.competency.group == group)
            for group in self.groups
        }

    @property
    def position_title(self) -> str:
        """The title of the position held; as written where it is not known."""
        return self.position.title.text if self.position else self.assessment.position_written

    def department_name(self, book: Book) -> str:
        """Return the department as the answer says it, else that of the position held, or ""."""
        of_position = book.department_name(self.position) if self.position else None
        return self.assessment.department or of_position or ""

    def place_of(self, result: CompetencyGap) -> Place:
        """Return the cell that a level came from; the sheet where there was no such row."""
        rating = self.assessment.ratings.get(result.competency.id)
        return self.assessment.place if rating is None else rating.place


def totals(results: Iterable[CompetencyGap]) -> Totals:
    """Return the sums over `results`."""
    tally = Tally()
    for result in results:
        tally.add(result.required_level, result.shortfall)
    return tally.totals()
