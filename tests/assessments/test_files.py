"""Files into assessments: every one is used, or accounted for."""

import faulthandler
import multiprocessing
import os
import shutil
import signal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from builders import (
    bare_parts,
    bare_xml,
    book,
    calamine_abort,
    codes,
    encrypted_look_alike,
    far_corners,
    filled_form,
    plain_form,
    thai,
    title,
    write_bare,
    write_ods,
    write_workbook,
    write_zip,
)
from jdgap.assessments import NoLevel, files
from jdgap.assessments.files import read_files
from jdgap.assessments.opening import worker
from jdgap.output.excel.form import FormDetails

pytestmark = pytest.mark.workers


@pytest.fixture(autouse=True)
def _no_reports_of_deaths_that_are_meant():
    """A worker that a hostile file kills would fill the screen with its stack."""
    faulthandler.disable()
    yield
    faulthandler.enable()


def read(*paths):
    reading = read_files(paths, book())
    return reading.assessments, codes(reading.problems)


def levels(assessment):
    return [(rating.self_level, rating.supervisor_level) for rating in assessment.ratings.values()]


def test_a_plain_form(tmp_path):
    """A hand-made form gives the person and the ratings, each with its cell."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form([(3, 4)] * 8))
    (found,), problems = read(path)
    assert problems == []
    assert (found.employee_id, found.name, found.round) == ("S-001", "ตัวอย่าง ใจดี", "2569")
    assert found.position_id == "officer-accounting"
    assert levels(found) == [(3, 4)] * 8
    assert found.ratings["service-mind"].place.cell == "C7"
    assert (found.place.file, found.place.sheet) == (str(path), "S1")


@pytest.mark.parametrize("ending", ["xlsx", "xlsm", "xls", "ods", "bin"])
def test_the_ending_does_not_matter(tmp_path, ending):
    """The same workbook is read under any name."""
    path = write_workbook(tmp_path / f"แบบประเมิน.{ending}", plain_form())
    (found,), problems = read(path)
    assert (levels(found), problems) == ([(3, NoLevel.BLANK)] * 8, [])


def test_a_workbook_with_macros(tmp_path):
    """An .xlsm is read; nothing in it runs."""
    parts = bare_parts(bare_xml(plain_form())) | {"xl/vbaProject.bin": "not looked at"}
    (found,), problems = read(write_zip(tmp_path / "a.xlsm", parts))
    assert (len(found.ratings), problems) == (8, [])


def test_opendocument(tmp_path):
    """An .ods gives the same as an .xlsx."""
    (found,), problems = read(write_ods(tmp_path / "a.ods", plain_form([("๓", 4)] * 8)))
    assert (levels(found), problems) == ([(3, 4)] * 8, [])


def test_several_employees_on_several_sheets(tmp_path):
    """Each sheet is one employee, in the order of the sheets."""
    forms = [plain_form(employee_id=f"S-00{number}") for number in range(1, 4)]
    people, problems = read(write_workbook(tmp_path / "a.xlsx", *forms))
    assert [each.employee_id for each in people] == ["S-001", "S-002", "S-003"]
    assert [each.place.sheet for each in people] == ["S1", "S2", "S3"]
    assert problems == []


def test_files_keep_their_order(tmp_path):
    """Assessments come in the order of the files as given."""
    paths = [
        write_workbook(tmp_path / f"{number}.xlsx", plain_form(employee_id=f"S-{number}"))
        for number in (3, 1, 2)
    ]
    assert [each.employee_id for each in read(*paths)[0]] == ["S-3", "S-1", "S-2"]


def test_a_hidden_sheet(tmp_path):
    """A hidden assessment is not counted, and that is said."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form(), plain_form(employee_id="S-2"))
    workbook = load_workbook(path)
    workbook["S2"].sheet_state = "hidden"
    workbook.save(path)
    people, problems = read(path)
    assert [each.employee_id for each in people] == ["S-001"]
    assert problems == [("hidden-sheet", "")]


