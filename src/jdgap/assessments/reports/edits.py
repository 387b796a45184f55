"""Cells of a report that were changed by hand: what they hold, and what would fit."""

from typing import Final, NamedTuple

from jdgap.assessments.opening.grid import Value, as_text
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened

MOST_TOLD: Final = 20
"""Cells that are told one by one; the others are counted."""
_NOTHING: Final = "—"


class Misfit(NamedTuple):
    """What would fit where something else stands.

    Attributes:
        code: The kind of problem.
        wanted: What was expected; "" for nothing.
        other: Where it stands, for a required level.
    """

    code: str
    wanted: str = ""
    other: str = ""


class Edits:
    """Collects the cells that do not fit.

    Attributes:
        count: How many there are.
        told: The first of them as problems.
    """

    def __init__(self) -> None:
        self.count = 0
        self.told: list[Problem] = []

    def add(self, place: Place, found: Value, misfit: Misfit) -> None:
        """Take a cell that does not fit."""
        self.count += 1
        if len(self.told) < MOST_TOLD:
            facts: dict[str, object] = {}
            if misfit.code != "edited-not-a-level":
                facts["wanted"] = misfit.wanted or _NOTHING
            if misfit.other:
                facts["other"] = misfit.other
            value = shortened(as_text(found)) or _NOTHING
            self.told.append(Problem(misfit.code, place, value, facts))


def value_fits(wanted: object) -> Misfit:
    """Return what would fit where the rest tells it; None is nothing."""
    return Misfit("edited-cell", "" if wanted is None else str(wanted))


NOT_A_LEVEL: Final = Misfit("edited-not-a-level")
"""Where nothing tells which level it was."""
