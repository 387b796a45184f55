"""Many people together, against a calculation of its own."""

import random
from collections import defaultdict
from fractions import Fraction

from answers import answer
from builders import COMPETENCIES, book
from jdgap.assessments import NoLevel
from jdgap.gaps import Comparison
from jdgap.gaps.organisation import organisation_gaps

SAID = [1, 2, 3, 4, 5, NoLevel.BLANK, NoLevel.NOT_APPLICABLE, NoLevel.UNUSABLE]


def people(*answers):
    comparison = Comparison(book())
    positions = book().position_by_id
    return [comparison.person(each, positions[each.position_id]) for each in answers]


def office(seed, size=60):
    """People of all positions with levels at random."""
    chance = random.Random(seed)  # noqa: S311
    ids = [each.id for each in book().positions]
    return [
        answer(
            f"S-{number}",
            {key: (chance.choice(SAID), chance.choice(SAID)) for key in COMPETENCIES},
            position=chance.choice(ids),
            department=chance.choice(["บัญชี", "สินเชื่อ", "ฝ่ายใหม่", ""]),
            file=f"{number:03}.xlsx",
        )
        for number in range(size)
    ]


def counted(answers):
    """By department and competency, and for all (""-less key None): plain sums in plain loops."""
    sums = defaultdict(lambda: defaultdict(Fraction))
    for said in answers:
        for key, required in book().position_by_id[said.position_id].required.items():
            own, other = said.ratings[key].self_level, said.ratings[key].supervisor_level
            actual = own if other in {NoLevel.BLANK, NoLevel.UNUSABLE} else other
            for where in (
                (said.department, key),
                (said.department, None),
                (None, key),
                (None,) * 2,
            ):
                sums[where]["required"] += 1
                if isinstance(actual, int):
                    sums[where]["rated"] += 1
                    sums[where]["gap"] += actual - required
                    sums[where]["below"] += actual < required
                    sums[where]["shortfall"] += max(0, required - actual)
                    sums[where]["reached"] += min(actual, required)
                    sums[where]["levels"] += required
    return sums


def test_sums_of_departments_and_of_the_whole():
    """Each competency, each department and everything agree with a count of its own."""
    answers = office(1)
    found = organisation_gaps(people(*answers), book())
    wanted = counted(answers)
    for unit, name in [(found.whole, None), *((each, each.name) for each in found.departments)]:
        total = wanted[name, None]
        assert unit.totals.required == total["required"]
        assert unit.totals.rated == total["rated"]
        assert unit.totals.shortfall == total["shortfall"]
        assert unit.totals.fit_pct == float(100 * total["reached"] / total["levels"])
        for key, summary in unit.competencies.items():
            sums = wanted[name, key]
            assert summary.required == sums["required"]
            assert summary.rated == sums["rated"]
            assert summary.below == sums["below"]
            assert summary.shortfall == sums["shortfall"]
            assert summary.gap_sum == sums["gap"]
    assert sum(each.people for each in found.departments) == found.whole.people == len(answers)


def test_the_order_of_people_changes_nothing():
    """Not the sums, not the order of needs, not who stands behind them."""
    answers = office(2)
    first = organisation_gaps(people(*answers), book())
    for seed in range(3):
        shuffled = random.Random(seed).sample(answers, len(answers))  # noqa: S311
        again = organisation_gaps(people(*shuffled), book())
        assert again.departments == first.departments
        assert again.distribution == first.distribution
        assert _needs(again) == _needs(first)


def _needs(found):
    return [
        (need.summary, [each.assessment.employee_id for each in need.people])
        for need in found.needs
    ]


def test_departments_stand_in_the_books_order():
    """Those that the book does not know come after them by name, and nobody's come last."""
    names = ["", "ฮ", "สินเชื่อ", "ก", "บัญชี"]
    answers = [answer(f"S-{n}", department=name) for n, name in enumerate(names)]
    found = organisation_gaps(people(*answers), book())
    assert [each.name for each in found.departments] == ["บัญชี", "สินเชื่อ", "ก", "ฮ", ""]


def test_needs_are_ranked():
    """By total shortfall, then by people below, then by the largest, then as in the book."""
    position = book().position_by_id["head-it"].required
    short = [{"integrity": 2, "unity": 1}, {"unity": 1, "achievement": 1}, {"service-mind": 1}]
    answers = [
        answer(
            f"S-{number}",
            {key: level - less.get(key, 0) for key, level in position.items()},
            position="head-it",
        )
        for number, less in enumerate(short)
    ]
    found = organisation_gaps(people(*answers), book())
    assert [
        (each.summary.competency.id, each.summary.shortfall, each.summary.below)
        for each in found.needs
    ] == [("unity", 2, 2), ("integrity", 2, 1), ("service-mind", 1, 1), ("achievement", 1, 1)]


def test_who_stands_behind_a_need():
    """The largest shortfall first, then by employee id as people count."""
    answers = [
        answer("S-10", {"unity": 2}),
        answer("S-9", {"unity": 2}),
        answer("S-11", {"unity": 1}),
        answer("S-1", {"unity": 3}),
    ]
    found = organisation_gaps(people(*answers), book())
    assert _needs(found)[0][1] == ["S-11", "S-9", "S-10"]


def test_the_spread_of_gaps():
    """How many ratings have each gap; what was not rated is in none."""
    answers = [
        answer("S-1", {"unity": 1, "trust": 5}),
        answer("S-2", {"unity": 5}),
        answer("S-3", {"unity": NoLevel.NOT_APPLICABLE}),
    ]
    assert organisation_gaps(people(*answers), book()).distribution == {-2: 1, 2: 1}


def test_nobody():
    """An empty organisation has empty numbers, not an error."""
    found = organisation_gaps([], book())
    assert (found.whole.people, found.departments, found.needs) == (0, (), ())
    assert found.whole.totals.fit_pct is None


def test_people_stand_by_department_and_id():
    """Whatever file they came from."""
    answers = [
        answer("S-10", department="สินเชื่อ", file="a"),
        answer("S-9", department="สินเชื่อ", file="b"),
        answer("S-1", department="", file="c"),
        answer("S-2", department="บัญชี", file="d"),
    ]
    found = organisation_gaps(people(*answers), book()).people
    assert [each.assessment.employee_id for each in found] == ["S-2", "S-9", "S-10", "S-1"]


def test_severe_shortfalls_are_counted_beside_the_averages():
    """Ratings of a competency; of a unit people, however many shortfalls each has."""
    answers = [
        answer("S-1", {"unity": 1, "integrity": 1}, department="บัญชี"),
        answer("S-2", {"unity": 2, "integrity": 5}, department="บัญชี"),
        answer("S-3", {"unity": 1}, department="สินเชื่อ"),
        answer("S-4", {"unity": NoLevel.BLANK}, department="สินเชื่อ"),
    ]
    found = organisation_gaps(people(*answers), book())
    assert [each.people_severe for each in (*found.departments, found.whole)] == [1, 1, 2]
    severe = {key: each.severe for key, each in found.whole.competencies.items() if each.severe}
    assert severe == {"unity": 2, "integrity": 1}
    assert (found.whole.severe_shortfalls(), found.whole.severe_shortfalls("core")) == (3, 3)
    assert found.whole.severe_shortfalls("functional") == 0
