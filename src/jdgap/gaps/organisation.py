"""Where many people stand together: departments, training needs, the spread of gaps.

All sums are over the required competencies of all people, not means of people's percentages:
somebody with twelve required competencies weighs more than somebody with eight.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jdgap.assessments import Assessment
from jdgap.gaps.model import CompetencyGap, PersonGaps
from jdgap.gaps.totals import Tally, Totals
from jdgap.positions import Book, Competency
from jdgap.text.sorting import natural_key


@dataclass(frozen=True, slots=True)
class CompetencySummary:
    """One competency over several people.

    Attributes:
        required: How many people's positions require it.
        rated: How many of them have an actual level.
        below: How many of them are below their required level.
        severe: How many of them are so far below that it is marked (`SEVERE_SHORTFALL`).
        shortfall: Sum of their shortfalls, in levels.
        largest_shortfall: The largest one; 0 where nobody is below.
        gap_sum: Sum of the gaps of those rated.
        fit_pct: As in `Totals`; None when nobody was rated.
    """

    competency: Competency
    required: int
    rated: int
    below: int
    severe: int
    shortfall: int
    largest_shortfall: int
    gap_sum: int
    fit_pct: float | None

    @property
    def mean_gap(self) -> float | None:
        """Mean gap of those rated; None when nobody was."""
        return self.gap_sum / self.rated if self.rated else None


@dataclass(frozen=True, slots=True)
class UnitGaps:
    """A department, or the whole organisation.

    Attributes:
        name: Of the department; "" for those who belong to none, and for the whole.
        people: On how many people the numbers stand.
        people_severe: How many of them have a severe shortfall, in whatever competency.
        totals: Over all required competencies of all of them.
        totals_by_group: The same by group id, in the book's order.
        competencies: By competency id, in the book's order; only those that somebody's position
            requires.
    """

    name: str
    people: int
    people_severe: int
    totals: Totals
    totals_by_group: dict[str, Totals]
    competencies: dict[str, CompetencySummary]

    def severe_shortfalls(self, group: str | None = None) -> int:
        """Return how many ratings are severely short, of one group id or of all."""
        summaries = self.competencies.values()
        return sum(each.severe for each in summaries if group in {None, each.competency.group})


@dataclass(frozen=True, slots=True)
class TrainingNeed:
    """A competency that people fall short of.

    Attributes:
        summary: Of the whole organisation.
        people: Those below, the largest shortfall first, then by employee id and name.
    """

    summary: CompetencySummary
    people: tuple[PersonGaps, ...]


@dataclass(frozen=True, slots=True)
class OrganisationGaps:
    """What a whole round says.

    Attributes:
        people: By department, employee id and name, whatever file they came from.
        whole: Everybody together.
        departments: In the book's order, then others by name; those in none come last.
        needs: By total shortfall, largest first; then by people below, largest shortfall, and the
            book's order. Only competencies that somebody falls short of.
        distribution: How many ratings have each gap, lowest gap first.
    """

    people: tuple[PersonGaps, ...]
    whole: UnitGaps
    departments: tuple[UnitGaps, ...]
    needs: tuple[TrainingNeed, ...]
    distribution: dict[int, int]


def organisation_gaps(people: Iterable[PersonGaps], book: Book) -> OrganisationGaps:
    """Return where `people` stand together; their departments are taken as they are written."""
    by_employee = sorted(people, key=lambda each: employee_order(each.assessment))
    by_department: dict[str, list[PersonGaps]] = {}
    for person in by_employee:
        by_department.setdefault(person.assessment.department, []).append(person)
    names = departments_in_order(by_department, book)
    counted = {name: _counted(by_department[name]) for name in names}
    everybody: Counter[CompetencyGap] = Counter()
    for counts in counted.values():
        everybody.update(counts)
    whole = _unit("", by_employee, everybody, book)
    return OrganisationGaps(
        people=tuple(person for name in names for person in by_department[name]),
        whole=whole,
        departments=tuple(_unit(name, by_department[name], counted[name], book) for name in names),
        needs=_needs(by_employee, whole),
        distribution=_distribution(everybody),
    )


def departments_in_order(names: Iterable[str], book: Book) -> list[str]:
    """Return department names in the book's order, then others by name; "" comes last."""
    known = {department.name.text: place for place, department in enumerate(book.departments)}

    def order(name: str) -> tuple[object, ...]:
        return not name, known.get(name, len(known)), natural_key(name)

    return sorted(set(names), key=order)


