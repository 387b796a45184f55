"""Each kind of problem that only two rounds have, told with its place and all its words."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from builders import book, without_looks
from jdgap.assessments import Count
from jdgap.assessments.reports.model import KeptCompetency, KeptRound
from jdgap.gaps.comparing import NotComparableError, compare_rounds
from jdgap.output.report.book import write_report
from jdgap.problems import KINDS, Place, Problem
from jdgap.text.language import LANGUAGES, use_language
from jdgap.workflows.comparing import compare_files
from kept_rounds import COMPETENCIES, a_round, person
from report_rounds import a_result, an_answer

OLD, NEW = "old.xlsx", "new.xlsx"
ROW = Place(OLD, "Data", "A2")
"""Where the people of `kept_rounds` stand."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rounds as they are kept, and where the problem is told."""

    old: KeptRound
    new: KeptRound
    place: Place


@dataclass(frozen=True, slots=True)
class Changed:
    """A report in whose workbook something was changed, and where the problem is told."""

    change: Callable[[openpyxl.Workbook], object]
    sheet: str = ""
    cell: str = ""


def pair(old=(), new=(), place=None, *, then=None, now=None):
    """Two rounds in which `S-0` is the same, with others, and other ways to make them."""
    same = person("S-0", name="คนเดิม")
    return Pair(
        a_round(same, *old, **{"source": OLD} | (then or {})),
        a_round(same, *new, **{"source": NEW} | (now or {})),
        place or Place(NEW),
    )


def named(**names):
    return {key: KeptCompetency(key, name, "core") for key, name in names.items()}


def set_in_data(cell, value):
    """What puts a value into a cell of the data."""

    def change(workbook):
        workbook["ข้อมูล"][cell].value = value

    return change


RAISED = {
    "not-a-report": Changed(lambda workbook: workbook.remove(workbook["เกณฑ์"])),
    "edited-report": Changed(set_in_data("N2", 4), "เกณฑ์"),
    "edited-cell": Changed(set_in_data("O2", 4), "ข้อมูล", "O2"),
    "edited-required-level": Changed(set_in_data("J2", None), "ข้อมูล", "J2"),
    "edited-not-a-level": Changed(set_in_data("L2", "good"), "ข้อมูล", "L2"),
    "same-input": None,
    "rounds-swapped": pair(then={"round_": "2569"}, now={"round_": "2568"}, place=Place(OLD)),
    "nothing-in-common": pair(then={"competencies": ()}),
    "same-round": pair(then={"round_": "2569"}, now={"round_": "2569"}),
    "order-not-checked": pair(),
    "count-differs": pair(now={"count": Count.SELF}),
    "other-book": pair(now={"fingerprint": "g"}),
    "competency-renamed": pair(
        then={"competencies": named(unity="Unity")}, now={"competencies": named(unity="Team")}
    ),
    "competency-other-id": pair(
        then={"competencies": named(unity="Unity", trust="Trust")},
        now={"competencies": named(unity="Unity", faith="Trust")},
    ),
    "competency-removed": pair(now={"competencies": COMPETENCIES[:2]}, place=Place(OLD)),
    "competency-new": pair(now={"competencies": (*COMPETENCIES, "flying")}),
    "position-other-id": pair(
        then={"titles": {"clerk": "Clerk"}}, now={"titles": {"clerk-1": "Clerk"}}
    ),
    "matched-by-name": pair([person("")], [person("S-1")], ROW),
    "name-changed": pair([person(name="สมชาย ใจดี")], [person(name="อรทัย แสงทอง")], ROW),
    "perhaps-one-person": pair([person("S-1")], [person("S-2")], ROW),
    "numbered-people": pair([person("P-001", name="P-001")], place=Place(OLD, "Data")),
}
"""What raises each of them."""


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("report") / "r.xlsx"
    write_report(path, book(), a_result(an_answer()), individual=False)
    return path


def told(raised: Pair | Changed | None, report: Path, folder: Path) -> tuple[list[Problem], Place]:
    """The problems, and where the one that is looked for should stand."""
    try:
        if isinstance(raised, Pair):
            return list(compare_rounds(raised.old, raised.new).problems), raised.place
        old, new = folder / OLD, folder / NEW
        place = Place(str(new))
        for path in (old, new):
            shutil.copy(report, path)
        if raised is None:
            return list(compare_files(new, new, book()).problems), place
        place = Place(str(new), raised.sheet, raised.cell)
        workbook = without_looks(new)
        raised.change(workbook)
        workbook.save(new)
        return list(compare_files(old, new, book()).problems), place
    except NotComparableError as error:
        where = raised.place if isinstance(raised, Pair) else place
        return list(error.problems), where


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", RAISED)
def test_the_kinds_of_two_rounds(report: Path, tmp_path: Path, code: str, language: str):
    problems, place = told(RAISED[code], report, tmp_path)
    (found,) = [each for each in problems if each.code == code]
    assert found.place == place
    use_language(language)
    try:
        assert "{" not in found.message() + found.remedy()
    finally:
        use_language("th")


def test_they_are_all_there():
    """Those that are in no test of one round: see `tests/problems/test_every_kind.py`."""
    codes = list(KINDS)
    assert set(codes[codes.index("not-a-report") : codes.index("numbered-people") + 1]) == set(
        RAISED
    )
