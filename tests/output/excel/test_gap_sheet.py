"""The gap sheet: numbers, marks and who sees which problem."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jdgap.assessments import Assessment, NoLevel, Rating
from jdgap.gaps import PersonGaps, compare_person
from jdgap.output.excel.gap_sheet import write_gap_sheets
from jdgap.positions import Book, load_book
from jdgap.problems import Place, Problem
from jdgap.text.language import use_language

BLANK, UNUSABLE, NOT_APPLICABLE = NoLevel.BLANK, NoLevel.UNUSABLE, NoLevel.NOT_APPLICABLE
DAY = date(2026, 11, 23)
LEVELS = {
    "service-mind": (5, 1),
    "unity": (3, 3),
    "integrity": (3, 4),
    "achievement": (2, BLANK),
    "professional-expertise": (BLANK, BLANK),
    "analytical-thinking": (NOT_APPLICABLE, NOT_APPLICABLE),
    "process-accuracy": (UNUSABLE, 3),
    "coaching": (2, BLANK),
}


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def assessed(
    book: Book,
    levels=LEVELS,
    *,
    position="officer-it",
    employee="0012",
    sheet="S",
    row: int | None = None,
) -> PersonGaps:
    ratings = {
        competency: Rating(*said, Place("a.xlsx", sheet, f"D{row or place}"))
        for place, (competency, said) in enumerate(levels.items(), start=10)
    }
    place = Place("a.xlsx", sheet)
    said = Assessment(place, employee, "=Somchai Jaidee", position, "", "", "2569", ratings)
    return compare_person(said, book, book.position_by_id[position])


def written(path: Path, book: Book, *people: PersonGaps, problems=()):
    write_gap_sheets(path, book, people, problems, printed_on=DAY)
    return load_workbook(path)


def table(sheet) -> dict[str, list]:
    heading = next(row for row in range(1, 30) if sheet.cell(row, 1).value == "Competency")
    found = {}
    for row in range(heading + 1, sheet.max_row):
        if not isinstance(sheet.cell(row, 3).value, int):
            break
        found[sheet.cell(row, 1).value] = [sheet.cell(row, column) for column in range(3, 10)]
    return found


def values(cells) -> list:
    return [cell.value for cell in cells]


def all_text(sheet) -> str:
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)


def test_levels_and_gaps_are_values(tmp_path: Path):
    book = load_book()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0]
    rows = table(sheet)
    assert len(rows) == len(book.position_by_id["officer-it"].required)
    assert values(rows["Service Mind"])[:5] == [3, 5, 1, 1, -2]
    assert values(rows["Unity"])[:5] == [3, 3, 3, 3, 0]
    assert values(rows["Integrity"])[:5] == [3, 3, 4, 4, 1]
    assert values(rows["Achievement Orientation"])[:5] == [3, 2, "—", 2, -1]
    assert rows["Service Mind"][4].number_format == "+0;-0;0"
    assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def test_what_was_not_assessed_is_a_dash_and_never_a_zero(tmp_path: Path):
    book = load_book()
    rows = table(written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0])
    assert values(rows["Professional Expertise"])[1:5] == ["—"] * 4
    assert values(rows["Analytical Thinking"])[1:5] == ["N/A", "N/A", "—", "—"]
    assert values(rows["Flexibility"])[1:5] == ["—"] * 4


def test_symbols_and_fills_tell_the_statuses_apart(tmp_path: Path):
    book = load_book()
    rows = table(written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0])
    names = ("Service Mind", "Achievement Orientation", "Unity", "Integrity")
    symbols = [rows[name][5].value.split()[0] for name in names]
    assert symbols == ["▼▼", "▼", "●", "▲"]
    assert len({rows[name][4].fill.start_color.rgb for name in names}) == 4


def test_raters_two_levels_apart_are_flagged_in_their_row(tmp_path: Path):
    book = load_book()
    rows = table(written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0])
    assert [name for name, cells in rows.items() if cells[6].value] == ["Service Mind"]


def test_totals_are_those_of_the_person(tmp_path: Path):
    book = load_book()
    person = assessed(book)
    sheet = written(tmp_path / "g.xlsx", book, person).worksheets[0]
    sums = {sheet.cell(row, 5).value: values(sheet[row][6:9]) for row in range(1, sheet.max_row)}
    expected = [person.totals.fit_pct, person.totals.met_pct, person.totals.coverage_pct]
    assert sums["All"] == pytest.approx(expected)
    core = person.totals_by_group["core"]
    assert sums["Core competencies"][0] == pytest.approx(core.fit_pct)


def test_totals_of_nothing_rated_are_dashes(tmp_path: Path):
    book = load_book()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book, {})).worksheets[0]
    sums = {sheet.cell(row, 5).value: values(sheet[row][6:9]) for row in range(1, sheet.max_row)}
    assert sums["All"] == ["—", "—", 0]


def test_the_chart_leaves_a_hole_where_nothing_was_rated(tmp_path: Path):
    book = load_book()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0]
    chart = sheet._charts[0]
    assert (chart.y_axis.scaling.min, chart.y_axis.scaling.max) == (0, book.levels[-1])
    assert chart.display_blanks == "gap"
    assert not chart.y_axis.delete
    required, actual = chart.series
    assert sheet_numbers(sheet, required) == [3] * 8
    assert sheet_numbers(sheet, actual) == [1, 3, 4, 2, None, None, 3, None]


def sheet_numbers(sheet, series) -> list:
    area = series.val.numRef.f.rsplit("!", 1)[1].replace("$", "")
    return [row[0].value for row in sheet[area]]


def test_the_chart_s_numbers_are_hidden_and_not_printed(tmp_path: Path):
    book = load_book()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0]
    assert sheet.print_area.startswith("'0012") or "$A$1:$I$" in sheet.print_area
    assert sheet.column_dimensions["K"].hidden


def test_two_competencies_make_a_bar_chart(tmp_path: Path):
    book = load_book()
    position = book.position_by_id["officer-it"].model_dump(exclude={"reports_to"})
    position["required"] = {"unity": 3, "integrity": 3}
    small = Book.model_validate(book.model_dump() | {"positions": [position]})
    sheet = written(tmp_path / "g.xlsx", small, assessed(small)).worksheets[0]
    assert sheet._charts[0].tagname == "barChart"


def test_ratings_that_are_not_required_stand_apart(tmp_path: Path):
    book = load_book()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0]
    assert "Coaching" not in table(sheet)
    assert "Coaching" in all_text(sheet)


def test_one_page_each_on_a4_with_safe_unique_titles(tmp_path: Path):
    book = load_book()
    people = [assessed(book, employee="a/b:" + "ก" * 40) for _ in range(3)]
    workbook = written(tmp_path / "g.xlsx", book, *people)
    assert len(set(workbook.sheetnames)) == 3
    assert max(map(len, workbook.sheetnames)) <= 31
    for sheet in workbook.worksheets:
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
        assert "&P" in sheet.oddFooter.center.text
        assert "2026" in sheet.oddFooter.right.text


def test_the_footer_s_date_is_of_the_buddhist_era_in_thai(tmp_path: Path):
    use_language("th")
    book = load_book()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0]
    assert "2569" in sheet.oddFooter.right.text


def test_text_like_a_formula_stays_text(tmp_path: Path):
    book = load_book()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0]
    cell = next(c for row in sheet.iter_rows() for c in row if c.value == "=Somchai Jaidee")
    assert cell.data_type == "s"


def unusable(sheet: str, cell: str, value: str) -> Problem:
    return Problem(
        "level-not-a-number", Place("a.xlsx", sheet, cell), value, {"lowest": 1, "highest": 5}
    )


def test_a_page_lists_the_problems_of_its_own_sheet_only(tmp_path: Path):
    book = load_book()
    problems = [unusable("S", "D12", "mine"), unusable("other", "D12", "theirs")]
    sheet = written(tmp_path / "g.xlsx", book, assessed(book), problems=problems).worksheets[0]
    assert "mine" in all_text(sheet)
    assert "theirs" not in all_text(sheet)


def test_in_a_table_of_many_people_a_page_shows_only_its_own_rows(tmp_path: Path):
    book = load_book()
    people = [assessed(book, employee="1", row=2), assessed(book, employee="2", row=3)]
    problems = [unusable("S", "F2", "of-one"), unusable("S", "F3", "of-two")]
    one, two = written(tmp_path / "g.xlsx", book, *people, problems=problems).worksheets
    assert "of-one" in all_text(one)
    assert "of-two" not in all_text(one)
    assert "of-two" in all_text(two)
    alone = written(tmp_path / "h.xlsx", book, people[0], problems=problems).worksheets[0]
    assert "of-two" not in all_text(alone)


def test_many_problems_are_listed_short(tmp_path: Path):
    book = load_book()
    problems = [unusable("S", f"D{row}", f"bad{row}") for row in range(10, 60)]
    text = all_text(
        written(tmp_path / "g.xlsx", book, assessed(book), problems=problems).worksheets[0]
    )
    assert sum(f"bad{row}" in text for row in range(10, 60)) == 4
    assert "46" in text


def test_nobody_is_an_error(tmp_path: Path):
    with pytest.raises(ValueError, match="nobody"):
        write_gap_sheets(tmp_path / "g.xlsx", load_book(), [])


def test_an_existing_file_is_refused_unless_forced(tmp_path: Path):
    book, path = load_book(), tmp_path / "g.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_gap_sheets(path, book, [assessed(book)])
    assert path.read_bytes() == b"old"
    write_gap_sheets(path, book, [assessed(book)], force=True)
    assert load_workbook(path).sheetnames
