"""Sheets whose rows come from an iterator: right cells, right places, one text once."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from jdgap.output.excel import streamed
from jdgap.output.excel.looks import Looks
from jdgap.output.excel.streamed import PreparedCells, StreamedRow, StreamedSheet
from jdgap.output.excel.style import Dress, Typeface

PLAIN, BOLD = Dress(), Dress(bold=True, lines="box")


class Book:
    """A workbook with streamed sheets."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.workbook = Workbook(path)
        self.looks = Looks(self.workbook, Typeface())

    def sheet(self, title: str, first_row: int, values, *, height=None) -> StreamedSheet:
        """A sheet with rows of values, each in the plain look."""
        sheet = self.workbook.add_worksheet(title, worksheet_class=StreamedSheet)
        rows = [StreamedRow(row, (self.looks.of(PLAIN),) * len(row), height) for row in values]
        width = max(map(len, values))
        sheet.stream(first_row, iter(rows), count=len(rows), width=width)
        return sheet

    def read(self):
        self.workbook.close()
        return load_workbook(self.path)


@pytest.fixture
def new(tmp_path: Path) -> Book:
    return Book(tmp_path / "s.xlsx")


def test_numbers_are_numbers_texts_are_texts_and_nothing_is_nothing(new: Book):
    new.sheet("S", 0, [["ก", 3, 2.5, None, "", "=1+1", "7"]])
    (row,) = new.read()["S"].iter_rows()
    assert [cell.value for cell in row] == ["ก", 3, 2.5, None, None, "=1+1", "7"]
    assert [cell.data_type for cell in row] == ["s", "n", "n", "n", "n", "s", "s"]


def test_rows_follow_what_stands_above_them(new: Book):
    sheet = new.sheet("S", 2, [["c"], ["d"]], height=33.5)
    new.looks.write(sheet, 0, 0, "a", BOLD)
    read = new.read()["S"]
    assert [cell.value for cell in read["A"]] == ["a", None, "c", "d"]
    assert (read.row_dimensions[3].height, read.row_dimensions[4].height) == (33.5, 33.5)
    assert read["A1"].font.b
    assert not read["A3"].font.b


def test_cells_put_together_before_stand_in_any_row(new: Book):
    sheet = new.workbook.add_worksheet("S", worksheet_class=StreamedSheet)
    looks = (new.looks.of(PLAIN), new.looks.of(BOLD))

    def rows():
        shared = sheet.cells(1, ("\x00ข", 3), looks)
        for name in ("a", "b"):
            yield PreparedCells(sheet.cells(0, (name,), looks[:1]) + shared)

    sheet.stream(0, rows(), count=2, width=3)
    read = new.read()["S"]
    assert list(read.iter_rows(values_only=True)) == [("a", "ข", 3), ("b", "ข", 3)]
    assert [cell.coordinate for cell in read[2]] == ["A2", "B2", "C2"]
    assert [cell.font.b for cell in read[2]] == [False, False, True]


def test_a_text_is_in_the_file_once_however_many_sheets_have_it(new: Book):
    for title in ("S", "T"):
        new.sheet(title, 0, [["การบริการด้วยใจ"]] * 3)
    read = new.read()
    assert {cell.value for sheet in read.worksheets for cell in sheet["A"]} == {"การบริการด้วยใจ"}
    with zipfile.ZipFile(new.path) as archive:
        texts = archive.read("xl/sharedStrings.xml").decode()
        assert texts.count("การบริการด้วยใจ") == 1
        assert "การบริการ" not in archive.read("xl/worksheets/sheet1.xml").decode()


def test_texts_of_xlsxwriter_s_own_sheets_stay_theirs(new: Book):
    new.looks.write(new.workbook.add_worksheet("A"), 0, 0, "above", PLAIN)
    new.sheet("S", 0, [["streamed"], ["above"]])
    new.looks.write(new.workbook.add_worksheet("Z"), 0, 0, "after", PLAIN)
    read = new.read()
    assert [read[title]["A1"].value for title in "ASZ"] == ["above", "streamed", "after"]
    assert read["S"]["A2"].value == "above"


@pytest.mark.parametrize("most", [0, 100])
@pytest.mark.parametrize("text", ["<r>x</r>", "<b>&", "  ก  ข ", "\x1b[31m", "\ufffe", "\x00"])
def test_hostile_text_is_safe_remembered_or_not(
    new: Book, monkeypatch: pytest.MonkeyPatch, text: str, most: int
):
    monkeypatch.setattr(streamed, "_MOST_REMEMBERED", most)
    new.sheet("S", 0, [[text]])
    expected = {"  ก  ข ": "ก ข", "\x1b[31m": "[31m", "\ufffe": None, "\x00": None}.get(text, text)
    value = new.read()["S"]["A1"].value
    assert (value.rstrip() if value else value) == expected


def test_text_that_looks_escaped_stays_as_it_is(new: Book):
    new.sheet("S", 0, [["_x001B_"]])
    assert new.read()["S"]["A1"].value == "_x001B_"


def test_a_table_covers_all_its_rows(new: Book):
    sheet = new.sheet("S", 1, [["a", 1], ["b", 2], ["c", 3]])
    columns = [{"header": "Name"}, {"header": "Level"}]
    sheet.add_streamed_table(0, 3, {"name": "levels", "columns": columns})
    (table,) = new.read()["S"].tables.values()
    assert (table.ref, table.autoFilter.ref) == ("A1:B4", "A1:B4")


def test_the_same_rows_make_the_same_bytes(tmp_path: Path):
    contents = []
    for name in ("1.xlsx", "2.xlsx"):
        book = Book(tmp_path / name)
        book.sheet("S", 0, [["ข", 1], ["ก", 2]])
        book.workbook.close()
        with zipfile.ZipFile(book.path) as archive:
            parts = ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")
            contents.append([archive.read(part) for part in parts])
    assert contents[0] == contents[1]
