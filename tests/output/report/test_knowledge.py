"""The part with knowledge and skills on the sheet of training needs."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from checklists import answering
from jdgap.assessments.model import Need
from jdgap.output.report import knowledge as module
from jdgap.output.report.needs import add_needs
from jdgap.text.language import use_language
from report_rounds import a_result, somebody, written

HEADINGS = ["Rank", "Knowledge or skill", "Kind", "People who need it"]
TITLE = "Knowledge and skills needed most"


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def sheet_of(path: Path, *people):
    return written(path / "r.xlsx", a_result(*people), add_needs)["Training needs"]


def row_of(sheet, value) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == value)


def rows(sheet):
    """The rows below the headings of the part: what is in them, without blanks."""
    row = row_of(sheet, TITLE) + 3
    found = []
    while values := [cell.value for cell in sheet[row] if cell.value is not None]:
        found.append(values)
        row += 1
    return found


def test_what_most_people_need_stands_first(tmp_path: Path):
    people = [
        answering(somebody("S-1", unity=-1, name="One"), x=Need.NEED, s_y=Need.NEED),
        answering(somebody("S-2", name="Two"), x=Need.HAVE, s_y=Need.NEED),
        somebody("S-3"),
    ]
    sheet = sheet_of(tmp_path, *people)
    heading = [cell.value for cell in sheet[row_of(sheet, TITLE) + 2] if cell.value]
    assert heading == [*HEADINGS, "People who answered", "Who they are"]
    assert rows(sheet) == [
        [1, "s_y", "Skill", 2, 2, "S-1 One; S-2 Two"],
        [2, "x", "Knowledge", 1, 2, "S-1 One"],
    ]


def test_it_stands_between_the_competencies_and_their_people(tmp_path: Path):
    """Links of the ranking still lead to the rows that they name."""
    sheet = sheet_of(tmp_path, answering(somebody("S-1", unity=-1, name="One"), x=Need.NEED))
    ranking = row_of(sheet, "Rank") + 1
    part = row_of(sheet, TITLE)
    people = row_of(sheet, "Who is behind each need, the largest shortfall first")
    assert ranking < part < people
    target = sheet.cell(ranking, 11).hyperlink.location
    assert target.endswith(f"!A{people + 2}")
    assert sheet.cell(people + 2, 10).value == "One"
    assert sheet.cell(people - 1, 1).value is None
    (table,) = sheet.tables.values()
    assert table.ref.startswith(f"A{people + 1}:")


def test_without_training_needs_it_stands_below_what_is_said_of_them(tmp_path: Path):
    sheet = sheet_of(tmp_path, answering(somebody("S-1", name="One"), x=Need.NEED))
    said = row_of(sheet, "Nothing that was rated is below the requirement.")
    assert row_of(sheet, TITLE) == said + 2
    assert rows(sheet) == [[1, "x", "Knowledge", 1, 1, "S-1 One"]]


def test_many_people_go_on_in_the_next_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Nobody is left out, and the rows are counted before."""
    monkeypatch.setattr(module, "_LONGEST_WHO", 20)
    people = [
        answering(somebody(f"S-{n}", unity=-1, name="Name"), x=Need.NEED) for n in range(1, 6)
    ]
    found = rows(sheet := sheet_of(tmp_path, *people))
    assert found == [
        [1, "x", "Knowledge", 5, 5, "S-1 Name; S-2 Name"],
        [1, "x", "Knowledge", "S-3 Name; S-4 Name"],
        [1, "x", "Knowledge", "S-5 Name"],
    ]
    assert row_of(sheet, "Who is behind each need, the largest shortfall first")


def test_nothing_needed_is_said(tmp_path: Path):
    sheet = sheet_of(tmp_path, answering(somebody(unity=-1), x=Need.HAVE))
    assert rows(sheet) == [["Nothing on the checklists is marked as needed."]]


def test_where_nobody_was_asked_the_report_is_as_before(tmp_path: Path):
    """Not a byte of the sheet differs, whether there is no checklist or a blank one."""
    contents = []
    for someone in (somebody(unity=-1), answering(somebody(unity=-1), x=None)):
        sheet = sheet_of(tmp_path, someone)
        with ZipFile(tmp_path / "r.xlsx") as archive:
            contents.append(archive.read("xl/worksheets/sheet1.xml"))
    assert contents[0] == contents[1]
    listed = row_of(sheet, "Who is behind each need, the largest shortfall first")
    assert listed == row_of(sheet, "Rank") + 3
    assert all(sheet.cell(row, 1).value != TITLE for row in range(1, sheet.max_row + 1))


def test_text_is_never_a_formula(tmp_path: Path):
    sheet = sheet_of(tmp_path, answering(somebody("=1+1", name="@x"), **{"=HYPERLINK": Need.NEED}))
    (row,) = rows(sheet)
    assert (row[1], row[-1]) == ("=HYPERLINK", "=1+1 @x")
    assert sheet.cell(row_of(sheet, TITLE) + 3, 2).data_type == "s"
