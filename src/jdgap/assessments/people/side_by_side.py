"""Two tables of people beside each other, which would give each other's people their levels."""

from collections.abc import Iterator
from typing import Final

from jdgap.assessments.cells.labels import column_of, field_of
from jdgap.assessments.cells.person_names import may_be_one_person
from jdgap.assessments.cells.raters import Whose
from jdgap.assessments.opening.grid import Sheet, as_text
from jdgap.assessments.people.column_headings import LEVELS, Holds
from jdgap.assessments.people.headed_columns import HeadedColumn
from jdgap.assessments.people.people_table import PeopleTable
from jdgap.problems import Problem
from jdgap.text.names import id_key

_WHO: Final = (Holds.EMPLOYEE_ID, Holds.NAME)


def table_beside(sheet: Sheet, table: PeopleTable) -> Problem | None:
    """Return the problem that a table of other people stands beside the first one, if it does.

    Ids or names come again between columns of levels, and in some row they are of two people.
    Where the same people come again it is one table. So it is where the levels on the right are
    a supervisor's, who has an id and a name, too.

    Args:
        sheet: The sheet, before the rows of the table are dropped.
        table: What was taken for one table.
    """
    again = next(_people_again(table), None)
    if again is None:
        return None
    right = [each for each in table.of(*LEVELS) if each.column > again.column]
    if all(each.meaning.whose is Whose.SUPERVISOR for each in right):
        return None
    for kind in _WHO:
        of_kind = table.of(kind)
        left = [each.column for each in of_kind if each.column < again.column]
        others = [each.column for each in of_kind if each.column >= again.column]
        if left and others and _differ(sheet, table.first_row, (left[0], others[0]), kind):
            facts = {"other": table.columns[0].place(sheet).cell}
            return Problem("several-tables", again.place(sheet), facts=facts)
    return None


def _people_again(table: PeopleTable) -> Iterator[HeadedColumn]:
    """Yield the columns of ids and names that stand between columns of levels."""
    levels = [each.column for each in table.of(*LEVELS)]
    for each in table.of(*_WHO):
        if levels and levels[0] < each.column < levels[-1]:
            yield each


def _differ(sheet: Sheet, first_row: int, columns: tuple[int, int], kind: Holds) -> bool:
    """Return whether two columns name different people in some row, up to the next header."""
    for number in range(first_row, len(sheet.rows)):
        row = sheet.rows[number]
        one, other = (as_text(row[each]) if each < len(row) else "" for each in columns)
        if not one or not other:
            continue
        if any(field_of(each) is not None or column_of(each) is not None for each in (one, other)):
            return False
        same = id_key(one) == id_key(other) if kind is _WHO[0] else may_be_one_person(one, other)
        if not same:
            return True
    return False
