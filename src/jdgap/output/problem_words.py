"""What every output says of problems and missing answers: how bad, how many, what was found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jdgap.problems import Problem, Severity
from jdgap.problems.problem import facts_of
from jdgap.text.language import mark
from jdgap.text.language import translate as _

if TYPE_CHECKING:  # a check, which starts often, knows of no list of staff
    from jdgap.gaps.attendance import Attendance

SEVERITY_WORDS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: mark("error"),
    Severity.WARNING: mark("warning"),
    Severity.INFO: mark("note"),
}
"""English, translated late; the worst first."""

_NUMBERS: Final = {
    Severity.ERROR: mark("errors: {count}"),
    Severity.WARNING: mark("warnings: {count}"),
    Severity.INFO: mark("notes: {count}"),
}


def counted(problems: Iterable[Problem]) -> str:
    """Return how many problems there are of each severity."""
    counts = Counter(problem.severity for problem in problems)
    return _("Errors: {errors}, warnings: {warnings}, notes: {notes}").format(
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.INFO],
    )


def counted_shortly(problems: Iterable[Problem]) -> str:
    """Return how many problems there are of those severities that there are."""
    counts = Counter(problem.severity for problem in problems)
    return ", ".join(
        _(words).format(count=counts[severity])
        for severity, words in _NUMBERS.items()
        if counts[severity]
    )


def about_missing(attendance: "Attendance | None") -> str:
    """Return how many have not answered, in a sentence."""
    if attendance is None:
        return _("Who has not answered is not known: no list of staff was given.")
    if not attendance.missing:
        return _("Everybody on the list of staff has answered.")
    return _("Not answered: {count} of {expected} on the list of staff").format(
        count=len(attendance.missing), expected=attendance.whole.expected
    )


def message_with_value(problem: Problem) -> str:
    """Return what is wrong, and the value as found where the message does not hold it."""
    message = problem.message()
    if not problem.value or _is_said(problem):
        return message
    found = _("Found: “{value}”").format(value=problem.value)
    return f"{message} {found}"


def _is_said(problem: Problem) -> bool:
    """Return whether the message holds the value, or the facts that the value is made of."""
    templates = (problem.kind.message, *problem.said_besides())
    asked = set().union(*map(facts_of, templates))
    if "value" in asked:
        return True
    said = list(_parts(problem.facts[name] for name in asked & problem.facts.keys()))
    rest = problem.value
    is_cut, start = rest.endswith("…"), rest.removesuffix("…")  # sooner than a fact is
    if any(part == rest or (is_cut and part.startswith(start)) for part in said):
        return True
    for part in sorted(said, key=len, reverse=True):  # a short one may stand in a longer one
        rest = rest.replace(part, "")
    return not any(character.isalnum() for character in rest)


def _parts(facts: Iterable[object]) -> Iterator[str]:
    for fact in facts:
        yield from map(str, fact if isinstance(fact, (list, tuple)) else (fact,))
