"""What is wrong with the document of a positions workbook, told at the cells that it comes from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from jdgap.assessments.positions_book.draft import Draft
from jdgap.assessments.positions_book.layout import Column
from jdgap.assessments.positions_book.parts import PART_READERS
from jdgap.assessments.positions_book.tables import Table
from jdgap.positions.loading import path_in_words
from jdgap.positions.rules import LISTED, Fault
from jdgap.positions.rules import Path as PartPath
from jdgap.problems import Place, Problem, in_order

_MOST_APART: Final = 3
"""More ids of one sheet that look like nothing on their list are told together."""
_MOST_NAMED: Final = 6


def problems_of(
    faults: Sequence[Fault], draft: Draft, tables: Mapping[str, Table], file: Place
) -> Iterator[Problem]:
    """Yield the problem that each fault of the document is, at the cell that it comes from."""
    for fault in faults:
        key = str(fault.path[0]) if fault.path else ""
        if key in PART_READERS and key not in tables:
            continue  # that the sheet is missing is told
        facts = dict(fault.facts)
        place = _place(fault.path, draft, tables, file)
        if fault.code == "missing-value":
            column = _column(fault.path, tables)
            in_words = path_in_words(fault.path, draft.document)
            facts["name"] = column.heading.text if column else in_words
        if fault.other:
            other = _place(fault.other, draft, tables, file)
            facts["other"] = other.cell if other.sheet == place.sheet else other.sheet
        yield Problem(fault.code, place, fault.value, facts)


def told_once(problems: Sequence[Problem], tables: Mapping[str, Table]) -> list[Problem]:
    """Return the problems, ids that are not on their list put together sheet by sheet.

    The same one is told once. Many that look like nothing on the list have one cause: what they
    stand for is gone, or is yet to be added.
    """
    told: list[Problem] = []
    strange: dict[tuple[str, object], list[Problem]] = {}
    seen: dict[tuple[str, object, str], list[Problem]] = {}
    for each in in_order(problems):
        if each.code != "unknown-id":
            told.append(each)
            continue
        what = each.facts["what"]
        seen.setdefault((each.place.sheet, what, each.value), []).append(each)
    for (sheet, what, _value), (first, *others) in seen.items():
        facts = dict(first.facts) | ({"count": 1 + len(others)} if others else {})
        alike = told if "suggestions" in facts else strange.setdefault((sheet, what), [])
        alike.append(replace(first, facts=facts))
    for (_sheet, what), alike in strange.items():
        told += [_together(alike, str(what), tables)] if len(alike) > _MOST_APART else alike
    return told


def _together(problems: Sequence[Problem], what: str, tables: Mapping[str, Table]) -> Problem:
    """Return one problem in place of those of many ids that are not on their list."""
    ids = [each.value for each in problems]
    facts = {
        "what": what,
        "count": len(ids),
        "ids": (*ids[:_MOST_NAMED], *("…",) * (len(ids) > _MOST_NAMED)),
        "sheet": tables[LISTED[what]].sheet.place.sheet,
    }
    return Problem("unknown-ids", problems[0].place, "", facts)


def _place(path: PartPath, draft: Draft, tables: Mapping[str, Table], file: Place) -> Place:
    """Return the cell of a part, or of what it is a part of, or its sheet."""
    for end in range(len(path), 0, -1):
        if path[:end] in draft.places:
            return draft.places[path[:end]]
    key = str(path[0]) if path else ""
    return tables[key].sheet.place if key in tables else file


def _column(path: PartPath, tables: Mapping[str, Table]) -> Column | None:
    """Return the column that a part stands in."""
    found = columns_of(path, tables)
    return found[0][1] if found else None


def columns_of(path: PartPath, tables: Mapping[str, Table]) -> list[tuple[Table, Column]]:
    """Return the columns that a part may stand in, with their table: a name has two."""
    *above, last = (*path, "name") if path == ("organisation",) else path or ("",)
    keys = {last, f"{last}_th", f"{last}_en", f"{above[-1]}_{last}" if above else last}
    for key in reversed([each for each in path if each in PART_READERS and each in tables]):
        table = tables[str(key)]
        found = [(table, column) for column in table.kind.columns if column.key in keys]
        if found:
            return found
    return []
