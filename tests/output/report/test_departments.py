"""The heat map of departments: the right mean in the right cell, on so many people."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from jdgap.gaps.round import RoundResult
from jdgap.output.report.departments import add_departments
from jdgap.text.language import use_language
from report_rounds import a_crowd, a_result, shown_in_charts, somebody, unrated, written

IT, CREDIT = "Information Technology", "Credit"
WHOLE = "The whole organisation"
GREY = "FFE4E4E4"
SEVERE = "People 2 or more levels below"
BELOW = "People below the requirement / people rated (darker: half of them or more)"


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def departments(path: Path, result: RoundResult) -> Worksheet:
    return written(path / "r.xlsx", result, add_departments)["Departments"]


def row_of(sheet: Worksheet, words: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == words)


def block(sheet: Worksheet, heading: str) -> dict[str, dict]:
    """Cells by department and competency of the block below `heading`."""
    head = row_of(sheet, "Department")
    names = [cell.value for cell in sheet[head] if cell.value]
    found = {}
    for row in range(row_of(sheet, heading) + 1, sheet.max_row + 1):
        cells = sheet[row][: len(names)]
        found[cells[0].value] = dict(zip(names, cells, strict=True))
        if cells[0].value == WHOLE:
            break
    return found


def charts_of(path: Path) -> list[str]:
    with ZipFile(path / "r.xlsx") as package:
        return [package.read(name).decode() for name in package.namelist() if "/charts/" in name]


def two_departments() -> RoundResult:
    return a_result(
        somebody("S-1", department=IT, unity=-1),
        somebody("S-2", department=IT),
        somebody("S-3", department=IT, unity=None),
        somebody("S-4", department=CREDIT, unity=-2, integrity=1, flexibility=None),
        somebody("S-5", "head-it"),
    )


def test_departments_stand_in_the_order_of_the_book(tmp_path: Path):
    """Those without a department come last, then everybody together."""
    found = block(departments(tmp_path, two_departments()), "Department")
    assert list(found) == [IT, CREDIT, "No department", WHOLE]


def test_a_mean_is_the_value_itself(tmp_path: Path):
    """Over those rated only; shown with one decimal, but not rounded."""
    found = block(departments(tmp_path, two_departments()), "Department")
    assert found[IT]["Unity"].value == -0.5
    assert found[CREDIT]["Unity"].value == -2
    assert found[CREDIT]["Integrity"].value == 1
    assert found[WHOLE]["Unity"].value == -0.75
    assert found[IT]["Unity"].number_format == "+0.0;-0.0;0.0"


def test_each_row_says_on_how_many_people_it_stands(tmp_path: Path):
    """And how well they fit together."""
    found = block(departments(tmp_path, two_departments()), "Department")
    assert {name: row["People"].value for name, row in found.items()} == {
        IT: 3,
        CREDIT: 1,
        "No department": 1,
        WHOLE: 5,
    }
    assert found[CREDIT]["Fit %"].value == pytest.approx(100 * 19 / 21)


def test_a_severe_shortfall_is_marked_however_good_the_mean_is(tmp_path: Path):
    """With how many people it is, beside the mean and beside the department's fit."""
    people = [somebody(f"S-{each}", department=IT, unity=1) for each in range(8)]
    far = [somebody(f"T-{each}", department=IT, unity=-2, trust=0) for each in range(2)]
    result = a_result(*people, *far, somebody("S-9", department=CREDIT, unity=-1))
    found = block(departments(tmp_path, result), "Department")
    assert found[IT]["Unity"].value == pytest.approx(0.4)
    marks = {name: row["Unity"].number_format for name, row in found.items()}
    assert marks[IT] == marks[WHOLE] == '+0.0" ▼▼2";-0.0" ▼▼2";0.0" ▼▼2"'
    assert "▼" not in marks[CREDIT]
    assert "▼" not in found[IT]["Integrity"].number_format
    counts = {name: row[SEVERE] for name, row in found.items()}
    assert {name: cell.value for name, cell in counts.items()} == {IT: 2, CREDIT: 0, WHOLE: 2}
    assert counts[IT].fill.fgColor.rgb == "FFA63E0A"
    assert counts[CREDIT].fill.patternType is None


def test_a_mean_with_a_mark_has_room_for_it(tmp_path: Path):
    """A number that does not fit would be shown as ####."""
    far = [somebody(f"S-{each}", department=IT, unity=-2) for each in range(100)]
    assert departments(tmp_path, a_result(*far)).column_dimensions["E"].width >= 14


def test_a_dash_where_nobody_was_rated_and_grey_where_nothing_is_required(tmp_path: Path):
    """A blank is never a zero."""
    found = block(departments(tmp_path, two_departments()), "Department")
    assert found[CREDIT]["Flexibility"].value == "—"
    assert found[CREDIT]["Flexibility"].fill.fgColor.rgb != GREY
    coaching = found[CREDIT]["Coaching"]
    assert (coaching.value, coaching.fill.fgColor.rgb) == (None, GREY)
    assert found["No department"]["Coaching"].value == 0


