"""A wide table: a row for each person, a column for each competency."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import OFFICER_COMPETENCIES, book, codes, names, sheet_of, thai, title
from jdgap.assessments import NoLevel
from jdgap.assessments.cells.levels import LevelFault, read_level
from jdgap.assessments.opening.blanks import UNCALCULATED
from jdgap.assessments.opening.grid import address
from jdgap.assessments.sheets import read_sheet
from jdgap.positions import Book, Names

SERVICE, UNITY, TRUST = thai("service-mind"), thai("unity"), thai("trust")
WHO = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"]
ACCOUNTANT = title("officer-accounting")
FIRST, SECOND = ["S-001", "ตัวอย่าง ใจดี", ACCOUNTANT], ["S-002", "สมมติ รักงาน", ACCOUNTANT]
BLANK, UNUSABLE, NOT_APPLICABLE = NoLevel.BLANK, NoLevel.UNUSABLE, NoLevel.NOT_APPLICABLE


def read(*rows, position_needed=True, reasons=None):
    sheet = sheet_of(rows, reasons=reasons)
    reading = read_sheet(sheet, names(), position_needed=position_needed)
    return reading.assessments, codes(reading.problems)


def levels(assessment):
    return {
        key: (each.self_level, each.supervisor_level) for key, each in assessment.ratings.items()
    }


def own_levels(people):
    """The self levels of each person, in the book's order of competencies."""
    return [[pair[0] for pair in levels(each).values()] for each in people]


def test_each_row_is_a_person():
    """Who it is, and each level with its cell."""
    people, problems = read(
        ["ผลการประเมินสมรรถนะ"],
        [*WHO, "ฝ่าย", "ปี", SERVICE, UNITY],
        [*FIRST, "บัญชี", 2569, 3, 4],
        [*SECOND, "การเงิน", "2026", "๕ - เชี่ยวชาญ", "N/A"],
    )
    assert problems == []
    first, second = people
    assert (first.employee_id, first.name, first.position_id) == (*FIRST[:2], "officer-accounting")
    assert (first.position_written, first.department, first.round) == (ACCOUNTANT, "บัญชี", "2569")
    assert (first.place.file, first.place.sheet, first.place.cell) == ("f.xlsx", "S", "A3")
    assert first.ratings["unity"].place.cell == "G3"
    assert second.round == "2569"
    assert levels(second) == {"service-mind": (5, BLANK), "unity": (NOT_APPLICABLE, BLANK)}


def test_two_raters():
    """Each competency has a column for each rater, in any order; one may be missing."""
    people, problems = read(
        [*WHO, f"{UNITY} (หัวหน้า)", f"{UNITY} (ตนเอง)", SERVICE, f"หัวหน้า: {TRUST}"],
        [*FIRST, 5, 4, 3, 2],
    )
    assert problems == []
    assert levels(people[0]) == {
        "service-mind": (3, BLANK),
        "unity": (4, 5),
        "trust": (BLANK, 2),
    }
    cells = {key: each.place.cell for key, each in people[0].ratings.items()}
    assert cells == {"service-mind": "F2", "unity": "D2", "trust": "G2"}


def test_columns_that_are_passed_over():
    """Required levels, gaps, sums, ages and remarks are no levels, whatever they hold."""
    people, problems = read(
        [
            *("ลำดับ", *WHO, "อายุ", "ระดับ", f"ระดับที่คาดหวัง: {UNITY}", UNITY, f"{UNITY} (ส่วนต่าง)"),
            *(SERVICE, "คะแนนรวม", "เฉลี่ย", "ข้อเสนอแนะ"),
        ],
        [1, *FIRST, 4, 3, 5, 4, -1, 3, 5, 3, "ดี"],
        [2, *SECOND, 5, 4, 5, 4, -1, 3, 5, 4, ""],
    )
    assert problems == []
    assert own_levels(people) == [[3, 4], [3, 4]]


