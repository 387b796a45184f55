"""Worker processes: a file that crashes or hangs its reader costs only itself.

There are two ways. A pool is quick, but when one of its workers dies it may blame the call before,
or break altogether: pebble learns who works on what from messages that may still be on their way. A
process for each call costs its start, and its verdict is certain. Who wants both asks the pool
first.

On Linux workers are forked: whatever else Python's own choice is there takes a second interpreter,
and a script that is piped into Python could not start it. A copy of a program with several threads
may find a lock that nobody opens any more, so nothing here forks beside a thread of its own; only
pebble does, for a worker that died, and what then hangs is stopped and read again. Elsewhere, and
where the program has set a start method, that one holds.
"""

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.text.language import mark as _

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.connection import Connection
    from multiprocessing.context import DefaultContext, ForkContext
    from multiprocessing.process import BaseProcess
    from multiprocessing.synchronize import Semaphore

    from pebble import ProcessPool

_Result = TypeVar("_Result")

_POLL_SECONDS = 0.01
"""How often pebble looks at its workers; its own 0.1 s is longer than reading ten forms takes."""

_OBJECTS_BETWEEN = 100_000
"""New objects between two searches for garbage, which take half of the time otherwise."""

_SLACK_SECONDS: Final = 5
"""What starting a worker and sending a result may take on a busy machine."""

_CALLS_AHEAD = 32
"""Calls handed over for each worker. Pebble looks through all of them each time it looks."""

_JOB: Final[list[tuple[Callable[..., Any], object]]] = []
"""In a worker of a pool: what it calls, and what all calls share."""


def nothing() -> None:
    """Do nothing: nobody wants to be called."""


def one_by_one(
    function: Callable[..., _Result],
    calls: Sequence[tuple[Any, ...]],
    *,
    shared: object = None,
    workers: int = 1,
    meanwhile: Callable[[], object] = nothing,
) -> Iterator[_Result | FileFaultError]:
    """Yield what `function` gives for each of `calls`, in their order, each in its own process.

    A call that raises `FileFaultError`, dies, or takes longer than `limits.SECONDS` gives the
    fault instead of a result; any other exception is a fault of ours and is raised.

    Args:
        function: Runs in the worker as `function(shared, *call)`; it and what it gives must be
            picklable.
        calls: The arguments of each call.
        shared: What every call needs.
        workers: How many processes work at a time.
        meanwhile: Called once in this process; a single call runs at the same time.
    """
    left = deque(enumerate(calls))
    running: list[_Reader[_Result]] = []
    outcomes: dict[int, _Result | FileFaultError] = {}

    def start_next() -> None:
        if left:
            place, arguments = left.popleft()
            running.append(_Reader.started(place, (function, shared, arguments)))

    try:
        for _place in range(min(workers, len(calls))):
            start_next()
        meanwhile()
        for place in range(len(calls)):
            while place not in outcomes:
                for reader in _ready(running):
                    outcomes[reader.place] = reader.outcome()
                    reader.end()
                    running.remove(reader)
                    start_next()
            yield outcomes.pop(place)
    finally:
        for reader in running:
            reader.end()


@dataclass(frozen=True, slots=True, eq=False)
class _Reader(Generic[_Result]):
    """A process that works on one call.

    Attributes:
        place: Which of the calls.
        answers: Where its answer comes from.
        process: It.
        until: When it is stopped, on the clock of `monotonic`.
    """

    place: int
    answers: "Connection[Any, Any]"
    process: "BaseProcess"
    until: float

    @classmethod
    def started(cls, place: int, job: tuple[Any, ...]) -> "_Reader[_Result]":
        context = _context()
        answers, sender = context.Pipe(duplex=False)
        process = context.Process(target=_answer, args=(sender, *job), daemon=True)
        process.start()
        sender.close()
        return cls(place, answers, process, monotonic() + limits.SECONDS)

    def outcome(self) -> _Result | FileFaultError:
        try:
            if not self.answers.poll():
                return FileFaultError("timed-out", seconds=limits.SECONDS)
            answer: _Result | Exception = self.answers.recv()
        except (EOFError, ConnectionError):
            return _gave_up()
        return _outcome(lambda: _raised(answer), limits.SECONDS)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.answers.close()


def _ready(running: Sequence[_Reader[_Result]]) -> list[_Reader[_Result]]:
    """Wait for the first of the readers to answer, die, or take too long; return all that have."""
    from multiprocessing.connection import wait

    first = min(reader.until for reader in running)
    ready = wait([reader.answers for reader in running], max(0, first - monotonic()))
    now = monotonic()
    return [reader for reader in running if reader.answers in ready or reader.until <= now]


