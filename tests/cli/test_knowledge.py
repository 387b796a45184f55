"""Knowledge and skills through the commands: made, filled in, checked, reported."""

import json

import pytest
from openpyxl import load_workbook

from builders import fill_form, write_workbook
from checklists import fill_checklist, items
from jdgap.cli.app import run
from jdgap.text.language import use_language

IT = "officer-it"


@pytest.fixture
def jdgap(capfdbinary, monkeypatch):
    """Run jdgap in this process; return exit code, standard output and standard error."""
    for name in ("JDGAP_LANG", "JDGAP_POSITIONS"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments):
        code = run([*map(str, arguments)])
        out, err = capfdbinary.readouterr()
        return int(code), out.decode("utf-8-sig"), err.decode()

    yield call
    use_language("th")


@pytest.fixture
def filled(jdgap, tmp_path):
    """Two forms of a roster, filled in: the first two items are needed by one, one by both."""
    staff = [["รหัส", "ชื่อ-สกุล", "ตำแหน่ง"], ["S-1", "ก ก", IT], ["S-2", "ข ข", IT]]
    path = write_workbook(tmp_path / "staff.xlsx", staff)
    folder = tmp_path / "forms"
    code, _, _ = jdgap("form", "--roster", path, "-o", folder, "--knowledge", "--round", "2569")
    assert code == 0
    first, second = sorted(folder.iterdir())
    for each in (first, second):
        fill_form(each, {"unity": (3, None), "integrity": (2, None)})
    fill_checklist(first, "ต้องพัฒนา", "ต้องพัฒนา", "มี")
    fill_checklist(second, "need", "have", "not needed", "abc")
    return first, second


def test_check_tells_what_is_needed(jdgap, filled):
    code, out, _ = jdgap("check", filled[0])
    assert code == 0
    assert out.index("ผลรวม") < out.index("ความรู้และทักษะที่ต้องพัฒนา")
    assert all(item in out for item in items(IT)[:2])
    assert items(IT)[2] not in out


def test_check_as_json_is_exactly_what_was_filled_in(jdgap, filled):
    code, out, _ = jdgap("--lang", "en", "check", filled[1], "--format", "json")
    (assessment,) = json.loads(out)["assessments"]
    assert code == 1  # an answer that is none
    assert [each["item"] for each in assessment["knowledge"]] == items(IT)
    assert [each["answer"] for each in assessment["knowledge"]] == [
        *("need", "have", "not_needed", None),
        *[None] * (len(items(IT)) - 4),
    ]
    assert assessment["totals"]["all"]["rated"] == 2


def test_a_report_ranks_what_is_needed(jdgap, filled, tmp_path):
    target = tmp_path / "r.xlsx"
    _, out, _ = jdgap("report", filled[0].parent, "-o", target, "--format", "json")
    needs = json.loads(out)["knowledge_needs"]
    assert [(each["item"], each["people_need"], each["employee_ids"]) for each in needs] == [
        (items(IT)[0], 2, ["S-1", "S-2"]),
        (items(IT)[1], 1, ["S-1"]),
    ]
    sheet = load_workbook(target)["ความต้องการพัฒนา"]
    cells = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {"S-1 ก ก; S-2 ข ข", "S-1 ก ก", *items(IT)[:2]} <= cells
    assert items(IT)[2] not in cells


def test_without_the_option_there_is_none(jdgap, tmp_path):
    path = tmp_path / "a.xlsx"
    assert jdgap("form", IT, "-o", path)[0] == 0
    assert "ความรู้และทักษะ" not in load_workbook(path).sheetnames
    fill_form(path, {"unity": (3, None)})
    _, out, _ = jdgap("check", path, "--format", "json")
    assert "knowledge" not in out


def test_a_position_without_a_list_is_said(jdgap, tmp_path):
    """The form is made all the same."""
    book = {
        "organisation": {"th": "ก"},
        "scale": [{"level": n, "name": {"th": "ก"}, "meaning": {"th": "ก"}} for n in (1, 2)],
        "groups": [{"id": "g", "name": {"th": "ก"}}],
        "competencies": [{"id": "c", "group": "g", "name": {"th": "ขยัน"}}],
        "positions": [{"id": "p", "title": {"th": "ช่าง"}, "required": {"c": 2}}],
    }
    positions, path = tmp_path / "p.json", tmp_path / "a.xlsx"
    positions.write_text(json.dumps(book), encoding="utf-8")
    options = ["--positions", positions, "form", "p", "-o", path, "--employee-id", "1"]
    code, _, err = jdgap(*options, "--knowledge")
    assert (code, "ช่าง" in err, path.exists()) == (0, True, True)
    workbook = load_workbook(path)
    assert len(workbook.sheetnames) == 3
    sheet = workbook.worksheets[0]
    (row,) = (cell.row for line in sheet.iter_rows() for cell in line if cell.value == "ขยัน")
    sheet.cell(row, 4, 1)
    workbook.save(path)
    code, out, _ = jdgap("--positions", positions, "check", path)
    assert (code, "ความรู้และทักษะ" in out) == (0, False)
