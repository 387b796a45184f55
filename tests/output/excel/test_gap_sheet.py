"""The gap sheet: numbers, marks and who sees which problem."""

from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

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
    name="=Somchai Jaidee",
    sheet="S",
    row: int | None = None,
) -> PersonGaps:
    ratings = {
        competency: Rating(*said, Place("a.xlsx", sheet, f"D{row or place}"))
        for place, (competency, said) in enumerate(levels.items(), start=10)
    }
    place = Place("a.xlsx", sheet, f"A{row}" if row else "")
    said = Assessment(place, employee, name, position, "", "", "2569", ratings)
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
    first, last = area.partition(":")[::2]
    return [row[0].value for row in sheet[f"{first}:{last or first}"]]


def test_the_chart_s_numbers_are_hidden_and_not_printed(tmp_path: Path):
    book = load_book()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0]
    assert sheet.print_area.startswith("'0012") or "$A$1:$I$" in sheet.print_area
    assert sheet.column_dimensions["K"].hidden


def requiring(*competencies: str) -> Book:
    book = load_book()
    position = book.position_by_id["officer-it"].model_dump(exclude={"reports_to"})
    position["required"] = dict.fromkeys(competencies, 3)
    return Book.model_validate(book.model_dump() | {"positions": [position]})


@pytest.mark.parametrize("competencies", [("unity",), ("unity", "integrity")])
def test_one_or_two_competencies_make_a_bar_chart(tmp_path: Path, competencies):
    small = requiring(*competencies)
    sheet = written(tmp_path / "g.xlsx", small, assessed(small)).worksheets[0]
    (chart,) = sheet._charts
    assert (chart.tagname, chart.barDir) == ("barChart", "col")
    assert sheet_numbers(sheet, chart.series[1]) == [3, 4][: len(competencies)]


def test_without_a_requirement_there_is_no_chart(tmp_path: Path):
    book = requiring()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0]
    assert sheet._charts == []


def test_the_two_lines_differ_without_colour(tmp_path: Path):
    book = load_book()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0]
    required, actual = sheet._charts[0].series
    assert required.graphicalProperties.line.prstDash == "sysDash"
    assert required.marker.symbol is None
    assert actual.graphicalProperties.line.prstDash in {None, "solid"}
    assert actual.marker.symbol == "circle"


def test_the_chart_stands_left_of_the_totals(tmp_path: Path):
    book = load_book()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0]
    anchor = sheet._charts[0].anchor
    totals = next(row for row in range(1, 60) if sheet.cell(row, 5).value == "Totals")
    assert (anchor._from.col, anchor._from.row + 1) == (0, totals)
    # It ends where the column of the totals begins.
    assert (anchor.to.col, anchor.to.colOff) == (4, 0)
    assert anchor.editAs == "oneCell"


def test_the_font_of_the_chart_counts_for_thai_too(tmp_path: Path):
    """Excel draws Thai in the complex-script font, which XlsxWriter does not name."""
    book, path = load_book(), tmp_path / "g.xlsx"
    write_gap_sheets(path, book, [assessed(book)], font="Tahoma")
    chart = ZipFile(path).read("xl/charts/chart1.xml").decode()
    assert chart.count('<a:cs typeface="Tahoma"/>') == 3  # both axes and the legend
    assert chart.count('<a:latin typeface="Tahoma"/>') == 3


def test_the_chart_carries_its_numbers(tmp_path: Path):
    """What shows a chart without calculating (a preview, a phone) has them."""
    book = load_book()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0]
    required, actual = sheet._charts[0].series
    assert [point.v for point in actual.val.numRef.numCache.pt] == [1, 3, 4, 2, 3]
    assert [point.idx for point in actual.val.numRef.numCache.pt] == [0, 1, 2, 3, 6]
    names = [point.v for point in required.cat.strRef.strCache.pt]
    assert names[:2] == ["Service Mind", "Unity"]


def test_the_chart_draws_what_is_hidden(tmp_path: Path):
    """Excel leaves hidden cells out where the file says so; its older form is to say nothing."""
    book, path = load_book(), tmp_path / "g.xlsx"
    written(path, book, assessed(book))
    assert b'plotVisOnly val="1"' not in ZipFile(path).read("xl/charts/chart1.xml")


def test_the_employee_signs_above_the_name(tmp_path: Path):
    book = load_book()
    people = [assessed(book, name="Somchai Jaidee"), assessed(book, name="", employee="2")]
    named, unnamed = written(tmp_path / "g.xlsx", book, *people).worksheets
    brackets = [
        [cell.value for row in sheet.iter_rows() for cell in row if str(cell.value)[:2] == "( "]
        for sheet in (named, unnamed)
    ]
    assert brackets[0][0] == "( Somchai Jaidee )"
    dots = brackets[0][1]
    assert set(dots) == set("( .)")
    assert brackets[1] == [dots, dots]


def test_the_same_people_on_the_same_day_make_the_same_file(tmp_path: Path):
    book = load_book()
    files = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for file in files:
        workbook = written(file, book, assessed(book))
        assert workbook.properties.creator == "jdgap"
        assert workbook.properties.created == datetime(2026, 11, 23)  # noqa: DTZ001 (read so)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_hostile_names_break_nothing(tmp_path: Path):
    """Markup, apostrophes and exclamation marks stay what they are, in cells and in titles."""
    book = load_book()
    names = ["<r>x</r>", 'O\'Brien & "Sons"!', "'a'!B1", "_x0041_x0042_", "]]>"]
    people = [assessed(book, name=name, employee=str(n)) for n, name in enumerate(names)]
    workbook = written(tmp_path / "g.xlsx", book, *people)
    for sheet, name in zip(workbook.worksheets, names, strict=True):
        assert name in all_text(sheet).replace("_x005F_", "_")
        assert sheet_numbers(sheet, sheet._charts[0].series[0]) == [3] * 8


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
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight or 1) == (1, 1)
        assert "&P" in sheet.oddFooter.center.text
        assert "Round 2569 (2026)" in sheet.oddFooter.left.text
        assert "2026" in sheet.oddFooter.right.text


def test_the_footer_s_date_is_of_the_buddhist_era_in_thai(tmp_path: Path):
    use_language("th")
    book = load_book()
    sheet = written(tmp_path / "g.xlsx", book, assessed(book)).worksheets[0]
    assert sheet.oddFooter.left.text.endswith("รอบการประเมิน 2569")
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
