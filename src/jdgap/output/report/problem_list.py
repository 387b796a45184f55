"""The sheet of problems: who has not answered, and what is wrong in the answers.

Those who have not answered come first: somebody has to remind them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from jdgap.assessments.roster.roster import StaffMember
from jdgap.gaps.attendance import Attendance
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress
from jdgap.output.report.list_sheet import TEXT, ListColumn, ListSheet, place_in, title_with_round
from jdgap.output.report.setting import Setting
from jdgap.problems import Problem, Severity
from jdgap.text.language import mark
from jdgap.text.language import translate as _

MISSING_TABLE: Final = "jdgap_missing"
PROBLEM_TABLE: Final = "jdgap_problems"
"""Names of the two tables: each has filters of its own."""

_PART: Final = Dress(bold=True, wrap=False, upright="bottom")
_PART_SIZES = 2.2
"""Height of a part's heading, in sizes of the font."""
_CODE: Final = replace(TEXT, scale=0.85, wrap=False)
_WORDS: Final = {
    Severity.ERROR: ("■", mark("error")),
    Severity.WARNING: ("▲", mark("warning")),
    Severity.INFO: ("○", mark("note")),
}
_LOOKS: Final = {
    Severity.ERROR: {0: replace(TEXT, bold=True, fill="F6D5CC", colour="7A1500")},
    Severity.WARNING: {0: replace(TEXT, fill="FFF2CC", colour="5C4400")},
    Severity.INFO: {0: replace(TEXT, fill="EDEDED")},
}
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
        remarks=(_about_missing(attendance), _about_problems(problems)),
        frozen_columns=None if missing else 0,
        legend_rows=len(missing) + _ROWS_AROUND_MISSING if missing else 0,
    )
    if missing:
        _add_missing(listed, missing)
    if not problems:
        listed.fill_with_words(_("Nothing is wrong: everything that was read could be used."))
        return
    _add_table(listed, listed.heading_row, PROBLEM_TABLE, columns, len(problems))
    listed.fill(_rows(problems), len(problems), filtered=False)


def _about_missing(attendance: Attendance | None) -> str:
    if attendance is None:
        return _("Who has not answered is not known: no list of staff was given.")
    if not attendance.missing:
        return _("Everybody on the list of staff has answered.")
    return _("Not answered: {count} of {expected} on the list of staff").format(
        count=len(attendance.missing), expected=attendance.whole.expected
    )


def _about_problems(problems: Iterable[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    return _("Errors: {errors}, warnings: {warnings}, notes: {notes}").format(
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.INFO],
    )


def _columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(_("Severity"), 19, TEXT),
        ListColumn(_("Code"), 27, _CODE),
        ListColumn(_("File"), 34, TEXT),
        ListColumn(_("Sheet"), 28, TEXT),
        ListColumn(_("Cell"), 9, TEXT),
        ListColumn(_("Value found"), 16, TEXT),
        ListColumn(_("What is wrong"), 48, TEXT),
        ListColumn(_("What to do"), 46, TEXT),
    )


def _missing_columns() -> tuple[ListColumn, ...]:
    """Return the columns of those who have not answered; they stand in those of the problems."""
    headings = (_("Department"), _("Employee ID"), _("Name"), _("Position"))
    return tuple(
        replace(column, heading=heading, dress=TEXT)
        for heading, column in zip(headings, _columns(), strict=False)
    )


def _add_missing(listed: ListSheet, missing: Sequence[StaffMember]) -> None:
    """Add those who have not answered, into the rows above the headings of the problems."""
    book, columns = listed.setting.book, _missing_columns()
    heading = listed.legend_row + 2
    target = place_in(listed.setting.titles["problems"], f"A{listed.heading_row}")
    listed.write_link(listed.legend_row, target, _("Go to the problems in the answers"))
    _write_part(listed, heading - 1, _("Not answered yet"))
    _write_part(listed, listed.heading_row - 1, _("Problems in the answers"))
    _add_table(listed, heading, MISSING_TABLE, columns, len(missing))
    for row, member in enumerate(missing, start=heading + 1):
        held = book.position_by_id.get(member.position_id)
        title = held.title.text if held else member.position_written
        values = (member.department, member.employee_id, member.name, title)
        listed.write_row(row, columns, values)
    ids = f"B{heading + 2}:B{heading + 1 + len(missing)}"
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
    severities = list(Severity)
    words = {each: f"{symbol} {_(word)}" for each, (symbol, word) in _WORDS.items()}
    for problem in sorted(problems, key=lambda each: severities.index(each.severity)):
        place, severity = problem.place, problem.severity
        values = (
            words[severity],
            problem.code,
            place.file,
            place.sheet,
            place.cell,
            problem.value,
            problem.message(),
            problem.remedy(),
        )
        yield values, _LOOKS[severity]
