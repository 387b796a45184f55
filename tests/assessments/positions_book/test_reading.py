"""Reading a positions workbook: every fault at its sheet and cell, all at once."""

from datetime import datetime
from functools import cache

import pytest

from builders import book, codes, without_looks, write_workbook
from jdgap.assessments.positions_book.reading import read_positions_book
from jdgap.output.positions_book.book import export_positions
from jdgap.problems import KINDS

POSITIONS, REQUIRED, COMPETENCIES = "ตำแหน่ง", "ระดับที่ต้องการ", "สมรรถนะ"
TEXTS, DUTIES, SCALE, GROUPS = "ข้อความ", "หน้าที่รับผิดชอบ", "ระดับ", "กลุ่มสมรรถนะ"
PARTS = ("purpose", "education", "experience", "knowledge", "skills")
SOME = 12


@cache
def short_book():
    """Some positions with one text of each part: more would be saved and read for nothing."""
    positions = []
    for each in book().positions[:SOME]:
        texts = {part: getattr(each, part)[:1] for part in (*PARTS, "relationships")}
        duty = each.responsibilities[0]
        one_duty = duty.model_copy(update={"activities": duty.activities[:1]})
        positions.append(each.model_copy(update={**texts, "responsibilities": (one_duty,)}))
    return book().model_copy(update={"positions": tuple(positions)})


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    export_positions(path, short_book())
    return path


@pytest.fixture(scope="module")
def opened(exported):
    return without_looks(exported)


@pytest.fixture
def with_a_cell(opened, tmp_path):
    """What is read of the workbook with one other cell."""

    def call(sheet, cell, value):
        changed = opened[sheet][cell]
        before = changed.value
        changed.value = value
        opened.save(tmp_path / "b.xlsx")
        changed.value = before
        return read_positions_book(tmp_path / "b.xlsx")

    return call


@pytest.fixture
def changed(exported, tmp_path):
    def call(change):
        workbook = without_looks(exported)
        change(workbook)
        path = tmp_path / "b.xlsx"
        workbook.save(path)
        return read_positions_book(path)

    return call


ONE_CELL = [
    ("wrong-id", COMPETENCIES, "A16", "Trust!", "A16"),
    ("duplicate-id", COMPETENCIES, "A6", "service-mind", "A6"),
    ("unknown-id", COMPETENCIES, "B6", "cores", "B6"),
    ("missing-value", COMPETENCIES, "B6", None, "B6"),
    ("unknown-id", POSITIONS, "D8", "sales", "D8"),
    ("unknown-id", POSITIONS, "E8", "boss", "E8"),
    ("reporting-loop", POSITIONS, "E5", "head-it", "E5"),
    ("duplicate-id", SCALE, "A6", 1, "A6"),
    ("reserved-id", GROUPS, "A5", "all", "A5"),
    ("not-a-whole-level", SCALE, "A6", "two", "A6"),
    ("level-off-scale", REQUIRED, "C5", 9, "C5"),
    ("level-off-scale", REQUIRED, "C5", 3.5, "C5"),
    ("level-off-scale", REQUIRED, "C5", "มาก", "C5"),
    ("unknown-id", REQUIRED, "O4", "speed", "O4"),
    ("duplicate-header", REQUIRED, "D4", "service-mind", "D4"),
    ("duplicate-id", REQUIRED, "A6", "manager", "A6"),
    ("spoilt-cell", REQUIRED, "C5", "=1/0", "C5"),
    ("text-without-position", TEXTS, "A6", None, "A6"),
    ("unknown-part", TEXTS, "C6", "อื่น", "C6"),
    ("unknown-id", TEXTS, "A6", "managerr", "A6"),
    ("text-too-long", TEXTS, "D6", "ก" * 4001, "D6"),
    ("text-without-duty", DUTIES, "C5", None, "D5"),
    ("missing-heading", DUTIES, "D4", "x", "A4"),
]


@pytest.mark.parametrize("fault", ONE_CELL, ids=lambda fault: "-".join(map(str, fault[:3])))
def test_a_fault_is_told_at_its_cell(with_a_cell, fault):
    code, sheet, cell, value, told = fault
    reading = with_a_cell(sheet, cell, value)
    assert reading.book is None
    assert (code, sheet, told) in [
        (each.code, each.place.sheet, each.place.cell) for each in reading.problems
    ]
    assert all("{" not in each.message() + each.remedy() for each in reading.problems)


