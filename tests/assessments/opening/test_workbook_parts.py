"""The parts of a workbook's archive."""

import zipfile

import pytest

from builders import MAIN, bare_parts, bare_xml, write_workbook, write_zip
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.workbook_parts import WorkbookParts

RELATIONS = "xl/_rels/workbook.xml.rels"
SHARED = f'<sst xmlns="{MAIN}"><si><t>level 3</t></si></sst>'


def parts_in(path):
    return WorkbookParts(zipfile.ZipFile(path), path.read_bytes())


def stored(path, parts):
    """Save parts without packing them: a change is no damage to the unpacking."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def changed(path, old, new):
    content = path.read_bytes()
    assert content.count(old) == 1
    path.write_bytes(content.replace(old, new))
    return path


def code_of(call):
    with pytest.raises(FileFaultError) as caught:
        call()
    return caught.value.code


def test_sheets_by_their_titles(tmp_path):
    """Each title has its part, whatever the number of the part."""
    path = write_workbook(tmp_path / "a.xlsx", [[1]], [[2]], titles=["ก", "ข & ค"])
    assert parts_in(path).sheets() == {
        "ก": "xl/worksheets/sheet1.xml",
        "ข & ค": "xl/worksheets/sheet2.xml",
    }


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("sheets/a.xml", "xl/sheets/a.xml"),
        ("/other/a.xml", "other/a.xml"),
        ("../a.xml", "a.xml"),
        ("Worksheets/A.xml", "XL/worksheets/a.XML"),
        ("sheets/a.xml", "xl\\sheets\\a.xml"),
    ],
)
def test_where_a_sheet_may_be(tmp_path, target, part):
    """The relation says it, from the folder of the book; case and slashes are no matter."""
    parts = bare_parts("")
    parts[part] = parts.pop("xl/worksheets/sheet1.xml")
    parts[RELATIONS] = parts[RELATIONS].replace("worksheets/sheet1.xml", target)
    found = parts_in(write_zip(tmp_path / "a.xlsx", parts))
    (sheet,) = found.sheets().values()
    assert b"".join(found.pieces(sheet)).decode() == parts[part]


def test_two_sheets_of_one_title(tmp_path):
    """The reader gives the first for both."""
    path = write_workbook(tmp_path / "a.xlsx", [[1]], [[2]], titles=["A", "B"])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b'"B"', b'"A"')
    found = parts_in(write_zip(tmp_path / "b.xlsx", parts)).sheets()
    assert found == {"A": "xl/worksheets/sheet1.xml"}


def test_a_relation_to_nothing(tmp_path):
    """A sheet that nobody finds may be found by a reader: it is no sheet without a word."""
    parts = bare_parts("")
    parts[RELATIONS] = parts[RELATIONS].replace("rId1", "rId7")
    assert code_of(parts_in(write_zip(tmp_path / "a.xlsx", parts)).sheets) == "unreadable"


@pytest.mark.parametrize("name", ["sharedStrings", "styles", "SHAREDSTRINGS"])
def test_what_was_changed_besides_the_sheets(tmp_path, name):
    """Texts and formats are compared with their checksums, too."""
    parts = bare_parts(bare_xml([[1]])) | {f"xl/{name}.xml": SHARED}
    path = stored(tmp_path / "a.xlsx", parts)
    parts_in(path).check_others()
    changed(path, b"level 3", b"level 5")
    assert code_of(parts_in(path).check_others) == "unreadable"


def test_a_list_of_sheets_that_was_changed(tmp_path):
    """The title of a sheet is not believed, either."""
    path = changed(stored(tmp_path / "a.xlsx", bare_parts("")), b'"S1"', b'"S2"')
    assert code_of(parts_in(path).sheets) == "unreadable"


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/styles.xml"])
def test_a_document_type(tmp_path, part):
    """No workbook has one; what is written as text is none."""
    harmless = {part: SHARED.replace("level", "&lt;!DOCTYPE x>")}
    parts_in(write_zip(tmp_path / "a.xlsx", bare_parts("") | harmless)).check_others()
    path = write_zip(tmp_path / "b.xlsx", bare_parts("") | {part: "<!DOCTYPE x>" + SHARED})
    assert code_of(parts_in(path).check_others) == "unsafe-file"
