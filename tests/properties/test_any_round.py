"""The sums of any people: what always holds of them, and what never changes them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from answers import answer
from builders import COMPETENCIES, book
from jdgap.assessments import Count, NoLevel
from jdgap.gaps import Comparison, Status, Totals, compare_person, totals
from jdgap.gaps.organisation import organisation_gaps

words = st.one_of(st.integers(1, 5), st.sampled_from(NoLevel))
levels = st.dictionaries(st.sampled_from(COMPETENCIES), st.tuples(words, words), min_size=1)
positions = st.sampled_from(book().positions)
counts = st.sampled_from(Count)
departments = st.sampled_from(["บัญชี", "สินเชื่อ", "ฝ่ายใหม่", ""])
someone = st.tuples(levels, positions, departments)


def compared(said, position, count=Count.EITHER):
    return compare_person(answer("S-1", said, position=position.id), book(), position, count)


def people_of(drawn):
    comparison = Comparison(book())
    return [
        comparison.person(
            answer(
                f"S-{number}", said, position=position.id, department=name, file=f"{number}.xlsx"
            ),
            position,
        )
        for number, (said, position, name) in enumerate(drawn)
    ]


def check_totals(found: Totals) -> None:
    assert 0 <= found.met <= found.rated <= found.required
    for percentage in (found.fit_pct, found.met_pct):
        assert (percentage is None) == (found.rated == 0)
    for percentage in (found.fit_pct, found.met_pct, found.coverage_pct):
        assert percentage is None or 0 <= percentage <= 100
    if found.rated:
        assert (found.fit_pct == 100) == (found.shortfall == 0) == (found.met_pct == 100)
    if found.required:
        assert found.coverage_pct == 100 * found.rated / found.required


@given(levels, positions, counts)
def test_what_holds_of_one_person(said, position, count):
    """A shortfall is the gap below zero; the status says where the gap is; sums stay in bounds."""
    person = compared(said, position, count)
    signs = {-1: Status.BELOW, 0: Status.MET, 1: Status.EXCEEDED}
    for each in person.results:
        if each.gap is None:
            assert (each.actual_level, each.shortfall) == (None, None)
            assert each.status in {Status.NOT_ASSESSED, Status.NOT_APPLICABLE}
        else:
            assert each.actual_level == each.required_level + each.gap
            assert each.shortfall == -min(each.gap, 0)
            assert each.status is signs[(each.gap > 0) - (each.gap < 0)]
    for found in (person.totals, *person.totals_by_group.values()):
        check_totals(found)


@given(levels, positions, st.randoms(use_true_random=False))
def test_the_order_of_results_changes_no_total(said, position, random):
    """However the results stand."""
    results = list(compared(said, position).results)
    assert totals(random.sample(results, len(results))) == totals(results)


@given(levels, positions, st.data())
def test_a_surplus_changes_no_total(said, position, data):
    """Who is higher still, where the requirement was met, fits no better for it."""
    person = compared(said, position)
    better = dict(said)
    for each in person.results:
        if each.shortfall == 0 and data.draw(st.booleans()):
            more = data.draw(st.integers(each.actual_level, 5))
            better[each.competency.id] = (more, NoLevel.BLANK)
    assert compared(better, position).totals == person.totals


@given(levels, positions, st.integers(1, 5), st.data())
def test_one_level_more_never_lowers_coverage(said, position, level, data):
    """A blank that is filled in adds one, and takes nothing from the others."""
    key = data.draw(st.sampled_from(sorted(position.required)))
    before = compared(said | {key: (NoLevel.BLANK, NoLevel.BLANK)}, position).totals
    after = compared(said | {key: (level, NoLevel.BLANK)}, position).totals
    missing = max(0, position.required[key] - level)
    assert (after.required, after.rated) == (before.required, before.rated + 1)
    assert (after.met, after.shortfall) == (before.met + (not missing), before.shortfall + missing)


@settings(max_examples=25)
@given(st.lists(someone, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(drawn, random):
    """Not the sums, the departments, the needs or who stands behind them."""
    people = people_of(drawn)
    first = organisation_gaps(people, book())
    assert organisation_gaps(random.sample(people, len(people)), book()) == first


@settings(max_examples=25)
@given(st.lists(someone, max_size=6))
def test_what_holds_of_an_organisation(drawn):
    """Departments and competencies add up to the whole, and each need has its people."""
    people = people_of(drawn)
    found = organisation_gaps(people, book())
    for unit in (found.whole, *found.departments):
        check_totals(unit.totals)
        for name in ("required", "rated", "shortfall"):
            whole = getattr(unit.totals, name)
            assert sum(getattr(each, name) for each in unit.competencies.values()) == whole
            assert sum(getattr(each, name) for each in unit.totals_by_group.values()) == whole
    for name in ("required", "rated", "met", "shortfall"):
        parts = [getattr(each.totals, name) for each in found.departments]
        assert sum(parts) == getattr(found.whole.totals, name)
        assert sum(getattr(each.totals, name) for each in people) == sum(parts)
    assert sum(found.distribution.values()) == found.whole.totals.rated
    for need in found.needs:
        short = [
            next(
                each.shortfall
                for each in person.results
                if each.competency is need.summary.competency
            )
            for person in need.people
        ]
        assert short == sorted(short, reverse=True)
        assert (sum(short), len(short), short[0]) == (
            need.summary.shortfall,
            need.summary.below,
            need.summary.largest_shortfall,
        )
