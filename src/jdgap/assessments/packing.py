"""Readings on their way out of a worker: as plain tuples, which a survey of 100,000 people needs.

Objects would take five times longer to be sent; here only what they are made of goes through.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeAlias

from jdgap.assessments.model import Assessment, Rating, Reading
from jdgap.assessments.people.row_ratings import RatedColumns, RowRatings
from jdgap.problems import Place, Problem

_Ratings: TypeAlias = Mapping[str, Rating] | tuple[RatedColumns, int, bytes]
_Words: TypeAlias = tuple[str, str, str | None, str, str, str]
_Packed: TypeAlias = tuple[str, str, str, _Words, _Ratings, datetime | None]
PackedReading: TypeAlias = tuple[list[_Packed], list[Problem]]


def packed(reading: Reading) -> PackedReading:
    """Return a reading as it is sent."""
    return [_packed(each) for each in reading.assessments], reading.problems


def _packed(each: Assessment) -> _Packed:
    said = (each.employee_id, each.name, each.position_id, each.position_written)
    ratings: _Ratings = each.ratings
    if isinstance(ratings, RowRatings):
        ratings = (ratings.columns, ratings.row, ratings.codes)
    place = each.place
    words = (*said, each.department, each.round)
    return place.file, place.sheet, place.cell, words, ratings, each.submitted


def unpacked(parts: PackedReading) -> Reading:
    """Return a reading that was sent."""
    assessments, problems = parts
    return Reading(
        [
            Assessment(
                Place(file, sheet, cell),
                *words,
                RowRatings(*ratings) if isinstance(ratings, tuple) else ratings,
                submitted,
            )
            for file, sheet, cell, words, ratings, submitted in assessments
        ],
        problems,
    )
