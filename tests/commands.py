"""jdgap as a command, in a process of its own."""

import subprocess
import sys

from builders import run_environment


def as_command(*arguments, environment=None, **options):
    """Run jdgap to its end; return what `subprocess.run` gives, streams as bytes."""
    return subprocess.run(
        [sys.executable, "-m", "jdgap", *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=60,
        env=run_environment() | (environment or {}),
        **options,
    )
