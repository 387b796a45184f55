"""However a system starts processes, reading gives the same: Windows and macOS spawn them."""

import json
import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

from builders import run_environment

PROGRAM = Path(__file__).with_name("start_methods.py")
METHODS = multiprocessing.get_all_start_methods()


def told(*arguments):
    """What the program says, run from a file; warnings about forks beside threads are errors."""
    found = subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning", *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=60,
        env=run_environment(),
    )
    assert (found.returncode, found.stderr) == (0, b"")
    return json.loads(found.stdout)


@pytest.mark.parametrize("method", METHODS)
def test_every_call_has_its_outcome(method):
    """A death, a file that hangs, a fault and an answer are told apart in each way."""
    assert told(PROGRAM, method) == {
        "one by one": [["book", 1], "unreadable", "too-large", ["book", 2]],
        "alone": [["book", 3]],
        "pool": [["book", number] for number in range(1, 41)],
        "hanging": ["timed-out"],
    }


@pytest.mark.parametrize("method", sorted({*METHODS} - {"fork"}))
def test_a_worker_that_starts_late_says_nothing(method):
    """The others may have done all the work when it looks for the locks of the pool."""
    assert told(PROGRAM, method, "late") == [["book", 4]]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Python's own choice holds")
def test_on_linux_workers_are_forked():
    """Whatever Python's own choice is: it changed with 3.14."""
    code = (
        "import multiprocessing, json\n"
        "from jdgap.assessments.opening.worker import _context\n"
        "ours = _context().get_start_method()\n"
        "multiprocessing.set_start_method('spawn')\n"
        "print(json.dumps([ours, _context().get_start_method()]))"
    )
    assert told("-c", code) == ["fork", "spawn"]
