"""A number that tells whether a report was changed: of all that rounds are compared by.

It does not depend on the order of people or rows, so that a report may be sorted. It guards against
mistakes, not against somebody who computes it anew.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Final

from jdgap.assessments.reports.model import KeptLevels, KeptPerson, KeptRound

_PRIME: Final = 2**61 - 1
"""All sums are taken modulo this: no product of two numbers below it is 0."""
_DIGITS: Final = 16


def checksum(frame: KeptRound, people: Iterable[KeptPerson]) -> str:
    """Return the checksum of a round, in hexadecimal digits.

    Args:
        frame: All of the round but its people, which are not looked at here.
        people: The people; each is used once and not kept.
    """
    known: dict[tuple[str, KeptLevels], int] = {}
    whole = _of_frame(frame)
    for person in people:
        said = 0
        for each in person.levels.items():
            number = known.get(each)
            if number is None:
                number = known[each] = _of_levels(*each)
            said += number
        # As a product it tells, too, whether two people have changed places.
        whole += _of_person(person) * said
    return f"{whole % _PRIME:0{_DIGITS}x}"


def _of_frame(frame: KeptRound) -> int:
    required = (
        f"{position}.{competency}={level}"
        for position, levels in sorted(frame.required.items())
        for competency, level in sorted(levels.items())
    )
    competencies = (
        f"{each.id}.{each.group}={each.name}" for _id, each in sorted(frame.competencies.items())
    )
    titles = (f"{key}={title}" for key, title in sorted(frame.titles.items()))
    said = (frame.round, frame.count.value, frame.fingerprint)
    return _number(*said, *required, *competencies, *titles, *_of_staff(frame))


def _of_staff(frame: KeptRound) -> Iterator[str]:
    """Yield what is known of the staff: nothing in the reports of versions that did not keep it."""
    if frame.staff_known or frame.absentees:
        yield f"staff {frame.staff_known}"
        yield from (f"{each.employee_id}={each.name}" for each in frame.absentees)


def _of_person(person: KeptPerson) -> int:
    return _number(
        person.employee_id, person.name, person.position_id, person.position, person.department
    )


def _of_levels(competency: str, levels: KeptLevels) -> int:
    numbers = (
        levels.required_level,
        levels.self_level,
        levels.supervisor_level,
        levels.actual_level,
    )
    return _number(competency, levels.status, *map(str, numbers))


def _number(*texts: str) -> int:
    """Return a number above 0 and below the prime."""
    content = "\0".join(texts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(content, digest_size=8).digest()) % (_PRIME - 1) + 1
