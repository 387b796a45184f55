"""The tab key: ids with their titles, choices, commands; never an error, and nothing heavy."""

import json
import os
import subprocess
import sys

import pytest

from builders import book, run_environment
from commands import as_command
from jdgap.cli.completing import VARIABLE, complete, words_before
from jdgap.cli.languages import language_asked_for
from jdgap.text.language import speaking

pytestmark = pytest.mark.usefixtures("nothing_set")


def asking(line, shell):
    """What Typer's scripts put into the environment at the end of a line."""
    words = line.split(" ")
    if shell == "bash":
        handed = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    else:
        handed = {
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
    return {VARIABLE: f"complete_{shell}"} | handed


@pytest.fixture
def completed(monkeypatch, capsys):
    """What is offered at the end of a line."""

    def offered(line, shell="bash"):
        with monkeypatch.context() as patched:
            for name, value in asking(line, shell).items():
                patched.setenv(name, value)
            words = words_before(os.environ)
            with speaking(language_asked_for(words)):
                complete(words)
        out, err = capsys.readouterr()
        assert err == ""
        return out.splitlines()

    return offered


POSITIONS = [each.id for each in book().positions]
HEADS = [each for each in POSITIONS if each.startswith("head-")]
DEPARTMENTS = [each.id for each in book().departments]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("jdgap ch", ["check"]),
        ("jdgap --lang en positions s", ["show", "schema"]),
        ("jdgap form head-", HEADS),
        ("jdgap positions show ", POSITIONS),
        ("jdgap check x.xlsx --position head-", HEADS),
        ("jdgap check x.xlsx --against head-", HEADS),
        ("jdgap readiness answers --for head-i", ["head-it"]),
        ("jdgap positions list --department ", DEPARTMENTS),
        ("jdgap readiness answers --department it", ["it"]),
        ("jdgap check x.xlsx --format ", ["table", "json", "csv"]),
        ("jdgap report x --individual a", ["auto", "always"]),
        ("jdgap --lang e", ["en", "en,th"]),
        ("jdgap check x.xlsx --aga", ["--against"]),
    ],
)
def test_what_can_come_next_is_offered(line, offered, completed):
    assert completed(line) == offered


@pytest.mark.parametrize(
    "line",
    [
        "jdgap check ex",  # a file: left to the shell
        "jdgap report answers -o re",
        "jdgap compare a b --round ",
        "jdgap form xyz",
        "jdgap --positions nowhere.json form ",
        "jdgap form 'ab",
    ],
)
def test_where_there_is_nothing_to_offer_nothing_is_said(line, completed):
    assert completed(line) == [""]


def test_a_command_that_does_not_exist_is_no_error(completed):
    assert "check" in completed("jdgap nothing ")


def positions_file(path, *ids):
    entries = [{"id": each, "title": {"en": f"The [{each}]"}} for each in ids]
    path.write_text(json.dumps({"positions": entries}), encoding="utf-8")
    return path


def test_the_positions_file_on_the_line_counts_more_than_the_variable(
    tmp_path, monkeypatch, completed
):
    one, other = (positions_file(tmp_path / f"{name}.json", name) for name in ("one", "other"))
    monkeypatch.setenv("JDGAP_POSITIONS", str(other))
    assert completed("jdgap form ") == ["other"]
    assert completed(f"jdgap --positions {one} form ") == ["one"]
    assert completed(f"jdgap --positions={one} form ") == ["one"]


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"positions": 5}', '{"positions": [1, {"id": 2}, {}]}', "[" * 100_000],
)
def test_a_positions_file_with_faults_offers_nothing(content, tmp_path, completed):
    file = tmp_path / "bad.json"
    file.write_text(content, encoding="utf-8")
    assert completed(f"jdgap --positions {file} form ") == [""]


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell", "pwsh"])
def test_ids_come_with_their_titles(shell, tmp_path, completed):
    title = book().position_by_id["head-it"].title
    assert title.th in "".join(completed("jdgap form head-i", shell))
    assert title.en in "".join(completed("jdgap --lang en form head-i", shell))
    odd = positions_file(tmp_path / "odd.json", "x")
    assert "The [x]" in "".join(completed(f"jdgap --positions {odd} form x", shell))


