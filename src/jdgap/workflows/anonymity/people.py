"""What people are called where their names are not to be told."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from jdgap.text.names import id_key, name_key

_BEFORE_NAMES: Final = (
    "นางสาว|นาง|นาย|น.ส.|ดร.|ว่าที่ร้อยตรี|ว่าที่ ร.ต.|ว่าที่|คุณ|พี่|น้อง|อาจารย์|mr|mrs|ms|miss|dr|khun"
    "|ทีมงาน|ทีม|กลุ่มงาน|กลุ่ม|หน่วยงาน|หน่วย|งาน|ฝ่าย|แผนก|สาย|ของ|team"
)
"""What people write before names, without a space between."""
_FRONTS: Final = frozenset(map(name_key, _BEFORE_NAMES.split("|")))
_FRONT: Final = re.compile(f"(?:{'|'.join(sorted(_FRONTS, key=len, reverse=True))})+(?=.)")
_BETWEEN: Final = re.compile(r"[\s.,:;/()\[\]“”\"'_|-]+")
_DIGITS: Final = re.compile(r"\d+")
_FEWEST_LETTERS: Final = 2
"""A single letter is an initial, and in every other word."""
_LONGEST_NAME: Final = 80
_CITIZEN_ID: Final = 13
"""Digits of the number that the state gives everybody."""


class People:
    """Gives each person one label: the employee id, or a number where there is none to tell.

    Two answers are one person's where `duplicates.employee_key` says so. Numbers are given in the
    order in which labels are asked for.

    Args:
        known: Employee id and name of everybody who may be named, "" where not given.
        others: Names of people who may be mentioned besides, such as supervisors.
        taken: Keys (`id_key`) of other ids; a number is never one of them.
    """

    def __init__(
        self, known: Iterable[tuple[str, str]], others: Iterable[str], taken: Iterable[str]
    ) -> None:
        everybody = dict.fromkeys(known)
        self._names = {*(name for _id, name in everybody), *others}
        self._personal: dict[str, bool] = {}
        without_id: list[str] = []
        for employee_id, name in everybody:
            key = id_key(employee_id)
            if not key:
                without_id.append(name)
            elif not self._personal.get(key):
                self._personal[key] = self._is_personal(employee_id, name)
        self._taken = {*self._personal, *taken}
        for name in without_id:
            self._personal.setdefault(name_key(name), True)
        self._numbered: dict[str, str] = {}
        self._last = 0

    def label(self, employee_id: str, name: str = "") -> str:
        """Return what to call somebody; "" where neither id nor name is known.

        Args:
            employee_id: As written; a name where a text gives either of the two.
            name: As written.
        """
        key = id_key(employee_id)
        if not key:
            key, personal = name_key(name), True
        elif key in self._personal:
            personal = self._personal[key]
        elif name_key(employee_id) in self._personal:
            key, personal = name_key(employee_id), True
        else:
            personal = self._personal[key] = self._is_personal(employee_id, name)
        if not key:
            return ""
        return self._number(key) if personal else employee_id

    def named_in(self, text: str) -> bool:
        """Return whether a text says the name of somebody known, or an address."""
        if "@" in unicodedata.normalize("NFKC", text):
            return True
        known = self._known
        if any(piece in known.words for piece in _pieces(text)):
            return True
        key = name_key(text)
        return any(
            key[start:end] in known.whole
            for start in range(len(key))
            for end in range(start + 1, min(start + known.longest, len(key)) + 1)
        )

    def _is_personal(self, employee_id: str, name: str) -> bool:
        """Return whether an id would tell who somebody is: it is an address, a name or the like.

        An id without any number is taken for a name.
        """
        if "@" in unicodedata.normalize("NFKC", employee_id):
            return True
        key = name_key(employee_id)
        letters = _DIGITS.sub("", key)
        if len(letters) < _FEWEST_LETTERS:
            return letters == key or len(key) == _CITIZEN_ID
        return (
            letters == key
            or letters in self._known.words
            or letters in self._known.whole
            or any(word in letters for word in words_of(name))
        )

    @cached_property
    def _known(self) -> "_NameWords":
        """Looked at only where ids have letters, or departments are none of the book's."""
        return _NameWords(self._names)

    def _number(self, key: str) -> str:
        label = self._numbered.get(key)
        while label is None:
            self._last += 1
            free = f"P-{self._last:03}"
            label = None if id_key(free) in self._taken else free
        self._numbered[key] = label
        return label


class _NameWords:
    """The words of names, and names in one piece.

    Args:
        names: As written.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.words: set[str] = set()
        self.whole: set[str] = set()
        for name in names:
            words = words_of(name)
            self.words.update(words)
            if len(words) > 1:
                self.whole.add("".join(words))
        self.longest = max(map(len, self.whole), default=0)


def words_of(name: str) -> list[str]:
    """Return the keys of the words of a name, without what is written before names."""
    return [
        word
        for word in _pieces(name[:_LONGEST_NAME])
        if len(word) >= _FEWEST_LETTERS and not word.isdecimal() and word not in _FRONTS
    ]


def _pieces(text: str) -> Iterator[str]:
    """Yield the keys of the words of a text without titles and the like before them."""
    for piece in _BETWEEN.split(text):
        yield _FRONT.sub("", name_key(piece), count=1)
