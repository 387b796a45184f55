"""Merged cells: where the value of each covered cell is."""

import time

import pytest

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.merged_cells import covered_cells

WHOLE_SHEET = ((0, 0), (1_048_575, 16_383))


def test_each_covered_cell_knows_its_holder():
    """The cell that holds the value is covered by nothing."""
    assert covered_cells([((1, 1), (2, 2)), ((4, 0), (4, 1))], 9, 9) == {
        (1, 2): (1, 1),
        (2, 1): (1, 1),
        (2, 2): (1, 1),
        (4, 1): (4, 0),
    }


@pytest.mark.parametrize("corners", [((2, 1), (0, 0)), ((0, 1), (2, 0)), ((0, 0), (2, 1))])
def test_corners_in_any_order(corners):
    """The value is in the upper left cell, whichever two corners are named."""
    covered = covered_cells([corners], 3, 2)
    assert set(covered.values()) == {(0, 0)}
    assert len(covered) == 5


@pytest.mark.parametrize(("rows", "columns", "found"), [(3, 2, 5), (1, 1, 0), (0, 0, 0)])
def test_nothing_outside_the_sheet(rows, columns, found):
    """A cell merged over the largest sheet there may be costs what is filled."""
    assert len(covered_cells([WHOLE_SHEET], rows, columns)) == found
    assert covered_cells([((rows, columns), (rows + 3, columns + 3))], rows, columns) == {}


def test_one_cell_alone():
    """It covers nothing."""
    assert covered_cells([((0, 0), (0, 0))], 3, 3) == {}


def test_merged_cells_without_end(monkeypatch):
    """The bound is inside; cells that lie over each other count each time."""
    monkeypatch.setattr(limits, "MERGED_CELLS", 12)
    assert len(covered_cells([WHOLE_SHEET] * 2, 3, 2)) == 5
    with pytest.raises(FileFaultError) as caught:
        covered_cells([WHOLE_SHEET] * 3, 3, 2)
    assert caught.value.code == "too-large"


def test_the_bound_holds_soon():
    """As many merged cells as are allowed take no time worth a word."""
    begin = time.process_time()
    with pytest.raises(FileFaultError):
        covered_cells([WHOLE_SHEET] * 1_000_000, 50, 100)
    assert time.process_time() - begin < 5
