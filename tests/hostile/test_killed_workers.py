"""Whatever kills the workers while they read, no answer is lost and none counts twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from traps.spoilt_answers import form, write
from traps.watched import watched

from builders import run_environment

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc here")

FILES = 60
MOMENTS = "1,3,6"
SCRIPT = """
import os, signal, sys
from contextlib import suppress
from jdgap.assessments import files
from traps.watched import children

in_pool, moments = files.in_pool, set(map(int, sys.argv.pop(1).split(",")))

def disturbed(*arguments, **options):
    for place, outcome in enumerate(in_pool(*arguments, **options)):
        if place in moments:
            for worker in children(os.getpid()):
                with suppress(ProcessLookupError):  # it ended by itself meanwhile
                    os.kill(worker, signal.SIGKILL)
            print("killed", file=sys.stderr)
        yield outcome

files.in_pool = disturbed
from jdgap.cli import main
main()
"""
"""The command, in which all workers are killed when so many batches are read."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Many small forms, each of another employee."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(FILES):
        write(folder / f"{number:03d}.xlsx", [form(f"S-{number:03d}", 1 + number % 5)])
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder, tmp_path_factory):
    """What is printed when nobody kills anything."""
    top = tmp_path_factory.mktemp("undisturbed")
    run = watched(*arguments(folder, top / "R.xlsx"), temporary=top / "tmp")
    assert (run.code, json.loads(run.out)["assessed"]) == (0, FILES)
    return run.out


def arguments(folder, target):
    return ("report", folder, "-o", target, "--format", "json", "--individual", "never")


def test_killing_all_workers(folder, undisturbed, tmp_path):
    """What is printed is, byte for byte, what a run prints that nobody disturbs."""
    target = tmp_path / "R.xlsx"
    tests = Path(__file__).parents[1]
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            SCRIPT,
            MOMENTS,
            "--lang",
            "en",
            *map(str, arguments(folder, target)),
        ],
        capture_output=True,
        check=False,
        timeout=60,
        env=run_environment() | {"PYTHONPATH": os.pathsep.join(python_path(tests))},
    )
    assert found.returncode == 0, found.stderr
    assert found.stdout == undisturbed
    killed = ["killed"] * len(MOMENTS.split(","))
    assert found.stderr.decode().splitlines() == [*killed, f"Written: {target}"]


def python_path(tests):
    """Where the command finds what the tests are made by, besides what it finds already."""
    given = os.environ.get("PYTHONPATH")
    return [*([given] if given else []), str(tests), str(tests / "hostile")]
