"""A process that reads one file after another and may die; who asked hears how it went."""

import multiprocessing
import os
import resource
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from promises import check_reading

from jdgap.assessments.one_file import read_file
from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.positions import Book

_KIBIBYTE = 1024
_PANIC = "PanicException"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How reading one file went.

    Attributes:
        word: `read`, `fault`, `died`, `slow`, `memory`, `panic`, or `broken` for what must not be.
        codes: How many problems of each kind there were.
        why: Where it is `broken`, the end of the traceback.
        seconds: How long it took.
    """

    word: str
    codes: Counter[str] = field(default_factory=Counter)
    why: str = ""
    seconds: float = 0.0


class Watched:
    """Reads files in a child process, which is started again when it dies.

    Args:
        book: Whose positions and competencies are meant.

    Attributes:
        most_bytes: The most memory that any child has held.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._context = multiprocessing.get_context("fork")
        self.most_bytes = 0
        self._start()

    def _start(self) -> None:
        self._asking, answering = self._context.Pipe()
        self._child = self._context.Process(
            target=_serve, args=(answering, self._book), daemon=True
        )
        self._child.start()
        answering.close()

    def read(self, path: Path) -> Outcome:
        """Return how reading the file at `path` goes."""
        started = time.monotonic()
        word = "died"
        try:
            self._asking.send(path)
            if self._asking.poll(limits.SECONDS):
                outcome: Outcome
                outcome, held = self._asking.recv()
                self.most_bytes = max(self.most_bytes, held)
                return outcome
            word = "slow"
        except (EOFError, ConnectionError):
            pass
        self.stop()
        self._start()
        return Outcome(word, seconds=time.monotonic() - started)

    def stop(self) -> None:
        """End the child."""
        self._child.kill()
        self._child.join()
        self._asking.close()


def _serve(answering: Connection, book: Book) -> None:
    """Read what is asked for until nobody asks any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)  # what a dying reader prints
    resource.setrlimit(resource.RLIMIT_AS, (limits.WORKER_BYTES, limits.WORKER_BYTES))
    while True:
        try:
            path = answering.recv()
        except EOFError:
            return
        started = time.monotonic()
        word, codes, why = _read(path, book)
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIBIBYTE
        answering.send((Outcome(word, codes, why, time.monotonic() - started), held))


def _read(path: Path, book: Book) -> tuple[str, Counter[str], str]:
    try:
        reading = read_file(path, book)
        check_reading(reading, path, book)
    except FileFaultError as fault:
        return "fault", Counter([fault.code]), ""
    except MemoryError:
        return "memory", Counter(), ""
    except BaseException as error:  # noqa: BLE001 (a panic of the reader is no Exception)
        if type(error).__name__ == _PANIC:
            return "panic", Counter(), ""
        return "broken", Counter(), "".join(traceback.format_exception(error)[-6:])
    return "read", Counter(each.code for each in reading.problems), ""
