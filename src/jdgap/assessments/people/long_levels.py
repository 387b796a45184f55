"""The level columns of a long table: one for each rater, or one of nobody in particular."""

from collections.abc import Iterator

from jdgap.assessments.cells.labels import is_person
from jdgap.assessments.cells.raters import NAMED, Whose
from jdgap.assessments.opening.grid import Sheet
from jdgap.assessments.people.column_headings import HeadingReader, Holds
from jdgap.assessments.people.headed_columns import HeadedColumn
from jdgap.assessments.people.lost_levels import LostLevels
from jdgap.assessments.people.people_table import PeopleTable
from jdgap.problems import Problem
from jdgap.text.cleaning import shortened


def level_columns(
    sheet: Sheet, table: PeopleTable, reader: HeadingReader
) -> tuple[dict[Whose, int], list[Problem]]:
    """Return the column of each rater's levels, and what is wrong with the headings.

    Where a rater is named, a level of nobody in particular (`ระดับจริง`) is none of theirs.
    Otherwise it is the employee's own.
    """
    lost = LostLevels(sheet, table, reader)
    by_rater: dict[Whose, list[HeadedColumn]] = {}
    for each in table.of(Holds.LEVEL):
        rater = each.meaning.whose
        by_rater.setdefault(rater if rater in NAMED else Whose.NOBODY, []).append(each)
    unnamed = by_rater.pop(Whose.NOBODY, [])
    if not by_rater and unnamed:
        by_rater[Whose.SELF] = unnamed
    problems = [_unknown(sheet, each) for each in _lost(table, lost)]
    problems += lost.unheaded()
    problems += lost.misplaced(each for found in by_rater.values() for each in found)
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


def _lost(table: PeopleTable, lost: LostLevels) -> Iterator[HeadedColumn]:
    """Yield the columns of levels with a heading of something else: words, names, a competency."""
    for each in table.of(Holds.UNKNOWN, Holds.RATED, Holds.NO_COMPETENCY):
        is_word = each.meaning.holds is Holds.UNKNOWN and not is_person(each.text)
        if lost.in_column(each.column) if is_word else lost.any_in(each.column):
            yield each


def _unknown(sheet: Sheet, heading: HeadedColumn) -> Problem:
    facts = {"name": heading.text}
    return Problem("unknown-heading", heading.place(sheet), shortened(heading.text), facts)
