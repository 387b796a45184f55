"""The rows of a list of activities: which of them are activities, and what each says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from jdgap.assessments.activities.level_spans import read_span
from jdgap.assessments.activities.model import Activity, How, Levels
from jdgap.assessments.activities.words import Heading, heading_of, how_of
from jdgap.assessments.cells.cell_levels import LevelCells
from jdgap.assessments.cells.labels import ends_table, is_summary
from jdgap.assessments.cells.levels import LevelFault
from jdgap.assessments.opening.grid import Sheet, Value, address
from jdgap.positions import Names
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened

_ROWS_SEARCHED: Final = 60
"""Title lines above the table, generously counted."""
_SAYS: Final = re.compile(r"\w")
_NEEDED: Final = (Heading.COMPETENCY, Heading.LEVEL, Heading.HOW, Heading.TEXT)
"""A row that says nothing of these says nothing of an activity."""

Columns = dict[Heading, tuple[int, ...]]
"""Where each use stands, counted from 0."""


@dataclass(slots=True)
class ActivityTable:
    """A list of activities on one sheet.

    Attributes:
        place: Its leftmost heading.
        activities: Those of the rows that are right.
        problems: What is wrong with the others.
    """

    place: Place
    activities: list[Activity] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def activity_table(sheet: Sheet, names: Names) -> ActivityTable | None:
    """Return the list of activities on `sheet`, None where there is none."""
    for row in range(min(len(sheet.rows), _ROWS_SEARCHED)):
        columns = columns_at(sheet, row)
        if columns:
            first = min(column for places in columns.values() for column in places)
            table = ActivityTable(sheet.place_of(row, first))
            _Reader(sheet, names, table).read(row, columns)
            return table
    return None


def columns_at(sheet: Sheet, row: int) -> Columns:
    """Return the columns that a row (counted from 0) heads; none where it is not a header."""
    columns: Columns = {}
    for column in range(len(sheet.rows[row])):
        heading = heading_of(sheet.text(row, column))
        if heading is not None:
            columns[heading] = (*columns.get(heading, ()), column)
    is_header = Heading.COMPETENCY in columns and Heading.TEXT in columns
    return columns if is_header else {}


class _Reader:
    """Reads what stands under the header of a sheet into `table`.

    Args:
        sheet: The sheet.
        names: The names of the book.
        table: What is read goes there.
    """

    def __init__(self, sheet: Sheet, names: Names, table: ActivityTable) -> None:
        self.sheet = sheet
        self.names = names
        self.table = table
        self.columns: Columns = {}
        self._levels = LevelCells(sheet, names.book.levels)
        self._ways: set[str] = set()

    def read(self, head: int, columns: Columns) -> None:
        """Read the rows below the header in row `head`; one that stands again begins anew."""
        self._begin(head, columns)
        for row in range(head + 1, len(self.sheet.rows)):
            again = columns_at(self.sheet, row)
            if again:
                self._begin(row, again)
            elif self.columns and not self._says_nothing(row):
                self._read_row(row)

    def _begin(self, head: int, columns: Columns) -> None:
        self.columns = columns
        first, *others = columns.get(Heading.LEVEL, (0,))
        if others:
            place, other = (self.sheet.place_of(head, each) for each in (others[0], first))
            value = self.sheet.text(head, others[0])
            self.table.problems.append(
                Problem("duplicate-header", place, value, {"other": other.cell})
            )
            self.columns = {}

    def _says_nothing(self, row: int) -> bool:
        """Return whether a row is blank, a heading of a group, a sum, or a line to sign on."""
        used = [column for each in _NEEDED for column in self.columns.get(each, ())]
        if any(address(row, column) in self.sheet.blank_reasons for column in used):
            return False
        said = [text for column in used if (text := self._text(row, column))]
        if any(self._text(row, column) for column in self.columns[Heading.TEXT]):
            return False
        return not said or (
            len(set(said)) == 1
            and (
                self.names.group(said[0]) is not None or ends_table(said[0]) or is_summary(said[0])
            )
        )

    def _read_row(self, row: int) -> None:
        texts = [each for each in self.columns[Heading.TEXT] if self._text(row, each)]
        problems: list[Problem] = []
        if not texts:
            self.table.problems.append(self._without_text(row))
            return
        competency = self._competency(row, problems)
        levels = self._span(row, problems)
        self.table.problems += problems
        if problems:
            return
        how = self._how(row)
        for column in texts:
            activity = Activity(
                place=self.sheet.place_of(row, column),
                competency_id=competency,
                levels=levels,
                how=how,
                text=self._text(row, column),
                owner=self._joined(row, Heading.OWNER),
                when=self._when(row),
            )
            self.table.activities.append(activity)

    def _without_text(self, row: int) -> Problem:
        """Return the problem that a row says nothing is to be done, with what it says instead."""
        column = self.columns[Heading.TEXT][0]
        reason = self.sheet.blank_reasons.get(address(row, column), "")
        said = " / ".join(text for each in _NEEDED for text in self._said(row, each))
        place = self.sheet.place_of(row, column)
        return Problem("activity-without-text", place, reason or shortened(said))

    def _how(self, row: int) -> How | str:
        """Return the way of learning; one that is not known is kept, and told once a sheet."""
        how = how_of(self._joined(row, Heading.HOW))
        if how and not isinstance(how, How) and how not in self._ways:
            self._ways.add(how)
            place = self.sheet.place_of(row, self.columns[Heading.HOW][0])
            self.table.problems.append(Problem("unknown-way", place, shortened(how)))
        return how

    def _competency(self, row: int, problems: list[Problem]) -> str:
        """Return the id of the competency that a row names; name and id may both stand there."""
        columns = self.columns[Heading.COMPETENCY]
        found: dict[str, str] = {}
        for column in columns:
            text, place = self._text(row, column), self.sheet.place_of(row, column)
            if not text:
                continue
            competency = self.names.competency(text)
            if competency is None:
                facts = {
                    "name": text,
                    "suggestions": tuple(self.names.competency_suggestions(text)),
                }
                problems.append(Problem("unknown-competency", place, shortened(text), facts))
                return ""
            found.setdefault(competency.id, text)
            if len(found) > 1:
                first, second = found.values()
                facts = {"competency": first, "other": second}
                problems.append(Problem("several-competencies", place, shortened(text), facts))
                return ""
        if not found:
            place = self.sheet.place_of(row, columns[0])
            reason = self.sheet.blank_reasons.get(place.cell, "")
            problems.append(Problem("activity-without-competency", place, reason))
        return next(iter(found), "")

    def _span(self, row: int, problems: list[Problem]) -> Levels | None:
        for column in self.columns.get(Heading.LEVEL, ()):
            place = self.sheet.place_of(row, column)
            reason = self.sheet.blank_reasons.get(place.cell)
            span = read_span(self._value(row, column), self.names.book.levels)
            if reason:
                span = LevelFault("level-error-value", reason)
            if isinstance(span, LevelFault):
                problems.append(self._levels.problem(span, place))
                return None
            return span
        return None

    def _when(self, row: int) -> date | str:
        columns: Sequence[int] = self.columns.get(Heading.WHEN, ())
        values = [self._value(row, column) for column in columns]
        if len(values) == 1 and isinstance(values[0], date):
            value = values[0]
            return value.date() if isinstance(value, datetime) else value
        return self._joined(row, Heading.WHEN)

    def _joined(self, row: int, heading: Heading) -> str:
        """Return what the columns of one heading say together."""
        return " / ".join(self._said(row, heading))

    def _said(self, row: int, heading: Heading) -> Iterator[str]:
        for column in self.columns.get(heading, ()):
            text = self._text(row, column)
            if text:
                yield text

    def _text(self, row: int, column: int) -> str:
        """Return what a cell says; a dash is a blank."""
        text = self.sheet.text(self._holder(row, column), column)
        return text if _SAYS.search(text) else ""

    def _value(self, row: int, column: int) -> Value:
        return self.sheet.value(self._holder(row, column), column)

    def _holder(self, row: int, column: int) -> int:
        """Return the row whose value counts: a cell merged downwards counts for all its rows."""
        return self.sheet.layout.merged.get((row, column), (row, column))[0]
