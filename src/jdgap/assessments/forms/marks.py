"""What people tick with, and what stands among ticks and is no mark."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from jdgap.assessments.opening.grid import Value
from jdgap.problems import Problem

_MARKS: Final = frozenset("/✓✔√xX×●•☑☒✗✘*Pþü")
"""What people tick with; P, þ and ü are ticks in the fonts Wingdings 2 and Wingdings."""
_UNMARKED: Final = frozenset("☐□")
"""Empty boxes, drawn to be ticked."""
NOT_UNDERSTOOD: Final = "mark-not-understood"
_TOLD_EACH: Final = 3
"""Up to so many numbers among the ticks of a sheet are told cell by cell."""


def is_mark(value: Value) -> bool:
    """Return whether a cell is ticked."""
    if isinstance(value, str):
        return bool(value.strip()) and set(value.strip()) <= _MARKS
    return value is True  # a ticked checkbox


def is_unmarked(value: Value) -> bool:
    """Return whether a cell holds a box that is not ticked."""
    return value is False or (isinstance(value, str) and value.strip() in _UNMARKED)


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems of a sheet, many marks that are not understood told in one cell.

    Who marks with 1, and puts 0 elsewhere, does so in each cell; the first 1 says it best.
    """
    found = list(problems)
    unclear = [each for each in found if each.code == NOT_UNDERSTOOD]
    if len(unclear) <= _TOLD_EACH:
        return found
    first = next((each for each in unclear if each.value != "0"), unclear[0])
    told = replace(first, facts={**first.facts, "count": len(unclear)})
    return [
        told if each is first else each
        for each in found
        if each is first or each.code != NOT_UNDERSTOOD
    ]
