"""Sentences about what the two raters said, and about which of them counts."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from jdgap.assessments import Count, NoLevel
from jdgap.gaps.explanations.said import RaterSaid, Said
from jdgap.gaps.explanations.words import in_cell
from jdgap.problems import Place
from jdgap.text.language import mark
from jdgap.text.language import translate as _

_Templates: TypeAlias = Mapping[str | NoLevel, str]

_EMPLOYEE: Final[_Templates] = {
    "level": mark("The employee gave level {level}{where}."),
    NoLevel.NOT_APPLICABLE: mark("The employee said that it does not apply{where}."),
    NoLevel.BLANK: mark("The employee gave no level{where}."),
    NoLevel.UNUSABLE: mark("What the employee gave cannot be used{where}. {problem}"),
}
_SUPERVISOR: Final[_Templates] = {
    "level": mark("The supervisor gave level {level}{where}."),
    NoLevel.NOT_APPLICABLE: mark("The supervisor said that it does not apply{where}."),
    NoLevel.BLANK: mark("The supervisor gave no level{where}."),
    NoLevel.UNUSABLE: mark("What the supervisor gave cannot be used{where}. {problem}"),
}
_ONLY_SELF: Final[_Templates] = {
    "level": mark("The employee's own level counts, as --count self asks: {level}."),
    NoLevel.NOT_APPLICABLE: mark(
        "Only the employee's word counts, as --count self asks: it does not apply."
    ),
    NoLevel.BLANK: mark(
        "Only the employee's own level counts, as --count self asks, and there is none."
    ),
}
_ONLY_SUPERVISOR: Final[_Templates] = {
    "level": mark("The supervisor's level counts, as --count supervisor asks: {level}."),
    NoLevel.NOT_APPLICABLE: mark(
        "Only the supervisor's word counts, as --count supervisor asks: it does not apply."
    ),
    NoLevel.BLANK: mark(
        "Only the supervisor's level counts, as --count supervisor asks, and there is none."
    ),
}

ACTUAL_RULE: Final = {
    Count.EITHER: "supervisor_level if it is a level or not_applicable, else self_level",
    Count.SELF: "self_level",
    Count.SUPERVISOR: "supervisor_level",
}
"""How the actual level follows from what the raters said."""
COUNT_RULE: Final = {
    Count.EITHER: mark(
        "Actual level: the supervisor's where one is given, else the employee's own. "
        "“Does not apply” is an answer, too."
    ),
    Count.SELF: mark("Actual level: only the employee's own counts, as --count self asks."),
    Count.SUPERVISOR: mark(
        "Actual level: only the supervisor's counts, as --count supervisor asks."
    ),
}
"""The same in words. English, translated late."""


def rater_sentences(said: Said, home: Place) -> tuple[str, str]:
    """Return what the employee and what the supervisor said, and where.

    Args:
        said: What both said.
        home: The sheet of the answer.
    """
    if not said.is_named:
        words = _("The answer does not name this competency.")
        return words, words
    return _rater(_EMPLOYEE, said.own, home), _rater(_SUPERVISOR, said.other, home)


def _rater(templates: _Templates, said: RaterSaid, home: Place) -> str:
    if isinstance(said.level, int):
        template = templates["level"]
        return _(template).format(level=said.level, where=in_cell(said.place, home))
    place = said.problem.place if said.problem else said.place
    why = said.problem.message() if said.problem else _("Why is among the problems.")
    return _(templates[said.level]).format(where=in_cell(place, home), problem=why)


def actual_sentence(said: Said, count: Count) -> str:
    """Return which of the two counts, and why."""
    if count is not Count.EITHER:
        templates = _ONLY_SELF if count is Count.SELF else _ONLY_SUPERVISOR
        return _counted(templates, said.counted.level)
    own, other = said.own.level, said.other.level
    if isinstance(other, int):
        words = _("The supervisor's level counts: {level}.")
        if isinstance(own, int):
            words = _("The supervisor's level counts before the employee's own: {level}.")
        return words.format(level=other)
    if other is NoLevel.NOT_APPLICABLE:
        return _("The supervisor's word counts: it does not apply.")
    if isinstance(own, int):
        return _own_instead(other).format(level=own)
    if own is NoLevel.NOT_APPLICABLE:
        return _("There is no level of the supervisor's; the employee says: it does not apply.")
    return _("Nobody gave a level that can be used: not assessed.")


def _own_instead(other: NoLevel) -> str:
    if other is NoLevel.UNUSABLE:
        return _("The supervisor's cannot be used, so the employee's own level counts: {level}.")
    return _("There is none of the supervisor's, so the employee's own level counts: {level}.")


def _counted(templates: _Templates, level: int | NoLevel) -> str:
    key = "level" if isinstance(level, int) else level
    template = templates[NoLevel.BLANK if key is NoLevel.UNUSABLE else key]
    return _(template).format(level=level)
