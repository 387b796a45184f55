"""The command line: options in, one call, one rendering, one exit code."""

import gc
import os
import sys
from typing import NoReturn

from jdgap.cli.languages import language_asked_for
from jdgap.text.language import use_language


def main() -> NoReturn:
    """Run jdgap as a command and leave with its exit code."""
    # Imports make many objects that all stay: collecting garbage among them takes a tenth of a run.
    gc.set_threshold(50_000)
    # Looking for pydantic plug-ins takes 12 ms, and nobody's plug-in has a place in a run.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Typer fixes its help texts when it is imported, so the language is settled before.
    use_language(language_asked_for(sys.argv[1:]))
    from jdgap.cli.app import run

    code = run(sys.argv[1:])
    gc.freeze()  # nothing of what is left needs to be looked through on the way out
    sys.exit(code)
