"""The sheet of people: the right gap in the right column, and how it looks."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from builders import COMPETENCIES, book
from jdgap.assessments import NoLevel
from jdgap.gaps.round import RoundResult
from jdgap.output.report.people import add_people
from jdgap.positions import Book
from jdgap.text.language import use_language
from report_rounds import a_crowd, a_result, an_answer, with_a_group_of_one, written

OWN_COLUMNS = 8


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def people_sheet(path: Path, result: RoundResult, of: Book | None = None) -> Worksheet:
    return written(path / "r.xlsx", result, add_people, of=of)["People"]


def heading_row(sheet: Worksheet) -> int:
    return next(row for row in range(1, 20) if sheet.cell(row, 1).value == "Employee ID")


def headings_of(sheet: Worksheet) -> list[str]:
    return [cell.value for cell in sheet[heading_row(sheet)] if cell.value]


def rows(sheet: Worksheet) -> list[dict]:
    """Each person's cells by heading."""
    first = heading_row(sheet)
    headings = headings_of(sheet)
    return [dict(zip(headings, row, strict=False)) for row in sheet.iter_rows(min_row=first + 1)]


def name_of(competency_id: str) -> str:
    return book().competency_by_id[competency_id].name.en or ""


def test_a_gap_stands_under_its_competency(tmp_path: Path):
    officer = an_answer(unity=5, integrity=1, service_mind=3)
    (row,) = rows(people_sheet(tmp_path, a_result(officer)))
    shown = {name_of(each): row[name_of(each)].value for each in COMPETENCIES[:4]}
    assert shown == {"Service Mind": 0, "Unity": 2, "Integrity": -2, "Achievement Orientation": "—"}


def test_what_a_position_does_not_require_is_blank_and_grey(tmp_path: Path):
    head = an_answer("S-2", "head-it", coaching=3)
    officer, _head = rows(people_sheet(tmp_path, a_result(an_answer(integrity=3), head)))
    coaching, unity = officer["Coaching"], officer["Unity"]
    assert (coaching.value, coaching.fill.fgColor.rgb) == (None, "FFE4E4E4")
    assert (unity.value, unity.fill.patternType) == ("—", None)


def test_only_competencies_that_somebody_requires_have_a_column(tmp_path: Path):
    sheet = people_sheet(tmp_path, a_result(an_answer(unity=3)))
    assert headings_of(sheet)[OWN_COLUMNS:] == [name_of(each) for each in COMPETENCIES[:8]]


def test_competencies_of_a_group_stand_under_its_name(tmp_path: Path):
    sheet = people_sheet(tmp_path, a_result(an_answer("S-1", "head-it", unity=3)))
    above = heading_row(sheet) - 1
    merged = {str(each) for each in sheet.merged_cells.ranges}
    assert {f"I{above}:M{above}", f"N{above}:P{above}", f"Q{above}:T{above}"} <= merged
    names = [sheet.cell(above, column).value for column in (9, 14, 17)]
    assert names == [group.name.en for group in book().groups]


def test_the_totals_are_those_of_the_person(tmp_path: Path):
    result = a_result(an_answer(unity=2, integrity=1, service_mind=5, achievement=NoLevel.BLANK))
    (row,) = rows(people_sheet(tmp_path, result))
    totals = result.people[0].totals
    assert row["Fit %"].value == pytest.approx(totals.fit_pct)
    assert row["Coverage %"].value == pytest.approx(totals.coverage_pct)
    assert (row["Fit %"].number_format, row["Coverage %"].number_format) == ("0.0", "0.0")
    assert (row["Shortfall"].value, row["Largest gap"].value) == (3, -2)
    assert row["Largest gap"].number_format == "+0;-0;0"


def test_nothing_rated_is_dashes_and_never_zero(tmp_path: Path):
    (row,) = rows(people_sheet(tmp_path, a_result(an_answer(unity=NoLevel.BLANK))))
    assert [row[each].value for each in ("Fit %", "Shortfall", "Largest gap")] == ["—", "—", "—"]
    assert row["Coverage %"].value == 0


def test_people_stand_in_the_order_of_the_result(tmp_path: Path):
    result = a_result(*a_crowd(20))
    listed = [row["Employee ID"].value for row in rows(people_sheet(tmp_path, result))]
    assert listed == [each.assessment.employee_id for each in result.people]


