"""Results as they may be shown to people who are not to know whose levels they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from jdgap.assessments import Assessment, Rating
from jdgap.assessments.activities.model import Activity
from jdgap.assessments.model import KnowledgeAnswer
from jdgap.assessments.opening.blanks import UNCALCULATED
from jdgap.assessments.people.row_ratings import RatedColumns, RowRatings
from jdgap.assessments.roster.roster import Roster, StaffMember
from jdgap.gaps import PersonGaps, UnrequiredRating
from jdgap.gaps.attendance import Attendance
from jdgap.gaps.organisation import OrganisationGaps
from jdgap.gaps.round import RoundResult
from jdgap.positions import Book
from jdgap.problems import Place, Problem
from jdgap.text.cleaning import shortened
from jdgap.workflows.anonymity.people import People
from jdgap.workflows.anonymity.places import Places
from jdgap.workflows.anonymity.wording import Wording


@dataclass(frozen=True, slots=True)
class Seen:
    """Everybody and everything that a result may name.

    Attributes:
        files: What was read or found, in the order of the numbers that files get.
        answers: Every answer that was read, also those that do not count.
        staff: The list of staff; None without one.
        roster: The file that it was read from, "" for none.
        any_department: Departments that nobody knows stay, unless they are called after somebody.
    """

    files: Sequence[str]
    answers: Sequence[Assessment]
    staff: Roster | None = None
    roster: str = ""
    any_department: bool = False

    @property
    def departments(self) -> set[str] | None:
        """The departments that may be told besides the book's; None for any."""
        if self.any_department:
            return None
        return {each.department for each in self.staff.people} if self.staff else set()


