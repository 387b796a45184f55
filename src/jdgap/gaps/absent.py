"""Who of those that are in the older round only did not leave: the newer round knows of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from jdgap.assessments.reports.model import KeptPerson, KeptRound
from jdgap.assessments.roster.bare_names import bare_name
from jdgap.gaps.people_by_name import is_number, name_of
from jdgap.text.names import id_key


@dataclass(frozen=True, slots=True)
class Absent:
    """People who are in the older round only.

    Attributes:
        without_result: Those of whom the newer round knows.
        leavers: The others.
    """

    without_result: tuple[KeptPerson, ...]
    leavers: tuple[KeptPerson, ...]


def absent(people: Iterable[KeptPerson], new: KeptRound) -> Absent:
    """Return who of `people` is without a result in the newer round, and who left.

    Args:
        people: Those who are in the older round only.
        new: The newer round as it was read: an employee id that several have in it is nobody's
            result.
    """
    everybody = tuple(people)
    ids = {id_key(each.employee_id) for each in new.absentees}
    ids |= {id_key(each.employee_id) for each in new.people}
    nameless = [bare_name(each.name) for each in new.absentees if not each.employee_id]
    known_names = Counter(each.key for each in nameless)
    names = Counter(bare_name(name_of(each)).key for each in everybody)

    def is_known(person: KeptPerson) -> bool:
        if is_number(person):
            return False
        if person.employee_id and id_key(person.employee_id) in ids:
            return True
        name = bare_name(name_of(person))
        if not name.key or names[name.key] > 1 or known_names[name.key] != 1:
            return False
        return any(name.may_be(each) for each in nameless)

    found = [(each, is_known(each)) for each in everybody]
    return Absent(
        tuple(each for each, known in found if known),
        tuple(each for each, known in found if not known),
    )
