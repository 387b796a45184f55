"""A checklist of knowledge and skills: for each item whether it is there, needed or not needed.

It is recognised by its headings, on a sheet of its own or on that of a form: one for the items,
and beside it one for the answers, or one for each answer with a column to tick.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from jdgap.assessments.cells.labels import Column, Field, column_of, ends_table, field_of
from jdgap.assessments.forms.identity import read_identity
from jdgap.assessments.forms.knowledge_words import Heading, answer_of, heading_of, kind_of
from jdgap.assessments.forms.marks import is_mark
from jdgap.assessments.model import KnowledgeKind, Need
from jdgap.assessments.opening.grid import Sheet, texts_of_row
from jdgap.positions import Names
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened

_ROWS_SEARCHED: Final = 200
_FEWEST_TICKED: Final = 2
"""So many columns headed by answers are columns to tick."""
_UNMARKED: Final = frozenset("☐□-–")
_OF_LEVELS: Final = frozenset({Column.COMPETENCY, Column.SELF, Column.SUPERVISOR, Column.LEVEL})
_OF_PEOPLE: Final = frozenset({Field.EMPLOYEE_ID, Field.NAME})


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One row of a checklist.

    Attributes:
        kind: As the row, or a heading above it, says; None where neither does.
        item: As written.
        answer: None where it is blank or cannot be used.
        is_blank: Nothing was answered; nothing that cannot be used either.
        place: Of the answer, or where it belongs.
    """

    kind: KnowledgeKind | None
    item: str
    answer: Need | None
    is_blank: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Checklist:
    """A sheet with a checklist.

    Attributes:
        place: File and sheet.
        rest: The sheet without the list.
        employee_id: As it stands above the list, "" where it does not.
        name: The same.
        rows: In their order.
        problems: What cannot be used.
    """

    place: Place
    rest: Sheet
    employee_id: str
    name: str
    rows: tuple[ChecklistRow, ...]
    problems: tuple[Problem, ...]

    @property
    def is_filled_in(self) -> bool:
        """Something was answered, whether or not it can be used."""
        return any(not row.is_blank for row in self.rows) or bool(self.problems)


def read_checklist(sheet: Sheet, names: Names) -> Checklist | None:
    """Return the checklist on a sheet; None where there is none.

    Args:
        sheet: The sheet.
        names: The names of the book.
    """
    columns = _find(sheet, names)
    if columns is None:
        return None
    who = read_identity(sheet, range(columns.header_row), names)
    reader = _Rows(sheet, columns)
    rows = tuple(reader.rows())
    return Checklist(
        place=sheet.place,
        rest=_without(sheet, range(columns.header_row, reader.end)),
        employee_id=who.get(Field.EMPLOYEE_ID),
        name=who.get(Field.NAME),
        rows=rows,
        problems=tuple(reader.problems),
    )


def _without(sheet: Sheet, rows: range) -> Sheet:
    """Return a sheet with some rows blank; all others keep their places."""
    kept = [() if row in rows else cells for row, cells in enumerate(sheet.rows)]
    return replace(sheet, rows=kept)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a checklist stands; rows and columns are counted from 0.

    Attributes:
        header_row: The row of its headings.
        item: The column of the items.
        kind: The column of their kinds, None without one.
        answer: The column of the answers, None where answers are ticked.
        ticked: The answer that each column to tick stands for.
    """

    header_row: int
    item: int
    kind: int | None
    answer: int | None
    ticked: Mapping[int, Need]

    @property
    def answers(self) -> tuple[int, ...]:
        """The columns that may hold an answer."""
        return tuple(self.ticked) if self.answer is None else (self.answer,)


def _find(sheet: Sheet, names: Names) -> _Columns | None:
    """Return where the checklist of a sheet stands."""
    last = -1
    for row, _column, text in sheet.texts():
        if row >= _ROWS_SEARCHED:
            break
        if row == last or heading_of(text) is not Heading.ITEM:
            continue
        last, texts = row, texts_of_row(sheet, row)
        columns = _columns_in(texts, row)
        if columns is not None and not any(_heads_others(each, names) for each in texts.values()):
            return columns
    return None


def _columns_in(texts: Mapping[int, str], row: int) -> _Columns | None:
    """Return the columns that the headings in a row make, if it heads a checklist."""
    found: dict[Heading, int] = {}
    for column, text in texts.items():
        heading = heading_of(text)
        if heading is not None:
            found.setdefault(heading, column)
    item = found[Heading.ITEM]
    said = {column: answer_of(text) for column, text in texts.items() if column > item}
    ticked = {column: answer for column, answer in said.items() if answer is not None}
    answer = found.get(Heading.ANSWER)
    if answer is None and len(set(ticked.values())) < _FEWEST_TICKED:
        return None
    return _Columns(row, item, found.get(Heading.KIND), answer, ticked)


def _heads_others(text: str, names: Names) -> bool:
    """Return whether a heading is that of a table of competencies, or of many people."""
    return (
        column_of(text) in _OF_LEVELS
        or field_of(text) in _OF_PEOPLE
        or names.competency(text) is not None
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell for an answer that is not blank.

    Attributes:
        place: Where it is.
        shown: What stands in it.
        answer: What that means, None where it means no answer.
    """

    place: Place
    shown: str
    answer: Need | None


