"""What texts may be told: numbers, and the words of the book and of forms; nothing else typed."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from jdgap.assessments.cells.labels import column_of, field_of, without_brackets
from jdgap.positions import Book, Names
from jdgap.text.names import name_key, without_leading_number
from jdgap.workflows.anonymity.people import People
from jdgap.workflows.anonymity.places import HIDDEN, is_cell

_MOST_DIGITS: Final = 8
"""A date has eight; more may be a telephone number or that of an identity card."""
_LEVEL_WORD: Final = re.compile(r"(?:ระดับ(?:\s*ที่)?|level)\s*[:.]?\s*", re.IGNORECASE)
_ERROR_VALUE: Final = re.compile(
    r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA|#+)"
    r"|Err:[0-9]{3}"
)
_VALUES: Final = frozenset({"TRUE", "FALSE", "nan", "inf", "-inf", "x", "X"})
"""What a cell may hold instead of a level, and means nobody; other marks have no letters."""


class Wording:
    """Decides which texts stay as they are.

    Args:
        book: Whose words stay.
        people: Who is not to be named.
        departments: The list of staff's, which stay unless they are called after somebody. None:
            so does any other.
    """

    def __init__(self, book: Book, people: People, departments: Iterable[str] | None = ()) -> None:
        self._names = Names(book)
        self._keys = _keys_of(book)
        self._people = people
        self._told: dict[str, str] = {}
        self._rounds: dict[str, str] = {}
        self._departments: dict[str, str] = {}
        self._known = None if departments is None else set(map(name_key, departments))
        self._hidden_departments: dict[str, str] = {}
        self._items = _items_of(book)
        self._hidden_items: dict[str, str] = {}

    def told(self, text: str) -> str:
        """Return a text that somebody typed, or `HIDDEN` where it could name somebody."""
        if text not in self._told:
            self._told[text] = text if not text or self.is_known(text) else HIDDEN
        return self._told[text]

    def is_known(self, text: str) -> bool:
        """Return whether a text can name nobody: what it says is ours, or a number."""
        return _is_number(text) or is_cell(text) or self._is_in_book(text) or _is_label(text)

    def department(self, text: str) -> str:
        """Return a department; one that somebody typed gets a number, however it is written."""
        if text not in self._departments:
            self._departments[text] = self._department(text)
        return self._departments[text]

    def item(self, text: str) -> str:
        """Return an item of knowledge, or a skill; one that is not in the book gets a number."""
        key = name_key(text)
        if key in self._items:
            return text
        return self._hidden_items.setdefault(key, f"K-{len(self._hidden_items) + 1:03}")

    def round(self, text: str) -> str:
        """Return a round, or `HIDDEN` where it names somebody."""
        if text not in self._rounds:
            stays = _is_number(text) or not self._people.named_in(text)
            self._rounds[text] = text if stays else HIDDEN
        return self._rounds[text]

    def _department(self, text: str) -> str:
        if not text or self._names.department(text):
            return text
        key = name_key(text)
        if (self._known is None or key in self._known) and not self._people.named_in(text):
            return text
        hidden = self._hidden_departments
        return hidden.setdefault(key, f"D-{len(hidden) + 1:03}")

    def _is_in_book(self, text: str) -> bool:
        if name_key(text) in self._keys or name_key(without_leading_number(text)) in self._keys:
            return True
        return self._names.department(text) is not None


def _keys_of(book: Book) -> frozenset[str]:
    """Return the keys of all positions, competencies and groups, by their ids and names."""
    spelt = [(each.id, *each.title.spellings()) for each in book.positions]
    spelt += [(each.id, *each.name.spellings()) for each in book.competencies]
    spelt += [(each.id, *each.name.spellings()) for each in book.groups]
    return frozenset(name_key(spelling) for spellings in spelt for spelling in spellings) - {""}


def _items_of(book: Book) -> frozenset[str]:
    """Return the keys of all knowledge and skills that the book lists."""
    lines = (line for each in book.positions for line in (*each.knowledge, *each.skills))
    return frozenset(map(name_key, lines))


def _is_label(text: str) -> bool:
    """Return whether a text is the label of a form; words in brackets may be anybody's."""
    plain = text.strip(" :")
    if without_brackets(plain) != plain:
        return False
    return field_of(plain) is not None or column_of(plain) is not None


def _is_number(text: str) -> bool:
    """Return whether a text is a number, a date, a mark or an error value of a cell."""
    if text in _VALUES or _ERROR_VALUE.fullmatch(text):
        return True
    said = _LEVEL_WORD.sub("", text, count=1)
    kinds = [unicodedata.category(character)[0] for character in said]
    few_digits = kinds.count("N") <= _MOST_DIGITS
    return few_digits and not {"L", "M"} & set(kinds) and "@" not in said
