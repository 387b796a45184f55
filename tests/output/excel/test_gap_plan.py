"""The plan on the sheet to sign: its lines, their room, and what the page has no room for."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from builders import book
from jdgap.assessments.activities.model import Activity, How
from jdgap.gaps import PersonGaps, compare_person
from jdgap.output.excel.gap_plan import TALLEST_PAGE
from jdgap.output.excel.gap_sheet import write_gap_sheets
from jdgap.problems import Place
from jdgap.text.language import use_language
from report_rounds import somebody

HEADINGS = ["Competency", "From → to", "How", "Activity or course", "By when", "Owner", "Result"]


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def short(count: int, position="officer-it") -> PersonGaps:
    """Somebody with so many shortfalls, the second of two levels."""
    required = list(book().position_by_id[position].required)[:count]
    gaps = {key.replace("-", "_"): -2 if place == 1 else -1 for place, key in enumerate(required)}
    return compare_person(
        somebody("S-001", position, **gaps), book(), book().position_by_id[position]
    )


def activity(text: str, **said) -> Activity:
    return Activity(Place("a.xlsx", "S", "D2"), "unity", None, said.pop("how", ""), text, **said)


def sheet_of(path: Path, person: PersonGaps, *activities: Activity) -> Worksheet:
    file = path / "g.xlsx"
    write_gap_sheets(file, book(), [person], activities=activities, force=True)
    return load_workbook(file).worksheets[0]


def plan(sheet: Worksheet) -> list[list]:
    """The rows under the headings of the plan, without the cells that are merged away."""
    head = next(row for row in range(1, sheet.max_row) if sheet.cell(row, 3).value == HEADINGS[1])
    columns = (1, 3, 4, 5, 7, 8, 9)
    assert [sheet.cell(head, column).value for column in columns] == HEADINGS
    rows = []
    for row in range(head + 1, sheet.max_row):
        values = [sheet.cell(row, column).value for column in columns]
        if values[1] is None:
            return rows
        rows.append(values)
    return rows


def height(sheet: Worksheet) -> float:
    return sum(each.height or 0 for each in sheet.row_dimensions.values())


def test_a_line_says_what_may_be_done_and_leaves_the_rest_blank(tmp_path: Path):
    course = activity("Team course", how=How.COURSE, owner="HR", when="Q2")
    assert plan(sheet_of(tmp_path, short(2), course)) == [
        ["1. Unity", "1 → 3 ▼▼", "Course", "Team course", "Q2", "HR", None],
        ["2. Service Mind", "2 → 3", None, None, None, None, None],
    ]


def test_two_levels_are_marked(tmp_path: Path):
    """By the symbol, by colour, and below the shares, which may look fine."""
    sheet = sheet_of(tmp_path, short(2))
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    severe, usual = cells["1 → 3 ▼▼"], cells["2 → 3"]
    assert severe.fill.fgColor.rgb != usual.fill.fgColor.rgb
    assert "▼▼ 2 levels or more below the requirement: 1" in cells
    none = sheet_of(tmp_path, short(1))
    assert not any("▼▼" in str(cell.value) for row in none.iter_rows() for cell in row)


def test_lines_are_high_enough_to_write_in(tmp_path: Path):
    """7 mm on paper, where the page is shrunk no more than its columns ask for."""
    sheet = sheet_of(tmp_path, short(8))
    first = next(row for row in range(1, 60) if sheet.cell(row, 3).value == "1 → 3 ▼▼")
    assert all(sheet.row_dimensions[row].height >= 33 for row in range(first, first + 8))


@pytest.mark.parametrize("position", ["officer-it", "manager"])
@pytest.mark.parametrize("language", ["th", "en"])
def test_eight_lines_have_room_on_one_page(tmp_path: Path, position: str, language: str):
    """Of an officer's eight competencies, and of a manager's twelve."""
    use_language(language)
    sheet = sheet_of(tmp_path, short(8, position))
    levels = [cell.value for cell in sheet["C"] if "→" in str(cell.value)]
    assert len(levels) == 1 + 8  # with the heading
    assert height(sheet) <= TALLEST_PAGE


def test_what_the_page_has_no_room_for_is_said(tmp_path: Path):
    """Twelve shortfalls: none is lost without a word."""
    sheet = sheet_of(tmp_path, short(12, "manager"))
    shown = len(plan(sheet))
    assert 8 <= shown < 12
    words = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert f"and {12 - shown} more, in the table above" in words
    assert height(sheet) <= TALLEST_PAGE


def test_many_activities_do_not_fill_the_page(tmp_path: Path):
    """Three of them, and how many more there are."""
    listed = [activity(f"{number} " + "long course " * 40) for number in range(30)]
    (row,) = plan(sheet_of(tmp_path, short(2), *listed))[:1]
    assert row[3].startswith("1) 0 long")
    assert row[3].endswith("and 27 more")
    assert height(sheet_of(tmp_path, short(2), *listed)) < TALLEST_PAGE


def test_nobody_short_is_told_so(tmp_path: Path):
    sheet = sheet_of(tmp_path, short(0))
    words = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert "No shortfall among what was assessed." in words
    assert HEADINGS[1] not in words


def test_activities_like_formulas_stay_text(tmp_path: Path):
    sheet = sheet_of(tmp_path, short(2), activity("=1+1", owner="@x", when="+2"))
    cells = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row}
    assert [cells[each] for each in ("=1+1", "@x", "+2")] == ["s"] * 3
