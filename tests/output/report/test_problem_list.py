"""The sheet of problems: who has not answered, what is wrong, in which cell."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from answers import member
from jdgap.gaps.round import RoundResult
from jdgap.output.report.problem_list import add_problems
from jdgap.problems import KINDS, Place, Problem, in_order
from jdgap.text.language import use_language
from report_rounds import a_result, an_answer, written

LEVEL = {"lowest": 1, "highest": 5}


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def problem_sheet(path: Path, result: RoundResult) -> Worksheet:
    return written(path / "r.xlsx", result, add_problems)["Problems"]


def row_of(sheet: Worksheet, words: str) -> int:
    """The first row that begins with `words`."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == words)


def below(sheet: Worksheet, heading: str) -> list[list]:
    """The rows under a heading, as far as something stands in the first column."""
    found = []
    for row in sheet.iter_rows(min_row=row_of(sheet, heading) + 1, values_only=True):
        if row[0] is None:
            break
        found.append(list(row))
    return found


def unusable(file: str, cell: str, value: str = "x") -> Problem:
    return Problem("level-not-a-number", Place(file, "S", cell), value, LEVEL)


def blank(file: str, cell: str) -> Problem:
    return Problem("missing-level", Place(file, "S", cell), facts={"competency": "Unity"})


def different(file: str, cell: str) -> Problem:
    facts = {"competency": "Unity", "self_level": 1, "supervisor_level": 4}
    return Problem("rater-difference", Place(file, "S", cell), "1 / 4", facts)


def result_with(*problems: Problem, staff=None) -> RoundResult:
    return a_result(an_answer("S-1"), problems=in_order(problems), staff=staff)


def test_a_problem_says_where_it_is_and_what_to_do(tmp_path: Path):
    problem = unusable("a.xlsx", "D12", "ดีมาก")
    assert below(problem_sheet(tmp_path, result_with(problem)), "Severity") == [
        [
            *("■ error", "level-not-a-number", "a.xlsx", "S", "D12", "ดีมาก"),
            *(problem.message(), problem.remedy()),
        ]
    ]


def test_errors_come_first_then_warnings_then_notes_each_by_place(tmp_path: Path):
    problems = (
        *(different("a.xlsx", "D2"), blank("a.xlsx", "D9"), unusable("b.xlsx", "D3")),
        *(blank("b.xlsx", "D10"), unusable("a.xlsx", "D10"), unusable("a.xlsx", "D9")),
    )
    listed = below(problem_sheet(tmp_path, result_with(*problems)), "Severity")
    assert [(row[0], row[2], row[4]) for row in listed] == [
        ("■ error", "a.xlsx", "D9"),
        ("■ error", "a.xlsx", "D10"),
        ("■ error", "b.xlsx", "D3"),
        ("▲ warning", "a.xlsx", "D9"),
        ("▲ warning", "b.xlsx", "D10"),
        ("○ note", "a.xlsx", "D2"),
    ]


def test_what_is_not_said_is_an_empty_cell(tmp_path: Path):
    problem = Problem("password-protected", Place("locked.xlsx"))
    (row,) = below(problem_sheet(tmp_path, result_with(problem)), "Severity")
    assert row[2:6] == ["locked.xlsx", None, None, None]


def test_who_has_not_answered_comes_first_with_department_and_position(tmp_path: Path):
    staff = (
        member("S-1"),
        member("S-10", name="ค ง", position="head-it", department="ฝ่ายสารสนเทศ"),
        member("0009", name="จ ฉ", position="officer-accounting", department="Accounting"),
    )
    sheet = problem_sheet(tmp_path, result_with(unusable("a.xlsx", "D9"), staff=staff))
    missing = below(sheet, "Department")
    assert sorted(row[:4] for row in missing) == [
        ["Accounting", "0009", "จ ฉ", "Cooperative Officer (Accounting)"],
        ["ฝ่ายสารสนเทศ", "S-10", "ค ง", "Head of Information Technology"],
    ]
    assert row_of(sheet, "Department") < row_of(sheet, "Severity")
    assert len(below(sheet, "Severity")) == 1


def test_both_lists_are_tables_with_filters_of_their_own(tmp_path: Path):
    staff = tuple(member(f"S-{number}") for number in range(1, 5))
    problems = (unusable("a.xlsx", "D9"), blank("a.xlsx", "D10"))
    sheet = problem_sheet(tmp_path, result_with(*problems, staff=staff))
    missing, listed = row_of(sheet, "Department"), row_of(sheet, "Severity")
    tables = {table.displayName: table for table in sheet.tables.values()}
    assert {name: table.ref for name, table in tables.items()} == {
        "jdgap_missing": f"A{missing}:D{missing + 3}",
        "jdgap_problems": f"A{listed}:H{listed + 2}",
    }
    assert all(table.autoFilter.ref == table.ref for table in tables.values())
    assert sheet.auto_filter.ref is None


