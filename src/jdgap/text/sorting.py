"""Sorting what people number by hand."""

import re

_DIGITS = re.compile(r"([0-9]+)")


def natural_key(text: str) -> tuple[object, ...]:
    """Return a key under which `S-9` comes before `S-10`; no two texts have the same.

    Numbers of any length: they are compared as digits, not as `int`.
    """
    parts = _DIGITS.split(text)
    numbers = [digits.lstrip("0") for digits in parts[1::2]]
    return (*zip(parts[::2], [*map(_by_size, numbers), (-1, "")], strict=True), text)


def _by_size(digits: str) -> tuple[int, str]:
    return len(digits), digits
