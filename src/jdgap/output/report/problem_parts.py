"""What the report's sheet of problems and the workbook of problems have in common."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from jdgap.output.excel.style import Dress
from jdgap.output.problem_words import SEVERITY_WORDS
from jdgap.output.report.list_sheet import TEXT, ListSheet
from jdgap.output.report.setting import Setting
from jdgap.problems import Severity
from jdgap.text.language import translate as _

CODE: Final = replace(TEXT, scale=0.85, wrap=False)
"""What the code of a problem looks like: for whoever looks it up, not for reading."""
SEVERITY_LOOKS: Final[Mapping[Severity, Dress]] = {
    Severity.ERROR: replace(TEXT, bold=True, fill="F6D5CC", colour="7A1500"),
    Severity.WARNING: replace(TEXT, fill="FFF2CC", colour="5C4400"),
    Severity.INFO: replace(TEXT, fill="EDEDED"),
}
SEVERITY_SIGNS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "■",
    Severity.WARNING: "▲",
    Severity.INFO: "○",
}
"""For those who do not see the colours."""

_ROOM_FOR_PATHS: Final = 3
"""Excel's units that a column of paths is wider than its lines are reckoned with."""


def signed_severities() -> dict[Severity, str]:
    """Return the word for each severity after its sign, in the language in use."""
    return {each: f"{SEVERITY_SIGNS[each]} {_(word)}" for each, word in SEVERITY_WORDS.items()}


def give_paths_room(listed: ListSheet, column: int) -> None:
    """Make a column of paths wider: they are long words, and a font may draw digits broad."""
    listed.sheet.set_column(column, column, listed.columns[column].width + _ROOM_FOR_PATHS)


def missing_headings() -> tuple[str, str, str, str]:
    """Return the headings above what `missing_rows` yields."""
    return _("Department"), _("Employee ID"), _("Name"), _("Position")


def missing_rows(setting: Setting) -> Iterator[tuple[str, str, str, str]]:
    """Yield who has not answered, by department."""
    attendance = setting.result.attendance
    for member in attendance.missing if attendance else ():
        held = setting.book.position_by_id.get(member.position_id)
        title = held.title.text if held else member.position_written
        yield member.department, member.employee_id, member.name, title
