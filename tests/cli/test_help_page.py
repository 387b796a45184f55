"""The pages of `--help`, and what is said of a wrong command line."""

import re

import pytest
import typer

from commands import as_command
from jdgap.cli import commands
from jdgap.cli.app import run
from jdgap.cli.commands import program
from jdgap.cli.usage_errors import ARGUMENTS
from jdgap.text.wrapping import cells

pytestmark = pytest.mark.usefixtures("nothing_set")


def commands_of(command, path=()):
    """Every command and group, as the words that are typed."""
    yield path
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands_of(inner, (*path, name))


COMMANDS = list(commands_of(typer.main.get_command(program())))


def parameters_of(path):
    command = typer.main.get_command(program())
    for name in path:
        command = command.commands[name]
    return command.params


@pytest.mark.parametrize("width", [40, 80, 300])
@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_a_page_fits_and_is_whole(path, width, monkeypatch, capsys):
    """Each option is on its page with its help, and no line is wider than the terminal."""
    monkeypatch.setenv("COLUMNS", str(width))
    assert run([*path, "--help"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert max(cells(line) for line in out.splitlines()) <= width
    joined = "".join(out.split())
    for parameter in parameters_of(path):
        assert parameter.help
        assert "".join(parameter.help.split()) in joined
        for name in parameter.opts:
            assert name in joined if name.startswith("-") else parameter.metavar in joined


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_a_parameter_says_what_it_takes(path):
    """Typer's own words for types are none that people know."""
    for parameter in parameters_of(path):
        assert getattr(parameter, "is_flag", False) or parameter.metavar


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        (["check", "report"], ["check"]),
        (["--lang", "en", "--positions=x", "positions", "list"], ["positions"]),
        (["--lang", "check", "report"], ["report"]),
        (["-h", "check"], None),
        (["--version", "check"], None),
        (["rport", "check"], None),
        (["--lang"], None),
        ([], None),
    ],
)
def test_only_the_command_that_is_named_is_loaded(arguments, loaded):
    """All of them are there for help and for offering names."""
    everything = [*commands._COMMANDS, *commands._GROUPS]
    command = typer.main.get_command(program(arguments))
    assert list(command.commands) == (loaded or everything)


def test_a_page_is_in_one_language():
    """Thai is complete, the frame included; English has no word of Thai."""
    thai = as_command("report", "--help").stdout.decode()
    english = as_command("--lang", "en", "report", "--help").stdout.decode()
    assert not re.search("Usage|Options|Arguments|Show|usually|needed", thai)
    assert not re.search("[ก-๙]", english)
    assert english.splitlines()[0] == "Usage: jdgap report PATH... -o REPORT.xlsx [OPTIONS]"


def test_nothing_asked_for(capsys):
    """Without a command the page is shown; it is no error of anybody's."""
    run([])
    shown = "".join(capsys.readouterr())
    run(["--help"])
    assert shown == "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rport"], "report"),
        (["report", "x", "--rooster", "y"], "--roster"),
        (["report", "x"], "--output / -o"),
        (["report"], "PATH"),
        (["check", "x", "--employee"], "--employee"),
        (["check", "x", "--plain=1"], "--plain"),
        (["form", "manager", "head-it", "-o", "x.xlsx"], "head-it"),
        (["positions", "x"], "jdgap positions --help"),
        (["--lang", "th"], "jdgap --help"),
    ],
)
def test_a_wrong_command_line(arguments, said, capsys):
    """What is wrong, or what was perhaps meant, is named, without a word of English."""
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    words = re.sub(r"jdgap[\w -]*--help|--\w+|\bxlsx?\b", "", err)
    assert not re.search(r"\b(No|such|Missing|Invalid|Got|requires?|does|Error)\b", words)


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        (["help"], "jdgap --help"),
        (["positions", "help"], "jdgap positions --help"),
        (["reprot"], "- report"),
        (["positions", "lst"], "- list"),
    ],
)
def test_a_command_that_does_not_exist(typed, last, capsys):
    """Those that are nearly the same are offered; without any, the page of help."""
    assert run(typed) == 2
    *_said, line = capsys.readouterr().err.splitlines()
    assert line.endswith(last)


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_an_argument_that_is_missing_is_named_in_the_users_language(path, capsys):
    """The name that it has on the page of help stands behind what it is."""
    arguments = [each for each in parameters_of(path) if each.param_type_name == "argument"]
    assert {each.metavar for each in arguments} <= set(ARGUMENTS)
    needed = [each.metavar for each in arguments if each.required]
    if needed:
        options = ["-o", "a.xlsx"] if "import" in path or "report" in path else []
        assert run([*path, *options]) == 2
        first, _where = capsys.readouterr().err.splitlines()
        assert re.search(rf"[\u0e00-\u0e7f] \({re.escape(needed[0])}\)$", first)
