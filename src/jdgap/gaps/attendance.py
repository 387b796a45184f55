"""Who of the staff has answered, by department."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from jdgap.assessments import Assessment
from jdgap.assessments.duplicates import employee_key
from jdgap.assessments.roster.roster import Roster, StaffMember
from jdgap.gaps.organisation import departments_in_order
from jdgap.positions import Book
from jdgap.text.names import id_key
from jdgap.text.sorting import natural_key


@dataclass(frozen=True, slots=True)
class Completion:
    """How many of some staff have answered.

    Attributes:
        department: "" for those who belong to none, and for everybody together.
        expected: On the roster.
        answered: Of those, who sent an answer, whether or not it could be counted.
        counted: Of those, whose answer is in the numbers.
    """

    department: str
    expected: int
    answered: int
    counted: int

    @property
    def answered_pct(self) -> float | None:
        """`100 * answered / expected`; None when nobody is expected."""
        return 100 * self.answered / self.expected if self.expected else None


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who of the staff has answered.

    Attributes:
        whole: Everybody together.
        departments: In the book's order, then others by name; those in none come last.
        missing: Who has not, in the order of the departments and by employee id; their departments
            are named as in `departments`.
    """

    whole: Completion
    departments: tuple[Completion, ...]
    missing: tuple[StaffMember, ...]


def attendance(
    roster: Roster,
    answered: Iterable[Assessment],
    counted: Iterable[Assessment],
    book: Book,
    department_of: Callable[[StaffMember], str],
) -> Attendance:
    """Return who of `roster` has answered.

    Args:
        roster: The list of staff.
        answered: Every answer that was read.
        counted: The answers that are in the numbers.
        book: For the order of the departments.
        department_of: The department of somebody on the roster, "" for none.
    """
    has_answered = {employee_key(each) for each in answered}
    is_counted = {employee_key(each) for each in counted}
    keys = {id(member): id_key(member.employee_id) for member in roster.people}
    by_department: dict[str, list[StaffMember]] = {}
    for member in roster.people:
        by_department.setdefault(department_of(member), []).append(member)

    def completion(department: str, staff: Iterable[StaffMember]) -> Completion:
        wanted = [keys[id(member)] for member in staff]
        return Completion(
            department=department,
            expected=len(wanted),
            answered=sum(key in has_answered for key in wanted),
            counted=sum(key in is_counted for key in wanted),
        )

    names = departments_in_order(by_department, book)
    return Attendance(
        whole=completion("", roster.people),
        departments=tuple(completion(name, by_department[name]) for name in names),
        missing=tuple(
            replace(member, department=name)
            for name in names
            for member in sorted(
                by_department[name], key=lambda each: natural_key(each.employee_id)
            )
            if keys[id(member)] not in has_answered
        ),
    )
