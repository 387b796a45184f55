"""The rated columns of a wide table: which competency and whose level, and what is wrong there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from jdgap.assessments.cells.raters import Whose
from jdgap.assessments.opening.grid import Sheet
from jdgap.assessments.people.column_headings import HeadingReader, Holds
from jdgap.assessments.people.headed_columns import HeadedColumn, Sample
from jdgap.assessments.people.lost_levels import LostLevels
from jdgap.assessments.people.people_table import PeopleTable
from jdgap.assessments.people.row_ratings import NO_COLUMN, RatedColumns
from jdgap.positions import Names
from jdgap.problems import Problem
from jdgap.text.cleaning import shortened
from jdgap.text.names import name_key

_NEARLY: Final = 0.85
"""So alike, of 1, is a name with a typing fault to the right one."""


@dataclass(frozen=True, slots=True)
class Rated:
    """What was made of the headings.

    Attributes:
        columns: Where each competency stands.
        spoilt: Places in the codes of a row that count for nobody: two columns say them.
        problems: What is wrong with the headings.
    """

    columns: RatedColumns
    spoilt: frozenset[int]
    problems: list[Problem]


def rated_columns(sheet: Sheet, table: PeopleTable, reader: HeadingReader) -> Rated:
    """Return the rated columns of a wide table."""
    names = reader.names
    sample = Sample(sheet, table.first_row, names.book.levels)
    lost = LostLevels(sheet, table, reader)
    problems = [*_unknown(sheet, table, lost, sample, names)]
    by_rater: dict[tuple[str, bool], list[HeadedColumn]] = {}
    for each in _telling(table, sample):
        meaning = each.meaning
        if meaning.whose is Whose.UNCLEAR:
            if lost.any_in(each.column):
                facts = {"name": each.text}
                place = each.place(sheet)
                problems.append(Problem("unknown-heading", place, shortened(each.text), facts))
            continue
        of_supervisor = meaning.whose is Whose.SUPERVISOR
        by_rater.setdefault((meaning.competency, of_supervisor), []).append(each)
    problems += lost.unheaded()
    problems += lost.misplaced(each for columns in by_rater.values() for each in columns)
    for first, *others in by_rater.values():
        facts = {"other": first.place(sheet).cell}
        problems += [
            Problem("duplicate-header", each.place(sheet), shortened(each.text), facts)
            for each in others
        ]
    ids = tuple(each.id for each in names.book.competencies if _is_rated(each.id, by_rater))
    cells = [(competency, rater) for rater in (False, True) for competency in ids]
    columns = [by_rater[cell][0].column if cell in by_rater else NO_COLUMN for cell in cells]
    spoilt = frozenset(place for place, cell in enumerate(cells) if len(by_rater.get(cell, ())) > 1)
    half = len(ids)
    found = RatedColumns(sheet.place, ids, tuple(columns[:half]), tuple(columns[half:]))
    return Rated(found, spoilt, problems)


def _is_rated(competency: str, by_rater: Iterable[tuple[str, bool]]) -> bool:
    return any(competency == rated for rated, _of_supervisor in by_rater)


def _telling(table: PeopleTable, sample: Sample) -> Iterator[HeadedColumn]:
    """Yield the rated columns without those that only go with another one of the competency.

    A quiz has a column of points beside each answer, and a survey may ask why, in words.
    """
    rated = table.of(Holds.RATED)
    plain = [each for each in rated if each.meaning.whose is not Whose.POINTS]
    for each in rated:
        others = [
            other
            for other in plain
            if other is not each and other.meaning.competency == each.meaning.competency
        ]
        only_words = (
            each.meaning.whose is Whose.EXPLAINED
            and bool(sample.values(each.column))
            and not sample.levels(each.column)
        )
        if not (others and (each.meaning.whose is Whose.POINTS or only_words)):
            yield each


def _unknown(
    sheet: Sheet, table: PeopleTable, lost: LostLevels, sample: Sample, names: Names
) -> Iterator[Problem]:
    """Yield a problem for each heading that is no competency though levels stand below it."""
    told: set[tuple[int, str]] = set()
    for each in table.of(Holds.NO_COMPETENCY, Holds.UNKNOWN):
        name = each.meaning.name
        if (each.row, name) in told:
            continue
        if each.meaning.holds is Holds.NO_COMPETENCY:
            # A row of a grid question is asked for levels, unless all its answers say it is not.
            found = sample.levels(each.column) > 0 or not sample.values(each.column)
        else:
            found = lost.in_column(each.column) or (
                lost.any_in(each.column) and _is_nearly_one(name, names)
            )
        if found:
            told.add((each.row, name))
            facts = {"name": name, "suggestions": names.competency_suggestions(name)}
            yield Problem("unknown-competency", each.place(sheet), shortened(name), facts)


def _is_nearly_one(name: str, names: Names) -> bool:
    """Return whether a name may be a competency's with a typing fault."""
    key = name_key(name)
    known = {
        name_key(spelling) for each in names.book.competencies for spelling in each.name.spellings()
    }
    return any(SequenceMatcher(None, key, other).ratio() >= _NEARLY for other in known)