def test_how_many_are_below_of_how_many_rated(tmp_path: Path):
    """The same rows and columns again; half of them or more is darker."""
    found = block(departments(tmp_path, two_departments()), BELOW)
    assert [found[name]["Unity"].value for name in found] == ["1 / 2", "1 / 1", "0 / 1", "2 / 4"]
    assert found[CREDIT]["Flexibility"].value == "—"
    fills = [found[IT][name].fill.fgColor.rgb for name in ("Unity", "Integrity")]
    assert fills[0] != fills[1]
    assert found[IT]["Unity"].font.bold


@pytest.mark.parametrize(("count", "width"), [(1, 9), (1000, 11)])
def test_columns_are_wide_enough_for_their_counts(tmp_path: Path, count, width):
    """`1000 / 1000` is not cut by the next cell."""
    result = a_result(*(somebody(f"S-{each}", department=IT) for each in range(count)))
    sheet = departments(tmp_path, result)
    assert sheet.column_dimensions["E"].width >= width


def test_the_whole_is_bold(tmp_path: Path):
    """It is a sum, not one more department."""
    found = block(departments(tmp_path, two_departments()), "Department")
    assert all(cell.font.bold for cell in found[WHOLE].values())
    assert not found[IT]["People"].font.bold


def test_only_the_means_are_coloured_by_rules(tmp_path: Path):
    """The rules cover all departments and competencies, and nothing else."""
    sheet = departments(tmp_path, two_departments())
    (area,) = sheet.conditional_formatting
    first = row_of(sheet, "Department") + 1
    assert str(area.sqref) == f"E{first}:P{first + 3}"


def test_competencies_stand_below_their_group(tmp_path: Path):
    """In the book's order, read upwards."""
    sheet = departments(tmp_path, two_departments())
    head = row_of(sheet, "Department")
    groups = {cell.value: cell.column for cell in sheet[head - 1] if cell.value}
    assert groups == {
        "Core competencies": 5,
        "Functional competencies": 10,
        "Leadership competencies": 13,
    }
    assert sheet.cell(head, 10).value == "Analytical Thinking"
    assert sheet.cell(head, 10).alignment.textRotation == 90


def test_headings_stay_in_sight_and_on_each_page(tmp_path: Path):
    """On the screen and on A4."""
    sheet = departments(tmp_path, two_departments())
    head = row_of(sheet, "Department")
    assert sheet.freeze_panes == f"B{head + 1}"
    assert sheet.print_title_rows == f"${head - 1}:${head}"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")


def test_a_block_is_not_cut_by_the_end_of_a_page(tmp_path: Path):
    """What does not fit begins the next page."""
    sheet = departments(tmp_path, a_result(*a_crowd(60)))
    assert row_of(sheet, BELOW) in {each.id + 1 for each in sheet.row_breaks.brk}


def test_the_chart_is_drawn_lower_where_that_spares_a_page(tmp_path: Path):
    """In Thai, whose headings are high: means on one page, people and chart on another."""
    use_language("th")
    people = [somebody(f"S-{each}", "head-it", department=f"ฝ่าย {each}") for each in range(6)]
    sheet = written(tmp_path / "r.xlsx", a_result(*people), add_departments).worksheets[0]
    assert len(sheet.row_breaks.brk) == 1


@pytest.mark.parametrize(("count", "charts"), [(1, 1), (20, 1), (25, 2), (50, 4)])
def test_fit_by_department_as_bars(tmp_path: Path, count, charts):
    """Each department has one bar, in the order of the rows; many stand in several charts."""
    people = [
        somebody(f"S-{each}", department=f"D {each:02}", unity=-(each % 3)) for each in range(count)
    ]
    sheet = departments(tmp_path, a_result(*people))
    shown = shown_in_charts(sheet)
    found = block(sheet, "Department")
    expected = [(f"{name} (1)", row["Fit %"].value) for name, row in found.items()]
    assert [bar for bars in shown for bar in bars] == expected[:-1]
    assert len(shown) == charts
    assert max(len(bars) for bars in shown) <= 20


def test_nobody(tmp_path: Path):
    """Words instead of an empty map."""
    sheet = departments(tmp_path, a_result())
    assert sheet.cell(row_of(sheet, "Department") + 1, 1).value.startswith("There is no answer")
    assert charts_of(tmp_path) == []


def test_nobody_was_rated(tmp_path: Path):
    """Dashes everywhere, and a dash for each bar."""
    result = a_result(unrated(department=IT))
    found = block(departments(tmp_path, result), "Department")
    assert {cell.value for cell in found[IT].values()} == {IT, 1, "—"}


def test_department_names_stay_text(tmp_path: Path):
    """In cells, in the names of bars, and in the file's XML."""
    evil = ("=1+1", "<r>x</r>", "_x0041_")
    people = [somebody(f"S-{name}", department=name) for name in evil]
    sheet = departments(tmp_path, a_result(*people))
    names = [name.strip() for name in block(sheet, "Department")]
    assert names == [*sorted(evil), WHOLE]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
