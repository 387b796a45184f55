"""A person's name out of several cells: prefix, first name, surname."""

import re
from collections.abc import Iterable
from typing import Final

from jdgap.text.names import name_key

_PREFIXES: Final = frozenset(
    name_key(prefix)
    for prefix in (
        *("นาย", "นาง", "นางสาว", "น.ส.", "ดร.", "ว่าที่ ร.ต.", "ว่าที่ร้อยตรี"),
        *("mr", "mrs", "ms", "miss", "dr"),
    )
)
_THAI: Final = re.compile(r"[\u0e00-\u0e7f]")


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