def test_google_forms():
    """Time stamps, the e-mail address and the grid question of an export are understood."""
    people, problems = read(
        [
            *("Timestamp", "Email Address", "รหัสพนักงานของท่าน", "ตำแหน่งของท่าน"),
            *(f"โปรดประเมินตนเอง [{name}]" for name in (SERVICE, UNITY)),
        ],
        ["2026/09/27 3:00:00 PM GMT+7", "a@example.com", "0012", ACCOUNTANT, "4 - ชำนาญ", 3],
    )
    assert problems == []
    assert people[0].submitted == datetime(2026, 9, 27, 15)  # noqa: DTZ001
    assert people[0].employee_id == "0012"
    assert own_levels(people) == [[4, 3]]


def test_an_export_of_a_csv():
    """All its cells are texts, and a row may be shorter or longer than the header."""
    people, problems = read(
        [*WHO, SERVICE, UNITY, "ข้อเสนอแนะ"],
        [*FIRST, "3", "4"],
        [*SECOND, "5", "", "ดี", "", "", "x"],
        ["S-003", "ก"],
        [],
    )
    assert problems == [("missing-position", "C4")]
    assert own_levels(people) == [[3, 4], [5, BLANK], [BLANK, BLANK]]


MICROSOFT = ["ID", "Start time", "Completion time", "Email", "Name"]
SENT = datetime(2026, 9, 27, 15)  # noqa: DTZ001


def test_microsoft_forms():
    """The time of sending counts, and who the survey asks for is not the account."""
    people, problems = read(
        [*MICROSOFT, "ชื่อ-สกุล", "ตำแหน่ง", SERVICE, f"Points - {SERVICE}", f"Feedback - {SERVICE}", UNITY],
        [1, datetime(2026, 9, 27, 14), SENT, "anonymous", "Account", "ก", ACCOUNTANT, 3, 1, "", 4],  # noqa: DTZ001
    )  # fmt: skip
    assert problems == []
    assert (people[0].employee_id, people[0].name, people[0].submitted) == ("", "ก", SENT)
    assert own_levels(people) == [[3, 4]]


def test_microsoft_forms_that_ask_for_no_name():
    """The account's address is the id and its name the name; `anonymous` is neither."""
    people, problems = read(
        [*MICROSOFT, SERVICE, UNITY],
        [1, "", SENT, "a@example.com", "Account", 3, 4],
        [2, "", SENT, "anonymous", "", 3, 4],
        position_needed=False,
    )
    assert [(each.employee_id, each.name) for each in people] == [
        ("a@example.com", "Account"),
        ("", ""),
    ]
    assert problems == [("missing-employee", "A3")]


def test_a_quiz_whose_answers_are_words():
    """Points count where the answer beside them is not asked for as a level of its own."""
    people, _ = read([*WHO, UNITY, f"Points - {SERVICE}"], [*FIRST, 3, 4])
    assert own_levels(people) == [[4, 3]]


def test_reasons_beside_levels():
    """A column of words about a competency that has its level is no second level."""
    people, problems = read(
        [*WHO, SERVICE, f"{SERVICE} (โปรดเล่า)", UNITY], [*FIRST, 3, "ช่วยเพื่อน", 4]
    )
    assert problems == []
    assert own_levels(people) == [[3, 4]]


def test_a_name_in_several_columns():
    """Prefix, first name and surname are one name, also under one merged heading."""
    apart, _ = read(
        ["คำนำหน้า", "ชื่อ", "นามสกุล", "ตำแหน่ง", SERVICE, UNITY],
        ["นาย", "สมชาย", "ใจดี", ACCOUNTANT, 3, 4],
    )
    merged, _ = read(
        ["ชื่อ-สกุล", None, None, "ตำแหน่ง", SERVICE, UNITY], ["นาย", "สมชาย", "ใจดี", ACCOUNTANT, 3, 4]
    )
    assert apart[0].name == merged[0].name == "นายสมชาย ใจดี"


