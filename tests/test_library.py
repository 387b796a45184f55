"""What `import jdgap` offers: each name is there, is documented, and its examples are right."""

import builtins
import dataclasses
import doctest
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import jdgap
from builders import run_environment

pytestmark = pytest.mark.usefixtures("nothing_set")

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
NAMES = jdgap.__all__
CALLS = [name for name in NAMES if inspect.isfunction(getattr(jdgap, name))]
WITH_EXAMPLES = ["", *(name for name in CALLS if ">>>" in (getattr(jdgap, name).__doc__ or ""))]


def documentation(name):
    thing = getattr(jdgap, name)
    said = inspect.getdoc(thing) or ""
    if dataclasses.is_dataclass(thing) and said.startswith(f"{name}("):
        return ""  # what Python makes up where nothing is written
    return said


def section(said, title):
    """The entries under `Args:` or `Raises:` of a docstring, by name."""
    found = re.search(rf"^{title}:\n((?:    .*\n?)+)", said, flags=re.MULTILINE)
    return re.findall(r"^    (\w+):", found[1], flags=re.MULTILINE) if found else []


def test_the_list_of_names_is_one():
    assert sorted(NAMES) == NAMES
    assert set(jdgap._HOMES) == set(NAMES) <= set(dir(jdgap))


def test_public_names_are_where_they_are_said_to_be():
    things = [(name, getattr(jdgap, name)) for name in NAMES]
    assert [thing.__name__ for _, thing in things] == NAMES
    assert [name for name, thing in things if not thing.__module__.startswith("jdgap.")] == []


def test_public_names_are_documented():
    first = {name: documentation(name).split("\n")[0] for name in NAMES}
    assert [name for name, line in first.items() if not line.endswith((".", ":"))] == []


def test_public_names_are_on_the_page():
    assert [name for name in NAMES if not re.search(rf"`{name}`|`{name}\(", PAGE)] == []


def test_the_page_names_nothing_that_is_not_there():
    said = set(re.findall(r"jdgap\.(\w+)", PAGE)) | set(
        re.findall(r"^\| `(\w+)`", PAGE, re.MULTILINE)
    )
    assert said <= set(NAMES)


def test_a_call_says_what_each_argument_means():
    said = {name: section(documentation(name), "Args") for name in CALLS}
    assert said == {name: [*inspect.signature(getattr(jdgap, name)).parameters] for name in CALLS}


def test_what_a_call_raises_can_be_caught_by_name():
    """It is a public name, or Python's own."""
    errors = {error for name in CALLS for error in section(documentation(name), "Raises")}
    for error in errors:
        kind = getattr(builtins, error, None) or getattr(jdgap, error)
        assert issubclass(kind, Exception)


@pytest.mark.parametrize("name", [name for name in CALLS if name.startswith("write_")])
def test_a_call_that_writes_says_when_it_does_not(name):
    assert {"OSError", "FormsStoppedError"} & set(section(documentation(name), "Raises"))


def test_there_are_examples():
    assert {"check_files", "assess_round", "assess_readiness", "explain"} <= set(WITH_EXAMPLES)


@pytest.mark.parametrize("name", WITH_EXAMPLES, ids=lambda name: name or "jdgap")
def test_an_example_gives_what_it_says(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    thing = getattr(jdgap, name) if name else jdgap
    (found,) = doctest.DocTestFinder(recurse=False).find(thing, name or "jdgap", globs={})
    said = []
    results = doctest.DocTestRunner().run(found, out=said.append)
    assert results.attempted > 1
    assert results.failed == 0, "".join(said)


def test_what_is_not_there_is_said_plainly():
    with pytest.raises(AttributeError, match="module 'jdgap' has no attribute 'nothing'"):
        _ = jdgap.nothing


def test_importing_takes_nothing_with_it():
    """A command pays only for what it needs."""
    code = "import sys, jdgap; print(*(each for each in sys.modules if each.startswith('jdgap')))"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=run_environment()
    )
    assert ran.stdout.decode().split() == ["jdgap"]
