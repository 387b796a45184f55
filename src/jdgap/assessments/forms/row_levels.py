"""The levels of both raters in a row of a table."""

from collections.abc import Iterable
from sys import intern
from typing import Final, NamedTuple

from jdgap.assessments.cells.cell_levels import LevelCells
from jdgap.assessments.cells.levels import LevelFault
from jdgap.assessments.forms.marks import NOT_UNDERSTOOD, is_mark, is_unmarked
from jdgap.assessments.forms.table_model import RaterColumns, Table
from jdgap.assessments.model import NoLevel, Rating
from jdgap.assessments.opening.grid import Sheet, Value, address, as_text
from jdgap.problems import Problem
from jdgap.text.cleaning import shortened

_NOT_APPLICABLE: Final = "N/A"
_NUMBERS: Final = frozenset({"level-out-of-range", "level-not-whole"})
"""What is wrong with numbers that are no levels."""


class RowLevel(NamedTuple):
    """What one rater says in a row, or in the rows over which a name is merged.

    Attributes:
        level: The level, or why there is none.
        row: Where it stands, counted from 0; the first row where there is none.
        column: The same; None where the table has no column of this rater.
        differing: Where another row of the same name says something else, its row.
    """

    level: int | NoLevel
    row: int
    column: int | None
    differing: int | None = None


def _cell(said: RowLevel) -> str:
    """Return the cell of a level; one text for all forms, of which there may be 10,000."""
    return "" if said.column is None else intern(address(said.row, said.column))


