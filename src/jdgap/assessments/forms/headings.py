"""What heads each column of a table, where headings stand one over the other or are merged."""

from collections.abc import Iterator
from dataclasses import dataclass

from jdgap.assessments.cells.labels import Column, field_of, form_column_of, is_hint
from jdgap.assessments.opening.grid import Sheet

RATERS = (Column.SELF, Column.SUPERVISOR)
_FAR_ABOVE = 3
"""How many rows above the header the name of a rater may stand."""
_DECISIVE = frozenset({*RATERS, Column.REQUIRED})


@dataclass(frozen=True, slots=True)
class Heading:
    """What heads one column.

    Attributes:
        row: Where the deciding text stands, counted from 0.
        column: The column, counted from 0.
        text: As written.
        kind: What the column holds; None where the text is not known.
        is_far: It stands some rows above, or beside other words.
    """

    row: int
    column: int
    text: str
    kind: Column | None
    is_far: bool = False


class Header:
    """The header of a table.

    Args:
        sheet: The sheet.
        rows: The header's rows: from the competency heading to the row before the first competency.
        column: The column of the competencies.
        span: The columns of the table; None where it has the sheet to itself.
    """

    def __init__(self, sheet: Sheet, rows: range, column: int, span: range | None = None) -> None:
        self.sheet = sheet
        self.rows = rows
        self.column = column
        self.span = span or range(max(map(len, sheet.rows), default=0))
        self._merged = sheet.layout.merged

    @property
    def top(self) -> int:
        """The topmost row with headings: the one above the header where that names raters."""
        above = self.rows.start - 1
        if above < 0:
            return self.rows.start
        cells = range(self.column + 1, min(self.span.stop, len(self.sheet.rows[above])))
        texts = ((column, self.sheet.text(above, column)) for column in cells)
        over = [
            Heading(above, column, text, form_column_of(text)) for column, text in texts if text
        ]
        names = any(each.kind in _DECISIVE and not self._is_label(each) for each in over)
        return above if names else self.rows.start

    def headings(self) -> list[Heading]:
        """Return what heads each column that has a heading, the competencies' own left out."""
        width = max((len(self.sheet.rows[row]) for row in self.rows), default=0)
        columns = range(self.span.start, min(self.span.stop, width))
        found = (self._heading(column) for column in columns if column != self.column)
        return [heading for heading in found if heading is not None]

    def _heading(self, column: int) -> Heading | None:
        """Return the lowest known text of a column, else its lowest text."""
        texts = [
            (row, text)
            for row in reversed(self.rows)
            if (text := self.sheet.text(row, column)) and not is_hint(text)
        ]
        if not texts:
            return None
        row, text = next(((row, text) for row, text in texts if form_column_of(text)), texts[0])
        kind = form_column_of(text)
        if kind is Column.LEVEL:
            parent = self.parent(row, column)
            kind = parent.kind if parent and parent.kind in _DECISIVE else kind
        return Heading(row, column, text, kind)

    def parent(self, row: int, column: int) -> Heading | None:
        """Return the merged heading over a cell of the header.

        `ระดับ` and the like say nothing and are passed over. In the row above the header only a
        heading that is known, and that is no label with a value beside it, counts.
        """
        for heading in self._over(row, column):
            inside = heading.row in self.rows
            if heading.kind is Column.LEVEL:
                continue
            if heading.kind in _DECISIVE and (inside or not self._is_label(heading)):
                return heading
            if inside and heading.kind is None:
                return heading
        return None

    def rater_above(self, columns: range) -> Heading | None:
        """Return the lowest text that names a rater within some columns, above the header."""
        for row in range(self.rows.start - 1, max(-1, self.rows.start - _FAR_ABOVE - 1), -1):
            for column in columns:
                text = self.sheet.text(row, column)
                kind = form_column_of(text) if text else None
                if kind in RATERS:
                    return Heading(row, column, text, kind, is_far=True)
        return None

    def _over(self, row: int, column: int) -> Iterator[Heading]:
        """Yield, lowest first, the text that spans `column` in each row above `row`."""
        for above in range(row - 1, max(-1, self.rows.start - 2), -1):
            left = self._spanning(above, column)
            if left is not None:
                text = self.sheet.text(above, left)
                yield Heading(above, left, text, form_column_of(text))

    def _spanning(self, row: int, column: int) -> int | None:
        """Return the column of the text that spans `column` in a row of headings.

        A heading that is merged spans its cells, neither more nor less. Of others, a text spans
        the blank cells up to the next one.
        """
        first = self._merged.get((row, column))
        if first is not None:
            heads = first[0] == row and self.sheet.text(*first) and first[1] > self.column
            return first[1] if heads else None
        if self.sheet.text(row, column):
            return column
        for left in range(column - 1, max(self.column, self.span.start - 1), -1):
            if self.sheet.text(row, left):
                is_merged = self._merged.get((row, left + 1)) == (row, left)
                return None if is_merged else left
        return None

    def _is_label(self, heading: Heading) -> bool:
        """Return whether a text above the header is a label with a value beside it, or a value.

        What stands next to the right of a heading is another heading.
        """
        cells = range(heading.column + 1, len(self.sheet.rows[heading.row]))
        texts = (self.sheet.text(heading.row, right) for right in cells)
        beside = next((text for text in texts if text), "")
        if beside and form_column_of(beside) is None:
            return True
        lefts = (self.sheet.text(heading.row, left) for left in reversed(range(heading.column)))
        before = next((text for text in lefts if text), "")
        return field_of(before) is not None and form_column_of(before) is None
