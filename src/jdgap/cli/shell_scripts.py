"""`--install-completion` and `--show-completion`: the script that teaches a shell to complete."""

import sys
from typing import Final

import typer

from jdgap.cli.completing import VARIABLE
from jdgap.cli.exits import StoppedError
from jdgap.cli.shared import reason_of
from jdgap.text.language import translate as _

_SHELLS: Final = ("bash", "zsh", "fish", "powershell", "pwsh")


def install_completion(asked: bool) -> None:
    """Put the script where the shell in use finds it, and say where that is."""
    if not asked:
        return
    from subprocess import SubprocessError

    from typer.completion import install  # type: ignore[attr-defined]

    shell = _shell()
    try:
        _name, path = install(shell, "jdgap", VARIABLE)
    except (OSError, ValueError, SubprocessError) as error:  # its own files; PowerShell's answer
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        message = _("completion cannot be set up: {reason}")
        raise StoppedError(message.format(reason=reason)) from error
    message = _("Completion for {shell} is set up in {file}; it works in the next window.")
    typer.echo(message.format(shell=shell, file=path))
    raise typer.Exit


def show_completion(asked: bool) -> None:
    """Print the script of the shell in use."""
    if not asked:
        return
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    script = get_completion_script(prog_name="jdgap", complete_var=VARIABLE, shell=_shell())
    sys.stdout.write(script + "\n")
    raise typer.Exit


def _shell() -> str:
    """Return the shell that jdgap was called from, or stop."""
    import shellingham  # type: ignore[import-untyped]

    try:
        name, _command = shellingham.detect_shell()
    except (shellingham.ShellDetectionFailure, OSError):
        name = ""
    if name not in _SHELLS:
        message = _("call this from one of the shells that can complete: {shells}")
        raise StoppedError(message.format(shells=", ".join(_SHELLS)))
    return str(name)