class RowReader:
    """Reads the levels of one row after another.

    Args:
        sheet: The sheet.
        table: Its columns.
        scale: The levels of the scale, lowest first.
    """

    def __init__(self, sheet: Sheet, table: Table, scale: tuple[int, ...]) -> None:
        self.sheet = sheet
        self.table = table
        self.cells = LevelCells(sheet, scale)
        self._columns_of_levels = table.claimed - {table.column}

    def shared(self, rows: Iterable[int]) -> RowLevel | None:
        """Return the cell of a level that is merged over both raters' columns, if one is."""
        own, other = self.table.self_columns, self.table.supervisor_columns
        merged = self.sheet.layout.merged
        if own is None or other is None or not merged:
            return None
        for row in rows:
            holders = {merged.get((row, each), (row, each)) for each in own.columns}
            for holder in {merged.get((row, each), (row, each)) for each in other.columns}:
                inside = holder[0] == row and holder[1] in self._columns_of_levels
                if holder in holders and inside and self.sheet.text(*holder):
                    return RowLevel(NoLevel.UNUSABLE, *holder)
        return None

    def both(self, rows: Iterable[int], problems: list[Problem]) -> tuple[RowLevel, RowLevel]:
        """Return what the employee and the supervisor say of the competency of some rows."""
        own = self._over(rows, self.table.self_columns, problems)
        return own, self._over(rows, self.table.supervisor_columns, problems)

    def rating(self, own: RowLevel, other: RowLevel) -> Rating:
        """Return what the two raters say, and where."""
        shown = other if isinstance(other.level, int) or own.column is None else own
        place = self.sheet.place
        if shown.column is not None:
            place = self.sheet.place_of(shown.row, shown.column)
        return Rating(own.level, other.level, place, _cell(own), _cell(other))

    def required(self, row: int) -> RowLevel | None:
        """Return the level that a row says is required; None where no column does."""
        columns = self.table.required_columns
        return None if columns is None else self._rater(row, columns, [])

    def holds_level(self, row: int) -> bool:
        """Return whether a row that names no competency holds a level all the same."""
        return any(
            isinstance(self._rater(row, rater, []).level, int)
            for rater in self.table.raters
            if any(self.sheet.value(row, column) != "" for column in rater.columns)
        )

    def _over(
        self, rows: Iterable[int], rater: RaterColumns | None, problems: list[Problem]
    ) -> RowLevel:
        said = [self._rater(row, rater, problems) for row in rows]
        first = next((each for each in said if each.level is not NoLevel.BLANK), said[0])
        for each in said:
            if each.level is not NoLevel.BLANK and each.level != first.level:
                return first._replace(differing=each.row)
        return first

    def _rater(self, row: int, rater: RaterColumns | None, problems: list[Problem]) -> RowLevel:
        if rater is None:
            return RowLevel(NoLevel.BLANK, row, None)
        if rater.levels:
            return self._ticked(row, rater, problems)
        column = rater.columns[0]
        level = self.cells.level(self.sheet.value(row, column), (row, column), problems)
        return RowLevel(level, row, column)

    def _ticked(self, row: int, rater: RaterColumns, problems: list[Problem]) -> RowLevel:
        marked: list[tuple[int | NoLevel, int]] = []
        unusable = not_applicable = False
        for column, level in zip(rater.columns, rater.levels, strict=True):
            value = self._marking(row, column, rater)
            said = self._mark(value, level, (row, column), problems)
            if said is NoLevel.UNUSABLE:
                unusable = True
            elif said is NoLevel.NOT_APPLICABLE:
                not_applicable = True  # unless another column is marked: `-` fills the rest
            elif isinstance(said, int):
                marked.append((said, column))
        unusable |= self._add_not_applicable(row, rater, marked, problems)
        if len(marked) > 1:
            marks = [str(each) if isinstance(each, int) else _NOT_APPLICABLE for each, _ in marked]
            place = self.sheet.place_of(row, marked[1][1])
            problems.append(Problem("several-marks", place, ", ".join(marks), {"marks": marks}))
            return RowLevel(NoLevel.UNUSABLE, row, marked[0][1])
        if marked and not unusable:
            return RowLevel(marked[0][0], row, marked[0][1])
        if unusable:
            return RowLevel(NoLevel.UNUSABLE, row, rater.columns[0])
        level_ = NoLevel.NOT_APPLICABLE if not_applicable else NoLevel.BLANK
        return RowLevel(level_, row, rater.columns[0])

    def _marking(self, row: int, column: int, rater: RaterColumns) -> Value:
        """Return what stands in the column of a level; a mark that is merged over it, too."""
        holder = self.sheet.layout.merged.get((row, column))
        if holder is not None and holder[0] == row and holder[1] in rater.columns:
            value = self.sheet.value(*holder)
            return value if is_mark(value) else ""
        return self.sheet.value(row, column)

    def _add_not_applicable(
        self,
        row: int,
        rater: RaterColumns,
        marked: list[tuple[int | NoLevel, int]],
        problems: list[Problem],
    ) -> bool:
        """Add the mark in the column for what does not apply; return whether it is no mark."""
        column = rater.not_applicable
        value = "" if column is None else self.sheet.value(row, column)
        if column is None or not as_text(value) or is_unmarked(value):
            return False
        if is_mark(value):
            marked.append((NoLevel.NOT_APPLICABLE, column))
            return False
        read = self.cells.level(value, (row, column), problems)
        if read is NoLevel.NOT_APPLICABLE:
            if as_text(value).strip("-–—−‐‑"):
                marked.append((NoLevel.NOT_APPLICABLE, column))
            return False
        if isinstance(read, int):
            fault = LevelFault("level-not-a-number", shortened(as_text(value)))
            problems.append(self.cells.problem(fault, self.sheet.place_of(row, column)))
        return True

    def _mark(
        self, value: Value, level: int, cell: tuple[int, int], problems: list[Problem]
    ) -> int | NoLevel:
        """Return `level` where the cell marks it: a tick, or the level's own number."""
        if is_mark(value):
            return level
        if is_unmarked(value):
            return NoLevel.BLANK
        found: list[Problem] = []
        read = self.cells.level(value, cell, found)
        if read in (level, NoLevel.BLANK, NoLevel.NOT_APPLICABLE):
            return read
        if isinstance(read, int) or any(each.code in _NUMBERS for each in found):
            facts = {"level": level, "count": 1}
            place = self.sheet.place_of(*cell)
            found = [Problem(NOT_UNDERSTOOD, place, shortened(as_text(value)), facts)]
        problems += found
        return NoLevel.UNUSABLE
