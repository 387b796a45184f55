"""A sheet of the report that is one long list: title, remarks, headings, and rows below."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final

from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.url import Url  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from jdgap.output.excel.streamed import CellValue, StreamedRow, StreamedSheet
from jdgap.output.excel.style import (
    TALLEST_ROW,
    Dress,
    Typeface,
    lines_of,
    points_of,
    width_for,
)
from jdgap.output.report.setting import Setting, print_on_a4
from jdgap.text.cleaning import like_formula
from jdgap.text.language import translate as _
from jdgap.text.wrapping import cells, thai_lines

TITLE: Final = Dress(bold=True, scale=1.25, wrap=False)
REMARK: Final = Dress(italic=True, scale=0.9, colour="404040", wrap=False)
LINK: Final = Dress(scale=0.9, colour="0B5394", wrap=False)
HEADING: Final = Dress(bold=True, lines="box", fill="1F3864", colour="FFFFFF", across="center")
GROUP_HEADING: Final = replace(HEADING, fill="44546A")
TEXT: Final = Dress(lines="box", indent=1)
NUMBER: Final = Dress(lines="box", across="center", pattern="0")
GAP: Final = replace(NUMBER, pattern="+0;-0;0")
PERCENT: Final = replace(NUMBER, pattern="0.0")
TURNED_HEADING: Final = replace(HEADING, rotation=90, scale=0.9)

_MOST_LINES_TURNED = 2
_MOST_LINES_OF_GROUP: Final = 3
_POINTS_PER_CELL: Final = 0.55
"""Of a turned text, in sizes of the font."""
_FILTER_BUTTON: Final = 22.0
"""Points that a turned heading leaves free below it."""
_MOST_REMEMBERED: Final = 20_000


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of the list.

    Attributes:
        heading: In the language in use.
        width: In Excel's units.
        dress: What its cells look like.
        turned: The heading reads upwards, for a column that is narrower than its words.
    """

    heading: str
    width: float
    dress: Dress
    turned: bool = False


@dataclass(frozen=True, slots=True)
class HeadingGroup:
    """A heading above the headings of neighbouring columns.

    Attributes:
        heading: In the language in use.
        first: The first of its columns, counted from 0.
        last: The last of them.
    """

    heading: str
    first: int
    last: int


def _wide_enough(
    columns: Sequence[ListColumn], groups: Iterable[HeadingGroup]
) -> tuple[ListColumn, ...]:
    """Return the columns, wider where the heading of their group would not have its words whole."""
    found = list(columns)
    for group in groups:
        members = found[group.first : group.last + 1]
        widths = under_heading(group.heading, [each.width for each in members])
        found[group.first : group.last + 1] = [
            replace(each, width=width) for each, width in zip(members, widths, strict=True)
        ]
    return tuple(found)


def under_heading(heading: str, widths: Sequence[float]) -> list[float]:
    """Return the widths of the columns below the heading of a group, wide enough for its words."""
    lacking = width_for(heading, _MOST_LINES_OF_GROUP, GROUP_HEADING) - sum(widths)
    return [width + max(0.0, lacking) / len(widths) for width in widths]


