"""The workbook of two rounds, sheet by sheet: its cells are the comparison's numbers."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from builders import book
from compared import a_comparison
from hostile_text import HOSTILE, LONG, check_workbook, strings_in
from jdgap.assessments.own_reports import COMPARISON_SHEETS, is_own_report
from jdgap.gaps.changes import Outcome
from jdgap.output.comparison.book import write_comparison
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import clean
from jdgap.text.language import LANGUAGES, use_language
from kept_rounds import person
from report_rounds import DAY

SHEETS = {key: english for key, _thai, english in COMPARISON_SHEETS}


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def made(folder: Path, comparison) -> Path:
    path = folder / "compared.xlsx"
    write_comparison(path, comparison, book(), printed_on=DAY)
    return path


def read(folder: Path, comparison=None) -> openpyxl.Workbook:
    return openpyxl.load_workbook(made(folder, comparison or a_comparison()))


def rows_below(sheet: Worksheet, heading: str, column: int = 0) -> list[tuple]:
    """The headings that hold `heading`, and the rows of the list below."""
    rows = list(sheet.iter_rows(values_only=True))
    first = next(place for place, row in enumerate(rows) if row[column] == heading)
    return rows[first:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_in_their_order(tmp_path, language):
    use_language(language)
    titles = read(tmp_path).sheetnames
    assert titles == [each[1 if language == "th" else 2] for each in COMPARISON_SHEETS]
    assert is_own_report(titles)


def test_departments(tmp_path):
    head, *rows = rows_below(read(tmp_path)[SHEETS["departments"]], "Department")
    assert head[1:4] == ("Then", "Now", "In it both times")
    by_name = {row[0]: row for row in rows}
    assert list(by_name) == ["บัญชี", "การเงิน", "The whole organisation"]
    accounts = a_comparison().departments[0]
    assert by_name["บัญชี"][1:7] == (
        *(5, 4, 3),
        pytest.approx(accounts.totals_then.fit_pct),
        pytest.approx(accounts.totals_now.fit_pct),
        pytest.approx(accounts.totals_now.fit_pct - accounts.totals_then.fit_pct),
    )
    assert by_name["บัญชี"][13:16] == (5, 5, 0)
    assert by_name["บัญชี"][-1] == "people +1 -2"
    assert by_name["การเงิน"][-1] == "requirements -1"
    assert by_name["The whole organisation"][-1] == (
        "people +2 -2, requirements -1, other positions +2"
    )


def test_competencies(tmp_path):
    _head, *rows = rows_below(read(tmp_path)[SHEETS["competencies"]], "Competency", 1)
    unity = next(row for row in rows if row[1] == "Unity")
    assert unity[2:8] == (5, 5, 0, 3, 3, 0)
    expected = a_comparison().competencies[0].outcomes
    assert unity[8:-1] == tuple(expected[each] for each in Outcome)
    assert unity[-1] == "people +2 -2, other positions +2"


def test_people_then_and_now_with_the_change_of_each_gap(tmp_path):
    head, *rows = rows_below(read(tmp_path)[SHEETS["people"]], "Employee ID")
    assert head[-3:] == ("Unity", "Trust", "Coaching")
    found = {row[1]: row for row in rows}
    assert found["Fell"][7:] == (0, 2, 2, 1, "the person -2", -2, 0, None)
    assert found["Stayed"][7:] == (2, 2, 0, 1, "no level changed", 0, "—", None)
    assert found["Moved"][4] == "other position, other department"
    said = "the person +1, the new position +2"
    assert found["Moved"][7:] == (0, 1, 1, 0, said, -1, "not required any more", 0)
    assert found["Eased"][-1] == 1
    assert found["New"][4] == "New"
    assert found["Left"][4] == "No result now"
    assert set(found["New"][5:]) == {None}


def test_whose_doing_it_is_can_be_told_without_colours(tmp_path):
    sheet = read(tmp_path)[SHEETS["people"]]
    patterns = {}
    for row in sheet.iter_rows():
        for cell in row[12:]:
            if isinstance(cell.value, int):
                patterns[row[1].value, cell.column_letter] = cell.number_format
    signs = {key: ("↑" in each, "↓" in each, "*" in each) for key, each in patterns.items()}
    severe = {key for key, each in patterns.items() if "▼▼" in each}
    assert signs["Rose", "M"] == (True, False, False)
    assert signs["Fell", "M"] == (False, True, False)
    assert signs["Moved", "M"] == (True, False, True)
    assert signs["Eased", "O"] == (False, False, True)
    assert signs["Stayed", "M"] == (False, False, False)
    assert severe == {("Fell", "M"), ("Stayed", "M")}
    assert "new" in patterns["Moved", "O"]


def test_all_changes_in_one_table(tmp_path):
    sheet = read(tmp_path)[SHEETS["changes"]]
    head, *rows = rows_below(sheet, "Employee ID")
    assert len(rows) == sum(len(each.changes) for each in a_comparison().people)
    (table,) = sheet.tables.values()
    assert table.ref.endswith(f"{sheet.max_row}")
    assert [each.name for each in table.tableColumns] == list(head)
    (moved,) = [row for row in rows if row[1] == "Moved" and row[7] == "unity"]
    assert moved[2:4] == ("Title of clerk", "Title of head")
    assert moved[9:18] == (3, 5, 3, 4, 0, -1, 1, 2, -1)
    assert moved[18:] == ("new shortfall", "the person +1, the new position +2")
    (new,) = [row for row in rows if row[1] == "Moved" and row[7] == "coaching"]
    assert new[9:18] == (None, 3, None, 3, None, 0, None, None, None)


def test_requirements_and_problems(tmp_path):
    workbook = read(tmp_path)
    _head, *rows = rows_below(workbook[SHEETS["requirements"]], "Position ID")
    assert rows == [("head", "Title of head", "Coaching", 4, 3, -1, 2)]
    _head, *rows = rows_below(workbook[SHEETS["problems"]], "Severity")
    assert [(row[1], row[3], row[-1]) for row in rows] == [("new.xlsx", "B7", "missing-level")]


def test_the_summary(tmp_path):
    sheet = read(tmp_path)[SHEETS["summary"]]
    values = [
        [each for each in row if each is not None] for row in sheet.iter_rows(values_only=True)
    ]
    assert values[1][0] == "Two rounds compared · 2568 (2025) → 2569 (2026)"
    assert [5, 1, 1, 1] in values
    lines = {row[0]: row[1:] for row in values if row}
    everybody = a_comparison().whole
    assert lines["Everybody (6 → 6)"][:2] == [
        pytest.approx(everybody.totals_then.fit_pct),
        pytest.approx(everybody.totals_now.fit_pct),
    ]
    assert lines["Everybody (6 → 6)"][-2:] == [6, 6]
    assert lines["closed only because less is required now"][:2] == [1, 25]
    assert lines["of people who have no result now"][:2] == [1, 25]


def test_the_charts_show_the_numbers_of_the_comparison(tmp_path):
    sheet = read(tmp_path)[SHEETS["summary"]]
    groups, plan = sheet._charts
    then, now = groups.series
    whole = a_comparison().whole
    for series, sums in ((then, whole.groups_then), (now, whole.groups_now)):
        shown = [float(point.v) for point in series.val.numRef.numCache.pt]
        fits = [each.fit_pct for each in sums.values() if each.fit_pct is not None]
        assert shown == pytest.approx(fits)
    assert then.spPr.pattFill is not None
    assert now.spPr.pattFill is None
    (series,) = plan.series
    assert [int(point.v) for point in series.val.numRef.numCache.pt] == [1, 1, 0, 0, 1, 0, 0, 1]


def test_headings_stand_on_every_page_of_a4(tmp_path):
    workbook = read(tmp_path)
    for sheet in workbook.worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToHeight == 0
        if sheet.title != SHEETS["summary"]:
            assert sheet.print_title_rows


def test_a_page_ends_between_the_parts_of_the_summary(tmp_path):
    """What would not fit on the first page, as wide as the board, begins the second."""
    sheet = read(tmp_path)[SHEETS["summary"]]
    heights = [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)]
    (end,) = sheet.row_breaks.brk
    assert "shortfalls" in sheet.cell(end.id + 1, 1).value
    assert sum(heights[: end.id]) < 895 < sum(heights)
    assert sum(heights[end.id :]) < 895


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_heading_adds_in_brackets_stands_on_its_own_line(tmp_path, language):
    """Thai would be broken within it elsewhere."""
    use_language(language)
    workbook = openpyxl.load_workbook(made(tmp_path, a_comparison()))
    found = [
        cell.value
        for sheet in workbook.worksheets[1:4]
        for row in sheet.iter_rows(max_row=12)
        for cell in row
        if isinstance(cell.value, str) and "\n" in cell.value
    ]
    assert len(found) == 4
    assert all(each.split("\n")[1].startswith("(") for each in found)


def test_nothing_changed_and_nothing_is_wrong(tmp_path):
    same = [person("S-1")]
    comparison = a_comparison(same, same)
    workbook = read(tmp_path, comparison)
    words = [row[0] for row in workbook[SHEETS["requirements"]].iter_rows(values_only=True)]
    assert "Required levels: the same in both rounds" in words
    assert len(workbook[SHEETS["summary"]]._charts) == 1


def test_the_same_comparison_makes_the_same_bytes(tmp_path):
    one, other = tmp_path / "1", tmp_path / "2"
    one.mkdir()
    other.mkdir()
    assert made(one, a_comparison()).read_bytes() == made(other, a_comparison()).read_bytes()


def test_an_existing_file_is_kept(tmp_path):
    path = made(tmp_path, a_comparison())
    with pytest.raises(FileExistsError):
        write_comparison(path, a_comparison(), book())
    write_comparison(path, a_comparison(), book(), force=True)


def test_hostile_text_stays_text(tmp_path):
    texts = [text for text in HOSTILE if text not in LONG]
    crowd = [
        person(f"{text} {place}", text[:40] or "p", name=text, department=text, unity=(3, 2))
        for place, text in enumerate(texts)
    ]
    problems = [Problem("hidden-sheet", Place(text, text, "A1"), text) for text in texts]
    path = made(tmp_path, replace(a_comparison(crowd, crowd), problems=tuple(problems)))
    check_workbook(path)
    found = strings_in(openpyxl.load_workbook(path))
    names = {clean(text) for text in texts if clean(text)}
    people = found[[key for key, *_titles in COMPARISON_SHEETS].index("people")]
    assert len({each for each in names if each in people}) > len(names) // 2
