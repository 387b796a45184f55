"""The commands put together, and every error turned into one clear sentence."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from jdgap.cli import check, form, positions, report, validate
from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.cli.shared import Settings
from jdgap.text.language import LANGUAGES
from jdgap.text.language import translate as _

app = typer.Typer(
    help=_("Competency gaps from assessment spreadsheets."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(positions.app, name="positions")
app.command("form", help=_("Make a self-assessment workbook for one position."))(form.form)
app.command("check", help=_("Show an employee's gaps; write a sheet to sign."))(check.check)
app.command("report", help=_("The yearly run: read files and folders, write one workbook."))(
    report.report
)
app.command("validate", help=_("Read files and folders, print only the problems."))(
    validate.validate
)


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
        typer.Option(help=_("Language: th or en."), envvar="JDGAP_LANG", callback=_known_language),
    ] = None,
    positions: Annotated[
        Path | None,
        typer.Option(
            help=_("Another organisation's positions file."),
            envvar="JDGAP_POSITIONS",
            metavar="FILE",
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
    except StoppedError as error:
        _say(_("Error: {message}").format(message=error))
        return error.code
    except (KeyboardInterrupt, typer.Abort):
        _say(_("Stopped."))
        return ExitCode.NOTHING_DONE
    except Exception as error:
        if not hasattr(error, "format_message"):  # not one of Typer's own usage errors
            raise
        _show_usage_error(error)
        return ExitCode.USAGE
    return code if isinstance(code, int) else ExitCode.DONE


def _show_usage_error(error: Any) -> None:  # noqa: ANN401 (Typer keeps its exceptions private)
    message = error.format_message()
    if message:
        _say(_("Error: {message}").format(message=message))
    context = getattr(error, "ctx", None)
    if context is not None and type(error).__name__ == "NoArgsIsHelpError":
        return
    if context is not None:
        _say(_("See: {command} --help").format(command=context.command_path))


def _say(message: str) -> None:
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(message.encode(encoding, "replace").decode(encoding) + "\n")
