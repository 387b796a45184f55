"""A long table: a row for each person and competency."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import OFFICER_COMPETENCIES, codes, names, sheet_of, thai, title
from jdgap.assessments import NoLevel
from jdgap.assessments.sheets import read_sheet
from jdgap.output.records import GAP_COLUMNS

SERVICE, UNITY, TRUST = thai("service-mind"), thai("unity"), thai("trust")
ACCOUNTANT = title("officer-accounting")
WHO = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"]
HEADER = [*WHO, "สมรรถนะ", "ตนเอง", "ผู้บังคับบัญชา"]
BY_RATER = [*WHO, "สมรรถนะ", "ผู้ประเมิน", "ระดับ"]
A, B = ["S-001", "ตัวอย่าง ใจดี", ACCOUNTANT], ["S-002", "สมมติ รักงาน", ACCOUNTANT]
BLANK, UNUSABLE, NOT_APPLICABLE = NoLevel.BLANK, NoLevel.UNUSABLE, NoLevel.NOT_APPLICABLE


def read(*rows, position_needed=True, reasons=None):
    sheet = sheet_of(rows, reasons=reasons)
    reading = read_sheet(sheet, names(), position_needed=position_needed)
    people = {
        (each.employee_id, each.name): {
            key: (rating.self_level, rating.supervisor_level)
            for key, rating in each.ratings.items()
        }
        for each in reading.assessments
    }
    assert len(people) == len(reading.assessments)
    return people, codes(reading.problems)


def only(found):
    (levels,) = found.values()
    return levels


def test_rows_of_one_person_need_not_stand_together():
    """People come in the order of their first rows, each rating with its cell."""
    sheet = sheet_of(
        [
            ["ข้อมูลสมรรถนะ"],
            HEADER,
            [*A, SERVICE, 3, 4],
            [*B, SERVICE, "๕", None],
            [*A, UNITY, "N/A", "4 - ชำนาญ"],
        ]
    )
    reading = read_sheet(sheet, names())
    assert reading.problems == []
    first, second = reading.assessments
    assert (first.employee_id, first.name, first.position_id) == (*A[:2], "officer-accounting")
    assert (first.place.cell, second.place.cell) == ("A3", "A4")
    assert {key: each.place.cell for key, each in first.ratings.items()} == {
        "service-mind": "F3",
        "unity": "F5",
    }
    assert second.ratings["service-mind"].place.cell == "E4"
    assert second.ratings["service-mind"].self_level == 5
    assert first.ratings["unity"].self_level is NOT_APPLICABLE


def test_merged_cells():
    """Where the identity is blank the row is of the person above."""
    found, problems = read(
        HEADER,
        [*A, "สมรรถนะหลัก", None, None],
        [None, None, None, SERVICE, 3, 4],
        [None, None, None, UNITY, 5, 4],
        [*B, UNITY, 1, 2],
        [],
        [None, None, None, TRUST, 2, 2],
    )
    assert problems == []
    assert found == {
        tuple(A[:2]): {"service-mind": (3, 4), "unity": (5, 4)},
        tuple(B[:2]): {"unity": (1, 2), "trust": (2, 2)},
    }


def test_the_same_person_with_and_without_the_id():
    """A name that is known, of one person, is that person; two people may share a name."""
    found, _ = read(
        HEADER,
        [None, "ก", ACCOUNTANT, SERVICE, 1, None],
        ["S-1", "ก", None, UNITY, 2, None],
        [None, "ก", ACCOUNTANT, TRUST, 3, None],
        ["S-2", "ข", ACCOUNTANT, UNITY, 4, None],
        ["S-3", "ข", ACCOUNTANT, UNITY, 5, None],
    )
    assert found == {
        ("S-1", "ก"): {"service-mind": (1, BLANK), "unity": (2, BLANK), "trust": (3, BLANK)},
        ("S-2", "ข"): {"unity": (4, BLANK)},
        ("S-3", "ข"): {"unity": (5, BLANK)},
    }


def test_what_a_later_row_says_of_the_person():
    """A name that the first row leaves out is taken from another."""
    found, _ = read(
        HEADER, ["S-1", None, ACCOUNTANT, UNITY, 1, 2], ["S-1", "ก", ACCOUNTANT, TRUST, 1, 2]
    )
    assert found == {("S-1", "ก"): {"unity": (1, 2), "trust": (1, 2)}}


def test_rounds_and_positions_are_apart():
    """One person has an answer for each round, and for each position."""
    sheet = sheet_of(
        [
            ["ปี", "รหัสพนักงาน", "ตำแหน่ง", "สมรรถนะ", "ระดับ"],
            [2568, "S-1", ACCOUNTANT, UNITY, 3],
            [2569, "S-1", ACCOUNTANT, UNITY, 4],
            [2569, "S-1", title("head-it"), UNITY, 5],
        ]
    )
    people = read_sheet(sheet, names()).assessments
    assert [(each.round, each.position_id) for each in people] == [
        ("2568", "officer-accounting"),
        ("2569", "officer-accounting"),
        ("2569", "head-it"),
    ]


def test_a_competency_twice():
    """Equal rows count once, of different ones neither counts, a blank takes nothing away."""
    found, problems = read(
        HEADER,
        [*A, SERVICE, 3, 4],
        [*A, UNITY, 3, 4],
        [*A, TRUST, None, 4],
        [*A, SERVICE, 3, 4],
        [*A, UNITY, 3, 5],
        [*A, TRUST, 2, None],
        [*A, UNITY, 3, 5],
        [*B, UNITY, 1, 1],
    )
    assert problems == [("duplicate-competency", "F6"), ("duplicate-competency", "F8")]
    assert found[tuple(A[:2])] == {
        "service-mind": (3, 4),
        "unity": (UNUSABLE, UNUSABLE),
        "trust": (2, 4),
    }
    assert found[tuple(B[:2])] == {"unity": (1, 1)}


def test_where_the_other_row_stands():
    """The problem names the first of the two cells."""
    sheet = sheet_of([HEADER, [*A, UNITY, 3, 4], [*A, UNITY, 3, 5]])
    (problem,) = read_sheet(sheet, names()).problems
    assert problem.facts == {"competency": UNITY, "other": "F2"}


def test_an_unknown_competency():
    """Beside a level it is a problem in its cell; groups, sums and notes are none."""
    found, problems = read(
        HEADER,
        [*A, "ความสามัคี", 3, 4],
        [*A, "ความสามัคี", None, None],
        [*A, "สมรรถนะหลัก", 3, 4],
        [*A, UNITY, 3, 4],
        ["รวม", None, None, None, 4, 4],
        [*A, "รวม", 3, 4],
    )
    assert only(found) == {"unity": (3, 4)}
    assert problems == [("unknown-competency", "D2")]


def test_levels_beside_no_competency():
    """They are never read as the first of several, and never lost."""
    found, problems = read(HEADER, [*A, UNITY, 3, 4], [*A, None, 5, 4], [*B, None, 2, 2])
    assert found[tuple(A[:2])] == {"unity": (UNUSABLE, UNUSABLE)}
    assert problems == [("level-without-competency", "E3"), ("unknown-competency", "D4")]


def test_a_wrong_level():
    """Every fault is named in its cell, also what a blank hides."""
    found, problems = read(
        HEADER,
        [*A, SERVICE, 9, 4],
        [*A, UNITY, True, None],
        [*A, TRUST, 4.5, "ดี"],
        reasons={"F3": "#N/A"},
    )
    assert only(found) == {
        "service-mind": (UNUSABLE, 4),
        "unity": (UNUSABLE, UNUSABLE),
        "trust": (UNUSABLE, UNUSABLE),
    }
    assert problems == [
        ("level-out-of-range", "E2"),
        ("level-not-a-number", "E3"),
        ("level-error-value", "F3"),
        ("level-not-whole", "E4"),
        ("level-not-a-number", "F4"),
    ]


def test_who_it_is_is_told_once():
    """A position that is unknown is one problem of the person, not one a row."""
    _, problems = read(
        HEADER, ["S-1", "ก", "x", SERVICE, 3, 4], ["S-1", "ก", "x", UNITY, 3, 4], [None, None, "", UNITY, 3, 4]
    )  # fmt: skip
    assert problems == [("unknown-position", "C2")]


def test_nobody():
    """Rows with nobody above them are an error."""
    found, problems = read(
        HEADER, ["", "", ACCOUNTANT, SERVICE, 3, 4], [*A, UNITY, 3, 4], position_needed=False
    )
    assert found[("", "")] == {"service-mind": (3, 4)}
    assert problems == [("missing-employee", "C2")]


def test_one_row_a_rater():
    """A column says who rates; required levels are nobody's, and other raters are a problem once."""
    found, problems = read(
        BY_RATER,
        [*A, SERVICE, "ตนเอง", 3],
        [*A, SERVICE, "หัวหน้า", 4],
        [*A, SERVICE, "ระดับที่คาดหวัง", 5],
        [*A, SERVICE, "กรรมการ", 1],
        [*B, SERVICE, "กรรมการ", 1],
        [*B, SERVICE, "ผู้บังคับบัญชาประเมิน", 2],
    )
    assert found == {
        tuple(A[:2]): {"service-mind": (3, 4)},
        tuple(B[:2]): {"service-mind": (BLANK, 2)},
    }
    assert problems == [("unknown-heading", "E5")]


