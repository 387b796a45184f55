"""The page for analysts names the columns that there are, in their order."""

import re

import pytest
from openpyxl import load_workbook
from pages import ROOT

import jdgap
from builders import book, plain_form, write_workbook
from jdgap.gaps.changes import Outcome
from jdgap.gaps.model import Status
from jdgap.gaps.readiness import State
from jdgap.output.comparison_records import CHANGE_COLUMNS
from jdgap.output.readiness_records import READINESS_COLUMNS
from jdgap.output.records import GAP_COLUMNS
from jdgap.output.report.data import TABLE_NAME
from jdgap.text.language import current_language, use_language

TEXT = (ROOT / "docs" / "analysts.md").read_text(encoding="utf-8")
COLUMNS = re.findall(r"^\| `(\w+)` \| (\S+) \| (.+) \|$", TEXT, flags=re.MULTILINE)


@pytest.fixture
def in_thai():
    before = current_language()
    use_language("th")
    yield
    use_language(before)


def about(heading):
    """The names in the bullet of the page that begins with a command."""
    (found,) = re.findall(
        rf"^- \*\*`{heading}[^*]*\*\*:(.*?)(?=^- |^## )", TEXT, re.MULTILINE | re.DOTALL
    )
    return set(re.findall(r"`(\w+)`", found))


def test_the_columns_are_those_of_the_code():
    assert tuple(name for name, _sheet, _meaning in COLUMNS) == GAP_COLUMNS


def test_the_headings_are_those_of_the_sheet(tmp_path, in_thai):
    form = write_workbook(tmp_path / "form.xlsx", plain_form([(4, None)] * 8))
    result = jdgap.assess_round([form], book())
    jdgap.write_report(tmp_path / "report.xlsx", book(), result, individual=False)
    sheet = load_workbook(tmp_path / "report.xlsx")["ข้อมูล"]
    assert [heading for _name, heading, _meaning in COLUMNS] == [each.value for each in sheet[1]]
    assert list(sheet.tables) == [TABLE_NAME]
    assert f"`{TABLE_NAME}`" in TEXT


def test_every_status_has_its_name():
    meaning = {name: said for name, _sheet, said in COLUMNS}["status"]
    assert re.findall(r"`(\w+)`", meaning) == [each.value for each in Status]


def test_what_is_said_of_comparing_is_there():
    named = about("compare --format csv")
    assert set(Outcome) <= named
    assert named - set(Outcome) <= set(CHANGE_COLUMNS)


def test_what_is_said_of_readiness_is_there():
    named = about("readiness --format csv")
    assert set(State) <= named
    assert named - set(State) <= set(READINESS_COLUMNS)
