"""Time and memory of whole processes, run in turn."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Final

Command = Sequence[str]

_END_BYTES: Final = 20_000
"""So much of what a command said is kept: a traceback fits."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took.

    Attributes:
        seconds: Wall time of the whole process.
        peak_mb: Most memory that any one process in its tree held at a time, in MB (10**6 bytes).
    """

    seconds: float
    peak_mb: float


def run(command: Command) -> Run:
    """Run a command and return what it took.

    The system keeps the peak of the largest process among a child and the children that it waited
    for, so nothing needs to be sampled. A child's peak starts with that of the process that starts
    it: whoever calls this has to stay small.

    Raises:
        RuntimeError: It failed. Ending with 1 is no failure: some input of jdgap had an error.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=output, env=_environment())
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said = _end_of(output)
    if process.returncode not in {0, 1} or "Traceback (most recent" in said:
        raise RuntimeError(f"{' '.join(command)}\nended with {process.returncode}:\n{said}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_maxrss * unit / 1_000_000)


def in_turn(commands: Mapping[str, Command], runs: int) -> dict[str, list[Run]]:
    """Run all commands one after the other, `runs` times over, so that noise meets them all."""
    taken: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(run(command))
    return taken


def _end_of(output: IO[bytes]) -> str:
    output.seek(max(0, output.seek(0, os.SEEK_END) - _END_BYTES))
    return output.read().decode(errors="replace")


def _environment() -> dict[str, str]:
    """Return the environment without the settings of whoever runs this."""
    return {name: value for name, value in os.environ.items() if not name.startswith("JDGAP_")}
