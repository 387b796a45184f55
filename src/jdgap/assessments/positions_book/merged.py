"""Merged cells in the tables of the positions workbook: only the first keeps what it held."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from jdgap.assessments.opening.grid import address
from jdgap.assessments.positions_book.tables import Table
from jdgap.problems import Place, Problem

_Cell: TypeAlias = tuple[int, int]


def merged_cells(table: Table) -> Iterator[Problem]:
    """Yield a problem for each merged cell that covers a cell of the table, whatever its column.

    What stands above the headings may be merged, and what stands beside the table.
    """
    width = table.width
    for (row, column), (last_row, last_column) in _ranges(table.sheet.layout.merged).items():
        if last_row >= table.head and column < width:
            cells = f"{address(row, column)}:{address(last_row, last_column)}"
            yield Problem("merged-cells", table.sheet.place_of(row, column), "", {"cells": cells})


def covered_places(table: Table) -> Iterator[Place]:
    """Yield the cells that only seem blank: a merged one covers them, which is told."""
    for row, column in table.sheet.layout.merged:
        yield table.sheet.place_of(row, column)


def _ranges(covered: Mapping[_Cell, _Cell]) -> dict[_Cell, _Cell]:
    """Return the last cell of each merged one, by its first."""
    last: dict[_Cell, _Cell] = {}
    for (row, column), first in covered.items():
        far_row, far_column = last.get(first, first)
        last[first] = max(row, far_row), max(column, far_column)
    return last
