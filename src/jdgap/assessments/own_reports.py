"""The sheets of the report workbook: a report that lies among the answers is none of them."""

from collections.abc import Iterable
from typing import Final

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

_ENOUGH: Final = 6
"""So many of the sheets tell a report: people delete some before they pass it on."""


def report_titles() -> dict[str, str]:
    """Return the title of each sheet by its key, in the language in use."""
    place = 1 if current_language() == "th" else 2
    return {entry[0]: entry[place] for entry in REPORT_SHEETS}


def is_own_report(titles: Iterable[str]) -> bool:
    """Return whether a workbook with these sheets was made by `jdgap report`."""
    found = set(titles)
    languages = (
        {thai for _key, thai, _english in REPORT_SHEETS},
        {english for _key, _thai, english in REPORT_SHEETS},
    )
    return any(len(found & own) >= _ENOUGH for own in languages)
