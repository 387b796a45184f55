"""The level columns of a long table: one for each rater, or one of nobody in particular."""

from jdgap.assessments.cells.raters import NAMED, Whose
from jdgap.assessments.opening.grid import Sheet
from jdgap.assessments.people.column_headings import Holds
from jdgap.assessments.people.headed_columns import HeadedColumn, Sample
from jdgap.assessments.people.people_table import PeopleTable
from jdgap.positions import Names
from jdgap.problems import Problem
from jdgap.text.cleaning import shortened


def level_columns(
    sheet: Sheet, table: PeopleTable, names: Names
) -> tuple[dict[Whose, int], list[Problem]]:
    """Return the column of each rater's levels, and what is wrong with the headings.

    Where a rater is named, a level of nobody in particular (`ระดับจริง`) is none of theirs.
    Otherwise it is the employee's own.
    """
    sample = Sample(sheet, table.first_row, names.book.levels)
    by_rater: dict[Whose, list[HeadedColumn]] = {}
    for each in table.of(Holds.LEVEL):
        rater = each.meaning.whose
        by_rater.setdefault(rater if rater in NAMED else Whose.NOBODY, []).append(each)
    unnamed = by_rater.pop(Whose.NOBODY, [])
    if not by_rater and unnamed:
        by_rater[Whose.SELF] = unnamed
    problems = [
        _unknown(sheet, each)
        for each in table.of(Holds.UNKNOWN)
        if _holds_levels(each.column, sample)
    ]
    columns: dict[Whose, int] = {}
    for rater, (first, *others) in by_rater.items():
        if not others:
            columns[rater] = first.column
        facts = {"other": first.place(sheet).cell}
        problems += [
            Problem("duplicate-header", each.place(sheet), shortened(each.text), facts)
            for each in others
        ]
    return columns, problems


def _unknown(sheet: Sheet, heading: HeadedColumn) -> Problem:
    facts = {"name": heading.text}
    return Problem("unknown-heading", heading.place(sheet), shortened(heading.text), facts)


def _holds_levels(column: int, sample: Sample) -> bool:
    """Return whether a column holds levels in most rows, and nothing else."""
    levels = sample.levels(column)
    return levels == len(sample.values(column)) and levels > max(1, len(sample.rows) // 2)
