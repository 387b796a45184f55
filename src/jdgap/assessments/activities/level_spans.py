"""The levels to which an activity leads: one, a range, or any."""

import re
from typing import Final

from jdgap.assessments.activities.model import Levels
from jdgap.assessments.activities.words import means_any_level
from jdgap.assessments.cells.levels import LevelFault, read_level
from jdgap.assessments.model import NoLevel
from jdgap.assessments.opening.grid import Value
from jdgap.text.cleaning import clean, shortened

_WORD: Final = r"(?:ระดับ(?:\s*ที่)?|levels?)?\s*"
_RANGE: Final = re.compile(
    rf"{_WORD}(\d{{1,3}})\s*(?:[-–—−‐‑]|ถึง|to)\s*{_WORD}(\d{{1,3}})", re.IGNORECASE
)

_SAYS: Final = re.compile(r"\w")
"""A dash says nothing."""


def read_span(value: Value, scale: tuple[int, ...]) -> Levels | LevelFault | None:
    """Return the levels that a cell names.

    Args:
        value: The cell as the reader gave it.
        scale: The levels of the scale, lowest first.

    Returns:
        The lowest and the highest level; None for any; or the fault that it is.
    """
    text = clean(value) if isinstance(value, str) else ""
    found = _RANGE.fullmatch(text)
    if found:
        lowest, highest = int(found[1]), int(found[2])
        if lowest > highest or not {lowest, highest} <= set(scale):
            return LevelFault("not-a-level-range", shortened(text))
        return lowest, highest
    if means_any_level(text):
        return None
    level = read_level(value, scale)
    if isinstance(level, LevelFault):
        # Excel makes a date of `2-3`; what level 9 is to be, its remedy must say for activities.
        is_span = level.code in {"level-not-a-number", "level-out-of-range", "level-not-whole"}
        return LevelFault("not-a-level-range", level.value) if is_span else level
    if level is NoLevel.NOT_APPLICABLE and _SAYS.search(text):
        return LevelFault("not-a-level-range", shortened(text))
    return None if isinstance(level, NoLevel) else (level, level)
