"""Results without names; what `--anonymise` prints and writes is in tests/cli/test_anonymise.py."""

from dataclasses import replace
from time import perf_counter

from answers import answer, member, roster
from builders import book
from jdgap.assessments.people.row_ratings import RatedColumns, RowRatings
from jdgap.gaps import Comparison
from jdgap.problems import Place, Problem
from jdgap.workflows.anonymity import Anonymity, Seen
from report_rounds import a_crowd, a_result, an_answer, somebody, staff_of


def hidden(result, *others, staff=(), files=("a.xlsx",), doubtful=()):
    answers = [*others, *(person.assessment for person in result.people)]
    seen = Seen(files, answers, roster(*staff, doubtful=doubtful))
    return Anonymity(seen, book(), result.people).round(result)


def only(problem, *people, **options):
    """The problem as it is told."""
    (told,) = hidden(a_result(*people, problems=(problem,)), **options).problems
    return told


def test_people_are_the_same_everywhere():
    """Those behind a need are those of the list; the sums are untouched."""
    plain = a_result(somebody("S-2", unity=-1), somebody("", name="สมชาย ใจดี", unity=-2))
    result = hidden(plain)
    assert [each.assessment.employee_id for each in result.people] == ["P-001", "S-2"]
    assert {each.assessment.name for each in result.people} == {"P-001", "S-2"}
    (need,) = result.organisation.needs
    assert {id(each) for each in need.people} == {id(each) for each in result.people}
    assert result.organisation.people is result.people or (
        result.organisation.people == result.people
    )
    assert result.organisation.whole == plain.organisation.whole
    assert need.summary == plain.organisation.needs[0].summary


def test_places_of_levels():
    """Each level still says its cell; what the position does not require, too."""
    person = hidden(a_result(an_answer(unity=3, trust=2))).people[0]
    unity = next(each for each in person.results if each.competency.id == "unity")
    assert person.place_of(unity) == Place("file-001 S-1.xlsx", "sheet-1", "B7")
    assert person.not_required[0].place == Place("file-001 S-1.xlsx", "sheet-1", "B8")
    assert person.assessment.place == Place("file-001 S-1.xlsx", "sheet-1")


def test_rows_of_a_table_go_on_sharing_their_columns():
    """A survey of 100,000 people stays small."""
    columns = RatedColumns(Place("a.xlsx", "ส"), ("unity",), (2,), (-1,))
    said = [
        replace(
            answer(f"S-{row}", cell=f"A{row + 1}"), ratings=RowRatings(columns, row, b"\x03\xff")
        )
        for row in (1, 2)
    ]
    one, other = (each.assessment.ratings for each in hidden(a_result(*said)).people)
    assert one.columns is other.columns
    assert (one["unity"].self_level, one["unity"].place) == (
        3,
        Place("file-001.xlsx", "sheet-2", "C2"),
    )
    assert columns.sheet == Place("a.xlsx", "ส")


def test_departments_are_named_alike():
    """With people, in the sums and in the attendance."""
    staff = (
        member("S-1", name="สมชาย ใจดี", department="ทีมสมชาย"),
        replace(member("S-2", name="อรทัย", department="ทีมสมชาย"), supervisor="สมชาย ใจดี"),
    )
    person = somebody("S-1", name="สมชาย ใจดี", department="ทีมสมชาย")
    result = hidden(a_result(person, staff=staff), staff=staff)
    (missing,) = result.attendance.missing
    assert (missing.employee_id, missing.name, missing.supervisor) == ("S-2", "S-2", "")
    names = [unit.name for unit in result.organisation.departments]
    names += [each.department for each in result.attendance.departments]
    assert {*names, missing.department, result.people[0].assessment.department} == {"D-001"}


def test_departments_that_somebody_typed():
    """A name in one may be of somebody who is on no list; those of the staff are told."""
    people = [somebody("S-1", department="สาขา 2"), somebody("S-2", department="ของคุณวิไล")]
    staff = (member("S-1", department="สาขา 2"),)
    result = hidden(a_result(*people), staff=staff)
    assert {each.assessment.department for each in result.people} == {"สาขา 2", "D-001"}
    assert {unit.name for unit in result.organisation.departments} == {"สาขา 2", "D-001"}


