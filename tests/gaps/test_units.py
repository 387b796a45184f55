"""The numbers of one department: groups and competencies of several people who share gaps."""

from answers import answer
from builders import book
from jdgap.gaps import Comparison, Totals
from jdgap.gaps.organisation import organisation_gaps

POSITION = book().position_by_id["head-it"]


def office(*short):
    """People who meet what is required but for `short`, by competency, each twice."""
    comparison = Comparison(book())
    return organisation_gaps(
        [
            comparison.person(
                answer(
                    f"S-{number}-{again}",
                    {key: level - less.get(key, 0) for key, level in POSITION.required.items()},
                    position=POSITION.id,
                    department="บัญชี",
                ),
                POSITION,
            )
            for number, less in enumerate(short)
            for again in range(2)
        ],
        book(),
    )


def test_the_groups_of_a_unit():
    """Each group counts its own competencies, everybody who shares a gap, and nothing else."""
    found = office({"unity": 1}, {"trust": 2})
    required = {
        group.id: [
            level
            for key, level in POSITION.required.items()
            if book().competency_by_id[key].group == group.id
        ]
        for group in book().groups
    }
    short = {"core": (2, 2), "functional": (0, 0), "leadership": (4, 2)}
    for unit in (found.whole, *found.departments):
        assert unit.totals_by_group == {
            group: Totals(
                required=4 * len(levels),
                rated=4 * len(levels),
                met=4 * len(levels) - short[group][1],
                shortfall=short[group][0],
                fit_pct=100 * (4 * sum(levels) - short[group][0]) / (4 * sum(levels)),
                met_pct=100 * (4 * len(levels) - short[group][1]) / (4 * len(levels)),
                coverage_pct=100,
            )
            for group, levels in required.items()
        }
    assert (found.whole.name, found.departments[0].name) == ("", "บัญชี")


def test_the_competencies_of_a_unit():
    """Its fit is that of everybody, not of one."""
    found = office({"unity": 1}, {}).whole.competencies["unity"]
    level = POSITION.required["unity"]
    assert found.fit_pct == 100 * (4 * level - 2) / (4 * level)
    assert (found.gap_sum, found.mean_gap, found.below) == (-2, -0.5, 2)


def test_the_spread_counts_everybody_who_shares_a_gap():
    """Four people twice: six of them one level below somewhere, in two competencies."""
    found = office({"unity": 1}, {"unity": 1}, {"trust": 1}, {})
    rated = 8 * len(POSITION.required)
    assert found.distribution == {-1: 6, 0: rated - 6}


def test_of_equal_needs_the_one_with_the_largest_shortfall_comes_first():
    """Where as many levels are missing, and as many people are below."""
    found = office({"unity": 2, "trust": 3}, {"unity": 2, "trust": 1})
    assert [each.summary.competency.id for each in found.needs] == ["trust", "unity"]
    assert [each.summary.largest_shortfall for each in found.needs] == [3, 2]
