"""The second sheet: every problem with its place, what to do, and a cell to tick off."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress
from jdgap.output.problem_book.owners import Owners
from jdgap.output.problem_words import counted
from jdgap.output.report.list_sheet import TEXT, ListColumn, ListSheet, title_with_round
from jdgap.output.report.plan import TO_FILL_IN
from jdgap.output.report.problem_parts import (
    CODE,
    SEVERITY_LOOKS,
    give_paths_room,
    signed_severities,
)
from jdgap.output.report.setting import Setting
from jdgap.problems import Problem, Severity
from jdgap.text.language import translate as _

_TICK: Final = "✓"
_TO_TICK: Final = replace(TO_FILL_IN, across="center", indent=0)
_GROUND: Final = "F3F6FA"
"""Behind every other file, so that the eye sees where the next one begins."""
_OWNER_COLUMN, _VALUE_COLUMN, _SEVERITY_COLUMN = 3, 4, 8

_Row = tuple[Sequence[CellValue], Mapping[int, Dress]]


def add_problem_rows(setting: Setting, owners: Owners) -> int:
    """Add the sheet; return the row of the first problem, counted from 0."""
    columns, problems = _columns(), setting.result.problems
    listed = ListSheet(
        setting,
        "problems",
        columns,
        title=title_with_round(setting, "problems"),
        remarks=(counted(problems),),
    )
    give_paths_room(listed, 0)
    if not problems:
        listed.fill_with_words(_("Nothing is wrong: everything that was read could be used."))
        return listed.heading_row + 1
    count = len(problems)
    tick = listed.range_of(len(columns) - 1, count)
    listed.sheet.data_validation(tick, {"validate": "list", "source": [_TICK], "show_error": False})
    texts = listed.range_of(_OWNER_COLUMN, count, _VALUE_COLUMN)
    listed.sheet.ignore_errors({"number_stored_as_text": texts})
    listed.fill(_rows(problems, owners, columns), count)
    return listed.heading_row + 1


def _columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("File"), 31, TEXT),
        ListColumn(_("Sheet"), 15, TEXT),
        ListColumn(_("Cell"), 8, TEXT),
        ListColumn(_("Employee"), 20, TEXT),
        ListColumn(_("Value found"), 14, TEXT),
        ListColumn(_("Problem"), 22, replace(TEXT, bold=True)),
        ListColumn(_("What is wrong"), 42, TEXT),
        ListColumn(_("What to do"), 40, TEXT),
        ListColumn(_("Severity"), 16, TEXT),
        ListColumn(_("Code"), 26, CODE),
        ListColumn(_("Mended"), 10, _TO_TICK),
    )


def _rows(
    problems: Sequence[Problem], owners: Owners, columns: Sequence[ListColumn]
) -> Iterator[_Row]:
    """Yield the problems by file; a cell of an address stays text: a file is opened by people."""
    words = signed_severities()
    looks = [_looks(columns, ground) for ground in (None, _GROUND)]
    files = groupby(problems, key=lambda problem: problem.place.file)
    for number, (_file, here) in enumerate(files):
        for problem in here:
            place = problem.place
            values = (
                place.file,
                place.sheet,
                place.cell,
                owners.of(problem),
                problem.value,
                _(problem.kind.title),
                problem.message(),
                problem.remedy(),
                words[problem.severity],
                problem.code,
                None,
            )
            yield values, looks[number % 2][problem.severity]


def _looks(columns: Sequence[ListColumn], ground: str | None) -> dict[Severity, dict[int, Dress]]:
    """Return by severity the cells that look otherwise than their column, on this ground."""
    known = range(len(columns) - 1) if ground else ()
    on_ground = {place: replace(columns[place].dress, fill=ground) for place in known}
    return {
        severity: on_ground | {_SEVERITY_COLUMN: dress}
        for severity, dress in SEVERITY_LOOKS.items()
    }
