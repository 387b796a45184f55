"""The sheets of the workbooks that jdgap reports in: one that lies among the answers is none."""

from collections.abc import Iterable
from typing import Final, TypeAlias

from jdgap.text.language import current_language

REPORT_SHEETS: Final = (
    ("summary", "สรุป", "Summary"),
    ("people", "รายบุคคล", "People"),
    ("departments", "ฝ่าย", "Departments"),
    ("needs", "ความต้องการพัฒนา", "Training needs"),
    ("plan", "แผนพัฒนา", "Development plan"),
    ("data", "ข้อมูล", "Data"),
    ("problems", "ปัญหา", "Problems"),
    ("requirements", "เกณฑ์", "Requirements"),
)
"""Key, Thai title and English title of each sheet, in their order."""

PROBLEM_BOOK_SHEETS: Final = (
    ("files", "ไฟล์ที่ตรวจ", "Files checked"),
    ("problems", "รายการปัญหา", "List of problems"),
    ("missing", "ผู้ที่ยังไม่ส่ง", "Not answered"),
)
"""The same of the workbook of problems; the last sheet is there where somebody is missing."""

COMPARISON_SHEETS: Final = (
    ("summary", "สรุปการเปรียบเทียบ", "Comparison"),
    ("departments", "เปรียบเทียบฝ่าย", "Departments then and now"),
    ("competencies", "เปรียบเทียบสมรรถนะ", "Competencies then and now"),
    ("people", "เปรียบเทียบรายบุคคล", "People then and now"),
    ("changes", "การเปลี่ยนแปลงทั้งหมด", "All changes"),
    ("requirements", "เกณฑ์ที่เปลี่ยน", "Changed requirements"),
    ("problems", "ปัญหาในการเปรียบเทียบ", "Problems in comparing"),
)
"""The same of the workbook that compares two rounds."""

_Sheets: TypeAlias = tuple[tuple[str, str, str], ...]
_OWN: Final = ((REPORT_SHEETS, 6), (PROBLEM_BOOK_SHEETS, 2), (COMPARISON_SHEETS, 4))
"""So many of the sheets tell which it is: people delete some before they pass it on."""


def report_titles() -> dict[str, str]:
    """Return the title of each sheet by its key, in the language in use."""
    return _titles(REPORT_SHEETS)


def problem_book_titles() -> dict[str, str]:
    """Return the title of each sheet of the workbook of problems, as `report_titles` does."""
    return _titles(PROBLEM_BOOK_SHEETS)


def comparison_titles() -> dict[str, str]:
    """Return the title of each sheet of the workbook of two rounds, as `report_titles` does."""
    return _titles(COMPARISON_SHEETS)


def _titles(sheets: _Sheets) -> dict[str, str]:
    place = 1 if current_language() == "th" else 2
    return {entry[0]: entry[place] for entry in sheets}


def is_own_report(titles: Iterable[str]) -> bool:
    """Return whether `jdgap report`, `validate` or `compare` made a workbook with these sheets."""
    found = set(titles)
    for sheets, enough in _OWN:
        _keys, *languages = zip(*sheets, strict=True)
        if any(len(found.intersection(own)) >= enough for own in languages):
            return True
    return False
