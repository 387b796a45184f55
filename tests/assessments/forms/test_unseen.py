"""Hidden and merged cells."""

import pytest

from assessments.forms.odd_forms import (
    FLEXIBILITY,
    HEADER,
    INTEGRITY,
    SERVICE,
    TICKS,
    UNITY,
    form,
    reading_of,
)
from jdgap.assessments.opening.grid import Layout

ROWS = [HEADER, [SERVICE, 3, 4], [UNITY, None, None], [INTEGRITY, 3, None]]


def test_levels_in_hidden_rows():
    """They count and it is said once; a blank that nobody sees is told apart."""
    layout = Layout(hidden_rows=frozenset({6, 7}))
    levels, problems = form(*ROWS, layout=layout)
    assert levels["service-mind"] == (3, 4)
    assert problems == [("hidden-level", "B8"), ("hidden-cells", "B7")]
    told = reading_of(*ROWS, layout=layout).problems[-1]
    assert (told.facts["count"], told.value) == (2, "2")


def test_a_hidden_column():
    """A level is missing in a hidden cell only where all cells for it are hidden."""
    problems = form(*ROWS, layout=Layout(hidden_columns=frozenset({2})))[1]
    assert problems == [("hidden-cells", "C7")]
    problems = form(*ROWS, layout=Layout(hidden_columns=frozenset({1, 2})))[1]
    assert problems == [("hidden-level", "B8"), ("hidden-cells", "B7")]


def test_hidden_cells_that_hold_no_level():
    """Other rows and columns may be hidden as one likes."""
    layout = Layout(hidden_rows=frozenset({0, 4}), hidden_columns=frozenset({0, 9}))
    assert form(*ROWS[:2], layout=layout)[1] == []


def test_one_level_merged_over_two_competencies():
    """It is the first one's; what the other has cannot be used."""
    layout = Layout(merged={(7, 1): (6, 1), (7, 2): (6, 2)})
    levels, problems = form(*ROWS, layout=layout)
    assert levels["unity"] == (0, 0)
    assert problems == [("merged-level", "B8")]
    assert reading_of(*ROWS, layout=layout).problems[0].facts["other"] == "B7"


def test_one_level_merged_over_both_raters():
    """Nobody knows whose it is: in its row neither counts, whatever stands in the cell."""
    rows = [HEADER, [SERVICE, 3, ""], [UNITY, "N/A", ""], [INTEGRITY, "", ""], [FLEXIBILITY, 2, 3]]
    layout = Layout(merged={(row, 2): (row, 1) for row in (6, 7, 8)})
    levels, problems = form(*rows, layout=layout)
    assert list(levels.values()) == [(0, 0), (0, 0), (None, None), (2, 3)]
    assert problems == [("shared-level", "B7"), ("shared-level", "B8")]
    told = reading_of(*rows, layout=layout).problems[0]
    assert (told.value, told.facts["competency"]) == ("3", SERVICE)


def test_a_level_merged_over_the_required_one_and_both_raters():
    """It is not the required one alone."""
    rows = [["สมรรถนะ", "ระดับที่คาดหวัง", *HEADER[1:]], [SERVICE, 3, "", ""]]
    layout = Layout(merged={(6, 2): (6, 1), (6, 3): (6, 1)})
    assert form(*rows, layout=layout) == ({"service-mind": (0, 0)}, [("shared-level", "B7")])


def test_a_name_merged_over_the_columns_of_both_raters():
    """A competency as the title of its behaviours is no level."""
    layout = Layout(merged={(6, 1): (6, 0), (6, 2): (6, 0)})
    assert form(*ROWS[:1], [SERVICE, "", ""], layout=layout)[1] == []


def test_a_block_merged_over_both_raters_and_two_competencies():
    """In its first row it is both raters', and in the other another competency's."""
    merged = dict.fromkeys([(6, 2), (7, 1), (7, 2)], (6, 1))
    levels, problems = form(HEADER, [SERVICE, 3, ""], [UNITY, "", ""], layout=Layout(merged=merged))
    assert levels == {"service-mind": (0, 0), "unity": (0, 0)}
    assert problems == [("shared-level", "B7"), ("merged-level", "B8")]


