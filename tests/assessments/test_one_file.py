"""One file: all its sheets, or why it holds no answers."""

import pytest
from openpyxl import load_workbook

from builders import (
    book,
    codes,
    filled_form,
    names,
    plain_form,
    sheet_of,
    thai,
    title,
    write_workbook,
)
from jdgap.assessments.forms.knowledge_words import _HEADING_WORDS, Heading
from jdgap.assessments.one_file import _checklist, read_file
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.own_reports import REPORT_SHEETS, is_own_report
from jdgap.output.positions_book.book import export_positions
from jdgap.text.language import speaking

WIDE = [
    ["รหัสพนักงาน", "ตำแหน่ง", thai("unity"), thai("trust")],
    *[[f"S-{number}", title("head-it"), 3, 4] for number in range(3)],
]
STAFF = [
    ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"],
    ["S-1", "ก", title("head-it")],
    ["S-2", "ข", title("head-it")],
]
THAI_TITLES = [thai_title for _key, thai_title, _english in REPORT_SHEETS]
ENGLISH_TITLES = [english for _key, _thai_title, english in REPORT_SHEETS]


def fault(path):
    with pytest.raises(FileFaultError) as caught:
        read_file(path, book())
    return caught.value.code, caught.value.facts.get("reason")


def test_sheets_of_all_kinds(tmp_path):
    """A form, a table of many people and a list of staff may lie in one file."""
    path = write_workbook(tmp_path / "a.xlsx", WIDE, plain_form(), STAFF)
    reading = read_file(path, book())
    assert reading.problems == []
    assert [each.employee_id for each in reading.assessments] == ["S-0", "S-1", "S-2", "S-001"]


def test_a_table_of_text(tmp_path):
    """A .csv is one sheet without a title; its cells have addresses all the same."""
    path = tmp_path / "a.csv"
    lines = [",".join(map(str, row)) for row in [*WIDE, ["S-9", title("head-it"), 9, 4]]]
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    reading = read_file(path, book())
    assert len(reading.assessments) == 4
    assert reading.assessments[0].place.sheet == ""
    assert codes(reading.problems) == [("level-out-of-range", "C5")]


def test_the_encoding_that_was_named(tmp_path):
    """It is used for a text file."""
    path = tmp_path / "a.csv"
    path.write_text("\n".join(",".join(map(str, row)) for row in WIDE), encoding="utf-16-be")
    reading = read_file(path, book(), encoding="utf-16-be")
    assert len(reading.assessments) == 3


def test_a_size_limit_of_ones_own(tmp_path):
    """The bound itself is inside."""
    path = write_workbook(tmp_path / "a.xlsx", WIDE)
    size = path.stat().st_size
    assert len(read_file(path, book(), max_file_bytes=size).assessments) == 3
    with pytest.raises(FileFaultError) as caught:
        read_file(path, book(), max_file_bytes=size - 1)
    assert caught.value.code == "too-large"


def test_a_hidden_table(tmp_path):
    """Its people are not counted, and that is said once."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form(), WIDE)
    workbook = load_workbook(path)
    workbook["S2"].sheet_state = "hidden"
    workbook.save(path)
    reading = read_file(path, book())
    assert len(reading.assessments) == 1
    assert codes(reading.problems) == [("hidden-sheet", "")]


@pytest.mark.parametrize("titles", [THAI_TITLES, ENGLISH_TITLES, THAI_TITLES[2:]])
def test_a_report_of_ours(tmp_path, titles):
    """It is no answer, though its sheets look like some."""
    sheets = [WIDE] * len(titles)
    path = write_workbook(tmp_path / "a.xlsx", *sheets, titles=titles)
    assert fault(path) == ("skipped-file", "it is a report that jdgap made")


def test_what_is_no_report_of_ours():
    """A few sheets with such titles, or in two languages, are anybody's."""
    assert not is_own_report(THAI_TITLES[3:])
    assert not is_own_report([*THAI_TITLES[:4], *ENGLISH_TITLES[4:]])
    assert is_own_report([*THAI_TITLES, "S-001 ก"])


def test_a_name_that_somebody_changed_in_the_form_of_ours(tmp_path):
    """Its levels are told in each of the rows that also name the group."""
    path = filled_form(tmp_path / "a.xlsx", "head-it", {"unity": (3, 3)})
    workbook = load_workbook(path)
    for row in (15, 20, 23):
        workbook.worksheets[0][f"B{row}"], workbook.worksheets[0][f"D{row}"] = "การบริการดวยใจ", 1
    workbook.save(path)
    (problem, *others) = read_file(path, book()).problems
    assert codes([problem, *others]) == [("unknown-competency", f"B{row}") for row in (15, 20, 23)]
    assert problem.facts["suggestions"][0] == thai("service-mind")


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_positions_workbook(tmp_path, language):
    """It says what is required, of this book or another one; also after somebody edited it."""
    path = tmp_path / "a.xlsx"
    few = book().model_copy(update={"positions": book().positions[:3]})
    with speaking(language):
        export_positions(path, few)
    reason = "it is a positions workbook; `jdgap positions import` reads it"
    assert fault(path) == ("skipped-file", reason)
    workbook = load_workbook(path)
    for each in workbook.worksheets[5:-1]:
        workbook.remove(each)
    workbook.create_sheet("บันทึก")
    workbook.save(path)
    assert fault(path) == ("skipped-file", reason)


def test_what_is_no_positions_workbook(tmp_path):
    """Some titles such as these may be over answers, in reports of departments and groups."""
    titles = ["ตำแหน่ง", "สมรรถนะ", "ฝ่าย", "ระดับ", "ข้อความ"]
    path = write_workbook(tmp_path / "a.xlsx", *[WIDE] * 5, titles=titles)
    assert len(read_file(path, book()).assessments) == 15


def test_a_list_of_staff(tmp_path):
    """A file that holds nothing else is named as one."""
    path = write_workbook(tmp_path / "a.xlsx", [["หมายเหตุ"]], STAFF)
    assert fault(path) == ("skipped-file", "it is a list of staff; name it with --roster")


@pytest.mark.parametrize("rows", [[["เดือน", "ยอด"], ["มกราคม", 3]], WIDE[:1]])
def test_no_answers(tmp_path, rows):
    """Another table, or a survey that nobody answered, is no assessment."""
    path = write_workbook(tmp_path / "a.xlsx", rows)
    assert fault(path) == ("no-assessment-found", None)


def test_every_heading_of_a_checklist_is_looked_at():
    """What reads checklists is loaded only where a text has the letters of such a heading."""
    for heading in _HEADING_WORDS[Heading.ITEM].split("|"):
        rows = [[heading, "คำตอบ"], ["การสื่อสาร", "มี"]]
        assert _checklist(sheet_of(rows), names()) is not None, heading
