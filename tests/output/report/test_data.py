"""The data sheet: the same rows as the CSV, in a real table, cell by cell."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from answers import answer
from builders import book
from jdgap.assessments import NoLevel
from jdgap.output.records import GAP_COLUMNS, gap_rows
from jdgap.output.report import data
from jdgap.output.report.data import add_data
from jdgap.text.language import use_language
from report_rounds import a_crowd, a_result, an_answer, written

COLUMN = {column: place for place, column in enumerate(GAP_COLUMNS)}


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def rows(sheet: Worksheet) -> list[dict]:
    return [dict(zip(GAP_COLUMNS, row, strict=True)) for row in sheet.iter_rows(min_row=2)]


def data_of(path: Path, *people) -> Workbook:
    return written(path / "r.xlsx", a_result(*people), add_data)


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_rows_are_those_of_the_csv_but_for_the_group_s_name(tmp_path: Path, language: str):
    use_language(language)
    result = a_result(*a_crowd(25))
    sheet = written(tmp_path / "r.xlsx", result, add_data).worksheets[0]
    names = {group.id: group.name.text for group in book().groups}
    expected = [
        record | {"group": names[record["group"]]} for record in gap_rows(book(), result.people)
    ]
    read = [{column: cell.value for column, cell in row.items()} for row in rows(sheet)]
    # "" is a cell without anything in it
    assert read == [
        {key: value or (None if value == "" else value) for key, value in each.items()}
        for each in expected
    ]


def test_headings_stand_in_row_1_in_the_promised_order(tmp_path: Path):
    use_language("th")
    sheet = data_of(tmp_path, an_answer())["ข้อมูล"]
    assert [cell.value for cell in sheet[1]] == [
        *("รอบการประเมิน", "รหัสพนักงาน", "ชื่อ-สกุล", "รหัสตำแหน่ง", "ตำแหน่ง", "ฝ่าย"),
        *("กลุ่มสมรรถนะ", "รหัสสมรรถนะ", "สมรรถนะ", "ระดับที่ต้องการ", "ระดับตนเอง"),
        *("ผู้บังคับบัญชาประเมิน", "ระดับจริง", "ส่วนต่าง", "ส่วนขาด", "สถานะ"),
        *("ไฟล์", "แผ่นงาน", "เซลล์"),
    ]


@pytest.mark.parametrize("language", ["th", "en"])
def test_it_is_a_real_table_with_unlike_headings(tmp_path: Path, language: str):
    use_language(language)
    sheet = data_of(tmp_path, an_answer(), an_answer("S-2", "head-it")).worksheets[0]
    (table,) = sheet.tables.values()
    assert (table.displayName, table.ref) == ("jdgap_data", "A1:S21")
    assert table.autoFilter.ref == table.ref
    assert table.column_names == [cell.value for cell in sheet[1]]
    assert len({name.casefold() for name in table.column_names}) == len(GAP_COLUMNS)


def test_levels_are_numbers_and_what_is_not_known_is_empty(tmp_path: Path):
    levels = {"unity": (4, 1), "integrity": NoLevel.NOT_APPLICABLE}
    sheet = data_of(tmp_path, answer("0012", levels)).worksheets[0]
    by_id = {row["competency_id"].value: row for row in rows(sheet)}
    numbers = GAP_COLUMNS[9:16]
    assert [by_id["unity"][each].value for each in numbers] == [3, 4, 1, 1, -2, 2, "below"]
    assert {by_id["unity"][each].data_type for each in numbers[:-1]} == {"n"}
    empty = [None] * 5
    said = [by_id["integrity"][each].value for each in numbers]
    assert said == [3, *empty, "not_applicable"]
    missing = [by_id["service-mind"][each].value for each in numbers]
    assert missing == [3, *empty, "not_assessed"]
    assert by_id["unity"]["gap"].number_format == "+0;-0;0"


def test_each_row_names_its_cell(tmp_path: Path):
    said = answer("S-1", {"unity": 3, "integrity": 4}, file="ฝ่าย/1.xlsx")
    sheet = data_of(tmp_path, said).worksheets[0]
    source = {row["competency_id"].value: row for row in rows(sheet)}
    where = [source["integrity"][each].value for each in ("file", "sheet", "cell")]
    assert where == ["ฝ่าย/1.xlsx", "S", "B8"]
    assert source["trust" if "trust" in source else "achievement"]["cell"].value is None


def test_an_answer_without_a_round_has_the_round_of_the_report(tmp_path: Path):
    sheet = data_of(tmp_path, answer("S-1", round_="")).worksheets[0]
    assert {row["round"].value for row in rows(sheet)} == {"2569"}


def test_more_than_a_sheet_holds_goes_on_in_a_table_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(data, "_MOST_ON_A_SHEET", 10)
    people = [an_answer("S-1", unity=1), an_answer("S-2", unity=2), an_answer("S-3", unity=4)]
    workbook = data_of(tmp_path, *people)
    assert workbook.sheetnames == ["Data", "Data (2)", "Data (3)"]
    tables = [table for sheet in workbook.worksheets for table in sheet.tables.values()]
    assert [(table.displayName, table.ref) for table in tables] == [
        ("jdgap_data", "A1:S11"),
        ("jdgap_data_2", "A1:S11"),
        ("jdgap_data_3", "A1:S5"),
    ]
    parts = [row for sheet in workbook.worksheets for row in rows(sheet)]
    keys = [(row["employee_id"].value, row["competency_id"].value) for row in parts]
    whole = [
        (record["employee_id"], record["competency_id"])
        for record in gap_rows(book(), a_result(*people).people)
    ]
    assert keys == whole


def test_a_full_last_sheet_is_not_followed_by_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(data, "_MOST_ON_A_SHEET", 8)
    assert data_of(tmp_path, an_answer()).sheetnames == ["Data"]


def test_nobody_leaves_the_headings_alone(tmp_path: Path):
    sheet = data_of(tmp_path).worksheets[0]
    assert len([cell.value for cell in sheet[1] if cell.value]) == len(GAP_COLUMNS)
    assert (sheet.max_row, len(sheet.tables)) == (1, 0)


@pytest.mark.parametrize("name", ["=1+1", "-1", "@a", "[red]x[/]", "<r>", "<r>x</r>", "_x001B_"])
def test_hostile_text_stays_text(tmp_path: Path, name: str):
    said = answer(name, name=name, file=name, department=name)
    row = rows(data_of(tmp_path, said).worksheets[0])[0]
    for column in ("employee_id", "name", "department", "file"):
        cell = row[column]
        assert (cell.value.rstrip(), cell.data_type) == (name, "s")
        assert cell.quotePrefix == name.startswith(("=", "-", "@"))
    assert not row["sheet"].quotePrefix


def test_control_characters_do_not_reach_the_sheet(tmp_path: Path):
    row = rows(data_of(tmp_path, an_answer(name="ก\x00\x1b[31m\u202eข")).worksheets[0])[0]
    assert row["name"].value == "ก[31mข"


def test_our_own_reader_reads_it(tmp_path: Path):
    result = a_result(*a_crowd(5))
    written(tmp_path / "r.xlsx", result, add_data)
    sheet = CalamineWorkbook.from_path(tmp_path / "r.xlsx").get_sheet_by_index(0).to_python()
    gaps = [gap for person in result.people for gap in person.results]
    assert [row[COLUMN["competency_id"]] for row in sheet[1:]] == [
        each.competency.id for each in gaps
    ]
    assert [row[COLUMN["required_level"]] for row in sheet[1:]] == [
        each.required_level for each in gaps
    ]


def test_texts_beyond_those_remembered_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("jdgap.output.excel.streamed._MOST_REMEMBERED", 12)
    monkeypatch.setattr(data, "_MOST_REMEMBERED", 2)
    result = a_result(*a_crowd(6), answer("<r>x</r>", name="=1 & 2"))
    sheet = written(tmp_path / "r.xlsx", result, add_data).worksheets[0]
    read = [row["name"].value for row in rows(sheet)]
    assert read == [record["name"] for record in gap_rows(book(), result.people)]
    cells = [row["cell"].value for row in rows(sheet)]
    assert cells == [record["cell"] for record in gap_rows(book(), result.people)]


def test_headings_stay_in_sight_and_on_each_page(tmp_path: Path):
    sheet = data_of(tmp_path, an_answer()).worksheets[0]
    assert sheet.freeze_panes == "D2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")


def test_columns_are_as_wide_as_what_stands_in_them(tmp_path: Path):
    long = "ก" * 40
    sheet = data_of(tmp_path, an_answer(name=long)).worksheets[0]
    assert sheet.column_dimensions["C"].width > 40
    assert sheet.column_dimensions["B"].width < 20
