"""Files read in the process of the tests: a worker for each would take half of their time.

Tests of the workers themselves, and of files that kill them, have the mark `workers`; commands that
run as processes of their own have their workers anyway.
"""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from jdgap.assessments import files, own_workbooks
from jdgap.assessments.activities import reading as activities
from jdgap.assessments.opening.worker import _outcome, in_pool, nothing, one_by_one
from jdgap.assessments.positions_book import reading as positions_book
from jdgap.assessments.reports import reading as reports
from jdgap.assessments.roster import roster

_READERS = (files, own_workbooks, activities, positions_book, reports, roster)
_WAYS = {"one_by_one": one_by_one, "in_pool": in_pool}


def _read_here(function, calls, *, shared=None, workers=1, seconds=0, meanwhile=nothing):
    """Give what workers would, as it is after it was sent."""
    meanwhile()
    for call in calls:
        outcome = _outcome(lambda call=call: function(shared, *call), seconds)
        yield pickle.loads(pickle.dumps(outcome))  # noqa: S301 (our own)


def read_here() -> None:
    """Read in this process from now on."""
    _set(dict.fromkeys(_WAYS, _read_here))


@contextmanager
def as_the_mark_says(item: pytest.Item) -> Iterator[None]:
    """Let a test that is marked have its workers."""
    if item.get_closest_marker("workers") is None:
        yield
        return
    _set(_WAYS)
    try:
        yield
    finally:
        read_here()


def _set(ways) -> None:
    for module in _READERS:
        for name, way in ways.items():
            if hasattr(module, name):
                setattr(module, name, way)
