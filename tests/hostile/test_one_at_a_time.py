"""`jdgap check` on one hostile file after the other."""

import json

import pytest
from traps import archives, other_kinds, text_tables, workbooks
from traps.case import Case
from traps.spoilt_answers import SPOILT, Spoilt, form, write

from builders import book
from jdgap.assessments import files
from jdgap.assessments.opening import limits
from jdgap.cli.app import run

pytestmark = [pytest.mark.usefixtures("nothing_set"), pytest.mark.workers]

EVERY_SIXTH = [
    *(archives.CASES + other_kinds.CASES + text_tables.CASES + workbooks.CASES)[::6],
]


@pytest.fixture
def check(capfdbinary):
    """Run `jdgap check` in this process; return exit code, the document and standard error."""

    def call(*arguments):
        code = run(["check", *map(str, arguments), "--format", "json"])
        out, err = capfdbinary.readouterr()
        return int(code), json.loads(out), err.decode()

    return call


@pytest.mark.parametrize("case", EVERY_SIXTH, ids=lambda case: case.how)
def test_a_hostile_file_alone(check, tmp_path, case: Case):
    """It is told with a right kind and exit code 3, or its answer is there and the code is 0."""
    path = tmp_path / case.name
    case.make(path)
    code, document, err = check(path)
    codes = {each["code"] for each in document["problems"]}
    counted = {each["employee_id"] for each in document["assessments"]}
    assert (code == 3 and codes & case.codes) or (code == 0 and counted == {case.employee})
    assert {each["file"] for each in document["problems"]} <= {str(path)}
    assert "Traceback" not in err


@pytest.mark.parametrize("spoilt", SPOILT[::4], ids=lambda spoilt: spoilt.how)
def test_a_spoilt_answer_alone(check, tmp_path, spoilt: Spoilt):
    """The problem stands in its cell, and what is right in the answer counts."""
    path = write(tmp_path / "a.xlsx", spoilt.sheets, hidden=spoilt.hidden)
    _code, document, _err = check(path)
    told = [each for each in document["problems"] if each["code"] == spoilt.code]
    assert {each["cell"] or "" for each in told} == {spoilt.cell}
    counted = [each["employee_id"] for each in document["assessments"]]
    assert counted == ([spoilt.counts] if spoilt.counts else [])


@pytest.mark.parametrize(
    ("name", "words"), [("no sheets.xlsx", "Strict"), ("no cells.xlsx", "value")]
)
def test_no_sheets_and_no_values_are_told_apart(tmp_path, name, words):
    """Excel shows sheets where the reader finds none: the reason says what to look for."""
    (case,) = (case for case in workbooks.CASES if case.name == name)
    case.make(tmp_path / name)
    (problem,) = files.read_files([tmp_path / name], book()).problems
    assert problem.code == "empty-workbook"
    assert words in str(problem.facts["reason"])


def _endless(path):
    """One sheet of 60,000 cells that is listed three thousand times."""
    cells = [[1000 * row + column for column in range(100)] for row in range(600)]
    parts = archives.bare_parts(archives.bare_xml(cells))
    one = '<sheet name="S1" sheetId="1" r:id="rId1"/>'
    more = "".join(one.replace("S1", f"S{number}") for number in range(3000))
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(one, more)
    path.write_bytes(archives.packed(parts))


def test_a_file_that_takes_too_long(tmp_path, monkeypatch):
    """It is stopped and told; those beside it, in the same batch too, are read."""
    monkeypatch.setattr(limits, "SECONDS", 1.5)
    monkeypatch.setattr(files, "_BATCH_SECONDS", 0.5)
    paths = [tmp_path / f"{number}.xlsx" for number in range(5)]
    for path in paths:
        write(path, [form(f"S-{path.stem}")])
    _endless(paths[2])
    reading = files.read_files(paths, book(), workers=2)
    assert [each.employee_id for each in reading.assessments] == ["S-0", "S-1", "S-3", "S-4"]
    assert [(each.code, each.place.file) for each in reading.problems] == [
        ("timed-out", str(paths[2]))
    ]
