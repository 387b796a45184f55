"""Comparing the rows of a survey: 100,000 people whose levels stand in the same columns."""

from collections.abc import Callable
from typing import TypeAlias

from jdgap.assessments import NoLevel
from jdgap.assessments.people.row_ratings import (
    NO_LEVEL_FROM,
    RatedColumns,
    RowRatings,
    code_of,
    level_of,
    said_of,
)
from jdgap.gaps.model import CompetencyGap, UnrequiredRating
from jdgap.positions import Book, Competency, Position

GapOf: TypeAlias = Callable[[Competency, int, int | NoLevel, int | NoLevel], CompetencyGap]

_NOTHING_SAID = bytes([code_of(NoLevel.BLANK)])
_BYTE = 8


class _Gaps(dict[int, CompetencyGap]):
    """The gaps of one required competency, by the codes of both raters in one number."""

    def __init__(self, competency: Competency, required: int, gap_of: GapOf) -> None:
        super().__init__()
        self._competency = competency
        self._required = required
        self._gap_of = gap_of

    def __missing__(self, codes: int) -> CompetencyGap:
        own, other = said_of(codes >> _BYTE), said_of(codes & 0xFF)
        gap = self[codes] = self._gap_of(self._competency, self._required, own, other)
        return gap


class RowPlan:
    """Where a position's competencies stand in the rows of one table; made once for both.

    Args:
        columns: The columns of the table.
        book: The job-description book.
        position: What the rows are compared with.
        gap_of: Gives the gap of a competency, its required level, self and supervisor level.
    """

    def __init__(
        self, columns: RatedColumns, book: Book, position: Position, gap_of: GapOf
    ) -> None:
        count = len(columns.competencies)
        places = {key: place for place, key in enumerate(columns.competencies)}
        nowhere = 2 * count  # where `_NOTHING_SAID` is appended
        self._required = [
            (
                places.get(each.id, nowhere),
                places[each.id] + count if each.id in places else nowhere,
                _Gaps(each, position.required[each.id], gap_of),
            )
            for each in book.required_competencies(position)
        ]
        self._others = [
            (each, places[each.id], places[each.id] + count)
            for each in book.competencies
            if each.id in places and each.id not in position.required
        ]

    def results(self, ratings: RowRatings) -> tuple[CompetencyGap, ...]:
        """Return the gaps of one row, in the book's order."""
        codes = ratings.codes + _NOTHING_SAID
        return tuple(
            [gaps[codes[own] << _BYTE | codes[other]] for own, other, gaps in self._required]
        )

    def not_required(self, ratings: RowRatings) -> tuple[UnrequiredRating, ...]:
        """Return the levels of one row that the position does not require."""
        found: list[UnrequiredRating] = []
        codes = ratings.codes
        for competency, own, other in self._others:
            if codes[own] >= NO_LEVEL_FROM <= codes[other]:
                continue
            self_level, supervisor_level = (
                level_of(ratings.codes[place]) for place in (own, other)
            )
            if self_level is not None or supervisor_level is not None:
                place = ratings[competency.id].place
                found.append(UnrequiredRating(competency, self_level, supervisor_level, place))
        return tuple(found)