class _Rows:
    """Reads the rows of one checklist.

    Args:
        sheet: The sheet.
        columns: Where it stands.

    Attributes:
        problems: What cannot be used, of the rows that were read.
        end: The row after the last one that was read, counted from 0.
    """

    def __init__(self, sheet: Sheet, columns: _Columns) -> None:
        self._sheet = sheet
        self._columns = columns
        self.problems: list[Problem] = []
        self.end = columns.header_row + 1

    def rows(self) -> Iterator[ChecklistRow]:
        """Yield the rows that name an item."""
        kind: KnowledgeKind | None = None
        for row in range(self._columns.header_row + 1, len(self._sheet.rows)):
            item = self._sheet.text(row, self._columns.item)
            cells = list(self._cells(row))
            if self._ends(row, cells):
                return
            self.end = row + 1
            kind = self._kind_in(row) or (kind_of(item) if not cells else None) or kind
            if not item:
                self.problems += [
                    Problem("answer-without-item", cell.place, shortened(cell.shown))
                    for cell in cells
                ]
            elif kind_of(item) is None or cells:
                yield self._row(row, kind, item, cells)

    def _row(
        self, row: int, kind: KnowledgeKind | None, item: str, cells: Sequence[_Cell]
    ) -> ChecklistRow:
        """Return a row; where its answer cannot be used, that is a problem."""
        if not cells:
            place = self._sheet.place_of(row, self._columns.answers[0])
            return ChecklistRow(kind, item, None, is_blank=True, place=place)
        answer = cells[0].answer if len(cells) == 1 else None
        if answer is None:
            said = shortened(", ".join(cell.shown for cell in cells))
            self.problems.append(Problem("not-an-answer", cells[-1].place, said, {"item": item}))
        return ChecklistRow(kind, item, answer, is_blank=False, place=cells[-1].place)

    def _cells(self, row: int) -> Iterator[_Cell]:
        """Yield what is answered in a row."""
        for column in self._columns.answers:
            place = self._sheet.place_of(row, column)
            text = self._sheet.text(row, column)
            error = self._sheet.blank_reasons.get(place.cell, "") if not text else ""
            meant = self._columns.ticked.get(column)
            if error or text.startswith("#"):  # `#N/A` says nothing
                yield _Cell(place, error or text, None)
            elif text and self._columns.answer is not None:
                yield _Cell(place, text, answer_of(text))
            elif text and meant is not None and not self._is_unmarked(row, column):
                ticked = is_mark(self._sheet.value(row, column)) or answer_of(text) is meant
                yield _Cell(place, text, meant if ticked else None)

    def _is_unmarked(self, row: int, column: int) -> bool:
        return self._sheet.value(row, column) is False or self._sheet.text(row, column) in _UNMARKED

    def _kind_in(self, row: int) -> KnowledgeKind | None:
        column = self._columns.kind
        return None if column is None else kind_of(self._sheet.text(row, column))

    def _ends(self, row: int, cells: Sequence[_Cell]) -> bool:
        """Return whether a row stands below the list: where to sign, a remark, another table."""
        texts = texts_of_row(self._sheet, row)
        first = texts[min(texts)] if texts else ""
        if field_of(first) in _OF_PEOPLE or column_of(first) is Column.COMPETENCY:
            return True
        return not cells and ends_table(first)
