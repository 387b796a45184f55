"""Ctrl-C, a kill, a window that is closed: all end the run in the same way.

Each becomes a `KeyboardInterrupt`, so that whatever is open cleans up behind itself: no half
workbook, no draft beside it, no worker that goes on reading.
"""

import os
import signal
import sys
from collections.abc import Iterator
from time import monotonic
from types import FrameType
from typing import Final

_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Windows has no SIGHUP (a terminal that is closed), and nobody else has SIGBREAK."""

_SECONDS_OF_A_FORK: Final = 0.02

_SECONDS_TO_CLEAN_UP: Final = 1
"""Whoever presses Ctrl-C again before does not disturb the cleaning up."""


class _Told:
    """When the run was told to stop; None while nobody wants it."""

    at: float | None = None


class ToldToStopError(KeyboardInterrupt):
    """The run is to end, and its exit code is to be ours.

    Python itself ends by the signal, whatever is caught later, when a plain `KeyboardInterrupt`
    comes out of a call of `exec`, and making a dataclass is one.
    """


def stop_when_told() -> None:
    """Let every way to end the program from outside raise `ToldToStopError`, from now on.

    What is ignored stays so: `nohup`, and a shell's job in the background, rely on it.
    """
    for number in _signals():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_die_like_others)


def stop_if_told() -> None:
    """Stop now if it was said before: Python forgets what is raised amid collecting garbage."""
    if _Told.at is not None:
        raise ToldToStopError


def stop_no_more() -> None:
    """Let nothing disturb the way out: the run is over."""
    for number in _ours():
        signal.signal(number, signal.SIG_IGN)


def _signals() -> Iterator[int]:
    return (getattr(signal, name) for name in _NAMES if hasattr(signal, name))


def _ours() -> list[int]:
    return [number for number in _signals() if signal.getsignal(number) is _stop]


def _stop(_number: int, frame: FrameType | None) -> None:
    if _forks(frame):
        signal.signal(signal.SIGALRM, _stop)
        signal.setitimer(signal.ITIMER_REAL, _SECONDS_OF_A_FORK)
        return
    _end_readers()
    before, now = _Told.at, monotonic()
    if before is None or now - before > _SECONDS_TO_CLEAN_UP:
        _Told.at = now
        raise ToldToStopError


def _forks(frame: FrameType | None) -> bool:
    """Return whether a worker is being forked just now.

    Python forgets an exception that is raised by what it calls around a fork, and the lock of
    `logging` would stay locked for ever.
    """
    while frame is not None:
        if frame.f_code.co_name == "_launch" and hasattr(signal, "setitimer"):
            return True
        frame = frame.f_back
    return False


def _end_readers() -> None:
    """End the processes that read a single file each; a thread may be waiting for one of them.

    Those of a pool are no daemons; their pool ends them, and knows which locks they hold.
    """
    # It may be half imported.
    children = getattr(sys.modules.get("multiprocessing.process"), "active_children", tuple)
    for process in children():
        if process.daemon:
            process.kill()


def _die_like_others() -> None:
    """In a worker: forget all this."""
    for number in _ours():
        usual = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
        signal.signal(number, usual)
