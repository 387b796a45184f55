"""The checklist in the form: what stands on it, and that it reads back exactly."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from builders import book, fill_form
from checklists import fill_checklist, items, said_by
from jdgap.assessments.one_file import read_file
from jdgap.output.excel.form import FormDetails, write_form
from jdgap.positions import Book
from jdgap.text.language import use_language

DETAILS = FormDetails(employee_id="S-001", name="ตัวอย่าง ใจดี", round="2569")
WORDS = {
    "th": ("มี", "ต้องพัฒนา", "ไม่จำเป็น"),
    "en": ("Have", "Need", "Not needed"),
}


@pytest.fixture(params=["th", "en"])
def language(request):
    use_language(request.param)
    yield request.param
    use_language("th")


def form(path: Path, position: str, details=DETAILS, **options) -> Path:
    write_form(path, book(), book().position_by_id[position], details, knowledge=True, **options)
    return path


def test_it_reads_back_as_it_was_filled_in(tmp_path: Path, language: str):
    """In either language, whichever is in use when it is read; levels as without it."""
    path = form(tmp_path / "f.xlsx", "officer-it")
    fill_form(path, {"unity": (3, 4)})
    listed = items("officer-it")
    words = WORDS[language]
    answers = [*words, None, *words, *[None] * (len(listed) - 7)]
    cells = fill_checklist(path, *answers)
    meant = dict(zip(words, ("have", "need", "not_needed"), strict=True))
    kinds = ["knowledge"] * 5 + ["skill"] * 5
    for reading_in in ("th", "en"):
        use_language(reading_in)
        reading = read_file(path, book())
        (found,) = reading.assessments
        assert said_by(found) == [
            (kind, item, meant.get(said), cell)
            for kind, item, said, cell in zip(kinds, listed, answers, cells, strict=True)
        ]
        assert [each.code for each in reading.problems] == ["knowledge-left-blank"]
        assert found.ratings["unity"].supervisor_level == 4


@pytest.mark.parametrize("position", ["manager", "head-office", "officer-welfare"])
def test_long_and_short_lists_read_back(tmp_path: Path, position: str):
    """Each item is found on the position's list, and none is left out."""
    path = form(tmp_path / "f.xlsx", position)
    fill_checklist(path, *["need"] * len(items(position)))
    reading = read_file(path, book())
    assert reading.problems == []
    assert [each[1:3] for each in said_by(reading.assessments[0])] == [
        (item, "need") for item in items(position)
    ]


def test_only_answers_and_who_it_is_can_be_written(tmp_path: Path):
    sheet = load_workbook(form(tmp_path / "f.xlsx", "officer-it")).worksheets[1]
    assert sheet.title == "ความรู้และทักษะ"
    assert sheet.protection.sheet
    heading = next(row for row in range(1, 30) if sheet.cell(row, 3).value == "คำตอบ")
    rows = range(heading + 1, sheet.max_row + 1)
    assert [sheet.cell(row, 2).value for row in rows] == items("officer-it")
    assert all(sheet.cell(row, 2).protection.locked for row in rows)
    for column in (3, 4):
        assert not any(sheet.cell(row, column).protection.locked for row in rows)
        assert not any(sheet.cell(row, column).value for row in rows)
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"มี,ต้องพัฒนา,ไม่จำเป็น"'
    assert str(choice.sqref) == f"C{rows[0]}:C{rows[-1]}"


@pytest.mark.parametrize("language_", list(WORDS))
def test_no_answer_has_a_comma(language_: str):
    """Excel would take it for two."""
    use_language(language_)
    assert not any("," in word for word in WORDS[language_])
    use_language("th")


def test_a_printed_page_says_whose_it_is(tmp_path: Path):
    """On A4, one page wide; what is not known can be filled in by hand."""
    sheet = load_workbook(form(tmp_path / "f.xlsx", "head-office")).worksheets[1]
    said = {row[0].value: row[1].value for row in sheet.iter_rows(max_row=10)}
    assert (said["รหัสพนักงาน"], said["ชื่อ-สกุล"]) == ("S-001", "ตัวอย่าง ใจดี")
    assert str(sheet.page_setup.paperSize) == sheet.PAPERSIZE_A4
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("portrait", 1)
    last = sheet.max_row
    assert sheet.print_area == f"'ความรู้และทักษะ'!$A$1:$D${last}"
    blank = load_workbook(form(tmp_path / "g.xlsx", "head-office", FormDetails())).worksheets[1]
    assert not blank["B4"].value
    assert not blank["B4"].protection.locked


def test_without_it_the_form_is_as_before(tmp_path: Path):
    """The other sheets are the same with it and without it."""
    position = book().position_by_id["officer-it"]
    write_form(tmp_path / "a.xlsx", book(), position, DETAILS)
    without = load_workbook(tmp_path / "a.xlsx")
    with_it = load_workbook(form(tmp_path / "b.xlsx", "officer-it"))
    assert with_it.sheetnames == [without.sheetnames[0], "ความรู้และทักษะ", *without.sheetnames[1:]]
    for title in without.sheetnames:
        one, other = ([[c.value for c in row] for row in w[title]] for w in (without, with_it))
        assert one == other
        choices = [w[title].data_validations.dataValidation for w in (without, with_it)]
        assert [c.formula1 for c in choices[0]] == [c.formula1 for c in choices[1]]


def test_a_position_without_a_list_has_no_such_sheet(tmp_path: Path):
    """Another organisation's book needs none."""
    plain = book().position_by_id["officer-it"].model_copy(update={"knowledge": (), "skills": ()})
    other = book().model_copy(update={"positions": (plain,)})
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path, knowledge in zip(paths, (True, False), strict=True):
        write_form(path, other, plain, DETAILS, knowledge=knowledge)
    one, two = (load_workbook(path) for path in paths)
    assert one.sheetnames == two.sheetnames
    reading = read_file(paths[0], Book.model_validate(other.model_dump()))
    assert (len(reading.assessments), reading.problems) == (1, [])


def test_only_skills(tmp_path: Path):
    plain = book().position_by_id["officer-it"]
    position = plain.model_copy(update={"knowledge": (), "skills": ("=1+1", "การคำนวณ")})
    other = book().model_copy(update={"positions": (position,)})
    path = tmp_path / "a.xlsx"
    write_form(path, other, position, DETAILS, knowledge=True)
    fill_checklist(path, "มี", "need")
    (found,) = read_file(path, other).assessments
    assert [each[:3] for each in said_by(found)] == [
        ("skill", "=1+1", "have"),
        ("skill", "การคำนวณ", "need"),
    ]
