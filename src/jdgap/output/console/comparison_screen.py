"""Two rounds compared, on the screen: everybody together first, then people one by one."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from rich.console import Console

from jdgap.assessments.reports.model import KeptPerson, KeptRound
from jdgap.gaps import SEVERE_SHORTFALL, SIGN_RULE, Totals
from jdgap.gaps.causes import (
    CHANGE_RULE,
    Causes,
    causes_by_competency,
    causes_by_department,
    causes_of_people,
)
from jdgap.gaps.changes import CompetencyChange, RoundComparison, UnitChange
from jdgap.output.comparison_words import (
    SHORT_RULE,
    absent,
    cause_words,
    day_in_words,
    moves,
    notable,
    plan_rows,
    who,
)
from jdgap.output.console.comparison_people import show_people
from jdgap.output.console.comparison_tables import (
    COUNT,
    MOST,
    Column,
    Row,
    change_of,
    fits,
    pair,
    pair_width,
    remark,
    show_more,
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
from jdgap.output.people_words import people_in_words
from jdgap.output.problem_words import SEVERITY_WORDS, message_with_value
from jdgap.output.then_and_now import Pair, RequiredOnce, SeverePeople, levels_short, shares_of
from jdgap.positions import Book
from jdgap.problems import Problem
from jdgap.text.language import translate as _
from jdgap.text.names import name_key
from jdgap.text.rounds import round_in_words

_SIGNED_PERCENTAGE: Final = 6
"""Cells of `+100.0`."""


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
    show_people(console, comparison)
    _show_reading(console, output)


def show_trend(console: Console, comparison: RoundComparison) -> None:
    """Print the same in short, below the summary of the newer round."""
    console.print()
    show_text(console, _("Compared with the round before"), "bold")
    show_facts(console, _facts(console, comparison)[:1])
    _show_previous_problems(console, comparison)
    _show_organisation(console, comparison, "")
    _show_plan(console, comparison)
    show_text(console, _(CHANGE_RULE), "dim")


def _show_previous_problems(console: Console, comparison: RoundComparison) -> None:
    """Print what is wrong with the round before, or with comparing it, one line each."""
    found = notable(comparison.problems)
    shown = [_problem(console, each) for each in found[:MOST]]
    if shown:
        show_bullets(console, shown)
        show_more(console, len(found) - MOST)


def _problem(console: Console, problem: Problem) -> str:
    place = problem.place
    where = f" {symbols_of(console).inside} ".join(
        filter(None, (place.file, place.sheet, place.cell))
    )
    return f"{_(SEVERITY_WORDS[problem.severity])}: {where}: {message_with_value(problem)}"


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
        *((words, _listed(_names(people))) for words, people in absent(comparison)),
        (_("Moved"), _listed(moved, "; ")),
    ]


def _round(kept: KeptRound) -> str:
    people = people_in_words(len(kept.people))
    made = _("made on {day}").format(day=day_in_words(kept.made_on)) if kept.made_on else ""
    return ", ".join(filter(None, (round_in_words(kept.round), people, kept.source, made)))


def _names(people: Sequence[KeptPerson]) -> list[str]:
    return [who(each) for each in people]


def _listed(entries: Sequence[str], between: str = ", ") -> str:
    """Return how many there are, and the first of them."""
    if not entries:
        return "0"
    first = between.join(entries[:MOST])
    left = len(entries) - MOST
    if left > 0:
        first = _("{some} and {count} more").format(some=first, count=left)
    return f"{len(entries)}: {first}"


def _show_organisation(console: Console, comparison: RoundComparison, heading: str) -> None:
    whole = comparison.whole
    if heading:
        show_heading(console, heading)
    everybody = _("Everybody: {then} then, {now} now").format(
        then=whole.people_then, now=whole.people_now
    )
    same = _("Only those in both rounds: {count}").format(count=whole.same_people)
    rows = [
        *_measures(console, everybody, whole.totals_then, whole.totals_now),
        _severe(console, SeverePeople(comparison).in_whole()),
        *_measures(console, same, whole.same_then, whole.same_now),
    ]
    show_rows(console, _then_and_now(), [""], rows)
    message = _("What changed the levels of those in both rounds: {causes}.")
    once = RequiredOnce(comparison.people).whole
    causes = cause_words(causes_of_people(comparison.people), once)
    show_text(console, message.format(causes=causes))


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


def _severe(console: Console, people: Pair) -> Row:
    words = _("People {levels} or more levels below").format(levels=SEVERE_SHORTFALL)
    return Row(_counts(console, people), [thai(console, words)])


def _shortfalls(console: Console, then: Totals | None, now: Totals | None) -> list[str]:
    return _counts(console, (levels_short(then), levels_short(now)))


def _counts(console: Console, numbers: Pair) -> list[str]:
    """Return two numbers and their change; the sign for none where one is not known."""
    none = symbols_of(console).none
    before, after = numbers
    if before is None or after is None:
        return [none if each is None else f"{each:,}" for each in (before, after)] + [none]
    return [f"{before:,}", f"{after:,}", signed_number(after - before)]


def _show_departments(console: Console, comparison: RoundComparison) -> None:
    if not comparison.departments:
        return
    show_heading(console, _("Each department, then and now"))
    columns = [
        Column(_("Fit %: then, now"), pair_width(console, PERCENTAGE)),
        Column(_("Change"), _SIGNED_PERCENTAGE),
        Column(_("Shortfall: then, now"), pair_width(console, COUNT), always=False),
    ]
    causes = causes_by_department(comparison.people)
    once = RequiredOnce(comparison.people).departments
    rows = []
    for each in comparison.departments:
        key = name_key(each.name)
        said = cause_words(causes.get(key, Causes()), once[key])
        rows.append(_department(console, each, said))
    headings = [_("Department"), _("What changed the levels of those who stayed there")]
    show_rows(console, columns, headings, rows)


def _department(console: Console, unit: UnitChange, causes: str) -> Row:
    then, now = shares_of(unit.totals_then)[0], shares_of(unit.totals_now)[0]
    short_then, short_now, _change = _shortfalls(console, unit.totals_then, unit.totals_now)
    numbers = [
        fits(console, then, now),
        change_of(console, then, now),
        pair(console, short_then, short_now, cells=COUNT),
    ]
    people = _("headcount: {then} then, {now} now, {same} stayed").format(
        then=unit.people_then, now=unit.people_now, same=unit.same_people
    )
    texts = [thai(console, unit.name or _("No department")), remark(console, people)]
    if unit.same_people:
        texts[1].append("; ").append_text(thai(console, causes))
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
        Column(_("Shortfall: then, now"), pair_width(console, COUNT)),
        Column(_("Change")),
        Column(_("People below: then, now"), pair_width(console, COUNT), always=False),
    ]
    causes = causes_by_competency(comparison.people)
    once = RequiredOnce(comparison.people).competencies
    rows = []
    for each in changed[:MOST]:
        key = each.competency.id
        said = cause_words(causes.get(key, Causes()), once[key])
        rows.append(_competency(console, each, said))
    headings = [_("Competency"), _("What changed the levels of those in both rounds")]
    show_rows(console, columns, headings, rows)
    show_more(console, len(changed) - MOST)


def _competency(console: Console, each: CompetencyChange, causes: str) -> Row:
    below = pair(console, f"{each.below_then:,}", f"{each.below_now:,}", cells=COUNT)
    short = pair(console, f"{each.shortfall_then:,}", f"{each.shortfall_now:,}", cells=COUNT)
    change = signed_number(each.shortfall_now - each.shortfall_then)
    texts = [thai(console, each.competency.name), remark(console, causes)]
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
        for each in changed[:MOST]
    )
    show_bullets(console, lines)
    show_more(console, len(changed) - MOST)


def _show_reading(console: Console, output: Path | None) -> None:
    """Print how the numbers are to be read, and where there is more."""
    console.print()
    show_text(console, _(SIGN_RULE), "dim")
    show_text(console, _(CHANGE_RULE), "dim")
    show_text(console, _("+5 -2: five levels up and two levels down, added up"), "dim")
    show_text(console, _(SHORT_RULE), "dim")
    if output is None:
        more = _("All changes of everybody: -o FILE.xlsx, --format csv or --format json")
        show_text(console, more, "dim")
