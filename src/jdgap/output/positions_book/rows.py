"""What stands on each sheet of the positions workbook: in the book's order."""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Final, TypeAlias

from jdgap.assessments.positions_book.layout import PARTS
from jdgap.positions import Book, Name, Position

Cells: TypeAlias = tuple[str | int | None, ...]


def _both(name: Name | None) -> tuple[str | None, str | None]:
    return (name.th, name.en) if name else (None, None)


def _organisation(book: Book) -> Iterator[Cells]:
    yield _both(book.organisation)


def _scale(book: Book) -> Iterator[Cells]:
    for step in book.scale:
        yield step.level, *_both(step.name), *_both(step.meaning)


def _groups(book: Book) -> Iterator[Cells]:
    for each in book.groups:
        yield each.id, *_both(each.name)


def _departments(book: Book) -> Iterator[Cells]:
    for each in book.departments:
        yield each.id, *_both(each.name)


def _competencies(book: Book) -> Iterator[Cells]:
    for each in book.competencies:
        yield each.id, each.group, *_both(each.name)


def _positions(book: Book) -> Iterator[Cells]:
    for each in book.positions:
        superior = _both(each.reports_to_title)
        yield each.id, *_both(each.title), each.department, each.reports_to, *superior


def _required(book: Book) -> Iterator[Cells]:
    for each in book.positions:
        levels = (each.required.get(competency.id) for competency in book.competencies)
        yield *_of(each), *levels


def _texts(book: Book) -> Iterator[Cells]:
    for position in book.positions:
        for part in PARTS:
            lines: tuple[str, ...] = getattr(position, part.key)
            for line in lines:
                yield *_of(position), part.text, line


def _responsibilities(book: Book) -> Iterator[Cells]:
    for position in book.positions:
        for each in position.responsibilities:
            beside = zip_longest((each.duty,), each.activities, each.results)
            for duty, activity, result in beside:
                yield *_of(position), duty, activity, result


def _relationships(book: Book) -> Iterator[Cells]:
    for position in book.positions:
        for each in position.relationships:
            yield *_of(position), each.with_whom, each.about, each.frequency


def _of(position: Position) -> tuple[str, str]:
    return position.id, position.title.text


ROWS: Final[dict[str, Callable[[Book], Iterator[Cells]]]] = {
    "organisation": _organisation,
    "scale": _scale,
    "groups": _groups,
    "competencies": _competencies,
    "departments": _departments,
    "positions": _positions,
    "required": _required,
    "texts": _texts,
    "responsibilities": _responsibilities,
    "relationships": _relationships,
}
"""By the key of the sheet."""
