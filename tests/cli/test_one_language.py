"""What is shown is in one language: no English among the Thai, no Thai where there is English."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from openpyxl import load_workbook

from builders import book, run_environment
from jdgap.cli import examples
from jdgap.cli.app import run
from jdgap.cli.commands import program
from jdgap.output.excel.form import FormDetails, write_form
from jdgap.problems.kinds import KINDS
from jdgap.text.language import speaking

pytestmark = pytest.mark.usefixtures("nothing_set")

PROPER = {"jdgap", "Excel", "JSON", "Schema", "CSV", "N/A", "xlsx", "cp874", "h", "help"}
"""Names that Thai writes as they are; all other Latin words are names of the command line."""

_THAI = re.compile("[\u0e00-\u0e7f]")
_CELL = re.compile("[A-Z]{1,3}[0-9]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-./_][A-Za-z0-9]+)*")


def commands_of(command, path=()):
    """Every command and group with the words that call it."""
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands_of(inner, (*path, name))


COMMANDS = dict(commands_of(typer.main.get_command(program())))


def typed_words():
    """What is typed: commands, options, their values and what they usually are, ids, kinds."""
    yield from (word for path in COMMANDS for word in path)
    for command in COMMANDS.values():
        for each in command.params:
            yield from (*each.opts, each.metavar or "", str(each.envvar or ""))
            yield str(each.default if isinstance(each.default, str) else "")
    yield from KINDS
    of = book()
    for part in (of.positions, of.competencies, of.departments, of.groups):
        yield from (each.id for each in part)
    for advice in (*examples.ADVICE.values(), *examples.TASKS):
        for each in advice.examples if hasattr(advice, "examples") else advice[1]:
            yield from each.line.split()


TYPED = {word for text in typed_words() for word in _WORD.findall(text)} | PROPER


def english_in(text):
    """The Latin words of a text that nobody types."""
    return sorted(each for each in set(_WORD.findall(text)) - TYPED if not _CELL.fullmatch(each))


@pytest.fixture
def said(tmp_path, monkeypatch, capfdbinary):
    """What a command prints on both streams, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def words(language, *arguments):
        with speaking(language):
            code = run(arguments)
        assert code in {0, 1}
        out, err = capfdbinary.readouterr()
        return (out + err).decode()

    return words


FORMS = (("1.xlsx", "101"), ("2.xlsx", "102"), ("4.xlsx", "101"))


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    """A folder of forms in each language."""
    top = tmp_path_factory.mktemp("forms")
    for language, name in (("th", "สมมติ ใจดี"), ("en", "A B")):
        (top / language).mkdir()
        for file, employee in FORMS:
            a_form(language, top / language / file, employee_id=employee, name=name)
    return top


def a_form(language, file, **details):
    """A form made in a language: somebody below in one, above in another, without one, and wrong."""
    with speaking(language):
        position = book().position_by_id["officer-it"]
        write_form(Path(file), book(), position, FormDetails(**details))
        names = [each.name.text for each in book().competencies]
    workbook = load_workbook(file)
    rated = [cell for row in workbook.worksheets[0] for cell in row if cell.value in names]
    for cell, levels in zip(rated, [(1, 4), (5, None), (9, 2), (3, 3), (None, None)], strict=False):
        for offset, level in zip((2, 3), levels, strict=True):
            cell.offset(0, offset).value = level
    workbook.save(file)


SCREENS = [
    ["positions", "list"],
    ["check", "1.xlsx"],
    ["check", "1.xlsx", "--explain"],
    ["check", "1.xlsx", "2.xlsx", "--against", "head-it"],
    ["validate", "1.xlsx", "2.xlsx"],
    ["report", "1.xlsx", "2.xlsx", "-o", "3.xlsx"],
    ["readiness", "1.xlsx", "2.xlsx"],
    ["compare", "1.xlsx", "4.xlsx", "--round", "2569"],
]
WITH_LINES_OF_THE_BOOK = [
    ["positions", "show", "manager"],
    ["readiness", "1.xlsx", "--for", "head-it", "--employee", "101"],
    ["readiness", "1.xlsx", "--employee", "101"],
]
"""Knowledge, skills and duties are in the language of the book alone."""


PAGES = """
import io, json, sys
from contextlib import redirect_stdout
from jdgap.text.language import use_language

use_language("en")  # before the commands, which have their words when they are imported
from jdgap.cli.app import run

pages = []
for path in json.load(sys.stdin):
    with redirect_stdout(io.StringIO()) as page:
        assert run([*path, "--help"]) == 0
    pages.append(page.getvalue())
json.dump(pages, sys.stdout)
"""


@pytest.fixture(scope="module")
def pages_in_english():
    """The pages by the words that call them, of one process that speaks English from the start."""
    done = subprocess.run(
        [sys.executable, "-c", PAGES],
        input=json.dumps(list(COMMANDS)).encode(),
        capture_output=True,
        check=True,
        timeout=60,
        env=run_environment(),
    )
    return dict(zip(COMMANDS, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_a_page_of_help_in_thai_has_no_english(path, capsys):
    assert run([*path, "--help"]) == 0
    assert english_in(capsys.readouterr().out) == []


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_a_page_of_help_in_english_has_no_thai(path, pages_in_english):
    page = pages_in_english[path]
    assert " ".join(["jdgap", *path]) in page
    assert not _THAI.search(page)


@pytest.mark.parametrize("arguments", [*SCREENS, *WITH_LINES_OF_THE_BOOK], ids=" ".join)
def test_a_screen_in_thai_has_no_english(arguments, forms, said):
    shutil.copytree(forms / "th", ".", dirs_exist_ok=True)
    assert english_in(said("th", *arguments)) == []


@pytest.mark.parametrize("arguments", SCREENS, ids=" ".join)
def test_a_screen_in_english_has_no_thai(arguments, forms, said):
    shutil.copytree(forms / "en", ".", dirs_exist_ok=True)
    assert not _THAI.search(said("en", *arguments))


def test_names_of_a_thai_form_are_english_in_english(said):
    """What the book has in English is shown so, whatever the answer wrote."""
    a_form("th", "1.xlsx", employee_id="101", name="A B")
    (person,) = json.loads(said("en", "check", "1.xlsx", "--format", "json"))["assessments"]
    del person["sheet"]
    assert not _THAI.search(json.dumps(person, ensure_ascii=False))
