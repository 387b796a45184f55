"""Files into assessments: every file is used, or accounted for by a problem."""

from collections.abc import Callable, Iterable
from pathlib import Path

from jdgap.assessments.faults import FileFaultError
from jdgap.assessments.model import Reading
from jdgap.assessments.worker import in_workers
from jdgap.positions import Book
from jdgap.text.language import current_language, use_language


def read_files(
    paths: Iterable[Path],
    book: Book,
    *,
    position_needed: bool = True,
    meanwhile: Callable[[], object] | None = None,
) -> Reading:
    """Return the assessments in `paths`, each file opened in a worker that may die.

    Args:
        paths: Workbooks. They are never changed.
        book: Whose positions and competencies are meant.
        position_needed: A position that is missing or unknown is a problem; not so where the
            caller names the position.
        meanwhile: Called once while the workers read.
    """
    reading = Reading()
    files = list(paths)
    calls = [(path, book, position_needed, current_language()) for path in files]
    for path, outcome in zip(files, in_workers(_read, calls, meanwhile=meanwhile), strict=True):
        if isinstance(outcome, FileFaultError):
            reading.problems.append(outcome.problem(str(path)))
        else:
            reading.assessments += outcome.assessments
            reading.problems += outcome.problems
    return reading


def _read(path: Path, book: Book, position_needed: bool, language: str) -> Reading:
    use_language(language)  # a spawned worker starts with the default one
    # Only the worker needs what opening and recognising takes; this process starts without it.
    from jdgap.assessments.one_file import read_file

    return read_file(path, book, position_needed=position_needed)
