"""People whose answers stand in several rows of a table, gathered row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from jdgap.assessments.cells.person_names import may_be_one_person
from jdgap.assessments.cells.raters import Whose
from jdgap.assessments.model import Assessment, NoLevel, Rating
from jdgap.assessments.opening.grid import Value
from jdgap.assessments.people.person_columns import PersonColumns, Who
from jdgap.positions import Competency
from jdgap.problems import Place, Problem
from jdgap.text.names import id_key, name_key

Said: TypeAlias = Mapping[Whose, tuple[int | NoLevel, Place]]
"""What a row says of one competency, by the rater; the raters that it does not speak for absent."""
_NOTHING: Final[tuple[NoLevel, Place | None]] = (NoLevel.BLANK, None)


@dataclass(slots=True)
class Gathered:
    """One person, as far as the rows were read.

    Attributes:
        assessment: As its first row says it.
        who: Employee id, name and position, from whichever row says them first.
        said: What each rater said, by competency id.
        raters: Who has spoken in whole rows.
    """

    assessment: Assessment
    who: Who
    said: dict[str, dict[Whose, tuple[int | NoLevel, Place]]] = field(default_factory=dict)
    raters: set[Whose] = field(default_factory=set)

    def add(self, competency: Competency, said: Said, problems: list[Problem]) -> None:
        """Add what a row says; where another row says otherwise, neither counts."""
        known = self.said.get(competency.id)
        if known is None:
            self.said[competency.id] = dict(said)
            return
        differ = any(
            NoLevel.BLANK not in (level, known.get(rater, _NOTHING)[0]) and level != known[rater][0]
            for rater, (level, _place) in said.items()
        )
        if differ:
            facts = {"competency": competency.name.text, "other": _rating(known).place.cell}
            problems.append(Problem("duplicate-competency", _rating(said).place, facts=facts))
        for rater, (level, place) in said.items():
            before = known.get(rater)
            if differ:
                known[rater] = (NoLevel.UNUSABLE, before[1] if before else place)
            elif before is None or before[0] is NoLevel.BLANK:
                known[rater] = (level, place)

    def spoil(self, competency: Competency, said: Said) -> None:
        """Let no level count that the raters of `said` gave a competency."""
        known = self.said.setdefault(competency.id, {})
        for rater, (_level, place) in said.items():
            known[rater] = NoLevel.UNUSABLE, known[rater][1] if rater in known else place

    def whole(self) -> Assessment:
        """Return the assessment with what all rows said."""
        employee_id, name, _position = self.who
        ratings = {key: _rating(said) for key, said in self.said.items()}
        return replace(self.assessment, employee_id=employee_id, name=name, ratings=ratings)


def _rating(said: Said) -> Rating:
    own, own_place = said.get(Whose.SELF, _NOTHING)
    other, other_place = said.get(Whose.SUPERVISOR, _NOTHING)
    place = other_place if isinstance(other, int) or own_place is None else own_place
    own_cell = own_place.cell if own_place else ""
    other_cell = other_place.cell if other_place else ""
    return Rating(own, other, place or Place(""), own_cell, other_cell)


class Gathering:
    """The people of one table, in the order of their first rows.

    Rows of one person need not stand together. A row without id and name is of the person above:
    these cells may be merged.

    Args:
        people: Reads whose row it is.
    """

    def __init__(self, people: PersonColumns) -> None:
        self._people = people
        self._found: list[Gathered] = []
        self._latest: Gathered | None = None
        self._by_key: dict[tuple[str, str, str], list[Gathered]] = {}

    def assessments(self) -> list[Assessment]:
        """Return everybody, as gathered so far."""
        return [each.whole() for each in self._found]

    def person(
        self, number: int, row: Sequence[Value], problems: list[Problem], rater: Whose | None = None
    ) -> Gathered:
        """Return whose row it is.

        Args:
            number: The row, counted from 0.
            row: Its cells.
            problems: What is wrong with who it is, on a person's first row, is added here.
            rater: Who speaks in the whole row. Who has spoken before begins a second answer.
        """
        who = self._people.who(row)
        if self._latest is not None and not who[0] and not who[1]:
            return self._latest
        round_ = self._people.round(row)
        keys = tuple(_keys(who, round_))
        found = self._known(who, keys, rater)
        if found is None:
            assessment = self._people.assessment(number, row, who, {}, problems)
            found = Gathered(assessment, who)
            self._found.append(found)
        found.who = _completed(found.who, who)
        for key in keys if found.who == who else _keys(found.who, round_):
            known = self._by_key.setdefault(key, [])
            if not any(each is found for each in known):
                known.append(found)
        if rater is not None:
            found.raters.add(rater)
        self._latest = found
        return found

    def _known(
        self, who: Who, keys: tuple[tuple[str, str, str], ...], rater: Whose | None
    ) -> Gathered | None:
        """Return the person, by the id, else by the name where that leaves no doubt."""
        employee_id, name, position = who
        for key in keys:
            found = [
                each
                for each in self._by_key.get(key, ())
                if rater not in each.raters
                and (key[0] == "id" or not (employee_id and each.who[0]))
                and _agree(position, each.who[2])
                and may_be_one_person(name, each.who[1])
            ]
            if len(found) == 1:
                return found[0]
        return None


def _completed(before: Who, now: Who) -> Who:
    return before[0] or now[0], before[1] or now[1], before[2] or now[2]


def _keys(who: Who, round_: str) -> Iterator[tuple[str, str, str]]:
    employee_id, name, _position = who
    for kind, key in (("id", id_key(employee_id)), ("name", name_key(name))):
        if key:
            yield kind, key, round_


def _agree(one: str, other: str) -> bool:
    """Return whether two positions may be the same: one is not given, or they are equal."""
    return not one or not other or name_key(one) == name_key(other)
