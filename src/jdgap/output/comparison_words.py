"""What every output says of two rounds: what became of a shortfall, and what did it."""

from collections.abc import Iterator, Mapping
from typing import Final

from jdgap.assessments.reports.model import KeptPerson
from jdgap.gaps.causes import Causes, changed_by_requirement
from jdgap.gaps.changes import LevelChange, Outcome, PersonChange, RoundComparison
from jdgap.text.language import mark
from jdgap.text.language import translate as _

OUTCOME_WORDS: Final[Mapping[Outcome, str]] = {
    Outcome.CLOSED: mark("shortfall closed"),
    Outcome.SMALLER: mark("shortfall smaller"),
    Outcome.SAME: mark("same shortfall"),
    Outcome.LARGER: mark("shortfall larger"),
    Outcome.OPENED: mark("new shortfall"),
    Outcome.MET: mark("met in both rounds"),
    Outcome.NOT_COMPARABLE: mark("not comparable"),
}
"""English, translated late."""


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
        (smaller, plan.smaller),
        (_("the same"), plan.same),
        (larger, plan.larger),
        (_("not comparable: not rated, or not required now"), plan.not_comparable),
        (_("gone: the person is not in the newer round"), plan.gone),
    )


def plan_labels() -> tuple[str, ...]:
    """Return the same in a word or two, for a chart, in the order of `plan_rows`."""
    return (
        _("closed by people"),
        _("less required"),
        _("smaller"),
        _("the same"),
        _("larger"),
        _("not comparable"),
        _("gone"),
    )


def cause_words(causes: Causes) -> str:
    """Return what changed many levels, such as `people +12 -3, requirements +4`."""
    words = (_("people {change}"), _("requirements {change}"), _("other positions {change}"))
    return _said(causes, words)


def cause_of_person(causes: Causes) -> str:
    """Return the same of one person, such as `the person +1, the requirement +1`."""
    words = (
        _("the person {change}"),
        _("the requirement {change}"),
        _("the new position {change}"),
    )
    return _said(causes, words)


def _said(causes: Causes, words: tuple[str, str, str]) -> str:
    if not causes.compared:
        return _("not comparable")
    changes = (
        _up_and_down(causes.risen, causes.fallen),
        _up_and_down(causes.raised, causes.lowered),
        _up_and_down(causes.moved_up, causes.moved_down),
    )
    parts = (
        each.format(change=change) for each, change in zip(words, changes, strict=True) if change
    )
    return ", ".join(parts) or _("no level changed")


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
        return _("not required in the older round")
    if change.now is None:
        return _("not required any more")
    unrated = change.then.actual_level is None, change.now.actual_level is None
    if all(unrated):
        return _("not rated in either round")
    return _("not rated in the older round") if unrated[0] else _("not rated in the newer round")


def moved_words(person: PersonChange) -> str:
    """Return whether somebody holds another position or is in another department, else ""."""
    changed = (
        (person.position_changed, _("other position")),
        (person.department_changed, _("other department")),
    )
    return ", ".join(words for applies, words in changed if applies)


def who(person: KeptPerson) -> str:
    """Return somebody's id and name."""
    return " ".join(dict.fromkeys(word for word in (person.employee_id, person.name) if word))


def moves(person: PersonChange) -> Iterator[tuple[str, str]]:
    """Yield what somebody left and what came in its place: a position, a department."""
    if person.position_changed:
        yield person.then.position, person.now.position
    if person.department_changed:
        none = _("No department")
        yield person.then.department or none, person.now.department or none
