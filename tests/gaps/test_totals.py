"""Sums that grow competency by competency."""

import pytest

from jdgap.gaps import Tally, Totals


def test_nothing_counted():
    """No percentage of nothing, and never a zero or a hundred."""
    assert Tally().totals() == Totals(0, 0, 0, 0, None, None, None)


def test_what_was_not_rated_only_counts_as_required():
    """It takes nothing from the fit of the others."""
    tally = Tally()
    tally.add(4, None)
    assert tally.totals() == Totals(1, 0, 0, 0, None, None, 0)
    tally.add(4, 0)
    assert tally.totals() == Totals(2, 1, 1, 0, 100, 100, 50)


def test_a_worked_example():
    """Required 4, 3, 5 and 2; one level, none and three levels are missing; the last is not rated."""
    tally = Tally()
    for required, shortfall in ((4, 1), (3, 0), (5, 3), (2, None)):
        tally.add(required, shortfall)
    found = tally.totals()
    assert (found.required, found.rated, found.met, found.shortfall) == (4, 3, 1, 4)
    assert found.fit_pct == pytest.approx(100 * (3 + 3 + 2) / 12)
    assert found.met_pct == pytest.approx(100 / 3)
    assert found.coverage_pct == 75


@pytest.mark.parametrize("shortfall", [None, 0, 2])
def test_many_at_once_are_as_many_one_by_one(shortfall):
    """People who share a gap are counted together."""
    together, apart = Tally(), Tally()
    together.add(3, 1)
    apart.add(3, 1)
    together.add(5, shortfall, 7)
    for _ in range(7):
        apart.add(5, shortfall)
    assert together == apart
    assert together.totals() == apart.totals()
