"""Ctrl-C and other ways to end a run from outside: one sentence, exit code 3, nothing left."""

import os
import signal
import subprocess
import sys
import time

import pytest

from builders import plain_form, run_environment, write_workbook
from jdgap.cli.app import run

pytestmark = [
    pytest.mark.usefixtures("nothing_set"),
    pytest.mark.skipif(os.name == "nt", reason="POSIX signals"),
]

STOPPED = ["Stopped."]

WHILE_READING = """
from contextlib import contextmanager
from jdgap.output.console import progress

@contextmanager
def bar(doing):
    yield lambda done, total: tell()

progress.progress_bar = bar
"""
WHILE_WRITING = """
os.replace = lambda *names: tell()
"""
WHILE_IMPORTING = """


class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "jdgap.workflows.round":
            exec("tell()", {"tell": tell})

sys.meta_path.insert(0, Finder())
"""
SCRIPT = """
import os, signal, sys

signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background have it ignored

def tell():
    os.kill(os.getpid(), signal.{name})

{moment}
from jdgap.cli import main
sys.argv = ["jdgap", "--lang", "en", *sys.argv[1:]]
main()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("in")
    for number in range(20):
        write_workbook(folder / f"{number}.xlsx", plain_form(employee_id=f"S-{number:03}"))
    return folder


@pytest.fixture
def stopped(tmp_path_factory):
    """Run jdgap, told to stop at a moment; return code, both streams, and whether a worker lives.

    It is run as a module: there Python gives an exit code of its own to some interrupts.
    """
    home = tmp_path_factory.mktemp("stopped")

    def call(name, moment, *arguments):
        (home / "stopped.py").write_text(SCRIPT.format(name=name, moment=moment))
        with subprocess.Popen(
            [sys.executable, "-m", "stopped", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=run_environment(),
            cwd=home,
            start_new_session=True,
        ) as process:
            out, err = process.communicate(timeout=60)
            return process.returncode, out.decode(), err.decode(), lives(process.pid)

    return call


def lives(group):
    """Whether a process of the group is still there after a moment's grace."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.02)
    os.killpg(group, signal.SIGKILL)
    return True


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize(
    "moment", [WHILE_READING, WHILE_WRITING, WHILE_IMPORTING], ids=["read", "write", "import"]
)
def test_a_report_that_is_stopped(stopped, folder, tmp_path, name, moment):
    """An old report is untouched, no draft and no worker stay, and nothing is on stdout."""
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"old")
    code, out, err, lives = stopped(name, moment, "report", folder, "-o", target, "--force")
    assert (code, out, err.splitlines(), lives) == (3, "", STOPPED, False)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.xlsx"]


def test_a_signal_that_is_ignored_stays_so(stopped, folder, tmp_path):
    """`nohup jdgap report` goes on when the terminal is closed."""
    moment = "signal.signal(signal.SIGHUP, signal.SIG_IGN)" + WHILE_READING
    code, *_ = stopped("SIGHUP", moment, "report", folder, "-o", tmp_path / "a.xlsx")
    assert code == 0


def test_told_amid_a_fork(stopped, folder, tmp_path):
    """Python forgets what is raised around a fork; the run stops all the same."""
    moment = "os.register_at_fork(after_in_parent=tell)\n"
    code, out, err, lives = stopped("SIGTERM", moment, "report", folder, "-o", tmp_path / "a.xlsx")
    assert (code, out, err.splitlines(), lives) == (3, "", STOPPED, False)


@pytest.mark.parametrize("raised", [KeyboardInterrupt, EOFError])
def test_in_the_process_of_the_caller(monkeypatch, capsys, raised):
    """However Typer passes on that a run is interrupted, its end is the same."""

    def interrupted(*_arguments, **_options):
        raise raised

    monkeypatch.setattr("jdgap.cli.rounds.RoundOptions.check", interrupted)
    assert run(["validate", "."]) == 3
    assert capsys.readouterr().err.strip()
