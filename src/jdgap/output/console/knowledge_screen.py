"""Knowledge and skills on the screen: what one person needs, and what is needed most."""

from collections.abc import Sequence
from typing import Final

from rich.console import Console

from jdgap.assessments.model import KnowledgeAnswer
from jdgap.gaps import PersonGaps
from jdgap.gaps.knowledge import has_checklists, knowledge_counts, knowledge_needs, needed
from jdgap.output.console.screen import symbols_of
from jdgap.output.console.tables import (
    add_numbers,
    add_texts,
    new_list,
    new_table,
    show,
    show_heading,
    show_text,
)
from jdgap.output.console.thai_text import thai
from jdgap.output.knowledge_words import KINDS
from jdgap.positions import Book
from jdgap.text.language import translate as _

_MOST: Final = 5
"""Entries of a list that is told in full in the report."""


def show_knowledge(console: Console, answers: Sequence[KnowledgeAnswer]) -> None:
    """Print what is needed of a checklist, and how many items have each answer.

    Nothing is printed where nothing was answered.
    """
    counts = knowledge_counts(answers)
    if not counts.answered:
        return
    show_heading(console, _("Knowledge and skills to develop"))
    wanted = needed(answers)
    if wanted:
        symbols, table = symbols_of(console), new_list()
        for each in wanted:
            kind, item = thai(console, _(KINDS[each.kind]), "dim"), thai(console, each.item)
            table.add_row(symbols.bullet, kind, item)
        show(console, table)
    else:
        show_text(console, _("Nothing on the checklist is marked as needed."))
    words = _(
        "Have {have}, need {need}, not needed {not_needed}, without an answer {unanswered};"
        " they change no total."
    ).format(
        have=counts.have,
        need=counts.need,
        not_needed=counts.not_needed,
        unanswered=counts.unanswered,
    )
    show_text(console, words, "dim")


def show_knowledge_needs(console: Console, book: Book, people: Sequence[PersonGaps]) -> None:
    """Print what most people need; nothing where nobody answered a checklist."""
    if not has_checklists(people):
        return
    show_heading(console, _("Knowledge and skills needed most"))
    needs = knowledge_needs(people, book)
    if not needs:
        show_text(console, _("Nothing on the checklists is marked as needed."))
        return
    table = new_table(console)
    add_numbers(table, console, _("People"), narrowest=len(f"{needs[0].answered}") * 2 + 1)
    add_texts(table, console, _("Kind"), _("Knowledge or skill"))
    for need in needs[:_MOST]:
        table.add_row(
            f"{len(need.people)}/{need.answered}",
            thai(console, _(KINDS[need.kind])),
            thai(console, need.item),
        )
    show(console, table)
    left = len(needs) - _MOST
    if left > 0:
        show_text(console, _("and {count} more in the report").format(count=left), "dim")
