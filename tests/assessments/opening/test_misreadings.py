"""What the reader would take for something else."""

import re

import pytest

from jdgap.assessments.opening import misreadings
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.misreadings import read_right


def sheet(cells, before="", after=""):
    rows = f'<sheetData><row r="1">{cells}</row></sheetData>'
    return f"<worksheet>{before}{rows}{after}</worksheet>".encode()


def prefixed(content):
    return re.sub(rb"<(/?)(\w)", rb"<\1x:\2", content)


def in_pieces(content, size):
    return [content[start : start + size] for start in range(0, len(content), size)]


def is_refused(pieces):
    try:
        passed = list(read_right(pieces))
    except FileFaultError as fault:
        assert fault.code == "unreadable"  # noqa: PT017 (the other way is right, too)
        return True
    assert passed == pieces
    return False


MISREAD = [
    "<c><v>&#51;</v></c>",
    "<c><v>1&#51;</v></c>",
    '<c r="A1" t="n" s="1"><v>&three;</v></c>',
    '<c t="s"><v>1&#51;</v></c>',
    '<c><v xml:space="preserve">&#51;</v></c>',
    "<c><f>A1</f><v>&#51;</v></c>",
    "<c><v><![CDATA[3]]></v></c>",
    "<c><v>1<!-- and -->3</v></c>",
    '<c t="str"><v><![CDATA[3]]></v></c>',
    '<c t="str"><v>a&amp;b</v></c><c><v>&#51;</v></c>',
    '<c><v>&#51;</v></c><c t="str"><v>a&amp;b</v></c>',
]
RIGHT = [
    "<c><v>13</v></c>",
    '<c t="inlineStr"><is><t>a &amp; b<![CDATA[3]]>&#51;</t></is></c>',
    '<c t="str"><v>a&amp;b</v></c>',
    '<c r="A1" t="str" s="1"><f>"a"&amp;"b"</f><v>a&amp;b</v></c>',
    "<c r='A1' t='str'><f t='shared' si='0'/><v>ก&#3586;</v></c>",
    "<!-- no value --><c><v>3</v></c>",
    "<c><f>A1&amp;A2</f><v>3</v></c>",
    '<c t="e"><v>#REF!</v></c>',
]


@pytest.mark.parametrize("change", [bytes, prefixed])
@pytest.mark.parametrize("cell", MISREAD)
def test_values_in_parts(cell, change):
    """Only the first run of characters of a number would be read."""
    assert is_refused([change(sheet(cell))])


@pytest.mark.parametrize("change", [bytes, prefixed])
@pytest.mark.parametrize("cell", RIGHT)
def test_texts_in_parts(cell, change):
    """Texts may have what numbers may not, and so may formulas."""
    assert not is_refused([change(sheet(cell))])


def test_what_is_no_cell():
    """Lists of choices stand below the rows, and comments above them."""
    choices = '<dataValidation prompt="a &amp; b"><formula1>"a&amp;b"</formula1></dataValidation>'
    assert not is_refused([sheet("<c><v>3</v></c>", "<!-- made by hand -->", choices)])
    assert not is_refused([sheet("<c><v>3</v></c>", after="<extLst><v>a &amp; b</v></extLst>")])


@pytest.mark.parametrize("cell", [*MISREAD, *RIGHT])
def test_wherever_a_piece_ends(cell):
    """A cell may begin in one piece of a survey and end in the next."""
    content = sheet('<c t="str"><v>a&amp;b</v></c>' + cell)
    for end in range(1, len(content)):
        pieces = [content[:end], content[end:]]
        assert is_refused(pieces) is (cell in MISREAD), end


@pytest.mark.parametrize(
    "address", ["A4294967303", "A12345678", "AAAA1", "1A", "&#65;1", "A-1", "A 1"]
)
def test_addresses_beyond_the_largest_sheet(address):
    """They come round to the first rows and columns again."""
    assert is_refused([sheet(f'<c r="{address}"><v>3</v></c>')])
    assert is_refused([prefixed(sheet(f'<c r="{address}"><v>3</v></c>'))])


def test_rows_beyond_the_largest_sheet():
    """Also where the cells in them do not say where they are."""
    assert is_refused([sheet('</row><row r="4294967303"><c><v>3</v></c>')])
    assert not is_refused([sheet('</row><row r="1048576"><c><v>3</v></c>')])


@pytest.mark.parametrize("again", ["B7", "b7"])
def test_a_cell_that_stands_twice(again):
    """Neither of its values is known to be right."""
    assert is_refused([sheet(f'<c r="B7"><v>3</v></c><c r="A1"/><c r="{again}"><v>5</v></c>')])
    assert not is_refused([sheet('<c r="b7"><v>3</v></c><c r="B8"><v>5</v></c><c/><c/>')])


def test_what_other_elements_refer_to():
    """Cells are named elsewhere in a sheet, too."""
    scenarios = '<scenario><inputCells r="B7" val="1"/><inputCells r="B7" val="2"/></scenario>'
    assert not is_refused([sheet('<c r="B7"><v>3</v></c>', after=scenarios)])


def test_the_addresses_of_a_survey_are_not_looked_at(monkeypatch):
    """It would take longer than all other looks."""
    monkeypatch.setattr(misreadings, "_FORM_BYTES", 100)
    content = sheet('<c r="B7"><v>3</v></c>' * 10)
    assert not is_refused(in_pieces(content, 100))
    assert is_refused([content[:99]])
