"""Reading a report of jdgap back, exactly as its round was counted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.worker import one_by_one
from jdgap.assessments.reports.model import KeptCompetency, KeptPerson, KeptRound
from jdgap.problems import Place, Problem
from jdgap.text.language import mark as _

if TYPE_CHECKING:
    from jdgap.assessments.reports.edits import Edits

_MISFIT: Final = _("what stands in some cells does not fit the rest")
_NO_CHECKSUM: Final = _("its checksum is missing")
_OTHER_CHECKSUM: Final = _("its checksum is another one")


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report that was read back.

    Attributes:
        round: As it was counted when the report was made; its people in the order of the rows.
        problems: `edited-report` where it was changed since, and some of the cells that show it.
    """

    round: KeptRound
    problems: tuple[Problem, ...]


FoundReport: TypeAlias = ReadReport | FileFaultError | None
"""What became of a file: None where it is no report at all, a fault where it cannot be used."""


def read_report(path: Path, *, max_file_bytes: int = limits.FILE_BYTES) -> ReadReport:
    """Return the round that a report workbook holds, in whatever language it was written.

    Args:
        path: The workbook.
        max_file_bytes: How large it may be.

    Raises:
        FileFaultError: It cannot be opened, or is no whole report.
    """
    (found,) = find_reports([path], max_file_bytes=max_file_bytes)
    if isinstance(found, FileFaultError):
        raise found
    if found is None:
        raise FileFaultError("not-a-report", reason=_("it has none of a report's sheets"))
    return found


def find_reports(
    paths: Sequence[Path], *, max_file_bytes: int = limits.FILE_BYTES
) -> list[FoundReport]:
    """Return what each of `paths` holds, each opened in a worker that may die.

    Args:
        paths: Files: reports, and others.
        max_file_bytes: How large they may be.
    """
    calls = [(path, max_file_bytes) for path in paths]
    return list(one_by_one(_read, calls, workers=max(1, len(calls))))


def _read(_shared: object, path: Path, max_file_bytes: int) -> ReadReport | None:
    # Only the worker needs what opening takes; this process starts without it.
    from jdgap.assessments.reports.checksum import checksum
    from jdgap.assessments.reports.edits import NOT_A_LEVEL, Edits
    from jdgap.assessments.reports.requirements import read_requirements
    from jdgap.assessments.reports.rows import DataRows
    from jdgap.assessments.reports.sheets import report_sheets

    sheets = report_sheets(path, str(path), max_file_bytes)
    if sheets is None:
        return None
    said = read_requirements(sheets.rules, str(path))
    edits = Edits()
    for cell, value in said.faulty.items():
        edits.add(replace(sheets.requirements, cell=cell), value, NOT_A_LEVEL)
    rows = DataRows(said, sheets.requirements, edits)
    for sheet in sheets.data:
        rows.add(sheet)
    people = rows.people()
    agrees = said.checksum == checksum(said.frame, people)
    edited = _edited(edits, sheets.requirements, said.checksum, agrees=agrees)
    kept = replace(said.frame, people=people, competencies=_with_strangers(said.frame, people))
    return ReadReport(kept, tuple(edited))


def _with_strangers(frame: KeptRound, people: Iterable[KeptPerson]) -> dict[str, KeptCompetency]:
    """Return the competencies with those that only the data has, because somebody changed it."""
    ids = dict.fromkeys(key for person in people for key in person.levels)
    strangers = {key: KeptCompetency(key, key, "") for key in ids if key not in frame.competencies}
    return {**frame.competencies, **strangers}  # in the book's order, whatever the rows' is


def _edited(edits: "Edits", rules: Place, checksum: str, *, agrees: bool) -> Iterator[Problem]:
    """Yield that the report was changed, if it was, and each cell where that is seen."""
    if not edits.count and agrees:
        return
    reason = _MISFIT
    if not edits.count:
        reason = _OTHER_CHECKSUM if checksum else _NO_CHECKSUM
    yield Problem("edited-report", rules, facts={"reason": reason, "count": edits.count})
    yield from edits.told
