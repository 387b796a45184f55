"""Where a person stands, on the screen: each group, the totals, and what to work on first."""

from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Console

from jdgap.gaps import (
    SIGN_RULE,
    WHY_NOT_RATED,
    CompetencyGap,
    PersonGaps,
    Totals,
    UnrequiredRating,
    priorities,
)
from jdgap.output.console.gap_bar import GapBars, marked_gap, show_meaning_of_mark, signed
from jdgap.output.console.screen import has_limit, symbols_of
from jdgap.output.console.tables import (
    PERCENTAGE,
    add_numbers,
    add_texts,
    new_list,
    new_table,
    number,
    percentage,
    show,
    show_facts,
    show_heading,
    show_text,
)
from jdgap.output.console.thai_text import ThaiText, stacked, thai
from jdgap.positions import Book
from jdgap.text.language import translate as _

_WIDTH_FOR_TWO_NAMES: Final = 110
_MARK_WIDTH: Final = 2
"""Cells of a mark and the space after it."""


def show_person(console: Console, book: Book, person: PersonGaps) -> None:
    """Print everything about one person: header, gaps by group, totals, priorities."""
    _show_header(console, book, person)
    bars = GapBars(person.results)
    gap_width = bars.number_width + (_MARK_WIDTH if _any_severe(person.results) else 0)
    for group in book.groups:
        results = [each for each in person.results if each.competency.group == group.id]
        if results:
            show_heading(console, group.name.text)
            _show_results(console, results, bars, gap_width)
    _show_unrequired(console, person.not_required)
    _show_totals(console, book, person)
    _show_priorities(console, person)
    if person.assessment.knowledge:
        from jdgap.output.console.knowledge_screen import show_knowledge  # most have none

        show_knowledge(console, person.assessment.knowledge)
    console.print()
    show_text(console, _(SIGN_RULE), "dim")


def show_people(console: Console, people: Sequence[PersonGaps]) -> None:
    """Print a row for each person; on a narrow terminal the position stands below the name."""
    together = has_limit(console) and console.width < _WIDTH_FOR_TWO_NAMES
    table = new_table(console, ruled=False)
    add_texts(table, console, _("Employee ID"))
    add_numbers(
        table,
        console,
        *(_("Fit %"), _("Met %"), _("Coverage %"), _("Shortfall"), _("Largest gap")),
        narrowest=PERCENTAGE,
    )
    names = [_("Name"), _("Position")]
    add_texts(table, console, *([" / ".join(names)] if together else names))
    for person in people:
        name = thai(console, person.assessment.name)
        position = thai(console, person.position_title, "dim" if together else "")
        table.add_row(
            thai(console, person.assessment.employee_id or symbols_of(console).none),
            *_person_numbers(console, person),
            *([stacked(name, position)] if together else [name, position]),
        )
    show(console, table)
    console.print()
    if any(_any_severe(person.results) for person in people):
        show_meaning_of_mark(console)
    show_text(console, _(SIGN_RULE), "dim")


def _person_numbers(console: Console, person: PersonGaps) -> list[str | ThaiText]:
    gaps = [each.gap for each in person.results if each.gap is not None]
    lowest = min(gaps, default=None)
    return [
        percentage(console, person.totals.fit_pct),
        percentage(console, person.totals.met_pct),
        percentage(console, person.totals.coverage_pct),
        str(person.totals.shortfall),
        marked_gap(console, lowest),
    ]


def _show_header(console: Console, book: Book, person: PersonGaps) -> None:
    said = person.assessment
    other = person.position is None or person.position.id != person.compared_with.id
    show_text(console, said.name or said.employee_id, "bold")
    inside = f" {symbols_of(console).inside} "
    show_facts(
        console,
        (
            (_("Employee ID"), said.employee_id),
            (_("Position"), person.position_title),
            (_("Compared with"), person.compared_with.title.text if other else ""),
            (_("Department"), person.department_name(book)),
            (_("Round"), said.round),
            (_("File"), inside.join(part for part in (said.place.file, said.place.sheet) if part)),
        ),
    )


