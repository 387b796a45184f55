"""jdgap as it is on Windows and macOS, as far as another system can show it.

`sitecustomize` is imported by every Python that starts, so by spawned workers, too: it takes away
what only POSIX has, and lets processes be spawned.
"""

import json
import os

import pytest

from builders import calamine_abort, plain_form, write_workbook, write_zip
from commands import as_command
from jdgap.assessments.files import _SMALL_BYTES

pytestmark = pytest.mark.usefixtures("nothing_set")

WITHOUT_POSIX = """
import multiprocessing, os, signal, sys

HIDDEN = {"fcntl", "grp", "posix", "pwd", "resource", "termios", "tty"}
MISSING = ["fork", "forkpty", "geteuid", "getuid", "killpg", "register_at_fork",
           "sched_getaffinity"]

class Finder:
    def find_spec(self, name, path=None, target=None):
        frame = sys._getframe(1)
        while frame and "importlib" in frame.f_code.co_filename:
            frame = frame.f_back
        ours = frame and frame.f_globals.get("__name__", "").startswith("jdgap")
        if name in HIDDEN and ours:
            open(os.environ["HIDDEN_LOG"], "a").write(name + "\\n")
            raise ModuleNotFoundError(name)

multiprocessing.set_start_method("spawn")
sys.meta_path.insert(0, Finder())
for name in HIDDEN:
    sys.modules.pop(name, None)
for name in MISSING:
    delattr(os, name)
for name in ["SIGALRM", "SIGHUP", "setitimer"]:
    delattr(signal, name)
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """Small forms, one that kills its reader, and a large one, which is read by itself."""
    folder = tmp_path_factory.mktemp("answers")
    for number in range(6):
        write_workbook(folder / f"{number}.xlsx", plain_form(employee_id=f"S-{number}"))
    write_zip(folder / "a killer.xlsx", calamine_abort())
    noise = "".join(f"{number * 2_654_435_761 % 2**32:x}" for number in range(90_000))
    rows = [[noise[start : start + 30_000]] for start in range(0, len(noise), 30_000)]
    large = write_workbook(folder / "large.xlsx", [*plain_form(employee_id="S-9"), [], *rows])
    assert large.stat().st_size > _SMALL_BYTES
    return folder


@pytest.fixture
def elsewhere(tmp_path):
    """Run jdgap where POSIX is missing."""
    home = tmp_path / "elsewhere"
    home.mkdir()
    (home / "sitecustomize.py").write_text(WITHOUT_POSIX, encoding="utf-8")
    log = home / "hidden.log"

    def call(*arguments, **more):
        places = {"PYTHONPATH": str(home), "HIDDEN_LOG": str(log)}
        done = as_command("--lang", "en", *arguments, environment=places | more)
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return done, set(log.read_text().split()) if log.exists() else set()

    return call


def test_a_report(elsewhere, answers, tmp_path):
    """Its numbers and problems are those of this system, byte for byte."""
    command = ("report", answers, "--individual", "never", "--format", "json")
    there, hidden = elsewhere(*command, "-o", tmp_path / "there.xlsx")
    here = as_command("--lang", "en", *command, "-o", tmp_path / "here.xlsx")
    assert (there.returncode, there.stdout) == (here.returncode, here.stdout)
    document = json.loads(there.stdout)
    assert [each["employee_id"] for each in document["people"]] == [
        f"S-{n}" for n in (*range(6), 9)
    ]
    assert [each["code"] for each in document["problems"]] == ["unreadable"]
    assert (tmp_path / "there.xlsx").exists()
    assert hidden == {"resource"}  # so it was hidden, in the workers


@pytest.mark.parametrize("encoding", ["cp874", "cp437"])
def test_a_check_in_a_console_of_its_own(elsewhere, answers, encoding):
    """Thai stands in code page 874; a page without Thai stops nothing; a path keeps its `\\`."""
    odd = answers.parent / "a\\b [c].xlsx"
    if os.name != "nt" and not odd.exists():
        write_workbook(odd, plain_form([(9, None)] * 8))
    done, _hidden = elsewhere(
        "--lang", "th", "check", odd, PYTHONIOENCODING=encoding, PYTHONUTF8="0"
    )
    assert done.returncode == 1
    said = (done.stdout + done.stderr).decode(encoding)
    assert ("บริการ" in said) == (encoding == "cp874")
    assert "a\\b [c].xlsx" in said.replace("\n", "")


@pytest.mark.parametrize(
    "arguments", [("positions", "list"), ("form", "officer-it", "-o", "a.xlsx")]
)
def test_what_starts_no_worker(elsewhere, tmp_path, monkeypatch, arguments):
    """It asks for nothing that only POSIX has."""
    monkeypatch.chdir(tmp_path)
    done, hidden = elsewhere(*arguments)
    assert (done.returncode, hidden) == (0, set())
