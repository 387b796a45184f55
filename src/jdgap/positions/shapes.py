"""What has another shape in a document than a book has: what the models find, as faults."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel

from jdgap.positions.model import (
    LONGEST_LINE,
    Book,
    Competency,
    Department,
    Group,
    Level,
    Position,
)
from jdgap.positions.rules import Fault, Path, level_fault, proposed_id, scale_of, shown
from jdgap.text.language import mark as _
from jdgap.text.names import alike

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
_EXPECTED: Final = {
    "string_type": _("a text"),
    "int_type": _("a whole number"),
    "tuple_type": _("a list"),
    "dict_type": _("an object with keys"),
    "model_type": _("an object with keys"),
}
"""What has to be there, by the name of pydantic's error."""
_NAMED: Final = {
    "organisation": _("name of the organisation"),
    "title": _("title"),
    "meaning": _("meaning"),
}
_ENTRIES: Final[dict[object, type[BaseModel]]] = {
    "scale": Level,
    "groups": Group,
    "competencies": Competency,
    "departments": Department,
    "positions": Position,
}


def wrong_shapes(errors: Iterable["ErrorDetails"], document: object) -> Iterator[Fault]:
    """Yield a fault for each error that the models found, but for what the rules tell better.

    Args:
        errors: Pydantic's.
        document: What they were found in.
    """
    for error in errors:
        fault = _fault(error, document)
        # A wrong id should be that of something else: the rules tell what is near.
        refers = fault.code == "wrong-id" and fault.path[-1] != "id"
        if not refers and not _has_enough(error):
            yield fault


def _has_enough(error: "ErrorDetails") -> bool:
    """Return whether a list only seems too short, because its entries have faults themselves."""
    value, least = error["input"], error.get("ctx", {}).get("min_length", 1)
    return error["type"] == "too_short" and isinstance(value, (list, tuple)) and len(value) >= least


def _fault(error: "ErrorDetails", document: object) -> Fault:
    path: Path = tuple(each for each in error["loc"] if each != "[key]")
    value = error["input"]
    code = _code(error["type"], path, value)
    facts: dict[str, object] = {"name": str(path[-1]) if path else ""}
    match code:
        case "missing-id":
            return Fault(path, code, "", {"wanted": _proposal(path, document)})
        case "level-off-scale":
            return level_fault(path, shown(value), scale_of(document))
        case "text-too-long":
            facts = {"count": len(value), "most": LONGEST_LINE}
        case "wrong-id":
            facts = {"wanted": proposed_id({"en": str(value)}) or _proposal(path, document)}
        case "too-few-entries":
            facts = {"found": len(value), "count": error.get("ctx", {}).get("min_length", 1)}
        case "name-in-neither":
            facts = {"what": _NAMED.get(str(path[-1]), _("name"))}
        case "wrong-kind-of-value":
            expected = _EXPECTED["int_type"] if _of_level(path) else _EXPECTED.get(error["type"])
            facts = {"kind": expected or _("another kind"), "found_kind": _kind(value)}
        case "unknown-key":
            facts |= _keys_alike(path)
    return Fault(path, code, shown(value), facts)


def _code(kind: str, path: Path, value: object) -> str:
    """Return the code of an error, by what pydantic calls its kind."""
    code = _CODES.get(kind, "wrong-kind-of-value")
    if path[-1:] == ("id",):
        if code == "missing-value" or value is None or value == "":
            return "missing-id"
        return code if isinstance(value, (Mapping, list)) else "wrong-id"
    if code == "text-too-long" and _refers(path):
        return "wrong-id"
    if code in {"not-a-whole-level", "wrong-kind-of-value"} and _of_level(path):
        if not shown(value) or (isinstance(value, str) and value.isdecimal()):
            return "wrong-kind-of-value"  # a list or nothing; or a text that reads like a level
        return "not-a-whole-level" if "scale" in path else "level-off-scale"
    return code


def _of_level(path: Path) -> bool:
    return bool(path) and (path[-1] == "level" or path[-2:-1] == ("required",))


def _refers(path: Path) -> bool:
    return path[-1] in {"group", "department", "reports_to"} or path[-2:-1] == ("required",)


def _kind(value: object) -> str:
    if value is None:
        return _("nothing (null)")
    if isinstance(value, bool):
        return _("true or false")
    kinds = ((str, "string_type"), (Mapping, "dict_type"), ((list, tuple), "tuple_type"))
    known = (_EXPECTED[kind] for types, kind in kinds if isinstance(value, types))
    return next(known, _("a number"))


def _keys_alike(path: Path) -> dict[str, object]:
    """Return which keys of a book or of an entry a key that is not known is perhaps meant for."""
    owners = {1: Book, 3: _ENTRIES.get(path[0])}
    owner = owners.get(len(path))
    near = tuple(alike(str(path[-1]), owner.model_fields)) if owner else ()
    return {"suggestions": near} if near else {}


def _proposal(path: Path, document: object) -> str:
    """Return an id that the entry at `path` may have: of its English name, unlike the others."""
    here = document
    for step in path[:-1]:
        here = here[step] if isinstance(here, (Mapping, list)) else None  # type: ignore[index]
    if not isinstance(here, Mapping):
        return "my-id"
    return proposed_id(here.get("name") or here.get("title")) or "my-id"