def test_a_name_in_place_of_an_id_gets_the_id_of_that_name(with_a_cell):
    """Which is what people write there; the id is proposed, not taken."""
    title = book().position_by_id["head-accounting"].title.th
    (problem,) = with_a_cell(POSITIONS, "E8", title).problems
    assert (problem.code, problem.place.cell) == ("unknown-id", "E8")
    assert problem.facts["suggestions"][0] == "head-accounting"


def test_an_entry_without_id_or_name_gets_a_proposal(changed):
    def change(workbook):
        workbook["ฝ่าย"].append([None, None, "Internal Audit"])
        workbook["ฝ่าย"].append(["audit-2", None, None])

    problems = changed(change).problems
    assert codes(problems) == [("missing-id", "A13"), ("name-in-neither", "B14")]
    assert problems[0].facts["wanted"] == "internal-audit"


def test_too_few_levels_are_told_at_the_next_row(changed):
    problems = changed(lambda workbook: workbook[SCALE].delete_rows(5, 4)).problems
    assert codes(problems) == [("too-few-entries", "A6")]
    assert (problems[0].facts["found"], problems[0].facts["count"]) == (1, 2)


@pytest.mark.parametrize("row", ["blank", "gone"])
def test_an_organisation_without_a_name_is_told_at_its_cell(changed, row):
    def change(workbook):
        sheet = workbook["องค์กร"]
        sheet["A5"] = sheet["B5"] = None
        if row == "gone":
            sheet.delete_rows(5)

    (problem,) = changed(change).problems
    assert (problem.code, problem.place.sheet, problem.place.cell) == (
        "name-in-neither",
        "องค์กร",
        "A5",
    )


def test_a_formula_without_a_result_is_called_one(with_a_cell):
    """An equals sign alone says nothing."""
    (problem,) = with_a_cell(REQUIRED, "C5", "=1+2").problems
    assert (problem.code, problem.value) == ("spoilt-cell", "")
    assert "=" not in problem.message()
    assert "สูตร" in problem.message()


def test_a_missing_sheet_is_told_once_and_a_strange_one_is_a_warning(changed):
    def change(workbook):
        workbook.remove(workbook["ฝ่าย"])
        workbook.create_sheet("บันทึก")["A1"] = "x"

    reading = changed(change)
    assert [each.code for each in reading.problems] == ["missing-sheet", "unread-sheet"]
    assert reading.book is None


def test_moved_columns_title_rows_and_blank_rows_change_nothing(changed):
    def change(workbook):
        sheet = workbook[POSITIONS]
        sheet.insert_rows(7, 2)
        sheet.insert_rows(1, 3)
        sheet.insert_cols(1)
        workbook[REQUIRED].move_range("D4:D26", cols=20)
        workbook[TEXTS]["C4"] = "  หัวข้อ "
        workbook.create_sheet("ว่าง")

    assert changed(change).book == short_book()


def test_a_level_may_be_written_in_thai_digits_and_a_dash_is_none(changed):
    def change(workbook):
        workbook[REQUIRED]["C5"] = "๔"
        workbook[REQUIRED]["D5"] = "-"

    required = changed(change).book.positions[0].required
    assert required["service-mind"] == 4
    assert "unity" not in required


def test_a_competency_whose_column_was_deleted_is_told(changed):
    """Else it would be required of nobody, without a word."""
    reading = changed(lambda workbook: workbook[REQUIRED].delete_cols(4, 2))
    (problem,) = reading.problems
    assert (problem.code, problem.place.sheet, problem.place.cell) == (
        "competency-without-column",
        REQUIRED,
        "A4",
    )
    assert problem.facts["names"] == ("unity", "integrity")
    assert reading.book is None


def test_a_misspelt_heading_is_told_once(with_a_cell):
    """That its competency has no column comes of it."""
    assert codes(with_a_cell(REQUIRED, "D4", "unityy").problems) == [("unknown-id", "D4")]
    found = codes(with_a_cell(REQUIRED, "D4", "speed").problems)
    assert found == [("competency-without-column", "A4"), ("unknown-id", "D4")]


