"""A list of activities: which rows are activities, what each says, and what is told of the others."""

from datetime import date
from pathlib import Path

import pytest

from builders import book, codes, names, sheet_of, thai, write_bare, write_workbook
from jdgap.assessments.activities.model import Activity, ActivityList, How
from jdgap.assessments.activities.reading import activities_of, read_activities
from jdgap.assessments.opening import limits
from jdgap.assessments.opening.grid import Layout
from jdgap.problems import Place

HEAD = ["สมรรถนะ", "ระดับ", "วิธีพัฒนา", "กิจกรรม", "ผู้รับผิดชอบ", "กำหนดเสร็จ"]
UNITY, INTEGRITY = thai("unity"), thai("integrity")


def read(*rows, **options) -> ActivityList:
    return activities_of([sheet_of(rows, **options)], names())


def said(found: ActivityList) -> list[tuple]:
    return [(each.competency_id, each.levels, each.how, each.text) for each in found.activities]


def test_a_row_says_all_of_an_activity():
    found = read(HEAD, [UNITY, "2-3", "อบรม", "ทำงานเป็นทีม", "ฝ่ายบุคคล", "ไตรมาส 2"])
    assert found == ActivityList(
        (
            Activity(
                place=Place("f.xlsx", "S", "D2"),
                competency_id="unity",
                levels=(2, 3),
                how=How.COURSE,
                text="ทำงานเป็นทีม",
                owner="ฝ่ายบุคคล",
                when="ไตรมาส 2",
            ),
        ),
        (),
    )


def test_only_competency_and_activity_are_needed_in_any_order_and_language():
    """Above them may stand a title; an id is as good as a name."""
    rows = [
        ["Our courses 2026"],
        [],
        ["Course", "Remark", "Competency"],
        ["Team work", "x", "unity"],
    ]
    assert said(read(*rows)) == [("unity", None, "", "Team work")]


@pytest.mark.parametrize(
    ("words", "how"),
    [
        *(("ปฏิบัติงานจริง", How.DOING), ("OJT", How.DOING), ("By doing the work", How.DOING)),
        *(("เรียนรู้จากผู้อื่น", How.OTHERS), ("Mentoring", How.OTHERS), ("สอนงาน", How.OTHERS)),
        *(("ฝึกอบรม (10%)", How.COURSE), ("e-Learning", How.COURSE), ("หลักสูตร", How.COURSE)),
        *((70, How.DOING), ("-", ""), (None, "")),
        ("เดินป่า", "เดินป่า"),  # nobody knows which of the three it is: it stays as it is
    ],
)
def test_the_way_of_learning(words, how):
    (found,) = read(HEAD, [UNITY, 3, words, "ก"]).activities
    assert found.how == how
    assert type(found.how) is type(how)


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        *((3, (3, 3)), (3.0, (3, 3)), ("๓", (3, 3)), ("ระดับ 3", (3, 3)), ("3 - ดี", (3, 3))),
        *(("2-3", (2, 3)), ("๒–๓", (2, 3)), ("ระดับ 2 ถึง 4", (2, 4)), ("level 1 to 5", (1, 5))),
        *((None, None), ("-", None), ("ทุกระดับ", None), ("Any", None), ("2-2", (2, 2))),
    ],
)
def test_levels_and_ranges(written, levels):
    (found,) = read(HEAD, [UNITY, written, None, "ก"]).activities
    assert found.levels == levels


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *((9, "not-a-level-range"), ("3-9", "not-a-level-range"), ("0-2", "not-a-level-range")),
        *((2.5, "not-a-level-range"), ("#REF!", "level-error-value")),
        *(("N/A", "not-a-level-range"), ("ไม่เกี่ยวข้อง", "not-a-level-range")),
        *(("3-2", "not-a-level-range"), ("สูง", "not-a-level-range"), (True, "not-a-level-range")),
        (date(2026, 3, 2), "not-a-level-range"),  # what Excel makes of 2-3
        *(("3+", "not-a-level-range"), ("1,2", "not-a-level-range")),
    ],
)
def test_what_is_no_level_leaves_its_row_out(written, code):
    """A guess would send people to the wrong course."""
    found = read(HEAD, [UNITY, written, None, "ก"], [UNITY, 3, None, "ข"])
    assert codes(found.problems) == [(code, "B2")]
    assert "{" not in found.problems[0].message() + found.problems[0].remedy()
    assert "N/A" not in found.problems[0].remedy()
    assert [each.text for each in found.activities] == ["ข"]


def test_an_unknown_way_is_kept_and_told_once():
    """A hundred rows of it are one remark; ways that are known and blanks are none."""
    ways = ["เดินเล่น", "อบรม", "เดินเล่น", None, "-", "ด้วยตนเอง"]
    found = read(HEAD, *([UNITY, 3, way, f"{at}"] for at, way in enumerate(ways)))
    assert codes(found.problems) == [("unknown-way", "C2"), ("unknown-way", "C7")]
    assert found.problems[0].value == "เดินเล่น"
    assert [each.how for each in found.activities][::2] == ["เดินเล่น", "เดินเล่น", ""]
    assert len(found.activities) == len(ways)


def test_a_row_without_an_activity_shows_what_it_says():
    """A row of another file with semicolons stands in its first cell."""
    found = read(HEAD, ["unity;4;x"], [UNITY, 4, "อบรม", "ก"])
    assert codes(found.problems) == [("activity-without-text", "D2")]
    assert found.problems[0].value == "unity;4;x"


def test_an_unknown_competency_leaves_its_row_out():
    found = read(HEAD, ["ความสามคี", 3, None, "ก"], [UNITY, 3, None, "ข"])
    assert codes(found.problems) == [("unknown-competency", "A2")]
    assert UNITY in found.problems[0].facts["suggestions"]
    assert [each.text for each in found.activities] == ["ข"]


