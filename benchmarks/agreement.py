"""Fails unless every result says what the answers say: else their times are not comparable.

    python benchmarks/agreement.py EXPECTED.json RESULT...

A result is a report workbook, of jdgap or of a peer, or a JSON file like EXPECTED.json. It runs in
a process of its own, because what is read here is large (see measure.py).
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from python_calamine import CalamineWorkbook

_SHEET: Final = "ข้อมูล"
_EMPLOYEE_ID, _SHORTFALL = 1, 14
"""The columns, counted from 0; all reports have them in the same place."""


def said(result: Path) -> dict[str, int]:
    """Return the number of people and their total shortfall in a result."""
    if result.suffix == ".json":
        counted: dict[str, int] = json.loads(result.read_text(encoding="utf-8"))
        return counted
    people: set[str] = set()
    total = 0.0
    for employee_id, shortfall in _answers(result):
        people.add(employee_id)
        total += shortfall
    return {"people": len(people), "shortfall": round(total)}


def _answers(report: Path) -> Iterator[tuple[str, float]]:
    """Yield whose each row of the data sheet is, with its shortfall; 0 where there is none."""
    rows = CalamineWorkbook.from_path(report).get_sheet_by_name(_SHEET).iter_rows()
    wide = (row for row in rows if len(row) > _SHORTFALL and str(row[_EMPLOYEE_ID]).strip())
    next(wide)  # the headings
    for row in wide:
        shortfall = row[_SHORTFALL]
        yield str(row[_EMPLOYEE_ID]), shortfall if isinstance(shortfall, float) else 0.0


def main(expected: Path, results: list[Path]) -> None:
    wanted = said(expected)
    for result in results:
        found = said(result)
        if found != wanted:
            sys.exit(f"{result.name} says {found}, the answers say {wanted}")


if __name__ == "__main__":
    first, *others = (Path(argument) for argument in sys.argv[1:])
    main(first, others)
