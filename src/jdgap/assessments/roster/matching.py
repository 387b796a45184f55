"""Answers against the list of staff: what the roster knows fills what an answer leaves out."""

from collections.abc import Iterable
from dataclasses import replace

from jdgap.assessments.model import Assessment
from jdgap.assessments.roster.roster import Roster, StaffMember
from jdgap.positions import Book
from jdgap.problems import Problem
from jdgap.text.names import id_key, name_key


class RosterMatching:
    """The people of a roster, found by what an answer says.

    Args:
        roster: The list of staff.
    """

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self._by_id = {id_key(each.employee_id): each for each in roster.people}
        self._by_name: dict[str, StaffMember | None] = {}
        for each in roster.people:
            key = name_key(each.name)
            several = key in self._by_name or key in roster.doubtful_names
            self._by_name[key] = None if several else each

    def member(self, assessment: Assessment) -> StaffMember | None:
        """Return who answered: by the id, or where there is none by a name that only one has."""
        if assessment.employee_id:
            return self._by_id.get(id_key(assessment.employee_id))
        return self._by_name.get(name_key(assessment.name))

    def completed(self, assessment: Assessment) -> Assessment:
        """Return the answer with what the roster knows.

        The roster's department counts before the answer's own. Its id, name and position fill
        in what is missing; they never replace what was answered.
        """
        member = self.member(assessment)
        if member is None:
            return assessment
        known = assessment.position_id is not None
        return replace(
            assessment,
            employee_id=assessment.employee_id or member.employee_id,
            name=assessment.name or member.name,
            position_id=assessment.position_id if known else member.position_id,
            position_written=assessment.position_written or member.position_written,
            department=member.department or assessment.department,
        )

    def _is_doubtful(self, assessment: Assessment) -> bool:
        """Return whether only a row that was left out of the roster can be this employee's."""
        if assessment.employee_id:
            return id_key(assessment.employee_id) in self.roster.doubtful
        key = name_key(assessment.name)
        return key in self.roster.doubtful_names and key not in self._by_name

    def _is_one_of_several(self, assessment: Assessment) -> bool:
        """Return whether it has no id, and a name that several people on the roster have."""
        return not assessment.employee_id and name_key(assessment.name) in self._by_name

    def problems(self, assessments: Iterable[Assessment], book: Book) -> Iterable[Problem]:
        """Yield where answers and roster disagree."""
        for each in assessments:
            member = self.member(each)
            if member is not None:
                yield from _differences(each, member, book)
            elif not self._is_doubtful(each):
                who = each.employee_id or each.name
                code = "several-on-roster" if self._is_one_of_several(each) else "not-on-roster"
                yield Problem(code, each.place, who, {"employee": who})


def _differences(answer: Assessment, member: StaffMember, book: Book) -> Iterable[Problem]:
    who = {"employee": answer.employee_id or answer.name}
    if answer.name and name_key(answer.name) != name_key(member.name):
        facts = who | {"found": answer.name, "wanted": member.name}
        yield Problem("name-differs-from-roster", answer.place, answer.name, facts)
    if answer.position_id and member.position_id and answer.position_id != member.position_id:
        found, wanted = (
            book.position_by_id[each].title.text
            for each in (answer.position_id, member.position_id)
        )
        facts = who | {"found": found, "wanted": wanted}
        yield Problem("position-differs-from-roster", answer.place, found, facts)


def without_answered(
    problems: Iterable[Problem], before: Iterable[Assessment], after: Iterable[Assessment]
) -> list[Problem]:
    """Return `problems` without the missing positions that the roster has filled in."""
    filled = {
        (old.place.file, old.place.sheet, old.place.row)
        for old, new in zip(before, after, strict=True)
        if old.position_id is None and not old.position_written and new.position_id
    }
    return [
        each
        for each in problems
        if each.code != "missing-position"
        or (each.place.file, each.place.sheet, each.place.row) not in filled
    ]
