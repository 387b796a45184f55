"""One cell into a level, or into the problem that it is. Nothing is rounded or guessed."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jdgap.assessments.model import NoLevel
from jdgap.assessments.opening.grid import Value
from jdgap.text.cleaning import clean, shortened
from jdgap.text.names import name_key

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９", "01234567890123456789")
_PREFIX = r"(?:(?:ระดับ(?:\s*ที่)?|level)\s*[:.]?\s*)?"
_EXPLAINED = r"(?:\s*(?:[-–—=:]\s*[^\W\d]|\(\s*[^\W\d]).*)?"
_LEVEL = re.compile(
    rf"{_PREFIX}(?P<number>-?[0-9]{{1,9}}(?:\.[0-9]{{1,9}})?){_EXPLAINED}", re.IGNORECASE
)
_BRACKETS = re.compile(r"[()\[\]]")
_DASHES: Final = frozenset("-–—−‐‑")
_NOT_APPLICABLE: Final = frozenset(
    name_key(text)
    for text in (
        "N/A", "NA", "not applicable", "ไม่เกี่ยวข้อง", "ไม่ประเมิน", "ไม่มี N/A",
    )
)  # fmt: skip

_NOT_APPLICABLE_COLUMNS: Final = _NOT_APPLICABLE | {
    name_key(text)
    for text in (
        "ไม่มีข้อมูล",
        "ประเมินไม่ได้",
        "ไม่สามารถประเมินได้",
        "ไม่ใช้",
        "no information",
        "cannot rate",
    )
}


@dataclass(frozen=True, slots=True)
class LevelFault:
    """A cell that holds something, but not a level: the kind of problem, and what was found."""

    code: str
    value: str


@lru_cache(maxsize=4096, typed=True)
def read_level(value: Value, scale: tuple[int, ...]) -> int | NoLevel | LevelFault:
    """Return the level that a cell holds; what is asked often is remembered, True apart from 1.

    Args:
        value: The cell as the reader gave it.
        scale: The levels of the scale, lowest first.

    Returns:
        The level; `NoLevel.BLANK` or `NoLevel.NOT_APPLICABLE`; or the fault that it is.
    """
    if isinstance(value, bool):  # before int: True == 1
        return LevelFault("level-not-a-number", str(value).upper())
    if isinstance(value, (int, float)):
        return _from_number(value, scale)
    if isinstance(value, str):
        return _from_text(clean(value), scale)
    return LevelFault("level-not-a-number", str(value))


def _from_number(number: float, scale: tuple[int, ...]) -> int | LevelFault:
    if number != number or number in {float("inf"), float("-inf")}:  # noqa: PLR0124 (NaN)
        return LevelFault("level-not-a-number", str(number))
    if number != int(number):
        return LevelFault("level-not-whole", f"{number:g}")
    if int(number) not in scale:
        return LevelFault("level-out-of-range", f"{number + 0:.15g}")  # of -0.0, too, it is 0
    return int(number)


def _from_text(text: str, scale: tuple[int, ...]) -> int | NoLevel | LevelFault:
    if not text:
        return NoLevel.BLANK
    if text.startswith(("#", "Err:")):  # before N/A: #N/A is an error value
        return LevelFault("level-error-value", shortened(text))
    if set(text) <= _DASHES or name_key(text) in _NOT_APPLICABLE:
        return NoLevel.NOT_APPLICABLE
    found = _LEVEL.fullmatch(text.translate(_DIGITS))
    if found is None:
        return LevelFault("level-not-a-number", shortened(text))
    read = _from_number(float(found["number"]), scale)
    return LevelFault(read.code, shortened(text)) if isinstance(read, LevelFault) else read


def heads_not_applicable(heading: str) -> bool:
    """Return whether a column of a tick form is the one for what does not apply."""
    words = clean(heading)
    if any(name_key(part) in _NOT_APPLICABLE_COLUMNS for part in _BRACKETS.split(words)):
        return True
    return name_key(words) in _NOT_APPLICABLE_COLUMNS
