"""Hidden and merged cells in tables of many people."""

import pytest

from builders import codes, names, sheet_of, thai, title
from jdgap.assessments import NoLevel
from jdgap.assessments.opening.grid import Layout
from jdgap.assessments.sheets import read_sheet

SERVICE, UNITY, TRUST = thai("service-mind"), thai("unity"), thai("trust")
ACCOUNTANT = title("officer-accounting")
WHO = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"]
A, B = ["S-1", "สมชาย ใจดี", ACCOUNTANT], ["S-2", "สมหญิง รักงาน", ACCOUNTANT]
LONG = [*WHO, "สมรรถนะ", "ระดับ"]


def read(*rows, hidden_rows=(), hidden_columns=(), merged=None):
    layout = Layout(frozenset(hidden_rows), frozenset(hidden_columns), merged or {})
    reading = read_sheet(sheet_of(rows, layout=layout), names())
    return reading.assessments, reading.problems


def own(people):
    """The self levels of each person; None for a blank, 0 for what cannot be used."""
    said = {NoLevel.BLANK: None, NoLevel.UNUSABLE: 0}
    return [
        [said.get(each.self_level, each.self_level) for each in person.ratings.values()]
        for person in people
    ]


def test_levels_in_a_hidden_row_are_counted_and_said():
    """A filtered table holds everybody; one problem says how many levels nobody sees."""
    rows = [[*WHO, SERVICE, UNITY], [*A, 3, 4], [*B, "N/A", 2], ["รวม", "", "", 3, 6]]
    people, problems = read(*rows, hidden_rows=[2, 3])
    assert own(people) == [[3, 4], [NoLevel.NOT_APPLICABLE, 2]]
    assert codes(problems) == [("hidden-cells", "D3")]
    assert problems[0].facts == {"count": 2}


def test_levels_in_a_hidden_column_are_counted_and_said():
    """A blank among them is said once for each competency; its level is missing like any other."""
    rows = [[*WHO, SERVICE, UNITY], [*A, 3, 4], [*B, 5, None], [*A[:2], ACCOUNTANT, 1, None]]
    people, problems = read(*rows, hidden_columns=[4])
    assert own(people) == [[3, 4], [5, None], [1, None]]
    assert codes(problems) == [("hidden-level", "E3"), ("hidden-cells", "E2")]
    assert problems[0].facts == {"competency": UNITY}
    assert problems[1].facts == {"count": 1}


@pytest.mark.parametrize(
    ("rows", "column"),
    [
        ([[*WHO, SERVICE, TRUST], [*A, 3, None]], 4),
        ([[*WHO, SERVICE, f"{SERVICE} (หัวหน้า)"], [*A, 3, None]], 4),
        ([["รหัสพนักงาน", "สมรรถนะ", "ตนเอง", "หัวหน้า"], ["S-1", SERVICE, 3, None]], 3),
        ([[*WHO, SERVICE, UNITY], [*A, 3, 4]], 0),
    ],
    ids=["not required", "the other rater gave one", "the same in a long table", "an id"],
)
def test_what_is_hidden_and_not_missing(rows, column):
    """A hidden column says nothing where no level is missing in it."""
    _people, problems = read(*rows, hidden_columns=[column])
    assert not {"hidden-level", "hidden-cells"} & {each.code for each in problems}


def test_hidden_rows_of_a_long_table():
    """Levels count, and a blank that nobody sees is said."""
    rows = [LONG, [*A, SERVICE, 3], [*A, UNITY, None], [*B, SERVICE, 5], [*B, UNITY, None]]
    people, problems = read(*rows, hidden_rows=[2, 3, 4])
    assert own(people) == [[3, None], [5, None]]
    assert codes(problems) == [("hidden-level", "E3"), ("hidden-cells", "E4")]