def test_the_top_counts_both_and_leads_to_the_problems(tmp_path: Path):
    staff = tuple(member(f"S-{number}") for number in range(1, 5))
    problems = (unusable("a.xlsx", "D9"), blank("a.xlsx", "D10"), different("a.xlsx", "D11"))
    sheet = problem_sheet(tmp_path, result_with(*problems, staff=staff))
    top = [sheet.cell(row, 1).value for row in (2, 3)]
    assert top == [
        "Not answered: 3 of 4 on the list of staff",
        "Errors: 1, warnings: 1, notes: 1",
    ]
    link = sheet.cell(row_of(sheet, "Go to the problems in the answers"), 1).hyperlink
    assert link.location == f"'Problems'!A{row_of(sheet, 'Severity') - 1}"


def test_without_a_list_of_staff_nobody_is_called_missing(tmp_path: Path):
    sheet = problem_sheet(tmp_path, result_with(unusable("a.xlsx", "D9")))
    assert sheet["A2"].value == "Who has not answered is not known: no list of staff was given."
    assert list(sheet.tables) == ["jdgap_problems"]
    assert sheet.freeze_panes == f"A{row_of(sheet, 'Severity') + 1}"


def test_nothing_moves_with_the_headings_frozen_below_a_long_list(tmp_path: Path):
    staff = tuple(member(f"S-{number}") for number in range(2, 60))
    sheet = problem_sheet(tmp_path, result_with(unusable("a.xlsx", "D9"), staff=staff))
    assert sheet.freeze_panes is None


def test_all_is_well_is_said_in_words(tmp_path: Path):
    sheet = problem_sheet(tmp_path, result_with(staff=(member("S-1"),)))
    assert sheet["A2"].value == "Everybody on the list of staff has answered."
    (row,) = below(sheet, "Severity")
    assert row[0] == "Nothing is wrong: everything that was read could be used."
    assert not sheet.tables


def test_severities_differ_by_symbol_word_and_ground(tmp_path: Path):
    problems = (unusable("a.xlsx", "D9"), blank("a.xlsx", "D10"), different("a.xlsx", "D11"))
    sheet = problem_sheet(tmp_path, result_with(*problems))
    first = row_of(sheet, "Severity") + 1
    cells = [sheet.cell(row, 1) for row in range(first, first + 3)]
    assert len({cell.value[0] for cell in cells}) == 3
    assert len({cell.fill.fgColor.rgb for cell in cells}) == 3


def test_the_words_are_those_of_the_language(tmp_path: Path):
    use_language("th")
    problem = unusable("a.xlsx", "D9")
    sheet = written(tmp_path / "r.xlsx", result_with(problem), add_problems)["ปัญหา"]
    (row,) = below(sheet, "ความสำคัญ")
    assert (row[0], row[6]) == ("■ ผิดพลาด", problem.message())


@pytest.mark.parametrize("text", ["=1+1", "-2+3", "[red]x[/]", "<r>x</r>", "http://x.example/"])
def test_hostile_values_stay_text(tmp_path: Path, text: str):
    staff = (member(text, name=text),)
    sheet = problem_sheet(tmp_path, result_with(unusable(text, "D9", text), staff=staff))
    for row, columns in (
        (row_of(sheet, "Severity"), (3, 6)),
        (row_of(sheet, "Department"), (2, 3)),
    ):
        for cell in (sheet.cell(row + 1, column) for column in columns):
            assert (cell.value.rstrip(), cell.data_type, cell.hyperlink) == (text, "s", None)
            assert cell.quotePrefix == text.startswith(("=", "-"))


def test_rows_grow_with_what_is_said(tmp_path: Path):
    long = Problem(
        "unknown-position",
        Place("ฝ่าย/" * 20 + "a.xlsx", "S", "B3"),
        "x",
        {"name": "x", "suggestions": ["เจ้าหน้าที่สหกรณ์ (ฝ่ายบัญชี)"] * 3},
    )
    sheet = problem_sheet(tmp_path, result_with(long, unusable("a.xlsx", "D9")))
    first = row_of(sheet, "Severity") + 1
    heights = [sheet.row_dimensions[row].height for row in (first, first + 1)]
    assert max(heights) > 3 * min(heights)


def test_every_code_fits_its_column(tmp_path: Path):
    sheet = problem_sheet(tmp_path, result_with(unusable("a.xlsx", "D9")))
    assert sheet.column_dimensions["B"].width >= 0.85 * max(map(len, KINDS)) + 2


def test_it_prints_on_a4_with_its_headings_on_each_page(tmp_path: Path):
    sheet = problem_sheet(tmp_path, result_with(unusable("a.xlsx", "D9")))
    row = row_of(sheet, "Severity")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == f"${row}:${row}"
