"""Reading `positions.json`, with errors that name the place in words."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from jdgap.positions.checking import checked_book
from jdgap.positions.model import Book
from jdgap.positions.rules import Fault, place_in_book
from jdgap.problems import Place, Problem
from jdgap.text.language import translate as _
from jdgap.text.reasons import reason_of

_PACKAGED = Path(__file__).parent / "positions.json"
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a workbook begins: .xlsx, .xlsm and .ods are packed, .xls is older."""
_IN_CHECKOUT = Path(__file__).parents[3] / "data" / "positions.json"


class BookError(Exception):
    """A positions file that cannot be used.

    Attributes:
        faults: Every fault found, each one sentence with its place, in the language in use.
        problems: The same as problems; none where the file cannot be read as JSON.
    """

    def __init__(self, file: Path, faults: Sequence[str], problems: Sequence[Problem] = ()) -> None:
        super().__init__(f"{file}: " + "; ".join(faults))
        self.file = file
        self.faults = tuple(faults)
        self.problems = tuple(problems)


def bundled_book_path() -> Path:
    """Return where the positions file that jdgap ships stands."""
    return _PACKAGED if _PACKAGED.exists() else _IN_CHECKOUT


def load_book(path: Path | None = None) -> Book:
    """Read and check a positions file.

    Args:
        path: The file; None for the one that jdgap brings.

    Raises:
        BookError: It cannot be read, or breaks a rule; every fault is named.
    """
    file = path or bundled_book_path()
    try:
        content = file.read_bytes()
    except OSError as error:
        fault = _("it cannot be read ({reason})").format(reason=_(reason_of(error)))
        raise BookError(file, [fault]) from error
    if looks_like_workbook(content):
        said = _(
            "it is a workbook; make a positions file of it with"
            " `jdgap positions import {file} -o positions.json`"
        )
        raise BookError(file, [said.format(file=as_typed(file))])
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BookError(file, [_not_json(error)]) from error
    return _checked(file, document)


def looks_like_workbook(start: bytes) -> bool:
    """Return whether a file that begins so is a workbook, whatever its name says."""
    return start.startswith(_WORKBOOKS)


def as_typed(file: Path) -> str:
    """Return a path as it is typed behind a command."""
    return f'"{file}"' if " " in str(file) else str(file)


def _not_json(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        said = _("it is not JSON: something is wrong in line {line}, at character {character}")
        return said.format(line=error.lineno, character=error.colno)
    if isinstance(error, UnicodeDecodeError):
        return _("it is not JSON in UTF-8: save it with that encoding")
    return _("it is not JSON that can be read: numbers too long, or too much inside each other")


def _checked(file: Path, document: object) -> Book:
    found = checked_book(document)
    if isinstance(found, Book):
        return found
    from jdgap.positions.consequences import causes  # a book is seldom wrong

    told = sorted(causes(found, document), key=lambda fault: place_in_book(fault.path))
    problems = [_problem(file, fault, document) for fault in told]
    raise BookError(
        file, [f"{each.facts['path']}: {each.message()}" for each in problems], problems
    )


def _problem(file: Path, fault: Fault, document: object) -> Problem:
    path = path_in_words(fault.path, document)
    facts = dict(fault.facts) | {"path": path}
    if fault.other:
        facts["other"] = path_in_words(fault.other, document)
    return Problem(fault.code, Place(str(file)), fault.value, facts)


def book_text(book: Book) -> str:
    """Return a book as the text of a `positions.json`: always the same for the same book.

    Args:
        book: The job-description book.
    """
    competencies = [each.id for each in book.competencies]
    document = book.model_dump(mode="json", exclude_none=True)
    for position in document["positions"]:
        required = position["required"]
        position["required"] = {key: required[key] for key in competencies if key in required}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def path_in_words(path: Iterable[str | int], document: object) -> str:
    """Return a JSON path with the id of each list entry: `positions[3] (officer-it)`."""
    words: list[str] = []
    here: object = document
    for step in path:
        here = _inside(here, step)
        if isinstance(step, int):
            known_as = here.get("id") if isinstance(here, dict) else None
            words.append(f"[{step + 1}]" + (f" ({known_as})" if isinstance(known_as, str) else ""))
        else:
            words.append((" → " if words else "") + step)
    return "".join(words) or _("the file")


def _inside(value: object, step: str | int) -> object:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None