def test_one_row_a_rater_with_merged_cells():
    """The competency may be merged over its raters, and the rater over the competencies."""
    found, problems = read(
        BY_RATER,
        [*A, SERVICE, "ตนเอง", 3],
        [None, None, None, None, "หัวหน้า", 4],
        [None, None, None, UNITY, "ตนเอง", 5],
        [*B, SERVICE, "หัวหน้า", 1],
        [None, None, None, UNITY, None, 2],
    )
    assert problems == []
    assert found[tuple(A[:2])] == {"service-mind": (3, 4), "unity": (5, BLANK)}
    assert found[tuple(B[:2])] == {"service-mind": (BLANK, 1), "unity": (BLANK, 2)}


def test_one_rater_twice():
    """What the other rater said of the competency still counts."""
    found, problems = read(
        BY_RATER,
        [*A, SERVICE, "ตนเอง", 3],
        [*A, SERVICE, "หัวหน้า", 4],
        [*A, SERVICE, "ตนเอง", 5],
    )
    assert only(found) == {"service-mind": (UNUSABLE, 4)}
    assert problems == [("duplicate-competency", "F4")]


def test_a_blank_rater_is_not_the_one_of_somebody_else():
    """Only a row of the same person may go on from the row above."""
    found, problems = read(BY_RATER, [*A, SERVICE, "หัวหน้า", 3], [*B, SERVICE, None, 4])
    assert found == {tuple(A[:2]): {"service-mind": (BLANK, 3)}, tuple(B[:2]): {}}
    assert problems == [("unknown-heading", "E3")]


