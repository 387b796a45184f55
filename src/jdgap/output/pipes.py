"""Standard output into a pipe whose reader (head, less) may go away at any time."""

import os
import sys


def forget_stdout() -> None:
    """Let standard output lead nowhere: whoever read it has gone, and nothing is to be said."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
