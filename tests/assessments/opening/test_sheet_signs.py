"""Whether the XML of a sheet has to be parsed."""

import pytest

from jdgap.assessments.opening.sheet_signs import Need, need_of

HEAD = b'<worksheet><cols><col min="1" max="1" width="9"/></cols>'
TAIL = b"<dataValidations><dataValidation><formula1>x</formula1></dataValidation></dataValidations>"


def sheet(cells=b"", head=HEAD, tail=TAIL):
    row = b'<row r="1" hidden="false"><c r="A1" t="s"><v>0</v></c>' + cells + b"</row>"
    return head + b"<sheetData>" + row + b"</sheetData>" + tail + b"</worksheet>"


def in_pieces(content, size):
    return [content[start : start + size] for start in range(0, len(content), size)]


@pytest.mark.parametrize(
    "sign",
    [
        b'<c r="B1" t="e"><v>#REF!</v></c>',
        b"<c r='B1' t='e'><v>#REF!</v></c>",
        b"<c><f/></c>",
        b"<c><f>1</f></c>",
        b'<c><f t="shared" si="0"/></c>',
        b'<x:c><x:f t="shared" si="0"/></x:c>',
        b"<c><f\n>1</f></c>",
        b'</row><row hidden="1">',
        b'</row><x:row hidden="true">',
        b"</row><row hidden='1'>",
        b'</row><row hidden = "1">',
    ],
)
@pytest.mark.parametrize("size", [7, 8, 64, 10_000])
def test_signs_in_rows(sign, size):
    """Errors, formulas and hidden rows, however they are written and wherever a piece ends."""
    assert need_of(in_pieces(sheet(sign), size)) is Need.ALL


def test_nothing_to_say():
    """Choices, visible rows that say so, and text about formulas need no parsing."""
    assert need_of([sheet(b"<c><is><t>f: hidden, http:foo</t></is></c>")]) is Need.NOTHING
    assert need_of([]) is Need.NOTHING
    assert need_of([b""]) is Need.NOTHING


def test_hidden_columns_stand_before_the_rows():
    """They need no row of the sheet, unless the first piece ends before the rows."""
    content = sheet(head=HEAD.replace(b"width", b'hidden="1" width'))
    assert need_of([content]) is Need.HEAD
    assert need_of(in_pieces(content, 40)) is Need.ALL
