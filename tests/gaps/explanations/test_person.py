"""Every number of a person is explained, and follows from the inputs alone."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers import answer
from builders import COMPETENCIES, book, thai
from jdgap.assessments import Count, NoLevel
from jdgap.gaps import compare_person, priorities
from jdgap.gaps.explanations import explain
from jdgap.output.records import assessment_record
from jdgap.positions import Book
from jdgap.positions.model import ALL_GROUPS
from jdgap.text.language import speaking

said = st.one_of(st.integers(1, 5), st.sampled_from(NoLevel))
levels = st.dictionaries(st.sampled_from(COMPETENCIES), st.tuples(said, said))
positions = st.sampled_from([each.id for each in book().positions])

NOTHING = {"unity": (NoLevel.BLANK, NoLevel.BLANK)}
SHORT_TWICE = {"unity": (1, 2), "trust": (3, 3), "integrity": (NoLevel.BLANK, 1), "achievement": 5}


def of(given_levels, position="officer-it", count=Count.EITHER):
    against = book().position_by_id[position]
    return compare_person(answer(levels=given_levels or NOTHING), book(), against, count)


class Inputs:
    """The inputs of one explanation, by name."""

    def __init__(self, each):
        self.parts = each.inputs
        self.about = each.competency_id

    def one(self, what):
        return next(part for part in self.parts if part.what == what)

    def values(self, what):
        return [part.value for part in self.parts if part.what == what]

    def known(self, what):
        return [value for value in self.values(what) if value is not None]


def actual(given):
    other = given.one("supervisor_level")
    answered = other.value is not None or other.reason == "not_applicable"
    counted = {"self": "self_level", "supervisor": "supervisor_level"}.get(
        given.one("count").value, "supervisor_level" if answered else "self_level"
    )
    return given.one(counted).value


def gap(given):
    level = given.one("actual_level").value
    return None if level is None else level - given.one("required_level").value


def status(given):
    difference = gap(given)
    if difference is None:
        reason = given.one("actual_level").reason
        return "not_applicable" if reason == "not_applicable" else "not_assessed"
    return "below" if difference < 0 else "exceeded" if difference else "met"


def place(given):
    ranked = sorted(given.parts, key=lambda part: -part.value)
    return [part.competency_id for part in ranked].index(given.about) + 1


def share(part, whole):
    return pytest.approx(float(Fraction(100 * part, whole)), rel=1e-12) if whole else None


def fit(given):
    pairs = zip(given.values("actual_level"), given.values("required_level"), strict=True)
    rated = [pair for pair in pairs if pair[0] is not None]
    return share(sum(map(min, rated)), sum(required for _, required in rated))


OF_COMPETENCY = {
    "required_level": lambda given: given.one("required_level").value,
    "self_level": lambda given: given.one("self_level").value,
    "supervisor_level": lambda given: given.one("supervisor_level").value,
    "actual_level": actual,
    "gap": gap,
    "shortfall": lambda given: None if gap(given) is None else max(0, -gap(given)),
    "status": status,
    "rater_difference": lambda given: abs(
        given.one("self_level").value - given.one("supervisor_level").value
    ),
    "severe": lambda given: given.one("shortfall").value >= given.one("severe_from").value,
    "priority": place,
}
OF_GROUP = {
    "required": lambda given: len(given.known("required_level")),
    "rated": lambda given: len(given.known("actual_level")),
    "met": lambda given: sum(each >= 0 for each in given.known("gap")),
    "shortfall": lambda given: sum(given.known("shortfall")),
    "fit_pct": fit,
    "met_pct": lambda given: share(given.one("met").value, given.one("rated").value),
    "coverage_pct": lambda given: share(given.one("rated").value, given.one("required").value),
    "largest_gap": lambda given: min(given.known("gap"), default=None),
}
"""What each number is, by docs/numbers.md, computed from nothing but the inputs."""


@given(levels, positions, st.sampled_from(Count))
def test_every_number_follows_from_its_inputs_alone(given_levels, position, count):
    for each in explain(of(given_levels, position, count), count):
        rules = OF_GROUP if each.group else OF_COMPETENCY
        assert each.value == rules[each.number](Inputs(each)), each.number
        assert each.rule
        assert each.sentence


@given(levels, positions, st.sampled_from(Count))
def test_every_number_of_the_records_is_explained_once(given_levels, position, count):
    person = of(given_levels, position, count)
    record = assessment_record(book(), person)
    wanted = [
        (result["competency_id"], "", number, result[number])
        for result in (*record["results"], *record["not_required"])
        for number in result.keys() - {"competency_id", "competency", "group", "cell"}
    ]
    wanted += [
        ("", group, number, value)
        for group, totals in record["totals"].items()
        for number, value in totals.items()
    ]
    explained = [
        (each.competency_id, each.group, each.number, each.value)
        for each in explain(person, count)
        if each.number not in {"rater_difference", "severe", "priority", "largest_gap"}
    ]
    assert sorted(explained, key=str) == sorted(wanted, key=str)


@given(levels, positions, st.sampled_from(Count))
def test_what_the_screen_adds_is_explained(given_levels, position, count):
    """The order of what to work on, severe shortfalls, raters far apart, and the largest gap."""
    person = of(given_levels, position, count)
    found = {}
    for each in explain(person, count):
        found.setdefault(each.number, {})[each.competency_id] = each.value
    urgent = [each.competency.id for each in priorities(person.results)]
    assert list(found.get("priority", {}).items()) == [
        (key, place) for place, key in enumerate(urgent, start=1)
    ]
    severe = {each.competency.id for each in person.results if each.is_severe}
    assert {key for key, is_severe in found.get("severe", {}).items() if is_severe} == severe
    apart = {each.competency.id for each in person.results if each.rater_difference}
    assert apart <= found.get("rater_difference", {}).keys()
    gaps = [each.gap for each in person.results if each.gap is not None]
    assert found["largest_gap"] == {"": min(gaps, default=None)}


def test_the_required_levels_are_the_books():
    """Each requirement names the position of the book that it stands in, and no cell."""
    inputs = [
        part
        for each in explain(of(SHORT_TWICE, "head-it"))
        for part in each.inputs
        if part.what == "required_level"
    ]
    assert inputs
    for part in inputs:
        position = book().position_by_id[part.position_id]
        assert (part.position_id, part.place) == ("head-it", None)
        assert part.value == position.required[part.competency_id]


def test_a_sum_over_one_competency_says_so():
    """Numbers of competencies have their noun in English."""
    given_book = book().model_dump(mode="json")
    (unity,) = [each for each in given_book["competencies"] if each["id"] == "unity"]
    unity["group"] = "leadership"
    of_one = Book.model_validate(given_book)
    against = of_one.position_by_id["officer-it"]
    with speaking("en"):
        found = explain(compare_person(answer(levels=SHORT_TWICE), of_one, against))
    said = {each.group: each.sentence for each in found if each.number == "required"}
    assert said["leadership"] == "Required: 1 competency."
    assert said["functional"] == "Required: 3 competencies."


def test_the_levels_are_the_raters():
    """Levels come with the cell in which they stand, sums with the cells of what they add."""
    found = {
        (each.competency_id, each.group, each.number): each for each in explain(of(SHORT_TWICE))
    }
    (actual,) = [p for p in found["unity", "", "gap"].inputs if p.what == "actual_level"]
    assert (actual.value, actual.place.cell) == (2, "B7")
    added = [part for part in found["", "core", "shortfall"].inputs if part.value]
    assert [(part.competency_id, part.value, part.place.cell) for part in added] == [
        ("unity", 1, "B7"),
        ("integrity", 2, "B9"),
    ]


def test_a_sum_says_what_it_leaves_out():
    """What was not rated is an input without a value, with its reason, and named in words."""
    given_levels = {"unity": (9, NoLevel.NOT_APPLICABLE), "integrity": 3, "achievement": (3, 4)}
    found = {
        (each.group, each.number): each
        for each in explain(of(given_levels))
        if each.group == "core"
    }
    rated = found["core", "rated"]
    reasons = {part.competency_id: part.reason for part in rated.inputs if part.value is None}
    assert reasons == {
        "service-mind": "blank",
        "unity": "not_applicable",
        "professional-expertise": "blank",
    }
    assert all(thai(key) in rated.sentence for key in reasons)
    assert thai("integrity") not in rated.sentence


def test_the_arithmetic_is_written_out():
    """A surplus counts only up to the requirement, and the sentence shows it."""
    found = {
        (each.competency_id, each.group, each.number): each.sentence
        for each in explain(of(SHORT_TWICE))
    }
    assert "2 - 3 = -1" in found["unity", "", "gap"]
    assert "5 - 3 = +2" in found["achievement", "", "gap"]
    assert "(2 + 1 + 3)" in found["", "core", "fit_pct"]
    assert "(3 + 3 + 3) = 66.7" in found["", "core", "fit_pct"]
    assert thai("achievement") in found["", "core", "fit_pct"]
    assert "1 + 2 = 3" in found["", ALL_GROUPS, "shortfall"]


def test_equal_shortfalls_are_in_the_books_order():
    given_levels = {"unity": 2, "integrity": 2, "achievement": 1}
    order = [each for each in explain(of(given_levels)) if each.number == "priority"]
    assert [each.competency_id for each in order] == ["achievement", "unity", "integrity"]
    assert len({each.sentence.replace(thai(each.competency_id), "") for each in order}) == 3


def test_what_is_not_required_has_its_levels_only():
    numbers = [each.number for each in explain(of(SHORT_TWICE)) if each.competency_id == "trust"]
    assert numbers == ["self_level", "supervisor_level"]
