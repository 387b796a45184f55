"""The result of a round as plain records, the same for JSON and CSV."""

from jdgap.assessments.roster.roster import StaffMember
from jdgap.gaps import SIGN_RULE, PersonGaps
from jdgap.gaps.attendance import Attendance, Completion
from jdgap.gaps.organisation import CompetencySummary, TrainingNeed, UnitGaps
from jdgap.gaps.round import RoundResult
from jdgap.output.knowledge_records import knowledge_need_records
from jdgap.output.records import Record, problem_record, totals_records, who_record
from jdgap.positions import Book
from jdgap.text.language import translate as _


def round_document(book: Book, result: RoundResult) -> Record:
    """Return what `report --format json` prints.

    Args:
        book: The job-description book.
        result: The round.
    """
    whole = result.organisation.whole
    return {
        "gap_rule": _(SIGN_RULE),
        "round": result.round or None,
        "files": result.files,
        "assessed": len(result.people),
        "people_severe": whole.people_severe,
        "totals": totals_records(whole.totals_by_group, whole.totals),
        "gap_distribution": [
            {"gap": gap, "ratings": ratings}
            for gap, ratings in result.organisation.distribution.items()
        ],
        "people": [_person(book, person) for person in result.people],
        "departments": [
            _department(unit, result.attendance) for unit in result.organisation.departments
        ],
        "training_needs": [_need(need) for need in result.organisation.needs],
        **knowledge_need_records(book, result.people),
        "roster": _completion(result.attendance.whole) if result.attendance else None,
        "missing": [
            _missing(book, member)
            for member in (result.attendance.missing if result.attendance else ())
        ],
        "problems": [problem_record(problem) for problem in result.problems],
    }


def validation_document(result: RoundResult) -> Record:
    """Return what `validate --format json` prints.

    Args:
        result: The round.
    """
    return {
        "files": result.files,
        "assessed": len(result.people),
        "problems": [problem_record(problem) for problem in result.problems],
    }


def _person(book: Book, person: PersonGaps) -> Record:
    return {
        **who_record(book, person),
        "compared_with": person.compared_with.id,
        "largest_shortfall": max((each.shortfall or 0 for each in person.results), default=0),
        "severe_shortfalls": sum(each.is_severe for each in person.results),
        "totals": totals_records(person.totals_by_group, person.totals),
    }


def _department(unit: UnitGaps, attendance: Attendance | None) -> Record:
    staffed = attendance.departments if attendance else ()
    completion = next((each for each in staffed if each.department == unit.name), None)
    return {
        "department": unit.name or None,
        "people": unit.people,
        "people_severe": unit.people_severe,
        "severe_shortfalls": unit.severe_shortfalls(),
        "roster": _completion(completion) if completion else None,
        "totals": totals_records(unit.totals_by_group, unit.totals),
        "competencies": [_summary(each) for each in unit.competencies.values()],
    }


def _completion(completion: Completion) -> Record:
    return {
        "expected": completion.expected,
        "answered": completion.answered,
        "counted": completion.counted,
        "answered_pct": completion.answered_pct,
    }


def _summary(summary: CompetencySummary) -> Record:
    return {
        "competency_id": summary.competency.id,
        "competency": summary.competency.name.text,
        "group": summary.competency.group,
        "people_required": summary.required,
        "people_rated": summary.rated,
        "people_below": summary.below,
        "people_severe": summary.severe,
        "total_shortfall": summary.shortfall,
        "largest_shortfall": summary.largest_shortfall,
        "mean_gap": summary.mean_gap,
        "fit_pct": summary.fit_pct,
    }


def _need(need: TrainingNeed) -> Record:
    ids = [each.assessment.employee_id or each.assessment.name for each in need.people]
    return {**_summary(need.summary), "employee_ids": ids}


def _missing(book: Book, member: StaffMember) -> Record:
    position = book.position_by_id.get(member.position_id or "")
    return {
        "employee_id": member.employee_id,
        "name": member.name,
        "position_id": member.position_id,
        "position": position.title.text if position else member.position_written or None,
        "department": member.department or None,
    }
