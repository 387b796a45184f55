"""One press of the tab key: what may come next on the command line, and never an error."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

VARIABLE: Final = "_JDGAP_COMPLETE"
"""Set by the shell, whose script Typer wrote."""


def words_before(environment: Mapping[str, str]) -> list[str] | None:
    """Return the words before the one that is completed; None where none is.

    Typer's scripts hand over the line in two ways: bash with the number of the word, the others
    as it stands before the cursor.
    """
    if not environment.get(VARIABLE):
        return None
    if "COMP_WORDS" in environment:
        words = _split(environment["COMP_WORDS"])
        place = environment.get("COMP_CWORD", "")
        return words[1 : int(place)] if place.isdecimal() else []
    line = environment.get("_TYPER_COMPLETE_ARGS", "")
    words = _split(line)[1:]
    return words if line.endswith(" ") else words[:-1]


def _split(line: str) -> list[str]:
    import shlex  # every run comes by here, and few have a line to split

    try:
        return shlex.split(line)
    except ValueError:  # a quotation mark that is not closed yet
        return line.split()


def complete(words: list[str]) -> int:
    """Print what may come next, as the shell wants it; return the exit code.

    Args:
        words: What stands before on the line.
    """
    if sys.stdout is None:
        return 0
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        heard, sys.stderr = sys.stderr, nowhere
        try:
            return _completed(words)
        finally:
            sys.stderr = heard


def _completed(words: list[str]) -> int:
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # titles, in a terminal that has no Thai
    # Whatever goes wrong, the line that somebody is typing is not the place to tell.
    with suppress(Exception):
        from typer.completion import completion_init  # type: ignore[attr-defined]
        from typer.main import get_command

        from jdgap.cli.commands import program

        completion_init()
        try:
            get_command(program(words)).main(args=[], prog_name="jdgap", standalone_mode=False)
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 0
    return 0
