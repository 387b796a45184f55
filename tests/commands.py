"""jdgap as a command: in a process of its own, or in this one before a console of any encoding."""

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout

from builders import run_environment
from jdgap.cli.app import run
from jdgap.cli.languages import language_asked_for
from jdgap.text.language import speaking


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


def with_full_disk(*arguments, environment=None, **options):
    """The same where no file can grow over 3,000 bytes, bytecode among them."""
    import resource

    return as_command(
        *arguments,
        environment={"PYTHONDONTWRITEBYTECODE": "1"} | (environment or {}),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)),
        **options,
    )


def before_console(*arguments, encoding="utf-8"):
    """Run jdgap in this process; return the same.

    Its streams are as Python makes them where PYTHONIOENCODING names the encoding.
    """
    out = io.TextIOWrapper(io.BytesIO(), encoding, "strict", write_through=True)
    err = io.TextIOWrapper(io.BytesIO(), encoding, "backslashreplace", write_through=True)
    words = [*map(str, arguments)]
    with redirect_stdout(out), redirect_stderr(err), speaking(language_asked_for(words)):
        code = run(words)
    written = (stream.buffer.getvalue() for stream in (out, err))
    return subprocess.CompletedProcess(arguments, int(code), *written)
