"""Readiness as records: one shape for all four questions, one row a person and target."""

import pytest

from answers import answer
from builders import book
from jdgap.assessments import NoLevel
from jdgap.gaps.readiness_result import Asked, readiness_result
from jdgap.output.readiness_records import (
    READINESS_COLUMNS,
    readiness_document,
    readiness_rows,
)
from jdgap.problems import Place, Problem
from report_rounds import a_result

HEAD = book().position_by_id["head-it"]
MET = dict(HEAD.required)
LOCKED = Problem("password-protected", Place("b.xlsx"))
ROUND = a_result(
    answer("S-1", MET | {"unity": 2, "trust": 3}),
    answer("S-2", MET | {"coaching": NoLevel.BLANK, "trust": NoLevel.NOT_APPLICABLE}),
    answer("S-3", MET, position="manager"),
    problems=[LOCKED],
)
QUESTIONS = [
    {"target": HEAD, "employee": "S-1"},
    {"employee": "S-1"},
    {"target": HEAD},
    {},
]


def asked(**what):
    return readiness_result(ROUND, book(), Asked(**what))


def document(**what):
    return readiness_document(book(), asked(**what))


@pytest.mark.parametrize("what", QUESTIONS)
def test_one_shape(what):
    """The same keys whatever is asked, in the document and in each entry."""
    found = document(**what)
    assert list(found) == [
        *("gap_rule", "round", "target", "readiness", "no_next_step"),
        *("education", "experience", "problems"),
    ]
    (first, *rest) = found["readiness"]
    assert all(list(each) == list(first) for each in rest)
    assert (found["target"] or {}).get("id") == ("head-it" if "target" in what else None)
    assert [each["code"] for each in found["problems"]] == ["password-protected"]


def test_an_entry():
    """Who, for what, how ready, and the competencies in parts, each with its cell."""
    (entry,) = document(target=HEAD, employee="S-1")["readiness"]
    assert [entry[key] for key in ("employee_id", "position_id", "target_id", "state")] == [
        *("S-1", "officer-it", "head-it", "not_yet")
    ]
    assert (entry["next_step"], entry["held"], entry["rank"]) == (True, False, None)
    assert entry["largest_shortfall"] == 2
    assert [
        (each["competency_id"], each["actual_level"], each["gap"], each["cell"])
        for each in entry["blocking"]
    ] == [("unity", 2, -2, "B8"), ("trust", 3, -1, "B18")]
    assert entry["totals"]["all"] == {
        "required": 12,
        "rated": 12,
        "met": 10,
        "shortfall": 3,
        "fit_pct": pytest.approx(100 * 42 / 45),
        "met_pct": pytest.approx(100 * 10 / 12),
        "coverage_pct": 100.0,
    }
    assert set(entry["totals"]) == {"core", "functional", "leadership", "all"}
    assert len(entry["met"]) == 10


def test_what_has_no_level_stands_apart():
    """Not assessed and not applicable are neither blocking nor met."""
    entry = next(
        each for each in document(target=HEAD)["readiness"] if each["employee_id"] == "S-2"
    )
    parts = ("blocking", "not_assessed", "not_applicable")
    assert [[gap["competency_id"] for gap in entry[part]] for part in parts] == [
        [],
        ["coaching"],
        ["trust"],
    ]
    assert (entry["state"], entry["largest_shortfall"]) == ("ready_as_assessed", 0)


def test_nothing_assessed_has_no_largest_shortfall():
    """Null, not zero."""
    round_ = a_result(answer("S-1", {"unity": NoLevel.BLANK}))
    found = readiness_document(book(), readiness_result(round_, book(), Asked(target=HEAD)))
    (entry,) = found["readiness"]
    assert (entry["largest_shortfall"], entry["totals"]["all"]["fit_pct"]) == (None, None)


def test_education_and_experience_of_each_target():
    """As lines of the book, once for each position that somebody was compared with."""
    found = document()
    assert [each["target_id"] for each in found["education"]] == ["head-it"]
    assert found["education"][0]["lines"] == list(HEAD.education)
    assert found["experience"][0]["lines"] == list(HEAD.experience)
    assert len(document(employee="S-1")["experience"]) == len(book().positions)


def test_who_has_no_next_step():
    """Told apart, with whom the position reports to."""
    (entry,) = document()["no_next_step"]
    manager = book().position_by_id["manager"]
    assert (entry["employee_id"], entry["reports_to"]) == ("S-3", book().superior_title(manager))


def test_rows():
    """Ids of competencies with semicolons between; nobody is lost."""
    rows = list(readiness_rows(book(), asked()))
    assert all(tuple(row) == READINESS_COLUMNS for row in rows)
    assert [(row["employee_id"], row["target_id"], row["state"]) for row in rows] == [
        ("S-1", "head-it", "not_yet"),
        ("S-2", "head-it", "ready_as_assessed"),
        ("S-3", None, None),
    ]
    assert [row["blocking"] for row in rows] == ["unity; trust", "", None]
    assert [row["not_assessed"] for row in rows] == ["", "coaching", None]
    assert [row["rated"] for row in rows] == [12, 10, None]
