"""The sheet of problems: who has not answered, and what is wrong in the answers.

Those who have not answered come first: somebody has to remind them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress
from jdgap.output.problem_words import about_missing, counted
from jdgap.output.report.list_sheet import TEXT, ListColumn, ListSheet, place_in, title_with_round
from jdgap.output.report.problem_parts import (
    CODE,
    SEVERITY_LOOKS,
    give_paths_room,
    missing_headings,
    missing_rows,
    signed_severities,
)
from jdgap.output.report.setting import Setting
from jdgap.problems import Problem, worst_first
from jdgap.text.language import translate as _

MISSING_TABLE: Final = "jdgap_missing"
PROBLEM_TABLE: Final = "jdgap_problems"
"""Names of the two tables: each has filters of its own."""

_PART: Final = Dress(bold=True, wrap=False, upright="bottom")
_PART_SIZES = 2.2
"""Height of a part's heading, in sizes of the font."""
_FILE_COLUMN = 2
_ROWS_AROUND_MISSING = 5
"""A link, heading and column headings above the list; an empty row and a heading below it."""

_Row = tuple[Sequence[CellValue], Mapping[int, Dress]]


def add_problems(setting: Setting) -> None:
    """Add the sheet with everybody who has not answered, and every problem."""
    attendance, problems = setting.result.attendance, setting.result.problems
    missing = attendance.missing if attendance else ()
    columns = _columns()
    listed = ListSheet(
        setting,
        "problems",
        columns,
        title=title_with_round(setting, "problems"),
        remarks=(about_missing(attendance), counted(problems)),
        frozen_columns=None if missing else 0,
        legend_rows=len(missing) + _ROWS_AROUND_MISSING if missing else 0,
    )
    give_paths_room(listed, _FILE_COLUMN)
    if missing:
        _add_missing(listed, len(missing))
    if not problems:
        listed.fill_with_words(_("Nothing is wrong: everything that was read could be used."))
        return
    _add_table(listed, listed.heading_row, PROBLEM_TABLE, columns, len(problems))
    listed.fill(_rows(problems), len(problems), filtered=False)


def _columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("Severity"), 19, TEXT),
        ListColumn(_("Code"), 27, CODE),
        ListColumn(_("File"), 34, TEXT),
        ListColumn(_("Sheet"), 28, TEXT),
        ListColumn(_("Cell"), 9, TEXT),
        ListColumn(_("Value found"), 16, TEXT),
        ListColumn(_("What is wrong"), 48, TEXT),
        ListColumn(_("What to do"), 46, TEXT),
    )


def _missing_columns() -> tuple[ListColumn, ...]:
    """Return the columns of those who have not answered; they stand in those of the problems."""
    return tuple(
        replace(column, heading=heading, dress=TEXT)
        for heading, column in zip(missing_headings(), _columns(), strict=False)
    )


def _add_missing(listed: ListSheet, count: int) -> None:
    """Add those who have not answered, into the rows above the headings of the problems."""
    columns = _missing_columns()
    heading = listed.legend_row + 2
    target = place_in(listed.setting.titles["problems"], f"A{listed.heading_row}")
    listed.write_link(listed.legend_row, target, _("Go to the problems in the answers"))
    _write_part(listed, heading - 1, _("Not answered yet"))
    _write_part(listed, listed.heading_row - 1, _("Problems in the answers"))
    _add_table(listed, heading, MISSING_TABLE, columns, count)
    for row, values in enumerate(missing_rows(listed.setting), start=heading + 1):
        listed.write_row(row, columns, values)
    ids = f"B{heading + 2}:B{heading + 1 + count}"
    listed.sheet.ignore_errors({"number_stored_as_text": ids})


def _write_part(listed: ListSheet, row: int, words: str) -> None:
    listed.setting.looks.write(listed.sheet, row, 0, words, _PART)
    listed.sheet.set_row(row, listed.setting.face.size * _PART_SIZES)


def _add_table(
    listed: ListSheet, row: int, name: str, columns: Sequence[ListColumn], count: int
) -> None:
    named = [{"header": each.heading} for each in columns]
    options = {"name": name, "columns": named, "style": None}
    listed.sheet.add_streamed_table(row, count, options)
    listed.write_headings(row, columns)


def _rows(problems: Iterable[Problem]) -> Iterator[_Row]:
    """Yield the problems, errors first; else they keep their order, which is that of places."""
    words = signed_severities()
    looks = {each: {0: dress} for each, dress in SEVERITY_LOOKS.items()}
    for problem in worst_first(problems):
        place = problem.place
        values = (
            words[problem.severity],
            problem.code,
            place.file,
            place.sheet,
            place.cell,
            problem.value,
            problem.message(),
            problem.remedy(),
        )
        yield values, looks[problem.severity]
