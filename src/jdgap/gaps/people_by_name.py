"""The people of a round by their names, whatever is written before them."""

import re
from collections.abc import Iterable
from typing import Final

from jdgap.assessments.reports.model import KeptPerson
from jdgap.assessments.roster.bare_names import BareName, bare_name

_NUMBER: Final = re.compile("P-[0-9]{3,}")
"""What `--anonymise` calls people without an id that may be told; each round counts anew."""


def name_of(person: KeptPerson) -> str:
    """Return a person's name, "" where `--anonymise` has put the id there."""
    return "" if person.name == person.employee_id else person.name


def is_number(person: KeptPerson) -> bool:
    """Return whether somebody has no name but a number that says nothing in another round."""
    return person.name == person.employee_id and _NUMBER.fullmatch(person.name) is not None


class ByName:
    """The people of one round, to be found by name.

    Args:
        people: Everybody in it.
    """

    def __init__(self, people: Iterable[KeptPerson]) -> None:
        self._people: dict[str, list[tuple[BareName, KeptPerson]]] = {}
        for person in people:
            name = bare_name(name_of(person))
            self._people.setdefault(name.key, []).append((name, person))
        self._people.pop("", None)

    def of(self, name: str) -> list[KeptPerson]:
        """Return who may have a name; nobody has none."""
        wanted = bare_name(name)
        found = self._people.get(wanted.key, ())
        return [person for known, person in found if wanted.may_be(known)]
