"""A round on the screen: who answered, how they stand, what to train first, and what is wrong."""

from collections import Counter
from pathlib import Path

from rich.console import Console

from jdgap.assessments.own_reports import report_titles
from jdgap.gaps import SIGN_RULE
from jdgap.gaps.organisation import CompetencySummary
from jdgap.gaps.round import RoundResult
from jdgap.output.console.gap_screen import LARGE_SHORTFALL
from jdgap.output.console.screen import symbols_of
from jdgap.output.console.tables import (
    PERCENTAGE,
    add_numbers,
    add_texts,
    new_table,
    percentage,
    show,
    show_facts,
    show_heading,
    show_text,
)
from jdgap.output.console.thai_text import thai
from jdgap.positions import Book
from jdgap.problems import Severity
from jdgap.text.language import translate as _

_MOST_NEEDS = 5


def show_round(console: Console, book: Book, result: RoundResult, report: Path) -> None:
    """Print the summary of a round whose workbook is at `report`."""
    show_text(console, book.organisation.text, "bold")
    show_facts(console, _facts(console, result))
    _show_groups(console, book, result)
    _show_needs(console, result)
    console.print()
    _show_problems(console, result, report)
    show_text(console, _(SIGN_RULE), "dim")


def _facts(console: Console, result: RoundResult) -> list[tuple[str, str]]:
    facts = [(_("Round"), result.round)]
    if result.attendance:
        whole = result.attendance.whole
        answered = _("{answered} ({share}%)").format(
            answered=whole.answered, share=percentage(console, whole.answered_pct)
        )
        facts += [
            (_("Staff on the roster"), str(whole.expected)),
            (_("Answered"), answered),
            (_("Not answered"), str(len(result.attendance.missing))),
        ]
    facts.append((_("People who count"), str(len(result.people))))
    facts.append((_("Files read"), str(result.files)))
    return facts


def _show_groups(console: Console, book: Book, result: RoundResult) -> None:
    show_heading(console, _("Fit by group"))
    whole = result.organisation.whole
    table = new_table(console)
    shares = (_("Fit %"), _("Met %"), _("Coverage %"))
    add_numbers(table, console, *shares, narrowest=PERCENTAGE)
    add_numbers(table, console, _("Shortfall"))
    add_texts(table, console, _("Group"))
    rows = [(group.name.text, whole.totals_by_group[group.id], "") for group in book.groups]
    for name, sums, style in [*rows, (_("All groups"), whole.totals, "bold")]:
        numbers = (sums.fit_pct, sums.met_pct, sums.coverage_pct)
        table.add_row(
            *(percentage(console, each) for each in numbers),
            str(sums.shortfall),
            thai(console, name),
            style=style,
        )
    show(console, table)


def _show_needs(console: Console, result: RoundResult) -> None:
    show_heading(console, _("Largest training needs"))
    needs = result.organisation.needs[:_MOST_NEEDS]
    if not needs:
        show_text(console, _("Nothing that was rated is below the requirement."))
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
    large = summary.largest_shortfall >= LARGE_SHORTFALL
    sign = f"{symbols_of(console).marked} " if large else ""
    return f"{sign}{-summary.largest_shortfall}"


def _show_problems(console: Console, result: RoundResult, report: Path) -> None:
    counts = Counter(problem.severity for problem in result.problems)
    words = _("Errors: {errors}, warnings: {warnings}, notes: {notes}").format(
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.INFO],
    )
    show_text(console, words, "bold red" if counts[Severity.ERROR] else "bold")
    if result.problems:
        inside = symbols_of(console).inside
        where = _("Each with its file and cell: {place}")
        show_text(console, where.format(place=f"{report} {inside} {report_titles()['problems']}"))