TIDY = {
    "round": "2569",
    "employee_id": "S-1",
    "name": "ก",
    "position_id": "officer-accounting",
    "position": ACCOUNTANT,
    "department": "บัญชี",
    "group": "core",
    "status": "below",
    "file": "f.xlsx",
    "sheet": "S",
    "cell": "D12",
}
THAI_COLUMNS = (
    *("รอบ", "รหัสพนักงาน", "ชื่อ-สกุล", "รหัสตำแหน่ง", "ตำแหน่ง", "ฝ่าย", "กลุ่ม", "รหัสสมรรถนะ", "สมรรถนะ"),
    *("ระดับที่ต้องการ", "ตนเอง", "ผู้บังคับบัญชา", "ระดับจริง", "ส่วนต่าง", "ส่วนขาด", "สถานะ"),
    *("ไฟล์", "แผ่นงาน", "เซลล์"),
)  # fmt: skip


@pytest.mark.parametrize("header", [GAP_COLUMNS, THAI_COLUMNS])
@pytest.mark.parametrize("kind", [int, str])
def test_what_jdgap_itself_gives(header, kind):
    """Its tidy rows read back: levels of the raters, not the actual ones nor the gaps."""
    rows = [
        TIDY | {"competency_id": key, "competency": thai(key)} | dict(
            zip(
                ("required_level", "self_level", "supervisor_level", "actual_level", "gap", "shortfall"),
                (kind(4), kind(own), "" if other is None else kind(other), kind(2), kind(-2), kind(2)),
                strict=True,
            )
        )
        for key, own, other in (("unity", 3, 2), ("integrity", 2, None))
    ]  # fmt: skip
    sheet = sheet_of([list(header), *[[row[column] for column in GAP_COLUMNS] for row in rows]])
    reading = read_sheet(sheet, names())
    assert reading.problems == []
    (found,) = reading.assessments
    assert (found.round, found.employee_id, found.department) == ("2569", "S-1", "บัญชี")
    assert found.position_id == "officer-accounting"
    levels = {key: (each.self_level, each.supervisor_level) for key, each in found.ratings.items()}
    assert levels == {"unity": (3, 2), "integrity": (2, BLANK)}


