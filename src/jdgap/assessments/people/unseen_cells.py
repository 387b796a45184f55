"""Cells that nobody sees: hidden ones with levels in them, and those that a merged cell covers."""

from typing import Final

from jdgap.assessments.model import NoLevel
from jdgap.assessments.opening.grid import Sheet, address
from jdgap.assessments.people.column_headings import Holds
from jdgap.assessments.people.headed_columns import is_blank
from jdgap.assessments.people.people_table import PeopleTable
from jdgap.assessments.people.table_rows import droppable_rows
from jdgap.positions import Competency
from jdgap.problems import Place, Problem

_SHARED: Final = (Holds.POSITION, Holds.POSITION_ID, Holds.DEPARTMENT, Holds.ROUND)
"""What several people may have in common, so that a merged cell says it of all of them."""


class UnseenCells:
    """What the levels on one sheet have to do with cells that nobody sees.

    Args:
        sheet: The sheet, before its rows are dropped.

    Attributes:
        hides: Some cells are hidden, or covered by others.
        covered_rows: Rows, counted from 0, with a blank cell whose value stands in another one.
    """

    def __init__(self, sheet: Sheet) -> None:
        layout = sheet.layout
        self._sheet = sheet
        self.hides = bool(layout.hidden_rows or layout.hidden_columns or layout.merged)
        self._covered = {
            cell: holder
            for cell, holder in layout.merged.items()
            if is_blank(sheet.value(*cell)) and not is_blank(sheet.value(*holder))
        }
        self.covered_rows = frozenset(row for row, _column in self._covered)
        self._counted = 0
        self._first: Place | None = None
        self._blank: dict[str, Problem] = {}

    def of_its_own(
        self,
        said: int | NoLevel,
        cell: tuple[int, int],
        competency: Competency,
        problems: list[Problem],
    ) -> int | NoLevel:
        """Return what a cell says; a blank that shares the value of another one cannot be used.

        Args:
            said: What the cell says.
            cell: Its row and column, counted from 0.
            competency: What it is about.
            problems: That the cell is merged is added here.
        """
        holder = self._covered.get(cell) if said is NoLevel.BLANK else None
        if holder is None:
            return said
        facts = {"competency": competency.name.text, "other": address(*holder)}
        problems.append(Problem("merged-level", self._sheet.place_of(*cell), facts=facts))
        return NoLevel.UNUSABLE

    def add(self, said: int | NoLevel, cell: tuple[int, int], competency: Competency) -> None:
        """Take note of what a cell says, in case that nobody sees it."""
        hidden = self._sheet.is_hidden(*cell)
        if said is NoLevel.BLANK:
            if hidden and competency.id not in self._blank:
                place, facts = self._sheet.place_of(*cell), {"competency": competency.name.text}
                self._blank[competency.id] = Problem("hidden-level", place, facts=facts)
        elif said is not NoLevel.UNUSABLE and (hidden or cell in self._sheet.layout.merged):
            self._counted += 1
            self._first = self._first or self._sheet.place_of(*cell)

    def problems(self) -> list[Problem]:
        """Return one for all levels that were counted, and one for each competency left blank."""
        found = list(self._blank.values())
        if self._first is not None:
            found.append(Problem("hidden-cells", self._first, facts={"count": self._counted}))
        return found


def share_merged(sheet: Sheet, table: PeopleTable) -> None:
    """Let a merged cell with a position, department or round say it in each of its rows.

    Spreadsheets keep the value in the first one only.
    """
    rows = droppable_rows(sheet)
    columns = {each.column for each in table.of(*_SHARED)}
    if rows is None or not columns:
        return
    for (row, column), (first, left) in sheet.layout.merged.items():
        if column not in columns or left != column or not table.first_row <= first < row:
            continue
        cells = list(rows[row]) if row < len(rows) else []
        if column < len(cells) and is_blank(cells[column]) and any(value != "" for value in cells):
            cells[column] = sheet.value(first, left)
            rows[row] = cells
