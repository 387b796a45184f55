"""The two rounds of the made-up office compared: the numbers of plain loops over the tidy rows."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from builders import book
from jdgap.gaps.changes import Outcome
from jdgap.output.records import gap_rows
from jdgap.output.report.book import write_report
from jdgap.text.language import use_language
from jdgap.workflows.comparing import compare_files
from jdgap.workflows.round import assess_round

EXAMPLES = Path(__file__).parents[2] / "examples"
OLD, NEW = EXAMPLES / "2568", EXAMPLES / "2569"
ROSTER = "roster.xlsx"

pytestmark = pytest.mark.usefixtures("nothing_set")


@pytest.fixture(scope="module")
def results():
    return [assess_round([year], book(), roster=year / ROSTER) for year in (OLD, NEW)]


@pytest.fixture(scope="module")
def rows(results):
    """Each round's tidy rows by employee id and competency id, as the CSV has them."""
    return [
        {
            (each["employee_id"], each["competency_id"]): each
            for each in gap_rows(book(), one.people)
        }
        for one in results
    ]


@pytest.fixture(scope="module", params=["forms", "reports", "one of each"])
def comparison(request, results, tmp_path_factory):
    """The two rounds compared, from the forms themselves or from reports, one of them in English."""
    folder = tmp_path_factory.mktemp("reports")
    paths = []
    for name, language, result in zip(("old", "new"), ("en", "th"), results, strict=True):
        use_language(language)
        paths.append(folder / f"{name}.xlsx")
        write_report(paths[-1], book(), result, individual=False)
    use_language("th")
    if request.param == "forms":
        return compare_files(OLD, NEW, book(), old_roster=OLD / ROSTER, new_roster=NEW / ROSTER)
    if request.param == "reports":
        return compare_files(*paths, book())
    return compare_files(paths[0], NEW, book(), new_roster=NEW / ROSTER)


@cache
def on_the_roster():
    """The employee ids of the newer round's list of staff."""
    rows = openpyxl.load_workbook(NEW / ROSTER).worksheets[0].iter_rows(values_only=True)
    return {cell for row in rows for cell in row if re.fullmatch(r"S-\d+", str(cell))}


def people_of(rows):
    return {employee for employee, _competency in rows}


def test_who_stayed_came_and_left(comparison, rows):
    then, now = map(people_of, rows)
    assert {each.now.employee_id for each in comparison.people} == then & now
    assert {each.employee_id for each in comparison.new_people} == now - then
    staff = on_the_roster()
    assert comparison.leavers_known
    assert {each.employee_id for each in comparison.without_result} == (then - now) & staff
    assert {each.employee_id for each in comparison.leavers} == then - now - staff
    assert comparison.without_result
    assert comparison.leavers


def test_every_change_of_everybody(comparison, rows):
    then, now = rows
    expected = {}
    for key in then.keys() | now.keys():
        before, after = then.get(key), now.get(key)
        if key[0] not in people_of(then) & people_of(now):
            continue
        parts = [None, None, None]
        if before and after:
            parts[1] = after["required_level"] - before["required_level"]
            if before["actual_level"] is not None and after["actual_level"] is not None:
                parts[0] = after["actual_level"] - before["actual_level"]
                parts[2] = after["gap"] - before["gap"]
        expected[key] = parts
    found = {
        (one.now.employee_id, each.competency.id): [
            each.person_change,
            each.requirement_change,
            each.gap_change,
        ]
        for one in comparison.people
        for each in one.changes
    }
    assert found == expected
    assert any(person and person != gap for person, _required, gap in found.values()) or any(
        person for person, _required, _gap in found.values()
    )


def test_what_became_of_the_shortfalls(comparison, rows):
    then, now = rows
    counts = defaultdict(int)
    for key, before in then.items():
        if not before["shortfall"]:
            continue
        counts["shortfalls"] += 1
        after = now.get(key)
        if key[0] not in people_of(now):
            counts["without_result" if key[0] in on_the_roster() else "gone"] += 1
        elif after is None:
            counts["no_longer_required"] += 1
        elif after["shortfall"] is None:
            counts["not_comparable"] += 1
        elif after["shortfall"] == 0:
            reached = after["actual_level"] >= before["required_level"]
            counts["closed_by_person" if reached else "closed_by_requirement"] += 1
        elif after["shortfall"] < before["shortfall"]:
            counts["smaller"] += 1
        elif after["shortfall"] > before["shortfall"]:
            counts["larger"] += 1
        else:
            counts["same"] += 1
    plan = comparison.plan
    names = ("shortfalls", "closed_by_person", "closed_by_requirement", "smaller", "same", "larger")
    for name in (*names, "no_longer_required", "not_comparable", "without_result", "gone"):
        assert getattr(plan, name) == counts[name], name
    assert plan.closed_by_person > 0


def fit(rows):
    rated = [each for each in rows if each["actual_level"] is not None]
    reached = sum(min(each["actual_level"], each["required_level"]) for each in rated)
    return 100 * reached / sum(each["required_level"] for each in rated)


def test_the_organisation_and_its_departments(comparison, rows):
    for totals, people, one in (
        ("totals_then", "people_then", rows[0]),
        ("totals_now", "people_now", rows[1]),
    ):
        departments = defaultdict(list)
        for row in one.values():
            departments[""].append(row)
            departments[row["department"] or "-"].append(row)
        units = {each.name or "-": each for each in comparison.departments}
        for name, members in departments.items():
            unit = units[name] if name else comparison.whole
            sums = getattr(unit, totals)
            assert getattr(unit, people) == len({each["employee_id"] for each in members})
            assert sums.shortfall == sum(each["shortfall"] or 0 for each in members)
            assert sums.required == len(members)
            assert sums.fit_pct == pytest.approx(fit(members))


def test_the_competencies(comparison, rows):
    then, now = rows
    for each in comparison.competencies:
        for one, below, shortfall in (
            (then, each.below_then, each.shortfall_then),
            (now, each.below_now, each.shortfall_now),
        ):
            column = [
                row["shortfall"] or 0
                for row in one.values()
                if row["competency_id"] == each.competency.id
            ]
            assert (below, shortfall) == (sum(map(bool, column)), sum(column))
    closed = sum(each.outcomes[Outcome.CLOSED] for each in comparison.competencies)
    assert closed == comparison.plan.closed_by_person + comparison.plan.closed_by_requirement


def test_reports_say_what_the_forms_say(results, tmp_path):
    """Last year's report read back gives exactly last year's numbers."""
    paths = []
    for name, result in zip(("old", "new"), results, strict=True):
        paths.append(tmp_path / f"{name}.xlsx")
        write_report(paths[-1], book(), result, individual=False)
    reports = compare_files(*paths, book())
    forms = compare_files(OLD, NEW, book(), old_roster=OLD / ROSTER, new_roster=NEW / ROSTER)
    for part in ("whole", "departments", "competencies", "requirements", "plan"):
        assert getattr(reports, part) == getattr(forms, part), part
    assert [each.changes for each in reports.people] == [each.changes for each in forms.people]
    assert reports.problems == ()
