"""The data sheet: everything as one tidy Excel table, to pivot and to read back.

It has no title above its headings, words only where they name something, and stable codes for the
status. What is not known is a cell without anything in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from xlsxwriter.format import Format  # type: ignore[import-untyped]

from jdgap.gaps import CompetencyGap, PersonGaps, Status
from jdgap.output.excel.streamed import MOST_ROWS, CellValue, PreparedCells, StreamedSheet
from jdgap.output.excel.style import Dress, lines_of, points_of
from jdgap.output.report.list_sheet import HEADING
from jdgap.output.report.setting import Setting, group_names, print_on_a4
from jdgap.text.cleaning import like_formula
from jdgap.text.language import translate as _
from jdgap.text.wrapping import cells

TABLE_NAME: Final = "jdgap_data"
"""Of the table on the first data sheet; the next ones are numbered from 2."""

_MOST_ON_A_SHEET = MOST_ROWS - 1
_TEXT: Final = Dress(lines="bottom", wrap=False)
_NUMBER: Final = Dress(lines="bottom", wrap=False, across="center", pattern="0")
_GAP: Final = replace(_NUMBER, pattern="+0;-0;0")
_FROZEN_COLUMNS = 3
_GROUP, _FILE, _CELL = 6, 16, 18
"""Columns, counted from 0."""
_MOST_REMEMBERED = 10_000
_AIR = 3.0
"""Points between the lines."""
_UNITS_PER_CELL = 1.25
_NARROWEST, _WIDEST = 14.0, 60.0


def add_data(setting: Setting) -> None:
    """Add the sheet with a row for each person and required competency; more where it is full."""
    count = sum(len(person.results) for person in setting.result.people)
    starts = range(0, count, _MOST_ON_A_SHEET) or range(1)
    for number, start in enumerate(starts, start=1):
        title = setting.titles["data"]
        if number > 1:
            title = setting.taken.new(title)
        _add_sheet(setting, title, number, (start, min(start + _MOST_ON_A_SHEET, count)))


def _add_sheet(setting: Setting, title: str, number: int, part: tuple[int, int]) -> None:
    """Add one sheet with the rows from `part[0]` up to `part[1]`."""
    start, end = part
    columns = _columns(setting)
    sheet: Any = setting.workbook.add_worksheet(title, worksheet_class=StreamedSheet)
    for place, (heading, width, _dress) in enumerate(columns):
        sheet.set_column(place, place, width)
        setting.looks.write(sheet, 0, place, heading, HEADING)
    lines = max(lines_of(heading, width, HEADING) for heading, width, _dress in columns)
    sheet.set_row(0, points_of(lines, setting.face, HEADING))
    sheet.set_default_row(points_of(1, setting.face, _TEXT) + _AIR)
    sheet.freeze_panes(1, _FROZEN_COLUMNS)
    print_on_a4(setting, sheet, repeated_rows=(0, 0))
    if end == start:
        return
    look = setting.looks.of(HEADING)
    named = [{"header": heading, "header_format": look} for heading, *_others in columns]
    name = TABLE_NAME if number == 1 else f"{TABLE_NAME}_{number}"
    options = {"name": name, "columns": named, "style": None}
    sheet.add_streamed_table(0, end - start, options)
    sheet.ignore_errors({"number_stored_as_text": f"A2:C{end - start + 1}"})
    rows = islice(_Rows(setting, sheet, [dress for *_named, dress in columns]).taken(), start, end)
    sheet.stream(1, rows, count=end - start, width=len(columns))


def _columns(setting: Setting) -> tuple[tuple[str, float, Dress], ...]:
    """Return heading, width and look of each column; the order is that of `GAP_COLUMNS`."""
    book = setting.book
    said = [person.assessment for person in setting.result.people]
    return (
        (_("Round"), 14, _TEXT),
        (_("Employee ID"), _width(each.employee_id for each in said), _TEXT),
        (_("Name"), _width(each.name for each in said), _TEXT),
        (_("Position ID"), _width(each.id for each in book.positions), _TEXT),
        (_("Position"), _width(each.title.text for each in book.positions), _TEXT),
        (_("Department"), _width({each.department for each in said}), _TEXT),
        (_("Group"), _width(each.name.text for each in book.groups), _TEXT),
        (_("Competency ID"), _width(each.id for each in book.competencies), _TEXT),
        (_("Competency"), _width(each.name.text for each in book.competencies), _TEXT),
        (_("Required level"), 12, _NUMBER),
        (_("Self level"), 12, _NUMBER),
        (_("Supervisor level"), 16, _NUMBER),
        (_("Actual level"), 12, _NUMBER),
        (_("Gap"), 11, _GAP),
        (_("Shortfall"), 11, _NUMBER),
        (_("Status"), _width(each.value for each in Status), _TEXT),
        (_("File"), _width(each.place.file for each in said), _TEXT),
        (_("Sheet"), _width({each.place.sheet for each in said}), _TEXT),
        (_("Cell"), 10, _TEXT),
    )


def _width(texts: Iterable[str]) -> float:
    """Return the width in which the longest of `texts` stands on one line, within limits."""
    longest = max(map(cells, texts), default=0) * _UNITS_PER_CELL
    return min(max(longest + 2, _NARROWEST), _WIDEST)


class _Rows:
    """The rows: what many of them share is put together once.

    Args:
        setting: The report.
        sheet: Where they go.
        dresses: What the cells of each column look like.
    """

    def __init__(self, setting: Setting, sheet: StreamedSheet, dresses: Sequence[Dress]) -> None:
        self._setting, self._sheet, self._dresses = setting, sheet, dresses
        self._groups = group_names(setting.book)
        self._gaps: dict[CompetencyGap, PreparedCells] = {}
        self._places: dict[str, PreparedCells] = {}
        self._looks: dict[tuple[int, int, tuple[int, ...]], tuple[Format, ...]] = {}

    def taken(self) -> Iterator[PreparedCells]:
        """Yield the rows of everybody, while the workbook is closed."""
        for person in self._setting.result.people:
            who = self._cells(0, self._who(person))
            place = person.assessment.place
            source = self._cells(_FILE, (place.file, place.sheet))
            for gap in person.results:
                levels = self._gaps.get(gap)
                if levels is None:
                    levels = self._gaps[gap] = self._cells(_GROUP, self._levels(gap))
                cell = self._cell(person.place_of(gap).cell)
                yield PreparedCells(f"{who}{levels}{source}{cell}")

    def _cell(self, address: str) -> PreparedCells:
        """Return the cell that names a cell: in forms they are the same, in a survey never."""
        known = self._places.get(address)
        if known is None:
            if len(self._places) >= _MOST_REMEMBERED:
                self._places.clear()
            known = self._places[address] = self._cells(_CELL, (address,))
        return known

    def _who(self, person: PersonGaps) -> tuple[CellValue, ...]:
        said, held = person.assessment, person.position
        return (
            said.round or self._setting.result.round,
            said.employee_id,
            said.name,
            held.id if held else None,
            person.position_title,
            person.department_name(self._setting.book),
        )

    def _levels(self, gap: CompetencyGap) -> tuple[CellValue, ...]:
        return (
            self._groups[gap.competency.group],
            gap.competency.id,
            gap.competency.name.text,
            gap.required_level,
            gap.self_level,
            gap.supervisor_level,
            gap.actual_level,
            gap.gap,
            gap.shortfall,
            gap.status.value,
        )

    def _cells(self, first: int, values: Sequence[CellValue]) -> PreparedCells:
        quoted = tuple(
            column
            for column, value in enumerate(values, start=first)
            if isinstance(value, str) and like_formula(value)
        )
        key = (first, len(values), quoted)
        looks = self._looks.get(key)
        if looks is None:
            looks = self._looks[key] = tuple(
                self._setting.looks.of(self._dresses[column], quoted=column in quoted)
                for column in range(first, first + len(values))
            )
        return self._sheet.cells(first, values, looks)
