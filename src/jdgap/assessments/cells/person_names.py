"""A person's name out of several cells: prefix, first name, surname."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

from jdgap.text.names import name_key

_PREFIXES: Final = frozenset(
    name_key(prefix)
    for prefix in (
        *("นาย", "นาง", "นางสาว", "น.ส.", "ดร.", "ว่าที่ ร.ต.", "ว่าที่ร้อยตรี"),
        *("mr", "mrs", "ms", "miss", "dr"),
    )
)
_LONG_PREFIXES: Final = ("นาย", "นาง", "นส", "ว่าที่ร")
_THAI: Final = re.compile(r"[\u0e00-\u0e7f]")


_LIKE_ENOUGH: Final = 0.8


def may_be_one_person(one: str, other: str) -> bool:
    """Return whether two names that stand beside one employee id may be the same person's.

    One may be longer than the other, have another prefix or a typing fault; a blank may be anybody.
    """
    first, second = _without_prefix(name_key(one)), _without_prefix(name_key(other))
    if first in second or second in first:
        return True
    return SequenceMatcher(None, first, second).ratio() >= _LIKE_ENOUGH


def is_same_name(one: str, other: str) -> bool:
    """Return whether two names in a form say the same, a prefix or a surname left out or not."""
    first, second = _without_prefix(name_key(one)), _without_prefix(name_key(other))
    return first.startswith(second) or second.startswith(first)


def is_prefix(name: str) -> bool:
    """Return whether a text is a prefix alone: `นาย`."""
    return name_key(name) in _PREFIXES


def begins_with_prefix(name: str) -> bool:
    """Return whether a name has a prefix, so that it is surely a person's."""
    key = name_key(name)
    return key.startswith(_LONG_PREFIXES) and key not in _PREFIXES


def _without_prefix(key: str) -> str:
    prefix = max((each for each in _PREFIXES if key.startswith(each)), key=len, default="")
    return key[len(prefix) :]


def full_name(prefix: str, names: Iterable[str], surname: str = "") -> str:
    """Return the name as it is written in one cell: `นายสมชาย ใจดี`, `Mr. Somchai Jaidee`.

    What a cell says again is left out. A prefix alone is no name.

    Args:
        prefix: Such as `นาย`, "" for none.
        names: First name and the like; the first of several may be the prefix.
        surname: "" where it is not apart.
    """
    parts = [part for part in names if part]
    if not prefix and len(parts) > 1 and name_key(parts[0]) in _PREFIXES:
        prefix = parts.pop(0)
    name = " ".join(parts)
    if not name:
        return ""
    if surname and not name.endswith(f" {surname}"):
        name = f"{name} {surname}"
    if not prefix or name_key(name).startswith(name_key(prefix)):
        return name
    between = "" if _THAI.search(prefix) and _THAI.match(name) else " "
    return f"{prefix}{between}{name}"
