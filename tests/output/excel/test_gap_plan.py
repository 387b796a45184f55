"""The plan on the sheet to sign: its lines, their room, and what the page has no room for."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from builders import book
from jdgap.assessments.activities.model import Activity, How
from jdgap.gaps import PersonGaps, compare_person
from jdgap.output.excel.gap_plan import TALLEST_PAGE
from jdgap.output.excel.gap_sheet import write_gap_sheets
from jdgap.output.excel.plan_cells import HOW
from jdgap.problems import Place
from jdgap.text.language import translate, use_language
from report_rounds import somebody

HEADINGS = [
    "Competency",
    "From → to",
    "How",
    "Activity or course",
    "By when",
    "Owner",
    "State or result",
]


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


def first_line(sheet: Worksheet) -> int:
    """The row below the headings of the plan."""
    levels = (row for row in range(1, 60) if "→" in str(sheet.cell(row, 3).value))
    return next(levels) + 1


def height(sheet: Worksheet) -> float:
    return sum(each.height or 0 for each in sheet.row_dimensions.values())


def test_a_line_says_what_may_be_done_and_leaves_the_rest_blank(tmp_path: Path):
    course = activity("Team course", how=How.COURSE, owner="HR", when="Q2")
    assert plan(sheet_of(tmp_path, short(2), course)) == [
        ["1. Unity", "1 → 3 ▼▼", "Course", "Team course", "Q2", "HR", None],
        ["2. Service Mind", "2 → 3", None, None, None, None, None],
    ]


def test_blanks_are_marked_and_what_is_known_is_not(tmp_path: Path):
    """As in the report's plan; the cells hold text, or a month in English became a date."""
    course = activity("Team course", how=How.COURSE, owner="HR")
    sheet = sheet_of(tmp_path, short(2), course)
    first = first_line(sheet)
    looks = {
        row: [
            (cell.fill.fgColor.rgb if cell.fill.fill_type else None, cell.number_format)
            for cell in (sheet.cell(row, column) for column in (4, 5, 7, 8, 9))
        ]
        for row in (first, first + 1)
    }
    known, blank = (None, "@"), ("FFFFF9DF", "@")
    assert looks[first] == [known, known, blank, known, blank]
    assert looks[first + 1] == [blank] * 5


@pytest.mark.parametrize("language", ["th", "en"])
def test_lines_can_be_filled_in_from_lists(tmp_path: Path, language: str):
    """How, by when and how far it is; other words may be typed, too."""
    use_language(language)
    file = tmp_path / "g.xlsx"
    write_gap_sheets(file, book(), [short(3)], printed_on=date(2026, 11, 25))
    sheet = load_workbook(file).worksheets[0]
    first = first_line(sheet)
    offered = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    assert set(offered) == {f"{column}{first}:{column}{first + 2}" for column in "DGI"}
    assert not any(each.showErrorMessage for each in offered.values())
    lists = [offered[key].formula1.strip('"').split(",") for key in sorted(offered)]
    assert [len(each) for each in lists] == [3, 15, 3]
    assert lists[1][0] == {"th": "พฤศจิกายน 2569", "en": "November 2026"}[language]
    assert lists[0] == [translate(each) for each in HOW.values()]


def test_nothing_is_offered_where_there_is_no_line(tmp_path: Path):
    assert sheet_of(tmp_path, short(0)).data_validations.dataValidation == []


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
    first = first_line(sheet)
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
