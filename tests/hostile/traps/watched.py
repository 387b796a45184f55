"""jdgap as a command that is watched: how long it takes, its memory, and what it leaves behind."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from builders import run_environment

_PAUSE = 0.02
_HAS_PROC = Path("/proc/self/stat").exists()


@dataclass(slots=True)
class Watched:
    """How a run went.

    Attributes:
        code: The exit code.
        out: What stood on stdout.
        err: What stood on stderr.
        seconds: How long it took.
        peaks: The largest memory of each process of the run, in bytes, by process id; the first
            is the command itself. Empty where the system does not tell.
        left: Processes of the run that outlived it.
        temporary: What it left in the folder for temporary files.
    """

    code: int
    out: bytes
    err: bytes
    seconds: float
    peaks: dict[int, int] = field(default_factory=dict)
    left: list[int] = field(default_factory=list)
    temporary: list[str] = field(default_factory=list)

    @property
    def peak_of_command(self) -> int:
        """The largest memory of the command itself, in bytes; 0 where it is not known."""
        return next(iter(self.peaks.values()), 0)

    @property
    def peak_of_workers(self) -> int:
        """The largest memory of any of its workers, in bytes; 0 where it is not known."""
        return max(list(self.peaks.values())[1:], default=0)


def watched(*arguments: object, temporary: Path, seconds: float = 60) -> Watched:
    """Run jdgap in a session of its own, with `temporary` for its temporary files."""
    temporary.mkdir(exist_ok=True)
    places = {name: str(temporary) for name in ("TMPDIR", "TEMP", "TMP")}
    begin = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "jdgap", "--lang", "en", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=run_environment() | places,
        start_new_session=True,
    ) as process:
        peaks: dict[int, int] = {process.pid: 0}
        watcher = threading.Thread(target=_watch, args=(process, peaks))
        watcher.start()
        try:
            out, err = process.communicate(timeout=seconds)
        finally:
            process.kill()
            watcher.join()
    took = time.monotonic() - begin
    return Watched(
        process.returncode,
        out,
        err,
        took,
        peaks if _HAS_PROC else {},
        list(_session(process.pid)),
        sorted(path.name for path in temporary.iterdir()),
    )


def _watch(process: "subprocess.Popen[bytes]", peaks: dict[int, int]) -> None:
    while process.poll() is None:
        for number in _session(process.pid):
            peaks[number] = max(peaks.get(number, 0), _peak(number))
        time.sleep(_PAUSE)


def children(parent: int) -> Iterator[int]:
    """Yield the processes that `parent` began."""
    for number, about in _processes():
        if int(about[1]) == parent:
            yield number


def _session(leader: int) -> Iterator[int]:
    """Yield the processes of a session that are alive."""
    for number, about in _processes():
        if int(about[3]) == leader and about[0] != "Z":
            yield number


def _processes() -> Iterator[tuple[int, list[str]]]:
    """Yield the id of each process, with its state, parent, group and session."""
    for path in Path("/proc").glob("[0-9]*/stat") if _HAS_PROC else ():
        try:
            about = path.read_text(encoding="utf-8", errors="replace")
        except OSError:  # it ended meanwhile
            continue
        yield int(path.parent.name), about[about.rindex(")") + 2 :].split()


def _peak(number: int) -> int:
    try:
        lines = Path(f"/proc/{number}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    found = next((line for line in lines if line.startswith("VmHWM:")), "VmHWM: 0 kB")
    return int(found.split()[1]) * 1024


def is_quiet(run: Watched) -> bool:
    """Return whether nothing of Python's own, or of a reader that died, is on either stream."""
    said = run.out + run.err
    noise = (b"Traceback", b"panicked", b"memory allocation", b"RUST_BACKTRACE", b"Fatal Python")
    return not any(word in said for word in noise)


ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
"""Whoever runs the tests may read everything."""
