"""Results as plain records, the same for JSON and CSV."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from jdgap.gaps import SIGN_RULE, CompetencyGap, PersonGaps, Totals, UnrequiredRating
from jdgap.positions import Book, Position
from jdgap.positions.model import ALL_GROUPS
from jdgap.problems import Problem
from jdgap.text.language import translate as _

Record: TypeAlias = dict[str, Any]

GAP_COLUMNS = (
    *("round", "employee_id", "name", "position_id", "position", "department"),
    *("group", "competency_id", "competency"),
    *("required_level", "self_level", "supervisor_level", "actual_level"),
    *("gap", "shortfall", "status", "file", "sheet", "cell"),
)
"""The columns of the tidy rows, in their order."""

POSITION_COLUMNS = (
    *("id", "title", "department", "reports_to", "reports_to_id"),
    *("competency_id", "competency", "group", "level"),
)
"""The columns of the rows of positions, in their order."""

PROBLEM_COLUMNS = (
    *("severity", "code", "file", "sheet", "cell"),
    *("value", "message", "remedy", "title"),
)
"""The columns of the rows of problems, in their order."""


def check_document(book: Book, people: Sequence[PersonGaps], problems: Sequence[Problem]) -> Record:
    """Return what `check --format json` prints.

    Args:
        book: The job-description book.
        people: Each with the position compared with.
        problems: Those of the input.
    """
    return {
        "gap_rule": _(SIGN_RULE),
        "assessments": [assessment_record(book, person) for person in people],
        "problems": [problem_record(problem) for problem in problems],
    }


def assessment_record(book: Book, person: PersonGaps) -> Record:
    """Return one person against one position."""
    return {
        **who_record(book, person),
        "compared_with": person.compared_with.id,
        "results": [_result(person, each) for each in person.results],
        "not_required": [_not_required(each) for each in person.not_required],
        "totals": totals_records(person.totals_by_group, person.totals),
        **_knowledge(person),
    }


def who_record(book: Book, person: PersonGaps) -> Record:
    """Return who an assessment is about, and where it stands."""
    assessment = person.assessment
    return {
        "file": assessment.place.file,
        "sheet": assessment.place.sheet,
        "employee_id": assessment.employee_id or None,
        "name": assessment.name or None,
        "position_id": person.position.id if person.position else None,
        "position": person.position_title,
        "department": person.department_name(book) or None,
        "round": assessment.round or None,
    }


def _result(person: PersonGaps, each: CompetencyGap) -> Record:
    return {
        "competency_id": each.competency.id,
        "competency": each.competency.name.text,
        "group": each.competency.group,
        "required_level": each.required_level,
        "self_level": each.self_level,
        "supervisor_level": each.supervisor_level,
        "actual_level": each.actual_level,
        "gap": each.gap,
        "shortfall": each.shortfall,
        "status": each.status.value,
        "cell": person.place_of(each).cell or None,
    }


def _not_required(each: UnrequiredRating) -> Record:
    return {
        "competency_id": each.competency.id,
        "competency": each.competency.name.text,
        "group": each.competency.group,
        "self_level": each.self_level,
        "supervisor_level": each.supervisor_level,
        "cell": each.place.cell or None,
    }


def _knowledge(person: PersonGaps) -> Record:
    answers = person.assessment.knowledge
    if not answers:
        return {}
    from jdgap.output.knowledge_records import checklist_records  # most have no checklist

    return {"knowledge": checklist_records(answers)}


def totals_records(by_group: Mapping[str, Totals], whole: Totals) -> Record:
    """Return the totals of each group id, and of `all`."""
    groups = {group: totals_record(each) for group, each in by_group.items()}
    return groups | {ALL_GROUPS: totals_record(whole)}


def totals_record(each: Totals) -> Record:
    """Return the totals of some competencies."""
    return {
        "required": each.required,
        "rated": each.rated,
        "met": each.met,
        "shortfall": each.shortfall,
        "fit_pct": each.fit_pct,
        "met_pct": each.met_pct,
        "coverage_pct": each.coverage_pct,
    }


def problem_record(problem: Problem) -> Record:
    """Return one problem, with its words in the language in use."""
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "file": problem.place.file,
        "sheet": problem.place.sheet or None,
        "cell": problem.place.cell or None,
        "value": problem.value or None,
        "message": problem.message(),
        "remedy": problem.remedy(),
        "title": _(problem.kind.title),
    }


def gap_rows(book: Book, people: Iterable[PersonGaps]) -> Iterator[Record]:
    """Yield the tidy rows, one a person and required competency; docs/analysts.md has the columns.

    Args:
        book: The job-description book.
        people: Each with the position compared with.
    """
    for person in people:
        who = who_record(book, person)
        for each in person.results:
            record = who | _result(person, each)
            yield {column: record[column] for column in GAP_COLUMNS}


def positions_document(book: Book, positions: Iterable[Position]) -> Record:
    """Return what `positions list|show --format json` prints.

    Args:
        book: The job-description book.
        positions: Those of the book that are wanted.
    """
    return {"positions": [position_record(book, position) for position in positions]}


def position_record(book: Book, position: Position) -> Record:
    """Return one position with everything its sheet in the book says."""
    return {
        "id": position.id,
        "title": position.title.text,
        "department": book.department_name(position),
        "reports_to": book.superior_title(position),
        "reports_to_id": position.reports_to,
        "required": [
            {
                "competency_id": competency.id,
                "competency": competency.name.text,
                "group": competency.group,
                "level": position.required[competency.id],
            }
            for competency in book.required_competencies(position)
        ],
        "purpose": "\n".join(position.purpose) or None,
        "responsibilities": [each.model_dump(mode="json") for each in position.responsibilities],
        "relationships": [each.model_dump(mode="json") for each in position.relationships],
        "education": "\n".join(position.education) or None,
        "experience": "\n".join(position.experience) or None,
        "knowledge": list(position.knowledge),
        "skills": list(position.skills),
    }


def position_rows(book: Book, positions: Iterable[Position]) -> Iterator[Record]:
    """Yield one row a position and required competency."""
    for position in positions:
        record = position_record(book, position)
        for required in record["required"]:
            row = record | required
            yield {column: row[column] for column in POSITION_COLUMNS}
