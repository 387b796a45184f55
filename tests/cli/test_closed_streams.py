"""Streams that somebody closed before jdgap began: `jdgap ... >&-`."""

import os
import sys

import pytest

from commands import as_command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="closes a file descriptor")


def closing(descriptor):
    return {"preexec_fn": lambda: os.close(descriptor)}


def test_a_closed_output_is_said_in_a_sentence():
    done = as_command("--lang", "en", "positions", "list", **closing(1))
    assert (done.returncode, done.stderr) == (3, b"Error: standard output is closed\n")


def test_a_closed_stream_for_problems_changes_no_result():
    plain = as_command("positions", "list")
    done = as_command("positions", "list", **closing(2))
    assert (done.returncode, done.stdout) == (0, plain.stdout)


def test_a_usage_error_without_a_stream_to_say_it_on():
    assert as_command("nonsense", **closing(2)).returncode == 2
