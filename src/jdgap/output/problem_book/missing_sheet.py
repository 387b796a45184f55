"""The third sheet: who on the list of staff has not answered, and has to be reminded."""

from typing import Final

from jdgap.output.problem_words import about_missing
from jdgap.output.report.list_sheet import TEXT, ListColumn, ListSheet, title_with_round
from jdgap.output.report.problem_parts import missing_headings, missing_rows
from jdgap.output.report.setting import Setting

_WIDTHS: Final = (34, 15, 34, 50)
_ID_COLUMN = 1


def add_missing(setting: Setting) -> None:
    """Add the sheet, where somebody is missing."""
    attendance = setting.result.attendance
    if attendance is None or not attendance.missing:
        return
    count = len(attendance.missing)
    listed = ListSheet(
        setting,
        "missing",
        [
            ListColumn(heading, width, TEXT)
            for heading, width in zip(missing_headings(), _WIDTHS, strict=True)
        ],
        title=title_with_round(setting, "missing"),
        remarks=(about_missing(attendance),),
    )
    ids = listed.range_of(_ID_COLUMN, count)
    listed.sheet.ignore_errors({"number_stored_as_text": ids})
    listed.fill(((row, {}) for row in missing_rows(setting)), count)
