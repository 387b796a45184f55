"""What is really in a cell that reads as blank."""

from builders import bare_parts, bare_xml, write_bare, write_workbook, write_zip
from jdgap.assessments.blanks import UNCALCULATED, blank_reasons

ERROR = '<c t="e"><v>#REF!</v></c>'
FORMULA = "<c ><f>A1+1</f></c>"


def test_errors_and_formulas(tmp_path):
    """An error value and a formula without a result are found at their address."""
    rows = [[], [None, None, ERROR], [FORMULA, 3, "ก"]]
    assert blank_reasons(write_bare(tmp_path / "a.xlsx", rows)) == {
        "S1": {"C2": "#REF!", "A3": UNCALCULATED}
    }


def test_formulas_with_a_result(tmp_path):
    """A calculated formula, an empty text included, is what it shows."""
    rows = [["<c ><f>A1</f><v>3</v></c>", '<c t="str"><f>""</f><v></v></c>']]
    assert blank_reasons(write_bare(tmp_path / "a.xlsx", rows)) == {"S1": {}}


def test_what_openpyxl_writes(tmp_path):
    """Formulas from a program that calculates nothing are found, sheet by sheet."""
    path = write_workbook(tmp_path / "a.xlsx", [[1]], [["=A1+1", 2]], titles=["ก", "ข"])
    assert blank_reasons(path) == {"ข": {"A1": UNCALCULATED}}


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
        found = blank_reasons(write_zip(tmp_path / f"{number}.xlsx", parts))
        assert found.get("S1", {}) in ({}, {"A1": "#REF!"})


def test_entity_bomb(tmp_path):
    """Entities that multiply stop the parser, not the run."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "lol">{levels}]>'
    parts = bare_parts(bare_xml([[ERROR]]))
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = bomb + parts[sheet].replace("#REF!", "&a11;")
    assert blank_reasons(write_zip(tmp_path / "a.xlsx", parts)).get("S1", {}) == {}
