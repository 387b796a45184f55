"""The process ends at once, and nothing that it owed is lost."""

import subprocess
import sys

import pytest

from builders import run_environment

CODE = """
import atexit, sys
from jdgap.cli.leaving import leave

atexit.register(print, "registered")
sys.stderr.write("to stderr, ")
sys.stdout.write("waiting, ")
{before}
leave(4)
"""


def ended(before="", **options):
    """Run it with streams that wait, whatever the person who runs the tests has set."""
    environment = run_environment()
    environment.pop("PYTHONUNBUFFERED", None)
    return subprocess.run(
        [sys.executable, "-c", CODE.format(before=before)],
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
        env=environment,
        **options,
    )


def test_what_is_registered_and_what_waits_is_written():
    """In this order: what waits, then what is registered."""
    done = ended(stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout) == (4, b"waiting, registered\n")
    assert done.stderr == b"to stderr, "


def test_closed_streams_change_no_exit_code():
    done = ended("sys.stdout.close(); atexit.unregister(print)", stdout=subprocess.PIPE)
    assert done.returncode == 4


@pytest.mark.skipif(sys.platform != "linux", reason="a device of Linux")
def test_a_full_disk_changes_no_exit_code():
    with open("/dev/full", "wb") as full:  # noqa: PTH123 (a device)
        assert ended(stdout=full).returncode == 4
