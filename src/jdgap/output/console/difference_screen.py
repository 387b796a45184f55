"""What changed between two books of positions, on the screen: by kind, texts last."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from rich.console import Console

from jdgap.output.console.screen import symbols_of
from jdgap.output.console.tables import new_list, show, show_heading, show_text
from jdgap.output.console.thai_text import ThaiText, stacked, thai
from jdgap.positions import Book, Name
from jdgap.positions.differences import BookComparison, Change, Difference, What
from jdgap.text.language import mark
from jdgap.text.language import translate as _

_HEADINGS: Final = {
    What.ORGANISATION: mark("Organisation"),
    What.SCALE: mark("Scale"),
    What.GROUP: mark("Competency groups"),
    What.COMPETENCY: mark("Competencies"),
    What.DEPARTMENT: mark("Departments"),
    What.POSITION: mark("Positions"),
}
_CHANGES: Final = {
    Change.ADDED: mark("added"),
    Change.REMOVED: mark("removed"),
    Change.RENAMED: mark("renamed"),
    Change.MOVED: mark("moved"),
    Change.NEW_SUPERIOR: mark("another superior"),
    Change.CHANGED: mark("changed"),
    Change.NEW_ID: mark("another id, the same name"),
    Change.REORDERED: mark("in another order"),
}
_PARTS: Final = {
    "purpose": mark("Purpose of the position"),
    "education": mark("Education"),
    "experience": mark("Experience"),
    "knowledge": mark("Knowledge"),
    "skills": mark("Skills"),
    "responsibilities": mark("Responsibilities"),
    "relationships": mark("Working relationships"),
}
_STYLES: Final = {Change.ADDED: "green", Change.REMOVED: "red", Change.NEW_ID: "yellow"}


def show_differences(console: Console, comparison: BookComparison) -> None:
    """Print what changed, under a heading for each kind that something changed of."""
    if not comparison.differences:
        show_text(console, _("Nothing changed."))
        return
    for what, heading in _HEADINGS.items():
        _show_kind(console, comparison, _(heading), _of(comparison, what))
    _show_levels(console, comparison, _of(comparison, What.REQUIRED_LEVEL))
    _show_texts(console, _of(comparison, What.TEXT))


def _of(comparison: BookComparison, what: What) -> list[Difference]:
    return [each for each in comparison.differences if each.what is what]


def _show_kind(
    console: Console, comparison: BookComparison, heading: str, found: Sequence[Difference]
) -> None:
    if not found:
        return
    show_heading(console, f"{heading} ({len(found)})")
    table = new_list()
    for each in found:
        word = thai(console, _(_CHANGES[each.change]), _STYLES.get(each.change, "cyan"))
        known = thai(console, each.name)
        if each.id:
            known.append(" ").append_text(thai(console, each.id, "dim"))
        table.add_row(word, stacked(known, _from_to(console, comparison, each)))
    show(console, table, indent=1)


def _from_to(console: Console, comparison: BookComparison, each: Difference) -> ThaiText:
    if each.old is None and each.new is None:
        return ThaiText()
    old = _shown(comparison.old, each, each.old)
    new = _shown(comparison.new, each, each.new)
    none = symbols_of(console).none
    return thai(console, f"{old or none} {symbols_of(console).arrow} {new or none}", "dim")


def _shown(book: Book, each: Difference, value: str | int | None) -> str:
    """Return what was there or is there; an id that is used is shown as the name that it has."""
    if not isinstance(value, str) or each.change not in {Change.MOVED, Change.NEW_SUPERIOR}:
        return "" if value is None else str(value)
    names: dict[str, Name] = {}
    if each.change is Change.NEW_SUPERIOR:
        names = {position.id: position.title for position in book.positions}
    elif each.what is What.POSITION:
        names = {department.id: department.name for department in book.departments}
    else:
        names = {group.id: group.name for group in book.groups}
    return names[value].text if value in names else value


def _show_levels(console: Console, comparison: BookComparison, found: Sequence[Difference]) -> None:
    if not found:
        return
    show_heading(console, _("Required levels ({count})").format(count=len(found)))
    names = {
        each.id: each.name.text
        for each in (*comparison.old.competencies, *comparison.new.competencies)
    }
    for (_id, title), here in groupby(found, key=lambda each: (each.id, each.name)):
        show(console, thai(console, title), indent=1)
        table = new_list()
        for each in here:
            none, arrow = symbols_of(console).none, symbols_of(console).arrow
            old, new = (none if level is None else str(level) for level in (each.old, each.new))
            table.add_row(f"{old:>3} {arrow} {new:<3}", thai(console, names[each.about]))
        show(console, table, indent=3)


def _show_texts(console: Console, found: Sequence[Difference]) -> None:
    if not found:
        return
    show_heading(console, _("Texts (lines: {count})").format(count=len(found)))
    for (_id, title, part), lines in groupby(
        found, key=lambda each: (each.id, each.name, each.about)
    ):
        here = list(lines)
        heading = thai(console, f"{title}: {_(_PARTS[part])} ({len(here)})")
        show(console, heading, indent=1)
        table = new_list()
        for each in here:
            for sign, text, style in (("-", each.old, "red"), ("+", each.new, "green")):
                if text is not None:
                    table.add_row(sign, thai(console, str(text), style))
        show(console, table, indent=3)
