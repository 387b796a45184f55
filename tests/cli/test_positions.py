"""`jdgap positions` and `jdgap form` as commands."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from builders import book
from jdgap.cli.app import run
from jdgap.cli.languages import language_asked_for
from jdgap.output.records import POSITION_COLUMNS


@pytest.fixture
def jdgap(capfdbinary, monkeypatch):
    """Run jdgap in this process; return exit code, standard output and error."""
    for name in ("JDGAP_LANG", "JDGAP_POSITIONS"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments):
        code = run([*map(str, arguments)])
        out, err = capfdbinary.readouterr()
        return int(code), out.decode("utf-8-sig"), err.decode()

    return call


def test_list_as_json_holds_every_position_in_order(jdgap):
    """The list has the ids of the book, in its order."""
    code, out, _ = jdgap("positions", "list", "--format", "json")
    positions = json.loads(out)["positions"]
    assert code == 0
    assert [each["id"] for each in positions] == [each.id for each in book().positions]


def test_one_department(jdgap):
    """A department is found by its name with and without ฝ่าย or the like, and by its id."""
    for name in ("การเงิน", "ฝ่ายการเงิน", "แผนกการเงิน", "finance", "Finance department"):
        _, out, _ = jdgap("positions", "list", "--department", name, "--format", "json")
        ids = [each["id"] for each in json.loads(out)["positions"]]
        assert ids == [each.id for each in book().positions if each.department == "finance"]


def test_an_unknown_department_is_wrong_usage(jdgap):
    """The departments there are, are named."""
    code, out, err = jdgap("positions", "list", "--department", "ฝ่ายขาย")
    assert (code, out) == (2, "")
    assert "accounting" in err


def test_show_as_json_and_csv_agree(jdgap):
    """The CSV has a row for each required level of the JSON."""
    _, out, _ = jdgap("positions", "show", "head-it", "--format", "json")
    (position,) = json.loads(out)["positions"]
    _, out, _ = jdgap("positions", "show", "head-it", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert tuple(rows[0]) == POSITION_COLUMNS
    assert [(row["competency_id"], int(row["level"])) for row in rows] == [
        (each["competency_id"], each["level"]) for each in position["required"]
    ]
    assert position["reports_to_id"] == "deputy-manager-business"
    assert position["experience"]


def test_show_prints_the_required_levels_first(jdgap):
    """The sheet begins with the levels and goes on with the texts."""
    code, out, _ = jdgap("positions", "show", "เจ้าหน้าที่สหกรณ์ ( ฝ่ายบัญชี )")
    assert code == 0
    position = book().position_by_id["officer-accounting"]
    assert out.index("การคิดวิเคราะห์") < out.index(position.responsibilities[0].duty)
    assert position.skills[-1] in out


def test_an_unknown_position_offers_three(jdgap):
    """A title that does not exist is never taken for a near one."""
    code, out, err = jdgap("positions", "show", "หัวหน้าฝ่ายขาย")
    assert (code, out) == (2, "")
    assert err.count("  - ") == 3


def test_another_positions_file(jdgap, tmp_path):
    """--positions uses another book, and a broken one is a clear error."""
    broken = tmp_path / "positions.json"
    broken.write_text('{"organisation": {}}', encoding="utf-8")
    code, out, err = jdgap("--positions", broken, "positions", "list")
    assert (code, out) == (3, "")
    assert "organisation" in err
    assert "Traceback" not in err


def test_form_is_made_once(jdgap, tmp_path):
    """An existing form is not overwritten without --force."""
    form = tmp_path / "form.xlsx"
    assert (
        jdgap("form", "officer-it", "-o", form, "--employee-id", "S-1", "--round", "2569")[0] == 0
    )
    before = form.read_bytes()
    assert jdgap("form", "officer-it", "-o", form)[0] == 3
    assert form.read_bytes() == before
    assert jdgap("form", "head-it", "-o", form, "--force")[0] == 0
    assert load_workbook(form).worksheets[0].sheet_state == "visible"


def test_form_without_the_required_levels(jdgap, tmp_path):
    """--hide-required leaves no required level in the workbook."""
    form = tmp_path / "form.xlsx"
    assert jdgap("form", "officer-it", "-o", form, "--hide-required")[0] == 0
    sheet = load_workbook(form).worksheets[0]
    assert not any(type(cell.value) is int for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize(
    ("arguments", "variable", "language"),
    [
        ([], "", "th"),
        (["--lang", "en"], "", "en"),
        (["--lang=en", "check"], "", "en"),
        ([], "en", "en"),
        (["--lang", "th"], "en", "th"),
        (["--lang", "xx"], "", "th"),
    ],
)
def test_the_language_asked_for(monkeypatch, arguments, variable, language):
    """The option comes before the variable; Thai is the default."""
    monkeypatch.setenv("JDGAP_LANG", variable)
    assert language_asked_for(arguments) == language
