"""Where the table of a sheet is: its rows of competencies and its level columns.

Two shapes are known: one column a rater, holding the level; and one column a level, holding a
mark (a tick form), once or once for each rater. A table may go on further down or beside it, under
a header of its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from jdgap.assessments.cells.labels import Column, column_of, form_column_of
from jdgap.assessments.cells.levels import read_level
from jdgap.assessments.cells.raters import titles_supervisor
from jdgap.assessments.forms.headings import RATERS, Header, Heading
from jdgap.assessments.forms.named import Named, named_competencies, rows_of_its_own
from jdgap.assessments.forms.table_model import RaterColumns, Table
from jdgap.assessments.forms.ticks import tick_columns, unknown_heading
from jdgap.assessments.opening.grid import Sheet
from jdgap.positions import Names
from jdgap.problems import Problem

_PART_OF_FORM = re.compile(r"^(?:ส่วน|ตอน)ที่\s*[0-9๐-๙]+\s*[:.)]?\s*")
_LEVELS = (*RATERS, Column.LEVEL)
_HEADER_ROWS = 4
"""How far above the first competency a header may stand that does not head the competencies."""
_HEADER_DISTANCE = 40
"""How far above the first known competency its heading may stand, past misspelt ones."""


def find_table(sheet: Sheet, names: Names, named: Named | None = None) -> Table | None:
    """Return the table of `sheet`, or None where there is none with competencies and levels.

    Args:
        sheet: The sheet.
        names: The names of the book.
        named: Where the sheet names competencies, where that is known already.
    """
    if named is None:
        named = named_competencies(sheet, names)
    finder = _Finder(sheet, names, named)
    tables = list(finder.tables())
    if not tables:
        return None
    top = min(table.header_row for table in tables)
    found: Table | None = None
    for table in reversed(tables):
        found = replace(table, header_row=top, continued=found)
    return found


class _Finder:
    """Finds the tables of one sheet."""

    def __init__(self, sheet: Sheet, names: Names, named: Named) -> None:
        self.sheet = sheet
        self.names = names
        self.named = named
        self.scale = names.book.levels

    def tables(self) -> Iterator[Table]:
        """Yield the parts of the table, from the left and from the top."""
        if not self.named:
            yield from self._without_names()
            return
        main = max(self.named, key=lambda column: (len(self.named[column]), -column))
        columns = sorted(self._side_by_side(main, [each for each in self.named if each != main]))
        others = [each for each in self.named if each != main and self._differs(each, main)]
        stops = [*columns[1:], max(map(len, self.sheet.rows))]
        starts = [0, *columns[1:]]
        for column, start, stop in zip(columns, starts, stops, strict=True):
            inside = [each for each in others if start <= each < stop and each != column]
            yield from self._parts(column, range(start, stop), inside)

    def _without_names(self) -> Iterator[Table]:
        """Yield the table under a competency heading where no name is known.

        Every row below is then a problem that the reader can name.
        """
        for row, column, text in self.sheet.texts():
            if column_of(text) is Column.COMPETENCY:
                headers = [Header(self.sheet, range(row, row + 1), column)]
                headers += self._later_headers(headers[0], [])
                yield from self._under(headers)
                return

    def _differs(self, column: int, main: int) -> bool:
        return bool(rows_of_its_own(self.named, column, main))

    def _side_by_side(self, main: int, others: list[int]) -> list[int]:
        """Return the columns of competencies that have headed levels of their own beside them."""
        headed = [each for each in others if self._is_headed(self._first_header(each, None))]
        if headed and self._rate_apart([main, *headed]):
            return [main, *headed]
        columns = [main]
        for column in sorted(others, key=lambda each: -len(self.named[each])):
            if self._rate_apart([*columns, column]):
                columns.append(column)
        return columns

    def _rate_apart(self, columns: list[int]) -> bool:
        """Return whether each of some columns has levels between it and the next of them."""
        wanted = sorted(columns)
        stops = [*wanted[1:], max(map(len, self.sheet.rows))]
        starts = [0, *wanted[1:]]
        return all(
            self._rates(self._first_header(column, range(start, stop)))
            for column, start, stop in zip(wanted, starts, stops, strict=True)
        )

    def _rates(self, header: Header) -> bool:
        part = self._part(header, range(0))
        return part is not None and bool(part.raters)

    def _parts(self, column: int, span: range, others: list[int]) -> Iterator[Table]:
        """Yield the parts of the table that has its competencies in `column`."""
        first = self._first_header(column, span)
        yield from self._under([first, *self._later_headers(first, others)])

    def _under(self, headers: list[Header]) -> Iterator[Table]:
        """Yield the table under each header that heads levels, down to the next header."""
        top: int | None = None
        for place, header in enumerate(headers):
            end = headers[place + 1].rows.start if place + 1 < len(headers) else None
            rows = range(header.rows.stop, len(self.sheet.rows) if end is None else end)
            part = self._part(header, rows)
            if top is None and (part is not None or self._is_headed(header)):
                top = header.top  # a heading without levels: what is below has its own
            if part is not None:
                part = self._as_titled(part, header)
                yield replace(part, header_row=header.top if top is None else top)

    def _as_titled(self, part: Table, header: Header) -> Table:
        """Return a table of nobody in particular as the supervisor's, where a title says so."""
        if part.says_who_rates or part.self_columns is None:
            return part
        above = (row for row in self.named.get(header.column, ()) if row < header.rows.start)
        between = range(max(above, default=-1) + 1, header.rows.start)
        titled = any(
            titles_supervisor(_PART_OF_FORM.sub("", text))
            for row, _column, text in self.sheet.texts()
            if row in between
        )
        if not titled:
            return part
        return replace(part, self_columns=None, supervisor_columns=part.self_columns)

    def _is_headed(self, header: Header) -> bool:
        """Return whether the competencies have a heading, as an example above a table has not."""
        return column_of(self.sheet.text(header.rows.start, header.column)) is Column.COMPETENCY

    def _part(self, header: Header, rows: range) -> Table | None:
        """Return the table under one header; None where it heads no levels."""
        problems: list[Problem] = []
        headings = header.headings()
        ticks = tick_columns(self.sheet, header, self.scale, problems)
        raters, refused = dict(ticks.raters), dict(ticks.refused)
        alone = not any(rater in raters for rater in RATERS)
        others = [each for each in headings if each.column not in ticks.all]
        by_heading, doubled = _level_columns(self.sheet, others, problems, alone=alone)
        raters = by_heading | raters
        for rater, twice in doubled.items():
            refused[rater] = refused.get(rater, frozenset()) | twice
        unknown = self._unknown(header, others, raters, rows)
        if unknown:
            problems += [unknown_heading(self.sheet, each) for each in unknown]
            columns = frozenset(each.column for each in unknown)
            refused[None] = refused.get(None, frozenset()) | columns
        if not any(rater in raters for rater in RATERS) and not problems:
            return None
        return Table(
            header_row=header.top,
            rows=rows,
            column=header.column,
            self_columns=raters.get(Column.SELF),
            supervisor_columns=raters.get(Column.SUPERVISOR),
            problems=problems,
            first_cell=(header.rows.start, header.column),
            span=header.span,
            headings=tuple(others),
            required_columns=raters.get(Column.REQUIRED),
            doubtful=ticks.all.union(*refused.values()),
            refused=refused,
            says_who_rates=ticks.says_who_rates or any(each.kind in RATERS for each in others),
        )

    def _unknown(
        self,
        header: Header,
        headings: list[Heading],
        raters: Mapping[Column, RaterColumns],
        rows: range,
    ) -> list[Heading]:
        """Return the headings that are not known and have levels below.

        Where the columns for levels are blank the levels stand in the wrong one, which is said
        later.
        """
        said = [raters[each].all for each in RATERS if each in raters]
        rated = [row for row in self.named.get(header.column, ()) if row in rows]
        if said and not any(
            self.sheet.text(row, column) for row in rated for column in frozenset().union(*said)
        ):
            return []
        return [
            each
            for each in headings
            if each.kind is None and self._holds_levels(header.column, each.column, rows)
        ]

    def _first_header(self, column: int, span: range | None) -> Header:
        """Return the first header over a column of competencies."""
        first = min(self.named[column])
        for row in range(first - 1, max(-1, first - _HEADER_DISTANCE), -1):
            if column_of(self.sheet.text(row, column)) is Column.COMPETENCY:
                return self._header_from(row, column, span)
        top = first
        while top > max(0, first - _HEADER_ROWS) and any(
            value != "" for value in self.sheet.rows[top - 1]
        ):
            top -= 1
        return Header(self.sheet, range(top, first), column, span)

    def _header_from(self, row: int, column: int, span: range | None) -> Header:
        """Return the header that begins with the competency heading in `row`."""
        stop = row + 1
        while stop < len(self.sheet.rows) and self._goes_on(stop, column):
            stop += 1
        return Header(self.sheet, range(row, stop), column, span)

    def _goes_on(self, row: int, column: int) -> bool:
        """Return whether a row without a competency goes on heading columns."""
        values = self.sheet.rows[row]
        if self.sheet.text(row, column) or not any(value != "" for value in values):
            return False
        texts = (self.sheet.text(row, right) for right in range(column + 1, len(values)))
        levels = {read_level(value, self.scale) for value in values[column + 1 :]}
        return any(form_column_of(text) for text in texts) or set(self.scale) <= levels

    def _later_headers(self, first: Header, others: list[int]) -> list[Header]:
        """Return the headers further down, over the same column or over one of `others`."""
        headers: list[Header] = []
        stop = first.rows.stop
        for row in range(stop, len(self.sheet.rows)):
            column = self._headed_again(row, first, others) if row >= stop else None
            if column is not None:
                header = self._header_from(row, column, first.span)
                if not self._is_title(header):
                    headers.append(header)
                    stop = header.rows.stop
        return headers

    def _headed_again(self, row: int, first: Header, others: list[int]) -> int | None:
        """Return the column of competencies that a row below the table's top heads, if it does."""
        column, span = first.column, first.span
        if self._heads_again(row, column, span):
            return column
        for other in others:
            below = any(each > row for each in self.named[other])
            if below and column_of(self.sheet.text(row, other)) is Column.COMPETENCY:
                return other
        return None

    def _heads_again(self, row: int, column: int, span: range) -> bool:
        """Return whether a row heads columns again, by whatever name of the first."""
        if column_of(self.sheet.text(row, column)) is Column.COMPETENCY:
            return True
        cells = filter(None, self.sheet.line(row)[column + 1 : span.stop])
        kinds = [form_column_of(text) for text in cells]
        return Column.REQUIRED in kinds and any(each in _LEVELS for each in kinds)

    def _is_title(self, header: Header) -> bool:
        """Return whether a word that may be a heading stands alone in its row, as a title."""
        return not any(
            text
            for row in header.rows
            for column, text in enumerate(self.sheet.line(row))
            if column != header.column
        )

    def _holds_levels(self, competency_column: int, column: int, rows: range) -> bool:
        """Return whether a column holds a level in most rows that name a competency."""
        rated = [row for row in self.named.get(competency_column, ()) if row in rows]
        levels = [row for row in rated if self._is_level(row, column)]
        return len(levels) > max(1, len(rated) // 2)

    def _is_level(self, row: int, column: int) -> bool:
        return isinstance(read_level(self.sheet.value(row, column), self.scale), int)


def _level_columns(
    sheet: Sheet, headings: list[Heading], problems: list[Problem], *, alone: bool
) -> tuple[dict[Column, RaterColumns], dict[Column, frozenset[int]]]:
    """Return the column of each rater and of the required level, and the columns of one rater.

    Two or more columns for one rater are a problem, and none of them counts.

    Args:
        sheet: The sheet.
        headings: What heads its columns.
        problems: What is wrong is added here.
        alone: No rater is known yet, so that a level of nobody in particular is the employee's.
    """
    found = {kind: [each for each in headings if each.kind is kind] for kind in Column}
    if alone and not any(found[rater] for rater in RATERS):
        found[Column.SELF] = found[Column.LEVEL]
    raters: dict[Column, RaterColumns] = {}
    doubled: dict[Column, frozenset[int]] = {}
    for kind in RATERS:
        if len(found[kind]) > 1:
            doubled[kind] = frozenset(each.column for each in found[kind])
            first, second = found[kind][:2]
            place, other = (sheet.place_of(each.row, each.column) for each in (second, first))
            facts = {"other": other.cell}
            problems.append(Problem("duplicate-header", place, second.text, facts))
        elif found[kind]:
            raters[kind] = RaterColumns((found[kind][0].column,))
    if len(found[Column.REQUIRED]) == 1:
        raters[Column.REQUIRED] = RaterColumns((found[Column.REQUIRED][0].column,))
    return raters, doubled
