"""What Typer says about a wrong command line, in the user's language."""

import re
from collections.abc import Iterable
from typing import Any, Final, TypeAlias

from jdgap.text.language import translate as _

_UsageError: TypeAlias = Any
"""Typer keeps its exceptions private, and has them from Click in some versions: the names stay."""

_EXTRA: Final = re.compile(r"unexpected extra argument\S* \((.*)\)")


def in_words(error: _UsageError) -> str:
    """Return what is wrong and where to look; the page of help where nothing was asked for."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.format_message()).rstrip()
    said = _("Error: {message}").format(message=_message(error))
    context = getattr(error, "ctx", None)
    if context is None:
        return said
    return f"{said}\n" + _("See: {command} --help").format(command=context.command_path)


def _message(error: _UsageError) -> str:
    kind = type(error).__name__
    if kind == "MissingParameter":
        return _("{name} is missing").format(name=_name(error.param))
    if kind == "BadParameter" and error.param is not None:
        return f"{_name(error.param)}: {error.message}"
    if kind == "NoSuchOption":
        return _no_such_option(error.option_name, error.possibilities or ())
    if kind == "BadOptionUsage":
        takes_none = "not take a value" in error.message
        message = _("{name} takes no value") if takes_none else _("{name} needs a value after it")
        return message.format(name=error.option_name)
    return _other_message(error)


def _other_message(error: _UsageError) -> str:
    extra = _EXTRA.search(error.message)
    if extra is not None:
        return _("“{words}” is too much").format(words=extra[1])
    if error.message == "Missing command.":
        return _("{name} is missing").format(name=_("COMMAND"))
    return str(error.format_message())


def _no_such_option(name: str, possibilities: Iterable[str]) -> str:
    offered = "".join(f"\n  - {each}" for each in sorted(possibilities))
    if offered:
        return _("there is no option {name}. Did you mean:").format(name=name) + offered
    return _("there is no option {name}").format(name=name)


def _name(parameter: Any) -> str:  # noqa: ANN401 (as private as the exceptions)
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    return " / ".join(sorted(parameter.opts, key=len, reverse=True))
