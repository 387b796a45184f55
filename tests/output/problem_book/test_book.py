"""The workbook of problems: the files, every problem with its place, who has not answered."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from answers import answer, member
from builders import book
from jdgap.assessments.own_reports import PROBLEM_BOOK_SHEETS, is_own_report
from jdgap.output.problem_book.book import write_problem_book
from jdgap.positions import Name
from jdgap.problems import KINDS, Place, Problem, in_order
from jdgap.text.language import use_language
from report_rounds import DAY, a_result

LEVEL = {"lowest": 1, "highest": 5}
FILES, PROBLEMS, MISSING = (english for _key, _thai, english in PROBLEM_BOOK_SHEETS)


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def unusable(file: str, cell: str, value: str = "x") -> Problem:
    return Problem("level-not-a-number", Place(file, "S", cell), value, LEVEL)


def blank(file: str, cell: str) -> Problem:
    return Problem("missing-level", Place(file, "S", cell), facts={"competency": "Unity"})


def note(file: str) -> Problem:
    return Problem("skipped-file", Place(file), facts={"reason": "x"})


def result_with(*problems: Problem, people=(), **options):
    return a_result(*people, problems=in_order(problems), **options)


def written(path: Path, result) -> openpyxl.Workbook:
    write_problem_book(path / "p.xlsx", book(), result, printed_on=DAY)
    return openpyxl.load_workbook(path / "p.xlsx")


def listed(sheet: Worksheet, heading: str) -> list[dict]:
    """The rows of the list whose first column has this heading."""
    rows = list(sheet.iter_rows(values_only=True))
    first = next(place for place, row in enumerate(rows) if row[0] == heading)
    return [dict(zip(rows[first], row, strict=True)) for row in rows[first + 1 :]]


def test_a_problem_has_its_place_its_value_and_what_to_do(tmp_path):
    problem = unusable("a.xlsx", "D12", "ดีมาก")
    somebody = answer("S-1", file="a.xlsx", name="ก ข")
    (row,) = listed(written(tmp_path, result_with(problem, people=[somebody]))[PROBLEMS], "File")
    assert row == {
        "File": "a.xlsx",
        "Sheet": "S",
        "Cell": "D12",
        "Employee": "S-1 ก ข",
        "Value found": "ดีมาก",
        "Problem": KINDS[problem.code].title,
        "What is wrong": problem.message(),
        "What to do": problem.remedy(),
        "Severity": "■ error",
        "Code": problem.code,
        "Mended": None,
    }


def test_every_problem_is_there_by_file_and_place(tmp_path):
    problems = [unusable("b.xlsx", f"D{row}") for row in range(2, 302)]
    problems += [note("~$a.xlsx"), unusable("a.xlsx", "D10"), blank("a.xlsx", "D9")]
    rows = listed(written(tmp_path, result_with(*problems))[PROBLEMS], "File")
    assert [(row["File"], row["Cell"]) for row in rows] == [
        *(("a.xlsx", "D9"), ("a.xlsx", "D10")),
        *(("b.xlsx", f"D{row}") for row in range(2, 302)),
        ("~$a.xlsx", None),
    ]


def test_every_file_has_a_line_the_ones_to_send_back_first(tmp_path):
    people = [answer(f"S-{file[0]}", file=file) for file in ("well.xlsx", "c.xlsx", "b.xlsx")]
    problems = [blank("c.xlsx", "D1"), unusable("c.xlsx", "D2"), unusable("c.xlsx", "D3")]
    problems += [blank("b.xlsx", "D1"), note("~$d.xlsx")]
    problems += [Problem("unreadable", Place("a.xlsx"), facts={"reason": "x"})]
    rows = listed(written(tmp_path, result_with(*problems, people=people))[FILES], "State")
    assert [
        (row["File"], row["Employee ID"], row["Errors"], row["Warnings"], row["Notes"])
        for row in rows
    ] == [
        ("a.xlsx", None, 1, None, None),
        ("c.xlsx", "S-c", 2, 1, None),
        ("b.xlsx", "S-b", None, 1, None),
        ("~$d.xlsx", None, None, None, 1),
        ("well.xlsx", "S-w", None, None, None),
    ]
    assert [row["State"][0] for row in rows] == ["■", "■", "▲", "○", "✓"]
    titles = [KINDS[code].title for code in ("unreadable", "level-not-a-number", "missing-level")]
    assert [row["Look first at"] for row in rows[:3]] == titles
    assert rows[-1]["Look first at"] is None


def test_a_file_leads_to_the_first_of_its_worst_problems(tmp_path):
    problems = [*(unusable("a.xlsx", f"D{row}") for row in (1, 2)), note("c.xlsx")]
    problems += [blank("b.xlsx", "D1"), unusable("b.xlsx", "D2")]
    workbook = written(tmp_path, result_with(*problems))
    sheet = workbook[FILES]
    for row in sheet.iter_rows():
        if row[1].value in {"a.xlsx", "b.xlsx", "c.xlsx"}:
            title, cell = row[8].hyperlink.location.rsplit("!", 1)
            found = workbook[title.strip("'")][cell].row
            there = [each.value for each in workbook[PROBLEMS][found]]
            assert (there[0], there[5]) == (row[1].value, row[8].value)
            assert there[2] == {"a.xlsx": "D1", "b.xlsx": "D2", "c.xlsx": None}[there[0]]


def test_links_lead_to_places_of_the_workbook_only(tmp_path):
    people = [answer("S-1", file="a.xlsx")]
    workbook = written(tmp_path, result_with(unusable("a.xlsx", "D1"), people=people))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    links = [cell.hyperlink for cell in cells if cell.hyperlink]
    assert len(links) == 3
    assert all(link.location and link.target is None for link in links)


def test_several_people_in_a_file_are_counted(tmp_path):
    people = [answer(f"S-{row}", file="a.xlsx", cell=f"A{row}") for row in (2, 3)]
    (row,) = listed(written(tmp_path, result_with(people=people))[FILES], "State")
    assert (row["Employee ID"], row["Name"]) == (None, "2 people")


def test_who_has_not_answered_has_a_sheet(tmp_path):
    staff = (member("S-1"), member("0009", name="จ ฉ", position="head-it", department="ฝ่าย"))
    workbook = written(tmp_path, result_with(people=[answer("S-1")], staff=staff))
    assert workbook.sheetnames == [FILES, PROBLEMS, MISSING]
    (row,) = listed(workbook[MISSING], "Department")
    assert list(row.values()) == ["ฝ่าย", "0009", "จ ฉ", "Head of Information Technology"]
    assert workbook[FILES]["A4"].value == "Not answered: 1 of 2 on the list of staff"


@pytest.mark.parametrize("staff", [None, (member("S-1"),)])
def test_without_missing_people_there_is_no_such_sheet(tmp_path, staff):
    workbook = written(tmp_path, result_with(people=[answer("S-1")], staff=staff))
    assert workbook.sheetnames == [FILES, PROBLEMS]


def test_all_is_well_is_said_in_words(tmp_path):
    sheet = written(tmp_path, result_with(people=[answer("S-1")]))[PROBLEMS]
    (row,) = listed(sheet, "File")
    assert row["File"] == "Nothing is wrong: everything that was read could be used."


@pytest.mark.parametrize("language", ["th", "en"])
def test_it_is_known_as_a_workbook_of_jdgap(tmp_path, language):
    use_language(language)
    titles = written(tmp_path, result_with(people=[answer("S-1")])).sheetnames
    assert titles == [each[1 if language == "th" else 2] for each in PROBLEM_BOOK_SHEETS[:2]]
    assert is_own_report(titles)
    assert not is_own_report(titles[:1])


@pytest.mark.parametrize("text", ["=1+1", "-2+3", "[red]x[/]", "<r>x</r>", "http://x.example/"])
def test_hostile_values_stay_text(tmp_path, text):
    people = [answer(text, file=text, name=text)]
    workbook = written(tmp_path, result_with(unusable(text, "D9", text), people=people))
    found = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    found = [cell for cell in found if isinstance(cell.value, str) and cell.value.strip() == text]
    assert len(found) == 6
    for cell in found:
        assert (cell.data_type, cell.hyperlink) == ("s", None)
        assert cell.quotePrefix == text.startswith(("=", "-"))


def test_lists_have_filters_headings_that_stay_and_a4_pages(tmp_path):
    staff = (member("S-1"), member("S-2"))
    people = [answer("S-1", file="a.xlsx")]
    problems = [unusable("a.xlsx", "D9"), unusable("a.xlsx", "D10")]
    for sheet in written(tmp_path, result_with(*problems, people=people, staff=staff)):
        heading = sheet.max_row - {FILES: 1, PROBLEMS: 2, MISSING: 1}[sheet.title]
        assert sheet.auto_filter.ref.startswith(f"A{heading}:")
        assert sheet.freeze_panes == f"A{heading + 1}"
        assert sheet.print_title_rows == f"${heading}:${heading}"
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.page_setup.fitToHeight == 0


def test_a_problem_can_be_ticked_off(tmp_path):
    problems = [unusable("a.xlsx", "D9"), unusable("a.xlsx", "D10")]
    sheet = written(tmp_path, result_with(*problems))[PROBLEMS]
    (rule,) = sheet.data_validations.dataValidation
    assert str(rule.sqref) == f"K{sheet.max_row - 1}:K{sheet.max_row}"
    assert (rule.formula1, rule.showErrorMessage) == ('"✓"', False)


def test_neighbouring_files_have_different_grounds(tmp_path):
    problems = [unusable(file, cell) for file in ("a", "b", "c") for cell in ("D1", "D2")]
    sheet = written(tmp_path, result_with(*problems))[PROBLEMS]
    last = sheet.max_row
    grounds = [sheet.cell(row, 1).fill.fgColor.rgb for row in range(last - 5, last + 1)]
    assert grounds[0] == grounds[1] == grounds[4] != grounds[2] == grounds[3]


def test_every_code_fits_its_column(tmp_path):
    sheet = written(tmp_path, result_with(unusable("a.xlsx", "D9")))[PROBLEMS]
    assert sheet.column_dimensions["J"].width >= 0.85 * max(map(len, KINDS)) + 2


def test_an_existing_file_stays_unless_forced(tmp_path):
    path = tmp_path / "p.xlsx"
    path.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_problem_book(path, book(), result_with())
    assert path.read_bytes() == b"mine"
    write_problem_book(path, book(), result_with(), force=True)
    (row,) = listed(openpyxl.load_workbook(path)[FILES], "State")
    assert row["State"] == "There is no file to read."


def test_the_same_result_on_the_same_day_makes_the_same_bytes(tmp_path):
    made = []
    for name in ("one.xlsx", "two.xlsx"):
        write_problem_book(tmp_path / name, book(), result_with(note("a")), printed_on=DAY)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_a_file_whose_answer_does_not_count_is_not_called_well(tmp_path):
    result = result_with(people=[answer("S-1", file="a.xlsx")], answered=(answer(file="b.xlsx"),))
    rows = listed(written(tmp_path, result)[FILES], "State")
    assert [(row["State"][0], row["File"]) for row in rows] == [("▲", "b.xlsx"), ("✓", "a.xlsx")]
    assert rows[0]["Look first at"] == "An answer was not counted"


def test_the_title_among_the_properties_is_one_that_excel_takes(tmp_path):
    """The name of an organisation may be longer than that."""
    organisation = book().model_copy(update={"organisation": Name(en="Long " * 100)})
    write_problem_book(tmp_path / "p.xlsx", organisation, result_with(), printed_on=DAY)
    title = openpyxl.load_workbook(tmp_path / "p.xlsx").properties.title
    assert title.startswith("Long Long")
    assert len(title) <= 255
