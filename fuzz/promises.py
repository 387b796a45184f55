"""What holds of whatever is made of any file; the first thing that does not is said in words."""

import pickle
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from jdgap.assessments import Assessment, NoLevel, Reading
from jdgap.assessments.packing import packed, unpacked
from jdgap.gaps.round import RoundResult
from jdgap.positions import Book
from jdgap.problems import KINDS, Problem
from jdgap.text.language import LANGUAGES, current_language, use_language

_UNSAFE = frozenset({"Cc", "Cs"})


class BrokenPromiseError(Exception):
    """Something that is said of every file is not true of this one."""


def check_reading(reading: Reading, path: Path, book: Book) -> None:
    """Check what was read from one file.

    Raises:
        BrokenPromiseError: Something does not hold.
    """
    _insist(bool(reading.assessments or reading.problems), "nothing was said of the file")
    check_problems(reading.problems, {str(path)})
    for each in reading.assessments:
        _insist(each.place.file == str(path), f"an assessment of another file: {each.place}")
        _check_levels(each, book)
    sent = unpacked(pickle.loads(pickle.dumps(packed(reading))))  # noqa: S301 (its own)
    _insist(sent == reading, "an assessment changes on its way out of the worker")


def check_problems(problems: Iterable[Problem], files: set[str]) -> None:
    """Check that each problem can be shown in every language, and is about one of `files`.

    Raises:
        BrokenPromiseError: Something does not hold.
    """
    before = current_language()
    shown: set[tuple[object, ...]] = set()
    for problem in problems:
        _insist(problem.code in KINDS, f"a kind that nobody knows: {problem.code}")
        _insist(problem.place.file in files, f"a problem of another file: {problem.place}")
        key = (problem.code, problem.value, repr(problem.facts))
        for language in LANGUAGES if key not in shown else ():
            shown.add(key)
            use_language(language)
            try:
                _check_words(problem)
            finally:
                use_language(before)


def check_round(result: RoundResult, paths: Iterable[Path]) -> None:
    """Check that every file is accounted for: an assessment, or a problem.

    Raises:
        BrokenPromiseError: One is not.
    """
    files = {str(path) for path in paths}
    check_problems(result.problems, files)
    told = {problem.place.file for problem in result.problems}
    told |= {person.assessment.place.file for person in result.people}
    # Of two answers that exclude one another, the problem of one names the other's place.
    told |= {str(each.facts.get("other", "")).split(" › ")[0] for each in result.problems}
    _insist(files <= told, f"files that nothing is said of: {sorted(files - told)[:3]}")
    for person in result.people:
        fit = person.totals.fit_pct
        _insist(fit is None or 0 <= fit <= 100, f"a fit of {fit}")


def _check_words(problem: Problem) -> None:
    try:
        words = (problem.message(), problem.remedy(), problem.value)
    except Exception as error:
        raise BrokenPromiseError(f"a message that cannot be shown: {error!r}") from error
    unsafe = {each for text in words for each in text if unicodedata.category(each) in _UNSAFE}
    _insist(not unsafe, f"a message with characters that must not be shown: {unsafe}")


def _check_levels(assessment: Assessment, book: Book) -> None:
    for key, rating in assessment.ratings.items():
        _insist(key in book.competency_by_id, f"a competency that nobody knows: {key}")
        _insist(rating.place.file == assessment.place.file, f"a cell of another file: {rating}")
        for level in (rating.self_level, rating.supervisor_level):
            known = isinstance(level, NoLevel) or (type(level) is int and level in book.levels)
            _insist(known, f"a level that the scale does not have: {level!r}")


def _insist(holds: bool, otherwise: str) -> None:
    if not holds:
        raise BrokenPromiseError(otherwise)