def test_who_answered_twice():
    """The one who does not count is called as everywhere, and so is the other place."""
    twice = answer("", name="สมชาย ใจดี", file="ก.xlsx", cell="A5")
    facts = {"employee": "สมชาย ใจดี", "other": "ก.xlsx › S › A5"}
    problem = Problem("duplicate-employee", Place("a.xlsx", "S", "A9"), "สมชาย ใจดี", facts)
    result = a_result(somebody(), problems=(problem,))
    (told,) = hidden(result, twice, files=("a.xlsx", "ก.xlsx")).problems
    assert (told.value, told.facts["employee"]) == ("P-001", "P-001")
    assert told.facts["other"] == "file-002 P-001.xlsx › sheet-1 › A5"
    assert told.place == Place("file-001 S-1.xlsx", "sheet-1", "A9")


def test_numbers_go_by_the_order_of_the_result():
    """Those who do not count come later; no number is an id of a row that was left out."""
    other = answer("", name="อรทัย")
    result = a_result(somebody("", name="สมชาย ใจดี"), somebody("", name="มานะ อดทน"))
    names = [each.assessment.name for each in hidden(result, other, doubtful=["p002"]).people]
    assert names == ["P-001", "P-003"]


def test_a_long_name_is_found_in_its_cut_form():
    """The value is cut sooner than the fact."""
    name = "สมชาย " * 20
    problem = Problem("not-on-roster", Place("a.xlsx"), f"{name[:59]}…", {"employee": name})
    told = only(problem, somebody("", name=name))
    assert told.value == told.facts["employee"] == "P-001"


def test_facts_that_are_ours_stay():
    """Reasons, raters, numbers and the titles that are suggested."""
    facts = {"reason": "it is empty: 0 bytes"}
    assert only(Problem("not-a-spreadsheet", Place("b"), facts=facts), somebody()).facts == facts
    facts = {"name": "หัวหน้าสมชาย", "suggestions": [book().positions[0].title.text]}
    told = only(Problem("unknown-position", Place("a.xlsx"), "หัวหน้าสมชาย", facts), somebody())
    assert (told.value, told.facts["name"]) == ("…", "…")
    assert told.facts["suggestions"] == facts["suggestions"]
    facts = {"employee": "S-1", "rater": "supervisor level"}
    assert (
        only(Problem("same-as-required", Place("a.xlsx"), "S-1", facts), somebody()).facts == facts
    )


def test_what_a_cell_holds_instead_of_a_level():
    """An error value stays, what only begins like one does not; our own words do."""
    scale = {"lowest": 1, "highest": 5}
    for found, shown in (("#REF!", "#REF!"), ("#สมชาย", "…"), ("=", "never calculated")):
        reason = "never calculated" if found == "=" else found
        problem = Problem("level-error-value", Place("a.xlsx"), found, {**scale, "reason": reason})
        assert only(problem, somebody()).facts == {**scale, "reason": shown}


def test_a_position_that_is_compared_with_another():
    """Where the position held is not known, what was typed for it is not told."""
    said = replace(answer(), position_id=None, position_written="หัวหน้าสมชาย")
    person = Comparison(book()).person(said, book().position_by_id["officer-it"])
    told = Anonymity(Seen(("a.xlsx",), [said]), book(), [person]).person(person)
    assert told.assessment.position_written == "…"
    assert told.compared_with is person.compared_with


def test_thousands_of_problems_take_no_time():
    """Each names a place of its own; 10,000 people with 2,000 problems took 0.6 s."""
    people = a_crowd(2_000)
    files = [each.place.file for each in people]
    problems = [
        Problem("other-round", Place(file, "S"), "", {"employee": "1", "other": f"{file} › S"})
        for file in files
    ]
    result = a_result(*people, problems=problems)
    start = perf_counter()
    told = hidden(result, staff=staff_of(people), files=files)
    assert perf_counter() - start < 3
    assert len({each.assessment.place.file for each in told.people}) == 2_000
    assert len({each.facts["other"] for each in told.problems}) == 2_000
