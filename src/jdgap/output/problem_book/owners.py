"""Whose answer a problem stands in, as far as an answer was read there."""

from collections.abc import Iterable
from typing import Final

from jdgap.assessments import Assessment
from jdgap.assessments.ownership import SheetPlace, rows_of, sheet_of
from jdgap.gaps.round import RoundResult
from jdgap.output.people_words import id_and_name
from jdgap.problems import Problem

_OF_THE_SHEET: Final = 0
"""Stands for all rows of a sheet that is about one person."""


class Owners:
    """The people who answered, found by file, sheet and row.

    Args:
        result: What was read.

    Attributes:
        by_file: The answers in each file, in the order of the result.
        counted: Where the answers stand that count.
    """

    def __init__(self, result: RoundResult) -> None:
        self.by_file: dict[str, list[Assessment]] = {}
        for answer in result.answers:
            self.by_file.setdefault(answer.place.file, []).append(answer)
        self.counted = {person.assessment.place for person in result.people}
        wrong = {sheet_of(problem.place) for problem in result.problems}
        self._by_row = _by_row(
            answer for answer in result.answers if not wrong.isdisjoint(_sheets_of(answer))
        )

    def of(self, problem: Problem) -> str:
        """Return id and name of whose answer it is; else what the problem itself says, or ""."""
        place = problem.place
        rows = self._by_row.get(sheet_of(place), {})
        answer = rows.get(_OF_THE_SHEET) or rows.get(place.row)
        if answer is None and not place.sheet:
            in_file = self.by_file.get(place.file, [])
            answer = in_file[0] if len(in_file) == 1 else None
        if answer is None:
            return str(problem.facts.get("employee", ""))
        return id_and_name(answer.employee_id, answer.name)


def _by_row(answers: Iterable[Assessment]) -> dict[SheetPlace, dict[int, Assessment]]:
    """Return the answers by sheet and row; in a table of people each has rows of its own."""
    found: dict[SheetPlace, dict[int, Assessment]] = {}
    for answer in answers:
        rows = found.setdefault(sheet_of(answer.place), {})
        if answer.place.cell:
            rows.update(dict.fromkeys(rows_of(answer), answer))
        else:
            rows[_OF_THE_SHEET] = answer
        for checklist in _sheets_of(answer) - {sheet_of(answer.place)}:
            found.setdefault(checklist, {}).setdefault(_OF_THE_SHEET, answer)
    return found


def _sheets_of(answer: Assessment) -> set[SheetPlace]:
    """Return the sheet of an answer's levels, and that of its checklist."""
    checklist = (sheet_of(each.place) for each in answer.knowledge)
    return {sheet_of(answer.place), *checklist}
