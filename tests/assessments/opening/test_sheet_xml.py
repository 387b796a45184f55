"""What the XML of a workbook tells and the reader does not."""

import random
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from openpyxl import Workbook

from builders import MAIN, bare_parts, bare_xml, write_bare, write_workbook, write_zip
from jdgap.assessments.opening import limits, sheet_xml, workbook_parts
from jdgap.assessments.opening.blanks import UNCALCULATED
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.grid import address
from jdgap.assessments.opening.sheet_xml import SheetTraits, traits_of_sheets

ERROR = '<c t="e"><v>#REF!</v></c>'
FORMULA = "<c ><f>A1+1</f></c>"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
SHEET = "xl/worksheets/sheet1.xml"


def traits_in(path):
    with zipfile.ZipFile(path) as archive:
        return traits_of_sheets(archive, path.read_bytes())


def reasons_in(path):
    return {title: traits.blank_reasons for title, traits in traits_in(path).items()}


def traits_of(folder, xml, **changes):
    """The traits of the one sheet whose XML is `xml`."""
    parts = bare_parts("") | {SHEET: xml} | changes
    (traits,) = traits_in(write_zip(folder / "a.xlsx", parts)).values()
    return traits


def worksheet(rows="", head="", main=MAIN):
    return f'<worksheet xmlns="{main}">{head}<sheetData>{rows}</sheetData></worksheet>'


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


def test_what_was_never_calculated(tmp_path):
    """Formulas from a program that calculates nothing are found, sheet by sheet."""
    path = write_workbook(tmp_path / "a.xlsx", [[1]], [["=A1+1", 2]], titles=["ก", "ข"])
    assert reasons_in(path) == {"ก": {}, "ข": {"A1": UNCALCULATED}}


@pytest.mark.parametrize("true", ["1", "true"])
def test_hidden_rows(tmp_path, true):
    """Both ways to say so; other rows, and those that say they are not hidden, are seen."""
    rows = (
        f'<row r="2" hidden="{true}"/><row r="3" hidden="0"/><row r="4" hidden="false"/>'
        f'<row hidden="{true}"/><row/><row r="9" hidden="{true}"/><row r="10"/>'
    )
    assert traits_of(tmp_path, worksheet(rows)).hidden_rows == {1, 4, 8}


@pytest.mark.parametrize(
    ("columns", "hidden"),
    [
        ('<col min="2" max="2" hidden="1"/>', {1}),
        ('<col min="1" max="1"/><col min="3" max="4" hidden="true"/>', {2, 3}),
        ('<col min="2" max="3" hidden="1"/><col min="3" max="5" hidden="1"/>', {1, 2, 3, 4}),
        ('<col min="1020" max="16384" hidden="1"/>', set(range(1019, 1024))),
        ('<col min="1" max="1" hidden="0"/><col min="3" max="2" hidden="1"/>', set()),
        ('<col min="2000" max="3000" hidden="1"/>', set()),
    ],
)
def test_hidden_columns(tmp_path, columns, hidden):
    """Ranges of columns; those beyond what is read are no matter."""
    traits = traits_of(
        tmp_path, worksheet(head=f'<cols>{columns}<col min="7" max="7" hidden="1"/>')
    )
    assert traits.hidden_columns - {6} == hidden
    assert 6 in traits.hidden_columns


def test_hidden_columns_need_no_row(tmp_path, monkeypatch):
    """A survey with a column put out of sight is not parsed row by row."""
    rows = []
    monkeypatch.setattr(sheet_xml._SheetParser, "_on_row", lambda _self, about: rows.append(about))
    head = '<cols><col min="2" max="2" hidden="1"/></cols>'
    xml = worksheet('<row r="1"><c r="A1"><v>1</v></c></row>', head)
    assert traits_of(tmp_path, xml).hidden_columns == {1}
    assert rows == []


