"""Hostile text in every workbook that is written: it stays text, and breaks nothing."""

import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from builders import book, fill_form
from hostile_text import (
    FORMULAS,
    HOSTILE,
    LONG,
    calamine_strings,
    check_workbook,
    everybody,
    hostile_book,
    shown,
    strings_in,
    texts_of,
)
from jdgap.assessments.own_reports import report_titles
from jdgap.output.excel.form import FormDetails, write_form
from jdgap.output.excel.gap_sheet import write_gap_sheets
from jdgap.output.records import GAP_COLUMNS, gap_rows
from jdgap.output.report.book import write_report
from jdgap.output.report.data import add_data
from jdgap.text.cleaning import clean, like_formula
from jdgap.workflows import check_files
from report_rounds import DAY, a_result, somebody, written

MANY = [text for text in HOSTILE if text not in LONG]
ROUND = '=1 &P {0} "x" _x0041_x001B_\x1b'
FONT = 'Tahoma" &P\x1b,Bold'


SOME = MANY[::6]
"""A sheet to sign is slow to read back; these have each kind of text among them."""


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("safety") / "report.xlsx"
    of = hostile_book(*MANY)
    result = everybody(MANY, of, ROUND)
    write_report(path, of, result, individual=False, font=FONT, printed_on=DAY)
    return path


@pytest.fixture(scope="module")
def with_sheets(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("safety") / "report.xlsx"
    of = hostile_book(*SOME)
    result = everybody(SOME, of, ROUND)
    write_report(path, of, result, individual=True, font=FONT, printed_on=DAY)
    return path


@pytest.fixture(scope="module")
def read(report: Path) -> Workbook:
    return load_workbook(report)


@pytest.fixture(scope="module")
def texts(read: Workbook) -> list[set[str]]:
    return strings_in(read)


def sheet_of(key: str) -> int:
    return list(report_titles()).index(key)


def test_each_part_of_a_report_is_harmless(report: Path, with_sheets: Path):
    check_workbook(report)
    check_workbook(with_sheets)


@pytest.mark.parametrize("key", ["people", "plan", "data", "problems"])
def test_all_of_the_text_is_in_the_report_and_is_text(texts: list[set[str]], key: str):
    assert texts_of(MANY) <= texts[sheet_of(key)]


def test_both_readers_read_the_same(report: Path, texts: list[set[str]]):
    """They differ only in how much of Excel's escapes they decode."""
    for ours, theirs in zip(texts, calamine_strings(report), strict=True):
        assert {each for each in ours ^ theirs if "_x" not in each and "\x1b" not in each} <= {""}


def test_what_is_like_a_formula_is_marked_in_every_cell(read: Workbook):
    seen = 0
    for sheet in read.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n"}
                if isinstance(cell.value, str):
                    assert cell.data_type == "s"
                    assert bool(cell.quotePrefix) == like_formula(cell.value), (sheet.title, cell)
                    seen += bool(cell.quotePrefix)
    assert seen > 20 * len(FORMULAS)


def test_links_lead_to_sheets_that_are_there(with_sheets: Path):
    workbook = load_workbook(with_sheets)
    cells = (cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row)
    locations = [cell.hyperlink.location for cell in cells if cell.hyperlink]
    titles = [location.rsplit("!", 1)[0][1:-1].replace("''", "'") for location in locations]
    assert set(titles) <= set(workbook.sheetnames)
    assert len(set(titles) - set(report_titles().values())) == len(SOME)


def test_footers_have_our_codes_only(with_sheets: Path):
    with zipfile.ZipFile(with_sheets) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "/sheet" in name]
    footers = [
        unescape(found, {"&quot;": '"'})
        for sheet in sheets
        for found in re.findall("<oddFooter>(.*?)</oddFooter>", sheet)
    ]
    assert len(footers) == len(SOME) + len(report_titles())
    for footer in footers:
        codes = re.findall('&(?:"[^"]*"|[0-9]+|.)', footer.replace("&&", ""))
        assert set(codes) <= {"&L", "&C", "&R", "&P", "&N", '&"Tahoma P Bold,Regular"', "&8"}
        assert len(footer) <= 255


