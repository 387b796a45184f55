"""A plain document into a `Book`, or every fault in it: shapes and rules, all at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from jdgap.positions.model import LONGEST_LINE, Book
from jdgap.positions.rules import (
    Fault,
    Path,
    broken_rules,
    level_fault,
    proposed_id,
    scale_of,
    shown,
)

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_CODES: Final = {
    "missing": "missing-value",
    "string_too_short": "missing-value",
    "extra_forbidden": "unknown-key",
    "string_pattern_mismatch": "wrong-id",
    "value_error": "name-in-neither",
    "string_too_long": "text-too-long",
    "too_short": "too-few-entries",
    "greater_than_equal": "not-a-whole-level",
    "less_than_equal": "not-a-whole-level",
}


def checked_book(document: object) -> Book | tuple[Fault, ...]:
    """Return the book that `document` is, or every fault in it.

    Args:
        document: As `positions.json` holds it.
    """
    from pydantic import ValidationError

    faults: list[Fault] = []
    book = None
    try:
        book = Book.model_validate(document)
    except ValidationError as error:
        told = error.errors(include_url=False)
        found = [_fault(each, document) for each in told if not _has_enough(each)]
        faults = [each for each in found if not _refers(each)]
    shapes = {fault.path for fault in faults}
    faults += [fault for fault in broken_rules(document) if fault.path not in shapes]
    return book if book is not None and not faults else tuple(faults)


def _fault(error: "ErrorDetails", document: object) -> Fault:
    path: Path = tuple(each for each in error["loc"] if each != "[key]")
    code, value = _code(error["type"], path), error["input"]
    if code == "level-off-scale":
        return level_fault(path, shown(value), scale_of(document))
    return Fault(path, code, shown(value), _facts(code, path, error, document))


def _code(kind: str, path: Path) -> str:
    """Return the kind of problem that a kind of error is; of an id or a level it is another one."""
    is_own_id = path[-1:] == ("id",)
    if kind == "string_type" and is_own_id:
        return "wrong-id"
    code = _CODES.get(kind) or ("not-a-whole-level" if _of_level(path) else "wrong-kind-of-value")
    if code == "missing-value" and is_own_id:
        return "missing-id"
    if code == "text-too-long" and _is_id(path):
        return "wrong-id"
    if code == "not-a-whole-level" and "scale" not in path:
        return "level-off-scale"
    return code


def _facts(code: str, path: Path, error: "ErrorDetails", document: object) -> dict[str, object]:
    """Return what the problem's message says."""
    value = error["input"]
    match code:
        case "missing-id":
            return {"wanted": _proposal(path, document)}
        case "wrong-id":
            return {"wanted": proposed_id({"en": str(value)}) or _proposal(path, document)}
        case "text-too-long":
            return {"count": len(value) if isinstance(value, str) else 0, "most": LONGEST_LINE}
        case "not-a-whole-level":
            return {"levels": tuple(map(str, scale_of(document)))}
    name: dict[str, object] = {"name": str(path[-1]) if path else ""}
    return name | {"count": _fewest(error)} if code == "too-few-entries" else name


def _fewest(error: "ErrorDetails") -> int:
    """Return how many entries a list that is too short should have."""
    return int(error.get("ctx", {}).get("min_length", 1))


def _has_enough(error: "ErrorDetails") -> bool:
    """Return whether a list only seems too short, because its entries have faults themselves."""
    value = error["input"]
    if error["type"] != "too_short" or not isinstance(value, (list, tuple)):
        return False
    return len(value) >= _fewest(error)


def _refers(fault: Fault) -> bool:
    """Return whether a wrong id should be that of something else: the rules tell what is near."""
    return fault.code == "wrong-id" and fault.path[-1] != "id"


def _of_level(path: Path) -> bool:
    return bool(path) and (path[-1] == "level" or (len(path) > 1 and path[-2] == "required"))


def _is_id(path: Path) -> bool:
    return path[-1] in {"id", "group", "department", "reports_to"} or path[-2:-1] == ("required",)


def _proposal(path: Path, document: object) -> str:
    """Return an id that the entry at `path` may have, made of its English name."""
    here = document
    for step in path[:-1]:
        here = here[step] if isinstance(here, (Mapping, list)) else None  # type: ignore[index]
    if not isinstance(here, Mapping):
        return "my-id"
    return proposed_id(here.get("name") or here.get("title")) or "my-id"
