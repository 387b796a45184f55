"""Who of two rounds is the same person: by employee id, else by a name that only one has."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from jdgap.assessments.cells.person_names import may_be_one_person
from jdgap.assessments.reports.model import KeptPerson
from jdgap.gaps.people_by_name import ByName, is_number, name_of
from jdgap.problems import Place, Problem
from jdgap.text.names import id_key

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
    problems += [*_numbered(before), *_numbered(after)]
    problems += _namesakes(before, after, (*new_people, *leavers))
    return Matched(pairs, leavers, new_people, tuple(problems))


def _by_id(before: list[KeptPerson], after: list[KeptPerson]) -> dict[int, KeptPerson]:
    """Return the person of then for each of now who has the same employee id."""
    known = {_id_key(each): each for each in before}
    known.pop("", None)
    return {id(each): known[_id_key(each)] for each in after if _id_key(each) in known}


def _id_key(person: KeptPerson) -> str:
    return "" if is_number(person) else id_key(person.employee_id)


def _by_name(
    before: list[KeptPerson], after: list[KeptPerson], partners: Mapping[int, KeptPerson]
) -> dict[int, KeptPerson]:
    """Return the same by name, where one of the two has no id and nobody else has the name."""
    taken = {id(person) for person in partners.values()}
    then, now = ByName(before), ByName(after)
    found: dict[int, KeptPerson] = {}
    for each in after:
        if id(each) in partners:
            continue
        others = then.of(name_of(each))
        if len(others) != 1 or id(others[0]) in taken or (_id_key(each) and _id_key(others[0])):
            continue
        # What is written before names may be left out, unless it tells two people apart.
        if len(now.of(name_of(others[0]))) == 1:
            found[id(each)] = others[0]
    return found


def _differ(then: KeptPerson, now: KeptPerson) -> bool:
    one, other = name_of(then)[:_LONGEST_NAME], name_of(now)[:_LONGEST_NAME]
    return bool(one and other and one != other) and not may_be_one_person(one, other)


def _renamed(then: KeptPerson, now: KeptPerson) -> Problem:
    facts = {"employee": now.employee_id, "then": then.name, "now": now.name}
    return Problem("name-changed", now.place, now.employee_id, facts)


def _namesakes(
    before: list[KeptPerson], after: list[KeptPerson], alone: Iterable[KeptPerson]
) -> Iterator[Problem]:
    """Yield a problem for each name that people have with other ids in the other round.

    Args:
        before: Everybody of then.
        after: Everybody of now.
        alone: Those who are in one of the rounds only.
    """
    then, now = ByName(before), ByName(after)
    told: set[frozenset[int]] = set()
    for person in alone:
        name = name_of(person)
        ours, theirs = now.of(name), then.of(name)
        who = frozenset(map(id, (*ours, *theirs)))
        if not ours or not theirs or who in told:
            continue
        told.add(who)
        facts = {
            "employee": ours[0].name,
            "then": [each.employee_id or "—" for each in theirs],
            "now": [each.employee_id or "—" for each in ours],
        }
        yield Problem("perhaps-one-person", ours[0].place, ours[0].name, facts)


def _numbered(people: list[KeptPerson]) -> Iterator[Problem]:
    """Yield a problem where people are called by numbers that say nothing in another round."""
    numbered = [each for each in people if is_number(each)]
    if numbered:
        first = numbered[0]
        place = Place(first.place.file, first.place.sheet)
        facts = {"count": len(numbered)}
        yield Problem("numbered-people", place, first.employee_id, facts)


def _elsewhere(person: KeptPerson, several: Iterable[KeptPerson]) -> dict[str, object]:
    other = next(each for each in several if each is not person).place
    return {"employee": person.employee_id, "other": other.written}
