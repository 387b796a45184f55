"""Fifty good answers among all hostile files: each is counted or told, and nothing is left behind."""

import json
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from traps import everything, good_forms, places
from traps.case import Case
from traps.good_forms import Person
from traps.watched import Watched, is_quiet, watched

from jdgap.assessments.opening import limits

SECONDS = 60
"""For all of them together; on two idle processors it takes some 6."""
MOST_OF_COMMAND = 250 * limits.MEBIBYTE
"""The process that waits opens none of the files, whatever they are."""
_COUNTED = ("required", "rated", "met", "shortfall")


@dataclass(frozen=True, slots=True)
class Round:
    """What the report of the whole folder was.

    Attributes:
        run: The command.
        document: What it printed.
        people: Who is good, with what is right for each.
        paths: Where each case stands.
        folder: Good and bad ones.
        target: The report.
    """

    run: Watched
    document: dict
    people: list[Person]
    paths: dict[tuple[str, str], Path]
    folder: Path
    target: Path


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Build everything, run the report once."""
    top = tmp_path_factory.mktemp("hostile")
    folder = top / "in"
    (folder / "good").mkdir(parents=True)
    people = good_forms.write_all(folder / "good")
    paths = everything.make_all(folder)
    target = top / "R.xlsx"
    arguments = ("report", folder, "-o", target, "--format", "json", "--individual", "never")
    run = watched(*arguments, temporary=top / "tmp", seconds=2 * SECONDS)
    yield Round(run, json.loads(run.out), people, paths, folder, target)
    everything.open_again(folder)


def of_good(document):
    """The people of a report who answered well, as the bytes that were printed."""
    people = [each for each in document["people"] if (each["employee_id"] or "")[:2] == "G-"]
    return json.dumps(people, ensure_ascii=False, indent=2)


def test_the_run_ends_as_one_with_errors(whole):
    """Exit code 1, one line on stderr, nothing of Python's own on either stream."""
    assert whole.run.code == 1
    assert whole.run.err.decode().splitlines() == [f"Written: {whole.target}"]
    assert is_quiet(whole.run)


def test_everybody_who_answered_well_counts(whole):
    """Each of the fifty has the numbers that were calculated apart."""
    found = {each["employee_id"]: each for each in whole.document["people"]}
    for person in whole.people:
        wanted, totals = person.expected(), found[person.employee_id]["totals"]["all"]
        assert {key: totals[key] for key in _COUNTED} == {key: wanted[key] for key in _COUNTED}
        assert totals["fit_pct"] == pytest.approx(wanted["fit_pct"])
        assert found[person.employee_id]["position_id"] == wanted["position_id"]
        assert found[person.employee_id]["name"] == person.name


def test_the_good_ones_are_the_same_without_the_others(whole, tmp_path):
    """Not a byte of what is printed about them differs."""
    target = tmp_path / "R.xlsx"
    arguments = ("report", whole.folder / "good", "-o", target, "--format", "json")
    alone = watched(*arguments, "--individual", "never", temporary=tmp_path / "tmp")
    assert alone.code == 0
    assert of_good(json.loads(alone.out)) == of_good(whole.document)
    assert len(json.loads(alone.out)["people"]) == len(whole.people)


def test_every_hostile_file_is_accounted_for(whole):
    """A problem of a right kind stands beside its path, or the answer in it counts."""
    told = {
        f"{room}: {case.name}": codes_of(whole, room, case) for room, case in everything.listed()
    }
    assert {name: codes for name, codes in told.items() if codes is not None} == {}


def codes_of(whole, room, case: Case):
    """What is told of a hostile file; None where that is right."""
    path = whole.paths.get((room, case.name))
    if path is None:
        return None  # this system has no such file
    told = everything.as_written(path, case)
    codes = {each["code"] for each in whole.document["problems"] if each["file"] == told}
    counted = {each["employee_id"] for each in whole.document["people"]}
    answered = case.employee in counted - {""}
    if case.codes:
        right = answered or codes & case.codes
    else:
        right = answered and codes <= {"rater-difference", "not-required"}
    return None if right else codes


def test_what_systems_leave_in_folders_is_no_input(whole):
    """No word is lost on it."""
    told = {Path(each["file"]).name for each in whole.document["problems"]}
    assert not told & set(places.NOISE)


def test_every_problem_is_of_something_that_is_there(whole):
    """No problem names a file that nobody made."""
    known = {path.encode("utf-8", "replace").decode() for path in map(str, whole.folder.rglob("*"))}
    assert {each["file"] for each in whole.document["problems"]} <= known


def test_it_ends_in_time(whole):
    """No hostile file holds the others up."""
    assert whole.run.seconds < SECONDS


def test_memory_is_bounded(whole):
    """No worker adds more than its limit to what it begins with, and the command stays small."""
    assert whole.run.peak_of_workers <= MOST_OF_COMMAND + limits.WORKER_BYTES
    assert whole.run.peak_of_command <= MOST_OF_COMMAND


def test_nothing_is_left_behind(whole):
    """No process, no temporary file, no draft beside the report or among the answers."""
    assert whole.run.left == []
    assert whole.run.temporary == []
    assert {path.name for path in whole.target.parent.iterdir()} == {"in", "tmp", "R.xlsx"}
    made = {path.name for path in (whole.folder / "other kinds").iterdir()}
    assert made == {case.name for case in everything.ROOMS["other kinds"]}


def test_the_report_is_a_harmless_workbook(whole):
    """Every part is XML, no cell is a formula, nothing leads out, no control character is in it."""
    with zipfile.ZipFile(whole.target) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            content = archive.read(name)
            text = content.decode()
            ET.fromstring(content)  # noqa: S314 (our own)
            assert "TargetMode" not in text
            assert not name.startswith("xl/worksheets/sheet") or "<f>" not in text
            unsafe = {each for each in set(text) if unicodedata.category(each) in {"Cc", "Cs"}}
            assert unsafe <= {"\n", "\r", "\t"}, name
            assert "\u202e" not in text


def test_the_screen_is_safe(whole, tmp_path):
    """`validate` tells the same of odd names and odd texts, and nothing in it moves the cursor."""
    rooms = [whole.folder / each for each in ("places", "spoilt answers", "text tables")]
    run = watched("validate", *rooms, temporary=tmp_path / "tmp", seconds=2 * SECONDS)
    assert (run.code, is_quiet(run), run.left, run.temporary) == (1, True, [], [])
    text = (run.out + run.err).decode()
    unsafe = {
        each for each in set(text) if unicodedata.category(each) in {"Cc", "Cs"} and each != "\n"
    }
    assert unsafe == set()
    assert not set("\u202e\u200b\u2066") & set(text)
    for each in everything.ROOMS["spoilt answers"]:
        assert not each.codes or each.name in text