def test_wrong_levels_keep_the_other_rows(tmp_path):
    """Five wrong cells cost five levels; all are named at once, in their cells."""
    wrong = [(9, 4), (4.5, 4), (True, 4), ("ดี", 4), ("#REF!", 4), (3, 4), (3, 4), (3, 4)]
    (found,), problems = read(write_workbook(tmp_path / "a.xlsx", plain_form(wrong)))
    assert [pair[0] for pair in levels(found)] == [NoLevel.UNUSABLE] * 5 + [3] * 3
    assert [pair[1] for pair in levels(found)] == [4] * 8
    assert problems == [
        ("level-out-of-range", "B7"),
        ("level-not-whole", "B8"),
        ("level-not-a-number", "B9"),
        ("level-not-a-number", "B10"),
        ("level-error-value", "B11"),
    ]


def test_a_formula_that_was_never_calculated(tmp_path):
    """A formula without a result is a problem; one with a result is its result."""
    rows = plain_form([("=1+2", None)] + [("<c ><f>1+2</f><v>3</v></c>", None)] * 7)
    bare = [[None if value == "=1+2" else value for value in row] for row in rows]
    bare[6][1] = "<c ><f>1+2</f></c>"
    (found,), problems = read(write_bare(tmp_path / "a.xlsx", bare))
    assert problems == [("level-error-value", "B7")]
    assert [pair[0] for pair in levels(found)] == [NoLevel.UNUSABLE] + [3] * 7


def test_a_date_where_a_level_belongs(tmp_path):
    """Excel's turning of 4-5 into a date is found, not read as a number."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form())
    workbook = load_workbook(path)
    workbook.worksheets[0]["B7"] = 4
    workbook.worksheets[0]["B7"].number_format = "d mmm yyyy"
    workbook.save(path)
    assert read(path)[1] == [("level-not-a-number", "B7")]


def test_an_unknown_competency(tmp_path):
    """A misspelt competency is named with suggestions; its level is unusable, the rest counts."""
    rows = plain_form()
    rows[7][0] = "ความสามัคี"
    path = write_workbook(tmp_path / "a.xlsx", rows)
    reading = read_files([path], book())
    (problem,) = reading.problems
    assert (problem.code, problem.place.cell) == ("unknown-competency", "A8")
    assert thai("unity") in problem.facts["suggestions"]
    ratings = reading.assessments[0].ratings
    assert len(ratings) == 8
    assert [key for key, each in ratings.items() if each.self_level is NoLevel.UNUSABLE] == [
        "unity"
    ]


def test_an_unknown_position(tmp_path):
    """A title that does not exist is never taken for a near one."""
    rows = plain_form(position="เจ้าหน้าที่สหกรณ์ (ฝ่ายขาย)")
    path = write_workbook(tmp_path / "a.xlsx", rows)
    reading = read_files([path], book())
    (problem,) = reading.problems
    assert problem.code == "unknown-position"
    assert len(problem.facts["suggestions"]) == 3
    assert reading.assessments[0].position_id is None


def test_a_position_that_the_caller_names(tmp_path):
    """Where the position is named otherwise, the sheet's is no problem."""
    rows = plain_form(position="")
    path = write_workbook(tmp_path / "a.xlsx", rows)
    assert read(path)[1] == [("missing-position", "A3")]
    assert read_files([path], book(), position_needed=False).problems == []


def test_nobody_named(tmp_path):
    """A form without id and name is an error of its sheet; either of the two is enough."""
    both = write_workbook(tmp_path / "a.xlsx", plain_form(employee_id="", name=""))
    one = write_workbook(tmp_path / "b.xlsx", plain_form(employee_id=""))
    assert read(both)[1] == [("missing-employee", "")]
    assert read(one)[1] == []


def test_a_competency_twice(tmp_path):
    """Different answers for one competency: neither counts."""
    rows = [*plain_form(), [thai("unity"), 5]]
    (found,), problems = read(write_workbook(tmp_path / "a.xlsx", rows))
    assert problems == [("duplicate-competency", "B15")]
    assert found.ratings["unity"].self_level is NoLevel.UNUSABLE


def test_no_assessment(tmp_path):
    """A workbook about something else is a problem of the file."""
    path = write_workbook(tmp_path / "a.xlsx", [["เดือน", "ยอด"], ["มกราคม", 3]])
    assert read(path) == ([], [("no-assessment-found", "")])


def test_competencies_without_levels(tmp_path):
    """An employee's sheet without a level column is accounted for."""
    second = [["รหัสพนักงาน", "S-002"], ["สมรรถนะ"], [thai("unity")]]
    reading = read_files([write_workbook(tmp_path / "a.xlsx", plain_form(), second)], book())
    assert [(each.code, each.place.sheet) for each in reading.problems] == [
        ("no-assessment-found", "S2")
    ]
    assert len(reading.assessments) == 1


