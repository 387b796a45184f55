"""Which faults of a document come of others alone, and would be gone if those were mended.

They are not told: who mends what is told would look for them in vain.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from jdgap.positions.rules import LISTED, Fault, Path, entries, proposed_id, scale_of
from jdgap.text.names import alike

_TOP: Final = ("scale", "groups", "competencies", "departments", "positions")


def causes(
    faults: Sequence[Fault], document: object, unread: Collection[str] = ()
) -> tuple[Fault, ...]:
    """Return the faults of a document that do not come of others.

    Args:
        faults: All of them.
        document: The document.
        unread: The lists that could not be read, which is told elsewhere.
    """
    unknown = _lists_not_known(faults, document, unread)
    to_come = {key: _ids_to_come(faults, document, key) for key in LISTED.values()}
    levels = _levels_to_come(document)
    in_use: dict[Path, str] = {}
    told: list[Fault] = []
    for fault in faults:
        key = "scale" if _is_number(fault) else LISTED.get(str(fault.facts.get("what")), "")
        if key in unknown or (key == "scale" and int(fault.value) in levels):
            continue
        entry = _nearest(fault.value, to_come.get(key, {}))
        if entry:
            in_use.setdefault(entry, fault.value)
        else:
            told.append(fault)
    return tuple(_with_the_id_in_use(each, in_use) for each in told)


def _is_number(fault: Fault) -> bool:
    return fault.code == "level-off-scale" and fault.value.isdecimal()


def _lists_not_known(
    faults: Iterable[Fault], document: object, unread: Collection[str]
) -> set[str]:
    """Return the lists whose entries are not known: missing, empty, misspelt, or no lists."""
    unknown = set(unread) if scale_of(document) else {*unread, "scale"}
    for fault in faults:
        if len(fault.path) == 1:
            key = str(fault.path[0])
            unknown |= set(alike(key, _TOP)) if fault.code == "unknown-key" else {key}
    return unknown


def _ids_to_come(faults: Iterable[Fault], document: object, key: str) -> dict[str, Path]:
    """Return what the entries of a list that have no right id are called, with the id's place."""
    wanting = {
        each.path
        for each in faults
        if each.code in {"missing-id", "wrong-id"} and each.path[:1] == (key,)
    }
    return {
        text: (key, place, "id")
        for place, entry in entries(document, key)
        if (key, place, "id") in wanting
        for text in _called(entry)
    }


def _called(entry: Mapping[str, object]) -> Iterator[str]:
    name = entry.get("name", entry.get("title"))
    for text in (entry.get("id"), proposed_id(name), *_values(name)):
        if isinstance(text, str) and text:
            yield text


def _values(name: object) -> Iterable[object]:
    return name.values() if isinstance(name, Mapping) else ()


def _nearest(value: str, called: Mapping[str, Path]) -> Path:
    near = alike(value, called, limit=1)
    return called[near[0]] if near else ()


def _levels_to_come(document: object) -> set[int]:
    """Return the levels that the rows of the scale without a right level may be meant for."""
    levels = scale_of(document)
    wrong = len(entries(document, "scale")) - len(levels)
    if not levels or wrong == 0:
        return set()
    lowest, highest = levels[0], levels[-1]
    between = set(range(lowest, highest)).difference(levels)
    beyond = max(0, wrong - len(between))
    return (
        between
        | set(range(lowest - beyond, lowest))
        | set(range(highest + 1, highest + 1 + beyond))
    )


def _with_the_id_in_use(fault: Fault, in_use: Mapping[Path, str]) -> Fault:
    """Return a fault of an id that is missing or wrong, with the id that others use for it."""
    if fault.code in {"missing-id", "wrong-id"} and fault.path in in_use:
        return replace(fault, facts=dict(fault.facts) | {"wanted": in_use[fault.path]})
    return fault