@pytest.mark.parametrize(
    ("above", "headings", "cells"),
    [
        ([], ["รอบการประเมิน"], ["1/2569"]),
        ([], ["ปี", "รอบ"], [2569, 1]),
        (["ปี", "2569"], ["รอบที่"], ["ครั้งที่ ๑"]),
        (["รอบที่", "1"], ["ปี"], ["2026"]),
        (["รอบ", "1/2568"], ["ปี", "รอบ"], ["2569", 1]),
    ],
)
def test_the_round_of_a_year_in_several_cells(above, headings, cells):
    """Year and number may have a column each, or one may stand above the table."""
    people, problems = read(
        above,
        [],
        ["รหัสพนักงาน", "ตำแหน่ง", *headings, SERVICE, UNITY],
        ["S-1", ACCOUNTANT, *cells, 3, 4],
    )
    assert problems == []
    assert [each.round for each in people] == ["1/2569"]


def test_what_stands_above_the_table():
    """A round, a department or a position above the table is everybody's."""
    people, problems = read(
        ["รอบการประเมิน", "2569"],
        ["ตำแหน่ง:", ACCOUNTANT],
        [],
        ["รหัสพนักงาน", SERVICE, UNITY],
        ["S-1", 3, 4],
        ["S-2", 3, 4],
    )
    assert problems == []
    assert {(each.round, each.position_id) for each in people} == {("2569", "officer-accounting")}


def test_a_competency_that_has_two_columns():
    """The second is a problem in its heading, and none of the two counts for anybody."""
    people, problems = read(
        [*WHO, SERVICE, UNITY, f"{SERVICE}2", f"{SERVICE} (หัวหน้า)"],
        [*FIRST, 3, 4, 5, 2],
        [*SECOND, None, 4, None, None],
    )
    assert problems == [("duplicate-header", "F1")]
    assert levels(people[0]) == {"service-mind": (UNUSABLE, 2), "unity": (4, BLANK)}
    assert levels(people[1])["service-mind"] == (UNUSABLE, BLANK)
    assert people[1].ratings["service-mind"].place.cell == "D3"


def test_who_only_answered_what_is_spoilt():
    """They have answered all the same."""
    people, _ = read([*WHO, UNITY, SERVICE, SERVICE], ["", "", "", "", 3, 4])
    assert len(people) == 1


@pytest.mark.parametrize(
    ("heading", "values", "code"),
    [
        ("ความสามัคี", [3, 4], "unknown-competency"),
        ("ความสามัคี - ตนเอง", ["3", "N/A"], "unknown-competency"),
        ("ประเมินตนเอง [ความสามัคี]", [3, "มาก"], "unknown-competency"),
        ("ประเมินตนเอง [ความสามัคี]", [None, None], "unknown-competency"),
        (f"{UNITY} - กรรมการ", [3, 4], "unknown-heading"),
        ("ความสามัคี", [3, 9], "unknown-competency"),
        ("ความสุขในการทำงาน", [3, 9], None),
        ("ความสุขในการทำงาน", [3, None], None),
        ("ประเมินตนเอง [เล่าให้ฟัง]", ["ก", "ข"], None),
        (f"{UNITY} - กรรมการ", ["ดี", "ดี"], None),
        ("อายุ", [3, 4], None),
    ],
)
def test_levels_under_a_heading_that_is_not_known(heading, values, code):
    """Levels are not lost without a word; other things are passed over."""
    people, problems = read(
        [*WHO, SERVICE, TRUST, heading], [*FIRST, 3, 4, values[0]], [*SECOND, 3, 4, values[1]]
    )
    assert problems == ([(code, "F1")] if code else [])
    assert own_levels(people) == [[3, 4], [3, 4]]


