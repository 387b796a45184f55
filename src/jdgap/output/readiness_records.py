"""How ready people are for positions as plain records, the same for JSON and CSV."""

from collections.abc import Iterable, Iterator

from jdgap.gaps import SIGN_RULE, CompetencyGap, PersonGaps
from jdgap.gaps.readiness import Readiness
from jdgap.gaps.readiness_result import ReadinessResult
from jdgap.output.records import Record, assessment_record, problem_record, who_record
from jdgap.positions import Book, Position
from jdgap.text.language import translate as _

READINESS_COLUMNS = (
    *("employee_id", "name", "position_id", "position", "department", "round"),
    *("target_id", "target", "next_step", "held", "rank", "state"),
    *("required", "rated", "met", "shortfall", "largest_shortfall"),
    *("fit_pct", "met_pct", "coverage_pct"),
    *("blocking", "not_assessed", "not_applicable", "file", "sheet"),
)
"""The columns of the rows, one a person and target, in their order."""

_LISTS = ("blocking", "not_assessed", "not_applicable")


def readiness_document(book: Book, result: ReadinessResult) -> Record:
    """Return what `readiness --format json` prints, one shape for all four questions.

    Args:
        book: The job-description book.
        result: The answer to one of them.
    """
    targets = _targets(book, result)
    return {
        "gap_rule": _(SIGN_RULE),
        "round": result.round.round or None,
        "target": _target(book, result.asked.target) if result.asked.target else None,
        "readiness": [readiness_record(book, each) for each in result.readiness],
        "no_next_step": [_without(book, person) for person in result.no_next_step],
        "education": [{"target_id": each.id, "lines": [*each.education]} for each in targets],
        "experience": [{"target_id": each.id, "lines": [*each.experience]} for each in targets],
        "problems": [problem_record(problem) for problem in result.round.problems],
    }


def readiness_record(book: Book, each: Readiness) -> Record:
    """Return one person and one position."""
    record = assessment_record(book, each.gaps)
    results = {result["competency_id"]: result for result in record["results"]}

    def of(gaps: Iterable[CompetencyGap]) -> list[Record]:
        return [results[gap.competency.id] for gap in gaps]

    return {
        **who_record(book, each.gaps),
        "target_id": each.target.id,
        "target": each.target.title.text,
        "next_step": each.next_step,
        "held": each.held,
        "rank": each.rank,
        "state": each.state.value,
        "largest_shortfall": each.largest_shortfall if each.totals.rated else None,
        "totals": record["totals"],
        "blocking": of(each.blocking),
        "not_assessed": of(each.not_assessed),
        "not_applicable": of(each.not_applicable),
        "met": of(each.met),
    }


def readiness_rows(book: Book, result: ReadinessResult) -> Iterator[Record]:
    """Yield one row a person and target; who has no next step has a row without a target.

    Competencies are their ids, in order, with semicolons between.

    Args:
        book: The job-description book.
        result: The answer to one question.
    """
    for each in result.readiness:
        record = readiness_record(book, each)
        row = record | record["totals"]["all"]
        for key in _LISTS:
            row[key] = "; ".join(gap["competency_id"] for gap in record[key])
        yield {column: row[column] for column in READINESS_COLUMNS}
    for person in result.no_next_step:
        yield dict.fromkeys(READINESS_COLUMNS) | _known(who_record(book, person))


def _known(who: Record) -> Record:
    return {key: who[key] for key in READINESS_COLUMNS if key in who}


def _targets(book: Book, result: ReadinessResult) -> list[Position]:
    """Return the positions that people were compared with, in the book's order."""
    ids = {each.target.id for each in result.readiness}
    if result.asked.target:
        ids.add(result.asked.target.id)
    return [position for position in book.positions if position.id in ids]


def _target(book: Book, target: Position) -> Record:
    return {
        "id": target.id,
        "title": target.title.text,
        "department": book.department_name(target),
        "reports_to": book.superior_title(target),
        "reports_to_id": target.reports_to,
    }


def _without(book: Book, person: PersonGaps) -> Record:
    """Return somebody whose position reports to none of the book's, and to whom it does."""
    superior = book.superior_title(person.position) if person.position else None
    return {**who_record(book, person), "reports_to": superior}