@pytest.mark.parametrize(
    ("mark", "level", "problems"), [("/", 0, [("several-marks", "C7")]), (5, 5, []), ("", None, [])]
)
def test_one_mark_merged_over_two_levels(mark, level, problems):
    """It marks both of them; a level's own number says which."""
    rows = [TICKS, [SERVICE, mark, ""]]
    levels, found = form(*rows, layout=Layout(merged={(6, 2): (6, 1)}))
    assert (levels["service-mind"][0], found) == (level, problems)


def test_one_mark_merged_over_both_raters():
    """The last level of the employee's run and the first of the supervisor's."""
    above = [None, "ประเมินตนเอง", *[None] * 4, "หัวหน้าประเมิน"]
    rows = [above, ["สมรรถนะ", *[1, 2, 3, 4, 5] * 2], [SERVICE, *[""] * 4, "/", *[""] * 5]]
    levels, problems = form(*rows, layout=Layout(merged={(7, 6): (7, 5)}))
    assert (levels, problems) == ({"service-mind": (0, 0)}, [("shared-level", "F8")])


def test_one_mark_merged_over_two_competencies():
    """The same in a tick form."""
    rows = [TICKS, [SERVICE, None, "/"], [UNITY]]
    assert form(*rows, layout=Layout(merged={(7, 2): (6, 2)}))[1] == [("merged-level", "C8")]


@pytest.mark.parametrize(
    ("behaviour_levels", "level", "problems"),
    [
        ((None, 4), 4, []),
        ((4, None), 4, []),
        ((4, 4), 4, []),
        ((4, 2), 0, [("level-without-competency", "C8")]),
    ],
)
def test_a_name_merged_over_rows(behaviour_levels, level, problems):
    """One level in any of its rows is the competency's; two that differ are a problem."""
    first, second = behaviour_levels
    rows = [["สมรรถนะ", "พฤติกรรม", "ระดับ"], [SERVICE, "ก", first], [None, "ข", second]]
    levels, found = form(*rows, layout=Layout(merged={(7, 0): (6, 0)}))
    assert levels["service-mind"][0] == level
    assert found == problems


def test_a_merged_heading_spans_its_columns():
    """What stands right of it has another heading, or none."""
    rows = [
        [None, "ประเมินตนเอง", None, None],
        ["สมรรถนะ", "ระดับ", "ความเห็น", "ระดับ"],
        [SERVICE, 3, "ดี", 4],
        [UNITY, 3, "ดี", 5],
    ]
    assert form(*rows)[0]["unity"] == (0, None)  # both are the employee's, so far as it is told
    merged = {(5, 2): (5, 1)}
    levels, problems = form(*rows, layout=Layout(merged=merged))
    assert levels["unity"] == (3, None)
    assert problems == [("unknown-heading", "D7")]


def test_a_level_under_a_merged_heading():
    """It is the rater's over whose columns the heading is merged, not only below its first cell."""
    rows = [
        [None, "หัวหน้าประเมิน", None, "ประเมินตนเอง"],
        ["สมรรถนะ", "ความเห็น", "ระดับ", "ระดับ"],
        [SERVICE, "ดี", 3, 4],
        [UNITY, "ดี", 2, 5],
    ]
    merged = {(5, 2): (5, 1)}
    assert form(*rows, layout=Layout(merged=merged)) == (
        {"service-mind": (4, 3), "unity": (5, 2)},
        [],
    )


@pytest.mark.parametrize("merged", [{(6, 3): (6, 2)}, {(7, 2): (5, 2)}])
def test_merged_cells_that_are_nobody_elses_level(merged):
    """A cell that is merged with a remark, or with a heading, has no level: no more."""
    rows = [HEADER, [SERVICE, 3, None, ""], [UNITY, 3, None]]
    assert form(*rows, layout=Layout(merged=merged))[1] == []
