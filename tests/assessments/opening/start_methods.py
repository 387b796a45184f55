"""A program that starts its workers in the way that is named, and tells what became of its calls."""

import json
import multiprocessing
import os
import sys
import time

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.worker import in_pool, one_by_one


def work(shared, number):
    """Die, hang, refuse, or answer."""
    if number == 0:
        os.abort()
    if number < 0:
        time.sleep(60)
    if number == 99:
        raise FileFaultError("too-large", reason="99")
    return [shared, number]


def outcomes(run, *numbers, **options):
    found = run(work, [(number,) for number in numbers], shared="book", workers=2, **options)
    return [each.code if isinstance(each, FileFaultError) else each for each in found]


def all_ways():
    """What every way of calling gives, by its name."""
    limits.SECONDS = 5
    found = {
        "one by one": outcomes(one_by_one, 1, 0, 99, 2),
        "alone": outcomes(one_by_one, 3),
        "pool": outcomes(in_pool, *range(1, 41)),
    }
    limits.SECONDS = 1
    return found | {"hanging": outcomes(one_by_one, -1)}


if __name__ == "__main__":
    if sys.argv[1:]:
        multiprocessing.set_start_method(sys.argv[1])
    json.dump(all_ways(), sys.stdout)
