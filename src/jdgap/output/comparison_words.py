"""What every output says of two rounds: what became of a shortfall, and what did it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from jdgap.assessments.reports.model import KeptPerson
from jdgap.gaps.causes import Causes, causes_of_person, changed_by_requirement
from jdgap.gaps.changes import LevelChange, Outcome, PersonChange, RoundComparison
from jdgap.output.people_words import id_and_name
from jdgap.output.then_and_now import RequiredOnce
from jdgap.problems import Problem, Severity, worst_first
from jdgap.text.dates import long_date
from jdgap.text.language import mark
from jdgap.text.language import translate as _
from jdgap.text.rounds import round_in_words

OUTCOME_WORDS: Final[Mapping[Outcome, str]] = {
    Outcome.CLOSED: mark("shortfall closed"),
    Outcome.SMALLER: mark("shortfall smaller"),
    Outcome.SAME: mark("same shortfall"),
    Outcome.LARGER: mark("shortfall larger"),
    Outcome.OPENED: mark("new shortfall"),
    Outcome.MET: mark("met in both rounds"),
    Outcome.NEWLY_REQUIRED: mark("newly required"),
    Outcome.NO_LONGER_REQUIRED: mark("not required any more"),
    Outcome.NOT_COMPARABLE: mark("not comparable"),
}
"""English, translated late."""
SHORT_RULE: Final = mark(
    "People's shortfalls then and now leave out what is required in both rounds and was rated in"
    " one of them only."
)
"""What the shortfalls of people are made of, whose change says who is better off."""


def rounds_in_words(comparison: RoundComparison) -> str:
    """Return `2568 → 2569`; one of them where the other is not named."""
    rounds = (comparison.old.round, comparison.new.round)
    return " → ".join(filter(None, map(round_in_words, rounds)))


def plan_rows(comparison: RoundComparison) -> tuple[tuple[str, int], ...]:
    """Return what became of the older round's shortfalls, in words, and how many of them."""
    plan, people = comparison.plan, comparison.people
    less = changed_by_requirement(people, Outcome.SMALLER)
    more = changed_by_requirement(people, Outcome.LARGER)
    smaller, larger = _("smaller, still there"), _("larger")
    if less:
        smaller = _("smaller, still there ({count} only because less is required)").format(
            count=f"{less:,}"
        )
    if more:
        larger = _("larger ({count} only because more is required)").format(count=f"{more:,}")
    return (
        (_("closed: the person reached what was required"), plan.closed_by_person),
        (_("closed only because less is required now"), plan.closed_by_requirement),
        (_("not required any more"), plan.no_longer_required),
        (smaller, plan.smaller),
        (_("the same"), plan.same),
        (larger, plan.larger),
        (_("not comparable: not rated now"), plan.not_comparable),
        *_of_absent(comparison, _("of people who have no result now"), _("of people who left")),
    )


def plan_labels(comparison: RoundComparison) -> tuple[str, ...]:
    """Return the same in a word or two, for a chart, in the order of `plan_rows`."""
    absent = _of_absent(comparison, _("no result now"), _("gone"))
    return (
        _("closed by people"),
        _("less required"),
        _("not required any more"),
        _("smaller"),
        _("the same"),
        _("larger"),
        _("not comparable"),
        *(words for words, _count in absent),
    )


def _of_absent(
    comparison: RoundComparison, without_result: str, left: str
) -> tuple[tuple[str, int], ...]:
    """Return the shortfalls of people who are not in the newer round, in groups as `absent`."""
    plan = comparison.plan
    if not comparison.leavers_known:
        return ((without_result, plan.without_result + plan.gone),)
    return (without_result, plan.without_result), (left, plan.gone)


def absent(comparison: RoundComparison) -> tuple[tuple[str, tuple[KeptPerson, ...]], ...]:
    """Return who of the older round is not in the newer one, in groups with their names.

    Who left is known where the newer round has a list of staff; else there is one group.
    """
    without_result = _("No result now")
    if not comparison.leavers_known:
        return ((without_result, comparison.without_result + comparison.leavers),)
    return (
        (without_result, comparison.without_result),
        (_("No longer there"), comparison.leavers),
    )


