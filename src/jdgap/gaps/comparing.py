"""Two rounds side by side. Pure: nothing depends on a file, or on the order of people.

The rules are in docs/numbers.md: a gap changes by what the person changed less what the requirement
changed, so a new book alone changes nobody.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from jdgap.assessments.reports.model import KeptCompetency, KeptPerson, KeptRound
from jdgap.gaps.absent import Absent, absent
from jdgap.gaps.changes import (
    Outcome,
    PersonChange,
    PlanOutcome,
    RequirementChange,
    RoundComparison,
)
from jdgap.gaps.level_changes import PersonChanges
from jdgap.gaps.matching import match_people, only_once
from jdgap.gaps.round_differences import round_differences
from jdgap.gaps.unit_changes import competency_changes, department_changes, whole_change
from jdgap.problems import Place, Problem, in_order
from jdgap.text.rounds import comes_after


class NotComparableError(Exception):
    """Two rounds of which nothing can be compared; the message says why, in the language in use.

    Attributes:
        problems: Everything that was found; the last one is what stands in the way.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems[-1].message())


def compare_rounds(
    old: KeptRound, new: KeptRound, problems: Iterable[Problem] = ()
) -> RoundComparison:
    """Return what changed between two rounds, and what of it is the people's doing.

    Args:
        old: The older round.
        new: The newer one.
        problems: What was found when they were read; it stands in the result with the others.

    Raises:
        NotComparableError: The newer round is given first, or the two have no person or no
            competency in common.
    """
    found = list(problems)
    _refuse_swapped(old, new, found)
    sifted = only_once(old.people), only_once(new.people)
    found += [problem for each in sifted for problem in each.problems]
    read = new
    old, new = (
        replace(each, people=once.people) for each, once in zip((old, new), sifted, strict=True)
    )
    matched = match_people(old.people, new.people)
    found += [*matched.problems, *round_differences(old, new)]
    _refuse_strangers(old, new, matched.pairs, found)
    competencies = _of_both(old, new)
    changing = PersonChanges(competencies, new.titles)
    missing = absent(matched.leavers, read)
    people = tuple(changing.of(then, now) for then, now in matched.pairs)
    return RoundComparison(
        old=old,
        new=new,
        people=people,
        new_people=matched.new_people,
        leavers=missing.leavers,
        whole=whole_change(old, new, people),
        departments=tuple(department_changes(old, new, people)),
        competencies=tuple(competency_changes(old, new, people, competencies)),
        requirements=tuple(_requirement_changes(old, new, competencies)),
        plan=_plan(people, missing),
        problems=tuple(in_order(found)),
        without_result=missing.without_result,
        leavers_known=new.staff_known,
    )


def _refuse_swapped(old: KeptRound, new: KeptRound, found: list[Problem]) -> None:
    if comes_after(old.round, new.round):
        facts = {"first": old.round, "second": new.round}
        problem = Problem("rounds-swapped", Place(old.source), old.round, facts)
        raise NotComparableError([*found, problem])


def _refuse_strangers(
    old: KeptRound, new: KeptRound, pairs: Iterable[object], found: list[Problem]
) -> None:
    """Refuse two rounds that share no person or no competency."""
    if any(pairs) and old.competencies.keys() & new.competencies.keys():
        return
    problem = Problem("nothing-in-common", Place(new.source), facts={"other": old.source})
    raise NotComparableError([*in_order(found), problem])


def _of_both(old: KeptRound, new: KeptRound) -> dict[str, KeptCompetency]:
    """Return the competencies as the newer round has them, then those that are gone."""
    gone = {key: each for key, each in old.competencies.items() if key not in new.competencies}
    return {**new.competencies, **gone}


def _requirement_changes(
    old: KeptRound, new: KeptRound, competencies: Mapping[str, KeptCompetency]
) -> Iterator[RequirementChange]:
    """Yield what the books require otherwise of a position that is in both."""
    for position, now in new.required.items():
        then = old.required.get(position)
        if then is None:
            continue
        for key, competency in competencies.items():
            if then.get(key) != now.get(key):
                title = new.titles.get(position, "")
                yield RequirementChange(position, title, competency, then.get(key), now.get(key))


def _plan(people: Iterable[PersonChange], missing: Absent) -> PlanOutcome:
    """Return what became of each shortfall of the older round."""
    outcomes: Counter[str] = Counter()
    for person in people:
        for change in person.changes:
            if change.then is None or not change.then.shortfall:
                continue
            outcome = change.outcome.value
            if change.outcome is Outcome.CLOSED and change.now is not None:
                reached = (change.now.actual_level or 0) >= change.then.required_level
                outcome = "closed_by_person" if reached else "closed_by_requirement"
            outcomes[outcome] += 1
    without, gone = _shortfalls(missing.without_result), _shortfalls(missing.leavers)
    return PlanOutcome(
        shortfalls=outcomes.total() + without + gone,
        closed_by_person=outcomes["closed_by_person"],
        closed_by_requirement=outcomes["closed_by_requirement"],
        smaller=outcomes[Outcome.SMALLER],
        same=outcomes[Outcome.SAME],
        larger=outcomes[Outcome.LARGER],
        no_longer_required=outcomes[Outcome.NO_LONGER_REQUIRED],
        not_comparable=outcomes[Outcome.NOT_COMPARABLE],
        without_result=without,
        gone=gone,
    )


def _shortfalls(people: Iterable[KeptPerson]) -> int:
    """Return how many shortfalls people have, a person and a competency each."""
    return sum(bool(each.shortfall) for person in people for each in person.levels.values())
