"""The page of `--help`: in the user's language, broken between Thai words."""

from collections.abc import Iterator, Mapping, Sequence
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

_Entry: TypeAlias = tuple[str, str]


class Command(TyperCommand):
    """A command whose help is ours."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 (Typer's own)
        super().__init__(*arguments, **options)
        # Click from 8.5 on drops the help of arguments that Typer before 0.26 gives it.
        written = getattr(self.callback, "__annotations__", {})
        for parameter in self.params:
            if getattr(parameter, "help", None) is None and parameter.name in written:
                (said,) = written[parameter.name].__metadata__
                parameter.help = said.help  # type: ignore[attr-defined]

    def format_help(self, ctx: _Context, formatter: _Formatter) -> None:
        """Write the page."""
        formatter.write(_page(ctx))

    def invoke(self, ctx: _Context) -> Any:  # noqa: ANN401 (what the command returns)
        """Run the command, once nothing that it needs is missing."""
        # Some versions of Typer let it pass together with some versions of Click.
        for parameter in self.params:
            if parameter.required and not ctx.params.get(parameter.name):
                from jdgap.cli.usage_errors import missing

                raise StoppedError(missing(parameter, ctx), ExitCode.USAGE)
        return super().invoke(ctx)


class Group(TyperGroup):
    """A group of commands whose help is ours."""

    def format_help(self, ctx: _Context, formatter: _Formatter) -> None:
        """Write the page."""
        formatter.write(_page(ctx))

    def resolve_command(self, ctx: _Context, args: list[str]) -> Any:  # noqa: ANN401
        """Return the command that is meant, or stop and say which there are."""
        name = args[0]
        known = self.list_commands(ctx)
        if name.startswith("-") or name in known or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        offered = get_close_matches(name.lower(), known)
        if not offered:
            message = _("there is no command “{name}”").format(name=name)
            see = _("See: {command} --help").format(command=ctx.command_path)
            raise StoppedError(f"{message}\n{see}", ExitCode.USAGE)
        message = _("there is no command “{name}”. Did you mean:").format(name=name)
        raise StoppedError(message + "".join(f"\n  - {each}" for each in offered), ExitCode.USAGE)


def _page(context: _Context) -> str:
    from shutil import get_terminal_size

    from jdgap.cli import help_facts
    from jdgap.text.wrapping import thai_lines

    width = max(_NARROWEST, min(_WIDEST, get_terminal_size().columns))
    command, path = context.command, context.command_path
    parameters = command.get_params(context)
    usage = help_facts.usage(path, command, parameters)
    first, *others = thai_lines(_("Usage: {command}").format(command=usage), width - 4)
    lines = [first, *(f"    {line}" for line in others), ""]
    lines += [f"  {line}" for line in thai_lines(command.help or "", width - 2)]
    for heading, entries in help_facts.tasks(path):
        lines += ["", f"{heading}:", *_shown(entries, width)]
    for sections in (
        {_("Arguments"): help_facts.arguments(parameters)},
        help_facts.command_sections(command),
        {_("Options"): help_facts.options(parameters)},
    ):
        lines += _listed(sections, width)
    examples = help_facts.examples(path)
    if examples:
        lines += ["", f"{_('Examples')}:", *_shown(examples, width)]
    lines += _listed({_("Exit codes"): help_facts.exit_codes(path)}, width)
    return "\n".join(lines) + "\n"


def _shown(examples: Sequence[_Entry], width: int) -> Iterator[str]:
    """Yield the lines of examples: what is typed, and below it what it does."""
    from jdgap.text.wrapping import thai_lines

    for typed, does in examples:
        first, *others = thai_lines(typed, width - 6)
        yield f"  {first}"
        yield from (f"      {line}" for line in others)
        yield from (f"    {line}" for line in thai_lines(does, width - 4))


def _listed(sections: Mapping[str, Sequence[_Entry]], width: int) -> Iterator[str]:
    """Yield the lines of lists in two columns, which begin in the same places in all of them."""
    from jdgap.text.wrapping import cells

    names = (cells(name) for entries in sections.values() for name, _says in entries)
    widest = width // _SHARE_OF_NAMES
    column = 4 + max((each for each in names if each <= widest), default=0)
    for heading, entries in sections.items():
        if entries:
            yield from ("", f"{heading}:", *_in_columns(entries, column, width))


def _in_columns(entries: Sequence[_Entry], column: int, width: int) -> Iterator[str]:
    from jdgap.text.wrapping import cells, thai_lines

    for name, says in entries:
        taken = cells(name)
        first, *others = thai_lines(says, width - column)
        if taken > column - 4:
            yield f"  {name}"
            yield " " * column + first
        else:
            yield f"  {name}{' ' * (column - 2 - taken)}{first}"
        yield from (" " * column + line for line in others)
