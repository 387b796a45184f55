"""What is legal in a book but doubtful: pure functions in a tuple, each yielding doubts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from jdgap.positions.model import Book, Competency, Department, Group, Name
from jdgap.positions.rules import Path
from jdgap.text.language import mark as _
from jdgap.text.names import name_key

_ALIKE: Final = 94.0
"""Percent of likeness from which people take one name for the other; see `text.names`."""
_SHORTEST_ALIKE: Final = 8
"""Characters of a key; short names are alike by chance."""
_NEARLY_ALL: Final = 0.8
"""Of the names of a book: so many without a language are a book in the other one."""
_LEAST_OF_ALL: Final = 4


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in a book that is perhaps not meant.

    Attributes:
        code: The kind of problem, a warning.
        path: Where, as keys and list places from the top of the document.
        facts: What the problem's message says.
    """

    code: str
    path: Path
    facts: Mapping[str, object] = field(default_factory=dict)


def positions_doubts(book: Book) -> tuple[Doubt, ...]:
    """Return what is legal in a book but doubtful, check by check, in the book's order.

    Args:
        book: The job-description book.
    """
    return tuple(doubt for check in CHECKS for doubt in check(book))


def competencies_that_nobody_needs(book: Book) -> Iterator[Doubt]:
    """Yield the competencies that no position requires."""
    needed = {each for position in book.positions for each in position.required}
    for place, each in enumerate(book.competencies):
        if each.id not in needed:
            path = ("competencies", place, "id")
            yield Doubt("competency-not-required", path, {"name": each.name.text})


def positions_that_require_nothing(book: Book) -> Iterator[Doubt]:
    """Yield the positions without any required level."""
    for place, each in enumerate(book.positions):
        if not each.required:
            path = ("positions", place, "required")
            yield Doubt("nothing-required", path, {"name": each.title.text})


def positions_apart(book: Book) -> Iterator[Doubt]:
    """Yield the positions that report to nobody, and to which nobody reports."""
    superiors = {each.reports_to for each in book.positions}
    if len(book.positions) == 1:
        return
    for place, each in enumerate(book.positions):
        outside = each.reports_to is None and each.reports_to_title is None
        if outside and each.id not in superiors:
            path = ("positions", place, "reports_to")
            yield Doubt("position-apart", path, {"name": each.title.text})


def superiors_with_lower_levels(book: Book) -> Iterator[Doubt]:
    """Yield the levels of superiors that are lower than those of who reports to them."""
    places = {each.id: place for place, each in enumerate(book.positions)}
    for position in book.positions:
        if position.reports_to is None:
            continue
        superior = book.position_by_id[position.reports_to]
        for competency in book.required_competencies(position):
            above, here = superior.required.get(competency.id), position.required[competency.id]
            if above is not None and above < here:
                path = ("positions", places[superior.id], "required", competency.id)
                facts = {
                    "name": superior.title.text,
                    "other": position.title.text,
                    "competency": competency.name.text,
                    "found": above,
                    "wanted": here,
                }
                yield Doubt("superior-requires-less", path, facts)


def names_in_one_language(book: Book) -> Iterator[Doubt]:
    """Yield the names that lack one of the two languages; once where nearly all lack the same."""
    names = list(_names(book))
    for language, what in (("th", _("Thai")), ("en", _("English"))):
        lacking = [(path, name) for path, name in names if getattr(name, language) is None]
        if len(lacking) >= max(_LEAST_OF_ALL, _NEARLY_ALL * len(names)):
            facts = {"count": len(lacking), "whole": len(names), "what": what}
            yield Doubt("book-in-one-language", (), facts)
            continue
        for path, name in lacking:
            yield Doubt("missing-translation", (*path, language), {"name": name.text})


def names_that_are_confused(book: Book) -> Iterator[Doubt]:
    """Yield two entries of one list whose names have the same key, or hardly differ."""
    lists: tuple[tuple[str, list[tuple[str, Name]]], ...] = (
        ("groups", [(each.id, each.name) for each in book.groups]),
        ("competencies", [(each.id, each.name) for each in book.competencies]),
        ("departments", [(each.id, each.name) for each in book.departments]),
        ("positions", [(each.id, each.title) for each in book.positions]),
    )
    for key, named in lists:
        for place, (known, name) in enumerate(named):
            for other, other_name in named[:place]:
                path = (key, place, "title" if key == "positions" else "name")
                language = _same_in(name, other_name)
                if language:
                    facts = {"name": getattr(name, language), "id": known, "other": other}
                    yield Doubt("same-name", (*path, language), facts)
                elif _are_alike(name, other_name):
                    yield Doubt("alike-names", path, {"name": name.text, "other": other_name.text})


def departments_without_positions(book: Book) -> Iterator[Doubt]:
    """Yield the departments that no position belongs to."""
    used = {each.department for each in book.positions}
    for place, each in enumerate(book.departments):
        if each.id not in used:
            path = ("departments", place, "id")
            yield Doubt("department-without-positions", path, {"name": each.name.text})


def groups_without_competencies(book: Book) -> Iterator[Doubt]:
    """Yield the groups that no competency belongs to."""
    used = {each.group for each in book.competencies}
    for place, each in enumerate(book.groups):
        if each.id not in used:
            path = ("groups", place, "id")
            yield Doubt("group-without-competencies", path, {"name": each.name.text})


def gaps_in_the_scale(book: Book) -> Iterator[Doubt]:
    """Yield neighbouring levels of the scale that are more than one apart."""
    places = {step.level: place for place, step in enumerate(book.scale)}
    for lower, higher in zip(book.levels, book.levels[1:], strict=False):
        if higher - lower > 1:
            facts = {"lowest": lower, "highest": higher}
            yield Doubt("gap-in-scale", ("scale", places[higher], "level"), facts)


CHECKS: Final[tuple[Callable[[Book], Iterable[Doubt]], ...]] = (
    gaps_in_the_scale,
    groups_without_competencies,
    competencies_that_nobody_needs,
    departments_without_positions,
    positions_that_require_nothing,
    positions_apart,
    superiors_with_lower_levels,
    names_that_are_confused,
    names_in_one_language,
)


def _names(book: Book) -> Iterator[tuple[Path, Name]]:
    yield ("organisation",), book.organisation
    for place, step in enumerate(book.scale):
        yield ("scale", place, "name"), step.name
        yield ("scale", place, "meaning"), step.meaning
    lists: tuple[tuple[str, Sequence[Group | Competency | Department]], ...] = (
        ("groups", book.groups),
        ("competencies", book.competencies),
        ("departments", book.departments),
    )
    for key, listed in lists:
        for place, each in enumerate(listed):
            yield (key, place, "name"), each.name
    for place, position in enumerate(book.positions):
        yield ("positions", place, "title"), position.title
        if position.reports_to_title is not None:
            yield ("positions", place, "reports_to_title"), position.reports_to_title


def _same_in(one: Name, other: Name) -> str:
    """Return the language in which two names are one, "" where they differ in both."""
    for language in ("th", "en"):
        mine, yours = (name_key(getattr(each, language) or "") for each in (one, other))
        if mine and mine == yours:
            return language
    return ""


def _are_alike(one: Name, other: Name) -> bool:
    from rapidfuzz import fuzz

    for language in ("th", "en"):
        mine, yours = (name_key(getattr(each, language) or "") for each in (one, other))
        # Names that hardly differ tell people apart only where both languages say so.
        if len(mine) >= _SHORTEST_ALIKE and fuzz.ratio(mine, yours) >= _ALIKE:
            return True
    return False
