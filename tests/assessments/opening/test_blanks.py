"""What is really in a cell that reads as blank."""

import zipfile

import pytest

from builders import bare_parts, bare_xml, write_bare, write_workbook, write_zip
from jdgap.assessments.opening import blanks
from jdgap.assessments.opening.blanks import UNCALCULATED, blank_reasons

ERROR = '<c t="e"><v>#REF!</v></c>'
FORMULA = "<c ><f>A1+1</f></c>"


def reasons_in(path):
    with zipfile.ZipFile(path) as archive:
        return blank_reasons(archive)


def test_errors_and_formulas(tmp_path):
    """An error value and a formula without a result are found at their address."""
    rows = [[], [None, None, ERROR], [FORMULA, 3, "ก"]]
    assert reasons_in(write_bare(tmp_path / "a.xlsx", rows)) == {
        "S1": {"C2": "#REF!", "A3": UNCALCULATED}
    }


def test_formulas_with_a_result(tmp_path):
    """A calculated formula, an empty text included, is what it shows."""
    rows = [["<c ><f>A1</f><v>3</v></c>", '<c t="str"><f>""</f><v></v></c>']]
    assert reasons_in(write_bare(tmp_path / "a.xlsx", rows)) == {"S1": {}}


def test_what_openpyxl_writes(tmp_path):
    """Formulas from a program that calculates nothing are found, sheet by sheet."""
    path = write_workbook(tmp_path / "a.xlsx", [[1]], [["=A1+1", 2]], titles=["ก", "ข"])
    assert reasons_in(path) == {"ข": {"A1": UNCALCULATED}}


def test_a_part_that_cannot_be_read(tmp_path):
    """Broken XML, missing parts and strange encodings give nothing, not an exception."""
    good = bare_parts(bare_xml([[ERROR]]))
    sheet = "xl/worksheets/sheet1.xml"
    spoilt = [
        good | {sheet: good[sheet][:-20]},
        good | {sheet: '<?xml version="1.0" encoding="no-such"?>' + good[sheet]},
        good | {"xl/workbook.xml": "<"},
        {key: part for key, part in good.items() if not key.endswith(".rels")},
        {key: part for key, part in good.items() if key != sheet},
    ]
    for number, parts in enumerate(spoilt):
        found = reasons_in(write_zip(tmp_path / f"{number}.xlsx", parts))
        assert found.get("S1", {}) in ({}, {"A1": "#REF!"})


def test_entity_bomb(tmp_path):
    """Entities that multiply stop the parser, not the run."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "lol">{levels}]>'
    parts = bare_parts(bare_xml([[ERROR]]))
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = bomb + parts[sheet].replace("#REF!", "&a11;")
    assert reasons_in(write_zip(tmp_path / "a.xlsx", parts)).get("S1", {}) == {}


@pytest.mark.parametrize("piece", [1, 7, 8, 64])
def test_a_sheet_that_is_searched_in_pieces(tmp_path, monkeypatch, piece):
    """A sign that lies across two pieces is found, too."""
    path = write_bare(tmp_path / "a.xlsx", [[1, ERROR.replace("<c ", '<c s="1" ')]])
    monkeypatch.setattr(blanks, "_PIECE_BYTES", piece)
    assert reasons_in(path) == {"S1": {"B1": "#REF!"}}


@pytest.mark.parametrize(
    "cell",
    [
        "<c ><f/></c>",
        '<c ><f t="shared" si="0"/></c>',
        "<c ><f>1</f></c>",
        "<c t='e'><v>#N/A</v></c>",
    ],
)
def test_every_way_to_write_a_formula_or_an_error(tmp_path, cell):
    """Both quotation marks, and elements with and without attributes or content."""
    assert set(reasons_in(write_bare(tmp_path / "a.xlsx", [[cell]]))["S1"]) == {"A1"}


def test_a_prefix_before_every_element(tmp_path):
    """Elements may carry a prefix, as some libraries write them."""
    parts = bare_parts("")
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/worksheets/sheet1.xml"] = (
        f'<x:worksheet xmlns:x="{namespace}"><x:sheetData><x:row r="1">'
        '<x:c r="A1"><x:f t="shared" si="0"/></x:c></x:row></x:sheetData></x:worksheet>'
    )
    path = write_zip(tmp_path / "a.xlsx", parts)
    assert reasons_in(path) == {"S1": {"A1": UNCALCULATED}}


def test_a_plain_sheet_is_not_parsed(tmp_path, monkeypatch):
    """A sheet without formulas and errors, lists of choices included, costs one search."""
    parts = bare_parts(bare_xml([[1, "ก"]]))
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(
        "</sheetData>", "</sheetData><dataValidations><formula1>x</formula1></dataValidations>"
    )
    monkeypatch.delattr(blanks, "_sheet_parts")
    assert reasons_in(write_zip(tmp_path / "a.xlsx", parts)) == {}