def places(reading):
    return {(each.code, each.place.sheet, each.place.cell) for each in reading.problems}


def test_what_stands_under_a_misspelt_heading_or_beside_a_misspelt_id_is_checked(changed):
    """All is told in one run; dashes and levels of the scale are nothing wrong."""

    def change(workbook):
        sheet = workbook[REQUIRED]
        sheet["D4"] = "unityy"
        sheet["D7"], sheet["D8"], sheet["D9"] = "high", "-", "๔"
        sheet["A10"], sheet["E10"] = "managerr", 9
        sheet["A12"], sheet["C12"] = "manager", True
        workbook[TEXTS]["A5"], workbook[TEXTS]["C5"] = "managerr", "x"

    assert places(changed(change)) == {
        ("unknown-id", REQUIRED, "D4"),
        ("level-off-scale", REQUIRED, "D7"),
        ("unknown-id", REQUIRED, "A10"),
        ("level-off-scale", REQUIRED, "E10"),
        ("duplicate-id", REQUIRED, "A12"),
        ("level-off-scale", REQUIRED, "C12"),
        ("unknown-id", TEXTS, "A5"),
        ("unknown-part", TEXTS, "C5"),
    }


def test_a_misnumbered_scale_does_not_hide_wrong_levels(changed):
    """Only what its row may be meant for is left out."""

    def change(workbook):
        workbook[SCALE]["A6"] = "two"
        for cell, level in (("C5", 2), ("C6", 6), ("C7", "high")):
            workbook[REQUIRED][cell] = level

    assert places(changed(change)) == {
        ("not-a-whole-level", SCALE, "A6"),
        ("level-off-scale", REQUIRED, "C6"),
        ("level-off-scale", REQUIRED, "C7"),
    }


GONE = [
    (POSITIONS, 1),
    (COMPETENCIES, 1),
    (COMPETENCIES, 2),
    (SCALE, 1),
    (REQUIRED, 1),
    (TEXTS, 1),
    (TEXTS, 3),
    (DUTIES, 1),
    (DUTIES, 3),
]


@pytest.mark.parametrize(("sheet", "column"), GONE)
def test_a_column_that_is_gone_is_told_alone(changed, sheet, column):
    """What is missing in each row, and not found on its list, comes of it."""
    reading = changed(lambda workbook: workbook[sheet].delete_cols(column))
    assert places(reading) == {("missing-heading", sheet, "A4")}
    assert reading.book is None


@pytest.mark.parametrize("sheet", [POSITIONS, COMPETENCIES, GROUPS, "ฝ่าย", SCALE])
def test_a_sheet_that_is_gone_is_told_alone(changed, sheet):
    reading = changed(lambda workbook: workbook.remove(workbook[sheet]))
    assert places(reading) == {("missing-sheet", "", "")}


def test_many_ids_of_what_is_gone_are_told_together(changed):
    """Which is what a workbook has whose other sheets are still those of the exported book."""

    def change(workbook):
        sheet = workbook[POSITIONS]
        sheet.delete_rows(6, 40)
        sheet["A5"], sheet["B5"], sheet["C5"] = "gm", "กก.ผจก.", "Chief"
        workbook[TEXTS].delete_rows(5, len(PARTS))  # the first position's
        workbook[REQUIRED]["A5"] = "boss"

    found = changed(change).problems
    assert {each.code for each in found} == {"unknown-ids"}
    assert [each.place.sheet for each in found] == [REQUIRED, TEXTS, DUTIES, "การติดต่อประสานงาน"]
    assert [each.facts["count"] for each in found] == [SOME, SOME - 1, SOME, SOME]
    assert found[0].facts["ids"][:2] == ("boss", "deputy-manager-policy")
    assert {each.facts["sheet"] for each in found} == {POSITIONS}