def test_a_sheet_that_explains_the_competencies(tmp_path):
    """What each level means, beside the form, is nobody's assessment and no problem."""
    meanings = [["สมรรถนะ", 5, 4, 3, 2, 1], [thai("unity"), "ก", "ข", "ค", "ง", "จ"]]
    reading = read_files([write_workbook(tmp_path / "a.xlsx", plain_form(), meanings)], book())
    assert (reading.problems, len(reading.assessments)) == ([], 1)


def test_an_unknown_position_has_its_cell(tmp_path):
    """The cell of the position is named, so that it can be mended."""
    path = write_workbook(tmp_path / "a.xlsx", plain_form(position="หัวหน้าฝ่ายขาย"))
    assert codes(read_files([path], book()).problems) == [("unknown-position", "B3")]


def hostile(folder):
    """Every file here is a problem, with the code that it has."""
    empty, text, locked = folder / "0.xlsx", folder / "t.xlsx", folder / "p.xlsx"
    empty.write_bytes(b"")
    text.write_text("รหัสพนักงาน S-001", encoding="utf-8")
    locked.write_bytes(encrypted_look_alike())
    damaged = write_workbook(folder / "d.xlsx", plain_form())
    damaged.write_bytes(damaged.read_bytes()[:-300])
    (folder / "folder.xlsx").mkdir()
    return [
        (empty, "not-a-spreadsheet"),
        (text, "not-a-spreadsheet"),
        (locked, "password-protected"),
        (damaged, "unreadable"),
        (folder / "folder.xlsx", "not-a-spreadsheet"),
        (write_zip(folder / "abort.xlsx", calamine_abort()), "unreadable"),
        (write_zip(folder / "far.xlsx", far_corners()), "unreadable|too-large"),
        (write_zip(folder / "b.xlsx", {"xl/workbook.xml": b"\0" * 2**21}), "unsafe-file"),
        (write_workbook(folder / "e.xlsx", []), "empty-workbook"),
    ]


def test_hostile_files_harm_nobody(tmp_path):
    """Each bad file has its problem; the good ones before, between and after are read."""
    good = write_workbook(tmp_path / "good.xlsx", plain_form())
    bad = hostile(tmp_path)
    paths = [good]
    for path, _ in bad:
        copy = tmp_path / f"good-{path.stem}.xlsx"
        shutil.copy(good, copy)
        paths += [path, copy]
    reading = read_files(paths, book())
    assert len(reading.assessments) == 1 + len(bad)
    found = {problem.place.file: problem.code for problem in reading.problems}
    assert found.keys() == {str(path) for path, _ in bad}
    for path, code in bad:
        assert found[str(path)] in code.split("|"), path


def test_the_form_that_jdgap_makes(tmp_path):
    """Filled in, it reads back exactly, N/A and blanks included."""
    given = {"unity": (3, 4), "trust": (5, "N/A"), "coaching": (None, 2), "integrity": ("N/A", 1)}
    details = FormDetails(employee_id="=1+1", name="[ตัวอย่าง] 'ใจดี'", round="2569")
    (found,), problems = read(filled_form(tmp_path / "a.xlsx", "head-it", given, details))
    assert problems == []
    assert (found.employee_id, found.name, found.round) == ("=1+1", "[ตัวอย่าง] 'ใจดี'", "2569")
    assert found.position_id == "head-it"
    told = {key: (each.self_level, each.supervisor_level) for key, each in found.ratings.items()}
    blank, not_applicable = NoLevel.BLANK, NoLevel.NOT_APPLICABLE
    assert told.pop("unity") == (3, 4)
    assert told.pop("trust") == (5, not_applicable)
    assert told.pop("coaching") == (blank, 2)
    assert told.pop("integrity") == (not_applicable, 1)
    assert set(told.values()) == {(blank, blank)}
    assert len(told) == 8


