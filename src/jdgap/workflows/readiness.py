"""The work of `jdgap readiness`: what came back in, how ready people are for positions out."""

from collections.abc import Callable, Iterable
from pathlib import Path

from jdgap.gaps.readiness_result import Asked, ReadinessResult, readiness_result
from jdgap.positions import Book, Position
from jdgap.workflows.round import USUAL_RULES, RoundRules, assess_round


def assess_readiness(  # noqa: PLR0913 (each option of the command is one)
    paths: Iterable[Path],
    book: Book,
    rules: RoundRules = USUAL_RULES,
    *,
    target: Position | None = None,
    employee: str | None = None,
    department: str | None = None,
    roster: Path | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> ReadinessResult:
    """Read what people answered, and say how ready they are for positions.

    With `target` and `employee`: one person against one position. With `employee`: a person
    against every position. With `target`: everybody against one position. With neither: everybody
    against the position that their own reports to.

    >>> import jdgap
    >>> from pathlib import Path
    >>> book = jdgap.load_book()
    >>> found = jdgap.assess_readiness([Path("examples/forms/01-form.xlsx")], book)
    >>> step = found.readiness[0]
    >>> step.target.id, str(step.state), len(step.blocking), len(step.not_assessed)
    ('head-it', 'not_yet', 6, 4)

    Args:
        paths: Files, and folders that are searched through.
        book: The job-description book.
        rules: How it is read and counted.
        target: The position to take on.
        employee: Only the employee with this id or name.
        department: Only the people of this department.
        roster: The list of staff.
        progress: Called with how many files are read, of how many.

    Raises:
        FileNotFoundError: A path that was named does not exist.
    """
    round_ = assess_round(paths, book, rules, roster=roster, progress=progress)
    return readiness_result(round_, book, Asked(target, employee, department))
