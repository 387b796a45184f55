"""What the raters said of a competency, in which cells, and which problem made it unusable."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from jdgap.assessments import Assessment, Count, NoLevel, Rating
from jdgap.problems import Place, Problem

_OF_LEVELS: Final = frozenset(
    {
        "level-out-of-range",
        "level-not-whole",
        "level-not-a-number",
        "level-error-value",
        "several-marks",
    }
)
"""What makes one rater's level unusable, in its cell or, among ticks, beside it."""
_OF_ROWS: Final = frozenset({"duplicate-competency", "level-without-competency"})
"""What makes both raters' levels unusable; the competency is among the facts."""


@dataclass(frozen=True, slots=True)
class RaterSaid:
    """What one rater said of a competency.

    Attributes:
        level: The level, or why there is none.
        place: Its cell; None where there is none, or it is not known.
        problem: What made it unusable, where it is and that is known.
    """

    level: int | NoLevel
    place: Place | None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What both raters said of a competency.

    Attributes:
        is_named: The answer names the competency at all.
        own: What the employee said.
        other: What the supervisor said.
        counted: Whichever of the two counts.
    """

    is_named: bool
    own: RaterSaid
    other: RaterSaid
    counted: RaterSaid


class Answer:
    """What one person's answer says of each competency.

    Args:
        assessment: The answer.
        count: Whose level counts.
        problems: All problems of the run; those that made a level of it unusable are found.
    """

    def __init__(
        self, assessment: Assessment, count: Count, problems: Iterable[Problem] = ()
    ) -> None:
        self._assessment = assessment
        self._count = count
        sheet = (assessment.place.file, assessment.place.sheet)
        self._problems = [
            each
            for each in problems
            if each.code in _OF_LEVELS | _OF_ROWS and (each.place.file, each.place.sheet) == sheet
        ]

    def of(self, competency_id: str, name: str) -> Said:
        """Return what is said of a competency; `name` is its name in the language in use."""
        rating = self._assessment.ratings.get(competency_id)
        if rating is None:
            nothing = RaterSaid(NoLevel.BLANK, None)
            return Said(is_named=False, own=nothing, other=nothing, counted=nothing)
        own_cell, other_cell = _cells(rating)
        own = self._rater(rating, rating.self_level, own_cell, name)
        other = self._rater(rating, rating.supervisor_level, other_cell, name)
        return Said(is_named=True, own=own, other=other, counted=self._counted(own, other))

    def _counted(self, own: RaterSaid, other: RaterSaid) -> RaterSaid:
        if self._count is not Count.EITHER:
            return own if self._count is Count.SELF else other
        given = other.level not in {NoLevel.BLANK, NoLevel.UNUSABLE}
        return other if given or (own.place is None and own.level is NoLevel.BLANK) else own

    def _rater(self, rating: Rating, level: int | NoLevel, cell: str, name: str) -> RaterSaid:
        place = Place(rating.place.file, rating.place.sheet, cell) if cell else None
        problem = None
        if level is NoLevel.UNUSABLE:
            problem = self._problem(rating, place, name)
        return RaterSaid(level, place, problem)

    def _problem(self, rating: Rating, place: Place | None, name: str) -> Problem | None:
        """Return what made a level unusable: in its cell, about its row, or in its row."""
        in_cell = [
            each for each in self._problems if each.place == place and each.code in _OF_LEVELS
        ]
        return next(iter(in_cell or self._about_rows(rating, name) or self._beside(rating)), None)

    def _about_rows(self, rating: Rating, name: str) -> list[Problem]:
        cells = {rating.place.cell, *_cells(rating)} - {""}
        found = [
            each
            for each in self._problems
            if each.code in _OF_ROWS
            and each.facts.get("competency") == name
            and (self._is_form or cells & {each.place.cell, each.facts.get("other")})
        ]
        return sorted(found, key=lambda each: abs(each.place.row - rating.place.row))

    def _beside(self, rating: Rating) -> list[Problem]:
        if not self._is_form:  # in a table the same row holds other competencies
            return []
        row = rating.place.row
        return [
            each for each in self._problems if each.place.row == row and each.code in _OF_LEVELS
        ]

    @property
    def _is_form(self) -> bool:
        return not self._assessment.place.cell


def _cells(rating: Rating) -> tuple[str, str]:
    """Return the cells of the self and the supervisor's level, "" where not known."""
    if rating.self_cell or rating.supervisor_cell:
        return rating.self_cell, rating.supervisor_cell
    if isinstance(rating.supervisor_level, int):
        return "", rating.place.cell
    return ("" if rating.self_level is NoLevel.BLANK else rating.place.cell), ""
