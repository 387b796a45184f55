"""Merged cells: where the value of each covered cell is."""

from collections.abc import Iterable
from itertools import product
from typing import TypeAlias

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.text.language import mark as _

_Cell: TypeAlias = tuple[int, int]


def covered_cells(
    ranges: Iterable[tuple[_Cell, _Cell]], rows: int, columns: int
) -> dict[_Cell, _Cell]:
    """Return for each cell that is covered by a merged one the cell that holds the value.

    Args:
        ranges: Two opposite corners of each merged cell, as row and column counted from 0.
        rows: How many rows the sheet has; a merged cell may reach far beyond them.
        columns: How many columns it has.

    Raises:
        FileFaultError: There are more merged cells than are looked at.
    """
    covered: dict[_Cell, _Cell] = {}
    work = 0
    for (row, column), (other_row, other_column) in ranges:
        top, left = holder = min(row, other_row), min(column, other_column)
        inside_rows = range(top, min(max(row, other_row) + 1, rows))
        inside_columns = range(left, min(max(column, other_column) + 1, columns))
        work += len(inside_rows) * len(inside_columns)
        if work > limits.MERGED_CELLS:
            raise FileFaultError("too-large", reason=_("too many merged cells"))
        for cell in product(inside_rows, inside_columns):
            if cell != holder:
                covered[cell] = holder
    return covered
