"""`jdgap report --previous`: the round before in the yearly report, and what stands in its way."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from builders import book, plain_form, without_looks, write_workbook
from jdgap.cli.app import run
from jdgap.output.comparison_records import previous_record
from jdgap.output.report.book import write_report
from jdgap.text.language import use_language
from jdgap.workflows.comparing import compare_files
from report_rounds import a_result, an_answer

pytestmark = pytest.mark.usefixtures("nothing_set")
OFFICER = "officer-accounting"


@pytest.fixture
def report(capfdbinary, tmp_path):
    """Run `jdgap report` into `r.xlsx`; return exit code, standard output and error."""
    use_language("th")

    def call(*arguments):
        given = ("-o", tmp_path / "r.xlsx", "--force", "--individual", "never", *arguments)
        code = run(["report", *map(str, given)])
        out, err = capfdbinary.readouterr()
        return int(code), out.decode(), err.decode()

    return call


@pytest.fixture
def answers(tmp_path) -> Path:
    folder = tmp_path / "คำตอบ"
    folder.mkdir()
    write_workbook(folder / "สมชาย.xlsx", plain_form([(3, None)] * 8, name="สมชาย ใจดี"))
    return folder


@pytest.fixture(scope="module")
def round_before(tmp_path_factory) -> Path:
    use_language("th")
    return a_report(tmp_path_factory.mktemp("before") / "old.xlsx", "2568")


@pytest.fixture
def old(round_before, tmp_path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copy(round_before, tmp_path))


def a_report(path: Path, round_: str, employee="S-001", name="สมชาย ใจดี") -> Path:
    person = replace(an_answer(employee, OFFICER, name=name, unity=2), round=round_)
    write_report(path, book(), a_result(person, round_=round_), individual=False)
    return path


def summary(path: Path) -> list:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [str(each) for row in sheet.iter_rows(values_only=True) for each in row if each]


def test_the_trend_is_in_the_workbook_on_the_screen_and_in_the_json(report, answers, old, tmp_path):
    code, out, _err = report(answers, "--previous", old)
    assert code == 0
    assert "เทียบกับรอบก่อน" in out
    assert any("2568 → 2569" in each for each in summary(tmp_path / "r.xlsx"))
    code, out, _err = report(answers, "--previous", old, "--format", "json")
    assert code == 0
    said = json.loads(out)["previous"]
    expected = previous_record(compare_files(old, answers, book()))
    assert said == json.loads(json.dumps(expected))


def test_without_it_there_is_no_trend(report, answers, tmp_path):
    code, out, _err = report(answers, "--format", "json")
    assert code == 0
    assert "previous" not in json.loads(out)
    assert not any("รอบก่อน" in each for each in summary(tmp_path / "r.xlsx"))


def test_the_round_before_may_be_a_folder(report, answers, tmp_path):
    older = tmp_path / "เก่า"
    older.mkdir()
    write_workbook(older / "a.xlsx", plain_form([(2, None)] * 8, round_=2568, name="สมชาย ใจดี"))
    code, out, _err = report(answers, "--previous", older, "--format", "json")
    assert code == 0
    said = json.loads(out)["previous"]
    assert said["old"]["round"] == "2568"
    assert said["organisation"]["causes"]["risen"] == 8


def test_a_round_before_among_the_answers_is_none_of_them(report, answers):
    old = a_report(answers / "old.xlsx", "2568")
    code, out, _err = report(answers, "--previous", old, "--format", "json")
    document = json.loads(out)
    assert (code, document["files"]) == (0, 1)
    assert document["problems"] == []


def no_spreadsheet(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7")


def a_newer_round(path: Path) -> None:
    a_report(path, "2570")


def other_people(path: Path) -> None:
    a_report(path, "2568", "X-9", "คนอื่น ไกล")


@pytest.mark.parametrize(
    ("made", "code"), [(no_spreadsheet, 3), (a_newer_round, 2), (other_people, 3), (None, 2)]
)
def test_what_cannot_be_compared_makes_no_report(report, answers, tmp_path, made, code):
    if made:
        made(tmp_path / "old.xlsx")
    found, out, err = report(answers, "--previous", tmp_path / "old.xlsx")
    assert (found, out) == (code, "")
    assert "old.xlsx" in err
    assert not (tmp_path / "r.xlsx").exists()


def test_the_answers_themselves_are_not_the_round_before(report, answers):
    assert report(answers, "--previous", answers)[0] == 2


def test_an_edited_round_before_is_compared_and_said(report, answers, old, tmp_path):
    workbook = without_looks(old)
    workbook["ข้อมูล"]["N2"] = 4
    workbook.save(old)
    code, out, _err = report(answers, "--previous", old, "--format", "json")
    document = json.loads(out)
    assert code == 1
    assert "edited-report" in [each["code"] for each in document["problems"]]
    rows = openpyxl.load_workbook(tmp_path / "r.xlsx")["ปัญหา"].values
    assert any("edited-report" in row for row in rows)


def test_no_name_of_the_round_before_is_told_with_anonymise(report, answers, tmp_path):
    older = tmp_path / "ของสมชาย"
    older.mkdir()
    levels = [(9, None), *[(2, None)] * 7]
    write_workbook(older / "สมชาย.xlsx", plain_form(levels, round_=2568, name="สมชาย ใจดี"))
    code, out, _err = report(answers, "--previous", older, "--anonymise", "--format", "json")
    document = json.loads(out)
    assert code == 1
    assert document["previous"]["people_in_both"] == 1
    assert [each["file"] for each in document["problems"]] == ["previous-file-002 S-001.xlsx"]
    assert "สมชาย" not in out
    assert not any("สมชาย" in each for each in summary(tmp_path / "r.xlsx"))
