"""Readings on their way out of a worker: as plain tuples, which a survey of 100,000 people needs.

Objects would take five times longer to be sent; here only what they are made of goes through.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeAlias

from jdgap.assessments.model import Assessment, KnowledgeAnswer, Rating, Reading
from jdgap.assessments.people.row_ratings import RatedColumns, RowRatings
from jdgap.problems import Place, Problem

_Ratings: TypeAlias = Mapping[str, Rating] | tuple[RatedColumns, int, bytes]
_Words: TypeAlias = tuple[str, str, str | None, str, str, str]
_Knowledge: TypeAlias = tuple[KnowledgeAnswer, ...]
_Packed: TypeAlias = tuple[str, str, str, _Words, _Ratings, datetime | None, _Knowledge]
_PackedProblem: TypeAlias = tuple[str, str, str, str, str, Mapping[str, object]]
PackedReading: TypeAlias = tuple[list[_Packed], list[_PackedProblem]]


def packed(reading: Reading) -> PackedReading:
    """Return a reading as it is sent."""
    problems = [_packed_problem(each) for each in reading.problems]
    return [_packed(each) for each in reading.assessments], problems


def _packed_problem(each: Problem) -> _PackedProblem:
    place = each.place
    return each.code, place.file, place.sheet, place.cell, each.value, each.facts


def _packed(each: Assessment) -> _Packed:
    said = (each.employee_id, each.name, each.position_id, each.position_written)
    ratings: _Ratings = each.ratings
    if isinstance(ratings, RowRatings):
        ratings = (ratings.columns, ratings.row, ratings.codes)
    place = each.place
    words = (*said, each.department, each.round)
    where = (place.file, place.sheet, place.cell)
    return *where, words, ratings, each.submitted, each.knowledge


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
                knowledge,
            )
            for file, sheet, cell, words, ratings, submitted, knowledge in assessments
        ],
        [
            Problem(code, Place(file, sheet, cell), value, facts)
            for code, file, sheet, cell, value, facts in problems
        ],
    )
