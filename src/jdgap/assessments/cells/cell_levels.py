"""The level in one cell of a sheet, with a problem in its place where it is none."""

from collections.abc import Mapping
from typing import Final

from jdgap.assessments.cells.levels import LevelFault, read_level
from jdgap.assessments.model import NoLevel
from jdgap.assessments.opening.blanks import UNCALCULATED
from jdgap.assessments.opening.grid import Sheet, Value, address
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened
from jdgap.text.language import mark as _

_NEVER_CALCULATED: Final = _("a formula that was never calculated")


class LevelCells:
    """Reads levels out of the cells of a sheet.

    Args:
        sheet: The sheet.
        scale: The levels of the scale, lowest first.
    """

    def __init__(self, sheet: Sheet, scale: tuple[int, ...]) -> None:
        self._sheet = sheet
        self.scale = scale
        self._facts: dict[LevelFault, Mapping[str, object]] = {}

    def level(self, value: Value, cell: tuple[int, int], problems: list[Problem]) -> int | NoLevel:
        """Return the level that a value says; what is wrong with it is added to `problems`.

        Args:
            value: What the cell holds, or another cell that it is merged with.
            cell: Its row and column, counted from 0.
            problems: Where what is wrong is added.
        """
        level = read_level(value, self.scale)
        reasons = self._sheet.blank_reasons
        if reasons and level is NoLevel.BLANK and (reason := reasons.get(address(*cell))):
            level = LevelFault("level-error-value", reason)
        if isinstance(level, LevelFault):
            problems.append(self.problem(level, self._sheet.place_of(*cell)))
            return NoLevel.UNUSABLE
        return level

    def problem(self, fault: LevelFault, place: Place) -> Problem:
        """Return the problem that a fault is in its place."""
        if fault not in self._facts:  # shared: a survey may have the same fault in every cell
            self._facts[fault] = self._facts_of(fault)
        return Problem(fault.code, place, fault.value, self._facts[fault])

    def _facts_of(self, fault: LevelFault) -> Mapping[str, object]:
        facts: dict[str, object] = {"lowest": self.scale[0], "highest": _highest(self.scale)}
        if fault.code == "level-error-value":
            facts["reason"] = _NEVER_CALCULATED if fault.value == UNCALCULATED else fault.value
        return facts


def _highest(scale: tuple[int, ...]) -> int | str:
    """Return where a scale ends, and all levels in brackets where it leaves some out."""
    if len(scale) > scale[-1] - scale[0]:
        return scale[-1]
    return f"{scale[-1]} ({shortened(', '.join(map(str, scale)))})"
