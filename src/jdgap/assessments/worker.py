"""A worker process for each file: a file that crashes or hangs its reader costs only itself."""

import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from jdgap.assessments import limits
from jdgap.assessments.faults import FileFaultError
from jdgap.text.language import mark as _

_Result = TypeVar("_Result")

_POLL_SECONDS = 0.01
"""How often pebble looks at its workers; its own 0.1 s is longer than reading ten forms takes."""


def in_workers(
    function: Callable[..., _Result],
    calls: Sequence[tuple[Any, ...]],
    *,
    workers: int = 1,
    meanwhile: Callable[[], object] | None = None,
) -> list[_Result | FileFaultError]:
    """Return what `function` gives for each of `calls`, in their order.

    A call that raises `FileFaultError`, dies, or takes longer than `limits.SECONDS` gives the
    fault instead of a result; any other exception is a fault of ours and is raised.

    Args:
        function: Runs in the worker; it and what it gives must be picklable.
        calls: The arguments of each call.
        workers: How many processes work at a time.
        meanwhile: Called once in this process while the first calls run.
    """
    if len(calls) == 1:
        # Importing pebble (with asyncio) would take half of what a check of one form may take.
        return [_alone(function, calls[0], meanwhile)]
    from pebble import CONSTS, ProcessPool

    CONSTS.sleep_unit = _POLL_SECONDS
    with ProcessPool(max_workers=workers, initializer=_prepare) as pool:
        futures = [
            pool.schedule(function, args=list(call), timeout=limits.SECONDS) for call in calls
        ]
        if meanwhile:
            meanwhile()
        return [_outcome(future.result) for future in futures]


def _alone(
    function: Callable[..., _Result],
    arguments: tuple[Any, ...],
    meanwhile: Callable[[], object] | None,
) -> _Result | FileFaultError:
    """Run one call in a process of its own."""
    import multiprocessing

    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(
        target=_answer, args=(sender, function, arguments), daemon=True
    )
    process.start()
    sender.close()
    if meanwhile:
        meanwhile()
    try:
        if not receiver.poll(limits.SECONDS):
            return FileFaultError("timed-out", seconds=limits.SECONDS)
        answer: _Result | Exception = receiver.recv()
    except (EOFError, ConnectionError):
        return _gave_up()
    finally:
        process.kill()
        process.join()
    return _outcome(lambda: _raised(answer))


def _answer(
    sender: Connection, function: Callable[..., object], arguments: tuple[Any, ...]
) -> None:
    _prepare()
    try:
        answer: object = function(*arguments)
    except Exception as error:  # noqa: BLE001 (raised again in the process that asked)
        answer = error
    sender.send(answer)


def _raised(answer: _Result | Exception) -> _Result:
    if isinstance(answer, Exception):
        raise answer
    return answer


def _outcome(result: Callable[[], _Result]) -> _Result | FileFaultError:
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
            return FileFaultError("timed-out", seconds=limits.SECONDS)
        if name in {"ProcessExpired", "PanicException"}:  # a death; the reader's own panic
            return _gave_up()
        raise


def _gave_up() -> FileFaultError:
    return FileFaultError("unreadable", reason=_("the reader gave up on it"))


def _prepare() -> None:
    """Bound the worker's memory, and keep what a crashing reader prints off the user's screen."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = (
        limits.WORKER_BYTES if hard == resource.RLIM_INFINITY else min(limits.WORKER_BYTES, hard)
    )
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
