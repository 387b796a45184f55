"""Ratings that stand side by side in one row of a table of many people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jdgap.assessments.model import NoLevel, Rating
from jdgap.assessments.opening.grid import address
from jdgap.problems import Place

_NO_LEVEL = {255: NoLevel.BLANK, 254: NoLevel.UNUSABLE, 253: NoLevel.NOT_APPLICABLE}
_CODES: dict[int | NoLevel, int] = {said: code for code, said in _NO_LEVEL.items()}
NO_LEVEL_FROM = min(_NO_LEVEL)
"""From here on a code is no level."""
NO_COLUMN = -1


def code_of(said: int | NoLevel) -> int:
    """Return what a rater said as one byte; a level is 0 to 100."""
    return said if isinstance(said, int) else _CODES[said]


def said_of(code: int) -> int | NoLevel:
    """Return what a rater said."""
    return _NO_LEVEL.get(code, code)


def level_of(code: int) -> int | None:
    """Return the level that a rater gave, if any."""
    return None if code in _NO_LEVEL else code


@dataclass(frozen=True, slots=True, eq=False)
class RatedColumns:
    """Where the competencies stand; all rows of a table share one.

    Attributes:
        sheet: File and sheet.
        competencies: Their ids, in any order.
        self_columns: The column of each one's self level, counted from 0, or `NO_COLUMN`.
        supervisor_columns: The same for the supervisor's level.
    """

    sheet: Place
    competencies: tuple[str, ...]
    self_columns: tuple[int, ...]
    supervisor_columns: tuple[int, ...]


class RowRatings(Mapping[str, Rating]):
    """The ratings of one row, two bytes each until somebody asks: a survey has 100,000 rows.

    Args:
        columns: Where the competencies stand.
        row: The row, counted from 0.
        codes: What the employee said of each competency (`code_of`), then what the supervisor said.
    """

    __slots__ = ("codes", "columns", "row")

    def __init__(self, columns: RatedColumns, row: int, codes: bytes) -> None:
        self.columns = columns
        self.row = row
        self.codes = codes

    def __reduce__(self) -> tuple[object, ...]:
        return RowRatings, (self.columns, self.row, self.codes)

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns.competencies)

    def __len__(self) -> int:
        return len(self.columns.competencies)

    def __getitem__(self, competency_id: str) -> Rating:
        try:
            place = self.columns.competencies.index(competency_id)
        except ValueError:
            raise KeyError(competency_id) from None
        self_level = said_of(self.codes[place])
        supervisor_level = said_of(self.codes[len(self) + place])
        own, other = self.columns.self_columns[place], self.columns.supervisor_columns[place]
        own_cell = "" if own == NO_COLUMN else address(self.row, own)
        other_cell = "" if other == NO_COLUMN else address(self.row, other)
        cell = other_cell if isinstance(supervisor_level, int) or not own_cell else own_cell
        sheet = self.columns.sheet
        shown = Place(sheet.file, sheet.sheet, cell)
        return Rating(self_level, supervisor_level, shown, own_cell, other_cell)
