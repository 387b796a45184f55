"""`--lang` and `JDGAP_LANG`: which counts, what is refused, and names in both languages."""

import json

import pytest
from openpyxl import load_workbook

from builders import book
from commands import before_console
from jdgap.assessments.reports.reading import read_report
from jdgap.cli.app import run
from jdgap.cli.languages import language_asked_for
from jdgap.output.excel.form import FormDetails, write_form
from jdgap.text.language import LANGUAGE_CHOICES, LANGUAGES, speaking, use_language

pytestmark = pytest.mark.usefixtures("nothing_set")

(IT,) = [each for each in book().departments if each.id == "it"]


@pytest.fixture(autouse=True)
def _thai():
    yield
    use_language("th")


@pytest.mark.parametrize(
    ("arguments", "variable", "choice"),
    [
        ([], "", "th"),
        ([], "en", "en"),
        ([], "xx", "th"),
        (["--lang", "th"], "en", "th"),
        (["--lang=EN"], "th", "en"),
        (["--lang", "en, th"], "", "en,th"),
        (["--lang", "th", "--lang", "en"], "", "en"),
        (["--lang", "xx", "check"], "en", "en"),
        (["--lang"], "en", "en"),
        (["check", "x", "--lang", "en"], "", "en"),
    ],
)
def test_the_option_counts_more_than_the_variable(arguments, variable, choice, monkeypatch):
    monkeypatch.setenv("JDGAP_LANG", variable)
    assert language_asked_for(arguments) == choice


@pytest.mark.parametrize("settled", ["en", "en,th", "EN"])
def test_a_language_that_does_not_exist_is_refused_in_the_one_that_is_set(settled, monkeypatch):
    monkeypatch.setenv("JDGAP_LANG", settled)
    found = before_console("--lang", "fr", "positions", "list")
    assert found.returncode == 2
    (line,) = found.stderr.decode().splitlines()
    assert line.startswith("Error: --lang: there is no language “fr”")


@pytest.mark.parametrize("written", ["xx", "", "th;en", "th,th", "th,en,th"])
def test_a_language_that_does_not_exist_is_refused_in_every_language(written, capsys):
    """Nobody knows which of them is read; each line names all that can be chosen."""
    assert run(["--lang", written, "positions", "list"]) == 2
    out, err = capsys.readouterr()
    lines = err.splitlines()
    assert out == ""
    assert len(lines) == len(LANGUAGES)
    for line in lines:
        assert "--lang" in line
        assert f"“{written}”" in line
        assert all(choice in line for choice in LANGUAGE_CHOICES)


def test_a_variable_that_is_wrong_is_named(monkeypatch, capsys):
    monkeypatch.setenv("JDGAP_LANG", "french")
    assert run(["positions", "list"]) == 2
    err = capsys.readouterr().err
    assert "JDGAP_LANG" in err
    assert "french" in err
    assert run(["--lang", "th", "positions", "list"]) == 0


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("check x --lang en --against head-it", "jdgap --lang en check x --against head-it"),
        ("check x --lang=en", "jdgap --lang=en check x"),
        ("check --positions ข.json x --lang th", "jdgap --positions ข.json --lang th check x"),
        ("check x --lang", "jdgap --lang … check x"),
        ("report x --version", "jdgap --version report x"),
    ],
)
def test_an_option_after_the_command_is_refused_with_what_to_type(typed, wanted, capsys):
    assert run(typed.split()) == 2
    assert f"\n  {wanted}\n" in capsys.readouterr().err


def test_what_is_to_be_typed_is_quoted(capsys):
    assert run(["check", "my form.xlsx", "--lang", "en"]) == 2
    assert "jdgap --lang en check 'my form.xlsx'" in capsys.readouterr().err


def spelt(name, choice):
    """A name in the languages of a choice, in their order."""
    return [getattr(name, language) for language in choice.split(",")]


def a_form(path, choice):
    """A form made in a language, filled in: 4 everywhere, 2 in unity."""
    held = book().position_by_id["officer-it"]
    with speaking(choice):
        details = FormDetails(employee_id="S-001", name="ก ข")
        write_form(path, book(), held, details)
        names = {each.name.stacked: each.id for each in book().competencies}
    workbook = load_workbook(path)
    cells = [cell for row in workbook.worksheets[0] for cell in row if cell.value in names]
    assert len(cells) == len(held.required)
    for cell in cells:
        cell.offset(0, 2).value = 2 if names[cell.value] == "unity" else 4
    workbook.save(path)
    return path


@pytest.mark.parametrize("choice", ["th,en", "en,th"])
def test_a_form_in_both_languages_is_read_in_any(choice, tmp_path, capsys):
    """On the form they stand on two lines; workers speak them too; JSON has one text a field."""
    form = a_form(tmp_path / "form.xlsx", choice)
    for language in LANGUAGE_CHOICES:
        with speaking(language):
            assert run(["check", str(form), "--format", "json"]) == 0
        document = json.loads(capsys.readouterr().out)
        assert document["problems"] == []
        (person,) = document["assessments"]
        (unity,) = [each for each in person["results"] if each["competency_id"] == "unity"]
        first, *second = spelt(book().competency_by_id["unity"].name, language)
        assert unity["competency"] == " ".join([first, *(f"({each})" for each in second)])
        assert unity["gap"] < 0
        assert person["department"].startswith(spelt(IT.name, language)[0])


def test_what_a_worker_says_is_in_both_languages(tmp_path, capsys):
    """It names the competency, and may be started with nothing but what it is told."""
    form = a_form(tmp_path / "form.xlsx", "th")
    workbook = load_workbook(form)
    sheet = workbook.worksheets[0]
    (row,) = [row for row in sheet if any(cell.value == "ความสามัคคี" for cell in row)]
    row[3].value = None
    workbook.save(form)
    with speaking("th,en"):
        run(["check", str(form), "--format", "json"])
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert "ความสามัคคี (Unity)" in problem["message"]


@pytest.mark.parametrize("choice", LANGUAGE_CHOICES)
def test_a_report_is_compared_in_whatever_language_it_was_made(choice, tmp_path, capsys):
    """The same answers in another language: nobody moved and nothing has changed."""
    form = a_form(tmp_path / "form.xlsx", "th")
    paths = [tmp_path / "one.xlsx", tmp_path / "other.xlsx"]
    for year, (language, path) in enumerate(zip((choice, "th"), paths, strict=True), start=2568):
        command = ["report", str(form), "-o", str(path), "--individual", "never"]
        with speaking(language):
            assert run([*command, "--round", str(year)]) in {0, 1}
    capsys.readouterr()
    assert [read_report(each).problems for each in paths] == [(), ()]
    with speaking("en,th"):
        run(["compare", *map(str, paths), "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert (found["new_people"], found["leavers"]) == ([], [])
    assert len(found["people"]) == len(found["departments"]) == 1


def test_the_command_speaks_the_first_of_two_languages():
    shown = before_console("--lang", "en,th", "positions", "show", "head-it").stdout.decode()
    assert "Head of Information Technology (หัวหน้าฝ่ายเทคโนโลยีสารสนเทศ)" in shown
    assert "Reports to" in shown
    assert "ขึ้นตรงต่อ" not in shown
