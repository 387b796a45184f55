"""The commands put together; only the one that is asked for is loaded."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Final

import typer

from jdgap.cli.completions import choices
from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.cli.help_page import Command, Group
from jdgap.cli.languages import VARIABLE, known_choice, refusal
from jdgap.cli.options import a_path
from jdgap.cli.shared import Settings
from jdgap.cli.shell_scripts import install_completion, show_completion
from jdgap.text.language import LANGUAGE_CHOICES, mark
from jdgap.text.language import translate as _

_COMMANDS: Final = {
    "form": mark(
        "Make a self-assessment workbook for a position, or one for each person on a list."
    ),
    "validate": mark("Read files and folders, print only the problems."),
    "check": mark("Show an employee's gaps; write a sheet to sign."),
    "report": mark("The yearly run: read files and folders, write one workbook."),
    "compare": mark("Show what changed between two rounds: people, or what is required."),
    "readiness": mark("Show who is ready for which position, and what is missing for it."),
}
"""Name and help; each is the function of its name in the module of its name."""

_PANELS: Final = {
    "form": mark("Forms and answers"),
    "validate": mark("Forms and answers"),
    "positions": mark("Job descriptions"),
}
"""The headings of the page of help that commands stand under; the others are results."""

_RESULTS: Final = mark("Results")

_GROUPS: Final = ("positions",)
"""Each is the `app` in the module of its name."""

_WITH_VALUE: Final = ("--lang", "--positions")


def program(arguments: Sequence[str] = ()) -> typer.Typer:
    """Return what runs `arguments`: a tenth of a short run is saved by loading one command only.

    Where none is named, as for help, all of them are there.
    """
    app = typer.Typer(
        cls=Group,
        help=_("Competency gaps from assessment spreadsheets."),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_settings)
    named = _command_named(arguments)
    for name in [named] if named else [*_COMMANDS, *_GROUPS]:
        module = import_module(f"jdgap.cli.{name}")
        panel = _(_PANELS.get(name, _RESULTS))
        if name in _GROUPS:
            app.add_typer(module.app, name=name, rich_help_panel=panel)
        else:
            command = app.command(name, cls=Command, help=_(_COMMANDS[name]), rich_help_panel=panel)
            command(getattr(module, name))
    return app


def _command_named(arguments: Iterable[str]) -> str | None:
    """Return the command that `arguments` begin with, after options that take a value."""
    words = iter(arguments)
    for word in words:
        if word in _WITH_VALUE:
            next(words, None)
        elif not word.startswith(tuple(f"{option}=" for option in _WITH_VALUE)):
            return word if word in _COMMANDS or word in _GROUPS else None
    return None


def _show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"jdgap {version('jdgap')}")
        raise typer.Exit


def _known_language(context: typer.Context, language: str | None) -> str | None:
    if language is not None and not known_choice(language):
        source = context.get_parameter_source("lang")
        name = VARIABLE if source and source.name == "ENVIRONMENT" else "--lang"
        raise StoppedError(refusal(name, language), ExitCode.USAGE)
    return language


def _settings(  # noqa: PLR0913, PLR0917 (each is an option of the program)
    context: typer.Context,
    lang: Annotated[
        str | None,
        typer.Option(
            help=_("Language: th or en; of two, the first is for messages, both for names."),
            envvar=VARIABLE,
            callback=_known_language,
            metavar="|".join(LANGUAGE_CHOICES),
            autocompletion=choices(LANGUAGE_CHOICES),
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
    install_script: Annotated[  # noqa: ARG001 (the same)
        bool,
        typer.Option(
            "--install-completion",
            help=_("Let the shell in use complete commands, options and ids (with the tab key)."),
            callback=install_completion,
            is_eager=True,
        ),
    ] = False,
    show_script: Annotated[  # noqa: ARG001 (the same)
        bool,
        typer.Option(
            "--show-completion",
            help=_("Print what --install-completion would install."),
            callback=show_completion,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Keep what stands before the command; the language is settled before Typer is loaded."""
    del lang
    context.obj = Settings(positions)
