"""The gap arithmetic: pure functions, no file and no terminal. The rules are in docs/numbers.md."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from jdgap.assessments import Assessment, Count, NoLevel, Rating
from jdgap.assessments.people.row_ratings import RatedColumns, RowRatings, code_of
from jdgap.gaps.model import CompetencyGap, PersonGaps, Status, UnrequiredRating
from jdgap.gaps.rows import RowPlan
from jdgap.positions import Book, Competency, Position
from jdgap.problems import Place, Problem
from jdgap.text.language import mark as _

NOTABLE_DIFFERENCE = 2
"""Levels between self and supervisor rating from which the difference is flagged."""
FEWEST_COPIED = 3
"""So many required competencies a position has before levels that equal them are flagged."""
_BLANK: Final = bytes([code_of(NoLevel.BLANK)])
_SELF_LEVEL = _("self level")
_SUPERVISOR_LEVEL = _("supervisor level")


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
    """Return where one person stands against a position, in levels; `Comparison` does it for many.

    >>> import jdgap
    >>> from pathlib import Path
    >>> book = jdgap.load_book()
    >>> form = Path("examples/forms/01-form.xlsx")
    >>> said = jdgap.check_files([form], book).people[0].assessment
    >>> person = jdgap.compare_person(said, book, book.position_by_id["head-it"])
    >>> person.totals.required, person.totals.rated, person.totals.shortfall
    (12, 8, 10)

    Args:
        assessment: Who, and the levels.
        book: The job-description book.
        against: The position, held or not.
        count: Whose level counts.
    """
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


def priorities(results: Iterable[CompetencyGap], groups: Sequence[str] = ()) -> list[CompetencyGap]:
    """Return the shortfalls to work on, largest first; equal ones by group, then as they stand.

    Args:
        results: The results, in the book's order.
        groups: The group ids in the order that decides ties, as `PersonGaps.groups` has them.
    """
    short = [each for each in results if each.shortfall]
    rank = {group: place for place, group in enumerate(groups)}
    short.sort(key=lambda each: (-(each.shortfall or 0), rank.get(each.competency.group, 0)))
    return short


def observations(person: PersonGaps, count: Count = Count.EITHER) -> Iterator[Problem]:
    """Yield what the numbers themselves show: levels missing, not required, far apart, copied.

    Args:
        person: Whose numbers.
        count: Whose level counts in them.
    """
    said_nothing = _said_nothing(person.assessment.ratings, count)
    if said_nothing:
        yield _missing_rater(person, count)
    for each in person.results:
        if each.rater_difference:
            levels = {"self_level": each.self_level, "supervisor_level": each.supervisor_level}
            value = f"{each.self_level} / {each.supervisor_level}"
            place = person.place_of(each)
            yield Problem("rater-difference", place, value, _named(each) | levels)
        elif each.status is Status.NOT_ASSESSED and not said_nothing:
            blank = _left_blank(person, each, count)
            if blank is not None:
                yield Problem("missing-level", blank, facts=_named(each))
    for other in person.not_required:
        facts = {
            "competency": other.competency.name.text,
            "position": person.compared_with.title.text,
        }
        yield Problem("not-required", other.place, facts=facts)
    yield from _same_as_required(person)


def _same_as_required(person: PersonGaps) -> Iterable[Problem]:
    """Return a problem for each rater who gave exactly the required level everywhere.

    Not where the position requires the same level of all competencies: then everybody who meets
    it answers so, and a warning that is nearly always wrong is soon read by nobody.
    """
    results = person.results
    if len(results) < FEWEST_COPIED:
        return ()
    first = results[0]  # it tells most people apart
    if first.required_level not in (first.self_level, first.supervisor_level):
        return ()
    required = [each.required_level for each in results]
    if len(set(required)) == 1:
        return ()
    said = person.assessment
    who = said.employee_id or said.name
    levels = {
        _SELF_LEVEL: [each.self_level for each in results],
        _SUPERVISOR_LEVEL: [each.supervisor_level for each in results],
    }
    return [
        Problem("same-as-required", said.place, who, {"employee": who, "rater": rater})
        for rater, given in levels.items()
        if given == required
    ]


def _named(result: CompetencyGap) -> dict[str, object]:
    return {"competency": result.competency.name.text}


def _left_blank(person: PersonGaps, result: CompetencyGap, count: Count) -> Place | None:
    """Return where a level that would count is blank; None where something is said."""
    rating = person.assessment.ratings.get(result.competency.id)
    if rating is None:
        return person.assessment.place
    levels = {Count.SELF: rating.self_level, Count.SUPERVISOR: rating.supervisor_level}
    said = [levels[count]] if count in levels else levels.values()
    if any(each is not NoLevel.BLANK for each in said):
        return None
    cells = {Count.SELF: rating.self_cell, Count.SUPERVISOR: rating.supervisor_cell}
    cell = cells.get(count) or rating.place.cell
    return Place(rating.place.file, rating.place.sheet, cell)


def _said_nothing(ratings: Mapping[str, Rating], count: Count) -> bool:
    """Return whether only the rater who does not count gave levels."""
    if count is Count.EITHER:
        return False
    if isinstance(ratings, RowRatings):  # a survey has 100,000
        half = len(ratings)
        blank = [not ratings.codes[:half].strip(_BLANK), not ratings.codes[half:].strip(_BLANK)]
    else:
        said = [each.levels for each in ratings.values()]
        blank = [all(pair[rater] is NoLevel.BLANK for pair in said) for rater in (0, 1)]
    return blank == [count is Count.SELF, count is Count.SUPERVISOR]


def _missing_rater(person: PersonGaps, count: Count) -> Problem:
    said = person.assessment
    who = said.employee_id or said.name
    rater = _SELF_LEVEL if count is Count.SELF else _SUPERVISOR_LEVEL
    return Problem("missing-rater", said.place, who, {"employee": who, "rater": rater})


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
