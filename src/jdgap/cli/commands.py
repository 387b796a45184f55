"""The commands put together; only the one that is asked for is loaded."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Final

import typer

from jdgap.cli.help_page import Command, Group
from jdgap.cli.options import a_path
from jdgap.cli.shared import Settings
from jdgap.text.language import LANGUAGES, mark
from jdgap.text.language import translate as _

_COMMANDS: Final = {
    "form": mark(
        "Make a self-assessment workbook for a position, or one for each person on a list."
    ),
    "check": mark("Show an employee's gaps; write a sheet to sign."),
    "report": mark("The yearly run: read files and folders, write one workbook."),
    "compare": mark("Show what changed between two rounds: people, or what is required."),
    "readiness": mark("Show who is ready for which position, and what is missing for it."),
    "validate": mark("Read files and folders, print only the problems."),
}
"""Name and help; each is the function of its name in the module of its name."""

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
        if name in _GROUPS:
            app.add_typer(module.app, name=name)
        else:
            app.command(name, cls=Command, help=_(_COMMANDS[name]))(getattr(module, name))
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


def _known_language(language: str | None) -> str | None:
    if language is not None and language.lower() not in LANGUAGES:
        raise typer.BadParameter(_("choose one of {choices}").format(choices=", ".join(LANGUAGES)))
    return language


def _settings(
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
