"""How ready anybody is for any position: what always holds, and what never changes it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from answers import answer
from builders import COMPETENCIES, book
from jdgap.assessments import NoLevel
from jdgap.gaps import Comparison
from jdgap.gaps.readiness import State, against_all, readiness, succession

words = st.one_of(st.integers(1, 5), st.sampled_from(NoLevel))
levels = st.dictionaries(st.sampled_from(COMPETENCIES), words, min_size=1)
positions = st.sampled_from(book().positions)
COMPARISON = Comparison(book())
BETTER = [State.READY, State.NEARLY, State.NOT_YET, State.NOT_ASSESSED]
OF_ALL = {State.READY_AS_ASSESSED: State.READY, State.NEARLY_AS_ASSESSED: State.NEARLY}
"""What would be said if nothing else were required than what was rated."""


def person(employee, said):
    return answer(employee, said, file=f"{employee}.xlsx")


def places(said, others, target):
    """Where somebody stands, and what is found, among others."""
    people = [person("S-0", said), *(person(f"S-{n}", each) for n, each in enumerate(others, 1))]
    found = succession(people, target, COMPARISON)
    place = next(n for n, each in enumerate(found) if each.assessment.employee_id == "S-0")
    return place, found[place]


@given(levels, positions)
def test_every_requirement_is_in_one_part(said, target):
    """The parts make up what is required, and the state says what is in them."""
    found = readiness(person("S-0", said), target, COMPARISON)
    parts = (*found.blocking, *found.not_assessed, *found.not_applicable, *found.met)
    assert sorted(each.competency.id for each in parts) == sorted(target.required)
    assert len(found.blocking) + len(found.met) == found.totals.rated
    short = [each.shortfall for each in found.blocking]
    assert short == sorted(short, reverse=True)
    assert all(short)
    assert sum(short) == found.totals.shortfall
    assert (found.state is State.READY) == (not short and found.is_complete)
    assert (found.state is State.NOT_ASSESSED) == (not found.totals.rated)
    near = len(short) == 1 or 4 * len(short) <= found.totals.rated
    assert (found.state is State.NOT_YET) == (bool(short) and (max(short) > 1 or not near))
    assert found.is_complete or found.state not in set(OF_ALL.values())
    assert not found.is_complete or found.state not in OF_ALL


@given(levels, positions, st.lists(levels, max_size=5), st.data())
def test_a_higher_level_never_worsens_rank_or_state(said, target, others, data):
    """Of what was rated already, whoever else there is."""
    rated = [key for key, level in said.items() if isinstance(level, int) and level < 5]
    better = dict(said)
    for key in rated:
        better[key] = data.draw(st.integers(said[key], 5))
    (place, before), (place_then, after) = (places(each, others, target) for each in (said, better))
    assert place_then <= place
    assert BETTER.index(OF_ALL.get(after.state, after.state)) <= BETTER.index(
        OF_ALL.get(before.state, before.state)
    )
    assert (before.rank is None) == (after.rank is None)
    assert after.rank is None or after.rank <= before.rank


@given(levels, positions, st.integers(1, 5), st.data())
def test_one_level_more_never_lowers_coverage(said, target, level, data):
    """Nor does it make anything that was below less so."""
    key = data.draw(st.sampled_from(sorted(target.required)))
    before = readiness(person("S-0", said | {key: NoLevel.BLANK}), target, COMPARISON)
    after = readiness(person("S-0", said | {key: level}), target, COMPARISON)
    assert after.totals.rated == before.totals.rated + 1
    assert after.totals.coverage_pct > before.totals.coverage_pct
    assert set(before.blocking) <= set(after.blocking)
    assert after.largest_shortfall >= before.largest_shortfall


@given(st.lists(levels, max_size=6), positions, st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(drawn, target, random):
    """Neither who comes first nor the ranks; nobody comes before somebody assessed in full."""
    people = [person(f"S-{number}", said) for number, said in enumerate(drawn)]
    found = succession(people, target, COMPARISON)
    assert succession(random.sample(people, len(people)), target, COMPARISON) == found
    complete = [each.is_complete for each in found]
    assert complete == sorted(complete, reverse=True)
    assert [each.rank is not None for each in found] == complete
    rated = [each.totals.rated > 0 for each in found]
    assert rated == sorted(rated, reverse=True)


@settings(max_examples=20)
@given(levels)
def test_positions_are_ranked_by_the_same_keys(said):
    """The largest shortfall, then the sum, then coverage, then fit, of those assessed alike."""
    found = against_all(person("S-0", said), COMPARISON)
    standing = [
        (
            not each.is_complete,
            not each.totals.rated,
            list(State).index(each.state),
            each.largest_shortfall,
            each.totals.shortfall,
            -each.totals.coverage_pct,
            -(each.totals.fit_pct or 0),
            book().positions.index(each.target),
        )
        for each in found
    ]
    assert standing == sorted(standing)