def test_a_row_without_a_competency_is_an_error():
    """The competency above it may be meant, or not."""
    found = read(HEAD, [UNITY, 3, None, "ก"], [None, 4, None, "ข"])
    assert codes(found.problems) == [("activity-without-competency", "A3")]
    assert len(found.activities) == 1


def test_a_merged_competency_counts_for_all_its_rows():
    """Excel keeps its value in the first cell."""
    layout = Layout(merged={(2, 0): (1, 0)})
    found = read(HEAD, [UNITY, 3, None, "ก"], [None, 4, None, "ข"], layout=layout)
    assert said(found) == [("unity", (3, 3), "", "ก"), ("unity", (4, 4), "", "ข")]
    assert not found.problems


def test_a_title_merged_over_the_columns_is_no_row():
    """Group headings between the rows say nothing of an activity."""
    group = book().groups[0].name.th
    layout = Layout(merged={(1, column): (1, 0) for column in range(1, 6)})
    found = read(HEAD, [group], [UNITY, 3, None, "ก"], ["หมายเหตุ: ปรับปรุงทุกปี"], layout=layout)
    assert len(found.activities) == 1
    assert not found.problems


def test_a_row_without_an_activity_is_a_warning():
    """Nothing is lost: a template with empty lines can still be used."""
    found = read(HEAD, [UNITY, 3, "อบรม", "-"], [UNITY, 3, "อบรม", "ก"])
    assert codes(found.problems) == [("activity-without-text", "D2")]
    assert len(found.activities) == 1


def test_an_error_value_is_no_activity():
    found = read(HEAD, [UNITY, 3, "อบรม", None], reasons={"D2": "#REF!"})
    assert codes(found.problems) == [("activity-without-text", "D2")]
    assert found.problems[0].value == "#REF!"


def test_name_and_id_may_both_stand_there():
    head = ["รหัสสมรรถนะ", *HEAD]
    found = read(head, ["unity", UNITY, 3, None, "ก"], ["trust", UNITY, 3, None, "ข"])
    assert said(found) == [("unity", (3, 3), "", "ก")]
    assert codes(found.problems) == [("several-competencies", "B3")]


def test_each_of_several_columns_of_activities_is_one():
    head = ["สมรรถนะ", "กิจกรรม", "หลักสูตร"]
    found = read(head, [UNITY, "ก", "ข"], [INTEGRITY, None, "ค"])
    assert [(each.competency_id, each.text, each.place.cell) for each in found.activities] == [
        ("unity", "ก", "B2"),
        ("unity", "ข", "C2"),
        ("integrity", "ค", "C3"),
    ]


def test_two_columns_of_levels_contradict_each_other():
    found = read(["สมรรถนะ", "ระดับ", "ถึงระดับ", "กิจกรรม"], [UNITY, 2, 3, "ก"])
    assert codes(found.problems) == [("duplicate-header", "C1")]
    assert not found.activities


def test_a_header_that_stands_again_begins_anew():
    found = read(HEAD, [UNITY, 3, None, "ก"], [], ["กิจกรรม", "สมรรถนะ"], ["ข", INTEGRITY])
    assert said(found) == [("unity", (3, 3), "", "ก"), ("integrity", None, "", "ข")]


def test_a_day_stays_a_day():
    """It is shown in the language in use, later."""
    (found,) = read(HEAD, [UNITY, 3, None, "ก", None, date(2027, 3, 31)]).activities
    assert found.when == date(2027, 3, 31)


def test_hidden_sheets_do_not_count():
    rows = [HEAD, [UNITY, 3, None, "ก"]]
    found = activities_of([sheet_of(rows, hidden=True), sheet_of(rows)], names())
    assert len(found.activities) == 1


@pytest.mark.parametrize(
    ("rows", "cell"), [([["เรียน ท่านผู้จัดการ"]], ""), ([["x"], ["", *HEAD], []], "B2")]
)
def test_a_file_without_activities_is_an_error(rows, cell):
    found = read(*rows)
    assert codes(found.problems) == [("no-activities-found", cell)]
    assert not found.activities


def test_a_workbook_and_a_text_table_say_the_same(tmp_path: Path):
    rows = [HEAD, [UNITY, "2-3", "อบรม", "ก", "ข", "ค"]]
    text = "\n".join(";".join(row) for row in rows)
    (tmp_path / "a.csv").write_text(text, "utf-8")
    workbook = read_activities(write_workbook(tmp_path / "a.xlsx", rows), book())
    table = read_activities(tmp_path / "a.csv", book())
    assert said(workbook) == said(table) == [("unity", (2, 3), How.COURSE, "ก")]


def test_cells_merged_in_a_real_workbook(tmp_path: Path):
    from openpyxl import load_workbook

    rows = [HEAD, [UNITY, 3, None, "ก"], [None, 4, None, "ข"]]
    path = write_workbook(tmp_path / "a.xlsx", rows)
    workbook = load_workbook(path)
    workbook.worksheets[0].merge_cells("A2:A3")
    workbook.save(path)
    assert [each.competency_id for each in read_activities(path, book()).activities] == [
        "unity"
    ] * 2


@pytest.mark.workers
def test_a_file_that_cannot_be_used_is_one_problem(tmp_path: Path, monkeypatch):
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    assert codes(read_activities(tmp_path / "a.xlsx", book()).problems) == [
        ("not-a-spreadsheet", "")
    ]
    monkeypatch.setattr(limits, "SECONDS", 0.001)
    slow = write_bare(tmp_path / "b.xlsx", [HEAD])
    assert codes(read_activities(slow, book()).problems) == [("timed-out", "")]
