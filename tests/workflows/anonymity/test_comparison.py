"""Two rounds without names: the same numbers, one label for one person in both."""

from dataclasses import asdict, replace

import pytest

from builders import book
from compared import a_comparison
from jdgap.gaps.comparing import compare_rounds
from jdgap.output.comparison_records import comparison_document
from jdgap.problems import Place, Problem
from jdgap.workflows.anonymity.comparison import (
    anonymised_comparison,
    anonymised_problems,
    anonymised_round,
)
from kept_rounds import a_round, person

NAMES = ("สมชาย ใจดี", "อรทัย แสงทอง", "มานพ ยิ่งยง")


def named(employee, name, file="สมชาย ใจดี.xlsx", **options):
    someone = person(employee, name=name, **options)
    return replace(someone, place=Place(file, name, "A2"))


@pytest.fixture
def comparison():
    """One has an id then only, one is called by an address, one has left."""
    old = a_round(
        named("S-1", NAMES[0], unity=(3, 2)),
        named("orathai@coop.example", NAMES[1], department="ทีมอรทัย"),
        named("S-3", NAMES[2]),
        round_="2568",
        source="ของมานพ/2568.xlsx",
    )
    new = a_round(
        named("", NAMES[0], unity=(3, 3)),
        named("orathai@coop.example", NAMES[1], department="ทีมอรทัย"),
        named("", "สุดา เรืองศรี"),
        round_="2569",
        source="ของมานพ/2569.xlsx",
    )
    said = Problem(
        "level-not-a-number",
        Place("มานพ.xlsx", "มานพ", "B2"),
        "ถามมานพ",
        {"lowest": 1, "highest": 5},
    )
    return compare_rounds(old, new, [said])


def test_no_name_is_left(comparison):
    told = str(comparison_document(anonymised_comparison(comparison, book()))).lower()
    for name in (*NAMES, "สุดา เรืองศรี"):
        for word in name.split():
            assert word not in told
    assert "orathai" not in told
    assert "อรทัย" not in told


def test_somebody_is_called_the_same_then_and_now(comparison):
    told = anonymised_comparison(comparison, book())
    labels = [(each.then.employee_id, each.now.employee_id) for each in told.people]
    assert labels == [("S-1", "S-1"), ("P-001", "P-001")]
    assert [each.name for each in told.new_people] == ["P-002"]
    assert [each.name for each in told.leavers] == ["S-3"]
    assert told.old.people[0] is told.people[0].then


def test_the_numbers_are_the_same(comparison):
    told = anonymised_comparison(comparison, book())
    assert told.plan == comparison.plan
    assert told.whole == comparison.whole
    assert told.competencies == comparison.competencies
    for one, other in zip(told.people, comparison.people, strict=True):
        assert one.changes == other.changes
        assert one.totals_now == other.totals_now
    assert [(each.people_then, each.totals_now) for each in told.departments] == [
        (each.people_then, each.totals_now) for each in comparison.departments
    ]


def test_files_and_folders_are_called_by_numbers(comparison):
    told = anonymised_comparison(comparison, book())
    assert {told.old.source, told.new.source} <= {f"file-{n:03}.xlsx" for n in range(1, 5)}
    assert told.old.source != told.new.source
    assert all(each.place.file.startswith("file-") for each in told.problems)


def test_the_rounds_as_they_were_named_have_the_first_numbers(comparison):
    """The older one the first, whatever the files are called and the people's files besides."""
    then, now = (
        replace(each, source=name)
        for each, name in ((comparison.old, "z.xlsx"), (comparison.new, "a.xlsx"))
    )
    told = anonymised_comparison(replace(comparison, old=then, new=now), book())
    numbers = [each.source.removesuffix(".xlsx").split(" ")[0] for each in (told.old, told.new)]
    assert numbers == ["file-001", "file-002"]
    other = Problem("empty-workbook", Place("0.xlsx"))
    found = [other, *(Problem("same-input", Place(each)) for each in ("z.xlsx", "a.xlsx"))]
    named = anonymised_problems(found, book(), ["z.xlsx", "a.xlsx"])
    assert [each.place.file for each in named] == [
        "file-003.xlsx",
        "file-001.xlsx",
        "file-002.xlsx",
    ]


def test_titles_of_the_books_stay():
    told = anonymised_comparison(a_comparison(), book())
    assert told.new.titles == a_comparison().new.titles
    assert told.requirements == a_comparison().requirements


def test_problems_of_what_could_not_be_compared():
    swapped = Problem(
        "rounds-swapped", Place("สมชาย/a.xlsx"), "2569", {"first": "2569", "second": "2568"}
    )
    (told,) = anonymised_problems([swapped], book(), ["สมชาย/a.xlsx", "b.xlsx"])
    assert told.facts == swapped.facts
    assert "สมชาย" not in told.place.file


def test_a_round_alone_has_other_labels_for_its_files(comparison):
    other = Problem(
        "repeated-employee", Place("a.xlsx"), "S-1", {"employee": "S-1", "other": "b.xlsx"}
    )
    kept = comparison.old
    told, (problem,) = anonymised_round(kept, [other], book())
    assert [each.employee_id for each in told.people] == ["S-1", "P-001", "S-3"]
    assert all(each.place.file.startswith("previous-file-") for each in told.people)
    assert told.source.startswith("previous-file-")
    assert problem.place.file.startswith("previous-file-")
    assert not any(word in str(asdict(told)) for name in NAMES for word in name.split())
