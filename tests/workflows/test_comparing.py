"""Two rounds from files: reports, answers, and what stands in the way."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import OFFICER_COMPETENCIES, book, plain_form, without_looks, write_bare
from jdgap.assessments import Count
from jdgap.assessments.finding import MissingPathsError
from jdgap.gaps.comparing import NotComparableError
from jdgap.output.report.book import write_report
from jdgap.positions import Book
from jdgap.text.language import use_language
from jdgap.workflows.comparing import compare_files
from jdgap.workflows.round import RoundRules, assess_round
from report_rounds import a_result, an_answer

OFFICER = "officer-accounting"


@pytest.fixture(autouse=True)
def _thai():
    yield
    use_language("th")


def a_form(path: Path, *levels: int, round_=2569, **identity) -> Path:
    """A form with levels for the officer's competencies, the last one for all that are left."""
    given = [*levels, *[levels[-1]] * (len(OFFICER_COMPETENCIES) - len(levels))]
    path.parent.mkdir(exist_ok=True)
    return write_bare(path, plain_form([(each, None) for each in given], round_=round_, **identity))


def a_report(path: Path, *people, round_="2569", of=None, **options) -> Path:
    answers = [replace(each, round=round_) for each in people]
    result = a_result(*answers, round_=round_, of=of, **options)
    write_report(path, of or book(), result, individual=False)
    return path


def harder(by=1) -> Book:
    """The book with more required of the officer in one competency."""
    positions = [
        each.model_copy(update={"required": each.required | {"unity": each.required["unity"] + by}})
        if each.id == OFFICER
        else each
        for each in book().positions
    ]
    return Book.model_validate(
        book().model_dump() | {"positions": [each.model_dump() for each in positions]}
    )


def codes(comparison):
    return [each.code for each in comparison.problems]


def parts(comparison):
    """The changes that are not 0, by employee and competency."""
    return {
        (one.now.employee_id, each.competency.id): (each.person_change, each.requirement_change)
        for one in comparison.people
        for each in one.changes
        if each.person_change or each.requirement_change
    }


def test_a_report_and_the_answers_of_a_year_later(tmp_path: Path):
    old = a_report(tmp_path / "2568.xlsx", an_answer("S-001", OFFICER, unity=2), round_="2568")
    new = tmp_path / "2569"
    a_form(new / "a.xlsx", 3, 3, 3)
    found = compare_files(old, new, book())
    assert (found.old.round, found.new.round) == ("2568", "2569")
    assert (found.old.source, found.new.source) == (str(old), str(new))
    assert parts(found) == {("S-001", "unity"): (1, 0)}


def test_two_single_forms(tmp_path: Path):
    old = a_form(tmp_path / "a" / "a.xlsx", 3, round_=2568)
    new = a_form(tmp_path / "b" / "a.xlsx", 3, 4, 3)
    assert parts(compare_files(old, new, book())) == {("S-001", "unity"): (1, 0)}


def test_the_older_answers_are_compared_with_the_older_book(tmp_path: Path):
    old = a_form(tmp_path / "a" / "a.xlsx", 3, round_=2568)
    new = a_form(tmp_path / "b" / "a.xlsx", 3)
    found = compare_files(old, new, harder(), old_book=book())
    assert parts(found) == {("S-001", "unity"): (0, 1)}
    assert [(each.position_id, each.now - each.then) for each in found.requirements] == [
        (OFFICER, 1)
    ]
    assert "other-book" in codes(found)
    assert compare_files(old, new, harder()).requirements == ()


def test_a_report_brings_its_own_requirements(tmp_path: Path):
    person = an_answer(
        "S-001", OFFICER, **{key.replace("-", "_"): 3 for key in OFFICER_COMPETENCIES}
    )
    old = a_report(tmp_path / "old.xlsx", person, round_="2568")
    new = a_report(tmp_path / "new.xlsx", person, of=harder())
    assert parts(compare_files(old, new, harder())) == {("S-001", "unity"): (0, 1)}


def test_reports_in_two_languages_name_one_thing_once(tmp_path: Path):
    person = an_answer("S-001", OFFICER, unity=3)
    use_language("en")
    old = a_report(tmp_path / "old.xlsx", person, round_="2568")
    use_language("th")
    new = a_report(tmp_path / "new.xlsx", person)
    found = compare_files(old, new, book())
    assert codes(found) == []
    assert [(each.name, each.same_people) for each in found.departments] == [("บัญชี", 1)]
    assert found.old.people[0].position == found.new.people[0].position
    assert found.old.titles == found.new.titles


