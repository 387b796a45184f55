"""A worker process for each file: a file that crashes or hangs its reader costs only itself."""

import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from jdgap.assessments import limits
from jdgap.assessments.faults import FileFaultError
from jdgap.text.language import mark as _

_Result = TypeVar("_Result")


def in_workers(
    function: Callable[..., _Result], calls: Sequence[tuple[Any, ...]], *, workers: int = 1
) -> list[_Result | FileFaultError]:
    """Return what `function` gives for each of `calls`, in their order.

    A call that raises `FileFaultError`, dies, or takes longer than `limits.SECONDS` gives the
    fault instead of a result; any other exception is a fault of ours and is raised.
    """
    from pebble import ProcessPool

    with ProcessPool(max_workers=workers, initializer=_limit_memory) as pool:
        futures = [
            pool.schedule(function, args=list(call), timeout=limits.SECONDS) for call in calls
        ]
        return [_outcome(future.result) for future in futures]


def _outcome(result: Callable[[], _Result]) -> _Result | FileFaultError:
    from concurrent.futures import TimeoutError as Stopped

    from pebble import ProcessExpired

    try:
        return result()
    except FileFaultError as fault:
        return fault
    except Stopped:
        return FileFaultError("timed-out", seconds=limits.SECONDS)
    except (ProcessExpired, MemoryError):
        return FileFaultError("unreadable", reason=_("the reader gave up on it"))
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the reader's own, not an Exception
            return FileFaultError("unreadable", reason=_("the reader gave up on it"))
        raise


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    wanted = limits.WORKER_BYTES
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
