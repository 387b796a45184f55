"""Workers that may die."""

import faulthandler
import mmap
import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest
from pebble import ProcessPool

from jdgap.assessments.opening import limits, worker
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.worker import in_pool, one_by_one


def work(shared, number):
    """What a file may do to its reader."""
    if number == 0:
        faulthandler.disable()  # no report of a death that is meant
        os.abort()
    if number < 0:
        time.sleep(30)
    if number == 99:
        raise FileFaultError("too-large", reason="99")
    if number == 98:
        raise MemoryError
    if number == 97:
        raise ZeroDivisionError
    if number == 95:
        return len(bytearray(150 * limits.MEBIBYTE))
    if number == 96:
        return len(bytearray(4 * 1024 * limits.MEBIBYTE))
    return number * 2 if shared is None else (shared, number)


def long_answer(_shared, size):
    return "x" * size


def outcomes(*numbers, workers=1, run=one_by_one, **options):
    found = run(work, [(number,) for number in numbers], workers=workers, **options)
    return [each.code if isinstance(each, FileFaultError) else each for each in found]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_reader_that_dies(workers):
    """An abort costs one file; those before and after have their results, in order."""
    found = outcomes(1, 2, 0, 3, 0, 4, workers=workers)
    assert found == [2, 4, "unreadable", 6, "unreadable", 8]


def test_a_reader_that_hangs(monkeypatch):
    """A file that takes too long is stopped; the others are unharmed."""
    monkeypatch.setattr(limits, "SECONDS", 0.5)
    start = time.monotonic()
    assert outcomes(1, -1, 2) == [2, "timed-out", 4]
    assert time.monotonic() - start < 10


def test_a_fault_is_a_result():
    """A file that cannot be used gives its fault, with its facts."""
    (found,) = one_by_one(work, [(99,)])
    assert isinstance(found, FileFaultError)
    assert (found.code, found.facts) == ("too-large", {"reason": "99"})


@pytest.mark.skipif(os.name == "nt", reason="no address-space limit on Windows")
def test_a_reader_that_wants_all_memory():
    """Memory is limited, and running out of it costs one file."""
    assert outcomes(1, 96, 98, 2) == [2, "unreadable", "unreadable", 4]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells")
def test_what_a_worker_starts_with_does_not_count(monkeypatch):
    """A program that holds much memory itself can still have its files read."""
    monkeypatch.setattr(limits, "WORKER_BYTES", 200 * limits.MEBIBYTE)
    with mmap.mmap(-1, 2048 * limits.MEBIBYTE):
        assert outcomes(1, 95, 2) == [2, 150 * limits.MEBIBYTE, 4]
        assert outcomes(1, 96, 2) == [2, "unreadable", 4]


def test_a_fault_of_ours_is_raised():
    """An exception that no file should cause is not hidden."""
    with pytest.raises(ZeroDivisionError):
        outcomes(1, 97)


def test_no_calls():
    """Nothing to do is done at once."""
    assert list(one_by_one(work, [])) == []


@pytest.mark.parametrize(("number", "found"), [(1, 2), (0, "unreadable"), (98, "unreadable")])
def test_a_single_call(number, found):
    """One file alone, which needs no pool, has the same answers."""
    assert outcomes(number) == [found]


def test_a_single_call_that_hangs(monkeypatch):
    """One file alone is stopped, too."""
    monkeypatch.setattr(limits, "SECONDS", 0.3)
    assert outcomes(-1) == ["timed-out"]


def test_a_single_fault_of_ours_is_raised():
    """An exception that no file should cause is not hidden in a single call, either."""
    with pytest.raises(ZeroDivisionError):
        outcomes(97)


@pytest.mark.parametrize("run", [one_by_one, in_pool])
@pytest.mark.parametrize("numbers", [[1], [1, 2]])
def test_what_is_done_meanwhile(numbers, run):
    """The caller's own work is done once while the workers read."""
    done = []
    calls = [(number,) for number in numbers]
    list(run(work, calls, meanwhile=lambda: done.append(1)))
    assert done == [1]


@pytest.mark.parametrize("run", [one_by_one, in_pool])
@pytest.mark.parametrize("calls", [1, 3])
def test_what_all_calls_share(calls, run):
    """It reaches every call, in one process or in several."""
    found = run(work, [(number,) for number in range(1, calls + 1)], shared="book")
    assert list(found) == [("book", number) for number in range(1, calls + 1)]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_pool(workers):
    """It gives what each call gives, in order, however many there are."""
    assert outcomes(*range(1, 91), workers=workers, run=in_pool) == [2 * n for n in range(1, 91)]


def test_a_pool_with_a_fault():
    """A fault that is raised is the outcome of its call."""
    assert outcomes(1, 99, 2, run=in_pool) == [2, "too-large", 4]


def test_a_pool_stops_what_hangs():
    """After the seconds that a call may take; the others are unharmed."""
    assert outcomes(1, -1, 2, run=in_pool, seconds=0.5) == [2, "timed-out", 4]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_pool_in_which_workers_die(workers):
    """Every call has an outcome: its own result, or a fault that somebody else may be blamed for."""
    numbers = [1, 2, 0, 3, 0, 4, 5]
    found = outcomes(*numbers, workers=workers, run=in_pool, seconds=2)
    for number, outcome in zip(numbers, found, strict=True):
        assert outcome in ({"unreadable", "timed-out"} | ({2 * number} if number else set()))
    assert found[-1] == 10


def test_a_pool_that_takes_no_more(monkeypatch):
    """As after a death in a bad moment: one call is given up, another pool does the others."""
    schedule, refused = ProcessPool.schedule, []

    def refusing(pool, *arguments, **options):
        if options["args"] == (4,) and not refused:
            refused.append(pool)
            raise RuntimeError
        return schedule(pool, *arguments, **options)

    monkeypatch.setattr(ProcessPool, "schedule", refusing)
    found = outcomes(*range(1, 9), run=in_pool)
    assert len(refused) == 1
    assert [each for each in found if isinstance(each, str)] == ["unreadable"]
    assert len(found) == 8
    assert found[-1] == 16


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("size", [0, 300_000])
def test_a_worker_that_is_killed_from_outside(monkeypatch, workers, size):
    """Whatever it held when it died, every call soon has an outcome, and few are at fault."""
    monkeypatch.setattr(worker, "_SLACK_SECONDS", 0.5)
    calls = [(size + number,) for number in range(1, 61)]
    found = []
    for outcome in in_pool(long_answer, calls, workers=workers, seconds=0.5):
        found.append(outcome)
        if len(found) in {5, 40}:
            os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
    faults = [each for each in found if isinstance(each, FileFaultError)]
    assert len(faults) <= 4
    lengths = [each if isinstance(each, FileFaultError) else len(each) for each in found]
    told = zip(calls, lengths, strict=True)
    assert all(isinstance(length, FileFaultError) or length == size for (size,), length in told)
