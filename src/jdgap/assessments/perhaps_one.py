"""Two employees of one round who may be one: only one has an id, or one id has leading zeros."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from jdgap.assessments.cells.person_names import may_be_one_person
from jdgap.assessments.model import Assessment
from jdgap.assessments.roster.bare_names import BareName, bare_name
from jdgap.problems import Place, Problem

_LEADING_ZEROS: Final = re.compile("(?<![0-9])0+(?=[0-9])")
_Key: TypeAlias = tuple[str, str]
"""Under which an employee is known, and the round."""


def perhaps_one_employee(
    employees: Mapping[tuple[str | Place, str], Sequence[Assessment]],
) -> Iterator[Problem]:
    """Yield a problem for each employee who is perhaps another one, too.

    Nobody is taken for another: `7` and `007` may be two people, and so may two of one name.

    Args:
        employees: The answers of each employee and round: at least one, known by the id or, where
            there is none, by the name.
    """
    with_id: dict[_Key, Assessment] = {}
    without: list[Assessment] = []
    for (key, round_), (first, *_others) in employees.items():
        if isinstance(key, str):
            if first.employee_id:
                with_id[key, round_] = first
            else:
                without.append(first)
    if without:
        yield from _without_id(without, with_id.values())
    yield from _with_zeros(with_id)


def _without_id(without: Iterable[Assessment], with_id: Iterable[Assessment]) -> Iterator[Problem]:
    """Yield a problem for each who gave only a name that somebody else has, too.

    That is somebody with an id, or who wrote the name with another title: `นาย`, or none.
    """
    found: dict[_Key, list[tuple[BareName, Assessment]]] = {}
    for each in with_id:
        name = bare_name(each.name)
        found.setdefault((name.key, each.round), []).append((name, each))
    for each in without:
        name = bare_name(each.name)
        known = found.setdefault((name.key, each.round), [])
        other = next((one for of_one, one in known if of_one.may_be(name)), None)
        if other is not None:
            yield _perhaps(each, other)
        known.append((name, each))


def _with_zeros(with_id: Mapping[_Key, Assessment]) -> Iterator[Problem]:
    """Yield a problem for each whose id another one has without, or with fewer, leading zeros."""
    if len({len(key) for key, _round in with_id}) <= 1:  # so it is in most places
        return
    found: dict[_Key, Assessment] = {}
    for (key, round_), each in with_id.items():
        if "@" in key or not _LEADING_ZEROS.search(key):
            continue
        bare = _LEADING_ZEROS.sub("", key), round_
        other = with_id.get(bare) or found.setdefault(bare, each)
        if other is not each and may_be_one_person(other.name, each.name):
            yield _perhaps(each, other)


def _perhaps(one: Assessment, other: Assessment) -> Problem:
    who = one.employee_id or one.name
    facts = {"employee": who, "other": other.place.written}
    return Problem("perhaps-one-employee", one.place, who, facts)
