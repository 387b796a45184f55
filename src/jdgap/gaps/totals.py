"""Sums over required competencies, of one person or of many. The rules are in docs/numbers.md."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over required competencies; percentages are unrounded, None when none was rated.

    On a scale that begins at 0, so may a requirement: where all of those rated are 0, there is no
    fit, which is None then, too.

    Attributes:
        required: How many competencies are required.
        rated: How many of them have an actual level.
        met: How many of the rated have a gap of 0 or more.
        shortfall: Sum of the shortfalls, in levels.
        fit_pct: `100 * sum(min(actual, required)) / sum(required)` over the rated ones.
        met_pct: `100 * met / rated`.
        coverage_pct: `100 * rated / required`; None when nothing is required.
    """

    required: int
    rated: int
    met: int
    shortfall: int
    fit_pct: float | None
    met_pct: float | None
    coverage_pct: float | None


@dataclass(slots=True)
class Tally:
    """Sums that are still growing.

    Attributes:
        required_levels: Sum of the required levels of the rated competencies.
    """

    required: int = 0
    rated: int = 0
    met: int = 0
    shortfall: int = 0
    required_levels: int = 0

    def add(self, required_level: int, shortfall: int | None, times: int = 1) -> None:
        """Count a required competency; its shortfall is None where it was not rated.

        Args:
            required_level: What is required.
            shortfall: How many levels are missing.
            times: How many people share it.
        """
        self.required += times
        if shortfall is None:
            return
        self.rated += times
        self.required_levels += required_level * times
        if shortfall:
            self.shortfall += shortfall * times
        else:
            self.met += times

    def totals(self) -> Totals:
        """Return the sums so far."""
        # What is reached of a requirement, min(actual, required), is required - shortfall.
        reached = self.required_levels - self.shortfall
        return Totals(
            required=self.required,
            rated=self.rated,
            met=self.met,
            shortfall=self.shortfall,
            fit_pct=_percentage(reached, self.required_levels),
            met_pct=_percentage(self.met, self.rated),
            coverage_pct=_percentage(self.rated, self.required),
        )


def _percentage(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None
