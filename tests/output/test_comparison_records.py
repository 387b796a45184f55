"""Two rounds as JSON and CSV: what the library answers, and nothing else."""

import json

import pytest

from compared import a_comparison
from jdgap.gaps.causes import causes_of_people
from jdgap.output.comparison_records import (
    CHANGE_COLUMNS,
    change_rows,
    comparison_document,
    previous_record,
)
from jdgap.text.language import use_language


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


@pytest.fixture(scope="module")
def comparison():
    return a_comparison()


def test_each_person_is_as_the_library_has_it(comparison):
    document = json.loads(json.dumps(comparison_document(comparison)))
    assert [each["employee_id"] for each in document["people"]] == [
        "S-1",
        "S-2",
        "S-3",
        "S-4",
        "S-6",
    ]
    for record, person in zip(document["people"], comparison.people, strict=True):
        assert record["position_id_then"] == person.then.position_id
        assert record["position_id_now"] == person.now.position_id
        assert record["position_changed"] is person.position_changed
        assert record["department_changed"] is person.department_changed
        assert record["totals_then"]["fit_pct"] == person.totals_then.fit_pct
        assert record["totals_now"]["shortfall"] == person.totals_now.shortfall
        for said, change in zip(record["changes"], person.changes, strict=True):
            assert said["competency_id"] == change.competency.id
            for when, levels in (("then", change.then), ("now", change.now)):
                expected = (None, None, None)
                if levels:
                    expected = (levels.required_level, levels.actual_level, levels.gap)
                numbers = (said[f"{key}_{when}"] for key in ("required", "actual", "gap"))
                assert tuple(numbers) == expected
            assert said["person_change"] == change.person_change
            assert said["requirement_change"] == change.requirement_change
            assert said["gap_change"] == change.gap_change
            assert said["outcome"] == change.outcome.value


def test_the_organisation_and_its_parts(comparison):
    document = comparison_document(comparison)
    whole = comparison.whole
    said = document["organisation"]
    assert (said["people_then"], said["people_now"], said["same_people"]) == (6, 6, 5)
    assert said["totals_then"]["all"]["fit_pct"] == whole.totals_then.fit_pct
    assert said["totals_now"]["core"]["shortfall"] == whole.groups_now["core"].shortfall
    assert said["same_people_now"]["met_pct"] == whole.same_now.met_pct
    causes = causes_of_people(comparison.people)
    assert said["causes"]["risen"] == causes.risen == 2
    assert said["causes"]["fallen"] == causes.fallen == 2
    assert said["causes"]["moved_up"] == causes.moved_up == 2
    assert said["causes"]["lowered"] == causes.lowered == 1
    assert said["causes"]["gap_change"] == causes.gap_change == -1
    assert [each["department"] for each in document["departments"]] == ["บัญชี", "การเงิน"]
    assert {
        each["competency_id"]: each["people_below_now"] for each in document["competencies"]
    } == {
        "unity": 3,
        "trust": 1,
        "coaching": 0,
    }
    assert document["requirements"] == [
        {
            "position_id": "head",
            "position": "Title of head",
            "competency_id": "coaching",
            "competency": "Coaching",
            "required_then": 4,
            "required_now": 3,
        },
    ]
    trust = document["competencies"][1]
    assert (trust["shortfall_then"], trust["shortfall_now"]) == (0, 1)
    assert document["plan"] == {
        "shortfalls": 4,
        "closed_by_person": 1,
        "closed_by_requirement": 1,
        "smaller": 0,
        "same": 1,
        "larger": 0,
        "no_longer_required": 0,
        "not_comparable": 0,
        "without_result": 0,
        "gone": 1,
    }


def test_who_came_and_who_left(comparison):
    document = comparison_document(comparison)
    assert [each["name"] for each in document["new_people"]] == ["New"]
    assert [each["name"] for each in document["leavers"]] == ["Left"]
    assert document["old"] == {
        "round": "2568",
        "source": "old.xlsx",
        "people": 6,
        "made_on": None,
    }
    assert [each["code"] for each in document["problems"]] == ["missing-level"]


def test_the_rules_of_the_signs_are_stated(comparison):
    document = comparison_document(comparison)
    assert "actual level - required level" in document["gap_rule"]
    assert "newer round - older round" in document["change_rule"]


def test_a_row_for_each_person_and_competency(comparison):
    rows = list(change_rows(comparison))
    assert len(rows) == sum(len(each.changes) for each in comparison.people)
    assert all(tuple(row) == CHANGE_COLUMNS for row in rows)
    (moved,) = [row for row in rows if row["name"] == "Moved" and row["competency_id"] == "unity"]
    assert (moved["position_id_then"], moved["position_id_now"]) == ("clerk", "head")
    assert (moved["person_change"], moved["requirement_change"], moved["gap_change"]) == (1, 2, -1)
    (gone,) = [row for row in rows if row["name"] == "Moved" and row["competency_id"] == "trust"]
    assert (gone["required_now"], gone["gap_change"], gone["outcome"]) == (
        None,
        None,
        "no_longer_required",
    )


def test_what_a_report_says_of_the_round_before_names_nobody(comparison):
    record = previous_record(comparison)
    assert not {"people", "problems", "new"} & set(record)
    assert record["people_in_both"] == 5
    assert record["organisation"] == comparison_document(comparison)["organisation"]
    text = json.dumps(record, ensure_ascii=False)
    assert "Rose" not in text
