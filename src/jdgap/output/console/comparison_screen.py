"""Two rounds compared, on the screen: everybody together first, then people one by one."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from rich.console import Console

from jdgap.assessments.reports.model import KeptPerson, KeptRound
from jdgap.gaps import SIGN_RULE, Totals
from jdgap.gaps.causes import (
    CHANGE_RULE,
    Causes,
    causes_by_competency,
    causes_by_department,
    causes_of_people,
    causes_of_person,
    compared_shortfalls,
    improved,
    worsened,
)
from jdgap.gaps.changes import CompetencyChange, PersonChange, RoundComparison, UnitChange
from jdgap.output.comparison_words import cause_of_person, cause_words, moves, plan_rows, who
from jdgap.output.console.comparison_tables import (
    Column,
    Row,
    change_of,
    pair,
    remark,
    show_rows,
    signed_number,
)
from jdgap.output.console.screen import symbols_of
from jdgap.output.console.tables import (
    PERCENTAGE,
    new_list,
    percentage,
    show,
    show_bullets,
    show_facts,
    show_heading,
    show_text,
)
from jdgap.output.console.thai_text import thai
from jdgap.output.then_and_now import levels_short, shares_of
from jdgap.positions import Book
from jdgap.text.language import translate as _
from jdgap.text.names import name_key

_MOST: Final = 5
"""Entries of a list that is told in full in the workbook."""
_FEW_PEOPLE: Final = 10
"""So many people get a row each."""
_SIGNED_PERCENTAGE: Final = 6
"""Cells of `+100.0`."""
_COUNT: Final = 3
"""Cells of a shortfall or a number of people in most organisations."""


def show_comparison(
    console: Console, book: Book, comparison: RoundComparison, output: Path | None = None
) -> None:
    """Print what changed between two rounds.

    Args:
        console: What it is shown on.
        book: The job-description book.
        comparison: The two rounds.
        output: The workbook that tells all of it; None where none was asked for.
    """
    show_text(console, book.organisation.text, "bold")
    show_facts(console, _facts(console, comparison))
    _show_organisation(console, comparison, _("The whole organisation, then and now"))
    _show_departments(console, comparison)
    _show_competencies(console, comparison)
    _show_plan(console, comparison)
    _show_requirements(console, comparison)
    _show_people(console, comparison)
    _show_reading(console, output)


def show_trend(console: Console, comparison: RoundComparison) -> None:
    """Print the same in short, below the summary of the newer round."""
    console.print()
    show_text(console, _("Compared with the round before"), "bold")
    show_facts(console, _facts(console, comparison)[:1])
    _show_organisation(console, comparison, "")
    _show_plan(console, comparison)
    show_text(console, _(CHANGE_RULE), "dim")


def _facts(console: Console, comparison: RoundComparison) -> list[tuple[str, str]]:
    arrow = symbols_of(console).arrow
    moved = [
        f"{who(person.now)}: {then} {arrow} {now}"
        for person in comparison.people
        for then, now in moves(person)
    ]
    return [
        (_("Older round"), _round(comparison.old)),
        (_("Newer round"), _round(comparison.new)),
        (_("In both rounds"), str(len(comparison.people))),
        (_("New people"), _listed(_names(comparison.new_people))),
        (_("No longer there"), _listed(_names(comparison.leavers))),
        (_("Moved"), _listed(moved, "; ")),
    ]


def _round(kept: KeptRound) -> str:
    people = _("{count} people").format(count=f"{len(kept.people):,}")
    made = _("made on {day}").format(day=kept.made_on) if kept.made_on else ""
    return ", ".join(filter(None, (kept.round, people, kept.source, made)))


def _names(people: Sequence[KeptPerson]) -> list[str]:
    return [who(each) for each in people]


def _listed(entries: Sequence[str], between: str = ", ") -> str:
    """Return how many there are, and the first of them."""
    if not entries:
        return "0"
    first = between.join(entries[:_MOST])
    left = len(entries) - _MOST
    if left > 0:
        first = _("{some} and {count} more").format(some=first, count=left)
    return f"{len(entries)}: {first}"


def _show_organisation(console: Console, comparison: RoundComparison, heading: str) -> None:
    whole = comparison.whole
    if heading:
        show_heading(console, heading)
    everybody = _("Everybody: {then} people then, {now} now").format(
        then=whole.people_then, now=whole.people_now
    )
    same = _("Only those in both rounds: {count} people").format(count=whole.same_people)
    rows = [
        *_measures(console, everybody, whole.totals_then, whole.totals_now),
        *_measures(console, same, whole.same_then, whole.same_now),
    ]
    show_rows(console, _then_and_now(), [""], rows)
    show_text(console, _what_changed(causes_of_people(comparison.people)))


def _what_changed(causes: Causes) -> str:
    """Return in a sentence what changed the levels of those in both rounds."""
    message = _("What changed the levels of those in both rounds: {causes}.")
    return message.format(causes=cause_words(causes))


def _then_and_now() -> list[Column]:
    return [
        Column(_("Then"), PERCENTAGE),
        Column(_("Now"), PERCENTAGE),
        Column(_("Change"), _SIGNED_PERCENTAGE),
    ]


def _measures(
    console: Console, name: str, then: Totals | None, now: Totals | None
) -> Iterator[Row]:
    yield Row(["", "", ""], [thai(console, name, "bold")])
    names = (_("Fit %"), _("Met %"), _("Coverage %"))
    for words, before, after in zip(names, shares_of(then), shares_of(now), strict=True):
        shown = (percentage(console, before), percentage(console, after))
        yield Row([*shown, change_of(console, before, after)], [thai(console, words)])
    yield Row(_shortfalls(console, then, now), [thai(console, _("Shortfall (levels)"))])


def _shortfalls(console: Console, then: Totals | None, now: Totals | None) -> list[str]:
    none = symbols_of(console).none
    before, after = levels_short(then), levels_short(now)
    if before is None or after is None:
        return [none if each is None else f"{each:,}" for each in (before, after)] + [none]
    return [f"{before:,}", f"{after:,}", signed_number(after - before)]


def _show_departments(console: Console, comparison: RoundComparison) -> None:
    if not comparison.departments:
        return
    show_heading(console, _("Each department, then and now"))
    columns = [
        Column(_("Fit %: then, now"), _width(console, PERCENTAGE)),
        Column(_("Change"), _SIGNED_PERCENTAGE),
        Column(_("Shortfall: then, now"), _width(console, _COUNT), always=False),
    ]
    causes = causes_by_department(comparison.people)
    rows = [
        _department(console, each, causes.get(name_key(each.name), Causes()))
        for each in comparison.departments
    ]
    headings = [_("Department"), _("What changed the levels of those who stayed there")]
    show_rows(console, columns, headings, rows)


def _width(console: Console, cells: int) -> int:
    """Return how many cells a pair of numbers takes that take so many each."""
    return len(pair(console, "", "", cells=cells))


def _fits(console: Console, then: float | None, now: float | None) -> str:
    return pair(console, percentage(console, then), percentage(console, now), cells=PERCENTAGE)


def _department(console: Console, unit: UnitChange, causes: Causes) -> Row:
    then, now = shares_of(unit.totals_then)[0], shares_of(unit.totals_now)[0]
    short_then, short_now, _change = _shortfalls(console, unit.totals_then, unit.totals_now)
    numbers = [
        _fits(console, then, now),
        change_of(console, then, now),
        pair(console, short_then, short_now, cells=_COUNT),
    ]
    people = _("{then} people then, {now} now, {same} stayed").format(
        then=unit.people_then, now=unit.people_now, same=unit.same_people
    )
    texts = [thai(console, unit.name or _("No department")), remark(console, people)]
    if unit.same_people:
        texts[1].append("; ").append_text(thai(console, cause_words(causes)))
    return Row(numbers, texts)


def _show_competencies(console: Console, comparison: RoundComparison) -> None:
    """Print the competencies whose shortfalls changed most; the others are only counted."""
    changed = [each for each in comparison.competencies if _is_changed(each)]
    changed.sort(key=lambda each: -abs(each.shortfall_now - each.shortfall_then))
    show_heading(console, _("Competencies with the largest changes"))
    if not changed:
        show_text(console, _("No shortfall of any competency changed."))
        return
    columns = [
        Column(_("Shortfall: then, now"), _width(console, _COUNT)),
        Column(_("Change")),
        Column(_("People below: then, now"), _width(console, _COUNT), always=False),
    ]
    causes = causes_by_competency(comparison.people)
    rows = [
        _competency(console, each, causes.get(each.competency.id, Causes()))
        for each in changed[:_MOST]
    ]
    headings = [_("Competency"), _("What changed the levels of those in both rounds")]
    show_rows(console, columns, headings, rows)
    _show_more(console, len(changed) - _MOST)


def _competency(console: Console, each: CompetencyChange, causes: Causes) -> Row:
    below = pair(console, f"{each.below_then:,}", f"{each.below_now:,}", cells=_COUNT)
    short = pair(console, f"{each.shortfall_then:,}", f"{each.shortfall_now:,}", cells=_COUNT)
    change = signed_number(each.shortfall_now - each.shortfall_then)
    texts = [thai(console, each.competency.name), remark(console, cause_words(causes))]
    return Row([short, change, below], texts)


def _is_changed(each: CompetencyChange) -> bool:
    return (each.shortfall_then, each.below_then) != (each.shortfall_now, each.below_now)


def _show_plan(console: Console, comparison: RoundComparison) -> None:
    plan = comparison.plan
    heading = _("What became of the older round's shortfalls ({count})")
    show_heading(console, heading.format(count=f"{plan.shortfalls:,}"))
    if not plan.shortfalls:
        show_text(console, _("There was none."))
        return
    table = new_list()
    table.add_column(justify="right")
    table.add_column()
    for words, count in plan_rows(comparison):
        table.add_row(f"{count:,}", thai(console, words, "" if count else "dim"))
    show(console, table, indent=1)


def _show_requirements(console: Console, comparison: RoundComparison) -> None:
    changed = comparison.requirements
    heading = _("Required levels that are others now ({count})")
    if not changed:
        show_heading(console, _("Required levels: the same in both rounds"))
        return
    show_heading(console, heading.format(count=len(changed)))
    arrow, none = symbols_of(console).arrow, _("not required")
    lines = (
        f"{each.position or each.position_id}: {each.competency.name} "
        f"{none if each.then is None else each.then} {arrow} "
        f"{none if each.now is None else each.now}"
        for each in changed[:_MOST]
    )
    show_bullets(console, lines)
    _show_more(console, len(changed) - _MOST)


def _show_people(console: Console, comparison: RoundComparison) -> None:
    worse, better = worsened(comparison.people), improved(comparison.people)
    if len(comparison.people) <= _FEW_PEOPLE:
        apart = {id(each) for each in (*worse, *better)}
        others = [each for each in comparison.people if id(each) not in apart]
        show_heading(console, _("People, the largest worsening first"))
        _show_rows_of(console, [*worse, *others, *reversed(better)])
        return
    for heading, people in (
        (_("People further below the requirement than before"), worse),
        (_("People closer to the requirement than before"), better),
    ):
        show_heading(console, f"{heading} ({len(people)})")
        if people:
            _show_rows_of(console, people[:_MOST])
            _show_more(console, len(people) - _MOST)
        else:
            show_text(console, _("Nobody."))


def _show_rows_of(console: Console, people: Sequence[PersonChange]) -> None:
    columns = [
        Column(_("Shortfall: then, now"), _width(console, _COUNT)),
        Column(_("Change")),
        Column(_("Fit %: then, now"), _width(console, PERCENTAGE), always=False),
    ]
    headings = [_("Employee"), _("What changed")]
    show_rows(console, columns, headings, (_person(console, each) for each in people))


def _person(console: Console, person: PersonChange) -> Row:
    short, causes = compared_shortfalls(person), causes_of_person(person)
    none = symbols_of(console).none
    then, now, change = none, none, none
    if causes.compared:
        then, now, change = str(short.then), str(short.now), signed_number(short.change)
    fits = _fits(console, person.totals_then.fit_pct, person.totals_now.fit_pct)
    position = _("now {position}").format(position=person.now.position)
    said = [position] if person.position_changed else []
    texts = [
        thai(console, who(person.now)),
        remark(console, ", ".join([*said, cause_of_person(causes)])),
    ]
    return Row([pair(console, then, now, cells=_COUNT), change, fits], texts)


def _show_more(console: Console, left: int) -> None:
    if left > 0:
        show_text(console, _("and {count} more").format(count=left), "dim")


def _show_reading(console: Console, output: Path | None) -> None:
    """Print how the numbers are to be read, and where there is more."""
    console.print()
    show_text(console, _(SIGN_RULE), "dim")
    show_text(console, _(CHANGE_RULE), "dim")
    show_text(console, _("+5 -2: five levels up and two levels down, added up"), "dim")
    only = _("What changed, and people's shortfalls: only of what was rated in both rounds.")
    show_text(console, only, "dim")
    if output is None:
        more = _("All changes of everybody: -o FILE.xlsx, --format csv or --format json")
        show_text(console, more, "dim")
