"""What Typer says about a wrong command line, in the user's language."""

import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias

from jdgap.text.language import mark
from jdgap.text.language import translate as _

_UsageError: TypeAlias = Any
"""Typer keeps its exceptions private, and has them from Click in some versions: the names stay."""

_EXTRA: Final = re.compile(r"unexpected extra argument\S* \((.*)\)")


_NEEDS_QUOTES: Final = re.compile(r"^$|[^\w@%+=:,./\u0080-\U0010ffff-]")
"""To a shell, as `shlex` has it; but that letters of other alphabets need none."""

ARGUMENTS: Final = (
    *(mark("FILE"), mark("FILE.xlsx"), mark("PATH")),
    *(mark("OLD"), mark("NEW"), mark("POSITION")),
)
"""The names of arguments on pages of help; where one is missing, Thai says beside it what it is."""

_BEFORE_THE_COMMAND: Final = {"--lang": True, "--positions": True, "--version": False}
"""Options of the program itself, and whether each takes a value."""


def in_words(error: _UsageError, arguments: Sequence[str] = ()) -> str:
    """Return what is wrong and where to look; the page of help where nothing was asked for.

    Args:
        error: What Typer raised.
        arguments: The command line, for saying how it should have been typed.
    """
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.format_message()).rstrip()
    said = _("Error: {message}").format(message=_message(error, arguments))
    context = getattr(error, "ctx", None)
    return said if context is None else f"{said}\n{_see(context)}"


def missing(parameter: Any, context: Any) -> str:  # noqa: ANN401 (as private as the exceptions)
    """Return that a parameter is missing, and where to look."""
    return f"{_('{name} is missing').format(name=_name(parameter))}\n{_see(context)}"


def _see(context: Any) -> str:  # noqa: ANN401 (the same)
    return _("See: {command} --help").format(command=context.command_path)


def _message(error: _UsageError, arguments: Sequence[str]) -> str:
    kind = type(error).__name__
    if kind == "MissingParameter":
        return _("{name} is missing").format(name=_name(error.param))
    if kind == "BadParameter" and error.param is not None:
        return f"{_name(error.param)}: {error.message}"
    if kind == "NoSuchOption" and error.option_name in _BEFORE_THE_COMMAND and arguments:
        message = _("{name} comes before the command. Type:")
        return message.format(name=error.option_name) + f"\n  {_in_order(arguments)}"
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


def _in_order(arguments: Sequence[str]) -> str:
    """Return the command line with the options of the program before the command."""
    before: list[str] = []
    after: list[str] = []
    words = iter(arguments)
    for word in words:
        name = word.partition("=")[0]
        if name not in _BEFORE_THE_COMMAND:
            after.append(word)
            continue
        before.append(word)
        if _BEFORE_THE_COMMAND[name] and name == word:
            before.append(next(words, "…"))
    return _typed(["jdgap", *before, *after])


def _typed(words: Sequence[str]) -> str:
    """Return words as the shell in use takes them."""
    if sys.platform == "win32":
        from subprocess import list2cmdline

        return list2cmdline(words)
    from shlex import quote

    return " ".join(quote(word) if _NEEDS_QUOTES.search(word) else word for word in words)


def _no_such_option(name: str, possibilities: Iterable[str]) -> str:
    offered = "".join(f"\n  - {each}" for each in sorted(possibilities))
    if offered:
        return _("there is no option {name}. Did you mean:").format(name=name) + offered
    return _("there is no option {name}").format(name=name)


def _name(parameter: Any) -> str:  # noqa: ANN401 (as private as the exceptions)
    if parameter.param_type_name == "argument":
        return _(parameter.metavar or parameter.name.upper())
    return " / ".join(sorted(parameter.opts, key=len, reverse=True))
