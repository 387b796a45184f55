"""The gap arithmetic: pure functions, no file and no terminal. The rules are in docs/numbers.md."""

from collections.abc import Iterable, Iterator

from jdgap.assessments import Assessment, Count, NoLevel, Rating
from jdgap.assessments.people.row_ratings import RatedColumns, RowRatings
from jdgap.gaps.model import CompetencyGap, PersonGaps, Status, UnrequiredRating
from jdgap.gaps.rows import RowPlan
from jdgap.positions import Book, Competency, Position
from jdgap.problems import Problem

NOTABLE_DIFFERENCE = 2
"""Levels between self and supervisor rating from which the difference is flagged."""


class Comparison:
    """Compares people with positions by the same rules; one is made for a run.

    Args:
        book: The job-description book.
        count: Whose level counts.
    """

    def __init__(self, book: Book, count: Count = Count.EITHER) -> None:
        self.book = book
        self.count = count
        self._groups = tuple(group.id for group in book.groups)
        self._required = {each.id: book.required_competencies(each) for each in book.positions}
        self._gaps: dict[tuple[str, int, int | NoLevel, int | NoLevel], CompetencyGap] = {}
        self._plans: dict[tuple[RatedColumns, str], RowPlan] = {}

    def person(self, assessment: Assessment, against: Position) -> PersonGaps:
        """Return where a person stands against the position `against`."""
        ratings = assessment.ratings
        if isinstance(ratings, RowRatings):
            plan = self._plan(ratings.columns, against)
            results, not_required = plan.results(ratings), plan.not_required(ratings)
        else:
            results = tuple(
                self._rated_gap(competency, against, ratings.get(competency.id))
                for competency in self._required[against.id]
            )
            not_required = tuple(_unrequired(assessment, self.book, against))
        return PersonGaps(
            assessment=assessment,
            position=self.book.position_by_id.get(assessment.position_id or ""),
            compared_with=against,
            results=results,
            not_required=not_required,
            groups=self._groups,
        )

    def _plan(self, columns: RatedColumns, against: Position) -> RowPlan:
        plan = self._plans.get((columns, against.id))
        if plan is None:
            plan = RowPlan(columns, self.book, against, self._gap)
            self._plans[columns, against.id] = plan
        return plan

    def _rated_gap(
        self, competency: Competency, against: Position, rating: Rating | None
    ) -> CompetencyGap:
        required = against.required[competency.id]
        if rating is None:
            return self._gap(competency, required, NoLevel.BLANK, NoLevel.BLANK)
        return self._gap(competency, required, rating.self_level, rating.supervisor_level)

    def _gap(
        self, competency: Competency, required: int, own: int | NoLevel, other: int | NoLevel
    ) -> CompetencyGap:
        """Return the gap, the same object for the same levels."""
        key = (competency.id, required, own, other)
        gap = self._gaps.get(key)
        if gap is None:
            gap = self._gaps[key] = competency_gap(competency, required, (own, other), self.count)
        return gap


def compare_person(
    assessment: Assessment, book: Book, against: Position, count: Count = Count.EITHER
) -> PersonGaps:
    """Return where one person stands against the position `against`."""
    return Comparison(book, count).person(assessment, against)


def competency_gap(
    competency: Competency,
    required: int,
    said: tuple[int | NoLevel, int | NoLevel],
    count: Count,
) -> CompetencyGap:
    """Return the gap of one required competency; `said` is the self and the supervisor level."""
    actual = actual_level(*said, count)
    level = _number(actual)
    self_level, supervisor_level = _number(said[0]), _number(said[1])
    return CompetencyGap(
        competency=competency,
        required_level=required,
        self_level=self_level,
        supervisor_level=supervisor_level,
        actual_level=level,
        gap=None if level is None else level - required,
        shortfall=None if level is None else max(0, required - level),
        status=_status(actual, required),
        rater_difference=self_level is not None
        and supervisor_level is not None
        and abs(self_level - supervisor_level) >= NOTABLE_DIFFERENCE,
    )


def actual_level(
    self_level: int | NoLevel, supervisor_level: int | NoLevel, count: Count
) -> int | NoLevel:
    """Return the level that counts, or why there is none.

    The supervisor's word counts where one is given, "not applicable" included; a blank or
    unusable one leaves the employee's own.
    """
    if count is Count.SELF:
        return self_level
    if count is Count.SUPERVISOR:
        return supervisor_level
    given = supervisor_level not in {NoLevel.BLANK, NoLevel.UNUSABLE}
    return supervisor_level if given else self_level


def _status(actual: int | NoLevel, required: int) -> Status:
    if actual is NoLevel.NOT_APPLICABLE:
        return Status.NOT_APPLICABLE
    if isinstance(actual, NoLevel):
        return Status.NOT_ASSESSED
    if actual < required:
        return Status.BELOW
    return Status.MET if actual == required else Status.EXCEEDED


def priorities(results: Iterable[CompetencyGap]) -> list[CompetencyGap]:
    """Return the shortfalls to work on, largest first; the book's order decides ties."""
    short = [each for each in results if each.shortfall]
    return sorted(short, key=lambda each: -(each.shortfall or 0))


def observations(person: PersonGaps) -> Iterator[Problem]:
    """Yield what the numbers themselves show: levels missing, not required, or far apart."""
    for each in person.results:
        if each.rater_difference:
            levels = {"self_level": each.self_level, "supervisor_level": each.supervisor_level}
            value = f"{each.self_level} / {each.supervisor_level}"
            place = person.place_of(each)
            yield Problem("rater-difference", place, value, _named(each) | levels)
        elif each.status is Status.NOT_ASSESSED and _was_left_blank(person, each):
            yield Problem("missing-level", person.place_of(each), facts=_named(each))
    for other in person.not_required:
        facts = {
            "competency": other.competency.name.text,
            "position": person.compared_with.title.text,
        }
        yield Problem("not-required", other.place, facts=facts)


def _named(result: CompetencyGap) -> dict[str, object]:
    return {"competency": result.competency.name.text}


def _was_left_blank(person: PersonGaps, result: CompetencyGap) -> bool:
    rating = person.assessment.ratings.get(result.competency.id)
    return rating is None or (
        rating.self_level is NoLevel.BLANK and rating.supervisor_level is NoLevel.BLANK
    )


def _unrequired(
    assessment: Assessment, book: Book, against: Position
) -> Iterable[UnrequiredRating]:
    for competency in book.competencies:
        rating = assessment.ratings.get(competency.id)
        if rating is None or competency.id in against.required:
            continue
        self_level, supervisor_level = _number(rating.self_level), _number(rating.supervisor_level)
        if self_level is not None or supervisor_level is not None:
            yield UnrequiredRating(competency, self_level, supervisor_level, rating.place)


def _number(level: int | NoLevel) -> int | None:
    return None if isinstance(level, NoLevel) else level