def test_sheets_to_sign_are_harmless(tmp_path: Path):
    of = hostile_book(*MANY)
    result = everybody(MANY[::4], of, ROUND)
    path = tmp_path / "a.xlsx"
    write_gap_sheets(path, of, result.people, result.problems, font=FONT, printed_on=DAY)
    check_workbook(path)
    for person, texts in zip(result.people, strings_in(load_workbook(path)), strict=True):
        said = person.assessment
        assert texts_of([said.employee_id, said.name, said.department], inline=True) <= texts


@pytest.mark.parametrize("text", LONG)
def test_a_very_long_text_is_cut(tmp_path: Path, text: str):
    path = tmp_path / "a.xlsx"
    write_report(path, book(), everybody([text], book(), text), individual=True, printed_on=DAY)
    check_workbook(path)
    assert shown(text) in strings_in(load_workbook(path))[sheet_of("data")]


def test_a_form_with_very_long_texts(tmp_path: Path):
    of = hostile_book(*LONG)
    path = tmp_path / "a.xlsx"
    write_form(path, of, of.positions[0], FormDetails(*LONG))
    check_workbook(path)


@pytest.mark.parametrize("start", range(0, len(MANY), 4))
def test_forms_are_harmless(tmp_path: Path, start: int):
    texts = (*MANY[start : start + 4], "", "", "")[:4]
    path = tmp_path / "a.xlsx"
    details = FormDetails(*texts)
    write_form(path, book(), book().position_by_id["officer-it"], details, font=FONT)
    check_workbook(path)
    assert texts_of(texts, inline=True) <= strings_in(load_workbook(path))[0]


def test_the_book_of_another_organisation_in_a_form(tmp_path: Path):
    of = hostile_book(*MANY)
    for position in of.positions[:6]:
        path = tmp_path / f"{position.id}.xlsx"
        write_form(path, of, position, FormDetails("=1"))
        check_workbook(path)


@pytest.mark.parametrize(
    "text", ["=1+1", "@a", "-1", "＝1", "[b]x[/]", "&P &D", "a;b", "'a'", "007"]
)
def test_a_form_that_comes_back_says_what_was_written(tmp_path: Path, text: str):
    path = tmp_path / "a.xlsx"
    write_form(
        path, book(), book().position_by_id["officer-it"], FormDetails(text, text, text, text)
    )
    fill_form(path, dict.fromkeys(book().position_by_id["officer-it"].required, (3, 3)))
    (person,) = check_files([path], book()).people
    said = person.assessment
    assert [said.employee_id, said.name, said.department, said.round] == [text] * 4


any_text = st.text(
    st.one_of(st.characters(), st.sampled_from("=+-@＝_x0\x00\x1b\u202e\ud800\uffff<r>/\n 1"))
).map(lambda text: text.replace("x005F_", ""))  # openpyxl, which reads it here, drops that


@settings(max_examples=25)
@given(st.lists(st.tuples(any_text, any_text, any_text, any_text), min_size=1, max_size=4))
def test_the_data_sheet_is_the_result(tmp_path_factory, texts):
    """Read back it is the tidy rows, each text cleaned, each number a number."""
    people = [
        somebody(id_, name=name, department=department, unity=-1, integrity=None)
        for id_, name, department, _round in texts
    ]
    result = a_result(*people, round_=texts[0][3])
    path = tmp_path_factory.mktemp("data") / "r.xlsx"
    sheet = written(path, result, add_data).worksheets[0]
    groups = {group.id: group.name.text for group in book().groups}
    expected = [
        [_cell(value) for value in (record | {"group": groups[record["group"]]}).values()]
        for record in gap_rows(book(), result.people)
    ]
    rows = [
        [cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_col=len(GAP_COLUMNS))
    ]
    assert rows == expected


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    (text,) = texts_of([value]) or {None}
    return text


def test_what_a_cell_shows():
    """The tests above would see a text that is lost or changed."""
    assert texts_of(["ก\x1b ข", "", "\x00", "_x0041_x001B_"]) == {"ก ข", "_x0041 x001B_"}
    assert clean("\x00") == ""
