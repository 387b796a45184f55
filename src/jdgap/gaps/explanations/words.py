"""Words that several explanations share."""

from collections.abc import Iterable

from jdgap.assessments import NoLevel
from jdgap.gaps.explanations.model import Input
from jdgap.gaps.explanations.said import RaterSaid
from jdgap.problems import Place
from jdgap.text.language import translate as _

_REASONS = {
    NoLevel.BLANK: "blank",
    NoLevel.UNUSABLE: "unusable",
    NoLevel.NOT_APPLICABLE: "not_applicable",
}


def level_input(what: str, said: RaterSaid, competency_id: str) -> Input:
    """Return what a rater said as an input."""
    level = said.level
    if isinstance(level, int):
        return Input(what, level, said.place, competency_id)
    problem = said.problem.code if said.problem else ""
    reason = _REASONS[level]
    return Input(what, None, said.place, competency_id, reason=reason, problem=problem)


def in_cell(place: Place | None, home: Place) -> str:
    """Return where something stands, in brackets and after a space; "" where it is in no cell.

    Args:
        place: The cell.
        home: What the reader knows already: the file and the sheet of the answer.
    """
    if place is None or not place.cell:
        return ""
    if (place.file, place.sheet) == (home.file, home.sheet):
        words = _("cell {cell}")
    else:
        words = _("cell {cell} on the sheet “{sheet}”")
    return f" ({words.format(cell=place.cell, sheet=place.sheet)})"


def listed(names: Iterable[str]) -> str:
    """Return names in quotation marks, with commas between."""
    return ", ".join(f"“{name}”" for name in names)


def with_sign(gap: int) -> str:
    """Return a gap with its sign: `-1`, `0`, `+2`."""
    return f"{gap:+d}" if gap else "0"