def test_a_code_that_is_not_the_books():
    """Where an organisation has its own ids of competencies, the name counts."""
    found, problems = read([*WHO, "รหัสสมรรถนะ", "สมรรถนะ", "ตนเอง"], [*A, "CC01", UNITY, 3])
    assert (only(found), problems) == ({"unity": (3, BLANK)}, [])


def test_two_columns_of_one_rater():
    """They are a problem in the second heading, and neither is taken."""
    found, problems = read([*HEADER, "หัวหน้าประเมิน"], [*A, UNITY, 3, 4, 5])
    assert (only(found), problems) == ({"unity": (3, BLANK)}, [("duplicate-header", "G1")])


def test_two_columns_that_name_different_competencies():
    """It is told once, in the second heading; a row in which they agree, or one is blank, counts."""
    header = [*WHO, "สมรรถนะ", "สมรรถนะ", "ตนเอง"]
    rows = [[*A, SERVICE, UNITY, 3], [*A, UNITY, TRUST, 4], [*A, TRUST, TRUST, 2]]
    found, problems = read(header, *rows, [*B, None, UNITY, 3], [*B, TRUST, None, 1])
    assert found == {
        tuple(A[:2]): {"trust": (2, BLANK)},
        tuple(B[:2]): {"unity": (3, BLANK), "trust": (1, BLANK)},
    }
    assert problems == [("duplicate-header", "E1")]


def test_an_id_beside_another_competency():
    """The id of one and the name of another are two, too."""
    header = [*WHO, "รหัสสมรรถนะ", "สมรรถนะ", "ตนเอง"]
    found, problems = read(header, [*A, "trust", UNITY, 3], [*A, "unity", UNITY, 4])
    assert (only(found), problems) == ({"unity": (4, BLANK)}, [("duplicate-header", "E1")])


def test_a_level_below_a_row_of_two_competencies():
    """It is of neither: what is merged over two raters has no competency."""
    header = [*WHO, "สมรรถนะ", "สมรรถนะ", "ผู้ประเมิน", "ระดับ"]
    rows = [[*A, SERVICE, UNITY, "ตนเอง", 3], [*[None] * 5, "หัวหน้า", 4]]
    found, problems = read(header, *rows)
    assert only(found) == {}
    assert problems == [("duplicate-header", "E1"), ("unknown-competency", "E3")]