class Anonymity:
    """Puts labels in the place of names, the same for one person, file or sheet everywhere.

    People are called by their employee ids; where there is none, or it would tell who somebody
    is, by `P-001`, numbered in the order of `people`. Files and sheets get numbers. Of what was
    typed into cells only numbers stay, and the words of the book and of forms.

    Args:
        seen: Everything that may be named.
        book: Whose words stay.
        people: Those in the result, in its order.
    """

    def __init__(self, seen: Seen, book: Book, people: Iterable[PersonGaps]) -> None:
        staff = seen.staff.people if seen.staff else ()
        known = [(each.employee_id, each.name) for each in seen.answers]
        known += [(each.employee_id, each.name) for each in staff]
        supervisors = {each.supervisor for each in staff}
        self._people = People(known, supervisors, seen.staff.doubtful if seen.staff else ())
        for person in people:  # before the answers that do not count, which get later numbers
            self._label(person.assessment)
        answers = ((each.place, self._label(each)) for each in seen.answers)
        self._wording = Wording(book, self._people, seen.departments)
        self._places = Places(seen.files, answers, self._wording.is_known, seen.roster)
        self._columns: dict[RatedColumns, RatedColumns] = {}

    def round(self, result: RoundResult) -> RoundResult:
        """Return the result of a round without names; all its numbers are the same."""
        new = {id(each): self.person(each) for each in result.people}
        return replace(
            result,
            round=self._wording.round(result.round),
            people=tuple(new[id(each)] for each in result.people),
            organisation=self._organisation(result.organisation, new),
            attendance=self._attendance(result.attendance) if result.attendance else None,
            problems=self.problems(result.problems),
            answers=tuple(map(self._assessment, result.answers)),
            activities=without_owners(result.activities),
            supervisors={},
        )

    def person(self, person: PersonGaps) -> PersonGaps:
        """Return one person's gaps without the name."""
        return PersonGaps(
            assessment=self._assessment(person.assessment),
            position=person.position,
            compared_with=person.compared_with,
            results=person.results,
            not_required=tuple(map(self._unrequired, person.not_required)),
            groups=person.groups,
        )

    def problems(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return problems without names, in their order."""
        return tuple(map(self._problem, problems))

    def _label(self, someone: Assessment | StaffMember) -> str:
        return self._people.label(someone.employee_id, someone.name)

    def _assessment(self, said: Assessment) -> Assessment:
        label = self._label(said)
        return Assessment(
            place=self._places.of(said.place),
            employee_id=label,
            name=label,
            position_id=said.position_id,
            position_written=self._wording.told(said.position_written),
            department=self._wording.department(said.department),
            round=self._wording.round(said.round),
            ratings=self._ratings(said.ratings),
            submitted=said.submitted,
            knowledge=tuple(map(self._item, said.knowledge)),
        )

    def _item(self, answer: KnowledgeAnswer) -> KnowledgeAnswer:
        item, place = self._wording.item(answer.item), self._places.of(answer.place)
        return replace(answer, item=item, place=place)

    def _unrequired(self, rating: UnrequiredRating) -> UnrequiredRating:
        return UnrequiredRating(
            competency=rating.competency,
            self_level=rating.self_level,
            supervisor_level=rating.supervisor_level,
            place=self._places.of(rating.place),
        )

    def _ratings(self, ratings: Mapping[str, Rating]) -> Mapping[str, Rating]:
        if isinstance(ratings, RowRatings):
            columns = self._columns.get(ratings.columns)
            if columns is None:  # shared by all rows of a table
                sheet = self._places.of(ratings.columns.sheet)
                columns = replace(ratings.columns, sheet=sheet)
                self._columns[ratings.columns] = columns
            return RowRatings(columns, ratings.row, ratings.codes)
        return {
            key: replace(each, place=self._places.of(each.place)) for key, each in ratings.items()
        }

    def _organisation(
        self, organisation: OrganisationGaps, new: Mapping[int, PersonGaps]
    ) -> OrganisationGaps:
        """Return the sums with the departments and people so called; `new` is by identity."""
        return replace(
            organisation,
            people=tuple(new[id(each)] for each in organisation.people),
            departments=tuple(
                replace(unit, name=self._wording.department(unit.name))
                for unit in organisation.departments
            ),
            needs=tuple(
                replace(need, people=tuple(new[id(each)] for each in need.people))
                for need in organisation.needs
            ),
        )

    def _attendance(self, attendance: Attendance) -> Attendance:
        return replace(
            attendance,
            departments=tuple(
                replace(each, department=self._wording.department(each.department))
                for each in attendance.departments
            ),
            missing=tuple(map(self._member, attendance.missing)),
        )

    def _member(self, member: StaffMember) -> StaffMember:
        label = self._label(member)
        return StaffMember(
            place=self._places.of(member.place),
            employee_id=label,
            name=label,
            position_id=member.position_id,
            position_written=self._wording.told(member.position_written),
            department=self._wording.department(member.department),
            supervisor="",
        )

    def _problem(self, problem: Problem) -> Problem:
        facts = {key: self._fact(problem, key, fact) for key, fact in problem.facts.items()}
        who = problem.facts.get("employee")
        about_person = isinstance(who, str) and problem.value in {who, shortened(who)}
        value = str(facts["employee"]) if about_person else self._wording.told(problem.value)
        return Problem(problem.code, self._places.of(problem.place), value, facts)

    def _fact(self, problem: Problem, key: str, fact: object) -> object:
        if isinstance(fact, (list, tuple)):
            return [self._fact(problem, key, each) for each in fact]
        if not isinstance(fact, str):
            return fact  # a number
        if key == "reason" and _is_ours(problem):
            return fact
        if key == "other":
            return self._places.told(fact, problem.place)
        if key == "employee":
            return self._people.label(fact)
        return self._wording.item(fact) if key == "item" else self._wording.told(fact)


def without_owners(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Return activities without who sees to them, and where that was read."""
    return tuple(replace(each, owner="", place=Place("")) for each in activities)


def _is_ours(problem: Problem) -> bool:
    """Return whether the reason is in our words, not what a cell holds."""
    return problem.code != "level-error-value" or problem.value == UNCALCULATED
