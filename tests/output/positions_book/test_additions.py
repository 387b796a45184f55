"""Rows and competencies that people add to the positions workbook look like those that are there."""

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from builders import book
from jdgap.assessments.positions_book.layout import SHEETS
from jdgap.output.positions_book.book import export_positions

HEAD, ROWS, COLUMNS = 4, 500, 20


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "p.xlsx"
    export_positions(path, book())
    return load_workbook(path)


@pytest.fixture(params=SHEETS, ids=lambda kind: kind.key)
def sheet(request, workbook):
    return workbook[request.param.title.th]


def shown_in(sheet):
    """What appears where a condition holds: looks and condition, by area."""
    return {
        str(area.sqref): (rule.dxf, rule.formula[0])
        for area in sheet.conditional_formatting
        for rule in area.rules
    }


def test_what_is_typed_below_a_list_has_its_letters(sheet):
    """Font, size, lines and number format of each column are those of its cells."""
    for cell in sheet[HEAD + 1]:
        column = sheet.column_dimensions[cell.column_letter]
        for part in ("font", "alignment", "number_format"):
            assert repr(getattr(column, part)) == repr(getattr(cell, part)), cell.coordinate
        assert column.border.left.style is None


def test_a_row_that_is_added_gets_lines_and_ground(sheet):
    """As soon as one of its cells holds something; nothing else is written below the list."""
    first, last = sheet.max_row + 1, get_column_letter(sheet.max_column)
    shown = shown_in(sheet)
    for cell in sheet[sheet.max_row]:
        letter = cell.column_letter
        dxf, condition = shown[f"{letter}{first}:{letter}{first + ROWS - 1}"]
        assert condition == f"COUNTA($A{first}:${last}{first})>0"
        assert {each.style for each in (dxf.border.left, dxf.border.bottom)} == {"thin"}
        ground = dxf.fill.bgColor.rgb if dxf.fill else "00000000"
        assert ground == cell.fill.fgColor.rgb


def test_a_competency_that_is_added_gets_name_heading_and_levels(workbook):
    sheet = workbook["ระดับที่ต้องการ"]
    first, last = (get_column_letter(sheet.max_column + each) for each in (1, COLUMNS))
    shown, end = shown_in(sheet), sheet.max_row + ROWS
    for row, look in ((HEAD - 1, "00EDEDED"), (HEAD, "001F3864")):
        dxf, condition = shown[f"{first}{row}:{last}{row}"]
        assert (condition, dxf.fill.bgColor.rgb) == (f'{first}${HEAD}<>""', look)
    dxf, condition = shown[f"{first}{HEAD + 1}:{last}{end}"]
    assert condition.startswith(f'AND({first}${HEAD}<>"",COUNTA($A{HEAD + 1}:')
    assert dxf.border.left.style == "thin"
    widths = {sheet.column_dimensions[each].width for each in ("C", first, last)}
    assert len(widths) == 1


def test_what_is_added_is_printed(sheet):
    """The printed area is what is used, whatever is added."""
    assert not sheet.print_area