@pytest.mark.parametrize(("encoding", "shown"), [("cp874", "หัวหน้า"), ("cp1252", "?")])
def test_a_terminal_with_few_letters_gets_what_it_can_show(encoding, shown):
    environment = asking("jdgap form head-i", "powershell") | {"PYTHONIOENCODING": encoding}
    done = as_command(environment=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode(encoding).startswith(f"head-it:::{shown}")


def test_completing_imports_nothing_heavy():
    """Nothing that reads, writes or draws, and nothing of what commands do."""
    code = (
        "import atexit, sys; from jdgap.cli import main\n"
        "atexit.register(lambda: print(*sys.modules, file=sys.__stderr__))\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=run_environment() | asking("jdgap form h", "bash"),
        capture_output=True,
        check=False,
        timeout=60,
    )
    loaded = set(done.stderr.decode().split())
    assert done.stdout.split() == [each.encode() for each in HEADS]
    assert "jdgap.cli.form" in loaded
    assert not loaded & {"jdgap.assessments", "jdgap.workflows", "jdgap.output"}
    assert not loaded & {"openpyxl", "xlsxwriter", "python_calamine", "budoux"}


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, None),
        ({"_JDGAP_COMPLETE": "", "COMP_WORDS": "jdgap x"}, None),
        ({"COMP_WORDS": "jdgap --lang en ch", "COMP_CWORD": "3"}, ["--lang", "en"]),
        ({"COMP_WORDS": "jdgap ", "COMP_CWORD": "1"}, []),
        ({"COMP_WORDS": "jdgap a b", "COMP_CWORD": "?"}, []),
        ({"_TYPER_COMPLETE_ARGS": "jdgap form "}, ["form"]),
        ({"_TYPER_COMPLETE_ARGS": "jdgap form of"}, ["form"]),
        ({"_TYPER_COMPLETE_ARGS": "jdgap form 'of"}, ["form"]),
        ({"_TYPER_COMPLETE_ARGS": "jdgap"}, []),
    ],
)
def test_the_words_before(environment, words):
    if environment and "_JDGAP_COMPLETE" not in environment:
        environment = {"_JDGAP_COMPLETE": "complete_bash"} | environment
    assert words_before(environment) == words


@pytest.mark.skipif(os.name == "nt", reason="what is tested is bash")
def test_bash_learns_to_complete(tmp_path):
    """The script goes into a home folder; bash reads it, and asks jdgap."""
    script = (
        f"shell() {{ '{sys.executable}' -m jdgap \"$@\"; }}; shell --show-completion > script"
        " || exit; shell --install-completion && cat ~/.bashrc"
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        cwd=tmp_path,
        env=run_environment() | {"HOME": str(tmp_path)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == b""
    assert done.returncode == 0
    assert "complete_bash" in (tmp_path / "script").read_text(encoding="utf-8")
    installed = tmp_path / ".bash_completions" / "jdgap.sh"
    assert installed.read_text(encoding="utf-8").strip() == (
        (tmp_path / "script").read_text(encoding="utf-8").strip()
    )
    assert str(installed) in done.stdout.decode()


@pytest.mark.skipif(os.name == "nt", reason="what is tested is bash")
def test_a_home_that_takes_no_script_is_told_in_a_sentence(tmp_path):
    (tmp_path / "home").touch()
    done = subprocess.run(
        ["bash", "--norc", "-c", f"'{sys.executable}' -m jdgap --install-completion; exit $?"],
        env=run_environment() | {"HOME": str(tmp_path / "home")},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 3
    assert len(done.stderr.decode().splitlines()) == 1