def employee_order(said: Assessment) -> tuple[object, ...]:
    """Return what people are sorted by: the employee id, then the name, then where they stand."""
    return natural_key(said.employee_id), said.name, said.place


def _counted(people: Iterable[PersonGaps]) -> Counter[CompetencyGap]:
    """Return how many people share each gap; the same levels give the same object."""
    counts: Counter[CompetencyGap] = Counter()
    for person in people:
        counts.update(person.results)
    return counts


def _unit(
    name: str, people: Sequence[PersonGaps], counts: Counter[CompetencyGap], book: Book
) -> UnitGaps:
    whole = Tally()
    by_group = {group.id: Tally() for group in book.groups}
    by_competency: dict[str, list[tuple[CompetencyGap, int]]] = {}
    for gap, times in counts.items():
        whole.add(gap.required_level, gap.shortfall, times)
        by_group[gap.competency.group].add(gap.required_level, gap.shortfall, times)
        by_competency.setdefault(gap.competency.id, []).append((gap, times))
    severe = {gap for gap in counts if gap.is_severe}
    return UnitGaps(
        name=name,
        people=len(people),
        people_severe=sum(not severe.isdisjoint(person.results) for person in people),
        totals=whole.totals(),
        totals_by_group={group: tally.totals() for group, tally in by_group.items()},
        competencies={
            competency.id: _summary(competency, by_competency[competency.id])
            for competency in book.competencies
            if competency.id in by_competency
        },
    )


def _summary(
    competency: Competency, counts: Sequence[tuple[CompetencyGap, int]]
) -> CompetencySummary:
    tally = Tally()
    below = severe = largest = gap_sum = 0
    for gap, times in counts:
        tally.add(gap.required_level, gap.shortfall, times)
        gap_sum += (gap.gap or 0) * times
        if gap.shortfall:
            below += times
            severe += times if gap.is_severe else 0
            largest = max(largest, gap.shortfall)
    sums = tally.totals()
    return CompetencySummary(
        competency=competency,
        required=sums.required,
        rated=sums.rated,
        below=below,
        severe=severe,
        shortfall=sums.shortfall,
        largest_shortfall=largest,
        gap_sum=gap_sum,
        fit_pct=sums.fit_pct,
    )


def _needs(by_employee: Iterable[PersonGaps], whole: UnitGaps) -> tuple[TrainingNeed, ...]:
    behind: dict[str, dict[int, list[PersonGaps]]] = {key: {} for key in whole.competencies}
    for person in by_employee:
        for gap in person.results:
            if gap.shortfall:
                behind[gap.competency.id].setdefault(gap.shortfall, []).append(person)
    short = [each for each in whole.competencies.values() if each.shortfall]
    short.sort(key=lambda each: (-each.shortfall, -each.below, -each.largest_shortfall))
    return tuple(
        TrainingNeed(summary, _largest_first(behind[summary.competency.id])) for summary in short
    )


def _largest_first(behind: dict[int, list[PersonGaps]]) -> tuple[PersonGaps, ...]:
    """Return people by their shortfall; those of each shortfall stand in order already."""
    return tuple(person for _, people in sorted(behind.items(), reverse=True) for person in people)


def _distribution(counts: Counter[CompetencyGap]) -> dict[int, int]:
    spread: Counter[int] = Counter()
    for gap, times in counts.items():
        if gap.gap is not None:
            spread[gap.gap] += times
    return dict(sorted(spread.items()))
