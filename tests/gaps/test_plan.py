"""The development plan as data: which lines, in which order, with which activities."""

from answers import answer
from builders import OFFICER_COMPETENCIES, book
from jdgap.assessments import NoLevel
from jdgap.assessments.activities.model import Activity, How
from jdgap.gaps import PersonGaps, compare_person, priorities
from jdgap.gaps.plan import Planning, plan_lines
from jdgap.positions import Book
from jdgap.problems import Place
from report_rounds import somebody

HERE = Place("activities.xlsx", "S", "D2")


def person(
    book_: Book | None = None, employee="S-001", /, position="officer-it", **gaps
) -> PersonGaps:
    of = book_ or book()
    said = somebody(employee, position, **gaps)
    return compare_person(said, of, of.position_by_id[position])


def activity(text: str, competency="unity", levels=None, **said) -> Activity:
    return Activity(HERE, competency, levels, said.pop("how", ""), text, **said)


def texts(*activities: Activity, **gaps) -> list[list[str]]:
    lines = plan_lines(person(**gaps), activities)
    return [[each.text for each in line.activities] for line in lines]


def test_a_line_for_each_shortfall_the_largest_first():
    """Equal ones in the book's order; what is met, above or not rated has none."""
    found = plan_lines(
        person(flexibility=-1, unity=-2, service_mind=-1, integrity=1, achievement=None)
    )
    assert [
        (each.priority, each.competency.id, each.from_level, each.to_level, each.shortfall)
        for each in found
    ] == [(1, "unity", 1, 3, 2), (2, "service-mind", 2, 3, 1), (3, "flexibility", 2, 3, 1)]
    assert [each.is_severe for each in found] == [True, False, False]


def test_equal_shortfalls_stand_by_group():
    """Where the book names its competencies in another order than its groups."""
    given = book().model_dump()
    given["competencies"] = given["competencies"][::-1]
    mixed = Book.model_validate(given)
    someone = person(mixed, unity=-1, flexibility=-1, service_mind=-1)
    found = [each.competency.id for each in plan_lines(someone)]
    assert found == ["unity", "service-mind", "flexibility"]
    assert [each.competency.id for each in priorities(someone.results)] == [
        "flexibility",
        "unity",
        "service-mind",
    ]


def test_nobody_short_has_no_plan():
    assert plan_lines(person(unity=1)) == ()
    nothing = dict.fromkeys(OFFICER_COMPETENCIES, NoLevel.BLANK)
    of = book().position_by_id["officer-it"]
    assert plan_lines(compare_person(answer("S-1", nothing), book(), of)) == ()


def test_an_activity_serves_its_competency_alone():
    assert texts(activity("ก"), unity=-1, integrity=-1) == [["ก"], []]


def test_an_activity_leads_above_the_actual_level_up_to_the_required_one():
    """From 1 to 3 these are the levels 2 and 3."""
    listed = [activity(str(levels), levels=levels) for levels in ((1, 1), (2, 2), (3, 3), (4, 4))]
    listed += [activity(str(levels), levels=levels) for levels in ((1, 2), (3, 5), (4, 5), (1, 5))]
    (found,) = texts(*listed, unity=-2)
    assert found == ["(2, 2)", "(3, 3)", "(1, 2)", "(3, 5)", "(1, 5)"]


def test_activities_stand_in_the_order_of_the_list():
    """One that is listed for two levels stands once."""
    listed = [
        activity("ข", levels=(3, 3)),
        activity("ก"),
        activity(" ข ", levels=(2, 2)),
    ]
    assert texts(*listed, unity=-2) == [["ข", "ก"]]


def test_what_the_first_activities_say_fills_the_line():
    listed = [activity("ก", how=How.OTHERS), activity("ข", how=How.COURSE, owner="HR", when="Q2")]
    (line,) = plan_lines(person(unity=-1), listed)
    assert (line.how, line.owner, line.when) == (How.OTHERS, "HR", "Q2")


def test_nothing_is_invented():
    (line,) = plan_lines(person(unity=-1))
    assert (line.activities, line.how, line.owner, line.when) == ((), "", "", "")


def test_a_supervisor_is_proposed_where_the_list_names_no_owner():
    """However the employee id is typed."""
    planning = Planning([activity("ก", owner="HR")], {"s001": "หัวหน้า"})
    first, second = planning.lines(person(None, "S 001", unity=-2, integrity=-1))
    assert (first.owner, first.is_owner_proposed) == ("HR", False)
    assert (second.owner, second.is_owner_proposed) == ("หัวหน้า", True)
    (other,) = planning.lines(person(None, "S-002", integrity=-1))
    assert (other.owner, other.is_owner_proposed) == ("", False)
