"""A whole round: 300 answers in all five layouts, against a calculation of its own."""

import csv
import json
import random
import shutil
from collections import defaultdict
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from builders import book, filled_form, thai, title, write_workbook
from jdgap.output.excel.form import FormDetails
from jdgap.output.machine import write_json
from jdgap.output.report.book import write_report
from jdgap.output.round_records import round_document
from jdgap.workflows.round import RoundRules, assess_round

PEOPLE = 110
"""Each position stands once in each layout: 22 and 5 have no common factor."""
LAYOUTS = ("form", "hand-made", "ticks", "long", "wide")
POSITIONS = [each.id for each in book().positions]


def truth():
    """Invented people with what they and their supervisors say; None is left blank."""
    chance = random.Random(2569)  # noqa: S311
    people = []
    for number in range(PEOPLE):
        position = POSITIONS[number % len(POSITIONS)]
        required = book().position_by_id[position].required
        said = {
            key: (
                chance.choice([1, 2, 3, 4, 5, 5, None]),
                chance.choice([None, None, 1, 2, 3, 4, 5]),
            )
            for key in required
        }
        people.append((f"S-{number:03}", f"คนที่ {number}", position, said))
    return people


def wanted(people):
    """Sums by department, competency and group, in plain loops and whole numbers."""
    sums = defaultdict(lambda: defaultdict(int))
    for _, _, position, said in people:
        held = book().position_by_id[position]
        department = book().department_name(held)
        for key, required in held.required.items():
            own, other = said[key]
            actual = own if other is None else other
            group = book().competency_by_id[key].group
            for where in ("all", ("group", group), ("department", department), ("need", key)):
                sums[where]["required"] += 1
                if actual is not None:
                    sums[where]["rated"] += 1
                    sums[where]["met"] += actual >= required
                    sums[where]["below"] += actual < required
                    sums[where]["shortfall"] += max(0, required - actual)
                    sums[where]["reached"] += min(actual, required)
                    sums[where]["levels"] += required
    return sums


def as_forms(folder, people):
    """jdgap's own form: one made for each position, then filled in for each person."""
    for employee, name, position, said in people:
        details = FormDetails(employee, name, round="2569")
        filled_form(folder / f"{employee}.xlsx", position, said, details)


def identity(employee, name, position):
    return [
        ["รหัสพนักงาน", employee],
        ["ชื่อ-สกุล", name],
        ["ตำแหน่ง", title(position)],
        ["ปี", 2569],
        [],
    ]


def as_sheets(folder, people):
    """Hand-made forms, one sheet a person."""
    sheets = [
        [
            *identity(employee, name, position),
            ["สมรรถนะ", "ประเมินตนเอง", "ผู้บังคับบัญชาประเมิน"],
            *([thai(key), *pair] for key, pair in said.items()),
        ]
        for employee, name, position, said in people
    ]
    write_workbook(folder / "hand-made.xlsx", *sheets)


def as_ticks(folder, people):
    """Tick forms of both raters, one sheet a person."""
    sheets = []
    for employee, name, position, said in people:
        rows = identity(employee, name, position)
        rows += [
            ["สมรรถนะ", "ประเมินตนเอง", *[None] * 4, "หัวหน้าประเมิน"],
            [None, *[5, 4, 3, 2, 1] * 2],
        ]
        for key, pair in said.items():
            marks = [
                ["/" if level == said_ else None for level in (5, 4, 3, 2, 1)] for said_ in pair
            ]
            rows.append([thai(key), *marks[0], *marks[1]])
        sheets.append(rows)
    write_workbook(folder / "ticks.xlsx", *sheets)