def _show_results(
    console: Console, results: Sequence[CompetencyGap], bars: GapBars, gap_width: int
) -> None:
    table = new_table(console)
    headings = (_("Required"), _("Self"), _("Supervisor"), _("Actual"))
    add_numbers(table, console, *headings, narrowest=bars.number_width)
    add_numbers(table, console, _("Gap"), narrowest=gap_width)
    table.add_column(width=bars.width)
    add_texts(table, console, _("Competency"))
    for each in results:
        levels = (
            each.required_level,
            each.self_level,
            each.supervisor_level,
            each.actual_level,
        )
        table.add_row(
            *(number(console, level) for level in levels),
            marked_gap(console, each.gap),
            bars.drawn(console, each.gap),
            _competency(console, each),
        )
    show(console, table)


def _any_severe(results: Iterable[CompetencyGap]) -> bool:
    return any(each.is_severe for each in results)


def _competency(console: Console, result: CompetencyGap) -> ThaiText:
    """Return the name, and after it what is worth knowing about the levels."""
    shown = thai(console, result.competency.name.text)
    if result.status in WHY_NOT_RATED:
        shown.append(" ").append_text(thai(console, f"({_(WHY_NOT_RATED[result.status])})", "dim"))
    if result.rater_difference:
        levels = abs((result.self_level or 0) - (result.supervisor_level or 0))
        note = _("self and supervisor differ by {levels}").format(levels=levels)
        shown.append(" ").append_text(thai(console, f"({note})", "yellow"))
    return shown


def _show_unrequired(console: Console, ratings: Sequence[UnrequiredRating]) -> None:
    if not ratings:
        return
    show_heading(console, _("Rated but not required (changes no total)"))
    table = new_table(console)
    add_numbers(table, console, _("Self"), _("Supervisor"))
    add_texts(table, console, _("Competency"))
    for each in ratings:
        table.add_row(
            number(console, each.self_level),
            number(console, each.supervisor_level),
            thai(console, each.competency.name.text),
        )
    show(console, table)


def _show_totals(console: Console, book: Book, person: PersonGaps) -> None:
    show_heading(console, _("Totals"))
    table = new_table(console)
    add_numbers(table, console, _("Required"), _("Rated"), _("Met"), _("Shortfall"))
    shares = (_("Fit %"), _("Met %"), _("Coverage %"))
    add_numbers(table, console, *shares, narrowest=PERCENTAGE)
    add_texts(table, console, _("Group"))
    for group in book.groups:
        sums = person.totals_by_group[group.id]
        table.add_row(*_sums(console, sums), thai(console, group.name.text))
    table.add_row(*_sums(console, person.totals), thai(console, _("All groups")), style="bold")
    show(console, table)


def _sums(console: Console, sums: Totals) -> list[str]:
    counts = (sums.required, sums.rated, sums.met, sums.shortfall)
    shares = (sums.fit_pct, sums.met_pct, sums.coverage_pct)
    return [str(count) for count in counts] + [percentage(console, share) for share in shares]


def _show_priorities(console: Console, person: PersonGaps) -> None:
    show_heading(console, _("What to work on first"))
    urgent = priorities(person.results)
    if not urgent:
        show_text(console, nothing_short(person.totals))
        return
    symbols = symbols_of(console)
    table = new_list()
    for each in urgent:
        table.add_row(
            symbols.marked if each.is_severe else "",
            f"{each.actual_level} {symbols.arrow} {each.required_level}",
            signed(console, each.gap),
            thai(console, each.competency.name.text),
            style="bold red" if each.is_severe else "",
        )
    show(console, table)
    if _any_severe(urgent):
        show_meaning_of_mark(console)


def nothing_short(totals: Totals) -> str:
    """Return why there is nothing to work on first."""
    if not totals.rated:
        return _("Nothing was rated, so nothing can be said.")
    if totals.rated < totals.required:
        return _("Nothing that was rated is below the requirement.")
    return _("Nothing is below the requirement.")