def test_a_form_with_everything_that_is_usual(tmp_path):
    """Merged cells, groups, behaviours, Thai digits, decomposed ำ, two labels in one cell."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    rows = [
        ["แบบประเมินสมรรถนะ ประจำปี ๒๕๖๙"],
        ["ชื่อ-สกุล: ตัวอย่าง ใจดี   ตําแหน่ง: ผู้จัดการ   ฝ่าย: -"],
        ["รหัสพนักงาน", None, None, "รอบการประเมิน", None, "๒๕๖๙"],
        ["S-009"],
        ["สมรรถนะ", None, "ระดับที่คาดหวัง", "ผลการประเมิน"],
        [None, None, None, "ประเมินตนเอง", "ผู้บังคับบัญชาประเมิน"],
        ["สมรรถนะหลัก"],
        [f"๑. {thai('service-mind')} (Service Mind)", None, 5, "ระดับ ๔", "๕"],
        ["   - ยิ้มแย้มแจ่มใส"],
        ["   - ให้บริการด้วยความเต็มใจ"],
        [f"๒. {thai('change-leadership').replace('ำ', 'ํา')}", None, 5, "4 - ชำนาญ", "N/A"],
        ["รวม", None, 10, 8, 5],
        ["ลงชื่อ ............ ผู้ประเมิน", None, None, "ลงชื่อ ............"],
        [thai("unity"), None, 5, 1, 1],
    ]
    for row in rows:
        sheet.append(row)
    for merged in ("A2:F2", "A5:B6", "D5:E5", "A8:B8"):
        sheet.merge_cells(merged)
    workbook.save(tmp_path / "a.xlsx")
    (found,), problems = read(tmp_path / "a.xlsx")
    assert problems == []
    assert (found.employee_id, found.name, found.round) == ("S-009", "ตัวอย่าง ใจดี", "2569")
    assert found.position_id == "manager"
    assert levels(found) == [(4, 5), (4, NoLevel.NOT_APPLICABLE), (1, 1)]


@pytest.fixture(scope="module")
def typed(tmp_path_factory):
    """What is read of a form for each position, with its title as people type it."""
    folder = tmp_path_factory.mktemp("typed")
    for each in book().positions:
        text = " " + title(each.id).replace("(", " ( ").replace("ำ", "ํา").replace("ฝ่าย", " ฝ่าย ")
        write_workbook(folder / f"{each.id}.xlsx", plain_form(position=text))
    return read_files(sorted(folder.iterdir()), book())


@pytest.mark.parametrize("position", [each.id for each in book().positions])
def test_titles_as_people_type_them(typed, position):
    """Wrong spaces, brackets and a decomposed ำ do not matter, in any of the titles."""
    mine = [each for each in typed.assessments if Path(each.place.file).stem == position]
    assert [each.position_id for each in mine] == [position]
    assert [each for each in typed.problems if Path(each.place.file).stem == position] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_worker_that_is_killed_costs_no_file(tmp_path, monkeypatch, workers):
    """A batch whose worker dies is read again: all files are used, in their order."""
    paths = [
        write_bare(tmp_path / f"{number}.xlsx", plain_form(employee_id=f"S-{number}"))
        for number in range(60)
    ]
    monkeypatch.setattr(files, "_BATCH_SECONDS", 1)  # a busy machine takes 0.5 s for some
    monkeypatch.setattr(worker, "_SLACK_SECONDS", 0.5)
    killed = []

    def kill(done, _whole):
        pool = [each for each in multiprocessing.active_children() if "pool" in each.name]
        if done % 30 == 1 and pool:  # what is read again has a process of its own
            os.kill(pool[0].pid, signal.SIGKILL)
            killed.append(done)

    reading = read_files(paths, book(), workers=workers, progress=kill)
    assert killed
    assert [each.employee_id for each in reading.assessments] == [f"S-{n}" for n in range(60)]
    assert reading.problems == []


def test_a_size_limit_of_ones_own(tmp_path):
    """It holds in both ways of reading: for many small files, and for one alone."""
    form = plain_form()
    small = [write_bare(tmp_path / f"{n}.xlsx", [*form, ["ก" * n]]) for n in (1, 2)]
    large = write_bare(tmp_path / "l.xlsx", [*form, [chr(3600 + n * n % 70) for n in range(900)]])
    limit = max(path.stat().st_size for path in small)
    assert limit < large.stat().st_size
    for paths in ([*small, large], [large]):
        reading = read_files(paths, book(), max_file_bytes=limit)
        assert [(each.code, each.place.file) for each in reading.problems] == [
            ("too-large", str(large))
        ]
        assert len(reading.assessments) == len(paths) - 1
