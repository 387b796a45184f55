"""The sheet of problems: what stands in the way of comparing, of both inputs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from jdgap.output.comparison.setting import Compared
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress
from jdgap.output.problem_words import counted
from jdgap.output.report.list_sheet import TEXT, ListColumn, ListSheet, title_with_round
from jdgap.output.report.problem_parts import (
    CODE,
    SEVERITY_LOOKS,
    give_paths_room,
    signed_severities,
)
from jdgap.problems import Problem, worst_first
from jdgap.text.language import translate as _

_FILE_COLUMN: Final = 1
_VALUE_COLUMN: Final = 4


def add_problems(compared: Compared) -> None:
    """Add the sheet with a row for each problem, errors first."""
    problems = compared.comparison.problems
    listed = ListSheet(
        compared.setting,
        "problems",
        _columns(),
        title=title_with_round(compared.setting, "problems"),
        remarks=(counted(problems),),
    )
    give_paths_room(listed, _FILE_COLUMN)
    if not problems:
        listed.fill_with_words(_("Nothing is wrong: everything that was read could be used."))
        return
    texts = listed.range_of(_VALUE_COLUMN, len(problems))
    listed.sheet.ignore_errors({"number_stored_as_text": texts})
    listed.fill(_rows(problems), len(problems))


def _columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("Severity"), 17, TEXT),
        ListColumn(_("File"), 31, TEXT),
        ListColumn(_("Sheet"), 15, TEXT),
        ListColumn(_("Cell"), 9, TEXT),
        ListColumn(_("Value found"), 14, TEXT),
        ListColumn(_("What is wrong"), 48, TEXT),
        ListColumn(_("What to do"), 46, TEXT),
        ListColumn(_("Code"), 26, CODE),
    )


def _rows(
    problems: Iterable[Problem],
) -> Iterator[tuple[Sequence[CellValue], Mapping[int, Dress]]]:
    words = signed_severities()
    looks = {each: {0: dress} for each, dress in SEVERITY_LOOKS.items()}
    for problem in worst_first(problems):
        place = problem.place
        values = (
            *(words[problem.severity], place.file, place.sheet, place.cell, problem.value),
            *(problem.message(), problem.remedy(), problem.code),
        )
        yield values, looks[problem.severity]
