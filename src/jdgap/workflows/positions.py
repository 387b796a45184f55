"""The work of `jdgap positions import`, `validate` and `diff`: a book from JSON or a workbook."""

from dataclasses import replace
from pathlib import Path

from jdgap.assessments.positions_book.reading import PositionsReading, read_positions_book
from jdgap.output.excel.saving import refuse_existing, save_whole
from jdgap.positions import BookError, bundled_book_path, load_book
from jdgap.positions.doubts import Doubt, positions_doubts
from jdgap.positions.loading import as_typed, book_text, looks_like_workbook, path_in_words
from jdgap.positions.rules import place_in_book
from jdgap.problems import Place, Problem
from jdgap.problems.problem import in_order

_BEGINS_JSON = (b"{", b"[")


def read_positions(path: Path) -> PositionsReading:
    """Return the book in a `positions.json` or in a positions workbook, told by the content.

    Args:
        path: The file. It is never changed.
    """
    if not _looks_like_json(path):
        return read_positions_book(path)
    try:
        return PositionsReading(load_book(path), ())
    except BookError as error:
        found = tuple(_at_path(each) for each in error.problems)
        if found:
            sheets = tuple(dict.fromkeys(each.place.sheet for each in found))
            return PositionsReading(None, found, sheets=sheets)
        problems = (_not_read(path, fault) for fault in error.faults)
        return PositionsReading(None, tuple(problems), opened=False)


def _not_read(path: Path, fault: str) -> Problem:
    return Problem("positions-not-read", Place(str(path)), "", {"fault": fault})


def _at_path(problem: Problem) -> Problem:
    """Return a problem of a positions.json with its JSON path where a workbook has the sheet."""
    place = Place(problem.place.file, str(problem.facts["path"]))
    return Problem(problem.code, place, problem.value, problem.facts)


def _looks_like_json(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError:
        return path.suffix.lower() == ".json"
    if looks_like_workbook(start):
        return False
    # A text without a table's marks is JSON that is broken, more likely than a table.
    content = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return content.startswith(_BEGINS_JSON) or path.suffix.lower() == ".json"


def import_positions(source: Path, target: Path, *, force: bool = False) -> PositionsReading:
    """Make a `positions.json` of a positions workbook; with an error, nothing is written.

    Args:
        source: The workbook. It is never changed.
        target: The file to make.
        force: Replace an existing file.

    Raises:
        FileExistsError: Something stands at `target` and `force` was not given.
        OSError: The folder or the target cannot be written.
    """
    refuse_existing(target, force=force)
    if _looks_like_json(source):
        facts = {"file": as_typed(source)}
        problem = Problem("positions-file-already", Place(str(source)), "", facts)
        return PositionsReading(None, (problem,), opened=False)
    reading = read_positions_book(source)
    if reading.book is not None:
        content = book_text(reading.book).encode()
        save_whole(target, lambda stream: stream.write(content), force=force)
    return reading


def validate_positions(path: Path | None = None) -> PositionsReading:
    """Return a book with all that is wrong, and what is legal in it but doubtful.

    Args:
        path: A `positions.json` or a positions workbook; None for the book that jdgap brings.
    """
    source = path or bundled_book_path()
    reading = read_positions(source)
    if reading.book is None:
        return reading
    document = reading.book.model_dump(mode="json", exclude_none=True)
    found = sorted(positions_doubts(reading.book), key=lambda doubt: place_in_book(doubt.path))
    doubts = [_problem(source, doubt, document, reading) for doubt in found]
    sheets = reading.sheets or tuple(dict.fromkeys(each.place.sheet for each in doubts))
    problems = in_order([*reading.problems, *doubts], sheets)
    return replace(reading, problems=tuple(problems), sheets=sheets)


def _problem(source: Path, doubt: Doubt, document: object, reading: PositionsReading) -> Problem:
    for end in range(len(doubt.path), 0, -1):
        place = reading.places.get(doubt.path[:end])
        if place is not None:
            return Problem(doubt.code, place, "", doubt.facts)
    where = path_in_words(doubt.path, document) if doubt.path else ""
    return Problem(doubt.code, Place(str(source), where), "", doubt.facts)
