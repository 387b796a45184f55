"""Columns of a table of many people: their headings, and what a sample of their cells tells."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from jdgap.assessments.cells.labels import Column, column_of, is_person
from jdgap.assessments.cells.levels import read_level
from jdgap.assessments.cells.raters import NAMED, Whose, whose
from jdgap.assessments.model import NoLevel
from jdgap.assessments.opening.grid import Sheet, Value
from jdgap.assessments.people.column_headings import Holds, Meaning
from jdgap.problems import Place
from jdgap.text.names import name_key

ROWS_SAMPLED: Final = 200
"""So many rows tell what the columns of a table hold."""
_NUMBER: Final = re.compile(r"[(\[]?\s*([0-9๐-๙]{1,3})\s*[)\].]?")
_FEWEST_NUMBERED: Final = 3


@dataclass(frozen=True, slots=True)
class HeadedColumn:
    """One column with its heading.

    Attributes:
        column: Counted from 0.
        row: Where the deciding text stands, counted from 0.
        text: As written.
        meaning: What it says.
    """

    column: int
    row: int
    text: str
    meaning: Meaning

    def place(self, sheet: Sheet) -> Place:
        """Return the cell of the heading."""
        return sheet.place_of(self.row, self.column)

    def holding(self, holds: Holds, whose: Whose = Whose.NOBODY) -> "HeadedColumn":
        """Return the column with another meaning."""
        return replace(self, meaning=Meaning(holds, whose))


class Sample:
    """The first rows below a header.

    Args:
        sheet: The sheet.
        first_row: The first row below the header.
        scale: The levels of the scale.
        end: The row that ends the table, where one is known to.
    """

    def __init__(
        self, sheet: Sheet, first_row: int, scale: tuple[int, ...], end: int | None = None
    ) -> None:
        stop = first_row + ROWS_SAMPLED
        rows = sheet.rows[first_row : stop if end is None else min(stop, end)]
        self.rows = [row for row in rows if any(not is_blank(value) for value in row)]
        self._scale = scale

    def values(self, column: int) -> list[Value]:
        """Return what stands in a column, blanks left out."""
        found = (row[column] for row in self.rows if column < len(row))
        return [value for value in found if not is_blank(value)]

    def is_level(self, value: Value) -> bool:
        """Return whether a value is a level, or says that the competency does not apply."""
        read = read_level(value, self._scale)
        return isinstance(read, int) or read is NoLevel.NOT_APPLICABLE

    def levels(self, column: int) -> int:
        """Return how many cells of a column hold a level."""
        read = (read_level(value, self._scale) for value in self.values(column))
        return sum(isinstance(level, int) for level in read)

    def texts(self, column: int) -> list[str]:
        """Return the texts in a column that are no levels."""
        found = (value for value in self.values(column) if isinstance(value, str))
        return [value for value in found if not self.is_level(value)]


def is_blank(value: Value) -> bool:
    """Return whether a cell holds nothing, or nothing but white space."""
    return isinstance(value, str) and not value.strip()


def numbers_columns(sheet: Sheet, row: int, headings: Mapping[int, Meaning]) -> bool:
    """Return whether a row below a header only numbers the columns: `(1) | (2) | (3)`.

    Numbers without brackets do where a name would be a number.
    """
    texts = {column: text for column in headings if (text := sheet.text(row, column))}
    numbers = [_NUMBER.fullmatch(text) for _column, text in sorted(texts.items())]
    counted = [int(found[1]) for found in numbers if found]
    if len(counted) < max(_FEWEST_NUMBERED, len(texts)) or counted != list(
        range(counted[0], counted[0] + len(counted))
    ):
        return False
    named = any(headings[column].holds is Holds.NAME for column in texts)
    return named or all(not text.isalnum() for text in texts.values())


def is_weak(heading: str) -> bool:
    """Return whether a heading may also number rows or competencies, or say Mr or Mrs."""
    return name_key(heading) in _WEAK


_MAY_BE_RATERS: Final = frozenset({Holds.COMPETENCY, Holds.NOTHING_NEEDED, Holds.UNKNOWN})
_RATERS_OR_NONE: Final = NAMED | {Whose.NOT_A_LEVEL}
_WEAK: Final = frozenset({"id", "title", name_key("รหัส")})
_OF_SURVEY: Final = frozenset({"id", name_key("รหัส"), name_key("หมายเลข")})


def resolved(
    columns: Iterable[HeadedColumn], sample: Sample, *, long: bool = False
) -> tuple[HeadedColumn, ...]:
    """Return the columns with what their neighbours and their cells say of them.

    Args:
        columns: From left to right.
        sample: What stands below them.
        long: The table has a row for each person and competency, so that a rater's heading may
            stand over levels.
    """
    found = _without_weak(_of_microsoft(list(columns)))
    if not long and not any(each.meaning.holds is Holds.RATER for each in found):
        found = [_of_raters(each, sample) for each in found]
    has_name = any(each.meaning.holds is Holds.NAME for each in found)
    explicit = any(_is_level_of_somebody(each) for each in found)
    result: list[HeadedColumn] = []
    for each in found:
        holds = each.meaning.holds
        if holds is Holds.RATER:
            result.append(_rater(each, sample, long=long, explicit=explicit))
        elif holds in {Holds.LEVEL, Holds.NAME} and is_person(each.text):
            result.append(_person(each, sample, long=long, has_name=has_name))
        else:
            result.append(each)
    return tuple(result)


def _is_level_of_somebody(column: HeadedColumn) -> bool:
    meaning = column.meaning
    return meaning.holds in {Holds.LEVEL, Holds.RATED} and meaning.whose in NAMED


def _of_raters(each: HeadedColumn, sample: Sample) -> HeadedColumn:
    """Return what a heading that does not say so is over where each row is one rater's.

    Such as `สมรรถนะ` on a form that lies on its side, or `ประเภทการประเมิน`. Words that may also be
    a person's rank, such as `หัวหน้า`, tell only beside others.
    """
    if each.meaning.holds not in _MAY_BE_RATERS:
        return each
    texts = set(sample.texts(each.column))
    said = {whose(text) for text in texts}
    telling = any(whose(text) in NAMED and not is_person(text) for text in texts)
    return each.holding(Holds.RATER) if telling and said <= _RATERS_OR_NONE else each


def _of_microsoft(columns: list[HeadedColumn]) -> list[HeadedColumn]:
    """Return the columns of an export of Microsoft Forms by what that service means.

    Its `ID` numbers the answers, and its `Name` is the account's.
    """
    started = next((each for each in columns if each.meaning.holds is Holds.STARTED), None)
    if started is None:
        return columns
    emails = {each.column for each in columns if each.meaning.holds is Holds.EMAIL}
    return [
        each.holding(Holds.NOTHING_NEEDED)
        if each.column < started.column and name_key(each.text) in _OF_SURVEY
        else each.holding(Holds.ACCOUNT_NAME)
        if each.meaning.holds is Holds.NAME and each.column - 1 in emails
        else each
        for each in columns
    ]


def _without_weak(columns: list[HeadedColumn]) -> list[HeadedColumn]:
    """Return the columns; `ID` and `Title` count for nothing beside a clearer heading."""
    clear = {each.meaning.holds for each in columns if not is_weak(each.text)}
    return [
        each.holding(Holds.NOTHING_NEEDED)
        if is_weak(each.text) and each.meaning.holds in clear
        else each
        for each in columns
    ]


def _rater(each: HeadedColumn, sample: Sample, *, long: bool, explicit: bool) -> HeadedColumn:
    """Return what `ผู้ประเมิน` heads: who rates, or the supervisor's levels, or people's names."""
    texts = sample.texts(each.column)
    if not texts and long and sample.levels(each.column):
        return each.holding(Holds.LEVEL, Whose.SUPERVISOR)
    if not explicit and any(whose(text) in NAMED for text in texts):
        return each
    return each.holding(Holds.NOTHING_NEEDED)


def _person(each: HeadedColumn, sample: Sample, *, long: bool, has_name: bool) -> HeadedColumn:
    """Return what a heading such as `พนักงาน` is over: people's names, or their levels."""
    of_employee = whose(each.text) is Whose.SELF or column_of(each.text) is Column.SELF
    if each.meaning.holds is Holds.NAME:
        of_employee = True
    names, levels = sample.texts(each.column), sample.levels(each.column)
    if long and levels and levels >= len(names):
        return each.holding(Holds.LEVEL, Whose.SELF if of_employee else Whose.SUPERVISOR)
    if of_employee and (names or each.meaning.holds is Holds.NAME):
        again = has_name and each.meaning.holds is not Holds.NAME
        return each.holding(Holds.NOTHING_NEEDED if again else Holds.NAME)
    if long and (not names or levels):  # names, and a few levels: nobody knows what they are
        return each.holding(Holds.UNKNOWN) if names else each
    return each.holding(Holds.NOTHING_NEEDED)
