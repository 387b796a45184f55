"""How ready people are for positions, on the screen: one answer for each of the four questions."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from rich.console import Console

from jdgap.gaps import SIGN_RULE, CompetencyGap, PersonGaps
from jdgap.gaps.model import SEVERE_SHORTFALL
from jdgap.gaps.readiness import Readiness, State
from jdgap.gaps.readiness_result import Question, ReadinessResult, counted_states
from jdgap.output.console.gap_bar import GapBars, marked_gap, show_meaning_of_mark
from jdgap.output.console.readiness_table import Named, first_steps, show_rows
from jdgap.output.console.readiness_words import (
    STATE_STYLES,
    sentences,
    state_lines,
    verdict,
)
from jdgap.output.console.screen import has_limit, symbols_of
from jdgap.output.console.tables import (
    add_numbers,
    add_texts,
    new_list,
    new_table,
    number,
    show,
    show_bullets,
    show_facts,
    show_heading,
    show_text,
)
from jdgap.output.console.thai_text import ThaiText, thai
from jdgap.output.people_words import id_and_name
from jdgap.positions import Book, Position
from jdgap.text.language import translate as _
from jdgap.text.rounds import round_in_words

_WIDTH_FOR_BARS: Final = 60


def show_readiness(console: Console, book: Book, result: ReadinessResult) -> None:
    """Print the answer to what was asked, and how its numbers are to be read."""
    match result.asked.question:
        case Question.PERSON_AND_POSITION:
            for place, each in enumerate(result.readiness):
                _show_gap_between_people(console, place)
                _show_pair(console, book, each)
        case Question.PERSON:
            people = groupby(result.readiness, lambda each: each.assessment)
            for place, (_said, positions) in enumerate(people):
                _show_gap_between_people(console, place)
                _show_person(console, book, list(positions))
        case Question.POSITION:
            _show_position(console, book, result)
        case Question.UNIT:
            _show_unit(console, book, result)
    _show_reading(console, result)


def _show_gap_between_people(console: Console, place: int) -> None:
    if place:
        console.print()
        console.print()


def _show_pair(console: Console, book: Book, each: Readiness) -> None:
    """Print one person against one position: the verdict, then its competencies."""
    target = each.target.title.text
    _show_who(console, book, each.gaps, (_("Target position"), _noted(each, target)))
    console.print()
    _show_verdict(console, each)
    bars = GapBars(each.gaps.results)
    parts = (
        (_("Below the requirement, the largest shortfall first"), each.blocking),
        (_("Not assessed (these are not shortfalls)"), each.not_assessed),
        (_("Said not to apply"), each.not_applicable),
        (_("Reaches the requirement"), each.met),
    )
    for heading, gaps in parts:
        if gaps:
            show_heading(console, heading)
            _show_competencies(console, gaps, bars)
    _show_to_read(console, each.target)


def _show_who(console: Console, book: Book, person: PersonGaps, *more: tuple[str, str]) -> None:
    said = person.assessment
    show_text(console, said.name or said.employee_id, "bold")
    show_facts(
        console,
        (
            (_("Employee ID"), said.employee_id),
            (_("Position held"), person.position_title),
            *more,
            (_("Department"), person.department_name(book)),
            (_("Round"), round_in_words(said.round)),
        ),
    )


def _show_verdict(console: Console, each: Readiness) -> None:
    show_text(console, verdict(each), STATE_STYLES[each.state])
    show_bullets(console, sentences(console, each))


def _show_competencies(console: Console, gaps: Sequence[CompetencyGap], bars: GapBars) -> None:
    if has_limit(console) and console.width < _WIDTH_FOR_BARS:
        _show_narrow_competencies(console, gaps)
        return
    table = new_table(console)
    widest = bars.number_width + 2  # the mark of a large shortfall stands before it
    add_numbers(table, console, _("Required"), _("Actual"))
    add_numbers(table, console, _("Gap"), narrowest=widest)
    table.add_column(width=bars.width)
    add_texts(table, console, _("Competency"))
    for each in gaps:
        table.add_row(
            number(console, each.required_level),
            number(console, each.actual_level),
            marked_gap(console, each.gap),
            bars.drawn(console, each.gap),
            thai(console, each.competency.name.text),
        )
    show(console, table)


def _show_narrow_competencies(console: Console, gaps: Iterable[CompetencyGap]) -> None:
    table = new_list()
    for each in gaps:
        actual = number(console, each.actual_level)
        table.add_row(
            f"{actual} {symbols_of(console).arrow} {each.required_level}",
            marked_gap(console, each.gap),
            thai(console, each.competency.name.text),
        )
    show(console, table)


def _show_to_read(console: Console, target: Position) -> None:
    """Print what else the position asks for; nobody but a reader can compare it."""
    if not target.education and not target.experience:
        return
    heading = _("To check by reading, not counted: what “{position}” asks for besides")
    show_heading(console, heading.format(position=target.title.text))
    for label, lines in ((_("Education"), target.education), (_("Experience"), target.experience)):
        if lines:
            show(console, thai(console, label, "italic"), indent=1)
            show_bullets(console, lines, indent=1)


def _show_person(console: Console, book: Book, positions: Sequence[Readiness]) -> None:
    """Print one person against every position: the next step first, then all, ranked."""
    person = positions[0].gaps
    _show_who(console, book, person)
    following = [each for each in positions if each.next_step]
    for each in following:
        heading = _("The next step, to which the position held reports: {position}")
        show_heading(console, heading.format(position=each.target.title.text))
        _show_verdict(console, each)
        _show_to_read(console, each.target)
    if not following:
        show_heading(console, _no_next_step(book, person))

    show_heading(console, _("All positions"))
    show_bullets(console, state_lines(counted_states(positions)))

    def named(each: Readiness) -> list[ThaiText]:
        shown = thai(console, each.target.title.text, "bold" if each.next_step else "")
        note = _note(each)
        if note:
            shown.append(" ").append_text(thai(console, f"({note})", "cyan"))
        return [shown]

    _show_ranked(console, positions, [_("Position")], named)


def _show_position(console: Console, book: Book, result: ReadinessResult) -> None:
    """Print everybody against one position, ranked."""
    target = result.asked.target
    if target is None:
        return
    show_text(console, _("Who is ready for: {position}").format(position=target.title.text), "bold")
    department = (_("Department"), book.department_name(target) or "")
    _show_counts(console, result, (_("Id"), target.id), department)

    def named(each: Readiness) -> list[ThaiText]:
        held = thai(console, each.gaps.position_title, "dim")
        note = _("holds the position") if each.held else _("reports to it")
        if each.held or each.next_step:
            held.append(" ").append_text(thai(console, f"({note})", "cyan"))
        return [_person(console, each.gaps), held, thai(console, first_steps(console, each))]

    headings = [_("Employee"), _("Position held"), _("What to work on first")]
    _show_ranked(console, result.readiness, headings, named)
    _show_to_read(console, target)


def _show_unit(console: Console, book: Book, result: ReadinessResult) -> None:
    """Print everybody against the next step, the readiest first."""
    title = _("Who is ready for the position to which their own reports")
    show_text(console, title, "bold")
    _show_counts(console, result)
    states = list(State)
    rows = sorted(result.readiness, key=lambda each: states.index(each.state))

    def named(each: Readiness) -> list[ThaiText]:
        arrow = symbols_of(console).arrow
        return [
            _person(console, each.gaps),
            thai(console, f"{arrow} {each.target.title.text}", "dim"),
            thai(console, first_steps(console, each)),
        ]

    if rows:
        console.print()
        order = _("By state, the best first; within a state by department and employee id")
        show_text(console, order, "dim")
        console.print()
        headings = [_("Employee"), _("Target position"), _("What to work on first")]
        show_rows(console, rows, headings, named)
    if result.no_next_step:
        heading = _("No next step in the book: {count}").format(count=len(result.no_next_step))
        show_heading(console, heading)
        lines = (_without_next_step(book, person) for person in result.no_next_step)
        show_bullets(console, lines)


def _show_ranked(
    console: Console, rows: Iterable[Readiness], headings: Sequence[str], named: Named
) -> None:
    """Print what was assessed in full, ranked, and apart from it what was not."""
    ordered = list(rows)
    complete = [each for each in ordered if each.is_complete]
    partly = [each for each in ordered if not each.is_complete]
    if complete:
        show_heading(console, _("Everything required was assessed"))
        show_rows(console, complete, headings, named, ranks=True)
    if partly:
        show_heading(console, _("Not everything required was assessed: no rank can be given"))
        show_rows(console, partly, headings, named)


def _show_counts(console: Console, result: ReadinessResult, *facts: tuple[str, str]) -> None:
    """Print how many people it is about, and how many of them are how ready."""
    holders = sum(1 for each in result.readiness if each.held)
    show_facts(
        console,
        (
            *facts,
            (_("Round"), round_in_words(result.round.round)),
            (_("People compared"), str(len(result.readiness) - holders)),
            (_("Holders"), str(holders) if holders else ""),
        ),
    )
    show_bullets(console, state_lines(counted_states(result.readiness)))


def _person(console: Console, person: PersonGaps) -> ThaiText:
    return thai(console, _who(person))


def _who(person: PersonGaps) -> str:
    """Return somebody's id and name; without names the two are the same."""
    said = person.assessment
    return id_and_name(said.employee_id, said.name)


