"""The page of `--help`: in the user's language, broken between Thai words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from typer.core import TyperCommand, TyperGroup

from jdgap.cli.exits import ExitCode, StoppedError
from jdgap.text.language import translate as _

_WIDEST: Final = 100
_NARROWEST: Final = 40
_SHARE_OF_NAMES: Final = 3
"""A name longer than such a part of the line has a line of its own."""

# Click's classes, which Typer has under a name of its own from one version to the next.
_Context: TypeAlias = Any
_Formatter: TypeAlias = Any
_Parameter: TypeAlias = Any

_Entry: TypeAlias = tuple[str, str]


class Command(TyperCommand):
    """A command whose help is ours."""

    def format_help(self, ctx: _Context, formatter: _Formatter) -> None:
        """Write the page."""
        formatter.write(_page(ctx, self.help or "", self.get_params(ctx)))


class Group(TyperGroup):
    """A group of commands whose help is ours."""

    def format_help(self, ctx: _Context, formatter: _Formatter) -> None:
        """Write the page."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        entries = [(name, command.help or "") for name, command in commands if command]
        formatter.write(_page(ctx, self.help or "", self.get_params(ctx), entries))

    def resolve_command(self, ctx: _Context, args: list[str]) -> Any:  # noqa: ANN401
        """Return the command that is meant, or stop and say which there are."""
        name = args[0]
        if name.startswith("-") or self.get_command(ctx, name) is not None:
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        known = self.list_commands(ctx)
        offered = get_close_matches(name, known) or known
        message = _("there is no command “{name}”. Did you mean:").format(name=name)
        raise StoppedError(message + "".join(f"\n  - {each}" for each in offered), ExitCode.USAGE)


def _page(
    context: _Context,
    says: str,
    parameters: Sequence[_Parameter],
    commands: Sequence[_Entry] = (),
) -> str:
    from shutil import get_terminal_size

    from jdgap.text.wrapping import thai_lines

    width = max(_NARROWEST, min(_WIDEST, get_terminal_size().columns))
    arguments = [each for each in parameters if each.param_type_name == "argument"]
    options = [each for each in parameters if each.param_type_name == "option"]
    written = [context.command_path, *map(_argument_name, arguments)]
    written += [f"{min(each.opts, key=len)} {each.metavar}" for each in options if each.required]
    written += [_("[OPTIONS]"), *([_("COMMAND")] if commands else [])]
    sections = (
        (_("Arguments"), [(_argument_name(each), _explained(each)) for each in arguments]),
        (_("Options"), [(_option_name(each), _explained(each)) for each in options]),
        (_("Commands"), commands),
    )
    usage = _("Usage: {command}").format(command=" ".join(written))
    first, *others = thai_lines(usage, width - 4)
    lines = [first, *(f"    {line}" for line in others), ""]
    lines += [f"  {line}" for line in thai_lines(says, width - 2)]
    for heading, entries in sections:
        if entries:
            lines += ["", f"{heading}:", *_listed(entries, width)]
    return "\n".join(lines) + "\n"


def _listed(entries: Sequence[_Entry], width: int) -> Iterator[str]:
    """Yield the lines of a list in two columns."""
    from jdgap.text.wrapping import cells, thai_lines

    names = [cells(name) for name, _says in entries]
    widest = width // _SHARE_OF_NAMES
    column = 4 + max((each for each in names if each <= widest), default=0)
    for (name, says), taken in zip(entries, names, strict=True):
        first, *others = thai_lines(says, width - column)
        if taken > column - 4:
            yield f"  {name}"
            yield " " * column + first
        else:
            yield f"  {name}{' ' * (column - 2 - taken)}{first}"
        yield from (" " * column + line for line in others)


def _argument_name(argument: _Parameter) -> str:
    name = f"{argument.metavar or argument.name.upper()}{'' if argument.nargs == 1 else '...'}"
    return name if argument.required else f"[{name}]"


def _option_name(option: _Parameter) -> str:
    # The short name first, as people look for it.
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar or option.name.upper()}"


def _explained(parameter: _Parameter) -> str:
    if "--help" in parameter.opts:
        return _("Show this page.")
    return " ".join([parameter.help or "", *_remarks(parameter)]).strip()


def _remarks(parameter: _Parameter) -> Iterable[str]:
    if parameter.param_type_name == "option":
        if parameter.required:
            yield _("(needed)")
        elif not parameter.is_flag and parameter.default not in {None, ""}:
            yield _("(usually {value})").format(value=parameter.default)
    if parameter.envvar:
        yield _("(or {name})").format(name=parameter.envvar)
