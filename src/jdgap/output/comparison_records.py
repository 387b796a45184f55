"""Two rounds compared, as plain records, the same for JSON and CSV."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from jdgap.assessments.reports.model import KeptLevels, KeptPerson, KeptRound
from jdgap.gaps import SIGN_RULE, Totals
from jdgap.gaps.causes import (
    CHANGE_RULE,
    Causes,
    causes_by_competency,
    causes_by_department,
    causes_of_people,
    causes_of_person,
)
from jdgap.gaps.changes import (
    CompetencyChange,
    LevelChange,
    PersonChange,
    RequirementChange,
    RoundComparison,
    UnitChange,
)
from jdgap.output.records import Record, problem_record, totals_record, totals_records
from jdgap.output.then_and_now import Pair, SeverePeople, is_severe, severe_now
from jdgap.text.language import translate as _
from jdgap.text.names import name_key

CHANGE_COLUMNS = (
    *("round_then", "round_now", "employee_id", "name"),
    *("position_id_then", "position_then", "position_id_now", "position_now"),
    *("department_then", "department_now", "position_changed", "department_changed"),
    *("group", "competency_id", "competency", "required_then", "required_now"),
    *("actual_then", "actual_now", "gap_then", "gap_now"),
    *("person_change", "requirement_change", "gap_change", "outcome"),
)
"""The columns of the tidy rows, in their order."""


def comparison_document(comparison: RoundComparison) -> Record:
    """Return what `compare --format json` prints.

    Args:
        comparison: The two rounds.
    """
    return {
        "gap_rule": _(SIGN_RULE),
        "change_rule": _(CHANGE_RULE),
        "old": _round(comparison.old),
        "new": _round(comparison.new),
        "people": [_person(each) for each in comparison.people],
        "new_people": [_who(each) for each in comparison.new_people],
        "without_result": [_who(each) for each in comparison.without_result],
        "leavers": [_who(each) for each in comparison.leavers],
        "leavers_known": comparison.leavers_known,
        **_trend(comparison),
        "problems": [problem_record(each) for each in comparison.problems],
    }


def previous_record(comparison: RoundComparison) -> Record:
    """Return what a report says of the round before: all but its people and problems."""
    return {
        "change_rule": _(CHANGE_RULE),
        "old": _round(comparison.old),
        "people_in_both": len(comparison.people),
        "new_people": len(comparison.new_people),
        "without_result": len(comparison.without_result),
        "leavers": len(comparison.leavers),
        "leavers_known": comparison.leavers_known,
        **_trend(comparison),
    }


def change_rows(comparison: RoundComparison) -> Iterator[Record]:
    """Yield one row a person and competency, of those who are in both rounds.

    Args:
        comparison: The two rounds.
    """
    for person in comparison.people:
        then, now = person.then, person.now
        of_person = {
            "round_then": comparison.old.round or None,
            "round_now": comparison.new.round or None,
            "employee_id": now.employee_id or then.employee_id or None,
            "name": now.name or then.name or None,
            "position_id_then": then.position_id or None,
            "position_then": then.position or None,
            "position_id_now": now.position_id or None,
            "position_now": now.position or None,
            "department_then": then.department or None,
            "department_now": now.department or None,
            "position_changed": person.position_changed,
            "department_changed": person.department_changed,
        }
        for each in person.changes:
            record = of_person | _change(each)
            yield {column: record[column] for column in CHANGE_COLUMNS}


def _trend(comparison: RoundComparison) -> Record:
    """Return what is about nobody in particular."""
    by_department = causes_by_department(comparison.people)
    by_competency = causes_by_competency(comparison.people)
    severe = SeverePeople(comparison)
    whole = _unit(comparison.whole, causes_of_people(comparison.people), severe.in_whole())
    return {
        "organisation": whole,
        "departments": [
            {"department": each.name or None}
            | _unit(
                each,
                by_department.get(name_key(each.name), Causes()),
                severe.in_department(each),
            )
            for each in comparison.departments
        ],
        "competencies": [
            _competency(each, by_competency.get(each.competency.id, Causes()))
            for each in comparison.competencies
        ],
        "requirements": [_requirement(each) for each in comparison.requirements],
        "plan": asdict(comparison.plan),
    }


def _round(kept: KeptRound) -> Record:
    return {
        "round": kept.round or None,
        "source": kept.source,
        "people": len(kept.people),
        "made_on": kept.made_on or None,
    }


def _who(person: KeptPerson) -> Record:
    return {
        "employee_id": person.employee_id or None,
        "name": person.name or None,
        "position_id": person.position_id or None,
        "position": person.position or None,
        "department": person.department or None,
    }


def _person(person: PersonChange) -> Record:
    then, now = _who(person.then), _who(person.now)
    parts = ("position_id", "position", "department")
    return {
        "employee_id": now["employee_id"] or then["employee_id"],
        "name": now["name"] or then["name"],
        **{f"{part}_then": then[part] for part in parts},
        **{f"{part}_now": now[part] for part in parts},
        "position_changed": person.position_changed,
        "department_changed": person.department_changed,
        "totals_then": _totals(person.totals_then),
        "totals_now": _totals(person.totals_now),
        "severe_shortfalls_then": sum(is_severe(each.then) for each in person.changes),
        "severe_shortfalls_now": len(severe_now(person)),
        "causes": _causes(causes_of_person(person)),
        "changes": [_change(each) for each in person.changes],
    }


def _change(each: LevelChange) -> Record:
    return {
        "competency_id": each.competency.id,
        "competency": each.competency.name,
        "group": each.competency.group,
        **_levels(each.then, "then"),
        **_levels(each.now, "now"),
        "person_change": each.person_change,
        "requirement_change": each.requirement_change,
        "gap_change": each.gap_change,
        "outcome": each.outcome.value,
    }


def _levels(levels: KeptLevels | None, when: str) -> Record:
    return {
        f"required_{when}": levels.required_level if levels else None,
        f"actual_{when}": levels.actual_level if levels else None,
        f"gap_{when}": levels.gap if levels else None,
    }


def _unit(unit: UnitChange, causes: Causes, severe: Pair) -> Record:
    return {
        "people_then": unit.people_then,
        "people_now": unit.people_now,
        "totals_then": _by_group(unit.groups_then, unit.totals_then),
        "totals_now": _by_group(unit.groups_now, unit.totals_now),
        "people_severe_then": severe[0],
        "people_severe_now": severe[1],
        "same_people": unit.same_people,
        "same_people_then": _totals(unit.same_then),
        "same_people_now": _totals(unit.same_now),
        "causes": _causes(causes),
    }


def _by_group(groups: Mapping[str, Totals], whole: Totals | None) -> Record | None:
    return totals_records(groups, whole) if whole else None


def _totals(totals: Totals | None) -> Record | None:
    return totals_record(totals) if totals else None


def _causes(causes: Causes) -> Record:
    return {
        **asdict(causes),
        "person_change": causes.person_change,
        "requirement_change": causes.requirement_change,
        "gap_change": causes.gap_change,
    }


def _competency(each: CompetencyChange, causes: Causes) -> Record:
    return {
        "competency_id": each.competency.id,
        "competency": each.competency.name,
        "group": each.competency.group,
        "people_below_then": each.below_then,
        "people_below_now": each.below_now,
        "shortfall_then": each.shortfall_then,
        "shortfall_now": each.shortfall_now,
        "causes": _causes(causes),
        "outcomes": {outcome.value: count for outcome, count in each.outcomes.items()},
    }


def _requirement(each: RequirementChange) -> Record:
    return {
        "position_id": each.position_id,
        "position": each.position or None,
        "competency_id": each.competency.id,
        "competency": each.competency.name,
        "required_then": each.then,
        "required_now": each.now,
    }
