"""One run: every error turned into one clear sentence and an exit code."""

import io
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

import typer

from jdgap.cli.commands import program
from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.cli.shared import reason_of
from jdgap.text.cleaning import on_one_line
from jdgap.text.language import translate as _

_TYPER_STOPPED: Final = 130
"""What Typer returns when it caught Ctrl-C itself; its older versions raise instead."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line `arguments` and return the exit code."""
    command = typer.main.get_command(program(arguments))
    try:
        code = command.main(args=list(arguments), prog_name="jdgap", standalone_mode=False)
        _flush()
    except StoppedError as error:
        _say(_("Error: {message}").format(message=error))
        return error.code
    except (KeyboardInterrupt, typer.Abort):
        return _stopped()
    except OSError as error:  # such as a full disk behind standard output
        _drop_what_is_left()
        _say(_("Error: {message}").format(message=_what_failed(error)))
        return ExitCode.NOTHING_DONE
    except Exception as error:
        if not hasattr(error, "format_message"):  # not one of Typer's own usage errors
            raise
        from jdgap.cli.usage_errors import in_words

        _say(in_words(error, arguments))
        return ExitCode.USAGE
    if code == _TYPER_STOPPED:
        return _stopped()
    return code if isinstance(code, int) else ExitCode.DONE


def _stopped() -> ExitCode:
    _say(_("Stopped."))
    return ExitCode.NOTHING_DONE


def _flush() -> None:
    """Write what is still waiting, while there is somebody to tell when it fails."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_what_is_left()


def _drop_what_is_left() -> None:
    """Let Python not try again, and fail again, to write what could not be written."""
    from jdgap.output.pipes import forget_stdout

    with suppress(OSError, io.UnsupportedOperation):
        forget_stdout()


def _what_failed(error: OSError) -> str:
    reason = reason_of(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def _say(message: str) -> None:
    encoding = sys.stderr.encoding or "utf-8"
    shown = "\n".join(map(on_one_line, message.split("\n")))  # it may hold names of files
    with suppress(OSError):  # the terminal may be gone
        sys.stderr.write(shown.encode(encoding, "replace").decode(encoding) + "\n")
