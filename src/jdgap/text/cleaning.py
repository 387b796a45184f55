"""Making text from a file safe to show: on a terminal, in a sheet title, in a file name."""

import re
import unicodedata
from typing import Final

_INVISIBLE = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad"
_CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # the others are white space
_SURROGATES = "\ud800-\udfff"
_NOT_IN_XML = "\ufffe\uffff"
_NEVER_SHOWN = f"{_INVISIBLE}{_CONTROL}{_SURROGATES}{_NOT_IN_XML}"
_DROPPED = re.compile(f"[{_NEVER_SHOWN}]+")
_SPACES = re.compile(r"\s+")
_OTHER_SPACES = "\x09-\x0d\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_SUSPECT = re.compile(f"[{_NEVER_SHOWN}{_OTHER_SPACES}]")
"""One set: with `\\s` in it, or an alternative beside it, the search takes five times longer."""

_BREAKS = re.compile("[\x09-\x0d\x1c-\x1f\x85\u2028\u2029]")
_LIKE_FORMULA = re.compile(f"[ {_NEVER_SHOWN}{_OTHER_SPACES}]*[=+@＝＋－＠-]")
JOINS_THE_NEXT: Final = frozenset("เแโใไ\u200d")
"""What stands before the letter it belongs to, and what joins two signs into one."""


def clean(text: str) -> str:
    """Return `text` on one line, without control, bidi-override and lone surrogate characters.

    Source: an escape sequence in a cell would otherwise reach the terminal as a command.
    """
    # Most cells need no more than this look; ten thousand forms have millions of cells.
    if not _SUSPECT.search(text) and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", _DROPPED.sub("", text)).strip()


def shortened(text: str, limit: int = 60) -> str:
    """Return `text` cleaned, and cut with an ellipsis when longer than `limit` characters."""
    cleaned = clean(text)
    return cleaned if len(cleaned) <= limit else cleaned[: limit - 1] + "…"


def on_one_line(text: str) -> str:
    """Return `text` without what `clean` drops, its spaces as they are: a path stays a path.

    A tab and the end of a line become a space each.
    """
    if not _SUSPECT.search(text):
        return text
    return _DROPPED.sub("", _BREAKS.sub(" ", text))


def like_formula(text: str) -> bool:
    """Return whether a spreadsheet may take `text` for a formula.

    Source: OWASP, "CSV Injection"; full-width signs are typed, and taken for the others, in East
    Asia. What is not seen before the sign does not count, because it is dropped or trimmed.
    """
    # Most begin with a letter or a digit, which is seen sooner.
    return not text[:1].isalnum() and _LIKE_FORMULA.match(text) is not None


def cut(text: str, limit: int, encoding: str) -> str:
    """Return at most `limit` bytes of `text` in `encoding`; no letter loses a mark or a vowel.

    Where the first letter with its marks is longer than that, they are cut all the same.
    """
    units = text.encode(encoding)
    if len(units) <= limit:
        return text
    kept = units[:limit].decode(encoding, "ignore")
    end = len(kept)
    while end and (belongs_to_the_left(text[end]) or text[end - 1] in JOINS_THE_NEXT):
        end -= 1
    return kept[:end] or kept


def belongs_to_the_left(character: str) -> bool:
    """Return whether a character is one sign with what stands before it: ำ, a mark, a joiner."""
    return (
        character in "ำຳ\u200d"
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # colours of skin
        or unicodedata.category(character)[0] == "M"
    )
