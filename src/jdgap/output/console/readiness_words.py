"""How ready somebody is, in words that need no explanation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from rich.console import Console

from jdgap.gaps import CompetencyGap
from jdgap.gaps.readiness import Readiness, State
from jdgap.output.console.screen import symbols_of
from jdgap.output.console.tables import percentage
from jdgap.text.language import mark
from jdgap.text.language import translate as _

STATE_WORDS: Final = {
    State.READY: mark("Ready"),
    State.READY_AS_ASSESSED: mark("Ready as far as assessed"),
    State.NEARLY: mark("Nearly ready"),
    State.NEARLY_AS_ASSESSED: mark("Nearly ready as far as assessed"),
    State.NOT_YET: mark("Not ready yet"),
    State.NOT_ASSESSED: mark("Cannot be said"),
}
"""English, translated late."""

STATE_MEANINGS: Final = {
    State.READY: mark("all that the position requires was assessed, and nothing is below"),
    State.READY_AS_ASSESSED: mark("nothing assessed is below, but not everything was assessed"),
    State.NEARLY: mark("one level below, in one competency or in no more than a quarter of them"),
    State.NEARLY_AS_ASSESSED: mark(
        "one level below, in one competency or in no more than a quarter of those assessed;"
        " not everything was assessed"
    ),
    State.NOT_YET: mark("two levels or more below in something, or below in more than a quarter"),
    State.NOT_ASSESSED: mark("nothing that the position requires was assessed"),
}
"""English, translated late."""

STATE_STYLES: Final = {
    State.READY: "bold green",
    State.READY_AS_ASSESSED: "bold cyan",
    State.NEARLY: "bold yellow",
    State.NEARLY_AS_ASSESSED: "bold magenta",
    State.NOT_YET: "bold red",
    State.NOT_ASSESSED: "bold",
}


def state_lines(states: Mapping[State, int]) -> list[str]:
    """Return each state with how often there is it and what it means."""
    counted = _("{state} ({count})")
    return [
        _said(counted.format(state=_(STATE_WORDS[state]), count=count), state)
        for state, count in states.items()
    ]


def verdict(each: Readiness) -> str:
    """Return how ready one person is, and on how much that stands where that is not all."""
    word = _(STATE_WORDS[each.state])
    totals = each.totals
    if 0 < totals.rated < totals.required:
        word = _("{state} ({rated} of {required} assessed)").format(
            state=word, rated=totals.rated, required=totals.required
        )
    return _said(word, each.state)


def _said(word: str, state: State) -> str:
    return f"{word}: {_(STATE_MEANINGS[state])}"


def sentences(console: Console, each: Readiness) -> Iterator[str]:
    """Yield what is missing, what was not assessed and how much that stands on."""
    if each.blocking:
        listed = ", ".join(steps(console, each.blocking))
        yield _("Below the requirement in {count}: {listed}").format(
            count=len(each.blocking), listed=listed
        )
    if each.not_assessed:
        yield _("Not assessed in {count} (no shortfall, simply not known): {listed}").format(
            count=len(each.not_assessed), listed=_names(each.not_assessed)
        )
    if each.not_applicable:
        yield _("Said not to apply in {count}: {listed}").format(
            count=len(each.not_applicable), listed=_names(each.not_applicable)
        )
    yield from _sums(console, each)


def _sums(console: Console, each: Readiness) -> Iterator[str]:
    totals = each.totals
    if not totals.required:
        yield _("The position requires no competency.")
        return
    counts = _("Assessed: {rated} of the {required} required; of these reach the level: {met}.")
    yield counts.format(rated=totals.rated, required=totals.required, met=totals.met)
    if not totals.rated:
        return
    wanted = sum(gap.required_level for gap in (*each.blocking, *each.met))
    fit = _(
        "Fit {fit}%: levels reached, of those required in what was assessed: {there} of {wanted}."
    )
    yield fit.format(
        fit=percentage(console, totals.fit_pct), there=wanted - totals.shortfall, wanted=wanted
    )


def steps(console: Console, gaps: Iterable[CompetencyGap]) -> list[str]:
    """Return each competency with the level that is there and the one that is required."""
    arrow = symbols_of(console).arrow
    return [
        f"{each.competency.name.text} ({each.actual_level} {arrow} {each.required_level})"
        for each in gaps
    ]


def _names(gaps: Sequence[CompetencyGap]) -> str:
    return ", ".join(each.competency.name.text for each in gaps)
