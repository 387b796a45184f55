"""The command line: options in, one call, one rendering, one exit code."""

import gc
import os
import sys
from pathlib import Path
from typing import NoReturn

from jdgap.cli.completing import complete, words_before
from jdgap.cli.exits import ExitCode
from jdgap.cli.languages import language_asked_for
from jdgap.cli.leaving import leave
from jdgap.cli.stopping import stop_no_more, stop_when_told
from jdgap.text.language import translate, use_language


def main() -> NoReturn:
    """Run jdgap as a command and leave with its exit code."""
    stop_when_told()
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:  # before or after the command itself
        sys.stderr.write(translate("Stopped.") + "\n")
        code = ExitCode.NOTHING_DONE
    stop_no_more()
    leave(code)


def _open_closed_streams() -> None:
    """Leave where nothing can be printed (`jdgap ... >&-`); what nobody would read goes nowhere."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (until the end)
    if sys.stdout is None:
        sys.stderr.write(translate("Error: standard output is closed") + "\n")
        sys.exit(ExitCode.NOTHING_DONE)


def _run(arguments: list[str]) -> int:
    # Imports make many objects that all stay: collecting garbage among them takes a tenth of a run.
    gc.set_threshold(100_000)
    # Looking for pydantic plug-ins takes 12 ms, and nobody's plug-in has a place in a run.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # With lxml, which something else may have brought, openpyxl hides that a disk is full.
    os.environ.setdefault("OPENPYXL_LXML", "False")
    # Typer fixes its help texts when it is imported, so the language is settled before.
    words = words_before(os.environ)
    use_language(language_asked_for(arguments if words is None else words))
    if words is not None:
        return complete(words)
    _open_closed_streams()
    if sys.platform == "win32":
        from jdgap.cli.wildcards import expanded

        arguments = list(expanded(arguments))
    from jdgap.cli.app import run

    return run(arguments)
