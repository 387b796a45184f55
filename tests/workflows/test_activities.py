"""A list of activities beside the answers: into the result, its problems with the others."""

from pathlib import Path

import pytest

from builders import book, codes, plain_form, thai, title, write_workbook
from jdgap.gaps.plan import Planning
from jdgap.workflows import check_files
from jdgap.workflows.round import RoundRules, assess_round

HEAD = ["สมรรถนะ", "ระดับ", "กิจกรรม", "ผู้รับผิดชอบ"]
STAFF = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", "ผู้บังคับบัญชา"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An answer, a list of staff and a list of activities with a wrong row, in one folder."""
    write_workbook(tmp_path / "a.xlsx", plain_form([(2, None), (2, None), *[(3, None)] * 6]))
    lines = [HEAD, [thai("service-mind"), 3, "ประจำเคาน์เตอร์", "สมศรี"], ["การบิน", 3, "ก", "ข"]]
    write_workbook(tmp_path / "activities.xlsx", lines)
    row = ["S-001", "ตัวอย่าง ใจดี", title("officer-accounting"), "วราภรณ์ ทองคำ"]
    write_workbook(tmp_path / "staff.xlsx", [STAFF, row])
    return tmp_path


def test_a_round_has_its_activities_and_supervisors(folder: Path):
    """The list is no answer, though it stands in the folder that is read."""
    result = assess_round(
        [folder], book(), roster=folder / "staff.xlsx", activities=folder / "activities.xlsx"
    )
    assert result.files == 1
    assert [each.text for each in result.activities] == ["ประจำเคาน์เตอร์"]
    assert codes(result.problems) == [("unknown-competency", "A3")]
    (person,) = result.people
    first, second = Planning(result.activities, result.supervisors).lines(person)
    assert (first.owner, first.activities) == ("สมศรี", result.activities)
    assert (second.owner, second.activities) == ("วราภรณ์ ทองคำ", ())


def test_nobody_is_named_where_no_names_are_told(folder: Path):
    """Neither who sees to an activity nor whose supervisor somebody is."""
    result = assess_round(
        [folder / "a.xlsx"],
        book(),
        RoundRules(anonymise=True),
        roster=folder / "staff.xlsx",
        activities=folder / "activities.xlsx",
    )
    assert not result.supervisors
    (activity,) = result.activities
    assert (activity.text, activity.owner, activity.place.file) == ("ประจำเคาน์เตอร์", "", "")
    assert "activities" not in result.problems[0].place.file


def test_a_check_has_its_activities(folder: Path):
    checked = check_files([folder / "a.xlsx"], book(), activities=folder / "activities.xlsx")
    assert [each.owner for each in checked.activities] == ["สมศรี"]
    assert codes(checked.problems) == [("unknown-competency", "A3")]
    untold = check_files(
        [folder / "a.xlsx"], book(), activities=folder / "activities.xlsx", anonymise=True
    )
    assert [each.owner for each in untold.activities] == [""]
    assert "activities" not in untold.problems[0].place.file
