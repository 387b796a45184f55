"""The sheets of a report that are read back; runs in a worker that may die.

Only these are opened, and their rows come one by one: a report may have hundreds of sheets, and its
data more rows than answers may have. What the archive unpacks to is bounded as everywhere.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.grid import Value
from jdgap.assessments.opening.guard import FileKind, guard
from jdgap.assessments.opening.sheet_xml import traits_of_sheets
from jdgap.assessments.opening.workbooks import opened
from jdgap.assessments.own_reports import is_own_report
from jdgap.assessments.reports.words import DATA_HEADINGS, keys_of, titles_of
from jdgap.problems import Place
from jdgap.text.language import mark as _
from jdgap.text.names import name_key

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_ROWS: Final = 1_048_576
"""A whole sheet of Excel: what the report writes."""
_HEADINGS: Final = keys_of(DATA_HEADINGS)
_ROWS_ABOVE: Final = 20
"""The headings stand in row 1, unless somebody wrote something above them."""


@dataclass(frozen=True, slots=True)
class DataSheet:
    """A sheet with data.

    Attributes:
        place: File and sheet.
        rows: The rows below the headings, each once.
        first_row: The first of them, counted from 1.
        columns: Where each column stands, counted from 0.
    """

    place: Place
    rows: Iterator[Sequence[Value]]
    first_row: int
    columns: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ReportSheets:
    """What is read of a report.

    Attributes:
        requirements: The place of the sheet of requirements.
        rules: Its rows.
        data: The sheets with data, in their order; the first one, and those it goes on in.
    """

    requirements: Place
    rules: Sequence[Sequence[Value]]
    data: Iterator[DataSheet]


def report_sheets(path: Path, shown_as: str, max_file_bytes: int) -> ReportSheets | None:
    """Return the sheets of a report that are read back; None where the file is no report at all.

    Args:
        path: The file.
        shown_as: The path as the user gave it.
        max_file_bytes: How large the file may be.

    Raises:
        FileFaultError: The file cannot be opened, or is a report with something missing.
    """
    guarded = guard(path, max_file_bytes)
    if guarded.kind is FileKind.TEXT:
        return None
    if guarded.archive is not None and guarded.kind is FileKind.XLSX:
        traits_of_sheets(guarded.archive, guarded.content)  # a damaged part is told
    workbook = opened(guarded.content)
    titles = workbook.sheet_names
    data = next((each for each in titles_of("data") if each in titles), None)
    rules = next((each for each in titles_of("requirements") if each in titles), None)
    if not is_own_report(titles) and (data is None or not _has_headings(workbook, data)):
        return None
    if data is None:
        raise FileFaultError("not-a-report", reason=_("its sheet “ข้อมูล” (Data) is missing"))
    if rules is None:
        raise FileFaultError("not-a-report", reason=_("its sheet “เกณฑ์” (Requirements) is missing"))
    return ReportSheets(
        Place(shown_as, rules),
        list(_rows(workbook, rules, limits.ROWS)),
        _data_sheets(workbook, shown_as, data),
    )


def _data_sheets(workbook: "CalamineWorkbook", shown_as: str, first: str) -> Iterator[DataSheet]:
    numbered = re.compile(re.escape(first) + r" \([0-9]+\)")
    for title in workbook.sheet_names:
        if title != first and not numbered.fullmatch(title):
            continue
        rows = _rows(workbook, title, _ROWS)
        found = _headings(rows)
        if found is not None:
            yield DataSheet(Place(shown_as, title), rows, *found)
        elif title == first:
            reason = _("the headings of its data are not all there")
            raise FileFaultError("not-a-report", reason=reason)


def _has_headings(workbook: "CalamineWorkbook", title: str) -> bool:
    return _headings(_rows(workbook, title, _ROWS)) is not None


def _headings(rows: Iterator[Sequence[Value]]) -> tuple[int, dict[str, int]] | None:
    """Return the number of the row below the headings and their columns; rows are taken so far."""
    for number, row in enumerate(rows, start=2):
        columns: dict[str, int] = {}
        for column, value in enumerate(row):
            meaning = _HEADINGS.get(name_key(value)) if isinstance(value, str) else None
            if meaning is not None:
                columns.setdefault(meaning, column)
        if len(columns) == len(DATA_HEADINGS):
            return number, columns
        if number > _ROWS_ABOVE:
            break
    return None


def _rows(workbook: "CalamineWorkbook", title: str, most: int) -> Iterator[Sequence[Value]]:
    """Yield the rows of a sheet from the first on."""
    from python_calamine import CalamineError

    try:
        sheet = workbook.get_sheet_by_name(title)
    except (CalamineError, ValueError, KeyError) as error:
        reason = _("a sheet that is listed does not open")
        raise FileFaultError("unreadable", reason=reason) from error
    last_row, last_column = sheet.end or (-1, -1)
    if last_row >= most or last_column >= limits.COLUMNS:
        size = f"{last_row + 1} × {last_column + 1} > {most} × {limits.COLUMNS}"
        raise FileFaultError("too-large", reason=size)
    yield from sheet.iter_rows()
