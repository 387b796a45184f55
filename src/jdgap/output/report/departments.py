"""The sheet of departments: in what each is strong or weak, as a heat map.

Two blocks of the same rows and columns stand below each other: mean gaps, and how many people are
below of how many that were rated: on so many a mean stands. Who is severely short is said beside
each mean: a good mean does not make up for it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from jdgap.gaps import SEVERE_SHORTFALL, SIGN_RULE
from jdgap.gaps.organisation import CompetencySummary, UnitGaps
from jdgap.output.excel.gap_table import DASH, or_dash
from jdgap.output.excel.streamed import CellValue
from jdgap.output.excel.style import Dress, in_lines, points_for
from jdgap.output.report.charts import (
    PIXELS_PER_POINT,
    Bars,
    Frame,
    add_bars,
    height_of_bars,
    pixels_wide,
)
from jdgap.output.report.heat import (
    NOT_REQUIRED_FILL,
    add_mean_heat,
    add_mean_legend,
    mean_pattern,
)
from jdgap.output.report.list_sheet import (
    NUMBER,
    PERCENT,
    TEXT,
    ListColumn,
    ListSheet,
    heading_groups,
    title_with_round,
)
from jdgap.output.report.setting import Setting, group_names
from jdgap.positions import Competency
from jdgap.text.language import translate as _

_NAME, _PEOPLE, _FIT, _SEVERE = range(4)
_OWN_COLUMNS: Final = 4
_MANY: Final = 16
"""Competencies from which their columns are narrower."""
_WIDTH, _NARROW_WIDTH = 9.0, 7.5
_MARKED_WIDTH: Final = 11.5
"""Of a mean with the mark for severe shortfalls, without the number of people."""
_COUNT: Final = replace(NUMBER, pattern="#,##0")
_SEVERE_COUNT: Final = replace(_COUNT, bold=True, fill="A63E0A", colour="FFFFFF")
_NONE_BELOW: Final = Dress(lines="box", across="center", scale=0.9, wrap=False)
_SOME_BELOW: Final = replace(_NONE_BELOW, fill="FBDDC6")
_MANY_BELOW: Final = replace(_NONE_BELOW, fill="EE9F66", bold=True)
_NOT_REQUIRED: Final = replace(NUMBER, fill=NOT_REQUIRED_FILL)
_PART: Final = Dress(bold=True, upright="bottom", wrap=False)
_PART_SIZES: Final = 2.2
_LEGEND_ROWS: Final = 2
_BEFORE_LABELS: Final = 16
"""Columns between the blocks and the hidden labels of the chart; a long legend ends there."""
_MOST_BARS: Final = 20
"""Departments in one chart."""
_PAGE_WIDTH, _PAGE_HEIGHT = 784.0, 490.0
"""Points of A4 lying on its side, within the margins, and a little less in height."""

_LOWEST_CHART: Final = 0.7
"""Part of its usual height in which a chart is still read easily."""

Show = Callable[[CompetencySummary], tuple[CellValue, Dress]]
"""What one cell of a block holds, and what it looks like."""


def add_departments(setting: Setting) -> None:
    """Add the sheet with a row for each department and a column for each competency."""
    organisation = setting.result.organisation
    competencies = setting.competencies
    listed = ListSheet(
        setting,
        "departments",
        _columns(competencies, organisation.whole),
        title=title_with_round(setting, "departments"),
        remarks=(_(SIGN_RULE), _stands_on(setting)) if organisation.departments else (),
        frozen_columns=1,
        legend_rows=_LEGEND_ROWS if organisation.departments else 0,
        groups=heading_groups(
            (each.group for each in competencies), group_names(setting.book), _OWN_COLUMNS
        ),
    )
    if not organisation.departments:
        listed.fill_with_words(_("There is no answer that could be counted."))
        return
    add_mean_legend(listed.sheet, setting.looks, listed.legend_row, 0)
    _Blocks(listed, [*organisation.departments, organisation.whole], competencies).add()


def _stands_on(setting: Setting) -> str:
    words = _(
        "Mean gaps of those counted here ({people}). How many were rated stands in the table below."
    )
    return words.format(people=f"{len(setting.result.people):,}")


def _columns(competencies: Sequence[Competency], whole: UnitGaps) -> list[ListColumn]:
    least = _WIDTH if len(competencies) < _MANY else _NARROW_WIDTH
    width = max(least, len(_of(whole.people, whole.people)) + 1.0)
    if whole.people_severe:
        width = max(width, _MARKED_WIDTH + len(str(whole.people_severe)))
    return [
        ListColumn(_("Department"), 34, TEXT),
        ListColumn(_("People"), 12, _COUNT),
        ListColumn(_("Fit %"), 12, PERCENT),
        ListColumn(
            _("People {levels} or more levels below").format(levels=SEVERE_SHORTFALL), 14, _COUNT
        ),
        *(ListColumn(in_lines(each.name), width, NUMBER, turned=True) for each in competencies),
    ]


def _mean(summary: CompetencySummary) -> tuple[CellValue, Dress]:
    mean = summary.mean_gap
    if mean is None:
        return DASH, NUMBER
    return mean, replace(NUMBER, pattern=mean_pattern(mean, summary.severe))


def _below(summary: CompetencySummary) -> tuple[CellValue, Dress]:
    if not summary.rated:
        return DASH, _NONE_BELOW
    dress = _SOME_BELOW if summary.below else _NONE_BELOW
    if 2 * summary.below >= summary.rated:
        dress = _MANY_BELOW
    return _of(summary.below, summary.rated), dress


def _of(part: int, whole: int) -> str:
    return f"{part} / {whole}"


@dataclass(slots=True)
class _Pages:
    """Where pages end, so that nothing is cut that fits on one.

    Attributes:
        height: How many points fit on one.
        repeated: How many of them the headings take that stand on each but the first.
        used: How many are taken of the last one.
        ends: The rows above which a page ends.
    """

    height: float
    repeated: float
    used: float = 0.0
    ends: list[int] = field(default_factory=list)

    @property
    def left(self) -> float:
        """How many points are left on the last page."""
        return self.height - self.used

    def add(self, row: int, points: float) -> None:
        """Let what begins in `row` and is so high stand on the last page, or on a new one."""
        if row and points > self.left:
            self.ends.append(row)
            self.used = self.repeated
        self.used += points


@dataclass(frozen=True, slots=True)
class _Blocks:
    """All blocks have the same rows and columns.

    Attributes:
        units: The departments; the whole organisation comes last.
    """

    listed: ListSheet
    units: Sequence[UnitGaps]
    competencies: Sequence[Competency]

    def add(self) -> None:
        """Write the blocks and the chart; each begins a page where it does not fit on the last."""
        listed = self.listed
        second = self._add_block(listed.heading_row + 1, _mean) + 1
        if self.competencies:
            last = len(listed.columns) - 1
            area = listed.range_of(_OWN_COLUMNS, len(self.units), last)
            add_mean_heat(listed.sheet, area, listed.setting.looks)
        words = _("People below the requirement / people rated (darker: half of them or more)")
        listed.setting.looks.write(listed.sheet, second, 0, words, _PART)
        listed.sheet.set_row(second, listed.setting.face.size * _PART_SIZES)
        chart = self._add_block(second + 1, _below) + 1
        pages = self._pages()
        pages.add(0, _points(listed.sheet, 0, second - 1))
        pages.add(second, _points(listed.sheet, second, chart - 1))
        pages.add(chart, self._add_charts(chart, pages.left))
        listed.sheet.set_h_pagebreaks(pages.ends)

    def _pages(self) -> "_Pages":
        width = sum(pixels_wide(column.width) for column in self.listed.columns)
        height = _PAGE_HEIGHT * max(1.0, width / PIXELS_PER_POINT / _PAGE_WIDTH)
        head = self.listed.heading_row
        return _Pages(height, _points(self.listed.sheet, head - 1, head))

    def _add_block(self, row: int, show: Show) -> int:
        """Write a row for each unit, and return the row below."""
        for here, unit in enumerate(self.units, start=row):
            self._add_row(here, unit, show)
        return row + len(self.units)

    def _add_row(self, row: int, unit: UnitGaps, show: Show) -> None:
        listed, name = self.listed, self._name(unit)
        cells: Sequence[tuple[CellValue, Dress]] = (
            *((name, TEXT), (unit.people, _COUNT), (or_dash(unit.totals.fit_pct), PERCENT)),
            _severe(unit),
            *self._cells(unit, show),
        )
        for column, (value, dress) in enumerate(cells):
            worn = replace(dress, bold=True) if unit is self.units[-1] else dress
            listed.setting.looks.write(listed.sheet, row, column, value, worn)
        width = listed.columns[_NAME].width
        listed.sheet.set_row(row, points_for(name, width, listed.setting.face, TEXT))

    def _cells(self, unit: UnitGaps, show: Show) -> Iterator[tuple[CellValue, Dress]]:
        for competency in self.competencies:
            summary = unit.competencies.get(competency.id)
            yield (None, _NOT_REQUIRED) if summary is None else show(summary)

    def _name(self, unit: UnitGaps) -> str:
        if unit is self.units[-1]:
            return _("The whole organisation")
        return unit.name or _("No department")

    def _add_charts(self, row: int, room: float) -> float:
        """Draw how well each department fits, many in two charts beside each other.

        They are drawn somewhat lower where that spares a page.

        Args:
            row: The row that they begin in.
            room: How many points are left on the page.

        Returns:
            How many points they are high.
        """
        listed, departments = self.listed, self.units[:-1]
        width = sum(pixels_wide(column.width) for column in listed.columns)
        beside = 1 if len(departments) <= _MOST_BARS else 2
        lines = -(-len(departments) // (beside * _MOST_BARS))
        most = -(-len(departments) // (beside * lines))
        wanted = lines * height_of_bars(most, listed.setting.face)
        if _LOWEST_CHART * wanted <= room < wanted:
            wanted = room
        height = int(wanted / lines * PIXELS_PER_POINT)
        for place, start in enumerate(range(0, len(departments), most)):
            below, right = divmod(place, beside)
            each = width // beside
            frame = Frame(row, 0, each - 2, height - 2, right * each + 1, below * height + 1)
            bars = self._bars(start, departments[start : start + most])
            add_bars(listed.setting, listed.sheet, bars, frame)
        return height * lines / PIXELS_PER_POINT

    def _bars(self, start: int, departments: Sequence[UnitGaps]) -> Bars:
        first = self.listed.heading_row + 1 + start
        return Bars(
            title=_("Fit by department (%), and how many people"),
            labels=[f"{self._name(each)} ({each.people:,})" for each in departments],
            values=[each.totals.fit_pct for each in departments],
            values_at=(first, _FIT),
            labels_at=(first, len(self.listed.columns) + _BEFORE_LABELS),
            pattern="0.0",
            highest=100,
            label_share=0.36,
            label_cells=40,
        )


def _severe(unit: UnitGaps) -> tuple[CellValue, Dress]:
    if not unit.totals.rated:
        return DASH, _COUNT
    return unit.people_severe, _SEVERE_COUNT if unit.people_severe else _COUNT


def _points(sheet: Any, first: int, last: int) -> float:  # noqa: ANN401 (untyped there)
    """Return how high the rows from `first` to `last` are."""
    rows = range(first, last + 1)
    return float(sum(sheet._size_row(row) for row in rows)) / PIXELS_PER_POINT  # noqa: SLF001 (no other way)
