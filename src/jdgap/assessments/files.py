"""Files into assessments: every file is used, or accounted for by a problem."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from jdgap.assessments.model import Reading
from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.worker import in_pool, nothing, one_by_one
from jdgap.assessments.packing import PackedReading, packed, unpacked
from jdgap.positions import Book
from jdgap.text.language import language_choice, use_language

_Outcome: TypeAlias = PackedReading | FileFaultError

_BATCH: Final = 16
"""So many small files go to a worker at a time: handing over takes as long as reading one."""
_SMALL_BYTES: Final = 256 * 1024
_BATCH_SECONDS: Final = 3
"""A batch that dies or takes longer is read again file by file: only the one at fault is lost, and
it is named within `_BATCH_SECONDS` and `limits.SECONDS` together."""


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """How files are read.

    Attributes:
        book: Whose positions and competencies are meant.
        position_needed: A position that is missing or unknown is a problem; not so where the
            caller names the position.
        encoding: Of text files; None finds it out.
        max_file_bytes: How large a file may be.
        language: Of the messages, as `language_choice` tells it.
    """

    book: Book
    position_needed: bool
    encoding: str | None
    max_file_bytes: int
    language: str


def read_files(  # noqa: PLR0913 (each is one thing to decide)
    paths: Iterable[Path],
    book: Book,
    *,
    position_needed: bool = True,
    encoding: str | None = None,
    max_file_bytes: int = limits.FILE_BYTES,
    workers: int = 1,
    meanwhile: Callable[[], object] | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> Reading:
    """Return the assessments in `paths`, each file opened in a worker that may die.

    Args:
        paths: Workbooks and text files. They are never changed.
        book: Whose positions and competencies are meant.
        position_needed: A position that is missing or unknown is a problem; not so where the
            caller names the position.
        encoding: Of text files; None finds it out.
        max_file_bytes: How large a file may be; what it unpacks to has its own bounds.
        workers: How many files are read at a time.
        meanwhile: Called once while the workers read.
        progress: Called with how many files are read, of how many.
    """
    files = list(dict.fromkeys(paths))
    rules = ReadingRules(book, position_needed, encoding, max_file_bytes, language_choice())
    run = _Run(rules, workers)
    told = _Progress(len(files), progress)
    outcomes: dict[Path, _Outcome] = {}
    small = [path for path in files if _is_small(path)]
    meanwhile = meanwhile or nothing
    if len(small) > 1:
        for path, outcome in run.quickly(small, meanwhile):
            outcomes[path] = outcome
            told.one_more()
        meanwhile = nothing
    for path, outcome in run.surely([path for path in files if path not in outcomes], meanwhile):
        outcomes[path] = outcome
        told.one_more()
    return _together((path, outcomes[path]) for path in files)


@dataclass(frozen=True, slots=True)
class _Run:
    """Reads files by the same rules, in two ways; see `worker`."""

    rules: ReadingRules
    workers: int

    def quickly(
        self, files: Sequence[Path], meanwhile: Callable[[], object]
    ) -> Iterator[tuple[Path, _Outcome]]:
        """Yield files with their outcomes; a batch in which anything goes wrong is left out."""
        size = max(1, min(_BATCH, len(files) // (4 * self.workers)))
        batches = [tuple(files[start : start + size]) for start in range(0, len(files), size)]
        results = in_pool(
            _read_batch,
            batches,
            shared=self.rules,
            workers=self.workers,
            seconds=_BATCH_SECONDS,
            meanwhile=meanwhile,
        )
        for batch, result in zip(batches, results, strict=True):
            if not isinstance(result, FileFaultError):
                yield from zip(batch, result, strict=True)

    def surely(
        self, files: Sequence[Path], meanwhile: Callable[[], object]
    ) -> Iterator[tuple[Path, _Outcome]]:
        """Yield files with their outcomes, each read in a process of its own."""
        calls = [(path,) for path in files]
        if len(files) > 1:  # what is forked need not import it each time
            import jdgap.assessments.one_file  # noqa: F401
        results = one_by_one(
            _read, calls, shared=self.rules, workers=self.workers, meanwhile=meanwhile
        )
        yield from zip(files, results, strict=True)


def _together(outcomes: Iterable[tuple[Path, _Outcome]]) -> Reading:
    reading = Reading()
    for path, outcome in outcomes:
        if isinstance(outcome, FileFaultError):
            reading.problems.append(outcome.problem(str(path)))
        else:
            found = unpacked(outcome)
            reading.assessments += found.assessments
            reading.problems += found.problems
    return reading


class _Progress:
    """Counts what is done and tells whoever wants to know."""

    def __init__(self, whole: int, tell: Callable[[int, int], object] | None) -> None:
        self._whole = whole
        self._done = 0
        self._tell = tell

    def one_more(self) -> None:
        self._done += 1
        if self._tell:
            self._tell(self._done, self._whole)


def _is_small(path: Path) -> bool:
    try:
        return path.stat().st_size <= _SMALL_BYTES
    except OSError:  # the worker says why
        return False


def usual_workers() -> int:
    """Return how many files are read at a time where nobody says: one for each processor."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _read_batch(rules: ReadingRules, *paths: Path) -> list[_Outcome]:
    outcomes: list[_Outcome] = []
    for path in paths:
        try:
            outcomes.append(_read(rules, path))
        except FileFaultError as fault:
            outcomes.append(fault)
    return outcomes


def _read(rules: ReadingRules, path: Path) -> PackedReading:
    use_language(rules.language)  # a spawned worker starts with the default one
    # Only the worker needs what opening and recognising takes; this process starts without it.
    from jdgap.assessments.one_file import read_file

    reading = read_file(
        path,
        rules.book,
        position_needed=rules.position_needed,
        encoding=rules.encoding,
        max_file_bytes=rules.max_file_bytes,
    )
    return packed(reading)
