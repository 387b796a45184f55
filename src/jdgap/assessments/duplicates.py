"""The same employee twice in one run: counted once, or not at all; never both."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final

from jdgap.assessments.agreement import agree, joined, only_rater, raters_apart, two_people
from jdgap.assessments.model import Assessment
from jdgap.assessments.perhaps_one import perhaps_one_employee
from jdgap.problems import Place, Problem
from jdgap.text.names import id_key, name_key

_NO_FACTS: Final[Mapping[str, object]] = MappingProxyType({})


class OnDuplicate(StrEnum):
    """What happens to different answers of one employee that carry no time stamps."""

    ERROR = "error"
    """None counts."""
    LATEST = "latest"
    """The latest file counts, and in a file what stands last."""


def without_duplicates(
    assessments: Iterable[Assessment],
    on_duplicate: OnDuplicate = OnDuplicate.ERROR,
    modified: Callable[[str], float] | None = None,
) -> tuple[list[Assessment], list[Problem]]:
    """Return the assessments that count, in their order, and what is wrong with the others.

    An employee is known by the id, or by the name where no id is given; each round is apart.
    Identical answers count once. Two rows of a table with a rater each are one answer. Of different
    ones the latest counts where all of them carry a time stamp; otherwise none does, as nobody can
    tell which is meant. So it is, too, where the names beside one id are of different people, and
    where each rater's levels stand on a sheet of their own. Who may be one employee under two keys
    is told, and counts as two.

    Args:
        assessments: In the order of files, sheets and rows.
        on_duplicate: What to do where there are no time stamps.
        modified: When a file was changed, in seconds; the file system is asked where None.
    """
    by_employee: dict[tuple[str | Place, str], list[Assessment]] = {}
    for assessment in assessments:
        by_employee.setdefault((employee_key(assessment), assessment.round), []).append(assessment)
    kept: list[Assessment] = []
    problems: list[Problem] = []
    for found in by_employee.values():
        answers = joined(found) if len(found) > 1 else found
        if len(answers) == 1:
            kept += answers
            continue
        chosen = _chosen(answers, on_duplicate, modified or _modified)
        kept += [chosen] if chosen else []
        problems += _problems(answers, chosen)
    problems += perhaps_one_employee(by_employee)
    return kept, problems


def employee_key(assessment: Assessment) -> str | Place:
    """Return what an employee is known by: the id, else the name.

    Without either the answer is reported as missing-employee, and may be anybody's.
    """
    return id_key(assessment.employee_id) or name_key(assessment.name) or assessment.place


def is_employee(assessment: Assessment, asked: str) -> bool:
    """Return whether it is the employee with the id or the name that was asked for."""
    by_id, by_name = id_key(asked), name_key(asked)
    return (by_id != "" and by_id == id_key(assessment.employee_id)) or (
        by_name != "" and by_name == name_key(assessment.name)
    )


def _chosen(
    answers: Sequence[Assessment], on_duplicate: OnDuplicate, modified: Callable[[str], float]
) -> Assessment | None:
    """Return the answer that counts, if it can be told."""
    if on_duplicate is OnDuplicate.ERROR and (two_people(answers) or raters_apart(answers)):
        return None  # somebody wrote another's id, or no answer is the whole one
    if agree(answers):
        return next((each for each in answers if each.position_id), answers[0])
    stamps = [each.submitted for each in answers if each.submitted]
    if len(stamps) == len(answers):
        return _last(answers, stamps)
    if on_duplicate is OnDuplicate.ERROR:
        return None
    files = {each.place.file for each in answers}
    if len(files) == 1:
        return answers[-1]
    times = [
        each.submitted or datetime.fromtimestamp(modified(each.place.file))  # noqa: DTZ006 (stamps are local)
        for each in answers
    ]
    return _last(answers, times)


def _last(answers: Sequence[Assessment], times: Sequence[datetime]) -> Assessment | None:
    """Return the latest answer; None where several that differ are the latest."""
    latest = max(times)
    newest = [each for each, time in zip(answers, times, strict=True) if time == latest]
    return newest[0] if agree(newest) else None


def _modified(file: str) -> float:
    return Path(file).stat().st_mtime


def _problems(answers: Sequence[Assessment], chosen: Assessment | None) -> Iterable[Problem]:
    """Yield a problem for every answer but the one that counts; where none does, for each."""
    if chosen is None:
        yield from _uncounted(answers)
        return
    for again in answers:
        if again is not chosen:
            code = "repeated-employee" if agree((again, chosen)) else "superseded-answer"
            yield _problem(code, again, chosen)


def _uncounted(answers: Sequence[Assessment]) -> Iterable[Problem]:
    """Yield a problem for each answer, saying why none of them counts."""
    if pair := two_people(answers):
        for each in answers:
            facts, other = _names(each, answers, pair)
            yield _problem("one-id-two-people", each, other, facts)
    elif raters_apart(answers):
        for each in answers:
            other = next(one for one in answers if only_rater(one) is not only_rater(each))
            rater = only_rater(other)
            facts = {"rater": rater.value if rater else ""}
            yield _problem("raters-apart", each, other, facts)
    else:
        for each in answers:
            other = answers[0] if each is not answers[0] else answers[1]
            yield _problem("duplicate-employee", each, other)


def _names(
    answer: Assessment, answers: Iterable[Assessment], pair: tuple[Assessment, Assessment]
) -> tuple[dict[str, object], Assessment]:
    """Return the two names beside an id, this answer's own if it may be, and where the other is."""
    pairs = (two_people((answer, each)) for each in answers)
    one, other = next(filter(None, pairs), pair)
    return {"found": one.name, "wanted": other.name}, other


def _problem(
    code: str, again: Assessment, other: Assessment, facts: Mapping[str, object] = _NO_FACTS
) -> Problem:
    who = again.employee_id or again.name
    found = {"employee": who, "other": other.place.written, **facts}
    return Problem(code, again.place, who, found)
