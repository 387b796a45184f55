"""The people of two rounds on the screen: who is further below what is required, who is closer."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console

from jdgap.gaps import SEVERE_SHORTFALL
from jdgap.gaps.causes import compared_shortfalls, improved, worsened
from jdgap.gaps.changes import LevelChange, PersonChange, RoundComparison
from jdgap.output.comparison_words import cause_of_person, who
from jdgap.output.console.comparison_tables import (
    COUNT,
    MOST,
    Column,
    Row,
    fits,
    pair,
    pair_width,
    remark,
    show_more,
    show_rows,
    signed_number,
)
from jdgap.output.console.screen import symbols_of
from jdgap.output.console.tables import PERCENTAGE, show_heading, show_text
from jdgap.output.console.thai_text import thai
from jdgap.output.then_and_now import is_compared, newly_short, severe_first, severe_now
from jdgap.text.language import translate as _

_FEW_PEOPLE: Final = 10
"""So many people get a row each."""
_MOST_NAMED: Final = 3
"""Competencies that are named below somebody."""


def show_people(console: Console, comparison: RoundComparison) -> None:
    """Print everybody who is in both rounds; of many, those who changed most."""
    people = comparison.people
    worse, better = severe_first(worsened(people)), severe_first(improved(people))
    if len(people) <= _FEW_PEOPLE:
        apart = {id(each) for each in (*worse, *better)}
        others = severe_first(each for each in people if id(each) not in apart)
        show_heading(console, _("People, the largest worsening first"))
        _show_rows_of(console, [*worse, *others, *severe_first(reversed(better))])
        return
    for heading, listed in (
        (_("People further below the requirement than before"), worse),
        (_("People closer to the requirement than before"), better),
    ):
        show_heading(console, f"{heading} ({len(listed)})")
        if listed:
            show_text(console, _order_in_words(), "dim")
            _show_rows_of(console, listed[:MOST])
            show_more(console, len(listed) - MOST)
        else:
            show_text(console, _("Nobody."))


def _order_in_words() -> str:
    message = _("The largest change first; of equal ones who is {levels} or more levels below now.")
    return message.format(levels=SEVERE_SHORTFALL)


def _show_rows_of(console: Console, people: Sequence[PersonChange]) -> None:
    columns = [
        Column(_("Shortfall: then, now"), pair_width(console, COUNT)),
        Column(_("Change")),
        Column(_("Fit %: then, now"), pair_width(console, PERCENTAGE), always=False),
    ]
    headings = [_("Employee"), _("What changed")]
    show_rows(console, columns, headings, (_person(console, each) for each in people))


def _person(console: Console, person: PersonChange) -> Row:
    short = compared_shortfalls(person)
    none = symbols_of(console).none
    then, now, change = none, none, none
    if is_compared(person):
        then, now, change = str(short.then), str(short.now), signed_number(short.change)
    shares = fits(console, person.totals_then.fit_pct, person.totals_now.fit_pct)
    name = thai(console, symbols_of(console).marked if severe_now(person) else "", "bold red")
    if name:
        name.append(" ", "none")
    name.append_text(thai(console, who(person.now)))
    said = remark(console, "; ".join(_remarks(person)))
    return Row([pair(console, then, now, cells=COUNT), change, shares], [name, said])


def _remarks(person: PersonChange) -> Iterator[str]:
    """Yield what changed, what is required newly and not reached, and what is far below now."""
    position = _("now {position}").format(position=person.now.position)
    moved = [position] if person.position_changed else []
    yield ", ".join([*moved, cause_of_person(person)])
    new, severe = newly_short(person), severe_now(person)
    if new:
        yield _("newly required: {gaps}").format(gaps=_gaps(new))
    if severe:
        message = _("{levels} or more levels below now: {gaps}")
        yield message.format(levels=SEVERE_SHORTFALL, gaps=_gaps(severe))


def _gaps(changes: Sequence[LevelChange]) -> str:
    """Return competencies with their gaps of now, such as `Unity -2, Trust -3`."""
    named = [
        f"{each.competency.name} {each.now.gap:+d}"
        for each in changes[:_MOST_NAMED]
        if each.now and each.now.gap is not None
    ]
    first, left = ", ".join(named), len(changes) - _MOST_NAMED
    return _("{some} and {count} more").format(some=first, count=left) if left > 0 else first
