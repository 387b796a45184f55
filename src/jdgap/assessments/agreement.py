"""How several answers beside one employee id go together: the same, two people's, a rater each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from itertools import combinations

from jdgap.assessments.cells.person_names import may_be_one_person
from jdgap.assessments.model import Assessment, NoLevel, Rating
from jdgap.assessments.ownership import sheet_of
from jdgap.text.language import mark as _
from jdgap.text.names import name_key


class OneRater(Enum):
    """The only rater whose levels an answer has, by what is said of that level."""

    SELF = _("self level")
    SUPERVISOR = _("supervisor level")


def agree(answers: Iterable[Assessment]) -> bool:
    """Return whether answers say the same of the same position."""
    first, *others = answers
    said = _said(first)
    return has_one_position((first, *others)) and all(_said(each) == said for each in others)


def has_one_position(answers: Iterable[Assessment]) -> bool:
    """Return whether the positions may be the same; a blank may be any."""
    positions = {each.position_id or each.position_written for each in answers}
    return len(positions - {""}) <= 1


def two_people(answers: Sequence[Assessment]) -> tuple[Assessment, Assessment] | None:
    """Return two answers whose names are of different people, if any are."""
    by_name: dict[str, Assessment] = {}
    for each in answers:
        by_name.setdefault(each.name, each)
    for one, other in combinations(by_name.values(), 2):
        if not may_be_one_person(one.name, other.name):
            return one, other
    return None


def raters_apart(answers: Sequence[Assessment]) -> bool:
    """Return whether some answers have only self levels, and the others only the supervisor's.

    So they make up one answer. Those with the levels of one rater have to agree.
    """
    by_rater: dict[OneRater | None, list[Assessment]] = {}
    for each in answers:
        by_rater.setdefault(only_rater(each), []).append(each)
    return (
        by_rater.keys() == set(OneRater)
        and has_one_position(answers)
        and all(map(agree, by_rater.values()))
    )


def only_rater(answer: Assessment) -> OneRater | None:
    """Return who gave levels where one rater did; None for both and for nobody."""
    ratings = answer.ratings.values()
    own = any(each.self_level is not NoLevel.BLANK for each in ratings)
    other = any(each.supervisor_level is not NoLevel.BLANK for each in ratings)
    if own == other:
        return None
    return OneRater.SELF if own else OneRater.SUPERVISOR


def joined(answers: Sequence[Assessment]) -> Sequence[Assessment]:
    """Return one answer where there are two of one person, with a rater each, in one table.

    Those on two sheets stay two: a rating has the cells of one sheet.
    """
    one_table = len(answers) == 2 and sheet_of(answers[0].place) == sheet_of(answers[1].place)
    if not one_table or two_people(answers) or not raters_apart(answers):
        return answers
    own, other = answers
    if only_rater(own) is OneRater.SUPERVISOR:
        own, other = other, own
    stamps = [each.submitted for each in answers if each.submitted]
    whole = replace(
        own,
        name=own.name or other.name,
        position_id=own.position_id or other.position_id,
        position_written=own.position_written or other.position_written,
        department=own.department or other.department,
        ratings=_ratings_of_both(own.ratings, other.ratings),
        submitted=max(stamps, default=None),
    )
    return [whole]


def _ratings_of_both(
    own: Mapping[str, Rating], other: Mapping[str, Rating]
) -> Mapping[str, Rating]:
    """Return the self levels of one answer with the supervisor's levels of the other."""
    found = dict(other)
    for key, one in own.items():
        two = other.get(key)
        found[key] = one if two is None else _rating_of_both(one, two)
    return found


def _rating_of_both(own: Rating, other: Rating) -> Rating:
    place = other.place if isinstance(other.supervisor_level, int) else own.place
    levels = own.self_level, other.supervisor_level
    return Rating(*levels, place, own.self_cell, other.supervisor_cell)


def _said(assessment: Assessment) -> object:
    """Return the levels and the checklist; what has no row says the same as what is left blank."""
    ratings = assessment.ratings.items()
    levels = {key: each.levels for key, each in ratings if not each.is_blank}
    knowledge = {
        (each.kind, name_key(each.item)): each.answer
        for each in assessment.knowledge
        if each.answer is not None
    }
    return levels, knowledge
