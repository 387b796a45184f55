"""The sheet of training needs: the ranking, and everybody behind each need."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from jdgap.gaps.round import RoundResult
from jdgap.output.report import needs as module
from jdgap.output.report.needs import add_needs
from jdgap.text.language import use_language
from report_rounds import a_crowd, a_result, shown_in_charts, somebody, unrated, written

LIST = ("Rank", "Competency", "Self")
RANKING = ("Rank", "Competency", "Levels short")


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def needs_sheet(path: Path, result: RoundResult) -> Worksheet:
    return written(path / "r.xlsx", result, add_needs)["Training needs"]


def heading_row(sheet: Worksheet, headings: tuple[str, ...]) -> int:
    return next(
        row
        for row in range(1, sheet.max_row + 1)
        if tuple(cell.value for cell in sheet[row][: len(headings)]) == headings
    )


def rows(sheet: Worksheet, headings: tuple[str, ...]) -> list[dict]:
    """The rows of one of the two tables, by heading."""
    first = heading_row(sheet, headings)
    names = [cell.value for cell in sheet[first][:12] if cell.value]
    found = []
    for row in range(first + 1, sheet.max_row + 1):
        values = [cell.value for cell in sheet[row][: len(names)]]
        if not isinstance(values[0], int):
            break
        found.append(dict(zip(names, values, strict=True)))
    return found


def some_needs() -> RoundResult:
    return a_result(
        somebody("S-10", unity=-1, department="Credit", name="Ten"),
        somebody("S-2", unity=-1, trust=0, name="Two"),
        somebody("S-3", "head-it", unity=-2, integrity=-1, coaching=None, name="Three"),
        somebody("S-4", integrity=-1, flexibility=1),
        somebody("S-5"),
    )


def test_the_largest_total_shortfall_comes_first(tmp_path: Path):
    """With the people it stands on, and how bad it is for them."""
    unity, integrity = rows(needs_sheet(tmp_path, some_needs()), RANKING)
    assert list(unity.values())[:10] == [
        *(1, "Unity", 4, 3, 1, 60, 2, -0.8),
        *("5 / 5", "Core competencies"),
    ]
    assert integrity["Rank"] == 2
    assert (integrity["People below"], integrity["2 or more"]) == (2, 0)


def test_required_but_not_rated_is_said(tmp_path: Path):
    """A mean of few is not taken for one of all."""
    result = a_result(somebody(unity=-1), somebody("S-2", unity=None))
    (unity,) = rows(needs_sheet(tmp_path, result), RANKING)
    assert (unity["Rated / required"], unity["Mean gap"], unity["% below"]) == ("1 / 2", -1, 100)


def test_everybody_behind_a_need_is_listed(tmp_path: Path):
    """The largest shortfall first, then by employee id."""
    listed = rows(needs_sheet(tmp_path, some_needs()), LIST)
    assert [(row["Competency"], row["Employee ID"]) for row in listed] == [
        *(("Unity", "S-3"), ("Unity", "S-2"), ("Unity", "S-10")),
        *(("Integrity", "S-3"), ("Integrity", "S-4")),
    ]
    levels = ("Self", "Supervisor", "From level", "To level", "Levels short", "Gap")
    assert [listed[0][each] for each in levels] == [2, "—", 2, 4, 2, -2]
    assert (listed[2]["Name"], listed[2]["Department"]) == ("Ten", "Credit")
    assert listed[0]["Position"] == "Head of Information Technology"


def test_a_need_leads_to_its_people(tmp_path: Path):
    """The link goes to the first of the rows that it names."""
    sheet = needs_sheet(tmp_path, some_needs())
    first = heading_row(sheet, RANKING) + 1
    for place, count in enumerate((3, 2)):
        cell = sheet.cell(first + place, 11)
        _sheet, target = cell.hyperlink.location.split("!")
        row = int(target.removeprefix("A"))
        assert cell.value == f"rows {row} to {row + count - 1}"
        assert sheet.cell(row, 2).value == sheet.cell(first + place, 2).value
        assert sheet.cell(row - 1, 2).value != sheet.cell(row, 2).value


def test_two_or_more_levels_stand_out(tmp_path: Path):
    """By colour rules on the gaps, and by bold names."""
    sheet = needs_sheet(tmp_path, some_needs())
    first = heading_row(sheet, LIST) + 1
    (area,) = sheet.conditional_formatting
    assert str(area.sqref) == f"H{first}:H{first + 4}"
    assert [sheet.cell(first + place, 10).font.bold for place in range(3)] == [True, False, False]


def test_the_list_is_a_table_with_filters(tmp_path: Path):
    """Its headings are those of the cells; a table shows them wherever one scrolls."""
    sheet = needs_sheet(tmp_path, some_needs())
    head = heading_row(sheet, LIST)
    (table,) = sheet.tables.values()
    assert table.ref == table.autoFilter.ref == f"A{head}:L{head + 5}"
    assert table.column_names == [cell.value for cell in sheet[head][:12]]
    assert sheet.print_title_rows == f"${head}:${head}"
    assert sheet.freeze_panes is None


def test_ids_stay_text(tmp_path: Path):
    """Leading zeros and formulas."""
    people = (somebody("0012", unity=-1), somebody("=1+1", unity=-1, name="=x", department="+y"))
    sheet = needs_sheet(tmp_path, a_result(*people))
    listed = rows(sheet, LIST)
    assert {row["Employee ID"] for row in listed} == {"0012", "=1+1"}
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_the_chart_shows_the_ranking(tmp_path: Path):
    """Ten bars at the most."""
    sheet = needs_sheet(tmp_path, a_result(*a_crowd(60)))
    (bars,) = shown_in_charts(sheet)
    ranking = [(row["Competency"], row["Levels short"]) for row in rows(sheet, RANKING)]
    assert bars == ranking[:10]


def test_a_need_of_one_person_names_one_row(tmp_path: Path):
    sheet = needs_sheet(tmp_path, a_result(somebody(unity=-1)))
    (unity,) = rows(sheet, RANKING)
    assert unity["Who they are"] == f"row {heading_row(sheet, LIST) + 1}"


def test_more_people_than_a_sheet_has_rows(tmp_path: Path, monkeypatch):
    """What is left out is said; no link leads to rows that are not there."""
    before = heading_row(needs_sheet(tmp_path, some_needs()), LIST)
    monkeypatch.setattr(module, "MOST_ROWS", before + 2)
    sheet = needs_sheet(tmp_path, some_needs())
    assert len(rows(sheet, LIST)) == 2
    assert "the first 2 of 5" in sheet.cell(before - 1, 1).value
    unity, integrity = rows(sheet, RANKING)
    assert unity["Who they are"] == f"rows {before + 1} to {before + 2}"
    assert integrity["Who they are"] == "—"


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ((), "There is no answer"),
        ((somebody(),), "Nothing that was rated"),
        ((unrated(),), "No level was given"),
    ],
)
def test_no_needs(tmp_path: Path, people, words):
    """The sheet says why it is empty."""
    sheet = needs_sheet(tmp_path, a_result(*people))
    assert sheet.cell(heading_row(sheet, LIST) + 1, 1).value.startswith(words)
    assert not sheet.tables


def test_how_many_are_severely_short_is_marked(tmp_path: Path):
    """One level is a need, but not severe."""
    sheet = needs_sheet(tmp_path, some_needs())
    first = heading_row(sheet, RANKING) + 1
    unity, integrity = (sheet.cell(row, 5) for row in (first, first + 1))
    assert (unity.value, integrity.value) == (1, 0)
    assert unity.fill.fgColor.rgb == "FFA63E0A"
    assert integrity.fill.patternType is None
