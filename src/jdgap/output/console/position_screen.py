"""Positions on the screen: all of them as a list, or one as its job-description sheet."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.table import Table

from jdgap.output.console.screen import has_limit, symbols_of
from jdgap.output.console.tables import (
    add_texts,
    new_table,
    number,
    show,
    show_bullets,
    show_facts,
    show_heading,
    show_text,
)
from jdgap.output.console.thai_text import stacked, thai
from jdgap.positions import Book, Position, Relationship, Responsibility
from jdgap.text.language import translate as _
from jdgap.text.wrapping import cells

_WIDTH_FOR_IDS_APART: Final = 130


def show_positions(console: Console, book: Book, positions: Sequence[Position]) -> None:
    """Print a row for each position; on a narrow terminal the id stands below the title."""
    together = has_limit(console) and console.width < _WIDTH_FOR_IDS_APART
    table = new_table(console, ruled=False)
    if together:
        add_texts(table, console, f"{_('Position')} / {_('Id')}")
    else:
        table.add_column(thai(console, _("Id")), no_wrap=True)
        add_texts(table, console, _("Position"))
    add_texts(table, console, _("Department"), _("Reports to"))
    for position in positions:
        title, name = thai(console, position.title.text), thai(console, position.id, "cyan")
        table.add_row(
            *([stacked(title, name)] if together else [name, title]),
            thai(console, book.department_name(position) or symbols_of(console).none),
            thai(console, book.superior_title(position) or symbols_of(console).none),
        )
    show(console, table)


def show_position(console: Console, book: Book, position: Position) -> None:
    """Print the job-description sheet of a position, required levels first."""
    show_text(console, position.title.text, "bold")
    show_facts(
        console,
        (
            (_("Id"), position.id),
            (_("Department"), book.department_name(position) or ""),
            (_("Reports to"), book.superior_title(position) or ""),
        ),
    )
    _show_required(console, book, position)
    _show_list(console, _("Purpose of the position"), position.purpose)
    _show_responsibilities(console, position.responsibilities)
    _show_relationships(console, position.relationships)
    _show_list(console, _("Education"), position.education)
    _show_list(console, _("Experience"), position.experience)
    _show_list(console, _("Knowledge"), position.knowledge)
    _show_list(console, _("Skills"), position.skills)
    _show_reporting_line(console, book, position)


def _show_required(console: Console, book: Book, position: Position) -> None:
    level_names = {step.level: step.name.text for step in book.scale}
    name_width = max(cells(name) for name in level_names.values())
    required = book.required_competencies(position)
    for group in book.groups:
        competencies = [each for each in required if each.group == group.id]
        if not competencies:
            continue
        show_heading(console, group.name.text)
        rows = Table.grid(padding=(0, 2, 0, 0))
        rows.add_column(justify="right", width=max(len(str(level)) for level in level_names))
        rows.add_column(width=min(name_width, console.width // 4))
        rows.add_column()
        for competency in competencies:
            level = position.required[competency.id]
            name = thai(console, level_names.get(level, ""))
            rows.add_row(number(console, level), name, thai(console, competency.name.text))
        show(console, rows, indent=1)


def _show_list(console: Console, heading: str, entries: Sequence[str]) -> None:
    if entries:
        show_heading(console, heading)
        show_bullets(console, entries)


def _show_responsibilities(console: Console, responsibilities: Sequence[Responsibility]) -> None:
    if not responsibilities:
        return
    show_heading(console, _("Key responsibilities"))
    for place, each in enumerate(responsibilities, start=1):
        numbered = Table.grid(padding=(0, 1, 0, 0))
        numbered.add_row(f"{place}.", thai(console, each.duty, "bold"))
        show(console, numbered, indent=1)
        parts = ((_("Key activities"), each.activities), (_("Expected results"), each.results))
        for label, entries in parts:
            if entries:
                show(console, thai(console, label, "italic"), indent=4)
                show_bullets(console, entries, indent=4)


def _show_relationships(console: Console, relationships: Sequence[Relationship]) -> None:
    if not relationships:
        return
    show_heading(console, _("Working relationships"))
    table = new_table(console)
    add_texts(table, console, _("With whom"), _("About"), _("How often"))
    for each in relationships:
        table.add_row(
            *(thai(console, text) for text in (each.with_whom, each.about, each.frequency))
        )
    show(console, table, indent=1)


def _show_reporting_line(console: Console, book: Book, position: Position) -> None:
    superiors = [*_superiors(book, position)][::-1]
    below = [each.title.text for each in book.positions if each.reports_to == position.id]
    if not superiors and not below:
        return
    show_heading(console, _("Reporting line"))
    for depth, title in enumerate(superiors):
        _show_branch(console, depth, title)
    _show_branch(console, len(superiors), position.title.text, "bold")
    for title in below:
        _show_branch(console, len(superiors) + 1, title)


def _superiors(book: Book, position: Position) -> Iterator[str]:
    """Yield the titles above a position, the nearest first."""
    passed = {position.id}
    while position.reports_to is not None and position.reports_to not in passed:
        position = book.position_by_id[position.reports_to]
        passed.add(position.id)
        yield position.title.text
    if position.reports_to_title is not None:
        yield position.reports_to_title.text


def _show_branch(console: Console, depth: int, title: str, style: str = "") -> None:
    branch = Table.grid(padding=(0, 1, 0, 0))
    branch.add_row(symbols_of(console).branch if depth else "", thai(console, title, style))
    show(console, branch, indent=1 + 3 * max(0, depth - 1) if depth else 0)
