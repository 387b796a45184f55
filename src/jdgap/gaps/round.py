"""The result of a yearly round: everything that the report shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jdgap.assessments import Assessment, Count
from jdgap.assessments.activities.model import Activity
from jdgap.gaps.attendance import Attendance
from jdgap.gaps.model import PersonGaps
from jdgap.gaps.organisation import OrganisationGaps
from jdgap.problems import Problem, any_error


@dataclass(frozen=True, slots=True)
class RoundResult:
    """What a whole organisation answered in one round.

    Attributes:
        round: A Buddhist-era year or a part of one; "" where nobody named one.
        count: Whose level counted.
        files: How many files were read or tried.
        people: One comparison for each employee who counts, by department and employee id.
        organisation: Where they stand together.
        attendance: Who of the staff answered; None without a roster.
        problems: Everything wrong or noteworthy, by file, sheet and cell.
        answers: Everything that was read as an answer, whether or not it counts.
        activities: The organisation's own, which fill the development plans.
        supervisors: Who is proposed to see to somebody's plan, by `id_key` of the employee id.
    """

    round: str
    count: Count
    files: int
    people: tuple[PersonGaps, ...]
    organisation: OrganisationGaps
    attendance: Attendance | None
    problems: tuple[Problem, ...]
    answers: tuple[Assessment, ...] = ()
    activities: tuple[Activity, ...] = ()
    supervisors: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_errors(self) -> bool:
        """Some input had an error."""
        return any_error(self.problems)
