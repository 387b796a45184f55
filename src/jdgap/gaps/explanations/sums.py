"""Why the totals are what they are: each sum written out, and what it leaves out."""

from collections.abc import Iterable, Iterator, Sequence

from jdgap.gaps.explanations.model import Counted, Explanation, Input
from jdgap.gaps.explanations.words import listed, with_sign
from jdgap.gaps.model import WHY_NOT_RATED, CompetencyGap, totals
from jdgap.gaps.totals import Totals
from jdgap.text.language import translate as _
from jdgap.text.language import translate_count


def totals_explanations(group: str, counted: Sequence[Counted]) -> Iterator[Explanation]:
    """Yield why each total of a group, or of all, is what it is."""
    sums = totals(each.result for each in counted)
    rated = [each.result for each in counted if each.result.gap is not None]
    actual = [each.actual for each in counted]
    required = [each.required for each in counted]
    gaps = [each.computed("gap", each.result.gap) for each in counted]
    shortfalls = [each.computed("shortfall", each.result.shortfall) for each in counted]
    fit_rule = "100 * sum(min(actual_level, required_level)) / sum(required_level)"
    rows: tuple[tuple[str, int | float | None, str, Iterable[Input], str], ...] = (
        ("required", sums.required, "count(required_level)", required, _required(sums.required)),
        ("rated", sums.rated, "count(actual_level)", actual, _rated(counted, len(rated))),
        ("met", sums.met, "count(gap >= 0)", gaps, _met(rated, sums.met)),
        ("shortfall", sums.shortfall, "sum(shortfall)", shortfalls, _shortfall(rated)),
        (
            "fit_pct",
            sums.fit_pct,
            f"{fit_rule}, of those with an actual level",
            [part for each in counted for part in (each.actual, each.required)],
            _fit(rated, sums.fit_pct),
        ),
        (
            "met_pct",
            sums.met_pct,
            "100 * met / rated",
            (Input("met", sums.met), Input("rated", sums.rated)),
            _met_share(sums),
        ),
        (
            "coverage_pct",
            sums.coverage_pct,
            "100 * rated / required",
            (Input("rated", sums.rated), Input("required", sums.required)),
            _coverage(sums),
        ),
    )
    for number, value, rule, inputs, sentence in rows:
        yield Explanation(number, value, rule, tuple(inputs), sentence, group=group)


def _required(count: int) -> str:
    if not count:
        return _("Required: none. The position requires no competency here.")
    words = translate_count(
        "Required: {count} competency.", "Required: {count} competencies.", count
    )
    return words.format(count=count)


def _rated(counted: Iterable[Counted], rated: int) -> str:
    left_out = [each.result for each in counted if each.result.gap is None]
    words = _("Rated: {count} with an actual level.").format(count=rated)
    if not left_out:
        return words
    names = (
        f"“{each.competency.name.text}” ({_(WHY_NOT_RATED[each.status])})" for each in left_out
    )
    without = _("Left out: {names}.").format(names=", ".join(names))
    return f"{words} {without}"


def _met(rated: Iterable[CompetencyGap], met: int) -> str:
    below = [each for each in rated if each.shortfall]
    words = _("Met: {count} with a gap of 0 or more.").format(count=met)
    if not below:
        return words
    names = (f"“{each.competency.name.text}” ({with_sign(each.gap or 0)})" for each in below)
    missed = _("Below: {names}.").format(names=", ".join(names))
    return f"{words} {missed}"


def _shortfall(rated: Iterable[CompetencyGap]) -> str:
    missing = [each.shortfall for each in rated if each.shortfall]
    if not missing:
        return _("Shortfall: 0. Nothing that was rated is below.")
    if len(missing) == 1:
        return _("Shortfall: {levels}.").format(levels=missing[0])
    added = " + ".join(map(str, missing))
    return _("Shortfall: {added} = {levels}.").format(added=added, levels=sum(missing))


def _fit(rated: Sequence[CompetencyGap], share: float | None) -> str:
    if share is None and rated:
        return _("Fit %: none, because no level above 0 is required.")
    if share is None:
        return _("Fit %: none, because nothing was rated.")
    reached = [min(each.actual_level or 0, each.required_level) for each in rated]
    required = [each.required_level for each in rated]
    words = _("Fit %: 100 × {reached} reached / {required} required = {share}.").format(
        reached=_sum(reached), required=_sum(required), share=f"{share:.1f}"
    )
    above = [each for each in rated if (each.gap or 0) > 0]
    if not above:
        return words
    names = listed(each.competency.name.text for each in above)
    surplus = _("Above the requirement, so only the required level counts: {names}.")
    return f"{words} {surplus.format(names=names)}"


def _sum(levels: Sequence[int]) -> str:
    added = " + ".join(map(str, levels))
    return f"({added})" if len(levels) > 1 else added


def _met_share(sums: Totals) -> str:
    if sums.met_pct is None:
        return _("Met %: none, because nothing was rated.")
    return _("Met %: 100 × {met} met / {rated} rated = {share}.").format(
        met=sums.met, rated=sums.rated, share=f"{sums.met_pct:.1f}"
    )


def _coverage(sums: Totals) -> str:
    if sums.coverage_pct is None:
        return _("Coverage %: none, because nothing is required.")
    return _("Coverage %: 100 × {rated} rated / {required} required = {share}.").format(
        rated=sums.rated, required=sums.required, share=f"{sums.coverage_pct:.1f}"
    )
