"""Answers against the list of staff: what the roster knows fills what an answer leaves out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from jdgap.assessments.model import Assessment
from jdgap.assessments.roster.bare_names import BareName, bare_name
from jdgap.assessments.roster.roster import Roster, StaffMember
from jdgap.positions import Book
from jdgap.problems import Place, Problem
from jdgap.text.names import id_key, name_key

_Where: TypeAlias = tuple[str, str, int]
"""A file, a sheet and a row; 0 for the whole sheet."""


class RosterMatching:
    """The people of a roster, found by what an answer says.

    Args:
        roster: The list of staff.
    """

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self._by_id = {id_key(each.employee_id): each for each in roster.people}
        self._by_name: dict[str, list[tuple[BareName, StaffMember]]] = {}
        for each in roster.people:
            name = bare_name(each.name)
            self._by_name.setdefault(name.key, []).append((name, each))
        self._doubtful: dict[str, list[BareName]] = {}
        for name in map(bare_name, roster.doubtful_names):
            self._doubtful.setdefault(name.key, []).append(name)

    def member(self, assessment: Assessment) -> StaffMember | None:
        """Return who answered: by the id, or where there is none by a name that only one has.

        What is written before names (`นาย`, `Mr.`) may be left out on one side. Where it tells two
        people of one name apart, it has to be there.
        """
        if assessment.employee_id:
            return self._by_id.get(id_key(assessment.employee_id))
        name = bare_name(assessment.name)
        found, doubtful = self._of_name(name)
        if len(found) == 1 and not doubtful:
            return found[0][1]
        titles = [each.title for each, _member in found] + [each.title for each in doubtful]
        if not name.title or "" in titles or titles.count(name.title) != 1:
            return None
        return next((member for each, member in found if each.title == name.title), None)

    def _of_name(self, name: BareName) -> tuple[list[tuple[BareName, StaffMember]], list[BareName]]:
        """Return who on the roster may have a name, and who on a row that was left out."""
        found = [each for each in self._by_name.get(name.key, ()) if name.may_be(each[0])]
        return found, [each for each in self._doubtful.get(name.key, ()) if name.may_be(each)]

    def completed(self, assessment: Assessment) -> Assessment:
        """Return the answer with what the roster knows.

        The id is written as on the roster, and the roster's department counts before the answer's
        own. Its name and position fill in what is missing; they never replace what was answered.
        """
        member = self.member(assessment)
        if member is None:
            return assessment
        known = assessment.position_id is not None
        return replace(
            assessment,
            employee_id=member.employee_id,
            name=assessment.name or member.name,
            position_id=assessment.position_id if known else member.position_id,
            position_written=assessment.position_written or member.position_written,
            department=member.department or assessment.department,
        )

    def problems(self, assessments: Iterable[Assessment], book: Book) -> Iterable[Problem]:
        """Yield where answers and roster disagree.

        An answer without id and name is a missing-employee already.
        """
        for each in assessments:
            member = self.member(each)
            who = each.employee_id or each.name
            if member is not None:
                yield from _differences(each, member, book)
            elif who and not self._is_doubtful(each):
                code = "several-on-roster" if self._is_one_of_several(each) else "not-on-roster"
                yield Problem(code, each.place, who, {"employee": who})

    def _is_doubtful(self, assessment: Assessment) -> bool:
        """Return whether only a row that was left out of the roster can be this employee's."""
        if assessment.employee_id:
            return id_key(assessment.employee_id) in self.roster.doubtful
        found, doubtful = self._of_name(bare_name(assessment.name))
        return bool(doubtful) and not found

    def _is_one_of_several(self, assessment: Assessment) -> bool:
        """Return whether it has no id, and a name that several people on the roster have."""
        return not assessment.employee_id and bool(self._of_name(bare_name(assessment.name))[0])


def _differences(answer: Assessment, member: StaffMember, book: Book) -> Iterable[Problem]:
    who = {"employee": answer.employee_id or answer.name}
    if answer.name and not _is_same(answer.name, member.name):
        facts = who | {"found": answer.name, "wanted": member.name}
        yield Problem("name-differs-from-roster", answer.place, answer.name, facts)
    if answer.position_id and member.position_id and answer.position_id != member.position_id:
        found, wanted = (
            book.position_by_id[each].title.text
            for each in (answer.position_id, member.position_id)
        )
        facts = who | {"found": found, "wanted": wanted}
        yield Problem("position-differs-from-roster", answer.place, found, facts)


def _is_same(one: str, other: str) -> bool:
    return name_key(one) == name_key(other) or bare_name(one).may_be(bare_name(other))


def with_roster_positions(
    problems: Iterable[Problem],
    before: Iterable[Assessment],
    after: Iterable[Assessment],
    book: Book,
) -> list[Problem]:
    """Return `problems` as they are once the roster has filled in positions.

    One that was missing is no problem then. One that nobody knows stays, with what was counted.

    Args:
        problems: What was wrong with reading the answers.
        before: The answers as read.
        after: The same, completed.
        book: Whose titles are said.
    """
    filled = {
        _where(old.place): book.position_by_id[new.position_id].title.text
        for old, new in zip(before, after, strict=True)
        if old.position_id is None and new.position_id
    }
    return [told for each in problems if (told := _told(each, filled)) is not None]


def _told(problem: Problem, filled: Mapping[_Where, str]) -> Problem | None:
    """Return a problem about a position with the one that was filled in; None for no problem."""
    if problem.code not in {"missing-position", "unknown-position"}:
        return problem
    file, sheet, row = _where(problem.place)
    # A form has one position, wherever on the sheet it is asked for.
    counted = filled.get((file, sheet, row)) or filled.get((file, sheet, 0))
    if counted is None:
        return problem
    if problem.code == "missing-position":
        return None
    facts = {"name": problem.facts["name"], "wanted": counted}
    return Problem("position-from-roster", problem.place, problem.value, facts)


def _where(place: Place) -> _Where:
    return place.file, place.sheet, place.row
