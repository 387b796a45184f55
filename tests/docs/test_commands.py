"""Each command that a page shows exists, with its options and choices. `test_code.py` runs some."""

import re
from functools import cache

import pytest
import typer
from pages import PAGES, arguments, commands

from jdgap.cli.commands import program

pytestmark = pytest.mark.usefixtures("nothing_set")

SHOWN = [
    (f"{page.name}:{line}", words)
    for page in PAGES
    for line, words in commands(page)
    if words[0] != "COMMAND"  # which stands for any of them
]


@cache
def everything():
    """All commands as one."""
    return typer.main.get_command(program())


def parsed(words):
    """The command and its values as Typer's own parser takes them; nothing is run."""
    command = everything()
    while True:
        context = command.context_class(command, info_name="jdgap")
        values, rest, _order = command.make_parser(context).parse_args(args=list(words))
        if not hasattr(command, "commands") or rest in ([], ["…"]):
            return command, values
        assert rest[0] in command.commands, f"there is no command {rest[0]}"
        command, words = command.commands[rest[0]], rest[1:]


def wrong_choices(command, values):
    """The options whose value is none of those that the help names."""
    return [
        each.name
        for each in command.params
        if re.fullmatch(r"[a-z|]+\|[a-z|]+", each.metavar or "")
        and values.get(each.name) not in {None, *each.metavar.split("|")}
    ]


def faults(words):
    """What is wrong with a command; nothing where it could be run."""
    try:
        return wrong_choices(*parsed(words))
    except Exception as error:  # noqa: BLE001 (Typer has many)
        return [f"{type(error).__name__}: {error}"]


def test_the_commands_on_the_pages_exist():
    found = {place: faults(words) for place, words in SHOWN}
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


def test_there_are_commands_on_the_pages():
    assert len(SHOWN) > 20


@pytest.mark.parametrize(
    "line",
    [
        "jdgap reprot x",
        "jdgap report --rooster x",
        "$ bin/jdgap --langg th check x",
        "jdgap check -z",
    ],
)
def test_a_command_that_does_not_exist_is_seen(line):
    with pytest.raises(Exception, match=r"no command reprot|--rooster|--langg|-z"):
        parsed(arguments(line))


def test_a_choice_that_does_not_exist_is_seen():
    assert wrong_choices(*parsed(["check", "x", "--format", "yaml"])) == ["output_format"]