class ListSheet:
    """A sheet of the report with a list that may be of any length.

    Args:
        setting: The report.
        key: Which sheet it is, one of `Setting.titles`.
        columns: The columns of the list.
        remarks: Lines between the title and the list.
        frozen_columns: How many columns stay in sight; None lets the headings move away, too.
        legend_rows: Rows kept free between the remarks and the headings, for a legend.
        groups: Headings above the headings, in a row of their own.

    Attributes:
        sheet: The sheet, for what only one list needs (conditional formats, charts).
        heading_row: The row of the headings, counted from 0; the list begins below.
        legend_row: The first row that is kept free for a legend, counted from 0.
    """

    def __init__(  # noqa: PLR0913 (what a list is made of)
        self,
        setting: Setting,
        key: str,
        columns: Sequence[ListColumn],
        *,
        title: str,
        remarks: Sequence[str] = (),
        frozen_columns: int | None = 0,
        legend_rows: int = 0,
        sheet_title: str | None = None,
        groups: Sequence[HeadingGroup] = (),
    ) -> None:
        self.setting = setting
        self.columns = _wide_enough(columns, groups)
        self.legend_row = 2 + len(remarks)
        first_heading = self.legend_row + legend_rows
        self.heading_row = first_heading + bool(groups)
        self.sheet: Any = setting.workbook.add_worksheet(
            sheet_title or setting.titles[key], worksheet_class=StreamedSheet
        )
        for place, column in enumerate(self.columns):
            self.sheet.set_column(place, place, column.width)
        self._write_top(title, remarks)
        self._write_groups(groups)
        self.write_headings(self.heading_row, self.columns)
        if frozen_columns is not None:
            self.sheet.freeze_panes(self.heading_row + 1, frozen_columns)
        print_on_a4(setting, self.sheet, repeated_rows=(first_heading, self.heading_row))

    def fill(
        self,
        rows: Iterable[tuple[Sequence[CellValue], Mapping[int, Dress]]],
        count: int,
        *,
        filtered: bool = True,
    ) -> None:
        """Let the list have `rows`, taken when the workbook is closed.

        Args:
            rows: The values of each row, and by column (from 0) the cells that look otherwise
                than their column.
            count: How many rows there are.
            filtered: Put filters on the headings.
        """
        first = self.heading_row + 1
        self.sheet.stream(first, self._dressed(rows), count=count, width=len(self.columns))
        if filtered and count:
            self.sheet.autofilter(
                self.heading_row, 0, self.heading_row + count, len(self.columns) - 1
            )

    def fill_with_words(self, words: str) -> None:
        """Let a sentence stand where the list would begin, because there is nothing to list."""
        row, last = self.heading_row + 1, len(self.columns) - 1
        looks, face = self.setting.looks, self.setting.face
        self.sheet.merge_range(row, 0, row, last, "", looks.of(TEXT))
        looks.write(self.sheet, row, 0, words, TEXT)
        width = sum(column.width for column in self.columns)
        self.sheet.set_row(row, points_of(lines_of(words, width, TEXT), face, TEXT))

    def range_of(self, column: int, count: int, last_column: int | None = None) -> str:
        """Return the range of `count` rows of the list in one column, or as far as another."""
        first, last = self.heading_row + 2, self.heading_row + 1 + count
        end = column if last_column is None else last_column
        return f"{xl_col_to_name(column)}{first}:{xl_col_to_name(end)}{last}"

    def write_headings(self, row: int, columns: Sequence[ListColumn]) -> None:
        """Write headings into `row`, counted from 0, from the first column on."""
        looks, face = self.setting.looks, self.setting.face
        self.sheet.set_row(row, max(_heading_height(each, face) for each in columns))
        for place, column in enumerate(columns):
            dress = TURNED_HEADING if column.turned else HEADING
            looks.write(self.sheet, row, place, column.heading, dress)

    def write_row(self, row: int, columns: Sequence[ListColumn], values: Sequence[str]) -> None:
        """Write one row of texts by hand, where another list stands above this one."""
        looks, face = self.setting.looks, self.setting.face
        height = 0.0
        for place, (value, column) in enumerate(zip(values, columns, strict=True)):
            looks.write(self.sheet, row, place, value, column.dress)
            lines = lines_of(value, column.width, column.dress)
            height = max(height, points_of(lines, face, column.dress))
        self.sheet.set_row(row, height)

    def _write_top(self, title: str, remarks: Sequence[str]) -> None:
        looks, face = self.setting.looks, self.setting.face
        self.sheet.set_row(0, points_of(1, face, TITLE))
        looks.write(self.sheet, 0, 0, title, TITLE)
        for row, remark in enumerate(remarks, start=1):
            self.sheet.set_row(row, points_of(1, face, REMARK))
            looks.write(self.sheet, row, 0, remark, REMARK)
        self.write_link(
            1 + len(remarks), place_in(self.setting.titles["summary"]), _("Back to the contents")
        )

    def write_link(self, row: int, target: str, words: str) -> None:
        """Write a link to another place of the workbook at the start of `row`."""
        looks, face = self.setting.looks, self.setting.face
        self.sheet.write_url(row, 0, f"internal:{target}", looks.of(LINK), words)
        self.sheet.set_row(row, points_of(1, face, LINK))

    def _write_groups(self, groups: Sequence[HeadingGroup]) -> None:
        if not groups:
            return
        looks, face = self.setting.looks, self.setting.face
        row, height = self.heading_row - 1, 0.0
        for group in groups:
            widths = [each.width for each in self.columns[group.first : group.last + 1]]
            lines = lines_of(group.heading, sum(widths), GROUP_HEADING)
            height = max(height, points_of(lines, face, GROUP_HEADING))
            if group.last > group.first:
                look = looks.of(GROUP_HEADING)
                self.sheet.merge_range(row, group.first, row, group.last, "", look)
            looks.write(self.sheet, row, group.first, group.heading, GROUP_HEADING)
        self.sheet.set_row(row, height)

    def _dressed(
        self, rows: Iterable[tuple[Sequence[CellValue], Mapping[int, Dress]]]
    ) -> Iterator[StreamedRow]:
        measures = [_Measures(column, self.setting.face) for column in self.columns]
        known: dict[tuple[object, ...], tuple[Format, ...]] = {}
        least = points_of(1, self.setting.face, TEXT)
        for values, others in rows:
            height = least
            quoted: tuple[int, ...] = ()
            for place, value in enumerate(values):
                if isinstance(value, str):
                    needed, like_formula = measures[place][value]
                    if needed > height:  # noqa: PLR1730 (`max` takes three times as long)
                        height = needed
                    if like_formula:
                        quoted += (place,)
            key = (quoted, *others.items())
            looks = known.get(key)
            if looks is None:
                looks = known[key] = self._looks(quoted, others)
            yield StreamedRow(values, looks, height)

    def _looks(self, quoted: Sequence[int], others: Mapping[int, Dress]) -> tuple[Format, ...]:
        """Return the formats of a row; those of `quoted` columns keep text from being a formula."""
        return tuple(
            self.setting.looks.of(others.get(place, column.dress), quoted=place in quoted)
            for place, column in enumerate(self.columns)
        )


