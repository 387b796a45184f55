"""Making text from a file safe to show: on a terminal, in a sheet title, in a file name."""

import re
import unicodedata

_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """Return `text` on one line, without control, bidi-override and lone surrogate characters.

    Source: an escape sequence in a cell would otherwise reach the terminal as a command.
    """
    spaced = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cs"}).strip()


def shortened(text: str, limit: int = 60) -> str:
    """Return `text` cleaned, and cut with an ellipsis when longer than `limit` characters."""
    cleaned = clean(text)
    return cleaned if len(cleaned) <= limit else cleaned[: limit - 1] + "…"
