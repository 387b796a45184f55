"""Competency gaps from assessment spreadsheets.

Everything a command does is a call here:

>>> import jdgap
>>> book = jdgap.load_book()
>>> book.position_by_id["officer-it"].required["unity"]
3
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdgap.assessments import Count
    from jdgap.gaps import PersonGaps, compare_person
    from jdgap.gaps.round import RoundResult
    from jdgap.output.excel.form import FormDetails, write_form
    from jdgap.output.excel.gap_sheet import write_gap_sheets
    from jdgap.output.report.book import write_report
    from jdgap.positions import Book, load_book
    from jdgap.problems import Problem
    from jdgap.workflows import Checked, check_files
    from jdgap.workflows.round import RoundRules, assess_round

_HOMES = {
    "Book": "jdgap.positions",
    "Checked": "jdgap.workflows",
    "Count": "jdgap.assessments",
    "FormDetails": "jdgap.output.excel.form",
    "PersonGaps": "jdgap.gaps",
    "Problem": "jdgap.problems",
    "RoundResult": "jdgap.gaps.round",
    "RoundRules": "jdgap.workflows.round",
    "assess_round": "jdgap.workflows.round",
    "check_files": "jdgap.workflows",
    "compare_person": "jdgap.gaps",
    "load_book": "jdgap.positions",
    "write_form": "jdgap.output.excel.form",
    "write_gap_sheets": "jdgap.output.excel.gap_sheet",
    "write_report": "jdgap.output.report.book",
}

__all__ = [
    "Book",
    "Checked",
    "Count",
    "FormDetails",
    "PersonGaps",
    "Problem",
    "RoundResult",
    "RoundRules",
    "assess_round",
    "check_files",
    "compare_person",
    "load_book",
    "write_form",
    "write_gap_sheets",
    "write_report",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (PEP 562)
    """Import a public name when it is first used: a command pays only for what it needs."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(name)
