"""More than one table on a sheet."""

import pytest

from assessments.forms.odd_forms import (
    ACCURACY,
    ACHIEVEMENT,
    ANALYSIS,
    EXPERTISE,
    HEADER,
    INTEGRITY,
    SERVICE,
    TICKS,
    UNITY,
    form,
    reading_of,
)

CORE = {"service-mind": (3, 4), "unity": (3, 2)}
CORE_ROWS = [[SERVICE, 3, 4], [UNITY, 3, 2]]
OTHER_ROWS = [[INTEGRITY, 4, 4], [ACHIEVEMENT, 2, 2]]
OTHER = {"integrity": (4, 4), "achievement": (2, 2)}
FUNCTIONAL = {"analytical-thinking": (2, 3), "process-accuracy": (4, 5)}


def beside(left, right):
    """Two tables side by side, a blank column between them."""
    return [[*one, None, *two] for one, two in zip(left, right, strict=True)]


@pytest.mark.parametrize(
    ("between", "cell"),
    [
        ([["รหัสพนักงาน", "S-002"], HEADER], "A11"),
        ([["ชื่อ-สกุล: คนอื่น ใจร้าย"], HEADER], "A11"),
        ([["รหัสพนักงาน: S-002"]], "A11"),
        ([["ชื่อ ....คนอื่น ใจร้าย...."]], "A11"),
    ],
)
def test_a_table_of_another_employee_below(between, cell):
    """Nothing is counted; the problem names where either table begins."""
    reading = reading_of(HEADER, *CORE_ROWS, [], *between, *OTHER_ROWS)
    assert reading.assessments == []
    (problem,) = reading.problems
    assert (problem.code, problem.place.cell) == ("several-tables", cell)
    assert problem.facts["other"] == "A6"


@pytest.mark.parametrize(
    "between",
    [
        [HEADER],
        [["รหัสพนักงาน", "S-001"], ["ชื่อ-สกุล", "นายตัวอย่าง ใจดี"], HEADER],
        [["ลงชื่อ .............. ผู้ประเมิน"], ["ชื่อ-สกุล", "หัวหน้า ใหญ่"], HEADER],
        [["รายการ"]],
        [["ผู้ประเมิน: หัวหน้า ใหญ่"]],
    ],
)
def test_a_table_that_goes_on(between):
    """A new page with the same employee, a signature, or a title word end nothing."""
    assert form(HEADER, *CORE_ROWS, [], *between, *OTHER_ROWS) == (CORE | OTHER, [])


def test_a_table_that_rates_again():
    """Most competencies once more are somebody else's, or another time's."""
    rows = (HEADER, *CORE_ROWS, [], HEADER)
    assert form(*rows, *CORE_ROWS) == (None, [("several-tables", "A10")])
    assert form(*rows, [SERVICE, 1, 1], [UNITY, 1, 1]) == (None, [("several-tables", "A10")])
    assert form(*rows, [SERVICE], [UNITY]) == (CORE, [])


def test_the_raters_one_below_the_other():
    """A table of the employee's levels and one of the supervisor's are one."""
    rows = [["สมรรถนะ", "ประเมินตนเอง"], [SERVICE, 3], [UNITY, 3]]
    below = [["สมรรถนะ", "หัวหน้าประเมิน"], [SERVICE, 4], [UNITY, 2]]
    assert form(*rows, [], *below) == (CORE, [])
    assert form(*below, [], *rows) == (CORE, [])
    twice = [["สมรรถนะ", "ระดับ"], [SERVICE, 4], [UNITY, 2]]
    assert form(*twice, [], *twice) == (None, [("several-tables", "A10")])


def test_groups_side_by_side():
    """Each table has its own headings and levels, and all of them count."""
    right = [HEADER, [ANALYSIS, 2, 3], [ACCURACY, 4, 5]]
    assert form(*beside([HEADER, *CORE_ROWS], right)) == (CORE | FUNCTIONAL, [])
    levels = ["สมรรถนะ", "ระดับ"] * 3
    found = form(levels, [SERVICE, 3, ANALYSIS, 2, EXPERTISE, 5], [UNITY, 3, ACCURACY, 4])
    assert found[1] == []
    assert sorted(pair[0] for pair in found[0].values()) == [2, 3, 3, 4, 5]


