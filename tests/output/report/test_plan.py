"""The development plan: a line for each shortfall, and room for what will be done."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from builders import book
from jdgap.assessments.activities.model import Activity, How
from jdgap.gaps.round import RoundResult
from jdgap.output.records import check_document
from jdgap.output.report.plan import add_plan
from jdgap.output.report.setting import Setting
from jdgap.problems import Place
from jdgap.text.language import use_language
from report_rounds import a_crowd, a_result, an_answer, written

TO_FILL_IN = ["How", "Activity or course", "By when", "Owner", "State of work", "Result"]


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def plan_sheet(path: Path, result: RoundResult) -> Worksheet:
    return written(path / "r.xlsx", result, add_plan)["Development plan"]


def heading_row(sheet: Worksheet, words: str = "Department") -> int:
    return next(row for row in range(1, 20) if sheet.cell(row, 1).value == words)


def rows(sheet: Worksheet) -> list[dict]:
    first = heading_row(sheet)
    headings = [cell.value for cell in sheet[first]]
    return [dict(zip(headings, row, strict=True)) for row in sheet.iter_rows(min_row=first + 1)]


def test_a_line_says_from_which_level_to_which(tmp_path: Path):
    (row,) = rows(plan_sheet(tmp_path, a_result(an_answer("0012", unity=1, integrity=5))))
    shown = {heading: cell.value for heading, cell in row.items() if cell.value is not None}
    assert shown == {
        "Department": "Information Technology",
        "Employee ID": "0012",
        "Name": "ก ข",
        "Position": "Cooperative Officer, Information Technology",
        "Priority": 1,
        "Group": "Core competencies",
        "Competency": "Unity",
        "From level": 1,
        "To level": 3,
        "Shortfall": 2,
    }


def an_activity(text: str, competency="unity", **said) -> Activity:
    place = Place("activities.xlsx", "S", "D2")
    return Activity(place, competency, said.pop("levels", None), said.pop("how", ""), text, **said)


def test_what_the_list_of_activities_knows_is_filled_in(tmp_path: Path):
    """What it does not know stays a coloured blank."""
    activities = (
        an_activity("Cross-team project", how=How.DOING, when=date(2027, 3, 31)),
        an_activity("Team course", how=How.COURSE, owner="HR"),
        an_activity("Another level", levels=(4, 5)),
    )
    result = replace(a_result(an_answer(unity=2, integrity=2)), activities=activities)
    unity, integrity = rows(plan_sheet(tmp_path, result))
    assert [unity[each].value for each in TO_FILL_IN] == [
        "By doing the work",
        "1) Cross-team project 2) Team course (Course)",
        "31 March 2027",
        "HR",
        None,
        None,
    ]
    assert {unity[each].fill.patternType for each in TO_FILL_IN[:4]} == {None}
    assert {unity[each].fill.fgColor.rgb for each in TO_FILL_IN[4:]} == {"FFFFF9DF"}
    assert {integrity[each].value for each in TO_FILL_IN} == {None}


def test_the_supervisor_is_a_proposal(tmp_path: Path):
    """In italics, on the ground of what is to be filled in; the list of activities knows better."""
    result = replace(
        a_result(an_answer("S-001", unity=2, integrity=2), an_answer("S-002", unity=2)),
        activities=(an_activity("Course", owner="HR"),),
        supervisors={"s001": "Ms Supervisor"},
    )
    first, second, other = rows(plan_sheet(tmp_path, result))
    assert [row["Owner"].value for row in (first, second, other)] == ["HR", "Ms Supervisor", "HR"]
    assert second["Owner"].font.italic
    assert second["Owner"].fill.fgColor.rgb == "FFFFF9DF"
    assert not first["Owner"].font.italic


def test_the_lines_are_those_of_the_numbers(tmp_path: Path):
    """Made again from what `check --format json` would say, without the plan's own code."""
    result = a_result(*a_crowd(40))
    people = check_document(book(), result.people, ())["assessments"]
    groups = [group.id for group in book().groups]
    expected = []
    for person in people:
        short = [each for each in person["results"] if (each["gap"] or 0) < 0]
        short.sort(key=lambda each: (each["gap"], groups.index(each["group"])))
        expected += [
            (person["employee_id"], number, each["competency"], *levels_of(each))
            for number, each in enumerate(short, start=1)
        ]
    columns = ("Employee ID", "Priority", "Competency", "From level", "To level", "Shortfall")
    found = [
        tuple(row[each].value for each in columns) for row in rows(plan_sheet(tmp_path, result))
    ]
    assert found == expected
    assert len(found) > 40


def levels_of(each: dict) -> tuple[int, int, int]:
    return each["actual_level"], each["required_level"], -each["gap"]


