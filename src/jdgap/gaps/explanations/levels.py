"""Why the numbers of one competency are what they are."""

from collections.abc import Iterator

from jdgap.assessments import Count
from jdgap.gaps.arithmetic import NOTABLE_DIFFERENCE
from jdgap.gaps.explanations.model import Counted, Explanation, Input
from jdgap.gaps.explanations.raters import (
    ACTUAL_RULE,
    actual_sentence,
    rater_sentences,
)
from jdgap.gaps.explanations.said import Said
from jdgap.gaps.explanations.words import level_input, with_sign
from jdgap.gaps.model import SEVERE_SHORTFALL, CompetencyGap, Status
from jdgap.positions import Competency
from jdgap.problems import Place
from jdgap.text.language import mark
from jdgap.text.language import translate as _

_STATUS_RULE = (
    "below, met or exceeded as actual_level is less than, equal to or more than required_level; "
    "without a level the reason: not_applicable, else not_assessed"
)
_STATUS = {
    Status.BELOW: mark("The actual level is below the requirement."),
    Status.MET: mark("The actual level is what is required."),
    Status.EXCEEDED: mark("The actual level is above the requirement."),
    Status.NOT_ASSESSED: mark("Not assessed: a blank counts neither as zero nor as met."),
    Status.NOT_APPLICABLE: mark("It does not apply, so it is neither met nor missed."),
}


def competency_explanations(
    counted: Counted, said: Said, count: Count, home: Place
) -> Iterator[Explanation]:
    """Yield why each number of a required competency is what it is.

    Args:
        counted: The numbers.
        said: What the raters said.
        count: Whose level counts.
        home: The sheet of the answer.
    """
    result, actual, required = counted.result, counted.actual, counted.required
    key = result.competency.id
    words = _("The position requires level {level}.").format(level=result.required_level)
    yield Explanation(
        "required_level", required.value, "required_level", (required,), words, competency_id=key
    )
    yield from rater_explanations(result.competency, said, home)
    both = (
        level_input("self_level", said.own, key),
        level_input("supervisor_level", said.other, key),
    )
    rows = (
        (
            "actual_level",
            result.actual_level,
            ACTUAL_RULE[count],
            (*both, Input("count", count.value)),
            actual_sentence(said, count),
        ),
        ("gap", result.gap, "actual_level - required_level", (actual, required), _gap(result)),
        (
            "shortfall",
            result.shortfall,
            "max(0, required_level - actual_level)",
            (actual, required),
            _shortfall(result),
        ),
        (
            "status",
            result.status.value,
            _STATUS_RULE,
            (actual, required),
            _(_STATUS[result.status]),
        ),
    )
    for number, value, rule, inputs, sentence in rows:
        yield Explanation(number, value, rule, inputs, sentence, competency_id=key)
    yield from _difference(result, both)
    yield from _severe(counted)


def rater_explanations(competency: Competency, said: Said, home: Place) -> Iterator[Explanation]:
    """Yield where the two levels of a competency come from, whether or not it is required."""
    key = competency.id
    raters = (("self_level", said.own), ("supervisor_level", said.other))
    for (number, rater), words in zip(raters, rater_sentences(said, home), strict=True):
        source = level_input(number, rater, key)
        yield Explanation(number, source.value, number, (source,), words, competency_id=key)


def _gap(result: CompetencyGap) -> str:
    gap, actual, required = result.gap, result.actual_level, result.required_level
    if gap is None:
        return _("Without a level there is no gap; fit % and met % leave it out.")
    if gap < 0:
        words = _("Gap: {actual} - {required} = {gap}, below the requirement by {levels}.")
    elif gap:
        words = _("Gap: {actual} - {required} = {gap}, above the requirement by {levels}.")
    else:
        words = _("Gap: {actual} - {required} = {gap}, as required.")
    return words.format(actual=actual, required=required, gap=with_sign(gap), levels=abs(gap))


def _shortfall(result: CompetencyGap) -> str:
    if result.shortfall is None:
        return _("Without a level there is no shortfall: it is not known.")
    if not result.shortfall:
        return _("Nothing is missing: the shortfall is 0.")
    return _("Shortfall: {required} - {actual} = {levels}.").format(
        required=result.required_level, actual=result.actual_level, levels=result.shortfall
    )


def _difference(result: CompetencyGap, both: tuple[Input, ...]) -> Iterator[Explanation]:
    """Yield how far the raters are apart, where both gave a level."""
    own, other = result.self_level, result.supervisor_level
    if own is None or other is None:
        return
    levels = abs(own - other)
    words = _("Self and supervisor differ by {levels}.").format(levels=levels)
    if result.rater_difference:
        words = _(
            "Self and supervisor differ by {levels}: from {notable} on, talk about it together."
        ).format(levels=levels, notable=NOTABLE_DIFFERENCE)
    rule = "abs(self_level - supervisor_level)"
    key = result.competency.id
    yield Explanation("rater_difference", levels, rule, both, words, competency_id=key)


def _severe(counted: Counted) -> Iterator[Explanation]:
    """Yield whether a shortfall is a severe one."""
    result = counted.result
    if not result.shortfall:
        return
    key = result.competency.id
    inputs = (
        counted.computed("shortfall", result.shortfall),
        Input("severe_from", SEVERE_SHORTFALL),
    )
    template = _("Less than {levels} below: not severe.")
    if result.is_severe:
        template = _("Severe: {levels} or more below, however good the percentages are.")
    words = template.format(levels=SEVERE_SHORTFALL)
    rule = "shortfall >= severe_from"
    yield Explanation("severe", result.is_severe, rule, inputs, words, competency_id=key)
