"""Rounds as they are kept, for the tests of comparing two of them."""

from jdgap.assessments import Count
from jdgap.assessments.reports.model import KeptCompetency, KeptLevels, KeptPerson, KeptRound
from jdgap.problems import Place

COMPETENCIES = ("unity", "trust", "coaching")


def levels(required=3, actual=3, **said):
    """The levels of one competency; the status is what follows from them."""
    if actual is None:
        status = "not_assessed"
    elif actual < required:
        status = "below"
    else:
        status = "met" if actual == required else "exceeded"
    return KeptLevels(required, said.get("own", actual), said.get("other"), actual, status)


def person(employee="S-1", /, position="clerk", *, name="ก ข", department="บัญชี", **rated):
    """Somebody with `(required, actual)` for each competency id; by default one that is met."""
    return KeptPerson(
        employee_id=employee,
        name=name,
        position_id=position,
        position=f"Title of {position}",
        department=department,
        levels={key: levels(*pair) for key, pair in (rated or {"unity": (3, 3)}).items()},
        place=Place("old.xlsx", "Data", "A2"),
    )


def a_round(*people, round_="", source="old.xlsx", competencies=COMPETENCIES, **other):
    """A round of `people`, in which each position requires what its people are compared with."""
    known = {
        key: competencies[key]
        if isinstance(competencies, dict)
        else KeptCompetency(key, key.title(), "core")
        for key in competencies
    }
    required = {
        each.position_id: {key: rated.required_level for key, rated in each.levels.items()}
        for each in people
    }
    given = {
        "count": Count.EITHER,
        "fingerprint": "f",
        "required": required,
        "titles": {key: f"Title of {key}" for key in required},
        "competencies": known,
    }
    return KeptRound(round=round_, source=source, people=tuple(people), **(given | other))
