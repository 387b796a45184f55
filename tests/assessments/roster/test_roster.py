"""The list of staff: who is on it, and what is wrong with it."""

import pytest

from builders import (
    book,
    codes,
    encrypted_look_alike,
    names,
    plain_form,
    sheet_of,
    title,
    write_ods,
    write_workbook,
)
from jdgap.assessments.roster.roster import read_roster, roster_of
from jdgap.problems import Place

HEADINGS = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "ฝ่าย", "ผู้บังคับบัญชา"]
MANAGER = ["S-1", "ก ก", "ผู้จัดการ"]
OFFICER = ["S-2", "ข ข", "เจ้าหน้าที่สหกรณ์ ( ฝ่ายบัญชี )", "บัญชี", "ก ก"]


def roster(*lines, headings=HEADINGS):
    return roster_of([sheet_of([headings, *lines])], names())


def ids(found):
    return [each.employee_id for each in found.people]


def test_a_list_of_staff(tmp_path):
    """Everybody has id, name, position, department and supervisor, and the cell of the id."""
    path = write_workbook(tmp_path / "a.xlsx", [["รายชื่อ"], [], HEADINGS, MANAGER, OFFICER])
    found = read_roster(path, book())
    first, second = found.people
    assert (found.problems, found.doubtful) == ((), frozenset())
    assert first.position_id == "manager"
    assert (second.employee_id, second.name) == ("S-2", "ข ข")
    assert (second.position_id, second.position_written) == ("officer-accounting", OFFICER[2])
    assert (second.department, second.supervisor) == ("บัญชี", "ก ก")
    assert second.place == Place(str(path), "S1", "A5")


def test_other_kinds_of_file(tmp_path):
    """An .ods and a text table say the same as an .xlsx."""
    path = tmp_path / "a.csv"
    path.write_bytes("รหัส;ชื่อ;ตำแหน่ง\n007;ก ก;ผู้จัดการ\n".encode("cp874"))
    text = read_roster(path, book(), encoding="cp874")
    assert [(each.employee_id, each.name) for each in text.people] == [("007", "ก ก")]
    assert read_roster(path, book()).people == text.people
    ods = write_ods(tmp_path / "a.ods", [HEADINGS, [7, "ก ก", "ผู้จัดการ"]])
    assert ids(read_roster(ods, book())) == ["7"]


def test_each_wrong_row_is_named_by_its_cell():
    """All that is wrong is told at once, and the right rows are still there."""
    found = roster(
        MANAGER,
        [None, "ข", "officer-it"],
        ["S-3", None, "officer-it"],
        ["S-4", "ง"],
        ["S-5", "จ", "หัวหน้าฝ่ายขาย"],
        [None, "ฉ", "หัวหน้าฝ่ายขาย"],
        OFFICER,
    )
    assert ids(found) == ["S-1", "S-2"]
    assert codes(found.problems) == [
        ("missing-employee-id", "A3"),
        ("missing-name", "B4"),
        ("missing-position", "C5"),
        ("unknown-position", "C6"),
        ("missing-employee-id", "A7"),
        ("unknown-position", "C7"),
    ]
    assert found.doubtful == {"s3", "s4", "s5"}


def test_a_near_title_is_only_suggested():
    """A title that is not in the book comes with titles that are."""
    (problem,) = roster(["S-1", "ก", "จนท.บัญชี"]).problems
    assert problem.value == "จนท.บัญชี"
    assert title("officer-accounting") in problem.facts["suggestions"]


def test_the_same_row_twice():
    """Of rows that say the same, however they are typed, the first is kept."""
    again = ["s 2", "ข  ข", "officer-accounting", "บัญชี", "ก ก"]
    found = roster(OFFICER, MANAGER, again)
    assert ids(found) == ["S-2", "S-1"]
    assert codes(found.problems) == [("repeated-on-roster", "A4")]
    assert found.problems[0].facts["other"] == "A2"
    assert not found.doubtful


@pytest.mark.parametrize(("column", "other"), [(1, "ค"), (2, "officer-it"), (3, "x"), (4, "y")])
def test_one_id_for_two_people(column, other):
    """Rows of one id that differ in anything are both left out, each naming the other."""
    again = list(OFFICER)
    again[column] = other
    found = roster(OFFICER, MANAGER, again)
    assert ids(found) == ["S-1"]
    told = {problem.place.cell: problem.facts["other"] for problem in found.problems}
    assert told == {"A2": "A4", "A4": "A2"}
    assert found.doubtful == {"s2"}


