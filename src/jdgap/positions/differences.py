"""What changed between two books, as between two years: pure data, in the newer book's order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, TypeAlias

from jdgap.positions.model import Book, Competency, Department, Group, Name, Position
from jdgap.text.names import name_key

_Entry: TypeAlias = Group | Competency | Department | Position


class What(StrEnum):
    """What kind of thing changed."""

    ORGANISATION = "organisation"
    SCALE = "scale"
    GROUP = "group"
    COMPETENCY = "competency"
    DEPARTMENT = "department"
    POSITION = "position"
    REQUIRED_LEVEL = "required_level"
    TEXT = "text"


class Change(StrEnum):
    """How it changed."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    NEW_SUPERIOR = "new_superior"
    CHANGED = "changed"
    NEW_ID = "new_id"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed.

    Attributes:
        what: What kind of thing.
        change: How it changed. `new_id`: the name stayed and the id did not; it is told besides
            the removed and the added one, because answers are matched by id.
        id: Its id; of a position for required levels and texts; "" for the organisation. For a
            new id, the new one.
        name: Its name in the language in use, of the newer book where it is there.
        about: For a required level the id of the competency, for a text its part; else "".
        old: What was there, None for nothing.
        new: What is there now, None for nothing.
    """

    what: What
    change: Change
    id: str
    name: str
    about: str = ""
    old: str | int | None = None
    new: str | int | None = None


@dataclass(frozen=True, slots=True)
class BookComparison:
    """Two books, and all that changed from one to the other.

    Attributes:
        old: The older book.
        new: The newer one.
        differences: In the newer book's order; what was removed stands last of its kind.
    """

    old: Book
    new: Book
    differences: tuple[Difference, ...]


_TEXT_PARTS: Final = ("purpose", "education", "experience", "knowledge", "skills")


def compare_books(old: Book, new: Book) -> BookComparison:
    """Return what changed between two books of one organisation. Entries are matched by id.

    Args:
        old: The older book.
        new: The newer one.
    """
    found = [
        *_organisation(old, new),
        *_scale(old, new),
        *_entries(What.GROUP, old.groups, new.groups),
        *_entries(What.COMPETENCY, old.competencies, new.competencies),
        *_entries(What.DEPARTMENT, old.departments, new.departments),
        *_entries(What.POSITION, old.positions, new.positions),
        *_levels(old, new),
        *_texts(old, new),
    ]
    return BookComparison(old, new, tuple(found))


def _organisation(old: Book, new: Book) -> Iterator[Difference]:
    if old.organisation != new.organisation:
        yield Difference(
            What.ORGANISATION,
            Change.RENAMED,
            "",
            new.organisation.text,
            old=_both(old.organisation),
            new=_both(new.organisation),
        )


def _scale(old: Book, new: Book) -> Iterator[Difference]:
    before = {step.level: step for step in old.scale}
    after = {step.level: step for step in new.scale}
    for level in sorted(before | after):
        then, now = before.get(level), after.get(level)
        if then == now:
            continue
        said = [
            f"{_both(each.name)}: {_both(each.meaning)}" if each else None for each in (then, now)
        ]
        step = now or then
        name = step.name.text if step else ""
        yield Difference(What.SCALE, _how(then, now), str(level), name, old=said[0], new=said[1])


def _entries(what: What, old: Sequence[_Entry], new: Sequence[_Entry]) -> Iterator[Difference]:
    before, after = ({each.id: each for each in listed} for listed in (old, new))
    for entry in new:
        then = before.get(entry.id)
        if then is None:
            yield Difference(what, Change.ADDED, entry.id, name_of(entry).text)
        else:
            yield from _changed(what, then, entry)
    gone = [each for each in old if each.id not in after]
    for entry in gone:
        yield Difference(what, Change.REMOVED, entry.id, name_of(entry).text)
    yield from _new_ids(what, gone, [each for each in new if each.id not in before])
    kept = [
        [each.id for each in listed if each.id in before and each.id in after]
        for listed in (old, new)
    ]
    if kept[0] != kept[1]:
        yield Difference(what, Change.REORDERED, "", "")


def _changed(what: What, then: _Entry, now: _Entry) -> Iterator[Difference]:
    pairs: list[tuple[Change, str | None, str | None]] = [
        (Change.RENAMED, _both(name_of(then)), _both(name_of(now)))
    ]
    if isinstance(then, Competency) and isinstance(now, Competency):
        pairs.append((Change.MOVED, then.group, now.group))
    if isinstance(then, Position) and isinstance(now, Position):
        pairs.append((Change.MOVED, then.department, now.department))
        pairs.append((Change.NEW_SUPERIOR, _superior(then), _superior(now)))
    for change, old, new in pairs:
        if old != new:
            yield Difference(what, change, now.id, name_of(now).text, old=old, new=new)


def _new_ids(what: What, gone: Sequence[_Entry], come: Iterable[_Entry]) -> Iterator[Difference]:
    """Yield those that were removed and added again under another id, their name the same."""
    for entry in come:
        mine = set(_keys(name_of(entry)))
        for other in gone:
            if mine & set(_keys(name_of(other))):
                name = name_of(entry).text
                yield Difference(what, Change.NEW_ID, entry.id, name, old=other.id, new=entry.id)
                break


def _levels(old: Book, new: Book) -> Iterator[Difference]:
    competencies = dict.fromkeys(
        [each.id for each in new.competencies] + [each.id for each in old.competencies]
    )
    for position in new.positions:
        before = old.position_by_id.get(position.id)
        if before is None:
            continue
        for competency in competencies:
            then, now = before.required.get(competency), position.required.get(competency)
            if then == now:
                continue
            how, title = _how(then, now), position.title.text
            yield Difference(What.REQUIRED_LEVEL, how, position.id, title, competency, then, now)


def _texts(old: Book, new: Book) -> Iterator[Difference]:
    for position in new.positions:
        before = old.position_by_id.get(position.id)
        if before is None:
            continue
        then, now = _lines(before), _lines(position)
        for part, lines in now.items():
            yield from _lines_changed(position, part, then[part], lines)


def _lines(position: Position) -> dict[str, list[str]]:
    lines = {part: list(getattr(position, part)) for part in _TEXT_PARTS}
    lines["responsibilities"] = [
        line
        for each in position.responsibilities
        for line in (each.duty, *each.activities, *each.results)
    ]
    lines["relationships"] = [
        f"{each.with_whom} / {each.about} / {each.frequency}" for each in position.relationships
    ]
    return lines


def _lines_changed(
    position: Position, part: str, then: list[str], now: list[str]
) -> Iterator[Difference]:
    matcher = SequenceMatcher(a=then, b=now, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        for step in range(max(last - first, end - start)):
            old = then[first + step] if first + step < last else None
            new = now[start + step] if start + step < end else None
            title = position.title.text
            yield Difference(What.TEXT, _how(old, new), position.id, title, part, old, new)


def _how(old: object, new: object) -> Change:
    """Return how something changed that was not there, or is not any more, where it is None."""
    if old is None:
        return Change.ADDED
    return Change.REMOVED if new is None else Change.CHANGED


def name_of(entry: _Entry) -> Name:
    """Return the name of an entry, of a position its title."""
    return entry.title if isinstance(entry, Position) else entry.name


def _superior(position: Position) -> str | None:
    if position.reports_to is not None:
        return position.reports_to
    return _both(position.reports_to_title) if position.reports_to_title else None


def _both(name: Name) -> str:
    return " / ".join(each for each in (name.th, name.en) if each)


def _keys(name: Name) -> Iterator[str]:
    yield from (name_key(each) for each in (name.th, name.en) if each)
