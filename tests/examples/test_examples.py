"""The examples do what their README says."""

import json
import re
from pathlib import Path

import pytest

from jdgap.cli.app import run

pytestmark = pytest.mark.usefixtures("nothing_set")

EXAMPLES = Path(__file__).parents[2] / "examples"
ROW = re.compile(r"^\| `([^`]+)` \|.*\| ([0-4]) \|$", re.MULTILINE)
TABLE = ROW.findall((EXAMPLES / "README.md").read_text(encoding="utf-8"))


def test_the_table_lists_every_example():
    """Each file has its row, and each row its file."""
    files = {path.name for path in (EXAMPLES / "forms").iterdir()}
    assert {name for name, _ in TABLE} == files
    assert len(TABLE) == len(files) >= 12


@pytest.mark.parametrize(("name", "code"), TABLE)
def test_the_exit_code_of_each_example(capfdbinary, name, code):
    """`jdgap check` leaves with the code that the table says, and prints its JSON."""
    path = EXAMPLES / "forms" / name
    assert run(["check", str(path), "--format", "json"]) == int(code)
    document = json.loads(capfdbinary.readouterr().out)
    assert bool(document["assessments"]) == (code != "3")
    errors = [each for each in document["problems"] if each["severity"] == "error"]
    assert bool(errors) == (code != "0")


def test_all_examples_at_once(capfdbinary):
    """Read together, the good ones are unharmed by the spoilt ones."""
    paths = sorted(str(path) for path in (EXAMPLES / "forms").iterdir())
    assert run(["check", *paths, "--format", "json"]) == 1
    document = json.loads(capfdbinary.readouterr().out)
    used = {each["file"] for each in document["assessments"]}
    accounted = used | {each["file"] for each in document["problems"]}
    assert accounted == set(paths)
    assert len(used) == sum(code != "3" for _, code in TABLE)
