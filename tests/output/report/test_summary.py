"""The summary: key figures, tables, links and charts."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from answers import member
from builders import book
from jdgap.assessments import Count
from jdgap.assessments.own_reports import REPORT_SHEETS
from jdgap.gaps.round import RoundResult
from jdgap.output.report.summary import add_summary
from jdgap.positions import Book
from jdgap.problems import Place, Problem
from jdgap.text.language import use_language
from report_rounds import a_crowd, a_result, shown_in_charts, somebody, staff_of, unrated, written

COLUMNS = 24
HERE = Place("a.xlsx", "S", "B3")
IT, CREDIT = "Information Technology", "Credit"


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def summary(path: Path, result: RoundResult, of: Book | None = None) -> Worksheet:
    return written(path / "r.xlsx", result, add_summary, of=of)["Summary"]


def everything(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def figures(sheet: Worksheet) -> dict[str, tuple]:
    """Value and remark of each key figure, by its label."""
    cells = [cell for row in sheet.iter_rows(min_row=5, max_row=10) for cell in row if cell.value]
    labels = [cell for cell in cells if cell.row in {5, 8}]
    return {
        cell.value: (
            sheet.cell(cell.row + 1, cell.column).value,
            sheet.cell(cell.row + 2, cell.column).value,
        )
        for cell in labels
    }


def shown(sheet: Worksheet, row: int) -> list:
    """What people see of a row: the names for the charts are right of it, hidden."""
    return [cell.value for cell in sheet[row][:COLUMNS] if cell.value is not None]


def links(sheet: Worksheet) -> dict[str, str]:
    cells = (cell for row in sheet.iter_rows() for cell in row if cell.hyperlink)
    return {cell.value: cell.hyperlink.location for cell in cells}


def table(sheet: Worksheet, *headings: str) -> dict[str, list]:
    """The rows of the table with these first headings, by what stands first in them."""
    for row in range(1, sheet.max_row + 1):
        found = shown(sheet, row)
        if tuple(found[: len(headings)]) == headings:
            break
    else:
        pytest.fail(f"no table {headings}")
    rows = {}
    while True:
        row += 1
        values = shown(sheet, row)
        if len(values) != len(found):
            return rows
        rows[values[0]] = values[1:]


def charts_of(path: Path) -> list[str]:
    with ZipFile(path / "r.xlsx") as package:
        names = sorted(name for name in package.namelist() if "/charts/" in name)
        return [package.read(name).decode() for name in names]


def test_key_figures_with_a_list_of_staff(tmp_path: Path):
    """Expected, answered and counted are three numbers; who is not on the list is said."""
    first, second, third = (somebody(each) for each in ("S-1", "S-2", "S-3"))
    staff = (*staff_of([first, second, third]), member("S-4"))
    result = a_result(first, somebody("X-9"), staff=staff, answered=(second, third))
    found = figures(summary(tmp_path, result))
    assert found["On the list of staff"][0] == 4
    assert found["Answered"] == (3, "75.0% of the list, 1 not yet")
    assert found["Counted here"] == (2, "1 of them not on the list")


@pytest.mark.parametrize(("count", "noun"), [(1, "person"), (2, "people")])
def test_a_number_of_people_has_its_noun(tmp_path: Path, count, noun):
    people = a_crowd(count)
    found = figures(summary(tmp_path, a_result(*people, staff=staff_of(people))))
    assert found["On the list of staff"] == found["Counted here"] == (count, noun)


def test_key_figures_without_a_list_of_staff(tmp_path: Path):
    """Nobody can know who is missing, and the page says so."""
    people = (somebody("S-1", department=IT), somebody("S-2", department=CREDIT))
    found = figures(summary(tmp_path, a_result(*people)))
    assert found["Files read"] == (1, "no list of staff was given")
    assert found["Departments"][0] == 2
    assert "Answered" not in found


def test_shares_stand_beside_the_ratings_they_stand_on(tmp_path: Path):
    """Fit, met and coverage are unrounded values."""
    result = a_result(somebody(unity=-1, integrity=1, flexibility=None), somebody("S-2"))
    found = figures(summary(tmp_path, result))
    assert found["Fit"] == (pytest.approx(100 * 44 / 45), "of required levels, 15 rated")
    assert found["Met"] == (pytest.approx(100 * 14 / 15), "of 15 rated reach the level")
    assert found["Coverage"] == (pytest.approx(100 * 15 / 16), "15 of 16 rated")


def test_somebody_far_below_counts_once(tmp_path: Path):
    """Two large shortfalls of one person are one person; one level is not far."""
    people = (somebody(unity=-2, integrity=-2, trust=0), somebody("S-2", unity=-1))
    found = figures(summary(tmp_path, a_result(*people)))
    assert found["People 2 or more levels below"] == (1, "ratings below in all: 3")


def test_problems_are_counted_and_lead_to_their_sheet(tmp_path: Path):
    """Errors are the number; warnings stand below; notes are neither."""
    codes = ("level-not-whole", "missing-level", "missing-level", "not-required")
    problems = [Problem(code, HERE, "4.5", {"competency": "x", "position": "y"}) for code in codes]
    sheet = summary(tmp_path, a_result(somebody(), problems=problems))
    assert figures(sheet)["Errors in the input"] == (1, "warnings: 2; look here")
    assert links(sheet)["warnings: 2; look here"] == "'Problems'!A1"


def test_what_is_not_known_is_a_dash(tmp_path: Path):
    """Nobody was rated: no zero and no hundred percent."""
    sheet = summary(tmp_path, a_result(staff=(member(),)))
    found = figures(sheet)
    assert [found[label][0] for label in ("Fit", "Met", "Coverage")] == ["—"] * 3
    assert found["People 2 or more levels below"][0] == "—"
    assert found["Answered"][0] == 0


def test_the_table_by_group(tmp_path: Path):
    """A row for each group that somebody's position requires, and one for all."""
    result = a_result(somebody(unity=-1), somebody("S-2", analytical_thinking=None))
    rows = table(summary(tmp_path, result), "Group", "Fit %")
    assert list(rows) == ["Core competencies", "Functional competencies", "All"]
    assert rows["Core competencies"] == [pytest.approx(2900 / 30), 90, 100, 10, 10, 0, 1]
    assert rows["Functional competencies"] == [100, 100, pytest.approx(500 / 6), 6, 5, 0, 0]
    assert rows["All"][3:] == [16, 15, 0, 1]


