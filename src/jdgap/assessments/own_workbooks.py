"""Whether a file that stands where an output shall go is one of jdgap's own reports."""

from pathlib import Path

from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.guard import FileKind, guard
from jdgap.assessments.opening.workbooks import opened
from jdgap.assessments.opening.worker import one_by_one
from jdgap.assessments.own_reports import is_own_report


def is_own_workbook(path: Path) -> bool:
    """Return whether `jdgap report`, `validate` or `compare` made the file at `path`.

    It is opened in a worker that may die; what cannot be opened is none of ours.
    """
    (found,) = one_by_one(_is_own, [(path,)])
    return found is True


def _is_own(_shared: object, path: Path) -> bool:
    guarded = guard(path)
    if guarded.kind is FileKind.TEXT:
        return False
    try:
        return is_own_report(opened(guarded.content).sheet_names)
    except FileFaultError:
        return False