def test_what_openpyxl_hides(tmp_path):
    """Rows and columns, a group of them included."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in range(1, 8):
        sheet.append([row, row])
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions.group(5, 6, hidden=True)
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions.group("D", "F", hidden=True)
    workbook.save(tmp_path / "a.xlsx")
    (traits,) = traits_in(tmp_path / "a.xlsx").values()
    assert traits.hidden_rows == {2, 4, 5}
    assert traits.hidden_columns == {1, 3, 4, 5}


def test_rows_that_only_their_absence_hides(tmp_path):
    """A sheet may hide all rows that it does not hold: there is no level in them."""
    head = '<sheetFormatPr zeroHeight="1"/>'
    traits = traits_of(tmp_path, worksheet('<row r="3" hidden="1"/><row r="5"/>', head))
    assert traits.hidden_rows == {2}


def test_a_hidden_row_beyond_what_is_read(tmp_path):
    """A harmful number of a row takes no memory."""
    rows = f'<row r="{limits.ROWS}" hidden="1"/><row r="{limits.ROWS + 1}" hidden="1"/>'
    assert traits_of(tmp_path, worksheet(rows)).hidden_rows == {limits.ROWS - 1}


def test_cells_that_do_not_say_where_they_are(tmp_path):
    """They follow each other, also after one that does, and rows do the same."""
    rows = (
        "<row><c><v>1</v></c><c><f>1</f></c></row>"
        '<row r="5"><c><f>1</f></c><c r="Z5" t="e"><v>#N/A</v></c><c><f>1</f></c><c/>'
        '<c r="AB5"><v>1</v></c><c><f>1</f></c></row>'
        "<row><c><v>1</v></c><c/><c t='e'/></row>"
    )
    assert traits_of(tmp_path, worksheet(rows)).blank_reasons == {
        "B1": UNCALCULATED,
        "A5": UNCALCULATED,
        "Z5": "#N/A",
        "AA5": UNCALCULATED,
        "AC5": UNCALCULATED,
        "C6": "#ERROR!",
    }


@pytest.mark.parametrize("main", [MAIN, STRICT])
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_prefixes_and_strict_open_xml(tmp_path, main, prefix):
    """Elements may carry a prefix, and the namespace of the strict kind."""
    xml = worksheet(
        '<row r="1" hidden="1"><c r="A1"><f t="shared" si="0"/></c></row>',
        '<cols><col min="2" max="2" hidden="1"/></cols>',
        main,
    )
    if prefix:
        xml = re.sub(r"<(/?)(\w)", rf"<\1{prefix}\2", xml).replace("xmlns=", "xmlns:x=")
    traits = traits_of(tmp_path, xml)
    assert traits.blank_reasons == {"A1": UNCALCULATED}
    assert (traits.hidden_rows, traits.hidden_columns) == ({0}, {1})


def test_strict_relations(tmp_path):
    """The strict kind names the relation of a sheet in a namespace of its own."""
    parts = bare_parts(bare_xml([[ERROR]]), main=STRICT)
    usual = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(usual, strict)
    assert reasons_in(write_zip(tmp_path / "a.xlsx", parts)) == {"S1": {"A1": "#REF!"}}


def test_formulas_of_other_things(tmp_path):
    """A formula below the rows, such as one of a list of choices, is of no cell."""
    namespace = "http://schemas.microsoft.com/office/excel/2006/main"
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row>'
    xml = worksheet(rows).replace(
        "</worksheet>", f'<extLst><xm:f xmlns:xm="{namespace}">A1</xm:f></extLst></worksheet>'
    )
    assert traits_of(tmp_path, xml).blank_reasons == {}


def test_text_after_the_last_value(tmp_path):
    """Headers and footers are no part of the last cell's value."""
    rows = '<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>'
    xml = worksheet(rows).replace("</worksheet>", "<oddHeader>ก</oddHeader></worksheet>")
    assert traits_of(tmp_path, xml).blank_reasons == {"A1": "#REF!"}


def fault_of(folder, parts):
    with pytest.raises(FileFaultError) as caught:
        traits_in(write_zip(folder / "a.xlsx", parts))
    return caught.value.code


@pytest.mark.parametrize(
    "spoilt",
    [
        {SHEET: lambda xml: xml.replace("<sheetData>", '<sheetData><row r="x" hidden="1"/>')},
        {SHEET: lambda xml: xml.replace("<sheetData>", '<col hidden="1"/><sheetData>')},
        {SHEET: lambda xml: xml.replace('r="1"', 'r="' + "9" * 5_000 + '"')},
        {SHEET: lambda xml: xml.replace("</row>", "</row><row><q:c/><c t='e'/></row>")},
        {SHEET: lambda xml: '<?xml version="1.0" encoding="no-such"?>' + xml},
        {"xl/workbook.xml": lambda xml: xml.replace("<sheets>", "<sheets><q:x/>")},
        {"xl/_rels/workbook.xml.rels": lambda xml: xml + "\1"},
    ],
)
def test_xml_that_breaks(tmp_path, spoilt):
    """The reader may go on where the parser cannot, and what is behind is not known: it is said."""
    parts = bare_parts(bare_xml([[ERROR]]))
    changed = {part: change(parts[part]) for part, change in spoilt.items()}
    assert fault_of(tmp_path, parts | changed) == "unreadable"


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_a_part_that_is_missing(tmp_path, part):
    """Nothing is known of its sheets: that is no "nothing to say"."""
    parts = bare_parts(bare_xml([[1]]))
    del parts[part]
    assert fault_of(tmp_path, parts) == "unreadable"


