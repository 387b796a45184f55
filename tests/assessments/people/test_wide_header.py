"""Words in the row above the competencies of a wide table: which columns they speak for."""

from datetime import date

import pytest

from builders import codes, names, sheet_of, thai, title
from jdgap.assessments import NoLevel
from jdgap.assessments.opening.grid import Layout
from jdgap.assessments.sheets import read_sheet

WHO = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง"]
KEYS = ("service-mind", "unity", "integrity", "trust")
A, B, C, D = map(thai, KEYS)
FIRST = ["S-1", "ก ข", title("officer-accounting")]
BLANK = NoLevel.BLANK


def read(above, headings, levels, merged=None):
    """What counts, self and supervisor level, and what is wrong."""
    layout = Layout(merged=merged or {})
    rows = [["", "", "", *above], [*WHO, *headings], [*FIRST, *levels]]
    reading = read_sheet(sheet_of(rows, layout=layout), names())
    ratings = reading.assessments[0].ratings
    said = {key: (each.self_level, each.supervisor_level) for key, each in ratings.items()}
    return said, codes(reading.problems)


@pytest.mark.parametrize("words", ["รวม", "ค่าเฉลี่ย", "ระดับที่คาดหวัง", "หมายเหตุ"])
def test_a_word_that_strayed_above_levels_silences_none(words):
    """Right of it, too, nobody knows whether they are levels; with nothing below it is nothing."""
    said, problems = read(["", words, ""], [A, B, C], [3, 4, 5])
    assert said == {"service-mind": (3, BLANK)}
    assert problems == [("unknown-heading", "E2"), ("unknown-heading", "F2")]
    assert read(["", words, ""], [A, B, C], [3, "", ""])[1] == []


def test_required_levels_beside_the_levels_are_none():
    """Every competency below the word has another column."""
    above = ["ประเมินตนเอง", "", "ระดับที่คาดหวัง", ""]
    said, problems = read(above, [A, B, A, B], [3, 4, 5, 5])
    assert (said, problems) == ({"service-mind": (3, BLANK), "unity": (4, BLANK)}, [])
    assert read(above, [A, B, A, C], [3, 4, 5, 5])[1] == [
        ("unknown-heading", "F2"),
        ("unknown-heading", "G2"),
    ]


def test_a_merged_word_speaks_for_its_columns():
    """Neither for less nor for more."""
    merged = {(0, 5): (0, 4)}
    said, problems = read(["", "ระดับที่คาดหวัง", "", ""], [A, B, C, D], [3, 4, 5, 2], merged)
    assert (said, problems) == ({"service-mind": (3, BLANK), "trust": (2, BLANK)}, [])


def test_right_of_a_merged_supervisor_nobody_is_guessed():
    merged = {(0, 4): (0, 3)}
    said, problems = read(["หัวหน้า", "", "", ""], [A, B, C, D], [3, 4, 5, ""], merged)
    assert said == {"service-mind": (BLANK, 3), "unity": (BLANK, 4)}
    assert problems == [("unknown-heading", "F2")]
    assert read(["หัวหน้า", "", "", ""], [A, B, C, D], [3, 4, 5, 2])[1] == []


def test_a_label_with_a_date_beside_it_is_about_no_column():
    """`วันที่ประเมิน | 3/4/2026`."""
    said, problems = read(["วันที่ประเมิน", date(2026, 4, 3)], [A, B], [3, 4])
    assert (said, problems) == ({"service-mind": (3, BLANK), "unity": (4, BLANK)}, [])


def test_a_sum_below_the_raters_leaves_the_others_theirs():
    """The row with `รวม` says nothing of the columns left of it; the row above does."""
    rows = [
        ["", "", "", "หัวหน้า", "", "", "ตนเอง"],
        ["", "", "", "", "", "รวม", ""],
        [*WHO, A, B, C, A],
        [*FIRST, 3, 4, 5, 2],
    ]
    ratings = read_sheet(sheet_of(rows), names()).assessments[0].ratings
    assert [ratings[key].supervisor_level for key in KEYS[:2]] == [3, 4]


def test_a_competency_below_the_header_is_no_rater():
    """`ประเมินตนเอง [ความสามัคคี]` in a row of its own leaves the column above what it was."""
    rows = [
        [*WHO, f"ผู้บังคับบัญชาประเมิน [{A}]", B],
        ["", "", "", f"ประเมินตนเอง [{B}]"],
        [*FIRST, 3, 4],
    ]
    ratings = read_sheet(sheet_of(rows), names()).assessments[-1].ratings
    assert ratings["service-mind"].supervisor_level == 3
