"""The work of `jdgap report` and `jdgap validate`: what came back in, one round out."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from jdgap.assessments import Assessment, Count
from jdgap.assessments.activities.model import ActivityList
from jdgap.assessments.activities.reading import read_activities
from jdgap.assessments.blank_answers import without_blank_answers, without_rivalling_doubts
from jdgap.assessments.duplicates import OnDuplicate, without_duplicates
from jdgap.assessments.files import read_files, usual_workers
from jdgap.assessments.finding import find_files
from jdgap.assessments.model import Reading
from jdgap.assessments.opening import limits
from jdgap.assessments.roster.matching import RosterMatching, with_roster_positions
from jdgap.assessments.roster.roster import Roster, StaffMember, read_roster
from jdgap.assessments.rounds import of_one_round
from jdgap.gaps import Comparison, PersonGaps, observations
from jdgap.gaps.attendance import Attendance, attendance
from jdgap.gaps.organisation import organisation_gaps
from jdgap.gaps.round import RoundResult
from jdgap.positions import Book, Names
from jdgap.problems import in_order
from jdgap.text.names import id_key, name_key
from jdgap.workflows.anonymity import Anonymity, Seen


@dataclass(frozen=True, slots=True)
class RoundRules:
    """How a round is read and counted.

    Attributes:
        round: The round, "" for the one that most answers name.
        count: Whose level counts.
        on_duplicate: What happens to different answers of one employee without time stamps.
        encoding: Of text files; None finds it out.
        workers: How many files are read at a time; None takes one for each processor.
        max_file_bytes: How large a file may be; forms with photographs are larger than most.
        leave_out: Files that are no answers, though they stand in a folder that is read.
        anonymise: Tell no names in the result: neither of people nor of files and sheets, nor
            what somebody typed instead of a level, a position or a competency. The numbers are
            the same.
    """

    round: str = ""
    count: Count = Count.EITHER
    on_duplicate: OnDuplicate = OnDuplicate.ERROR
    encoding: str | None = None
    workers: int | None = None
    max_file_bytes: int = limits.FILE_BYTES
    leave_out: tuple[Path, ...] = ()
    anonymise: bool = False


USUAL_RULES = RoundRules()


def assess_round(  # noqa: PLR0913 (each is an option of the command)
    paths: Iterable[Path],
    book: Book,
    rules: RoundRules = USUAL_RULES,
    *,
    roster: Path | None = None,
    activities: Path | None = None,
    progress: Callable[[int, int], object] | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> RoundResult:
    """Read what a whole organisation answered and compare everybody with their position.

    The result depends neither on the order of `paths` nor on the number of workers. A file that
    cannot be used is one of its problems.

    >>> import jdgap
    >>> from pathlib import Path
    >>> folder = Path("examples/2568/ฝ่ายการเงิน")
    >>> result = jdgap.assess_round([folder], jdgap.load_book())
    >>> need = result.organisation.needs[0]
    >>> need.summary.competency.id, need.summary.below, need.summary.rated
    ('analytical-thinking', 3, 5)

    Args:
        paths: Files, and folders that are searched through.
        book: The job-description book.
        rules: How it is read and counted.
        roster: The list of staff.
        activities: The organisation's own courses and activities, for the development plans.
        progress: Called with how many files are read, of how many.
        meanwhile: Called once while the files are read, to get ready for showing the result.

    Raises:
        FileNotFoundError: A path that was named does not exist.
    """
    read = partial(read_files, progress=progress, meanwhile=meanwhile)
    with _uncollected():
        return _assessed(paths, book, rules, _Lists(roster, activities), read)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python look for no garbage: what is made stays, a million objects or more.

    Looking takes a third of the time otherwise; what nobody holds is freed all the same.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Lists:
    """Files that hold no answers."""

    roster: Path | None
    activities: Path | None

    @property
    def named(self) -> list[Path]:
        """Those that were named."""
        return [each for each in (self.roster, self.activities) if each]

    def read_activities(self, book: Book, encoding: str | None) -> ActivityList:
        """Return the organisation's activities; none where no list was named."""
        if not self.activities:
            return ActivityList((), ())
        return read_activities(self.activities, book, encoding=encoding)


