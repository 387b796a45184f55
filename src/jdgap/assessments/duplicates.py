"""The same employee twice in one run: counted once, or not at all; never both."""

from collections.abc import Iterable

from jdgap.assessments.model import Assessment
from jdgap.problems import Problem
from jdgap.text.names import name_key


def without_duplicates(
    assessments: Iterable[Assessment],
) -> tuple[list[Assessment], list[Problem]]:
    """Return the assessments that count, in their order, and what is wrong with the others.

    An employee is known by the id, or by the name where no id is given; each round is apart.
    Identical answers count once. Of different ones none counts, as nobody can tell which is meant.
    """
    by_employee: dict[tuple[object, str], list[Assessment]] = {}
    for assessment in assessments:
        # Without id and name it is reported as missing-employee, and may be anybody.
        who = name_key(assessment.employee_id) or name_key(assessment.name) or assessment.place
        by_employee.setdefault((who, assessment.round), []).append(assessment)
    kept: list[Assessment] = []
    problems: list[Problem] = []
    for first, *others in by_employee.values():
        differ = any(_answers(each) != _answers(first) for each in others)
        kept += [] if differ else [first]
        problems += [_problem(each, first, differ=differ) for each in others]
    return kept, problems


def _answers(assessment: Assessment) -> object:
    ratings = assessment.ratings.items()
    levels = {key: (each.self_level, each.supervisor_level) for key, each in ratings}
    return assessment.position_id, levels


def _problem(again: Assessment, first: Assessment, *, differ: bool) -> Problem:
    who = again.employee_id or again.name
    code = "duplicate-employee" if differ else "repeated-employee"
    other = f"{first.place.file} › {first.place.sheet}"
    return Problem(code, again.place, who, {"employee": who, "other": other})
