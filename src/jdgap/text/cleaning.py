"""Making text from a file safe to show: on a terminal, in a sheet title, in a file name."""

import re

_INVISIBLE = "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad"
_CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # the others are white space
_SURROGATES = "\ud800-\udfff"
_DROPPED = re.compile(f"[{_INVISIBLE}{_CONTROL}{_SURROGATES}]+")
_SPACES = re.compile(r"\s+")
_OTHER_SPACES = "\x09-\x0d\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_SUSPECT = re.compile(f"[{_INVISIBLE}{_CONTROL}{_SURROGATES}{_OTHER_SPACES}]")
"""One set: with `\\s` in it, or an alternative beside it, the search takes five times longer."""


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
