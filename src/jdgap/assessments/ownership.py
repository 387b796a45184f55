"""Which problems are whose: on a sheet of one person all of them, in a table each row's own."""

from collections.abc import Iterable, Sequence
from math import inf
from typing import TypeAlias

from jdgap.assessments.model import Assessment
from jdgap.problems import Place, Problem

SheetPlace: TypeAlias = tuple[str, str]
"""A file and a sheet in it."""


def sheet_of(place: Place) -> SheetPlace:
    """Return the file and the sheet of a place."""
    return place.file, place.sheet


class ProblemIndex:
    """Problems by sheet and row, for finding those of many people.

    Args:
        problems: Problems of any files and sheets.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self._rows: dict[SheetPlace, dict[int, list[Problem]]] = {}
        for problem in problems:
            rows = self._rows.setdefault(sheet_of(problem.place), {})
            rows.setdefault(problem.place.row, []).append(problem)

    def of(self, assessment: Assessment, *, alone: bool) -> list[Problem]:
        """Return the problems that are about one person, row by row.

        Args:
            assessment: Whose problems are wanted.
            alone: The sheet is about this person only, so that all its problems are this person's.
                Otherwise those in the person's rows are: what is wrong with the others' answers,
                or with the table, is not about this person.
        """
        rows = self._rows.get(sheet_of(assessment.place), {})
        wanted = rows.keys() if alone else rows.keys() & rows_of(assessment)
        found = [problem for row in sorted(wanted) for problem in rows[row]]
        for sheet in sorted(_checklists_of([assessment])):
            rows = self._rows.get(sheet, {})
            found += [problem for row in sorted(rows) for problem in rows[row]]
        return found


def problems_about(
    chosen: Sequence[Assessment], everybody: Sequence[Assessment], problems: Iterable[Problem]
) -> list[Problem]:
    """Return the problems that are not about somebody else only.

    On a sheet of many people, what has no cell or stands above the first person is everybody's.

    Args:
        chosen: Those whose problems are wanted, some of `everybody`.
        everybody: All who were read.
        problems: Problems of any files and sheets.
    """
    first_rows = _first_rows(everybody)
    wanted_rows: dict[SheetPlace, set[int]] = {}
    own_lists, lists = _checklists_of(chosen), _checklists_of(everybody)
    for each in chosen:
        wanted_rows.setdefault(sheet_of(each.place), set()).update(rows_of(each))

    def is_wanted(problem: Problem) -> bool:
        sheet, row = sheet_of(problem.place), problem.place.row
        if sheet in lists:
            return sheet in own_lists
        if sheet not in first_rows:
            return True
        rows = wanted_rows.get(sheet)
        return rows is not None and (row < first_rows[sheet] or row in rows)

    return [problem for problem in problems if is_wanted(problem)]


def _checklists_of(people: Iterable[Assessment]) -> set[SheetPlace]:
    """Return the sheets that hold nothing but people's checklists of knowledge and skills."""
    found = (
        (sheet_of(answer.place), sheet_of(each.place))
        for each in people
        for answer in each.knowledge
    )
    return {checklist for checklist, levels in found if checklist != levels}


def _first_rows(people: Iterable[Assessment]) -> dict[SheetPlace, float]:
    """Return the first row with a person of each sheet; on a sheet of one person there is none."""
    rows: dict[SheetPlace, list[int]] = {}
    for each in people:
        first = each.place.row or min(rows_of(each), default=0)
        rows.setdefault(sheet_of(each.place), []).append(first)
    return {sheet: min(firsts) if len(firsts) > 1 else inf for sheet, firsts in rows.items()}


def rows_of(assessment: Assessment) -> frozenset[int]:
    """Return the rows in which the person and the person's ratings stand, counted from 1."""
    places = [assessment.place, *(rating.place for rating in assessment.ratings.values())]
    return frozenset(row for place in places if (row := place.row))
