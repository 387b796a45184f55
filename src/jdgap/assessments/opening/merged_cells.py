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
        # Comparing is quicker than `min` and `max`: a form has twenty of them.
        top, bottom = (row, other_row) if row <= other_row else (other_row, row)
        left, right = (column, other_column) if column <= other_column else (other_column, column)
        inside_rows = range(top, bottom + 1 if bottom < rows else rows)
        inside_columns = range(left, right + 1 if right < columns else columns)
        work += len(inside_rows) * len(inside_columns)
        if work > limits.MERGED_CELLS:
            raise FileFaultError("too-large", reason=_("too many merged cells"))
        cells = product(inside_rows, inside_columns)
        holder = next(cells, None)
        if holder is not None:
            for cell in cells:
                covered[cell] = holder
    return covered
