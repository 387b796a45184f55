"""The numbers of a unit that stand side by side for two rounds; a unit may be in one of them."""

from jdgap.gaps import Totals


def shares_of(totals: Totals | None) -> tuple[float | None, float | None, float | None]:
    """Return fit, met and coverage in percent; None for what there is no number of."""
    if totals is None:
        return None, None, None
    return totals.fit_pct, totals.met_pct, totals.coverage_pct


def levels_short(totals: Totals | None) -> int | None:
    """Return the shortfall in levels; None where nothing was rated, so that it is no zero."""
    return totals.shortfall if totals and totals.rated else None
