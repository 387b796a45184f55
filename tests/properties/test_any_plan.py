"""The plan of anybody, from any list of activities."""

from hypothesis import given
from hypothesis import strategies as st

from answers import answer
from builders import COMPETENCIES, book
from jdgap.assessments import Count, NoLevel
from jdgap.assessments.activities.model import Activity, How
from jdgap.gaps import compare_person
from jdgap.gaps.plan import plan_lines
from jdgap.problems import Place

words = st.one_of(st.integers(1, 5), st.sampled_from(NoLevel))
levels = st.dictionaries(st.sampled_from(COMPETENCIES), st.tuples(words, words), min_size=1)
spans = st.none() | st.tuples(st.integers(1, 5), st.integers(1, 5)).map(sorted).map(tuple)
activities = st.lists(
    st.builds(
        Activity,
        place=st.just(Place("a.xlsx", "S", "D2")),
        competency_id=st.sampled_from(COMPETENCIES),
        levels=spans,
        how=st.sampled_from([*How, ""]),
        text=st.sampled_from("กขคงจ"),
    ),
    max_size=30,
)


@given(levels, st.sampled_from(book().positions), st.sampled_from(Count), activities)
def test_a_plan_is_of_shortfalls_and_their_own_activities(said, position, count, listed):
    """Never a line without a shortfall, never an activity of another competency or level."""
    person = compare_person(answer("S-1", said, position=position.id), book(), position, count)
    lines = plan_lines(person, listed)
    assert sum(line.shortfall for line in lines) == person.totals.shortfall
    assert [line.priority for line in lines] == list(range(1, len(lines) + 1))
    assert [line.shortfall for line in lines] == sorted(
        (each.shortfall for each in person.results if each.shortfall), reverse=True
    )
    for line in lines:
        assert line.shortfall == line.to_level - line.from_level > 0
        wanted = range(line.from_level + 1, line.to_level + 1)
        fitting = [
            each.text
            for each in listed
            if each.competency_id == line.competency.id
            and (
                each.levels is None
                or any(each.levels[0] <= level <= each.levels[1] for level in wanted)
            )
        ]
        assert [each.text for each in line.activities] == list(dict.fromkeys(fitting))
