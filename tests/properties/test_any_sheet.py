"""Sheets of every layout, compared with what the hand that drew them meant."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from jdgap.assessments import Assessment, NoLevel, Reading
from jdgap.assessments.opening.grid import address
from jdgap.problems import Severity
from properties.drawn_sheets import RATERS, Drawn, any_sheets, disturbed, levels_read, moved

_ADDRESS = re.compile("([A-Z]+)([0-9]+)")


def _corner(cell: str) -> tuple[int, int]:
    """Return row and column of an address, both -1 where there is none."""
    found = _ADDRESS.fullmatch(cell)
    if found is None:
        return -1, -1
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _cells(assessment: Assessment) -> list[str]:
    return [each.place.cell for each in assessment.ratings.values()]


def _counted(reading: Reading) -> set[tuple[int, str, str, object]]:
    """Return the levels that were read, with row, competency and rater."""
    return {
        (_corner(rating.place.cell)[0], key, rater, level)
        for each in reading.assessments
        for key, rating in each.ratings.items()
        for rater, level in (("self", rating.self_level), ("supervisor", rating.supervisor_level))
    }


def _told(drawn: Drawn, reading: Reading) -> tuple[set[int], set[int]]:
    """Return the rows and columns in which something is wrong; -1 stands for the whole sheet."""
    cells = {_corner(each.place.cell) for each in reading.problems}
    cells |= {
        _corner(str(each.facts["other"])) for each in reading.problems if "other" in each.facts
    }
    rows, columns = {row for row, _ in cells}, {column for _, column in cells}
    if any(each.code == "several-tables" for each in reading.problems):
        rows.add(-1)  # nothing on the sheet counts
    for each in reading.problems:
        if each.code == "duplicate-header":  # names two of the columns, and there may be three
            headings = drawn.grid[_corner(each.place.cell)[0]]
            columns |= {place for place, text in enumerate(headings) if text == each.value}
    return rows, columns


@given(any_sheets)
def test_every_level_is_read_where_it_stands(drawn: Drawn):
    """What was meant is what is read, person by person, and each fault has its cell."""
    reading = drawn.read()
    assert reading is not None
    assert sorted(each.employee_id for each in reading.assessments) == list(drawn.people)
    assert levels_read(reading) == drawn.meant()
    faults = sorted(each.place.cell for each in reading.problems if each.severity is Severity.ERROR)
    cells = drawn.cells()
    wanted = [key for key, means in drawn.meant().items() if means is NoLevel.UNUSABLE]
    assert faults == sorted(cells[key] for key in wanted)


@settings(max_examples=30)
@given(any_sheets, st.integers(0, 30), st.integers(0, 12))
def test_the_place_of_a_table_does_not_matter(drawn: Drawn, down: int, right: int):
    """Further down and to the right the same is read, from cells that are so much further."""
    first, again = drawn.read(), moved(drawn, down, right).read()
    assert first is not None
    assert again is not None
    assert levels_read(again) == levels_read(first)
    assert [each.code for each in again.problems] == [each.code for each in first.problems]
    moves = [
        (_corner(one), _corner(two))
        for before, after in zip(first.assessments, again.assessments, strict=True)
        for one, two in zip(_cells(before), _cells(after), strict=True)
    ]
    assert all(two == (one[0] + down, one[1] + right) for one, two in moves)


# The same sheets each time: of thousands one is disturbed so that it says something else.
@settings(derandomize=True)
@given(disturbed())
def test_no_level_is_lost_without_a_word(drawn: Drawn):
    """A level in the row of a competency, under a heading of levels, counts or has a problem."""
    reading = drawn.read()
    if reading is None or not (reading.assessments or reading.problems):
        return  # the file says that no assessment was found in it
    rows, columns = _told(drawn, reading)
    if -1 in rows:
        return  # something is wrong with the whole sheet
    counted = _counted(reading)
    lost = [
        (address(row, column), each.value)
        for row, column, each in drawn.places()
        if isinstance(each.means, int)
        and not any(
            (row, each.competency, rater, each.means) in counted
            for rater in (RATERS if drawn.names_raters else (each.rater,))
        )
        and row not in rows
        and column not in columns
    ]
    assert lost == []