class _Measures(dict[str, tuple[float, bool]]):
    """How high a row must be for a text in one column, and whether it begins like a formula.

    Most texts come again in the next rows.
    """

    def __init__(self, column: ListColumn, face: Typeface) -> None:
        super().__init__()
        self._width, self._dress, self._face = column.width, column.dress, face

    def __missing__(self, text: str) -> tuple[float, bool]:
        """Measure a text that was not met before."""
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        lines = lines_of(text, self._width, self._dress)
        height = round(points_of(lines, self._face, self._dress), 1)
        measured = self[text] = (height, like_formula(text))
        return measured


def title_with_round(setting: Setting, key: str) -> str:
    """Return what stands on top of a sheet: its own title, and the round where one is named."""
    return " · ".join(part for part in (setting.titles[key], setting.round_in_words) if part)


def heading_groups(
    groups: Iterable[str], names: Mapping[str, str], first: int
) -> list[HeadingGroup]:
    """Return a heading for each run of columns of competencies that are of one group.

    Args:
        groups: The id of the group of each column.
        names: The names of groups by their ids; one that has none is called by its id.
        first: The first of the columns, counted from 0.
    """
    found: list[HeadingGroup] = []
    for group, columns in groupby(groups):
        last = first + len(list(columns)) - 1
        found.append(HeadingGroup(names.get(group, group), first, last))
        first = last + 1
    return found


def place_in(title: str, cell: str = "A1") -> str:
    """Return a cell of the sheet called `title` as the target of a link."""
    doubled = title.replace("'", "''")
    return f"'{doubled}'!{cell}"


def lead_to(sheet: Any, row: int, column: int, target: str) -> None:  # noqa: ANN401 (untyped there)
    """Make a cell lead to another place of the workbook, as `place_in` gives it.

    Unlike XlsxWriter's `write_url` this writes no cell: it is for those that something else
    writes into the file. Excel's limit is 65,530 links on a sheet.
    """
    sheet.hyperlinks[row][column] = Url(f"internal:{target}")


def _heading_height(column: ListColumn, face: Typeface) -> float:
    if column.turned:
        return min(
            TALLEST_ROW, turned_height(column.heading, face, TURNED_HEADING) + _FILTER_BUTTON
        )
    return points_of(lines_of(column.heading, column.width, HEADING), face, HEADING)


def turned_height(text: str, face: Typeface, dress: Dress) -> float:
    """Return how many points a text that reads upwards needs on at most two lines."""
    point_of_cell = _POINTS_PER_CELL * face.size * dress.scale
    longest = max(1, cells(text))
    if longest * point_of_cell > _MOST_LINES_TURNED * TALLEST_ROW:
        return TALLEST_ROW
    counts = range(max(1, longest // _MOST_LINES_TURNED), longest)
    fitting = (count for count in counts if len(thai_lines(text, count)) <= _MOST_LINES_TURNED)
    needed = next(fitting, longest) + 2  # Excel may break the lines elsewhere
    return min(TALLEST_ROW, needed * point_of_cell)
