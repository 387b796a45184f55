"""The column that says who rates, where each row is one rater's."""

from collections.abc import Sequence
from typing import Self

from jdgap.assessments.cells.labels import field_of, is_numbering, is_summary, use_of
from jdgap.assessments.cells.raters import NAMED, Whose, whose
from jdgap.assessments.opening.grid import Sheet, Value, as_text
from jdgap.assessments.people.column_headings import Holds
from jdgap.assessments.people.people_table import PeopleTable
from jdgap.problems import Problem
from jdgap.text.cleaning import shortened


class RaterColumn:
    """Reads who speaks in each row.

    Args:
        sheet: The sheet.
        column: The column, counted from 0.
    """

    def __init__(self, sheet: Sheet, column: int) -> None:
        self._sheet = sheet
        self._column = column
        self._latest: Whose | None = None
        self._told: set[str] = set()

    @classmethod
    def of(cls, sheet: Sheet, table: PeopleTable) -> Self | None:
        """Return the reader of the table's column of raters, None where it has none."""
        columns = table.of(Holds.RATER)
        return cls(sheet, columns[0].column) if columns else None

    def rater(
        self, number: int, row: Sequence[Value], problems: list[Problem], *, merged: bool
    ) -> Whose | None:
        """Return whose levels a row holds; None where they are not to be counted.

        Args:
            number: The row, counted from 0.
            row: Its cells.
            problems: Each rater that is not known is added here once.
            merged: A blank continues the row above.
        """
        text = as_text(row[self._column]) if self._column < len(row) else ""
        if not text and merged and self._latest is not None:
            return self._latest
        said = whose(text)
        self._latest = said if said in NAMED else None
        if said not in NAMED and not _is_of_nobody(text) and text not in self._told:
            self._told.add(text)
            place = self._sheet.place_of(number, self._column)
            problems.append(Problem("unknown-heading", place, shortened(text), {"name": text}))
        return self._latest


def _is_of_nobody(text: str) -> bool:
    """Return whether the row of a text such as `ระดับที่คาดหวัง` or `รวม` is no rater's."""
    if whose(text) is not Whose.NOT_A_LEVEL or is_numbering(text):
        return False
    return is_summary(text) or (field_of(text) is None and use_of(text) is None)
