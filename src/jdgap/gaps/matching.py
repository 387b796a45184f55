"""Who of two rounds is the same person: by employee id, else by a name that only one has."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from jdgap.assessments.cells.person_names import may_be_one_person
from jdgap.assessments.reports.model import KeptPerson
from jdgap.problems import Place, Problem
from jdgap.text.names import id_key, name_key

_NUMBER: Final = re.compile("P-[0-9]{3,}")
"""What `--anonymise` calls people without an id that may be told; each round counts anew."""

_LONGEST_NAME: Final = 80
"""Characters of a name that are looked at for how alike two are, which takes their square."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Two rounds' people.

    Attributes:
        pairs: Who is in both, then and now, in the newer round's order.
        leavers: Who is in the older round only.
        new_people: Who is in the newer round only.
        problems: What people should look at.
    """

    pairs: tuple[tuple[KeptPerson, KeptPerson], ...]
    leavers: tuple[KeptPerson, ...]
    new_people: tuple[KeptPerson, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class OnlyOnce:
    """The people of one round, each once.

    Attributes:
        people: Those whose employee id nobody else has.
        problems: One for each of the others; nobody can tell which of them is meant.
    """

    people: tuple[KeptPerson, ...]
    problems: tuple[Problem, ...]


def only_once(people: Iterable[KeptPerson]) -> OnlyOnce:
    """Return the people of a round without those who share an employee id."""
    everybody = tuple(people)
    by_id: dict[str, list[KeptPerson]] = {}
    for person in everybody:
        by_id.setdefault(id_key(person.employee_id), []).append(person)
    by_id.pop("", None)
    repeated = {key: several for key, several in by_id.items() if len(several) > 1}
    problems = [
        Problem("duplicate-employee", each.place, each.employee_id, _elsewhere(each, several))
        for several in repeated.values()
        for each in several
    ]
    kept = tuple(each for each in everybody if id_key(each.employee_id) not in repeated)
    return OnlyOnce(kept, tuple(problems))


def match_people(old: Iterable[KeptPerson], new: Iterable[KeptPerson]) -> Matched:
    """Return who is in both rounds; in each of them an employee id stands once.

    Nobody is joined by a guess: two people of one name with different ids stay two, and so do those
    of a name that several have.
    """
    before, after = list(old), list(new)
    partners = _by_id(before, after)
    by_name = _by_name(before, after, partners)
    partners |= by_name
    taken = {id(person) for person in partners.values()}
    pairs = tuple((partners[id(each)], each) for each in after if id(each) in partners)
    leavers = tuple(each for each in before if id(each) not in taken)
    new_people = tuple(each for each in after if id(each) not in partners)
    problems = [
        Problem("matched-by-name", now.place, now.name, {"employee": now.name})
        for now in after
        if id(now) in by_name
    ]
    problems += [_renamed(then, now) for then, now in pairs if _differ(then, now)]
    problems += [*_numbered(before), *_numbered(after), *_namesakes(leavers, new_people)]
    return Matched(pairs, leavers, new_people, tuple(problems))


def _by_id(before: list[KeptPerson], after: list[KeptPerson]) -> dict[int, KeptPerson]:
    """Return the person of then for each of now who has the same employee id."""
    known = {_id_key(each): each for each in before}
    known.pop("", None)
    return {id(each): known[_id_key(each)] for each in after if _id_key(each) in known}


def _id_key(person: KeptPerson) -> str:
    return "" if _is_number(person) else id_key(person.employee_id)


def _name_of(person: KeptPerson) -> str:
    """Return a person's name, "" where `--anonymise` has put the id there."""
    return "" if person.name == person.employee_id else person.name


def _is_number(person: KeptPerson) -> bool:
    return person.name == person.employee_id and _NUMBER.fullmatch(person.name) is not None


def _by_name(
    before: list[KeptPerson], after: list[KeptPerson], partners: Mapping[int, KeptPerson]
) -> dict[int, KeptPerson]:
    """Return the same by name, where one of the two has no id and nobody else has the name."""
    taken = {id(person) for person in partners.values()}
    then = {key: each for key, each in _alone(before) if id(each) not in taken}
    return {
        id(each): then[key]
        for key, each in _alone(after)
        if id(each) not in partners and key in then and not (_id_key(each) and _id_key(then[key]))
    }


def _alone(people: list[KeptPerson]) -> Iterator[tuple[str, KeptPerson]]:
    """Yield the people whose name nobody else in the round has, with its key."""
    names = Counter(name_key(_name_of(each)) for each in people)
    for each in people:
        key = name_key(_name_of(each))
        if key and names[key] == 1:
            yield key, each


def _differ(then: KeptPerson, now: KeptPerson) -> bool:
    one, other = _name_of(then)[:_LONGEST_NAME], _name_of(now)[:_LONGEST_NAME]
    return bool(one and other and one != other) and not may_be_one_person(one, other)


def _renamed(then: KeptPerson, now: KeptPerson) -> Problem:
    facts = {"employee": now.employee_id, "then": then.name, "now": now.name}
    return Problem("name-changed", now.place, now.employee_id, facts)


def _namesakes(
    leavers: Iterable[KeptPerson], new_people: Iterable[KeptPerson]
) -> Iterator[Problem]:
    """Yield a problem for each name that somebody who left and somebody who is new both have."""
    left: dict[str, list[KeptPerson]] = {}
    for person in leavers:
        left.setdefault(name_key(_name_of(person)), []).append(person)
    came: dict[str, list[KeptPerson]] = {}
    for person in new_people:
        came.setdefault(name_key(_name_of(person)), []).append(person)
    for key, now in came.items():
        if key and key in left:
            facts = {
                "employee": now[0].name,
                "then": [each.employee_id or "—" for each in left[key]],
                "now": [each.employee_id or "—" for each in now],
            }
            yield Problem("perhaps-one-person", now[0].place, now[0].name, facts)


def _numbered(people: list[KeptPerson]) -> Iterator[Problem]:
    """Yield a problem where people are called by numbers that say nothing in another round."""
    numbered = [each for each in people if _is_number(each)]
    if numbered:
        first = numbered[0]
        place = Place(first.place.file, first.place.sheet)
        facts = {"count": len(numbered)}
        yield Problem("numbered-people", place, first.employee_id, facts)


def _elsewhere(person: KeptPerson, several: Iterable[KeptPerson]) -> dict[str, object]:
    other = next(each for each in several if each is not person).place
    where = " › ".join(part for part in (other.file, other.sheet, other.cell) if part)
    return {"employee": person.employee_id, "other": where}
