"""`jdgap compare` as a command: exit codes, files, streams, JSON."""

import csv
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from builders import book, plain_form, write_workbook
from commands import before_console
from jdgap.assessments.own_reports import COMPARISON_SHEETS
from jdgap.cli.app import run
from jdgap.output.comparison_records import CHANGE_COLUMNS, comparison_document
from jdgap.output.report.book import write_report
from jdgap.problems import Place
from jdgap.text.language import use_language
from jdgap.workflows.comparing import compare_files
from report_rounds import a_result, an_answer

pytestmark = pytest.mark.usefixtures("nothing_set")


@pytest.fixture
def compare(capfdbinary):
    """Run `jdgap compare` in this process; return exit code, standard output and error."""
    use_language("th")

    def call(*arguments):
        code = run(["compare", *map(str, arguments)])
        out, err = capfdbinary.readouterr()
        return int(code), out.decode(), err.decode()

    return call


def a_report(path: Path, round_: str, *people, **options) -> Path:
    answers = [
        replace(each, round=round_, place=Place(f"{each.employee_id} {each.name}.xlsx", "S"))
        for each in people
    ]
    write_report(path, book(), a_result(*answers, round_=round_, **options), individual=False)
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Two reports: somebody rose, somebody left, somebody is new."""
    folder = tmp_path_factory.mktemp("rounds")
    use_language("th")
    old = a_report(
        folder / "2568.xlsx",
        "2568",
        an_answer("S-1", name="สมชาย ใจดี", unity=2),
        an_answer("S-2", name="สมหญิง รักดี", unity=3),
    )
    new = a_report(
        folder / "2569.xlsx",
        "2569",
        an_answer("S-1", name="สมชาย ใจดี", unity=3),
        an_answer("S-3", name="อรทัย แสงทอง", unity=3),
    )
    return old, new


@pytest.fixture
def rounds(made, tmp_path):
    """A copy of them that a test may spoil."""
    return [Path(shutil.copy(each, tmp_path)) for each in made]


def test_a_table_on_the_screen(compare, rounds):
    code, out, err = compare(*rounds)
    assert code == 0
    assert "S-1 สมชาย ใจดี" in out
    assert "1: S-3 อรทัย แสงทอง" in out
    assert "1: S-2 สมหญิง รักดี" in out
    assert err == ""


def test_the_json_is_what_the_library_answers(compare, rounds):
    code, out, err = compare(*rounds, "--format", "json")
    assert (code, err) == (0, "")
    expected = comparison_document(compare_files(*rounds, book()))
    assert json.loads(out) == json.loads(json.dumps(expected))


def test_the_csv_has_a_row_for_each_person_and_competency(compare, rounds):
    code, out, _err = compare(*rounds, "--format", "csv")
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert tuple(rows[0]) == CHANGE_COLUMNS
    (unity,) = [row for row in rows if row["competency_id"] == "unity"]
    assert (unity["person_change"], unity["requirement_change"]) == ("1", "0")


def test_the_workbook(compare, rounds, tmp_path):
    path = tmp_path / "changes.xlsx"
    code, _out, err = compare(*rounds, "-o", path)
    assert code == 0
    assert str(path) in err
    assert openpyxl.load_workbook(path).sheetnames == [thai for _k, thai, _e in COMPARISON_SHEETS]
    code, _out, err = compare(*rounds, "-o", path)
    assert code == 3
    assert "--force" in err
    assert compare(*rounds, "-o", path, "--force")[0] == 0


def test_the_output_is_none_of_the_inputs(compare, rounds):
    code, _out, _err = compare(*rounds, "-o", rounds[0], "--force")
    assert code == 2


def test_swapped_rounds(compare, rounds):
    code, out, err = compare(*reversed(rounds))
    assert (code, out) == (2, "")
    assert "2569" in err
    assert "2568" in err


def test_one_round_twice(compare, rounds):
    code, out, _err = compare(rounds[0], rounds[0])
    assert (code, out) == (2, "")


def test_a_path_that_is_not_there(compare, rounds, tmp_path):
    code, _out, err = compare(rounds[0], tmp_path / "none.xlsx")
    assert code == 2
    assert "none.xlsx" in err


def test_no_report(compare, rounds, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    code, out, err = compare(tmp_path / "a.xlsx", rounds[1])
    assert (code, out) == (3, "")
    assert "a.xlsx" in err


def test_nothing_in_common(compare, rounds, tmp_path):
    other = a_report(tmp_path / "o.xlsx", "2567", an_answer("X-9", name="คนอื่น ไกล", unity=2))
    code, _out, err = compare(other, rounds[1])
    assert code == 3
    assert "o.xlsx" in err


def test_what_cannot_be_compared_is_json_where_json_is_asked_for(compare, rounds):
    code, out, err = compare(*reversed(rounds), "--format", "json")
    assert code == 2
    assert [each["code"] for each in json.loads(out)["problems"]] == ["rounds-swapped"]
    assert err.count("\n") == 1


def test_an_edited_report_is_compared_with_exit_code_1(compare, rounds):
    workbook = openpyxl.load_workbook(rounds[0])
    workbook["ข้อมูล"]["N2"] = 4
    workbook.save(rounds[0])
    code, out, err = compare(*rounds)
    assert code == 1
    assert "S-1" in out
    assert "2568.xlsx" in err


def test_forms_with_lists_of_staff(compare, tmp_path):
    for year, level in ((2568, 2), (2569, 3)):
        folder = tmp_path / str(year)
        folder.mkdir()
        form = plain_form([(level, None)] * 8, round_=year, employee_id="7", name="")
        write_workbook(folder / "a.xlsx", form)
        staff = [["รหัส", "ชื่อ-สกุล", "ตำแหน่ง"], ["7", "ก ข", "officer-accounting"]]
        write_workbook(tmp_path / f"staff-{year}.xlsx", staff)
    rosters = (
        "--roster",
        tmp_path / "staff-2569.xlsx",
        "--old-roster",
        tmp_path / "staff-2568.xlsx",
    )
    code, out, _err = compare(tmp_path / "2568", tmp_path / "2569", *rosters, "--format", "json")
    assert code == 0
    (person,) = json.loads(out)["people"]
    assert person["name"] == "ก ข"
    assert {each["person_change"] for each in person["changes"]} == {1}
    code, _out, err = compare(tmp_path / "2568", tmp_path / "2569", "--old-roster", tmp_path)
    assert code == 2
    assert "--old-roster" in err


def test_the_older_answers_may_have_another_positions_file(compare, tmp_path):
    older = book().model_dump(mode="json")
    for position in older["positions"]:
        if position["id"] == "officer-accounting":
            position["required"]["unity"] -= 1
    (tmp_path / "old.json").write_text(json.dumps(older), encoding="utf-8")
    for year in (2568, 2569):
        (tmp_path / str(year)).mkdir()
        write_workbook(tmp_path / str(year) / "a.xlsx", plain_form([(3, None)] * 8, round_=year))
    code, out, _err = compare(
        *(tmp_path / "2568", tmp_path / "2569", "--format", "json"),
        *("--old-positions", tmp_path / "old.json"),
    )
    assert code == 0
    document = json.loads(out)
    assert document["organisation"]["causes"]["person_change"] == 0
    assert document["organisation"]["causes"]["raised"] == 1
    assert [each["competency_id"] for each in document["requirements"]] == ["unity"]


def test_a_report_stays_as_it_was_counted(compare, rounds):
    code, _out, err = compare(*rounds, "--count", "self")
    assert code == 0
    assert "--count" in err
    assert "--count" not in compare(*rounds)[2]


def test_options_without_effect_are_told_once(compare, rounds):
    code, _out, err = compare(*rounds, "--encoding", "cp874", "--round", "2569")
    assert code == 0
    assert (err.count("--round"), err.count("--encoding")) == (1, 1)


def test_no_name_is_told_with_anonymise(compare, rounds, tmp_path):
    path = tmp_path / "c.xlsx"
    said = ""
    for form in ("table", "json", "csv"):
        code, out, err = compare(*rounds, "--anonymise", "--format", form, "-o", path, "--force")
        assert code == 0
        said += out + err.replace(str(path), "")
    said += str([list(sheet.values) for sheet in openpyxl.load_workbook(path).worksheets])
    assert "S-1" in said
    for name in ("สมชาย", "ใจดี", "สมหญิง", "อรทัย", "2568.xlsx"):
        assert name not in said


def test_in_english(rounds):
    found = before_console("--lang", "en", "compare", *rounds)
    assert found.returncode == 0
    assert b"What became of the older round's shortfalls (1)" in found.stdout
    assert found.stderr == b""


def test_a_comparison_among_the_answers_is_no_answer(compare, rounds, tmp_path):
    folder = tmp_path / "answers"
    folder.mkdir()
    write_workbook(folder / "a.xlsx", plain_form([(3, None)] * 8))
    assert compare(*rounds, "-o", folder / "changes.xlsx")[0] == 0
    assert run(["validate", str(folder), "--format", "json"]) == 0
