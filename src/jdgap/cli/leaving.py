"""The end of the process."""

import atexit
import os
import sys
from contextlib import suppress
from typing import NoReturn


def leave(code: int) -> NoReturn:
    """End the process with an exit code, and leave what was imported to the system.

    Python would take it down piece by piece, a tenth of the time that a check of one form takes.
    All that is registered for the end is done, and what waits in the streams is written.
    """
    atexit._run_exitfuncs()  # noqa: SLF001 (there is no other way to it)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
