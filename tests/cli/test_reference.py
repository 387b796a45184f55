"""`docs/cli.md` and `docs/cli-th.md`: what the commands themselves say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from builders import run_environment
from jdgap.cli.commands import program

pytestmark = pytest.mark.usefixtures("nothing_set")

ROOT = Path(__file__).parents[2]
PAGES = ("docs/cli.md", "docs/cli-th.md")


def commands_of(command, path="jdgap"):
    """Every command and group with the words that call it."""
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands_of(inner, f"{path} {name}")


def reference(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "jdgap.cli.reference", *map(str, arguments)],
        cwd=ROOT,
        env=run_environment(),
        check=False,
        capture_output=True,
        timeout=60,
    )


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_what_the_commands_say(page):
    """It is rendered from the parameters: any version of Typer gives the same."""
    done = reference("--check", page)
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_a_page_that_is_out_of_date_is_found(tmp_path):
    page = tmp_path / "cli.md"
    page.write_text((ROOT / PAGES[0]).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    done = reference("--check", page)
    assert done.returncode == 1
    assert b"python -m jdgap.cli.reference" in done.stderr


@pytest.mark.parametrize("page", PAGES)
def test_every_command_and_option_is_on_the_page(page):
    sections = re.split(
        r"^## `(.*)`$", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    said = dict(zip(sections[1::2], sections[2::2], strict=True))
    commands = dict(commands_of(typer.main.get_command(program())))
    assert list(said) == list(commands)
    for path, command in commands.items():
        for parameter in command.params:
            for name in parameter.opts if parameter.opts[0].startswith("-") else ():
                assert re.search(rf"^\| `[^`]*{name}\b", said[path], flags=re.MULTILINE), (
                    path,
                    name,
                )
        assert len(re.findall(r"^- `jdgap ", said[path], flags=re.MULTILINE)) in range(1, 4) or (
            path == "jdgap"
        )