def test_problems_of_both_inputs_are_told(tmp_path: Path):
    old = a_report(tmp_path / "old.xlsx", an_answer("S-001", OFFICER, unity=3), round_="2568")
    workbook = without_looks(old)
    workbook["ข้อมูล"]["N2"] = 4
    workbook.save(old)
    new = tmp_path / "new"
    a_form(new / "a.xlsx", 9, 3)
    found = compare_files(old, new, book())
    assert {"edited-report", "level-out-of-range"} <= set(codes(found))


def test_the_same_file_twice_is_refused(tmp_path: Path):
    path = a_report(tmp_path / "a.xlsx", an_answer())
    (tmp_path / "b.xlsx").symlink_to(path)
    for other in (path, tmp_path / "b.xlsx"):
        with pytest.raises(NotComparableError) as raised:
            compare_files(path, other, book())
        assert [each.code for each in raised.value.problems] == ["same-input"]


def test_swapped_rounds_are_refused(tmp_path: Path):
    old = a_form(tmp_path / "a" / "a.xlsx", 3, round_=2568)
    new = a_report(tmp_path / "b.xlsx", an_answer("S-001", OFFICER))
    with pytest.raises(NotComparableError) as raised:
        compare_files(new, old, book())
    assert raised.value.problems[-1].code == "rounds-swapped"


def test_a_path_that_does_not_exist(tmp_path: Path):
    with pytest.raises(MissingPathsError) as raised:
        compare_files(tmp_path / "a", tmp_path / "b", book())
    assert raised.value.paths == (tmp_path / "a", tmp_path / "b")


def test_a_report_with_a_sheet_missing_is_refused(tmp_path: Path):
    old = a_report(tmp_path / "a.xlsx", an_answer())
    workbook = without_looks(old)
    del workbook["เกณฑ์"]
    workbook.save(old)
    with pytest.raises(NotComparableError) as raised:
        compare_files(old, a_report(tmp_path / "b.xlsx", an_answer()), book())
    assert [(each.code, each.place.file) for each in raised.value.problems] == [
        ("not-a-report", str(old))
    ]


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"PK\3\4", b"a,b\n1,2\n"])
def test_a_file_without_a_round_is_refused(tmp_path: Path, content):
    (tmp_path / "a.xlsx").write_bytes(content)
    new = a_report(tmp_path / "b.xlsx", an_answer())
    with pytest.raises(NotComparableError) as raised:
        compare_files(tmp_path / "a.xlsx", new, book())
    assert {each.place.file for each in raised.value.problems} == {str(tmp_path / "a.xlsx")}


def test_an_empty_folder_is_refused(tmp_path: Path):
    (tmp_path / "a").mkdir()
    with pytest.raises(NotComparableError) as raised:
        compare_files(tmp_path / "a", a_report(tmp_path / "b.xlsx", an_answer()), book())
    assert [each.code for each in raised.value.problems] == ["no-assessment-found"]


def test_the_rules_are_those_of_answers(tmp_path: Path):
    old = a_report(tmp_path / "old.xlsx", an_answer("S-001", OFFICER, unity=3), round_="2568")
    new = a_form(tmp_path / "b" / "a.xlsx", 3)
    found = compare_files(old, new, book(), rules=RoundRules(count=Count.SELF))
    assert found.new.count is Count.SELF
    assert "count-differs" in codes(found)


def test_a_round_that_is_named_is_the_newer_one(tmp_path: Path):
    old = a_form(tmp_path / "a" / "a.xlsx", 3, round_=2568)
    new = tmp_path / "b"
    a_form(new / "a.xlsx", 3)
    a_form(new / "b.xlsx", 4, round_=2570)
    found = compare_files(old, new, book(), rules=RoundRules(round="2569"))
    assert (found.old.round, found.new.round) == ("2568", "2569")


def test_nobody_is_matched_by_the_numbers_of_anonymous_reports(tmp_path: Path):
    for year, names in (("2568", ("ก ข", "ค ง")), ("2569", ("ค ง", "ก ข"))):
        folder = tmp_path / year
        for place, name in enumerate(names):
            a_form(folder / f"{place}.xlsx", 3, round_=int(year), employee_id=name, name=name)
        result = assess_round([folder], book(), RoundRules(anonymise=True))
        assert {each.assessment.employee_id for each in result.people} == {"P-001", "P-002"}
        write_report(tmp_path / f"{year}.xlsx", book(), result, individual=False)
    with pytest.raises(NotComparableError) as raised:
        compare_files(tmp_path / "2568.xlsx", tmp_path / "2569.xlsx", book())
    assert [each.code for each in raised.value.problems].count("numbered-people") == 2
