"""What there is to say about a command, for its page of help and for the reference in docs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from jdgap.cli.examples import ADVICE, EXIT_CODES, TASKS, Advice, Example
from jdgap.text.language import translate as _

# Click's classes, which Typer has under a name of its own from one version to the next.
Command: TypeAlias = Any
Parameter: TypeAlias = Any

Entry: TypeAlias = tuple[str, str]
"""A name and what is said of it."""

_NO_ADVICE: Final = Advice(())


def usage(path: str, command: Command, parameters: Sequence[Parameter]) -> str:
    """Return how a command is typed.

    Args:
        path: The words that call it, `jdgap` first.
        command: The command; a group where it has others below it.
        parameters: Its arguments and options, that of `--help` among them or not.
    """
    words = [path, *(argument_name(each) for each in parameters if is_argument(each))]
    words += [
        f"{min(each.opts, key=len)} {each.metavar}"
        for each in parameters
        if not is_argument(each) and each.required
    ]
    words += [_("[OPTIONS]"), *([_("COMMAND")] if subcommands(command) else [])]
    return " ".join(words)


def subcommands(command: Command) -> Mapping[str, Command]:
    """Return the commands below a group; none below another."""
    return getattr(command, "commands", {})


def command_sections(command: Command) -> dict[str, list[Entry]]:
    """Return the commands of a group with what they do, by the heading they stand under."""
    sections: dict[str, list[Entry]] = {}
    for name, each in subcommands(command).items():
        panel = getattr(each, "rich_help_panel", None)
        heading = panel if isinstance(panel, str) else _("Commands")
        sections.setdefault(heading, []).append((name, each.help or ""))
    return sections


def arguments(parameters: Sequence[Parameter]) -> list[Entry]:
    """Return the arguments with what they are."""
    return [(argument_name(each), explained(each)) for each in parameters if is_argument(each)]


def options(parameters: Sequence[Parameter]) -> list[Entry]:
    """Return the options with what they do."""
    return [(option_name(each), explained(each)) for each in parameters if not is_argument(each)]


def is_argument(parameter: Parameter) -> bool:
    """Return whether it is an argument; else it is an option."""
    return bool(parameter.param_type_name == "argument")


def argument_name(argument: Parameter) -> str:
    """Return the name of an argument: in brackets where it can be left out."""
    name = f"{argument.metavar or argument.name.upper()}{'' if argument.nargs == 1 else '...'}"
    return name if argument.required else f"[{name}]"


def option_name(option: Parameter) -> str:
    """Return the names of an option, the short one first as people look for it, and its value."""
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar or option.name.upper()}"


def explained(parameter: Parameter) -> str:
    """Return what a parameter is for, what it usually is, and which variable sets it."""
    if "--help" in parameter.opts:
        return _("Show this page.")
    return " ".join([parameter.help or "", *_remarks(parameter)]).strip()


def _remarks(parameter: Parameter) -> Iterator[str]:
    if not is_argument(parameter):
        default = parameter.default
        if parameter.required:
            yield _("(needed)")
        elif not parameter.is_flag and isinstance(default, (str, int)) and default != "":
            yield _("(usually {value})").format(value=default)
    if parameter.envvar:
        yield _("(or {name})").format(name=parameter.envvar)


def tasks(path: str) -> list[tuple[str, list[Entry]]]:
    """Return the tasks that the page of the program begins with, each with its examples."""
    if " " in path:
        return []
    return [(_(heading), _translated(examples)) for heading, examples in TASKS]


def examples(path: str) -> list[Entry]:
    """Return command lines with what they do."""
    return _translated(_advice(path).examples)


def exit_codes(path: str) -> list[Entry]:
    """Return the exit codes of the program, or those that mean more after a command."""
    said = EXIT_CODES if " " not in path else _advice(path).codes
    return [(str(int(code)), _(meaning)) for code, meaning in said]


def _advice(path: str) -> Advice:
    return ADVICE.get(path.partition(" ")[2], _NO_ADVICE)


def _translated(shown: Sequence[Example]) -> list[Entry]:
    return [(_(each.line), _(each.does)) for each in shown]