def test_the_suggestions_for_a_heading():
    """The problem offers names that may have been meant."""
    sheet = sheet_of([[*WHO, SERVICE, "ตนเอง [ความสามัคี]"], [*FIRST, 3, 4]])
    (problem,) = read_sheet(sheet, names()).problems
    assert UNITY in problem.facts["suggestions"]
    assert problem.value == problem.facts["name"] == "ความสามัคี"


def test_a_wrong_level_costs_only_itself():
    """Every fault is named in its cell, whatever good cells stand beside it."""
    header = [*WHO, *map(thai, OFFICER_COMPETENCIES)]
    wrong = [9, 4.5, True, "ดี", "#REF!", SENT, 0, 1]
    people, problems = read(header, [*FIRST, *wrong], [*SECOND, *[1.0] * 8])
    assert own_levels(people) == [[UNUSABLE] * 7 + [1], [1] * 8]
    assert problems == [
        ("level-out-of-range", "D2"),
        ("level-not-whole", "E2"),
        ("level-not-a-number", "F2"),
        ("level-not-a-number", "G2"),
        ("level-error-value", "H2"),
        ("level-not-a-number", "I2"),
        ("level-out-of-range", "J2"),
    ]


@pytest.mark.parametrize("order", [(1, True), (True, 1), (1.0, True)])
def test_true_is_never_one(order):
    """Though Python takes the one for the other, also in a dictionary."""
    first, second = order
    people, problems = read([*WHO, SERVICE, UNITY], [*FIRST, first, 2], [*SECOND, second, 2])
    assert [pair[0] for pair in own_levels(people)] == [
        UNUSABLE if value is True else 1 for value in order
    ]
    assert [code for code, _ in problems] == ["level-not-a-number"]


def test_blanks_that_hide_something():
    """An error value and a formula without a result are not blanks."""
    reasons = {"D2": "#N/A", "E3": UNCALCULATED}
    people, problems = read(
        [*WHO, SERVICE, UNITY], [*FIRST, None, 4], [*SECOND, 3, None], reasons=reasons
    )
    assert own_levels(people) == [[UNUSABLE, 4], [3, UNUSABLE]]
    assert problems == [("level-error-value", "D2"), ("level-error-value", "E3")]


def test_answers_of_nobody():
    """Answers without id and name are an error of their row, and are given all the same."""
    people, problems = read(
        [*WHO, SERVICE, UNITY], ["", "", ACCOUNTANT, 3, 4], [*FIRST, 3, 4], [None, "-", ACCOUNTANT, 9, 4]
    )  # fmt: skip
    assert len(people) == 3
    assert problems == [
        ("missing-employee", "C2"),
        ("level-out-of-range", "D4"),
        ("missing-employee", "B4"),
    ]


def test_rows_without_answers():
    """Somebody who did not answer is there with blanks; a row without anybody is not."""
    people, problems = read(
        [*WHO, SERVICE, UNITY], FIRST, [], [None, None, ACCOUNTANT], [*SECOND, 3, 4]
    )
    assert problems == []
    assert own_levels(people) == [[BLANK, BLANK], [3, 4]]


def test_a_row_that_only_says_a_position():
    """It is nobody's, whatever stands beside it; after an answered row blank rows are forgotten."""
    people, problems = read(
        [*WHO, "ฝ่าย", SERVICE, UNITY],
        [None, None, ACCOUNTANT, "บัญชี"],
        [],
        [*FIRST, "บัญชี", 3, 4],
        ["S-9", "ก", None, "บัญชี"],
    )
    assert [each.employee_id for each in people] == ["S-001", "S-9"]
    assert problems == [("missing-position", "C5")]