def cause_words(causes: Causes, required_once: int) -> str:
    """Return what changed many levels, such as `people +12 -3, requirements +4`.

    Args:
        causes: What did it.
        required_once: How many levels are required in one of the rounds only.
    """
    words = (_("people {change}"), _("requirements {change}"), _("other positions {change}"))
    return _said(causes, required_once, words)


def cause_of_person(person: PersonChange) -> str:
    """Return the same of one person, such as `the person +1, the requirement +1`."""
    words = (
        _("the person {change}"),
        _("the requirement {change}"),
        _("the new position {change}"),
    )
    return _said(causes_of_person(person), RequiredOnce([person]).whole, words)


def _said(causes: Causes, required_once: int, words: tuple[str, str, str]) -> str:
    changes = (
        _up_and_down(causes.risen, causes.fallen),
        _up_and_down(causes.raised, causes.lowered),
        _up_and_down(causes.moved_up, causes.moved_down),
    )
    parts = [
        each.format(change=change) for each, change in zip(words, changes, strict=True) if change
    ]
    parts += _shortfalls_of_one_round(causes)
    if parts:
        return ", ".join(parts)
    if required_once:
        return _("required in one round only, without a shortfall")
    return _("no level changed") if causes.compared else _("not comparable")


def _shortfalls_of_one_round(causes: Causes) -> Iterator[str]:
    """Yield the levels short that came or went with what is required, or rated, in one round."""
    for words, count in (
        (_("newly required: {change} short"), causes.newly_required),
        (_("not required any more: {change} short"), -causes.no_longer_required),
        (_("rated only now: {change} short"), causes.newly_rated),
        (_("not rated any more: {change} short"), -causes.no_longer_rated),
    ):
        if count:
            yield words.format(change=f"{count:+,d}")


def _up_and_down(up: int, down: int) -> str:
    return " ".join(f"{sign}{value:,}" for sign, value in (("+", up), ("-", down)) if value)


def cause_of_change(person: PersonChange, change: LevelChange) -> str:
    """Return what changed one competency of somebody, such as `the person +1`."""
    if change.person_change is None or change.requirement_change is None:
        return _why_not_comparable(change)
    of_book = _("the requirement {change}")
    if person.position_changed:
        of_book = _("the new position {change}")
    parts = (
        (_("the person {change}"), change.person_change),
        (of_book, change.requirement_change),
    )
    said = [words.format(change=f"{value:+d}") for words, value in parts if value]
    return ", ".join(said) or _("no change")


def _why_not_comparable(change: LevelChange) -> str:
    if change.then is None:
        return _("newly required")
    if change.now is None:
        return _("not required any more")
    unrated = change.then.actual_level is None, change.now.actual_level is None
    if all(unrated):
        return _("not rated in either round")
    return _("not rated in the older round") if unrated[0] else _("not rated in the newer round")


def day_in_words(iso: str) -> str:
    """Return an ISO date as people write it; what is no date as it stands."""
    try:
        return long_date(date.fromisoformat(iso))
    except ValueError:
        return iso


def notable(problems: Iterable[Problem]) -> list[Problem]:
    """Return the errors, then the warnings; notes need no one's attention."""
    return [each for each in worst_first(problems) if each.severity is not Severity.INFO]


def moved_words(person: PersonChange) -> str:
    """Return whether somebody holds another position or is in another department, else ""."""
    changed = (
        (person.position_changed, _("other position")),
        (person.department_changed, _("other department")),
    )
    return ", ".join(words for applies, words in changed if applies)


def who(person: KeptPerson) -> str:
    """Return somebody's id and name."""
    return id_and_name(person.employee_id, person.name)


def moves(person: PersonChange) -> Iterator[tuple[str, str]]:
    """Yield what somebody left and what came in its place: a position, a department."""
    if person.position_changed:
        yield person.then.position, person.now.position
    if person.department_changed:
        none = _("No department")
        yield person.then.department or none, person.now.department or none
