"""Why each number is what it is, on the screen: in sentences, with the cells they come from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from rich.console import Console

from jdgap.assessments import Count
from jdgap.gaps import SIGN_RULE, CompetencyGap, PersonGaps, priorities
from jdgap.gaps.explanations import COUNT_RULE, Explanation, explain
from jdgap.output.console.gap_screen import nothing_short
from jdgap.output.console.screen import can_encode, symbols_of
from jdgap.output.console.tables import show_bullets, show_heading, show_text
from jdgap.output.people_words import id_and_name
from jdgap.positions import Book
from jdgap.positions.model import ALL_GROUPS
from jdgap.problems import Problem
from jdgap.text.language import translate as _

_Known: TypeAlias = Mapping[tuple[str, str, str], Explanation]
"""Explanations by competency, group ("" where they are of the other) and number."""

_RATERS: Final = ("self_level", "supervisor_level")
_OF_TOTALS: Final = (
    *("required", "rated", "met", "shortfall"),
    *("fit_pct", "met_pct", "coverage_pct"),
)
_TIMES: Final = "×"


def show_explanations(
    console: Console,
    book: Book,
    people: Sequence[PersonGaps],
    count: Count,
    problems: Sequence[Problem],
) -> None:
    """Print where the numbers of each person come from.

    Args:
        console: Where to.
        book: The job-description book.
        people: Whose numbers.
        count: Whose level counted.
        problems: Those of the run.
    """
    show_heading(console, _("Where the numbers come from"))
    rounded = _("Percentages are rounded only when they are shown.")
    _show(console, (_(COUNT_RULE[count]), _(SIGN_RULE), rounded))
    for person in people:
        if len(people) > 1:
            said = person.assessment
            who = id_and_name(said.employee_id, said.name)
            line = symbols_of(console).line * 2
            show_heading(console, " ".join(filter(None, (line, who, line))))
        _show_person(console, book, person, explain(person, count, problems))


def _show_person(
    console: Console, book: Book, person: PersonGaps, explanations: Sequence[Explanation]
) -> None:
    _show(console, _sources(person))
    known = {(each.competency_id, each.group, each.number): each for each in explanations}
    for group in book.groups:
        results = [each for each in person.results if each.competency.group == group.id]
        if not results:
            continue
        show_heading(console, group.name.text)
        for each in results:
            _show_competency(console, each, known)
    _show_unrequired(console, person, known)
    _show_totals(console, book, person, known)
    _show_order(console, person, known)


def _sources(person: PersonGaps) -> Iterator[str]:
    """Yield which position and which sheet the numbers of a person are from."""
    wanted, held = person.compared_with.title.text, person.position
    if held is not None and held.id != person.compared_with.id:
        words = _("Required levels: those of “{position}”, not of “{held}”, the position held.")
        yield words.format(position=wanted, held=held.title.text)
    else:
        yield _("Required levels: those of the position “{position}”.").format(position=wanted)
    place = person.assessment.place
    if place.sheet:
        words = _("Cells: those of the sheet “{sheet}” in {file}.")
        yield words.format(sheet=place.sheet, file=place.file)
    else:
        yield _("Cells: those of {file}.").format(file=place.file)


def _show_competency(console: Console, result: CompetencyGap, known: _Known) -> None:
    sign = f"{symbols_of(console).marked} " if result.is_severe else ""
    style = "bold red" if result.is_severe else "bold"
    show_text(console, f"{sign}{result.competency.name.text}", style)
    notes = (("severe", result.is_severe), ("rater_difference", result.rater_difference))
    key = result.competency.id
    numbers = ("actual_level", "gap", *(number for number, applies in notes if applies))
    lines = (known[key, "", number].sentence for number in numbers)
    _show(console, (known[key, "", "required_level"].sentence, *_raters(key, known), *lines))


def _raters(competency_id: str, known: _Known) -> list[str]:
    """Return what both raters said: on one line, unless there is more to say of one of them."""
    said = [known[competency_id, "", number] for number in _RATERS]
    sentences = list(dict.fromkeys(each.sentence for each in said))
    if any(part.reason == "unusable" for each in said for part in each.inputs):
        return sentences
    return [" ".join(sentences)]


def _show_unrequired(console: Console, person: PersonGaps, known: _Known) -> None:
    if not person.not_required:
        return
    show_heading(console, _("Rated but not required (changes no total)"))
    show_text(console, _("The position does not require these, so they have no gap."))
    for each in person.not_required:
        show_text(console, each.competency.name.text, "bold")
        _show(console, _raters(each.competency.id, known))


def _show_totals(console: Console, book: Book, person: PersonGaps, known: _Known) -> None:
    show_heading(console, _("Totals"))
    names = {group.id: group.name.text for group in book.groups}
    for group in (*person.groups, ALL_GROUPS):
        show_text(console, names.get(group, _("All groups")), "bold")
        is_empty = not known["", group, "required"].value
        numbers = _OF_TOTALS[:1] if is_empty else _OF_TOTALS
        lines = [known["", group, number].sentence for number in numbers]
        if group == ALL_GROUPS:
            lines.append(known["", group, "largest_gap"].sentence)
        _show(console, lines)


def _show_order(console: Console, person: PersonGaps, known: _Known) -> None:
    show_heading(console, _("What to work on first"))
    urgent = priorities(person.results)
    if not urgent:
        show_text(console, nothing_short(person.totals))
    for each in urgent:
        place = known[each.competency.id, "", "priority"]
        sign = f"{symbols_of(console).marked} " if each.is_severe else ""
        show_text(console, f"{place.value}. {sign}{place.sentence}")


def _show(console: Console, lines: Iterable[str]) -> None:
    """Print sentences as a list, each once."""
    show_bullets(console, dict.fromkeys(_with_times(console, line) for line in lines))


def _with_times(console: Console, line: str) -> str:
    return line if can_encode(console.encoding, _TIMES) else line.replace(_TIMES, "x")
