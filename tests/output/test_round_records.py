"""A round as records: the keys that programs rely on, and where each number comes from."""

import json

import pytest

from answers import answer, member
from builders import book
from jdgap.output.round_records import round_document, validation_document
from jdgap.problems import Place, Problem
from report_rounds import a_crowd, a_result, somebody, staff_of

PROBLEM = Problem("password-protected", Place("a.xlsx"))
TOTALS = ["required", "rated", "met", "shortfall", "fit_pct", "met_pct", "coverage_pct"]


def document(*people, **options):
    """The round of these people as a program reads it."""
    return json.loads(json.dumps(round_document(book(), a_result(*people, **options))))


def test_the_keys():
    """What is promised is there, and a person's row has totals of each group."""
    found = document(somebody())
    assert list(found) == [
        *("gap_rule", "round", "files", "assessed", "people_severe", "totals"),
        *("gap_distribution", "people"),
        *("departments", "training_needs", "roster", "missing", "problems"),
    ]
    (person,) = found["people"]
    assert list(person) == [
        *("file", "sheet", "employee_id", "name", "position_id", "position", "department"),
        *("round", "compared_with", "largest_shortfall", "severe_shortfalls", "totals"),
    ]
    for totals in (person["totals"], found["totals"]):
        assert list(totals) == [*(group.id for group in book().groups), "all"]
        assert list(totals["all"]) == TOTALS


def test_a_training_need():
    """Its numbers are of the whole organisation; those behind it come largest shortfall first."""
    people = [somebody("S-1", unity=-1), somebody("S-2", unity=-2), somebody("S-3", unity=None)]
    (need,) = document(*people)["training_needs"]
    assert need == {
        "competency_id": "unity",
        "competency": book().competency_by_id["unity"].name.text,
        "group": "core",
        "people_required": 3,
        "people_rated": 2,
        "people_below": 2,
        "people_severe": 1,
        "total_shortfall": 3,
        "largest_shortfall": 2,
        "mean_gap": -1.5,
        "fit_pct": 50.0,
        "employee_ids": ["S-2", "S-1"],
    }


def test_severe_shortfalls():
    """Of each person, department and competency, and of everybody: people, or ratings."""
    found = document(
        somebody("S-1", department="ก", unity=-2, integrity=-2),
        somebody("S-2", department="ก", unity=-1),
        somebody("S-3", department="ข", unity=-2),
    )
    assert [each["severe_shortfalls"] for each in found["people"]] == [2, 0, 1]
    first, second = found["departments"]
    assert (first["people_severe"], first["severe_shortfalls"]) == (1, 2)
    assert (second["people_severe"], second["severe_shortfalls"]) == (1, 1)
    severe = {each["competency_id"]: each["people_severe"] for each in first["competencies"]}
    assert (severe["unity"], severe["integrity"], severe["flexibility"]) == (1, 1, 0)
    assert found["people_severe"] == 2
    needs = {each["competency_id"]: each["people_severe"] for each in found["training_needs"]}
    assert needs == {"unity": 2, "integrity": 1}


def test_somebody_without_an_id():
    """The name stands for the id where there is none."""
    (need,) = document(somebody("", name="ก ข", unity=-1))["training_needs"]
    assert need["employee_ids"] == ["ก ข"]


def test_people_and_departments_add_up():
    """Shortfalls of people, departments and needs sum to the same."""
    found = document(*a_crowd(80))
    whole = found["totals"]["all"]["shortfall"]
    assert whole > 0
    for part in ("people", "departments"):
        assert sum(each["totals"]["all"]["shortfall"] for each in found[part]) == whole
    assert sum(each["total_shortfall"] for each in found["training_needs"]) == whole
    assert sum(each["people"] for each in found["departments"]) == found["assessed"] == 80
    spread = found["gap_distribution"]
    assert sum(max(0, -each["gap"]) * each["ratings"] for each in spread) == whole
    assert sum(each["ratings"] for each in spread) == found["totals"]["all"]["rated"]


def test_the_largest_shortfall_of_a_person():
    """Zero where nothing is below, and where nothing was rated."""
    required = book().position_by_id["officer-it"].required
    blank = dict.fromkeys(key.replace("-", "_") for key in required)
    people = [somebody("S-1", unity=-2, integrity=-1), somebody("S-2"), somebody("S-3", **blank)]
    assert [each["largest_shortfall"] for each in document(*people)["people"]] == [2, 0, 0]


def test_a_roster():
    """Who is expected, has answered, counts and is missing, as a whole and by department."""
    people = [somebody("S-1", department="บัญชี")]
    staff = (
        *staff_of(people),
        member("S-2", name="ข", department="บัญชี"),
        member("S-3", name="ค", position="head-it"),
    )
    found = document(*people, staff=staff, answered=(answer("S-2"),))
    assert found["roster"] == {
        "expected": 3,
        "answered": 2,
        "counted": 1,
        "answered_pct": pytest.approx(200 / 3),
    }
    (department,) = found["departments"]
    assert (department["roster"]["expected"], department["roster"]["answered"]) == (2, 2)
    assert found["missing"] == [
        {
            "employee_id": "S-3",
            "name": "ค",
            "position_id": "head-it",
            "position": book().position_by_id["head-it"].title.text,
            "department": None,
        }
    ]


def test_without_a_roster():
    """Nobody is missing where nobody is expected."""
    found = document(somebody())
    assert (found["roster"], found["missing"]) == (None, [])
    assert found["departments"][0]["roster"] is None


def test_nothing_at_all():
    """A round without an answer is a document, too; what is not known is null, not zero."""
    found = document(problems=[PROBLEM], round_="")
    assert (found["round"], found["assessed"], found["people"]) == (None, 0, [])
    assert found["totals"]["all"]["fit_pct"] is None
    assert [each["code"] for each in found["problems"]] == ["password-protected"]


def test_validation():
    """Only how much was read, how many count, and what is wrong."""
    found = validation_document(a_result(somebody(), problems=[PROBLEM]))
    assert list(found) == ["files", "assessed", "problems"]
    assert (found["files"], found["assessed"]) == (1, 1)
    assert [each["code"] for each in found["problems"]] == ["password-protected"]
