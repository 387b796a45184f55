"""Why one competency is to be worked on before another."""

from collections.abc import Iterator, Sequence

from jdgap.gaps.arithmetic import priorities
from jdgap.gaps.explanations.model import Counted, Explanation
from jdgap.gaps.explanations.words import with_sign
from jdgap.gaps.model import CompetencyGap
from jdgap.positions.model import ALL_GROUPS
from jdgap.text.language import translate as _

_RULE = "the place when sorted by shortfall, largest first, equal ones in the book's order"


def order_explanations(counted: Sequence[Counted]) -> Iterator[Explanation]:
    """Yield why each shortfall has its place among what to work on first."""
    inputs = tuple(
        each.computed("shortfall", each.result.shortfall)
        for each in counted
        if each.result.shortfall
    )
    urgent = priorities(each.result for each in counted)
    befores: list[CompetencyGap | None] = [None, *urgent]
    for place, (before, each) in enumerate(zip(befores, urgent, strict=False), start=1):
        words = _place(before, each)
        yield Explanation("priority", place, _RULE, inputs, words, competency_id=each.competency.id)


def largest_gap_explanation(counted: Sequence[Counted]) -> Explanation:
    """Return why the gap of a person in a list is what it is."""
    inputs = tuple(each.computed("gap", each.result.gap) for each in counted)
    gaps = [each.result for each in counted if each.result.gap is not None]
    if not gaps:
        words = _("There is no largest gap, because nothing was rated.")
        return Explanation("largest_gap", None, "min(gap)", inputs, words, group=ALL_GROUPS)
    lowest = min(gaps, key=lambda each: each.gap or 0)
    words = _("The largest gap is that of “{competency}”: {gap}.").format(
        competency=lowest.competency.name.text, gap=with_sign(lowest.gap or 0)
    )
    return Explanation("largest_gap", lowest.gap, "min(gap)", inputs, words, group=ALL_GROUPS)


def _place(before: CompetencyGap | None, each: CompetencyGap) -> str:
    if before is None:
        words = _("“{competency}” comes first: nothing is further below ({gap}).")
    elif before.shortfall == each.shortfall:
        words = _("“{competency}” is as far below ({gap}), and the book names it later.")
    else:
        words = _("“{competency}” is less far below ({gap}).")
    return words.format(competency=each.competency.name.text, gap=with_sign(each.gap or 0))