def _assessed(
    paths: Iterable[Path],
    book: Book,
    rules: RoundRules,
    lists: _Lists,
    read: Callable[..., Reading],
) -> RoundResult:
    found = find_files(paths, leave_out=(*rules.leave_out, *lists.named))
    roster, offered = lists.roster, lists.read_activities(book, rules.encoding)
    listed = read_roster(roster, book, encoding=rules.encoding) if roster else None
    staff = listed if listed and listed.people else None  # one of nobody says nothing of anybody
    reading = read(
        found.files,
        book,
        encoding=rules.encoding,
        max_file_bytes=rules.max_file_bytes,
        workers=rules.workers or usual_workers(),
    )
    problems = [*found.problems, *reading.problems, *(listed.problems if listed else ())]
    problems += offered.problems
    matching = RosterMatching(staff) if staff else None
    answers = reading.assessments
    if matching:
        answers = [matching.completed(each) for each in reading.assessments]
        problems = with_roster_positions(problems, reading.assessments, answers, book)
    everybody = answers
    departments = _Departments(book)
    everything = departments.of_answers(answers)
    filled, blank = without_blank_answers(everything, problems)
    round_, answers, others = of_one_round(filled, rules.round)
    rated, doubtful = without_rivalling_doubts(answers, problems)
    counted, repeated = without_duplicates(rated, rules.on_duplicate)
    problems += [*blank, *others, *doubtful, *repeated]
    organisation = organisation_gaps(_compared(counted, book, rules.count), book)
    people = organisation.people
    problems += [problem for person in people for problem in observations(person, rules.count)]
    if matching:
        problems += matching.problems(counted, book)
    result = RoundResult(
        round=round_,
        files=len(found.files),
        count=rules.count,
        people=people,
        organisation=organisation,
        attendance=_attendance(staff, answers, people, departments) if staff else None,
        problems=tuple(in_order(problems)),
        answers=tuple(everything),
        activities=offered.activities,
        supervisors=_supervisors(staff),
    )
    if not rules.anonymise:
        return result
    files = {*map(str, found.files), *(problem.place.file for problem in problems)}
    seen = Seen(sorted(files), everybody, listed, str(roster or ""))
    return Anonymity(seen, book, people).round(result)


def _supervisors(staff: Roster | None) -> dict[str, str]:
    """Return whom the list of staff names as supervisor, by the key of the employee id."""
    people = staff.people if staff else ()
    return {id_key(each.employee_id): each.supervisor for each in people if each.supervisor}


def _compared(answers: Iterable[Assessment], book: Book, count: Count) -> list[PersonGaps]:
    """Return everybody whose position is known, compared with it."""
    comparison = Comparison(book, count)
    return [
        comparison.person(each, book.position_by_id[each.position_id])
        for each in answers
        if each.position_id is not None
    ]


class _Departments:
    """Gives each department one name, however people write it."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._names = Names(book)
        self._known: dict[tuple[str, str | None], str] = {}
        self._first_written: dict[str, str] = {}

    def of_answers(self, answers: Iterable[Assessment]) -> list[Assessment]:
        """Return the answers with their departments so named."""
        named = ((each, self.name(each.department, each.position_id)) for each in answers)
        return [
            each if each.department == name else replace(each, department=name)
            for each, name in named
        ]

    def name(self, written: str, position_id: str | None) -> str:
        """Return the department as the book or else the first answer writes it, "" for none.

        Where it is not written, it is the position's.
        """
        key = (written, None if written else position_id)
        if key not in self._known:
            self._known[key] = self._looked_up(written, position_id)
        return self._known[key]

    def _looked_up(self, written: str, position_id: str | None) -> str:
        if not written:
            position = self.book.position_by_id.get(position_id or "")
            return (self.book.department_name(position) if position else None) or ""
        department = self._names.department(written)
        if department:
            return department.name.text
        return self._first_written.setdefault(name_key(written), written)


def _attendance(
    staff: Roster,
    answers: Iterable[Assessment],
    people: Iterable[PersonGaps],
    departments: _Departments,
) -> Attendance:
    def department_of(member: StaffMember) -> str:
        return departments.name(member.department, member.position_id)

    counted = [person.assessment for person in people]
    return attendance(staff, answers, counted, departments.book, department_of)
