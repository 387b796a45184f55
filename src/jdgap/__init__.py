"""Competency gaps from assessment spreadsheets.

Everything a command does is a call here; docs/library.md lists them by task, with examples.

>>> import jdgap
>>> book = jdgap.load_book()
>>> book.position_by_id["officer-it"].required["unity"]
3

Reading files starts processes. In a script such calls belong under `if __name__ == "__main__":`, as
with every use of Python's `multiprocessing`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdgap.assessments import Count
    from jdgap.assessments.activities.model import Activity
    from jdgap.assessments.activities.reading import read_activities
    from jdgap.assessments.duplicates import OnDuplicate
    from jdgap.assessments.finding import MissingPathsError
    from jdgap.assessments.opening.faults import FileFaultError
    from jdgap.assessments.positions_book.reading import PositionsReading
    from jdgap.assessments.reports.reading import read_report
    from jdgap.assessments.roster.roster import read_roster
    from jdgap.gaps import Comparison, PersonGaps, compare_person
    from jdgap.gaps.changes import RoundComparison
    from jdgap.gaps.comparing import NotComparableError, compare_rounds
    from jdgap.gaps.explanations import Explanation, explain
    from jdgap.gaps.plan import PlanLine, plan_lines
    from jdgap.gaps.readiness import Readiness, readiness
    from jdgap.gaps.readiness_result import Asked, ReadinessResult, readiness_result
    from jdgap.gaps.round import RoundResult
    from jdgap.output.comparison.book import write_comparison
    from jdgap.output.comparison_records import change_rows, comparison_document
    from jdgap.output.difference_records import difference_rows, differences_document
    from jdgap.output.excel.form import FormDetails, write_form
    from jdgap.output.excel.gap_sheet import write_gap_sheets
    from jdgap.output.explanation_records import explained_document
    from jdgap.output.positions_book.book import export_positions
    from jdgap.output.problem_book.book import write_problem_book
    from jdgap.output.readiness_records import readiness_document, readiness_rows
    from jdgap.output.records import check_document, gap_rows, positions_document
    from jdgap.output.report.book import write_report
    from jdgap.output.round_records import round_document, validation_document
    from jdgap.positions import Book, BookError, Names, UnknownPositionError, load_book
    from jdgap.positions.differences import BookComparison, Difference, compare_books
    from jdgap.positions.doubts import Doubt, positions_doubts
    from jdgap.positions.loading import book_text
    from jdgap.positions.schema import positions_schema
    from jdgap.problems import Problem, Severity
    from jdgap.text.language import use_language
    from jdgap.workflows import Checked, check_files
    from jdgap.workflows.anonymity.comparison import anonymised_comparison
    from jdgap.workflows.comparing import compare_files
    from jdgap.workflows.forms import FormsExistError, FormsStoppedError, write_forms
    from jdgap.workflows.positions import import_positions, read_positions, validate_positions
    from jdgap.workflows.previous import compare_with_previous, read_previous
    from jdgap.workflows.readiness import assess_readiness
    from jdgap.workflows.round import RoundRules, assess_round

_HOMES = {
    "Activity": "jdgap.assessments.activities.model",
    "Asked": "jdgap.gaps.readiness_result",
    "Book": "jdgap.positions",
    "BookComparison": "jdgap.positions.differences",
    "BookError": "jdgap.positions",
    "Checked": "jdgap.workflows",
    "Comparison": "jdgap.gaps",
    "Count": "jdgap.assessments",
    "Difference": "jdgap.positions.differences",
    "Doubt": "jdgap.positions.doubts",
    "Explanation": "jdgap.gaps.explanations",
    "FileFaultError": "jdgap.assessments.opening.faults",
    "FormDetails": "jdgap.output.excel.form",
    "FormsExistError": "jdgap.workflows.forms",
    "FormsStoppedError": "jdgap.workflows.forms",
    "MissingPathsError": "jdgap.assessments.finding",
    "Names": "jdgap.positions",
    "NotComparableError": "jdgap.gaps.comparing",
    "OnDuplicate": "jdgap.assessments.duplicates",
    "PersonGaps": "jdgap.gaps",
    "PlanLine": "jdgap.gaps.plan",
    "PositionsReading": "jdgap.assessments.positions_book.reading",
    "Problem": "jdgap.problems",
    "Readiness": "jdgap.gaps.readiness",
    "ReadinessResult": "jdgap.gaps.readiness_result",
    "RoundComparison": "jdgap.gaps.changes",
    "RoundResult": "jdgap.gaps.round",
    "RoundRules": "jdgap.workflows.round",
    "Severity": "jdgap.problems",
    "UnknownPositionError": "jdgap.positions",
    "anonymised_comparison": "jdgap.workflows.anonymity.comparison",
    "assess_readiness": "jdgap.workflows.readiness",
    "assess_round": "jdgap.workflows.round",
    "book_text": "jdgap.positions.loading",
    "change_rows": "jdgap.output.comparison_records",
    "check_document": "jdgap.output.records",
    "check_files": "jdgap.workflows",
    "compare_books": "jdgap.positions.differences",
    "compare_files": "jdgap.workflows.comparing",
    "compare_person": "jdgap.gaps",
    "compare_rounds": "jdgap.gaps.comparing",
    "compare_with_previous": "jdgap.workflows.previous",
    "comparison_document": "jdgap.output.comparison_records",
    "difference_rows": "jdgap.output.difference_records",
    "differences_document": "jdgap.output.difference_records",
    "explain": "jdgap.gaps.explanations",
    "explained_document": "jdgap.output.explanation_records",
    "export_positions": "jdgap.output.positions_book.book",
    "gap_rows": "jdgap.output.records",
    "import_positions": "jdgap.workflows.positions",
    "load_book": "jdgap.positions",
    "plan_lines": "jdgap.gaps.plan",
    "positions_document": "jdgap.output.records",
    "positions_doubts": "jdgap.positions.doubts",
    "positions_schema": "jdgap.positions.schema",
    "read_activities": "jdgap.assessments.activities.reading",
    "read_positions": "jdgap.workflows.positions",
    "read_previous": "jdgap.workflows.previous",
    "read_report": "jdgap.assessments.reports.reading",
    "read_roster": "jdgap.assessments.roster.roster",
    "readiness": "jdgap.gaps.readiness",
    "readiness_document": "jdgap.output.readiness_records",
    "readiness_result": "jdgap.gaps.readiness_result",
    "readiness_rows": "jdgap.output.readiness_records",
    "round_document": "jdgap.output.round_records",
    "use_language": "jdgap.text.language",
    "validate_positions": "jdgap.workflows.positions",
    "validation_document": "jdgap.output.round_records",
    "write_comparison": "jdgap.output.comparison.book",
    "write_form": "jdgap.output.excel.form",
    "write_forms": "jdgap.workflows.forms",
    "write_gap_sheets": "jdgap.output.excel.gap_sheet",
    "write_problem_book": "jdgap.output.problem_book.book",
    "write_report": "jdgap.output.report.book",
}

__all__ = [
    "Activity",
    "Asked",
    "Book",
    "BookComparison",
    "BookError",
    "Checked",
    "Comparison",
    "Count",
    "Difference",
    "Doubt",
    "Explanation",
    "FileFaultError",
    "FormDetails",
    "FormsExistError",
    "FormsStoppedError",
    "MissingPathsError",
    "Names",
    "NotComparableError",
    "OnDuplicate",
    "PersonGaps",
    "PlanLine",
    "PositionsReading",
    "Problem",
    "Readiness",
    "ReadinessResult",
    "RoundComparison",
    "RoundResult",
    "RoundRules",
    "Severity",
    "UnknownPositionError",
    "anonymised_comparison",
    "assess_readiness",
    "assess_round",
    "book_text",
    "change_rows",
    "check_document",
    "check_files",
    "compare_books",
    "compare_files",
    "compare_person",
    "compare_rounds",
    "compare_with_previous",
    "comparison_document",
    "difference_rows",
    "differences_document",
    "explain",
    "explained_document",
    "export_positions",
    "gap_rows",
    "import_positions",
    "load_book",
    "plan_lines",
    "positions_document",
    "positions_doubts",
    "positions_schema",
    "read_activities",
    "read_positions",
    "read_previous",
    "read_report",
    "read_roster",
    "readiness",
    "readiness_document",
    "readiness_result",
    "readiness_rows",
    "round_document",
    "use_language",
    "validate_positions",
    "validation_document",
    "write_comparison",
    "write_form",
    "write_forms",
    "write_gap_sheets",
    "write_problem_book",
    "write_report",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (PEP 562)
    """Import a public name when it is first used: a command pays only for what it needs."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'jdgap' has no attribute {name!r}", name=name)


def __dir__() -> list[str]:
    """Return what is there for completion, the public names before their first use included."""
    return sorted({*globals(), *__all__})