def as_long_table(folder, people):
    rows = [["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "สมรรถนะ", "ประเมินตนเอง", "หัวหน้าประเมิน"]]
    rows += [
        [employee, name, title(position), thai(key), *pair]
        for employee, name, position, said in people
        for key, pair in said.items()
    ]
    write_workbook(folder / "long.xlsx", rows)


def as_wide_table(folder, people):
    """A CSV as Google Forms writes it, with a second grid for the supervisor."""
    keys = [each.id for each in book().competencies]
    grids = [f"{rater} [{thai(key)}]" for rater in ("ประเมินตนเอง", "หัวหน้าประเมิน") for key in keys]
    with (folder / "wide.csv").open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["ประทับเวลา", "รหัสพนักงาน", "ชื่อ-นามสกุล", "ตำแหน่ง", *grids])
        for employee, name, position, said in people:
            levels = [said.get(key, (None, None))[rater] for rater in (0, 1) for key in keys]
            lines.writerow(["9/27/2026 15:00:00", employee, name, title(position), *levels])


WRITERS = dict(
    zip(LAYOUTS, (as_forms, as_sheets, as_ticks, as_long_table, as_wide_table), strict=True)
)


@pytest.fixture(scope="module")
def came_back(tmp_path_factory):
    """A folder with all answers, a fifth of them in each layout."""
    folder = tmp_path_factory.mktemp("round")
    for place, (layout, write) in enumerate(WRITERS.items()):
        (folder / layout).mkdir()
        write(folder / layout, truth()[place :: len(LAYOUTS)])
    return folder


@pytest.fixture(scope="module")
def result(came_back):
    return assess_round([came_back], book(), RoundRules(workers=2))


def percent(part, whole):
    return float(Fraction(100 * part, whole))


def test_json_agrees_with_a_calculation_of_its_own(result):
    """Totals, groups, departments and needs; nobody is lost and nothing is wrong."""
    document = round_document(book(), result)
    sums = wanted(truth())
    assert document["assessed"] == PEOPLE
    assert [each for each in document["problems"] if each["severity"] == "error"] == []
    for name, totals in document["totals"].items():
        total = sums["all" if name == "all" else ("group", name)]
        for key in ("required", "rated", "met", "shortfall"):
            assert totals[key] == total[key]
        assert totals["fit_pct"] == percent(total["reached"], total["levels"])
    for department in document["departments"]:
        total = sums["department", department["department"]]
        assert department["totals"]["all"]["shortfall"] == total["shortfall"]
        assert department["totals"]["all"]["rated"] == total["rated"]
    for need in document["training_needs"]:
        total = sums["need", need["competency_id"]]
        assert need["total_shortfall"] == total["shortfall"]
        assert need["people_below"] == total["below"] == len(need["employee_ids"])


def test_the_workbook_agrees_with_a_calculation_of_its_own(result, tmp_path):
    """Its tidy rows are the answers, one by one, and sum up to the same totals."""
    path = tmp_path / "report.xlsx"
    write_report(path, book(), result, individual=False)
    sheet = load_workbook(path)["ข้อมูล"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    read = {(row[1], row[7]): row for row in rows}
    assert len(read) == len(rows)
    said = {
        (employee, key): pair for employee, _, _, levels in truth() for key, pair in levels.items()
    }
    assert {key: (row[10], row[11]) for key, row in read.items()} == said
    assert sum(row[14] or 0 for row in rows) == wanted(truth())["all"]["shortfall"]


def in_bytes(result):
    stream = BytesIO()
    write_json(stream, round_document(book(), result))
    return stream.getvalue()


@pytest.mark.workers
def test_neither_order_nor_workers_matter(came_back, result):
    """Folders in another order, one worker or two: every byte is the same."""
    folders = [came_back / layout for layout in LAYOUTS]
    once = in_bytes(assess_round(folders, book(), RoundRules(workers=1)))
    again = in_bytes(assess_round(reversed(folders), book(), RoundRules(workers=2)))
    assert once == again == in_bytes(result)


def test_each_layout_says_the_same(tmp_path):
    """The same people in each layout have the same levels."""
    people = truth()[:6]
    found = {}
    for layout, write in WRITERS.items():
        folder = tmp_path / layout
        folder.mkdir()
        write(folder, people)
        document = round_document(book(), assess_round([folder], book()))
        found[layout] = [
            (each["employee_id"], each["position_id"], each["totals"])
            for each in document["people"]
        ]
    assert all(each == found["form"] for each in found.values())
    assert len(found["form"]) == 6


def test_a_folder_and_a_file_in_it(came_back, result):
    """A file that is named twice is read once."""
    again = assess_round([came_back, came_back / "long" / "long.xlsx"], book())
    assert (again.files, len(again.people)) == (result.files, PEOPLE)


def test_a_copy_of_a_file(came_back, tmp_path):
    """The same form twice counts once, with a warning that names both."""
    (form,) = sorted((came_back / "form").iterdir())[:1]
    for name in ("a.xlsx", "b.xlsx"):
        shutil.copy(form, tmp_path / name)
    found = assess_round([tmp_path], book())
    assert len(found.people) == 1
    repeated = [each for each in found.problems if each.code == "repeated-employee"]
    assert [each.place.file for each in repeated] == [str(tmp_path / "b.xlsx")]


@pytest.mark.parametrize("differing", [1, 8])
def test_a_blank_form_of_another_book(tmp_path, differing):
    """It never competes with a filled-in answer of the same employee, be it of this book or not."""
    required = book().position_by_id["officer-accounting"].required
    details = FormDetails("S-1", "ก", round="2569")
    nothing = dict.fromkeys(required, (None, None))
    filled_form(tmp_path / "a.xlsx", "officer-accounting", nothing, details)
    workbook = load_workbook(tmp_path / "a.xlsx")
    for row in range(15, 15 + differing):
        workbook.worksheets[0][f"C{row}"] = 1
    workbook.save(tmp_path / "a.xlsx")
    without_round = FormDetails("S-1", "ก")
    said = dict.fromkeys(required, (3, 4))
    filled_form(tmp_path / "b.xlsx", "officer-accounting", said, without_round)
    found = assess_round([tmp_path], book())
    assert [each.assessment.place.file for each in found.people] == [str(tmp_path / "b.xlsx")]
    told = {(each.code, each.place.cell) for each in found.problems}
    assert ("blank-answer", "") in told
    code = "required-level-differs" if differing == 1 else "perhaps-misplaced-levels"
    assert [each for each in told if each[1] == "C15"] == [(code, "C15")]
    assert "duplicate-employee" not in {code for code, _cell in told}


def test_an_old_report_in_the_folder(came_back, tmp_path):
    """It is no answer, whatever numbers it holds."""
    shutil.copytree(came_back / "wide", tmp_path / "in")
    before = assess_round([tmp_path / "in"], book())
    write_report(tmp_path / "in" / "old.xlsx", book(), before, individual=True)
    found = assess_round([tmp_path / "in"], book())
    assert len(found.people) == PEOPLE // len(LAYOUTS)
    assert [each.place.file for each in found.problems if each.code == "skipped-file"] == [
        str(tmp_path / "in" / "old.xlsx")
    ]


def staff(path, *rows):
    workbook = Workbook()
    for row in (("รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "ฝ่าย"), *rows):
        workbook.worksheets[0].append(row)
    workbook.save(path)
    return path


def test_a_roster(tmp_path):
    """Who is missing, who is not on it, whose position differs; it fills in what is left out."""
    header = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", thai("unity"), thai("integrity")]
    write_workbook(
        tmp_path / "answers.xlsx",
        [
            header,
            ["S-1", "ก", None, 3, 3],
            ["S-2", "ข", title("head-it"), 3, 3],
            ["S-9", "ฮ", title("officer-it"), 3, 3],
        ],
    )
    roster = staff(
        tmp_path / "staff.xlsx",
        ["S-1", "ก", title("officer-it"), "ฝ่ายบัญชี"],
        ["S-2", "ข", title("officer-it"), ""],
        ["S-3", "ค", title("officer-credit"), ""],
    )
    found = assess_round([tmp_path], book(), roster=roster)
    assert [(each.assessment.employee_id, each.assessment.department) for each in found.people] == [
        ("S-1", "บัญชี"),
        ("S-2", "เทคโนโลยีสารสนเทศ"),
        ("S-9", "เทคโนโลยีสารสนเทศ"),
    ]
    codes = {each.code for each in found.problems}
    assert {"position-differs-from-roster", "not-on-roster"} <= codes
    assert "missing-position" not in codes
    assert [(each.employee_id, each.department) for each in found.attendance.missing] == [
        ("S-3", "สินเชื่อ")
    ]
    assert found.attendance.whole.answered == 2
    assert json.loads(in_bytes(found))["roster"]["expected"] == 3


def test_a_roster_of_nobody(tmp_path):
    """A file that is no roster says nothing of anybody; what is wrong with it is said."""
    header = ["รหัสพนักงาน", "ตำแหน่ง", thai("unity"), thai("integrity")]
    write_workbook(tmp_path / "a.xlsx", [header, ["S-1", title("officer-it"), 3, 3]])
    other = write_workbook(tmp_path / "other.xlsx", [["ก", "ข"], [1, 2]])
    found = assess_round([tmp_path / "a.xlsx"], book(), roster=other)
    assert found.attendance is None
    codes = {each.code for each in found.problems}
    assert "no-roster-found" in codes
    assert "not-on-roster" not in codes


def test_a_department_has_one_name_however_it_is_written(tmp_path):
    """The book's where it knows it, else the first that is met."""
    header = ["รหัสพนักงาน", "ตำแหน่ง", "ฝ่าย", thai("unity"), thai("integrity")]
    written = ["ฝ่าย บัญชี", "บัญชี", "สาขา สอง", "สาขาสอง"]
    rows = [[f"S-{n}", title("officer-it"), name, 3, 3] for n, name in enumerate(written)]
    write_workbook(tmp_path / "a.xlsx", [header, *rows])
    found = assess_round([tmp_path], book())
    assert [(each.name, each.people) for each in found.organisation.departments] == [
        ("บัญชี", 2),
        ("สาขา สอง", 2),
    ]


def test_an_answer_that_does_not_count_is_an_answer(tmp_path):
    """Two that differ count for nothing, and nobody says that the employee is missing."""
    for name, level in (("a.xlsx", 3), ("b.xlsx", 4)):
        write_workbook(
            tmp_path / name,
            [
                ["รหัสพนักงาน", "ตำแหน่ง", thai("unity"), thai("trust")],
                ["S-1", title("officer-it"), level, 1],
            ],
        )
    roster = staff(tmp_path / "staff.xlsx", ["S-1", "ก", title("officer-it"), ""])
    found = assess_round([tmp_path], book(), roster=roster)
    assert (len(found.people), found.attendance.whole.answered, found.attendance.missing) == (
        0,
        1,
        (),
    )


def test_one_bad_file_never_stops_the_run(came_back, tmp_path):
    """It has its problem; the others have their results."""
    shutil.copytree(came_back / "wide", tmp_path / "in")
    (tmp_path / "in" / "bad.xlsx").write_bytes(b"PK\x03\x04" + b"\0" * 100)
    (tmp_path / "in" / "empty.csv").touch()
    found = assess_round([tmp_path / "in"], book())
    assert len(found.people) == PEOPLE // len(LAYOUTS)
    assert {
        each.place.file.rsplit("/", 1)[-1] for each in found.problems if each.severity == "error"
    } == {
        "bad.xlsx",
        "empty.csv",
    }


def test_progress(came_back):
    """Every file is told, of how many."""
    told = []
    found = assess_round([came_back], book(), progress=lambda *done: told.append(done))
    assert told[-1] == (found.files, found.files)


def test_how_large_a_file_may_be(tmp_path):
    """The rule reaches the reading; the others are read."""
    as_sheets(tmp_path, truth()[:2])
    size = (tmp_path / "hand-made.xlsx").stat().st_size
    as_long_table(tmp_path, truth()[2:40])
    result = assess_round([tmp_path], book(), RoundRules(max_file_bytes=size))
    assert [each.code for each in result.problems if each.code == "too-large"] == ["too-large"]
    assert len(result.people) == 2


def test_without_names(tmp_path):
    """Whatever is counted is the same; files stand under the numbers of their order."""
    people = truth()[:40]
    as_sheets(tmp_path, people[:20])
    as_forms(tmp_path, people[20:])
    plain, hidden = (
        assess_round([tmp_path], book(), RoundRules(anonymise=each)) for each in (False, True)
    )
    assert hidden.organisation.whole == plain.organisation.whole
    assert hidden.organisation.distribution == plain.organisation.distribution
    assert [each.code for each in hidden.problems] == [each.code for each in plain.problems]
    assert [each.totals for each in hidden.people] == [each.totals for each in plain.people]
    shown = [each.assessment for each in hidden.people]
    assert {each.name for each in shown} == {employee for employee, *_ in people}
    files = {each.employee_id: each.place.file for each in shown}
    assert files["S-020"] == "file-001 S-020.xlsx"
    assert files["S-000"] == files["S-019"] == "file-021.xlsx"
