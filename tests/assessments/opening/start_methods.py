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


def outcomes(run, *numbers, workers=2):
    found = run(work, [(number,) for number in numbers], shared="book", workers=workers)
    return [each.code if isinstance(each, FileFaultError) else each for each in found]


def all_ways():
    """What every way of calling gives, by its name."""
    limits.SECONDS = 5
    found = {
        "one by one": outcomes(one_by_one, 1, 0, 99, 2),
        "alone": outcomes(one_by_one, 3),
        "pool": outcomes(in_pool, *range(1, 41)),
    }
    limits.SECONDS = 0.3
    return found | {"hanging": outcomes(one_by_one, -1)}


def late():
    """What a pool gives of whose workers some start when all is done, shortly before its end."""
    from pebble.pool import process

    stop, pauses = process.stop_process, iter([0.5])
    process.stop_process = lambda worker: (time.sleep(next(pauses, 0)), stop(worker))
    return outcomes(in_pool, 4, workers=4)


if __name__ == "__mp_main__" and sys.argv[2:] == ["late"] and os.getpid() % 2:
    time.sleep(0.3)  # a worker that was not forked begins with this file

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    json.dump(late() if sys.argv[2:] else all_ways(), sys.stdout)