def test_entity_bomb(tmp_path):
    """Entities that multiply are not even begun."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "lol">{levels}]>'
    parts = bare_parts(bare_xml([[ERROR]]))
    parts[SHEET] = bomb + parts[SHEET].replace("#REF!", "&a11;")
    assert fault_of(tmp_path, parts) == "unsafe-file"


def test_a_plain_sheet_is_not_parsed(tmp_path, monkeypatch):
    """A sheet without formulas and errors, lists of choices included, costs one search."""
    parts = bare_parts(bare_xml([[1, "ก"]]))
    parts[SHEET] = parts[SHEET].replace(
        "</sheetData>", "</sheetData><dataValidations><formula1>x</formula1></dataValidations>"
    )
    monkeypatch.delattr(sheet_xml, "_SheetParser")
    assert traits_in(write_zip(tmp_path / "a.xlsx", parts)) == {"S1": SheetTraits()}


def random_sheet(chance):
    """Rows of all kinds of cells, as well-behaved and as odd programs write them."""
    kinds = [
        "<c{r}><v>4</v></c>",
        '<c{r} s="1" t="s"><v>0</v></c>',
        '<c{r} t="s" s="1"><v>0</v></c>',
        "<c{r}/>",
        '<c{r} s="3"/>',
        '<c{r} t="inlineStr"><is><t>a</t></is></c>',
        '<c{r} t="e"><v>#REF!</v></c>',
        "<c{r} t='e' ><v>#N/A</v></c>",
        "<c{r}><f>A1</f></c>",
        "<c{r}><f>A1</f><v>3</v></c>",
        '<c{r} t="str"><f>A1</f><v></v></c>',
        "<c{r}><!-- <c><v>1</v></c> --><f/>\n<v/></c>",
    ]
    rows = []
    for row in range(chance.randrange(12)):
        cells = "".join(
            chance.choice(kinds).format(
                r=f' r="{address(row, column)}"' if chance.random() < 0.9 else ""
            )
            for column in range(chance.randrange(9))
        )
        hidden = chance.choice(["", ' hidden="1"', ' hidden="true"', ' hidden="0"'])
        rows.append(f'<row r="{row + 1}"{hidden}>{cells}</row>')
    hidden = chance.choice(["", '<cols><col min="2" max="3" hidden="1"/></cols>'])
    return worksheet("".join(rows), hidden)


def slowly(xml):
    """The same out of a tree of the whole sheet: reasons, hidden rows, hidden columns."""
    root = ET.fromstring(xml)  # noqa: S314 (written above)
    main = f"{{{MAIN}}}"
    reasons, rows, columns = {}, set(), set()
    for column in root.iter(f"{main}col"):
        columns |= set(range(int(column.get("min")) - 1, int(column.get("max"))))
    for number, row in enumerate(root.iter(f"{main}row")):
        if row.get("hidden") in {"1", "true"}:
            rows.add(number)
        for column, cell in enumerate(row):
            saved = cell.findtext(f"{main}v") or ""
            if cell.get("t") == "e":
                reasons[address(number, column)] = saved
            elif cell.find(f"{main}f") is not None and not saved and cell.get("t") != "str":
                reasons[address(number, column)] = UNCALCULATED
    return reasons, rows, columns


@pytest.mark.parametrize("piece", [1, 7, 64, 1024 * 1024])
def test_the_quick_way_finds_what_the_slow_one_finds(tmp_path, monkeypatch, piece):
    """Wherever pieces end, and whatever is taken out before the parser sees it."""
    monkeypatch.setattr(workbook_parts, "_PIECE_BYTES", piece)
    chance = random.Random(2569)  # noqa: S311 (the same sheets in every run)
    for _ in range(40):
        xml = random_sheet(chance)
        traits = traits_in(write_zip(tmp_path / "a.xlsx", bare_parts("") | {SHEET: xml}))
        reasons, rows, columns = slowly(xml)
        found = traits["S1"]
        assert found.blank_reasons == reasons
        assert (found.hidden_rows, found.hidden_columns) == (rows, columns)


def test_most_of_a_survey_never_reaches_the_parser(tmp_path, monkeypatch):
    """Plain cells are taken out first, which makes it three times quicker."""
    cells = []
    whole = sheet_xml._SheetParser._on_cell
    monkeypatch.setattr(
        sheet_xml._SheetParser, "_on_cell", lambda self, about: cells.append(whole(self, about))
    )
    rows = bare_xml([[4, 3, '<c s="1" t="s"><v>0</v></c>', "<c ><f>1</f><v>7</v></c>"]] * 50)
    assert traits_of(tmp_path, worksheet(rows)).blank_reasons == {}
    assert len(cells) == 50


@pytest.mark.parametrize("cell", [1, FORMULA])
def test_damage_behind_the_first_sign(tmp_path, cell):
    """A sheet is read to its end, whether it has to be parsed or not."""
    rows = bare_xml([[1, cell]])
    parts = bare_parts(rows) | {SHEET: worksheet(rows) + " " * 200}
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:  # not packed: a change is no damage to unpacking
        for name, part in parts.items():
            archive.writestr(name, part)
    assert set(traits_in(path)) == {"S1"}
    path.write_bytes(path.read_bytes().replace(b" " * 100, b" " * 99 + b"\n", 1))
    with pytest.raises(FileFaultError) as caught:
        traits_in(path)
    assert caught.value.code == "unreadable"


def test_a_misreading_behind_the_first_sign(tmp_path, monkeypatch):
    """It is looked for in all pieces, also where the first one says that all is to be parsed."""
    monkeypatch.setattr(workbook_parts, "_PIECE_BYTES", 200)
    rows = bare_xml([[FORMULA], *[[each] for each in range(20)], ["<c ><v>&#51;</v></c>"]])
    assert fault_of(tmp_path, bare_parts(rows)) == "unreadable"
