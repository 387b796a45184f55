"""Finding a position or a competency by what a person typed: an id or a name, never a guess."""

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import Final, TypeVar

from jdgap.positions.model import Book, Competency, Department, Group, Name, Position
from jdgap.text.names import name_key, suggestions, without_leading_number

_Entry = TypeVar("_Entry")
_SUGGESTED = 3
_MOST_REMEMBERED: Final = 8192
"""Texts that are asked for by the thousand, as forms have the same ones."""
_DEPARTMENT_WORDS = tuple(name_key(word) for word in ("ฝ่าย", "แผนก", "งาน", "department"))
"""What people write before (or after) the name of a department."""


class UnknownPositionError(LookupError):
    """No position has this id or title.

    Attributes:
        name: What was asked for.
        suggestions: Up to three titles it may have meant.
    """

    def __init__(self, name: str, suggestions: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.suggestions = suggestions


class Names:
    """The names of a book, ready for comparing. Made once a run."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._positions = _index((each.title, each.id, each) for each in book.positions)
        self._competencies = _index((each.name, each.id, each) for each in book.competencies)
        self._groups = _index((each.name, each.id, each) for each in book.groups)
        self._departments = _index((each.name, each.id, each) for each in book.departments)
        self._competency = lru_cache(_MOST_REMEMBERED)(partial(_numbered, self._competencies))

    def position(self, name: str) -> Position:
        """Return the position with this id or title.

        Raises:
            UnknownPositionError: There is none.
        """
        found = self._positions.get(name_key(name))
        if found is None:
            raise UnknownPositionError(name, self.position_suggestions(name))
        return found

    def knows_position(self, name: str) -> bool:
        """Return whether there is a position with this id or title; nothing near is looked for."""
        return name_key(name) in self._positions

    def position_suggestions(self, name: str) -> list[str]:
        """Return up to three titles that `name` may have meant."""
        return _suggested(name, ((each.id, each.title) for each in self.book.positions))

    def competency(self, name: str) -> Competency | None:
        """Return the competency with this id or name, a list number before it allowed."""
        return self._competency(name)

    def competency_suggestions(self, name: str) -> list[str]:
        """Return up to three competencies that `name` may have meant."""
        return _suggested(name, ((each.id, each.name) for each in self.book.competencies))

    def group(self, name: str) -> Group | None:
        """Return the group with this id or name, a list number before it allowed."""
        return _numbered(self._groups, name)

    def department(self, name: str) -> Department | None:
        """Return the department with this id or name; `ฝ่ายบัญชี` is `บัญชี`."""
        key = name_key(name)
        found = self._departments.get(key)
        for word in _DEPARTMENT_WORDS:
            found = found or self._departments.get(key.removeprefix(word).removesuffix(word))
        return found


def _suggested(name: str, entries: Iterable[tuple[str, Name]]) -> list[str]:
    """Return up to three names, each in the language in which it is nearest to `name`."""
    owners = {
        spelling: identifier
        for identifier, known in entries
        for spelling in (known.th, known.en)
        if spelling
    }
    nearest: dict[str, str] = {}
    for spelling in suggestions(name, owners, limit=len(owners)):
        nearest.setdefault(owners[spelling], spelling)
    return list(nearest.values())[:_SUGGESTED]


def _numbered(index: dict[str, _Entry], name: str) -> _Entry | None:
    return index.get(name_key(name)) or index.get(name_key(without_leading_number(name)))


def _index(entries: Iterable[tuple[Name, str, _Entry]]) -> dict[str, _Entry]:
    """Return entries by the keys of their ids and names; an id counts before another's name."""
    listed = list(entries)
    index: dict[str, _Entry] = {}
    for _name, identifier, entry in listed:
        index.setdefault(name_key(identifier), entry)
    for name, _identifier, entry in listed:
        for spelling in name.spellings():
            index.setdefault(name_key(spelling), entry)
    return index
