"""The same employee twice in one run: counted once, or not at all; never both."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import combinations
from pathlib import Path

from jdgap.assessments.cells.person_names import may_be_one_person
from jdgap.assessments.model import Assessment, NoLevel
from jdgap.assessments.perhaps_one import perhaps_one_employee, written
from jdgap.problems import Place, Problem
from jdgap.text.names import id_key, name_key


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
    Identical answers count once. Of different ones the latest counts where all of them carry a
    time stamp; otherwise none does, as nobody can tell which is meant. So it is, too, where the
    names beside one id are of different people. Who may be one employee under two keys is told, and
    counts as two.

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
    for answers in by_employee.values():
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


def _chosen(
    answers: Sequence[Assessment], on_duplicate: OnDuplicate, modified: Callable[[str], float]
) -> Assessment | None:
    """Return the answer that counts, if it can be told."""
    if on_duplicate is OnDuplicate.ERROR and not _one_person(answers):
        return None  # somebody wrote another's id
    if _agree(answers):
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
    return newest[0] if _agree(newest) else None


def _agree(answers: Sequence[Assessment]) -> bool:
    first = _said(answers[0])
    positions = {each.position_id or each.position_written for each in answers}
    return len(positions - {""}) <= 1 and all(_said(each) == first for each in answers[1:])


def _one_person(answers: Sequence[Assessment]) -> bool:
    """Return whether the names beside one employee id may all be the same person's."""
    names = {each.name for each in answers}
    return all(may_be_one_person(one, other) for one, other in combinations(names, 2))


def _said(assessment: Assessment) -> object:
    """Return the levels and the checklist; what has no row says the same as what is left blank."""
    ratings = assessment.ratings.items()
    levels = {key: (each.self_level, each.supervisor_level) for key, each in ratings}
    blank = (NoLevel.BLANK, NoLevel.BLANK)
    knowledge = {
        (each.kind, name_key(each.item)): each.answer
        for each in assessment.knowledge
        if each.answer is not None
    }
    return {key: pair for key, pair in levels.items() if pair != blank}, knowledge


def _modified(file: str) -> float:
    return Path(file).stat().st_mtime


def _problems(answers: Sequence[Assessment], chosen: Assessment | None) -> Iterable[Problem]:
    """Yield a problem for every answer but the one that counts; where none does, for each."""
    for again in answers:
        if again is chosen:
            continue
        if chosen is None:
            code = "duplicate-employee"
        else:
            code = "repeated-employee" if _agree((again, chosen)) else "superseded-answer"
        other = chosen or (answers[0] if again is not answers[0] else answers[1])
        who = again.employee_id or again.name
        yield Problem(code, again.place, who, {"employee": who, "other": written(other.place)})