def test_a_severe_shortfall_stands_beside_the_shares_of_its_group(tmp_path: Path):
    """However high they are."""
    result = a_result(*(somebody(f"S-{each}") for each in range(9)), somebody("S-9", unity=-2))
    sheet = summary(tmp_path, result)
    rows = table(sheet, "Group", "Fit %")
    assert [rows[name][5] for name in rows] == [1, 0, 1]
    fills = [
        [cell.fill.fgColor.rgb for cell in row if cell.value == 1]
        for row in sheet.iter_rows()
        if row[0].value in rows
    ]
    assert fills == [["FFA63E0A"], [], ["FFA63E0A"]]


def test_a_group_without_ratings_has_a_dash_in_table_and_chart(tmp_path: Path):
    """Its bar has no length, and no zero for a number."""
    nothing = dict.fromkeys(("analytical_thinking", "process_accuracy", "flexibility"))
    rows = table(summary(tmp_path, a_result(somebody(**nothing))), "Group", "Fit %")
    assert rows["Functional competencies"][:2] == ["—", "—"]
    assert sum("<a:t>—</a:t>" in chart for chart in charts_of(tmp_path)) == 1


def test_training_needs_are_ranked(tmp_path: Path):
    """The largest total shortfall first, with the people it stands on."""
    people = (somebody(unity=-2), somebody("S-2", unity=-1, integrity=-1), somebody("S-3"))
    rows = table(summary(tmp_path, a_result(*people)), "Competency", "Rated")
    assert rows == {
        "1. Unity": [3, 2, pytest.approx(200 / 3), 1, 3],
        "2. Integrity": [3, 1, pytest.approx(100 / 3), 0, 1],
    }


def test_more_needs_than_fit_lead_to_their_sheet(tmp_path: Path):
    """Eight stand here; how many more is said."""
    competencies = [each.replace("-", "_") for each in book().position_by_id["head-it"].required]
    sheet = summary(
        tmp_path, a_result(somebody("S-1", "head-it", **dict.fromkeys(competencies, -1)))
    )
    assert len(table(sheet, "Competency", "Rated")) == 8
    assert "and 4 more" in everything(sheet)


def test_the_spread_of_gaps_has_no_holes(tmp_path: Path):
    """From the lowest to the highest gap, those that nobody has as well, and always 0."""
    rows = table(summary(tmp_path, a_result(somebody(unity=-2, integrity=1))), "Gap", "Ratings")
    assert {gap: counts[0] for gap, counts in rows.items()} == {-2: 1, -1: 0, 0: 6, 1: 1}
    assert sum(share for _count, share in rows.values()) == pytest.approx(100)


def test_who_has_answered_by_department(tmp_path: Path):
    """Each department on the list, those without one, and all."""
    first, second = somebody("S-1", department=IT), somebody("S-2", department=IT)
    third = somebody("S-3", "manager")
    result = a_result(first, staff=staff_of([first, second, third]), answered=(third,))
    rows = table(summary(tmp_path, result), "Department", "On the list")
    assert rows == {
        IT: [2, 1, 50, 1, 1],
        "No department": [1, 1, 100, 0, 0],
        "All": [3, 2, pytest.approx(200 / 3), 1, 1],
    }


