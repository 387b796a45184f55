"""Answers of invented people, for the tests of whole rounds."""

from datetime import datetime

from jdgap.assessments import Assessment, NoLevel, Rating
from jdgap.assessments.roster.roster import Roster, StaffMember
from jdgap.problems import Place


def answer(
    employee="S-1",
    levels=None,
    *,
    file="a.xlsx",
    cell="",
    name="ก ข",
    position="officer-it",
    department="",
    round_="2569",
    at=None,
):
    """An answer; `levels` by competency id are self levels, or self and supervisor levels."""
    ratings = {
        key: Rating(
            *(said if isinstance(said, tuple) else (said, NoLevel.BLANK)),
            Place(file, "S", f"B{row}"),
        )
        for row, (key, said) in enumerate((levels or {"unity": 3}).items(), start=7)
    }
    return Assessment(
        Place(file, "S", cell),
        employee,
        name,
        position,
        "",
        department,
        round_,
        ratings,
        None if at is None else datetime.fromisoformat(at),
    )


def member(employee="S-1", *, name="ก ข", position="officer-it", department=""):
    return StaffMember(Place("staff.xlsx", "S", "A2"), employee, name, position, "", department, "")


def roster(*people, doubtful=()):
    return Roster(tuple(people), (), frozenset(doubtful))