def test_levels_under_an_unknown_heading():
    """A rater whose heading is not known is not dropped without a word."""
    rows = [[*row, UNITY, 3, 4, 5] for row in (A, B)]
    _, problems = read([*HEADER, "กรรมการ"], *rows)
    assert problems == [("unknown-heading", "G1")]


def test_a_header_that_stands_again():
    """The same one is passed over within a person; another one has its own columns."""
    found, problems = read(
        HEADER,
        [*A, SERVICE, 3, 4],
        HEADER,
        [None, None, None, UNITY, 5, 4],
        ["สมรรถนะ", "รหัสพนักงาน", "ตำแหน่ง", "ชื่อ-สกุล", "หัวหน้า", "ตนเอง"],
        [SERVICE, "S-9", ACCOUNTANT, "ก", 1, 2],
    )
    assert problems == []
    assert found == {
        tuple(A[:2]): {"service-mind": (3, 4), "unity": (5, 4)},
        ("S-9", "ก"): {"service-mind": (2, 1)},
    }


def test_the_time_of_an_answer():
    """A time stamp in the row of a person is the person's."""
    sheet = sheet_of([["ประทับเวลา", *HEADER], ["27/9/2569 15:00", *A, UNITY, 3, 4]])
    (found,) = read_sheet(sheet, names()).assessments
    assert found.submitted == datetime(2026, 9, 27, 15)  # noqa: DTZ001


rows_of_people = st.lists(
    st.tuples(
        st.sampled_from(["S-1", "S-2", "S-3"]),
        st.sampled_from(OFFICER_COMPETENCIES),
        st.sampled_from([1, "2", None]),
        st.sampled_from([3, None, "N/A"]),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda row: row[:2],
)


@given(rows_of_people, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_does_not_matter(rows, random):
    """Whatever the order, everybody has the levels of their rows."""
    table = [[key, "x", ACCOUNTANT, thai(each), *said] for key, each, *said in rows]
    if not any(isinstance(value, int) or value == "2" for row in table for value in row[4:]):
        table[0][4] = 1
    order = random.sample(range(6), 6)
    moved = [
        [row[column] for column in order] for row in [HEADER, *random.sample(table, len(table))]
    ]
    plain, again = read(HEADER, *table), read(*moved)
    assert again == plain


cells = st.one_of(
    st.sampled_from([1, 5, "S-1", UNITY, "ความสามัคี", "", "รวม", "ตนเอง", "หัวหน้า", "สมรรถนะ", True]),
    st.floats(),
    st.text(max_size=6),
    st.datetimes(),
)  # fmt: skip


@given(st.sampled_from([HEADER, BY_RATER]), st.lists(st.lists(cells, max_size=7), max_size=8))
def test_anything_under_a_header(header, grid):
    """Whatever stands in the rows is read without an exception, and gives levels or none."""
    good = [*A, SERVICE, "ตนเอง", 3] if header is BY_RATER else [*A, SERVICE, 3, 4]
    for person in read_sheet(sheet_of([header, good, *grid]), names()).assessments:
        for rating in person.ratings.values():
            assert isinstance(rating.self_level, (int, NoLevel))
            assert isinstance(rating.supervisor_level, (int, NoLevel))
            assert rating.place.cell


def test_ids_whose_digits_are_parted_otherwise():
    """`1-12` and `11-2` are two people, `S-1` and `s 1` one."""
    found, problems = read(
        HEADER,
        ["1-12", "", ACCOUNTANT, SERVICE, 3, 4],
        ["11-2", "", ACCOUNTANT, SERVICE, 5, 4],
        ["๑–๑๒", "", ACCOUNTANT, UNITY, 1, 2],
        ["S-1", "", ACCOUNTANT, SERVICE, 2, 2],
        ["s 1", "", ACCOUNTANT, UNITY, 3, 3],
    )
    assert problems == []
    assert {key[0]: list(levels.values()) for key, levels in found.items()} == {
        "1-12": [(3, 4), (1, 2)],
        "11-2": [(5, 4)],
        "S-1": [(2, 2), (3, 3)],
    }