def test_hidden_rows_of_two_tables_are_said_once():
    """One problem a sheet."""
    rows = [[*WHO, SERVICE, UNITY], [*A, 3, 4], [], [*WHO, UNITY, SERVICE], [*B, 2, 5]]
    _people, problems = read(*rows, hidden_rows=[1, 4])
    assert codes(problems) == [("hidden-cells", "D2")]
    assert problems[0].facts == {"count": 4}


@pytest.mark.parametrize(
    ("merged", "levels", "cell", "other"),
    [
        ({(2, 3): (1, 3)}, [[3, 4], [0, 2]], "D3", "D2"),
        ({(1, 4): (1, 3)}, [[3, 0], [5, 2]], "E2", "D2"),
    ],
    ids=["over two people", "over two competencies"],
)
def test_a_merged_level_is_that_of_its_first_cell_only(merged, levels, cell, other):
    """Nobody knows whether it is meant for the other one."""
    rows = [[*WHO, SERVICE, UNITY], [*A, 3, 4], [*B, 5, 2]]
    rows[int(cell[1]) - 1]["ABCDE".index(cell[0])] = None
    people, problems = read(*rows, merged=merged)
    assert own(people) == levels
    assert codes(problems) == [("merged-level", cell)]
    assert problems[0].facts["other"] == other


@pytest.mark.parametrize(
    ("rows", "levels"),
    [
        ([LONG, [*A, SERVICE, 3], [*A, UNITY, None]], [[3, 0]]),
        (
            [[*WHO, "ผู้ประเมิน", SERVICE, UNITY], [*A, "ตนเอง", 3, 4], [*B, "ตนเอง", None, 2]],
            [[3, 4], [0, 2]],
        ),
    ],
    ids=["a long table", "rows of raters"],
)
def test_a_merged_level_in_other_tables(rows, levels):
    """The covered cell cannot be used there, either."""
    people, problems = read(*rows, merged={(2, 4): (1, 4)})
    assert own(people) == levels
    assert codes(problems) == [("merged-level", "E3")]


def test_a_blank_merged_cell_is_a_blank():
    """Where the whole of it is blank nothing is shared."""
    people, problems = read(
        [*WHO, SERVICE, UNITY], [*A, None, 4], [*B, None, 2], merged={(2, 3): (1, 3)}
    )
    assert own(people) == [[None, 4], [None, 2]]
    assert problems == []


def test_a_person_merged_over_two_rows_is_one():
    """The row that is covered is nobody's."""
    rows = [[*WHO, SERVICE, UNITY], [*A, 3, 4], [None] * 5, [*B, 5, 2]]
    people, problems = read(*rows, merged={(2, column): (1, column) for column in range(5)})
    assert own(people) == [[3, 4], [5, 2]]
    assert problems == []


def test_a_merged_position_and_department_hold_in_all_their_rows():
    """The ids are each one's own; a blank that is not merged stays a blank."""
    rows = [
        ["ฝ่าย", *WHO, SERVICE, UNITY],
        ["บัญชี", *A, 3, 4],
        [None, "S-2", "ข", None, 5, 2],
        [None, "S-3", "ค", None, 1, 1],
    ]
    merged = {(2, 0): (1, 0), (2, 3): (1, 3), (3, 0): (1, 0)}
    people, problems = read(*rows, merged=merged)
    found = [(each.employee_id, each.department, each.position_id) for each in people]
    accounting = "officer-accounting"
    assert found == [
        ("S-1", "บัญชี", accounting),
        ("S-2", "บัญชี", accounting),
        ("S-3", "บัญชี", None),
    ]
    assert codes(problems) == [("missing-position", "D4")]


def test_a_merged_id_is_not_shared_in_a_wide_table():
    """Two rows of levels under one id are not taken for two answers of one person."""
    rows = [[*WHO, SERVICE, UNITY], [*A, 3, 4], [None, None, None, 5, 1]]
    _people, problems = read(*rows, merged={(2, column): (1, column) for column in range(3)})
    assert ("missing-employee", "C3") in codes(problems)