def test_a_person_s_largest_shortfall_comes_first_then_the_book_s_order(tmp_path: Path):
    result = a_result(
        an_answer("S-10", flexibility=2, unity=2, integrity=1),
        an_answer("S-9", unity=2),
    )
    listed = [
        (row["Employee ID"].value, row["Competency"].value)
        for row in rows(plan_sheet(tmp_path, result))
    ]
    assert listed == [
        ("S-9", "Unity"),
        ("S-10", "Integrity"),
        ("S-10", "Unity"),
        ("S-10", "Flexibility"),
    ]


def test_every_shortfall_of_a_round_has_its_line(tmp_path: Path):
    result = a_result(*a_crowd(40))
    listed = [row["Shortfall"].value for row in rows(plan_sheet(tmp_path, result))]
    assert sum(listed) == result.organisation.whole.totals.shortfall
    assert min(listed) == 1


def test_two_levels_are_marked_without_colour_too(tmp_path: Path):
    strong, usual = rows(plan_sheet(tmp_path, a_result(an_answer(unity=1, integrity=2))))
    assert strong["Shortfall"].number_format == '"▼▼" 0'
    assert usual["Shortfall"].number_format == '"▼" 0'
    assert strong["Shortfall"].fill.fgColor.rgb != usual["Shortfall"].fill.fgColor.rgb


def test_what_is_not_known_is_a_coloured_blank(tmp_path: Path):
    (row,) = rows(plan_sheet(tmp_path, a_result(an_answer(unity=2))))
    assert {row[each].value for each in TO_FILL_IN} == {None}
    assert {row[each].fill.fgColor.rgb for each in TO_FILL_IN} == {"FFFFF9DF"}
    assert row["Competency"].fill.patternType is None


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("month", [1, 9, 11])
def test_lists_stand_over_all_lines_and_keep_excel_s_limit(
    tmp_path: Path, language: str, month: int
):
    use_language(language)

    def in_another_month(setting: Setting) -> None:
        add_plan(replace(setting, day=date(2026, month, 30)))

    result = a_result(an_answer(unity=1, integrity=2, flexibility=2))
    sheet = written(tmp_path / "r.xlsx", result, in_another_month).worksheets[0]
    first = heading_row(sheet, "ฝ่าย" if language == "th" else "Department") + 1
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert list(rules) == [f"{column}{first}:{column}{first + 2}" for column in "KMO"]
    assert all(3 <= len(rule) <= 257 for rule in rules.values())
    months = rules[f"M{first}:M{first + 2}"].strip('"').split(",")
    assert months[0].endswith("2569" if language == "th" else "2026")
    assert len(set(months)) == len(months) >= 12


def test_other_words_than_those_of_the_lists_may_be_typed(tmp_path: Path):
    sheet = plan_sheet(tmp_path, a_result(an_answer(unity=1)))
    assert not any(rule.showErrorMessage for rule in sheet.data_validations.dataValidation)


def test_no_shortfall_is_said_in_words(tmp_path: Path):
    sheet = plan_sheet(tmp_path, a_result(an_answer(unity=3)))
    below = sheet.cell(heading_row(sheet) + 1, 1).value
    assert below == "No shortfall among what was assessed."
    assert not sheet.data_validations.dataValidation


def test_nobody_is_not_called_free_of_shortfalls(tmp_path: Path):
    sheet = plan_sheet(tmp_path, a_result())
    below = sheet.cell(heading_row(sheet) + 1, 1).value
    assert below == "There is no answer that could be counted."


def test_it_is_filtered_frozen_and_prints_on_a4(tmp_path: Path):
    sheet = plan_sheet(tmp_path, a_result(an_answer(unity=1, integrity=2)))
    row = heading_row(sheet)
    assert sheet.auto_filter.ref == f"A{row}:P{row + 2}"
    assert sheet.freeze_panes == f"D{row + 1}"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == f"${row}:${row}"


def test_rows_are_high_enough_for_a_title_of_two_lines(tmp_path: Path):
    short, long = a_result(
        an_answer("1", "manager", unity=4),
        an_answer("2", "officer-finance-investment", unity=1),
    ).people
    sheet = plan_sheet(tmp_path, a_result(short.assessment, long.assessment))
    title = book().position_by_id["manager"].title.en
    heights = {
        row["Position"].value == title: sheet.row_dimensions[row["Position"].row].height
        for row in rows(sheet)
    }
    assert heights[False] > 1.4 * heights[True]


def test_hostile_names_stay_text(tmp_path: Path):
    result = a_result(an_answer("-1", name="=1+1", unity=1))
    result = replace(result, activities=(an_activity("=cmd()"),))
    (row,) = rows(plan_sheet(tmp_path, result))
    assert (row["Activity or course"].value, row["Activity or course"].data_type) == ("=cmd()", "s")
    assert (row["Name"].value, row["Name"].data_type, row["Name"].quotePrefix) == (
        "=1+1",
        "s",
        True,
    )
    assert (row["Employee ID"].value, row["Employee ID"].data_type) == ("-1", "s")