def test_an_id_that_is_alike_is_told_apart_from_what_is_gone(changed):
    """A slip of the pen is mended, not taken out; the same one is told once."""

    def change(workbook):
        for row, department in enumerate(("a1", "b2", "c3", "d4", "d4", "finanse", "finanse"), 8):
            workbook[POSITIONS].cell(row, 4, department)

    together, alone = changed(change).problems
    assert (together.code, together.place.cell, together.facts["count"]) == ("unknown-ids", "D8", 4)
    assert (alone.code, alone.place.cell, alone.facts["count"]) == ("unknown-id", "D13", 2)
    assert alone.facts["suggestions"] == ("finance",)


def test_the_sheets_that_others_depend_on_come_first(changed):
    """What is wrong with the scale is told before the levels, and the whole file before both."""

    def change(workbook):
        workbook["ข้อความ"].title = "Text"
        workbook[REQUIRED]["C5"] = "x"
        workbook[GROUPS]["A5"] = "all"
        workbook[SCALE]["A5"] = "x"

    sheets = [each.place.sheet for each in changed(change).problems]
    assert list(dict.fromkeys(sheets)) == ["", SCALE, GROUPS, COMPETENCIES, REQUIRED, "Text"]


@pytest.mark.parametrize("sheet", [POSITIONS, REQUIRED, SCALE, TEXTS])
def test_a_sheet_of_which_all_was_deleted_lacks_its_headings(changed, sheet):
    def change(workbook):
        workbook[sheet].delete_rows(1, 1_000)

    found = {each[1:] for each in places(changed(change)) if each[0] == "missing-heading"}
    assert found == {(sheet, "A1")}


def test_a_date_is_shown_where_a_level_should_be(with_a_cell):
    """Excel makes dates of what people type."""
    (problem,) = with_a_cell(REQUIRED, "C5", datetime(2026, 4, 3)).problems  # noqa: DTZ001
    assert (problem.code, problem.value) == ("level-off-scale", "2026-04-03")


MERGED = [
    (REQUIRED, "C5:D5"),
    (REQUIRED, "B6:B7"),
    (POSITIONS, "D8:D9"),
    (POSITIONS, "B5:C5"),
    (POSITIONS, "A4:B5"),
    (TEXTS, "A5:A9"),
    (DUTIES, "D5:E6"),
    (SCALE, "D5:E5"),
    ("องค์กร", "A5:B5"),
]


@pytest.mark.parametrize(("sheet", "cells"), MERGED)
def test_merged_cells_of_a_table_are_told_with_their_cells(changed, sheet, cells):
    """All but the first have lost what they held, and nothing else is told of them."""
    reading = changed(lambda workbook: workbook[sheet].merge_cells(cells))
    assert reading.book is None
    found = [each for each in reading.problems if each.code == "merged-cells"]
    assert [(each.place.sheet, each.facts["cells"]) for each in found] == [(sheet, cells)]
    assert cells == "A4:B5" or len(reading.problems) == 1


def test_merged_cells_above_and_beside_a_table_change_nothing(changed):
    def change(workbook):
        workbook[POSITIONS].merge_cells("A1:D2")
        workbook[REQUIRED].merge_cells("C3:D3")
        workbook[SCALE]["H5"] = "note"
        workbook[SCALE].merge_cells("H5:H6")

    assert changed(change).book == short_book()


def test_columns_and_rows_that_are_not_read_are_told(changed):
    """A remark may stand there; a misspelt heading is seen where it stands. Blank ones lose nothing."""

    def change(workbook):
        sheet = workbook[GROUPS]
        sheet["D4"], sheet["E4"], sheet["E5"] = "Blank", "Remark", "x"
        workbook["องค์กร"]["B6"] = "Another name"

    reading = changed(change)
    assert reading.book == short_book()
    assert places(reading) == {("unread-column", GROUPS, "E4"), ("unread-row", "องค์กร", "A6")}
    found = places(changed(lambda workbook: workbook[GROUPS].cell(4, 3, "Nmae")))
    assert found == {("unread-column", GROUPS, "C4"), ("missing-heading", GROUPS, "A4")}


def test_what_is_no_positions_workbook_is_not_opened(tmp_path):
    path = write_workbook(tmp_path / "x.xlsx", [["a"]])
    reading = read_positions_book(path)
    assert not reading.opened
    assert [each.code for each in reading.problems] == ["no-positions-found"]


def test_the_codes_are_kinds():
    assert {each[0] for each in ONE_CELL} <= KINDS.keys()
