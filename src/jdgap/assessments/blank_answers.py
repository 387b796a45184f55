"""Answers in which nobody gave anything: they come back like others, and count as not given."""

from collections.abc import Collection, Iterable
from typing import Final

from jdgap.assessments.duplicates import employee_key
from jdgap.assessments.model import Assessment, NoLevel, Reading
from jdgap.assessments.ownership import SheetPlace, sheet_of
from jdgap.assessments.people.row_ratings import RowRatings, code_of
from jdgap.problems import Problem

_BLANK: Final = bytes([code_of(NoLevel.BLANK)])
_PERHAPS: Final = "perhaps-misplaced-levels"
"""Where this is, nobody knows whether a form is blank."""
_LEVELS_NOT_TAKEN: Final = frozenset(
    {
        "unknown-competency",
        "unknown-heading",
        "duplicate-header",
        "misplaced-levels",
        _PERHAPS,
        "several-tables",
        "level-without-competency",
    }
)
"""Where one of these is, an answer without levels may have some that were not taken."""
_PERHAPS_FILLED_IN: Final = _LEVELS_NOT_TAKEN | {
    *("password-protected", "too-large", "unreadable", "timed-out", "unsafe-file", "hidden-sheet"),
    *("not-an-answer", "answer-without-item", "duplicate-knowledge"),
    *("knowledge-of-nobody", "knowledge-without-levels"),
}
"""Where one of these is, a file may hold what somebody filled in, though none of it was read."""


def without_blank_answers(
    assessments: Iterable[Assessment], problems: Iterable[Problem]
) -> tuple[list[Assessment], list[Problem]]:
    """Return the answers that say anything, in their order, and a problem for each other one.

    A level that cannot be used is something, and so is "not applicable". On a sheet whose levels
    were not all taken nothing is known to be blank. A blank answer of nobody is put aside without
    another problem: it is a missing-employee already, often a form that was never sent.

    Args:
        assessments: All answers, before those of one employee are compared.
        problems: What was wrong with reading them.
    """
    doubtful = _sheets_with(_LEVELS_NOT_TAKEN, problems)
    kept: list[Assessment] = []
    blank: list[Assessment] = []
    for each in assessments:
        (blank if _is_blank(each, doubtful) else kept).append(each)
    return kept, _told(blank)


def without_rivalling_blanks(
    assessments: Iterable[Assessment], problems: Iterable[Problem]
) -> tuple[list[Assessment], list[Problem]]:
    """Return the answers without the blank ones of employees who have another, filled in.

    So goes one whose only levels may be what its form requires. A blank answer that is the only one
    stays, so that it can be shown as not assessed.

    Args:
        assessments: All answers, before those of one employee are compared.
        problems: What was wrong with reading them.
    """
    answers, found = list(assessments), list(problems)
    doubtful = _sheets_with(_LEVELS_NOT_TAKEN, found)
    blank = {place for place, each in enumerate(answers) if _is_blank(each, doubtful)}
    return _without_rivals(answers, blank | _perhaps_blank(answers, found))


def without_rivalling_doubts(
    assessments: Iterable[Assessment], problems: Iterable[Problem]
) -> tuple[list[Assessment], list[Problem]]:
    """Return the answers without those whose only levels may be what their form requires.

    One stays where the employee has no other answer.

    Args:
        assessments: The answers of one round, the blank ones left out.
        problems: What was wrong with reading them.
    """
    answers = list(assessments)
    return _without_rivals(answers, _perhaps_blank(answers, problems))


def _without_rivals(
    answers: list[Assessment], blank: set[int]
) -> tuple[list[Assessment], list[Problem]]:
    """Return the answers without those in the places `blank` whose employee has another one."""
    if not blank:
        return answers, []
    filled = {_whose(each) for place, each in enumerate(answers) if place not in blank}
    rivals = {place for place in blank if _whose(answers[place]) in filled}
    kept = [each for place, each in enumerate(answers) if place not in rivals]
    return kept, _told(answers[place] for place in sorted(rivals))


def _perhaps_blank(answers: Iterable[Assessment], problems: Iterable[Problem]) -> set[int]:
    """Return the places of the answers that may be blank forms with other required levels."""
    sheets = _sheets_with({_PERHAPS}, problems)
    if not sheets:
        return set()
    found = ((place, each) for place, each in enumerate(answers) if sheet_of(each.place) in sheets)
    return {
        place
        for place, each in found
        if not any(rating.says_something for rating in each.ratings.values())
    }


def files_filled_in(reading: Reading) -> frozenset[str]:
    """Return the files in which anything is filled in, or may be: those that must not be lost.

    Args:
        reading: What the files say, and all that was wrong with reading them.
    """
    doubtful = _sheets_with(_LEVELS_NOT_TAKEN, reading.problems)
    answers = {
        each.place.file
        for each in reading.assessments
        if not _is_blank(each, doubtful) or any(item.answer for item in each.knowledge)
    }
    unread = {each.place.file for each in reading.problems if each.code in _PERHAPS_FILLED_IN}
    return frozenset(answers | unread)


def _whose(assessment: Assessment) -> tuple[object, str]:
    return employee_key(assessment), assessment.round


def _told(blank: Iterable[Assessment]) -> list[Problem]:
    """Return a problem for each blank answer of somebody."""
    people = ((each, each.employee_id or each.name) for each in blank)
    return [
        Problem("blank-answer", each.place, who, {"employee": who}) for each, who in people if who
    ]


def _sheets_with(codes: Collection[str], problems: Iterable[Problem]) -> set[SheetPlace]:
    return {sheet_of(each.place) for each in problems if each.code in codes}


def _is_blank(assessment: Assessment, doubtful: set[SheetPlace]) -> bool:
    """Return whether no rater gave anything for any competency."""
    ratings = assessment.ratings
    if isinstance(ratings, RowRatings):
        blank = not ratings.codes.strip(_BLANK)
    else:
        blank = all(each.is_blank for each in ratings.values())
    return blank and sheet_of(assessment.place) not in doubtful
