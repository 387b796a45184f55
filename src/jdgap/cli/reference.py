"""Writes `docs/cli.md`, or `docs/cli-th.md`: `python -m jdgap.cli.reference docs/cli.md`.

It is rendered from the commands and their parameters, not from a page of help: so it is the same
whichever version of Typer is there.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jdgap.text.language import mark, use_language
from jdgap.text.language import translate as _

if TYPE_CHECKING:
    from jdgap.cli.help_facts import Command, Entry

_INTRODUCTION: Final = (
    mark(
        "Every command with its arguments, options, examples and exit codes. `-h` or `--help` after"
        " a command shows the same. Options of the program itself come before the command:"
        " `jdgap --lang en check form.xlsx`."
    ),
    mark(
        "POSITION is an id or a title as people type it; EMPLOYEE is an employee id or a name;"
        " DEPARTMENT is the id or the name of a department."
    ),
    mark(
        "The shell completes commands, options and ids after `jdgap --install-completion` (bash,"
        " zsh, fish, PowerShell)."
    ),
)


def reference_page() -> str:
    """Return the page, in the language in use."""
    from typer.main import get_command

    from jdgap.cli.commands import program

    lines = [f"# {_('The commands of jdgap')}"]
    for paragraph in _INTRODUCTION:
        lines += ["", _(paragraph)]
    lines += ["", _("This page is written from the code by `python -m jdgap.cli.reference`.")]
    command = get_command(program())
    lines += _tasks()
    for path, each in _commands("jdgap", command):
        lines += _section(path, each)
    return "\n".join(lines) + "\n"


def _commands(path: str, command: "Command") -> "Iterator[tuple[str, Command]]":
    from jdgap.cli.help_facts import subcommands

    yield path, command
    for name, each in subcommands(command).items():
        yield from _commands(f"{path} {name}", each)


def _tasks() -> Iterator[str]:
    from jdgap.cli.help_facts import tasks

    for heading, examples in tasks("jdgap"):
        yield from ("", f"**{heading}**", "")
        yield from _examples(examples)


def _section(path: str, command: "Command") -> Iterator[str]:
    from jdgap.cli import help_facts

    parameters = command.params
    yield from ("", f"## `{path}`", "", _in_a_line(command.help or ""))
    usage = help_facts.usage(path, command, parameters)
    yield from ("", "```text", usage, "```")
    for heading, entries in help_facts.command_sections(command).items():
        linked = [(f"[`{name}`](#{path.replace(' ', '-')}-{name})", says) for name, says in entries]
        yield from _table((heading, ""), linked)
    named = {
        _("Arguments"): help_facts.arguments(parameters),
        _("Options"): help_facts.options(parameters),
    }
    for heading, entries in named.items():
        yield from _table(
            (heading, ""), [(f"`{_in_a_cell(name)}`", says) for name, says in entries]
        )
    examples = help_facts.examples(path)
    if examples:
        yield from ("", f"{_('Examples')}:", "")
        yield from _examples(examples)
    codes = help_facts.exit_codes(path)
    yield from _table((_("Exit codes"), ""), [(f"`{code}`", says) for code, says in codes])


def _examples(examples: "Sequence[Entry]") -> Iterator[str]:
    for typed, does in examples:
        yield f"- `{typed}` — {_in_a_line(does)}"


def _table(headings: "Entry", rows: "Sequence[Entry]") -> Iterator[str]:
    if not rows:
        return
    yield from ("", f"| {headings[0]} | {headings[1]} |", "| --- | --- |")
    for name, says in rows:
        yield f"| {name} | {_in_a_cell(_in_a_line(says))} |"


def _in_a_cell(text: str) -> str:
    return text.replace("|", "\\|")


def _in_a_line(text: str) -> str:
    return " ".join(text.split()).replace("<", "&lt;")


def main(arguments: Sequence[str]) -> int:
    """Write the page to the path given, or with `--check` compare it with what stands there.

    It is in Thai where the name of the file ends with `-th`.
    """
    paths = [each for each in arguments if each != "--check"] or ["docs/cli.md"]
    path = Path(paths[0])
    # Typer fixes its help texts when it is imported, so the language is settled before.
    use_language("th" if path.stem.endswith("-th") else "en")
    page = reference_page()
    if "--check" not in arguments:
        path.write_text(page, encoding="utf-8", newline="\n")
    elif path.read_text(encoding="utf-8") != page:
        sys.stderr.write(
            f"{path} is not what the code says: python -m jdgap.cli.reference {path}\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