def test_a_scale_from_nought():
    """False is not taken for the level 0 either."""
    written = book().model_dump(mode="json", by_alias=True)
    written["scale"].append({"level": 0, "name": {"en": "None"}, "meaning": {"en": "None"}})
    other = Names(Book.model_validate(written))
    sheet = sheet_of([[*WHO, SERVICE, UNITY], [*FIRST, 0, 3], [*SECOND, False, 3]])
    reading = read_sheet(sheet, other)
    assert [pair[0] for pair in own_levels(reading.assessments)] == [0, UNUSABLE]
    assert codes(reading.problems) == [("level-not-a-number", "D3")]


def test_positions():
    """What is missing or unknown is named in its cell, each time, unless nobody needs it."""
    rows = [
        [*WHO, SERVICE, UNITY],
        ["S-1", "ก", "เจ้าหน้าที่สหกรณ์ (ฝ่ายขาย)", 3, 4],
        ["S-2", "ข", None, 3, 4],
        ["S-3", "ค", "เจ้าหน้าที่สหกรณ์ (ฝ่ายขาย)", 3, 4],
    ]
    people, problems = read(*rows)
    assert problems == [
        ("unknown-position", "C2"),
        ("missing-position", "C3"),
        ("unknown-position", "C4"),
    ]
    assert [each.position_id for each in people] == [None, None, None]
    assert read(*rows, position_needed=False)[1] == []


def test_the_position_of_several_columns():
    """Sections of a survey ask for it each; where no title is given the id counts."""
    people, problems = read(
        ["รหัสพนักงาน", "ตำแหน่ง", "ตำแหน่ง2", "รหัสตำแหน่ง", SERVICE, UNITY],
        ["S-1", ACCOUNTANT, "", "head-it", 3, 4],
        ["S-2", "", title("head-it"), "x", 3, 4],
        ["S-3", "", "", "manager", 3, 4],
    )
    assert problems == []
    assert [each.position_id for each in people] == ["officer-accounting", "head-it", "manager"]


def test_the_foot_of_the_table():
    """Sums, averages, notes and signatures are nobody's."""
    people, problems = read(
        ["ลำดับ", *WHO, SERVICE, UNITY],
        [1, *FIRST, 3, 4],
        ["ฝ่ายการเงิน"],
        [2, *SECOND, 3, 4],
        ["รวม", None, None, None, 6, 8],
        [None, "ค่าเฉลี่ย", None, None, 3, 4],
        [None, "เฉลี่ยฝ่ายบัญชี", None, None, 3.5, 4],
        [],
        ["หมายเหตุ", "5 คือเชี่ยวชาญ"],
        [5, "เชี่ยวชาญ", "มากที่สุด"],
        [None, None, None, None, "ลงชื่อ ........"],
        [None, None, None, None, "(นายตัวอย่าง)"],
    )
    assert problems == []
    assert [each.employee_id for each in people] == ["S-001", "S-002"]


def test_rows_under_the_header_that_explain_it():
    """Hints, and the same names in the other language, are no answers."""
    people, problems = read(
        [*WHO, SERVICE, UNITY],
        [None, None, None, "Service Mind", "Unity"],
        [None, None, None, "(1-5)", "(1-5)"],
        [*FIRST, 3, 4],
    )
    assert problems == []
    assert own_levels(people) == [[3, 4]]


def test_a_header_that_stands_again():
    """Each part has the columns of its own header, as where each department has a table."""
    header, other = [*WHO, SERVICE, UNITY], ["ชื่อ-สกุล", "รหัสพนักงาน", "ตำแหน่ง", UNITY, TRUST, SERVICE]
    people, problems = read(
        ["ปี", 2569], header, [*FIRST, 3, 4], ["ฝ่ายการเงิน"], other, ["ก", "S-3", ACCOUNTANT, 1, 2, 5], header, [*SECOND, 3, 4]
    )  # fmt: skip
    assert problems == []
    assert [each.employee_id for each in people] == ["S-001", "S-3", "S-002"]
    assert levels(people[1]) == {
        "service-mind": (5, BLANK),
        "unity": (1, BLANK),
        "trust": (2, BLANK),
    }
    assert {each.round for each in people} == {"2569"}


