"""The commands put together, and every error turned into one clear sentence."""

import io
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Final

import typer

from jdgap.cli import check, form, positions, report, validate
from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.cli.help_page import Command, Group
from jdgap.cli.options import a_path
from jdgap.cli.shared import Settings, reason_of
from jdgap.text.language import LANGUAGES
from jdgap.text.language import translate as _

_TYPER_STOPPED: Final = 130
"""What Typer returns when it caught Ctrl-C itself; its older versions raise instead."""

app = typer.Typer(
    cls=Group,
    help=_("Competency gaps from assessment spreadsheets."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(
    "form",
    cls=Command,
    help=_("Make a self-assessment workbook for a position, or one for each person on a list."),
)(form.form)
app.command("check", cls=Command, help=_("Show an employee's gaps; write a sheet to sign."))(
    check.check
)
app.command(
    "report", cls=Command, help=_("The yearly run: read files and folders, write one workbook.")
)(report.report)
app.command("validate", cls=Command, help=_("Read files and folders, print only the problems."))(
    validate.validate
)
app.add_typer(positions.app, name="positions")


def _show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"jdgap {version('jdgap')}")
        raise typer.Exit


def _known_language(language: str | None) -> str | None:
    if language is not None and language.lower() not in LANGUAGES:
        raise typer.BadParameter(_("choose one of {choices}").format(choices=", ".join(LANGUAGES)))
    return language


@app.callback()
def settings(
    context: typer.Context,
    lang: Annotated[
        str | None,
        typer.Option(
            help=_("Language: th or en."),
            envvar="JDGAP_LANG",
            callback=_known_language,
            metavar="th|en",
        ),
    ] = None,
    positions: Annotated[
        Path | None,
        typer.Option(
            help=_("Another organisation's positions file."),
            envvar="JDGAP_POSITIONS",
            metavar="FILE",
            parser=a_path,
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001 (handled by its callback)
        bool,
        typer.Option(
            "--version", help=_("Show the version."), callback=_show_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Keep what stands before the command; the language is settled before Typer is loaded."""
    del lang
    context.obj = Settings(positions)


def run(arguments: Sequence[str]) -> int:
    """Run the command line `arguments` and return the exit code."""
    command = typer.main.get_command(app)
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

        _say(in_words(error))
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
    with suppress(OSError):  # the terminal may be gone
        sys.stderr.write(message.encode(encoding, "replace").decode(encoding) + "\n")
