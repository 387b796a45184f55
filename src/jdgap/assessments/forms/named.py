"""Where a sheet names competencies."""

from collections.abc import Mapping
from typing import TypeAlias

from jdgap.assessments.opening.grid import Sheet
from jdgap.positions import Competency, Names

Named: TypeAlias = Mapping[int, Mapping[int, Competency]]
"""The competencies that a sheet names, by column and row."""


def named_competencies(sheet: Sheet, names: Names) -> Named:
    """Return the competencies that the cells of a sheet name."""
    named: dict[int, dict[int, Competency]] = {}
    for row, column, text in sheet.texts():
        competency = names.competency(text)
        if competency is not None:
            named.setdefault(column, {})[row] = competency
    return named


def rows_of_its_own(named: Named, column: int, other: int) -> list[int]:
    """Return the rows where a column names a competency that `other` does not name beside it.

    The same name in two languages stands in two columns of one table.
    """
    beside = named[other]
    return [row for row, each in named[column].items() if beside.get(row) is not each]
