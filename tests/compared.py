"""A comparison in which everything happens once, for the tests of what shows it."""

from jdgap.assessments.reports.model import KeptCompetency
from jdgap.gaps.changes import RoundComparison
from jdgap.gaps.comparing import compare_rounds
from jdgap.problems import Place, Problem
from kept_rounds import a_round, person

COMPETENCIES = {
    "unity": KeptCompetency("unity", "Unity", "core"),
    "trust": KeptCompetency("trust", "Trust", "leadership"),
    "coaching": KeptCompetency("coaching", "Coaching", "leadership"),
}
PROBLEM = Problem("missing-level", Place("new.xlsx", "S", "B7"), facts={"competency": "Unity"})


def then_people():
    return (
        person("S-1", name="Rose", unity=(3, 2), trust=(3, 3)),
        person("S-2", name="Fell", unity=(3, 3), trust=(3, 3)),
        person("S-3", name="Stayed", unity=(3, 1), trust=(3, None)),
        person("S-4", name="Moved", unity=(3, 3), trust=(3, 3)),
        person("S-5", name="Left", unity=(3, 1), trust=(3, 3)),
        person("S-6", "head", name="Eased", department="การเงิน", coaching=(4, 3)),
    )


def now_people():
    return (
        person("S-1", name="Rose", unity=(3, 3), trust=(3, 3)),
        person("S-2", name="Fell", unity=(3, 1), trust=(3, 3)),
        person("S-3", name="Stayed", unity=(3, 1), trust=(3, 3)),
        person("S-4", "head", name="Moved", department="การเงิน", unity=(5, 4), coaching=(3, 3)),
        person("S-6", "head", name="Eased", department="การเงิน", coaching=(3, 3)),
        person("S-7", name="New", unity=(3, 3), trust=(3, 2)),
    )


def a_comparison(then=None, now=None, **options) -> RoundComparison:
    """Two rounds of six people each, unless others are given."""
    given = {"competencies": COMPETENCIES} | options
    old = a_round(*(then or then_people()), round_="2568", source="old.xlsx", **given)
    new = a_round(*(now or now_people()), round_="2569", source="new.xlsx", **given)
    return compare_rounds(old, new, [PROBLEM])
