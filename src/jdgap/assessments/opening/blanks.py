"""What is really in a cell that reads as blank: an error value, or an uncalculated formula.

The reader gives "" for both.
"""

from typing import Final

UNCALCULATED: Final = "="
"""Stands for a formula whose result was never saved."""

_SOME_ERROR: Final = "#ERROR!"


def blank_reason(kind: str, saved: str, *, formula: bool) -> str:
    """Return the error value in a cell as it stands there, `UNCALCULATED`, or "" for neither.

    Args:
        kind: What the cell says it holds: `e` is an error, `str` a text that was calculated.
        saved: The value that was saved.
        formula: There is a formula in the cell.
    """
    if kind == "e":
        return saved or _SOME_ERROR
    return UNCALCULATED if formula and not saved and kind != "str" else ""