def in_pool(  # noqa: PLR0913 (each is one thing to decide)
    function: Callable[..., _Result],
    calls: Iterable[tuple[Any, ...]],
    *,
    shared: object = None,
    workers: int = 1,
    seconds: float = limits.SECONDS,
    meanwhile: Callable[[], object] = nothing,
) -> Iterator[_Result | FileFaultError]:
    """Yield what `function` gives for each of `calls`, in their order, from a pool of workers.

    As `one_by_one`, but a fault says only that something went wrong around this call.

    Args:
        function: As there.
        calls: As there.
        shared: As there; it is sent to each worker once.
        workers: As there.
        seconds: How long a call may take.
        meanwhile: Called once in this process while the first calls run.
    """
    from concurrent.futures.process import BrokenProcessPool

    from pebble import CONSTS, ProcessPool

    CONSTS.sleep_unit = _POLL_SECONDS
    context = _context()
    left = deque(calls)
    while left:
        started = context.Semaphore(0)
        pool = ProcessPool(
            workers, initializer=_begin, initargs=(started, function, shared), context=context
        )
        try:
            for outcome in _outcomes(pool, tuple(left), workers, seconds, meanwhile):
                left.popleft()
                yield outcome
            # Pebble takes the locks away before it stops the workers. One that is still starting
            # would not find them, and say so on the screen.
            for _worker in range(workers):
                started.acquire(timeout=_SLACK_SECONDS)
        except BrokenProcessPool:
            left.popleft()
            yield _gave_up()
        finally:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()
        meanwhile = nothing


def _outcomes(
    pool: "ProcessPool",
    calls: Iterable[tuple[Any, ...]],
    workers: int,
    seconds: float,
    meanwhile: Callable[[], object],
) -> Iterator[Any]:
    """Yield the outcomes; only so many calls are handed over ahead that no worker waits.

    Raises:
        BrokenProcessPool: No more of them will come.
    """
    from concurrent.futures import wait
    from concurrent.futures.process import BrokenProcessPool

    futures = _scheduled(pool, calls, seconds)
    waiting = deque(islice(futures, workers * _CALLS_AHEAD))
    meanwhile()
    while waiting:
        future = waiting.popleft()
        # One call may have to wait for the end of another. A worker that somebody else kills takes
        # the pool's locks with it, and half of a result: then nothing comes any more.
        if wait([future], 2 * seconds + _SLACK_SECONDS).not_done:
            raise BrokenProcessPool
        outcome = _outcome(future.result, seconds)
        waiting.extend(islice(futures, 1))
        yield outcome


def _scheduled(
    pool: "ProcessPool", calls: Iterable[tuple[Any, ...]], seconds: float
) -> "Iterator[Future[Any]]":
    """Hand the calls over, one each time that the next future is asked for.

    Raises:
        BrokenProcessPool: The pool takes no more, as after a worker died in a bad moment.
    """
    from concurrent.futures.process import BrokenProcessPool

    for call in calls:
        try:
            future = pool.schedule(_call, args=call, timeout=seconds)
        except RuntimeError as error:  # so pebble calls it
            raise BrokenProcessPool from error
        yield future


def _begin(started: "Semaphore", function: Callable[..., object], shared: object) -> None:
    """Make a worker of a pool ready for its calls."""
    _prepare()
    started.release()
    _JOB.append((function, shared))


def _call(*arguments: object) -> object:
    function, shared = _JOB[-1]
    try:
        return function(shared, *arguments)
    except Exception:
        raise
    except BaseException:  # noqa: BLE001 (the reader's own panic, which cannot be sent)
        raise _gave_up() from None


def _context() -> "DefaultContext | ForkContext":
    """Return how processes are started."""
    # Importing pebble (with asyncio) would take half of what a check of one form may take.
    import multiprocessing

    if sys.platform == "linux" and multiprocessing.get_start_method(allow_none=True) is None:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context()


def _answer(
    sender: "Connection[Any, Any]",
    function: Callable[..., object],
    shared: object,
    arguments: tuple[Any, ...],
) -> None:
    _prepare()
    gc.disable()  # the process ends with its one call
    try:
        answer: object = function(shared, *arguments)
    except Exception as error:  # noqa: BLE001 (raised again in the process that asked)
        answer = error
    sender.send(answer)


def _raised(answer: _Result | Exception) -> _Result:
    if isinstance(answer, Exception):
        raise answer
    return answer


def _outcome(result: Callable[[], _Result], seconds: float) -> _Result | FileFaultError:
    """Return a call's result, or the fault that its end is."""
    try:
        return result()
    except FileFaultError as fault:
        return fault
    except MemoryError:
        return _gave_up()
    except BaseException as error:
        name = type(error).__name__
        if name == "TimeoutError":
            return FileFaultError("timed-out", seconds=seconds)
        if name in {"ProcessExpired", "PanicException"}:  # a death; the reader's own panic
            return _gave_up()
        raise


def _gave_up() -> FileFaultError:
    return FileFaultError("unreadable", reason=_("the reader gave up on it"))


def _prepare() -> None:
    """Bound the worker's memory, and keep what a crashing reader prints off the user's screen."""
    gc.set_threshold(_OBJECTS_BETWEEN)  # nearly all that reading makes stays until it is sent
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    with suppress(ImportError, OSError, ValueError):  # Windows has no bound, macOS may refuse it
        _bound_memory()


def _bound_memory() -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = _bytes_in_use() + limits.WORKER_BYTES
    if hard != resource.RLIM_INFINITY:
        bound = min(bound, hard)
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))


def _bytes_in_use() -> int:
    """Return the address space that the worker starts with, 0 where the system does not tell.

    A copy of a program that holds much, such as a notebook, has no fault in it.
    """
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        return pages * os.sysconf("SC_PAGE_SIZE")
    return 0
