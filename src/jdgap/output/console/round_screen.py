"""A round on the screen: who answered, how they stand, what to train first, and what is wrong."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from rich.console import Console

from jdgap.assessments.own_reports import report_titles
from jdgap.assessments.roster.roster import StaffMember
from jdgap.gaps import SIGN_RULE, Totals
from jdgap.gaps.attendance import Attendance
from jdgap.gaps.model import SEVERE_SHORTFALL
from jdgap.gaps.organisation import CompetencySummary
from jdgap.gaps.round import RoundResult
from jdgap.output.console.gap_screen import nothing_short
from jdgap.output.console.knowledge_screen import show_knowledge_needs
from jdgap.output.console.screen import has_limit, symbols_of
from jdgap.output.console.tables import (
    PERCENTAGE,
    add_numbers,
    add_texts,
    new_table,
    percentage,
    show,
    show_bullets,
    show_facts,
    show_heading,
    show_text,
)
from jdgap.output.console.thai_text import thai
from jdgap.output.problem_words import counted
from jdgap.positions import Book
from jdgap.problems import Problem, Severity
from jdgap.text.language import translate as _
from jdgap.text.rounds import round_in_words

_MOST: Final = 5
"""Entries of a list that is told in full in the report."""

_WIDTH_FOR_ALL_SHARES: Final = 50


def show_round(console: Console, book: Book, result: RoundResult, report: Path) -> None:
    """Print the summary of a round whose workbook is at `report`."""
    show_text(console, book.organisation.text, "bold")
    show_facts(console, _facts(console, result))
    _show_groups(console, book, result)
    _show_needs(console, result)
    show_knowledge_needs(console, book, result.people)
    show_text(console, _(SIGN_RULE), "dim")
    _show_unusable(console, unusable_files(result))
    _show_problems(console, result, report)


def unusable_files(result: RoundResult) -> list[Problem]:
    """Return the first error of each file that is wrong as a whole and counts for nobody."""
    used = {person.assessment.place.file for person in result.people}
    found: dict[str, Problem] = {}
    for problem in result.problems:
        place = problem.place
        whole = not place.sheet and not place.cell
        if problem.severity is Severity.ERROR and whole and place.file not in used:
            found.setdefault(place.file, problem)
    return list(found.values())


def _facts(console: Console, result: RoundResult) -> list[tuple[str, str]]:
    facts = [(_("Round"), round_in_words(result.round))]
    if result.attendance and result.attendance.whole.expected:  # a roster that could be used
        facts += _attendance(console, result.attendance)
    facts.append((_("People who count"), str(len(result.people))))
    facts.append((_("Files read"), str(result.files)))
    return facts


def _attendance(console: Console, attendance: Attendance) -> list[tuple[str, str]]:
    whole = attendance.whole
    answered = _("{answered} ({share}%)").format(
        answered=whole.answered, share=percentage(console, whole.answered_pct)
    )
    lost = whole.answered - whole.counted
    return [
        (_("Staff on the roster"), str(whole.expected)),
        (_("Answered"), answered),
        (_("Answered, not counted"), str(lost) if lost else ""),
        (_("Still to answer"), _missing(attendance.missing)),
    ]


def _missing(missing: Sequence[StaffMember]) -> str:
    """Return how many have not answered, and the ids of the first of them."""
    if not missing:
        return "0"
    ids = ", ".join(each.employee_id for each in missing[:_MOST])
    left = len(missing) - _MOST
    if left > 0:
        ids = _("{some} and {count} more").format(some=ids, count=left)
    return f"{len(missing)} ({ids})"


def _show_groups(console: Console, book: Book, result: RoundResult) -> None:
    show_heading(console, _("Fit by group"))
    whole = result.organisation.whole
    wide = not has_limit(console) or console.width >= _WIDTH_FOR_ALL_SHARES
    table = new_table(console)
    shares = (_("Fit %"), *([_("Met %")] if wide else []), _("Coverage %"))
    add_numbers(table, console, *shares, narrowest=PERCENTAGE)
    add_numbers(table, console, _("Shortfall"))
    add_texts(table, console, _("Group"))
    rows = [(group.name.text, whole.totals_by_group[group.id], "") for group in book.groups]
    # A group that no position of theirs requires says nothing.
    rows = [row for row in rows if row[1].required]
    for name, sums, style in [*rows, (_("All groups"), whole.totals, "bold")]:
        table.add_row(
            *(percentage(console, each) for each in _shares(sums, wide=wide)),
            str(sums.shortfall),
            thai(console, name),
            style=style,
        )
    show(console, table)


def _shares(sums: Totals, *, wide: bool) -> list[float | None]:
    return [sums.fit_pct, *([sums.met_pct] if wide else []), sums.coverage_pct]


def _show_needs(console: Console, result: RoundResult) -> None:
    show_heading(console, _("Largest training needs"))
    needs = result.organisation.needs[:_MOST]
    if not needs:
        show_text(console, nothing_short(result.organisation.whole.totals))
        return
    table = new_table(console)
    add_numbers(table, console, _("Shortfall"), _("People below"), _("Largest gap"))
    add_texts(table, console, _("Competency"))
    for need in needs:
        summary = need.summary
        table.add_row(
            str(summary.shortfall),
            f"{summary.below}/{summary.rated}",
            _largest(console, summary),
            thai(console, summary.competency.name.text),
        )
    show(console, table)
    left = len(result.organisation.needs) - len(needs)
    if left:
        show_text(console, _("and {count} more in the report").format(count=left), "dim")


def _largest(console: Console, summary: CompetencySummary) -> str:
    large = summary.largest_shortfall >= SEVERE_SHORTFALL
    sign = f"{symbols_of(console).marked} " if large else ""
    return f"{sign}{-summary.largest_shortfall}"


def _show_unusable(console: Console, unusable: Sequence[Problem]) -> None:
    if not unusable:
        return
    heading = _("Files that could not be used: {count}").format(count=len(unusable))
    show_heading(console, heading)
    said = [f"{problem.place.file}: {problem.message()}" for problem in unusable[:_MOST]]
    show_bullets(console, said)
    left = len(unusable) - _MOST
    if left > 0:
        show_text(console, _("and {count} more").format(count=left), "dim")


def _show_problems(console: Console, result: RoundResult, report: Path) -> None:
    console.print()
    if not result.problems:
        show_text(console, _("Nothing is wrong: everything that was read could be used."))
        return
    show_text(console, counted(result.problems), "bold red" if result.has_errors else "bold")
    inside = symbols_of(console).inside
    where = _("Each with its file and cell: {place}")
    show_text(console, where.format(place=f"{report} {inside} {report_titles()['problems']}"))