def test_gaps_are_coloured_filtered_and_stay_in_sight(tmp_path: Path):
    sheet = people_sheet(tmp_path, a_result(*a_crowd(20)))
    first = heading_row(sheet) + 1
    areas = [str(each.sqref) for each in sheet.conditional_formatting]
    assert areas == [f"H{first}:T{first + 19}"]  # the largest gap, too
    assert sheet.auto_filter.ref == f"A{first - 1}:T{first + 19}"
    assert sheet.freeze_panes == f"C{first}"


def test_it_prints_on_a4_with_both_rows_of_headings_on_each_page(tmp_path: Path):
    sheet = people_sheet(tmp_path, a_result(*a_crowd(3)))
    row = heading_row(sheet)
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == f"${row - 1}:${row}"


def test_competencies_read_upwards_and_have_the_room_for_it(tmp_path: Path):
    sheet = people_sheet(tmp_path, a_result(an_answer(unity=3)))
    row = heading_row(sheet)
    heading = sheet.cell(row, OWN_COLUMNS + 1)
    assert heading.alignment.textRotation == 90
    longest = max(len(name_of(each)) for each in COMPETENCIES[:8])
    assert sheet.row_dimensions[row].height > longest / 2 * 6


def test_a_name_leads_to_the_person_s_own_sheet(tmp_path: Path):
    result = a_result(an_answer("S-1"), an_answer("S-2"), an_answer("S-3"))
    workbook = written(
        tmp_path / "r.xlsx", result, lambda setting: add_people(setting, {1: "S-2 it's"})
    )
    names = [row["Name"] for row in rows(workbook["People"])]
    assert [name.hyperlink and name.hyperlink.location for name in names] == [
        None,
        "'S-2 it''s'!A1",
        None,
    ]
    assert names[1].value == "ก ข"


@pytest.mark.parametrize("name", ["=1+1", "@SUM(1)", "[red]x[/]", "<r>x</r>", "https://x.example"])
def test_hostile_names_stay_text(tmp_path: Path, name: str):
    (row,) = rows(people_sheet(tmp_path, a_result(an_answer("=2+2", name=name))))
    assert (row["Name"].value.rstrip(), row["Name"].data_type) == (name, "s")
    assert row["Name"].hyperlink is None
    assert (row["Employee ID"].value, row["Employee ID"].quotePrefix) == ("=2+2", True)


def test_control_characters_do_not_reach_the_sheet(tmp_path: Path):
    (row,) = rows(people_sheet(tmp_path, a_result(an_answer(name="ก\x1b[31m\u202eข _x001B_"))))
    assert row["Name"].value == "ก[31mข _x001B_"


def test_an_employee_id_of_digits_keeps_its_zeros(tmp_path: Path):
    (row,) = rows(people_sheet(tmp_path, a_result(an_answer("0012"))))
    assert (row["Employee ID"].value, row["Employee ID"].data_type) == ("0012", "s")


def test_nobody_is_said_in_words(tmp_path: Path):
    sheet = people_sheet(tmp_path, a_result())
    below = sheet.cell(heading_row(sheet) + 1, 1).value
    assert below == "There is no answer that could be counted."
    assert sheet.auto_filter.ref is None


def test_another_organisation_s_competencies_and_groups(tmp_path: Path):
    position = book().position_by_id["officer-it"].model_dump()
    position |= {"reports_to": None, "required": {"trust": 3, "unity": 2}}
    small = Book.model_validate(book().model_dump() | {"positions": [position]})
    result = a_result(an_answer(trust=1, unity=2), of=small)
    sheet = people_sheet(tmp_path, result, of=small)
    assert headings_of(sheet)[OWN_COLUMNS:] == ["Unity", "Trust"]
    (row,) = rows(sheet)
    assert (row["Unity"].value, row["Trust"].value) == (0, -2)


def test_a_group_of_one_competency_has_room_for_its_name(tmp_path: Path):
    """Its words stay whole: the column below it is wider than the others."""
    of = with_a_group_of_one()
    sheet = people_sheet(tmp_path, a_result(*a_crowd(3, of=of), of=of), of)
    (heading,) = (cell for cell in sheet[heading_row(sheet) - 1] if cell.value == "Leading others")
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in (heading, sheet["I1"])]
    assert widths[0] > 9 > widths[1]