@pytest.mark.parametrize(
    "rows",
    [
        [["ตำแหน่ง", SERVICE, UNITY], [ACCOUNTANT, 4, 3], [title("manager"), 5, 5]],
        [["ฝ่าย", SERVICE, UNITY], ["บัญชี", 3.4, 3], ["การเงิน", 4, 4]],
    ],
)
def test_what_each_position_requires(rows):
    """A table without people, one row a position or department, says nothing of anybody."""
    assert read(*rows) == ([], [])


def test_a_table_that_asks_nobody_who_they_are():
    """Its answers are an error each."""
    people, problems = read([SERVICE, UNITY], [3, 4], [5, 4], position_needed=False)
    assert problems == [("missing-employee", "A2"), ("missing-employee", "A3")]
    assert own_levels(people) == [[3, 4], [5, 4]]


def test_rows_are_dropped_as_they_are_read():
    """A survey is not held in memory twice."""
    sheet = sheet_of([[*WHO, SERVICE, UNITY], [*FIRST, 3, 4], [*SECOND, 3, 4]])
    read_sheet(sheet, names())
    assert sheet.rows[1:] == [(), ()]


cell_values = st.one_of(
    st.sampled_from([1, 2, 3, 4, 5, 1.0, True, False, "๔", "N/A", "-", "4 - ชำนาญ", "#N/A", "", "รวม"]),
    st.floats(),
    st.integers(-3, 9),
    st.text(max_size=8),
    st.datetimes(),
    st.sampled_from([time(3), timedelta(1)]),
)  # fmt: skip


@given(st.lists(st.lists(cell_values, max_size=6), min_size=1, max_size=6))
def test_every_cell_is_a_level_or_none(grid):
    """Each row of a person gives what its cells say one by one, with a problem for each fault."""
    header = [*WHO, *map(thai, OFFICER_COMPETENCIES[:6])]
    rows = [[f"S-{number}", "ก", ACCOUNTANT, *row] for number, row in enumerate(grid)]
    people, problems = read(header, *rows)
    scale = names().book.levels
    expected, faults = [], []
    for number, row in enumerate(grid):
        said = [read_level(value, scale) for value in [*row, *[""] * (6 - len(row))]]
        expected.append([UNUSABLE if isinstance(each, LevelFault) else each for each in said])
        faults += [
            (each.code, address(number + 1, column + 3))
            for column, each in enumerate(said)
            if isinstance(each, LevelFault)
        ]
    assert own_levels(people) == expected
    assert sorted(problems) == sorted(faults)


@given(st.lists(st.lists(cell_values, min_size=8, max_size=8), max_size=6))
def test_anything_under_a_header(grid):
    """Whatever stands under a header, also where who it is belongs, is read without an exception."""
    people, _ = read([*WHO, *map(thai, OFFICER_COMPETENCIES[:5])], *grid)
    for person in people:
        assert all(
            isinstance(level, (int, NoLevel)) for pair in levels(person).values() for level in pair
        )


@given(
    st.permutations(range(9)),
    st.lists(st.sampled_from([1, "2", "๓", "N/A", None, 9]), min_size=12, max_size=12),
)
def test_the_order_of_columns_does_not_matter(order, values):
    """However they stand, people, levels and kinds of problems are the same."""
    header = [*WHO, f"{SERVICE} - หัวหน้า", *map(thai, OFFICER_COMPETENCIES[:4]), "อายุ"]
    rows = [header, [*FIRST, *values[:6]], [*SECOND, *values[6:]]]
    moved = [[row[column] for column in order] for row in rows]
    (people, problems), (again, found) = read(*rows), read(*moved)
    assert [(each.employee_id, each.name, levels(each)) for each in again] == [
        (each.employee_id, each.name, levels(each)) for each in people
    ]
    assert sorted(code for code, _ in found) == sorted(code for code, _ in problems)