def test_a_double_with_a_mistake():
    """A wrong row makes the right one of the same id doubtful, too."""
    found = roster(OFFICER, [*OFFICER[:2], "หัวหน้าฝ่ายขาย", *OFFICER[3:]])
    assert found.people == ()
    assert sorted(codes(found.problems)) == [
        ("repeated-on-roster", "A2"),
        ("repeated-on-roster", "A3"),
        ("unknown-position", "C3"),
    ]


def test_names_of_those_who_were_left_out():
    """Whoever gives only the name may be one of them; of rows that agree nobody was left out."""
    namesake = ["S-7", OFFICER[1], "หัวหน้าฝ่ายขาย", *OFFICER[3:]]
    no_id = [None, MANAGER[1], *MANAGER[2:]]
    found = roster(OFFICER, OFFICER, MANAGER, namesake, no_id)
    assert len(ids(found)) == 2
    assert found.doubtful == {"s7"}
    assert found.doubtful_names == {OFFICER[1], MANAGER[1]}
    assert roster(OFFICER, OFFICER).doubtful_names == frozenset()


def test_ids_whose_digits_are_parted_otherwise():
    """They are two people's."""
    found = roster(["1-12", *OFFICER[1:]], ["11-2", *MANAGER[1:]], ["1.5", *OFFICER[1:]])
    assert ids(found) == ["1-12", "11-2", "1.5"]


def test_several_sheets():
    """Each visible sheet with a list counts; the same id on two of them names the sheet."""
    sheets = [
        sheet_of([HEADINGS, MANAGER]),
        sheet_of([["อ่านก่อน"]]),
        sheet_of([["Employee ID", "Name", "Position"], ["S-9", "ค", "officer-it"]]),
        sheet_of([HEADINGS, OFFICER], hidden=True),
    ]
    found = roster_of(sheets, names())
    assert (ids(found), found.problems) == (["S-1", "S-9"], ())


def test_the_same_id_on_two_sheets(tmp_path):
    """The other place is named with its sheet."""
    other = ["S-1", "ค", "officer-it"]
    path = write_workbook(
        tmp_path / "a.xlsx", [HEADINGS, MANAGER], [HEADINGS, other], titles=["ก", "ข"]
    )
    found = read_roster(path, book())
    told = {problem.place.sheet: problem.facts["other"] for problem in found.problems}
    assert told == {"ก": "ข › A2", "ข": "ก › A2"}


def test_what_a_blank_cell_really_holds():
    """An error value instead of a position is told."""
    sheet = sheet_of([HEADINGS, ["S-1", "ก", None]], reasons={"C2": "#N/A"})
    (problem,) = roster_of([sheet], names()).problems
    assert (problem.code, problem.value) == ("missing-position", "#N/A")


@pytest.mark.parametrize("headings", [["ชื่อ", "ตำแหน่ง"], ["รหัส", "ตำแหน่ง"]])
def test_a_column_that_is_missing(headings):
    """Without ids or without names nobody can have a form; one problem says so, at the header."""
    found = roster(["x1", "officer-it"], ["x2", "head-it"], headings=headings)
    assert found.people == ()
    assert codes(found.problems) == [("no-roster-found", "A1")]
    assert found.doubtful == ({"x1", "x2"} if headings[0] == "รหัส" else frozenset())


def test_a_list_without_ids_beside_a_good_one():
    """It is told, as its people would be forgotten; a table of codes is passed over."""
    good = sheet_of([HEADINGS, MANAGER])
    no_ids = sheet_of([["ชื่อ", "ตำแหน่ง"], ["ข", "officer-it"]])
    codes_only = sheet_of([["รหัส", "ตำแหน่ง"], ["01", "officer-it"]])
    assert codes(roster_of([good, no_ids], names()).problems) == [("no-roster-found", "A1")]
    assert roster_of([good, codes_only], names()).problems == ()


@pytest.mark.parametrize("rows", [[["x"]], [HEADINGS], plain_form()])
def test_no_list_of_staff(tmp_path, rows):
    """A workbook without people is a problem of the file."""
    path = write_workbook(tmp_path / "a.xlsx", rows)
    found = read_roster(path, book())
    assert [problem.code for problem in found.problems] == ["no-roster-found"]
    assert found.problems[0].place.file == str(path)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "not-a-spreadsheet"), (encrypted_look_alike(), "password-protected")],
)
def test_a_file_that_cannot_be_used(tmp_path, content, code):
    """A broken file is one problem, not an exception."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    found = read_roster(path, book())
    assert (found.people, [problem.code for problem in found.problems]) == ((), [code])