def test_two_employees_side_by_side():
    """Which of the two is meant is not known."""
    right = [HEADER, [SERVICE, 1, 1], [UNITY, 1, 1]]
    found = form(*beside([HEADER, *CORE_ROWS], right))
    assert found == (None, [("several-tables", "E6")])


def test_levels_beside_a_competency_that_no_table_reaches():
    """They are not lost without a word, also where they have no heading or are ticks."""
    right = [[None], [ANALYSIS, 5], [ACCURACY, 5]]
    assert form(*beside([HEADER, *CORE_ROWS], right)) == (None, [("several-tables", "E7")])
    ticks = [TICKS, [SERVICE, "/", *[None] * 4], [UNITY, "/", *[None] * 4]]
    right = [[None], [ANALYSIS, "/"], [ACCURACY, "/"]]
    assert form(*beside(ticks, right)) == (None, [("several-tables", "H7")])
    assert form([ANALYSIS, 4], [], HEADER, *CORE_ROWS) == (None, [("several-tables", "A6")])


@pytest.mark.parametrize(
    "right",
    [
        [["ความหมาย"], [ANALYSIS, "คิดเป็น"], [ACCURACY, "ถูกต้อง"]],
        [["สมรรถนะ", "คะแนน"], [SERVICE, 4], [UNITY, 2]],
        [[None], [SERVICE, 3], [UNITY, 2]],
        [["สมรรถนะ", "คาดหวัง"], [SERVICE, 3], [ANALYSIS, 3]],
    ],
)
def test_tables_that_only_show(right):
    """An explanation, the same levels again as for a chart, and required levels disturb nothing."""
    assert form(*beside([HEADER, *CORE_ROWS], right)) == (CORE, [])


@pytest.mark.parametrize(
    "below",
    [
        [["สมรรถนะ", *[f"ระดับ {level}" for level in range(1, 6)]], [SERVICE, *"กขคงจ"], [UNITY, *"กขคงจ"]],
        [["สมรรถนะ", "ความหมาย"], [SERVICE, "ก"], [UNITY, "ข"]],
        [["สมรรถนะ", "ระดับปัจจุบัน", "วิธีพัฒนา"], [UNITY, 2, "อบรม"]],
        [["ลำดับ", "สมรรถนะ", "วิธีพัฒนา"], [1, UNITY, "อบรม"]],
    ],
)  # fmt: skip
def test_what_stands_below_a_table_and_only_explains(below):
    """What the levels mean, and a plan that shows the levels again, are no ratings."""
    assert form(HEADER, *CORE_ROWS, [], *below) == (CORE, [])


def test_an_example_above_the_table():
    """It is nobody's level, and hides neither the header nor the labels above."""
    assert form(["ตัวอย่าง"], [SERVICE, 5], [], HEADER, *CORE_ROWS) == (CORE, [])


def test_competencies_in_two_columns_of_one_table():
    """Indented names share the level columns, and so does a table that is shifted by a column."""
    header = ["สมรรถนะ", None, "ประเมินตนเอง", "หัวหน้า"]
    rows = [[SERVICE, None, 3, 4], [UNITY, None, 3, 2]]
    assert form(header, *rows, [None, INTEGRITY, 4, 4], [None, ACHIEVEMENT, 2, 2]) == (
        CORE | OTHER,
        [],
    )
    shifted = [[None, *row] for row in (HEADER, *OTHER_ROWS)]
    assert form(HEADER, *CORE_ROWS, [EXPERTISE], [], *shifted)[0] == (
        CORE | OTHER | {"professional-expertise": (None, None)}
    )


def test_names_in_two_languages():
    """They are one table."""
    rows = [[SERVICE, "Service mind", 3, 4], [UNITY, "Unity", 3, 2]]
    assert form(["สมรรถนะ", "Competency", "ตนเอง", "หัวหน้า"], *rows) == (CORE, [])


def test_raters_who_are_named_in_the_titles():
    """The parts of a form may be told apart by nothing else."""
    own = [["ส่วนที่ 1 พนักงานประเมินตนเอง"], ["สมรรถนะ", "ระดับ"], [SERVICE, 3], [UNITY, 3]]
    other = [["ส่วนที่ 2 หัวหน้าประเมิน"], ["สมรรถนะ", "ระดับ"], [SERVICE, 4], [UNITY, 2]]
    assert form(*own, [], *other) == (CORE, [])