def test_the_contents_lead_to_every_sheet(tmp_path: Path):
    """One line each, with what it answers."""
    sheet = summary(tmp_path, a_result(somebody()))
    others = [english for key, _thai, english in REPORT_SHEETS if key != "summary"]
    found = links(sheet)
    assert [found[title] for title in others] == [f"'{title}'!A1" for title in others]


def test_charts_show_the_tables(tmp_path: Path):
    """Needs, fit and spread, in the order of their tables."""
    people = (somebody(unity=-2), somebody("S-2", unity=-1, flexibility=-1))
    needs, fit, spread = shown_in_charts(summary(tmp_path, a_result(*people)))
    assert fit == [
        ("Core competencies", pytest.approx(2700 / 30)),
        ("Functional\ncompetencies", pytest.approx(1700 / 18)),
    ]
    assert needs == [("Unity", 3), ("Flexibility", 1)]
    assert spread == [(-2, 1), (-1, 2), (0, 13)]


def test_charts_have_the_font_of_the_workbook(tmp_path: Path):
    """For Thai letters too."""
    summary(tmp_path, a_result(*a_crowd(20)))
    charts = charts_of(tmp_path)
    assert len(charts) == 3
    assert all('<a:cs typeface="TH Sarabun New"' in chart for chart in charts)


def test_a_row_is_as_high_as_its_highest_cell(tmp_path: Path):
    """A long name of a department is not cut."""
    people = [somebody("S-1", department="ฝ่าย" * 40), somebody("S-2", department=IT)]
    sheet = summary(tmp_path, a_result(*people, staff=staff_of(people)))
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    long, short = (sheet.row_dimensions[rows[each.department]].height for each in people)
    assert long > 3 * short


@pytest.mark.parametrize("blank", [True, False])
def test_no_chart_without_a_rating(tmp_path: Path, blank):
    """Nobody, or somebody who left everything blank: the page says why there is none."""
    sheet = summary(tmp_path, a_result(*([unrated()] if blank else [])))
    assert charts_of(tmp_path) == []
    words = "No level was given" if blank else "There is no answer"
    assert any(text.startswith(words) for text in everything(sheet))


def test_in_thai_with_the_rule_and_the_date(tmp_path: Path):
    """Buddhist era, and which sign means what."""
    use_language("th")
    sheet = written(tmp_path / "r.xlsx", a_result(somebody()), add_summary)["สรุป"]
    assert "2569" in sheet["A2"].value
    assert "23 พฤศจิกายน 2569" in sheet["A3"].value
    assert "ค่าลบคือต่ำกว่าที่ต้องการ" in sheet["A3"].value


def test_an_unusual_count_is_said(tmp_path: Path):
    """Numbers of self ratings alone are not taken for the usual ones."""
    usual = summary(tmp_path, a_result(somebody()))["A3"].value
    own = summary(tmp_path, a_result(somebody(), count=Count.SELF))["A3"].value
    assert own == f"{usual} · Whose level counts: the employee's own level only"


def test_without_a_round(tmp_path: Path):
    """Nothing dangles behind the title."""
    sheet = summary(tmp_path, a_result(somebody(), round_=""))
    assert sheet["A2"].value == "Results of the competency assessment"


def test_names_stay_text(tmp_path: Path):
    """A department that looks like a formula or like XML, in table and chart."""
    evil = ("=1+1", "<r>x</r>", "https://x.example")
    people = [somebody(f"S-{name}", department=name) for name in evil]
    sheet = summary(tmp_path, a_result(*people, staff=staff_of(people)))
    rows = table(sheet, "Department", "On the list")
    assert [name.strip() for name in rows][:3] == sorted(evil)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_printed_on_two_a4_pages(tmp_path: Path):
    """Upright and one page wide; the second page begins with the needs."""
    sheet = summary(tmp_path, a_result(*a_crowd(30), staff=staff_of(a_crowd(30))))
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToHeight) == (9, "portrait", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    (end,) = sheet.row_breaks.brk
    assert sheet.cell(end.id + 1, 1).value == "Largest training needs"
    assert sum(sheet.row_dimensions[row].height for row in range(1, end.id + 1)) < 900


def test_many_groups_do_not_push_the_contents_over_the_page(tmp_path: Path):
    """With a long table of groups the contents begin the second page."""
    given = book().model_dump(mode="json")
    given["groups"] = [{"id": f"g{each}", "name": {"en": f"G {each}"}} for each in range(12)]
    for place, competency in enumerate(given["competencies"]):
        competency["group"] = f"g{place}"
    of = Book.model_validate(given)
    sheet = summary(tmp_path, a_result(*a_crowd(20, of=of), of=of), of)
    (end,) = sheet.row_breaks.brk
    assert sheet.cell(end.id + 1, 1).value == "Contents"