def _noted(each: Readiness, title: str) -> str:
    """Return a title with what is to be known of the pair."""
    note = _note(each)
    return _("{position} ({note})").format(position=title, note=note) if note else title


def _note(each: Readiness) -> str:
    if each.held:
        return _("the position held")
    return _("the next step") if each.next_step else ""


def _no_next_step(book: Book, person: PersonGaps) -> str:
    superior = book.superior_title(person.position) if person.position else None
    if superior is None:
        return _("The position held reports to nobody in the book, so no next step is marked.")
    message = _("The position held reports to {superior}, no position of the book.")
    return message.format(superior=superior)


def _without_next_step(book: Book, person: PersonGaps) -> str:
    """Return who has no next step in the book, and why."""
    who = _who(person)
    superior = book.superior_title(person.position) if person.position else None
    if superior is None:
        return _("{person}, {position}").format(person=who, position=person.position_title)
    message = _("{person}, {position}: reports to {superior}, no position of the book")
    return message.format(person=who, position=person.position_title, superior=superior)


def _show_reading(console: Console, result: ReadinessResult) -> None:
    """Print how the numbers are to be read, and where there is more."""
    console.print()
    show_text(console, _(SIGN_RULE), "dim")
    if any(each.largest_shortfall >= SEVERE_SHORTFALL for each in result.readiness):
        show_meaning_of_mark(console)
    if result.asked.question is Question.PERSON_AND_POSITION:
        return
    show_text(console, _("What was not assessed counts neither as zero nor as reached."), "dim")
    show_text(console, _("One person in full: --employee ID --for POSITION"), "dim")
