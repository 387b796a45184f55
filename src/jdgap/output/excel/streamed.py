"""A sheet with any number of rows, which are written one after another when the workbook is closed.

XlsxWriter keeps every cell until then, or (`constant_memory`) can make no table, and a table of it
remembers each of its cells: 10,000 people have 2.3 million. Here rows come from an iterator and
go straight into the file. What stands above them, and everything else, is XlsxWriter's own.
Their texts are shared: a name that stands in twelve rows is in the file once.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple, NewType, TypeAlias

from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name, xl_range  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from jdgap.output.excel.inline import inline_text
from jdgap.output.excel.looks import cell_text
from jdgap.output.excel.style import safe_text

MOST_ROWS: Final = 1_048_576
"""Excel's limit for one sheet."""
_AT_ONCE = 500
"""Rows that are put together before they are written."""
_MOST_REMEMBERED = 100_000
"""Texts that are remembered; the cells of a long survey alone are more, and each stands once."""

_ROW_NUMBER: Final = "\0"
"""What stands for the number of the row in cells that are put together before."""

CellValue: TypeAlias = str | int | float | None


PreparedCells = NewType("PreparedCells", str)
"""Neighbouring cells that stand in many rows, as `StreamedSheet.cells` makes them."""


class StreamedRow(NamedTuple):
    """One row.

    Attributes:
        values: From the first column on; None leaves a cell that has only its looks.
        looks: The format of each cell. Rows that look alike should share one tuple.
        height: In points; None leaves it to Excel.
    """

    values: Sequence[CellValue]
    looks: tuple[Format, ...]
    height: float | None = None


class StreamedSheet(Worksheet):  # type: ignore[misc]
    """A worksheet of XlsxWriter that goes on below with rows from an iterator.

    Made with `workbook.add_worksheet(title, worksheet_class=StreamedSheet)`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: Iterable[StreamedRow | PreparedCells] = ()
        self._first_row = 0
        self._end = ""
        self._known_parts: dict[tuple[int, tuple[Format, ...]], list[tuple[str, str]]] = {}

    def stream(
        self,
        first_row: int,
        rows: Iterable[StreamedRow | PreparedCells],
        *,
        count: int,
        width: int,
    ) -> None:
        """Let `rows` follow at `first_row` (counted from 0), below everything else.

        Args:
            first_row: Where the first of them stands.
            rows: Taken when the workbook is closed, once. A row may be all its cells, as `cells`
                makes them, put together.
            count: How many they are.
            width: How many columns they have.
        """
        self._first_row, self._rows = first_row, rows
        # Texts come only when all but the sheets is settled; so XlsxWriter knows that there are.
        self.str_table.count += 1
        self._end = xl_range(0, 0, max(0, first_row + count - 1), width - 1)

    def add_streamed_table(self, header_row: int, count: int, options: dict[str, Any]) -> None:
        """Make the rows an Excel table, below headings that stand in `header_row`.

        Args:
            header_row: Counted from 0.
            count: How many rows it has below its headings; at least one.
            options: As `add_table` takes them; `columns` names every column.
        """
        last_column = len(options["columns"]) - 1
        self.add_table(header_row, 0, header_row + 1, last_column, options)
        table = self.tables[-1]
        whole = xl_range(header_row, 0, header_row + count, last_column)
        table["range"] = table["a_range"] = whole
        if table.get("autofilter"):
            table["autofilter"] = whole

    def cells(
        self, first_column: int, values: Sequence[CellValue], looks: tuple[Format, ...]
    ) -> PreparedCells:
        """Return neighbouring cells for a row, from `first_column` (counted from 0) on.

        To be called by the iterator of the rows, while it is asked for them: only then do formats
        and texts have their numbers.
        """
        ends = self._ends()
        cells = [
            f"{start}{_ROW_NUMBER}{style}{ends[value]}"
            for value, (start, style) in zip(values, self._parts(looks, first_column), strict=True)
        ]
        return PreparedCells("".join(cells))

    def _write_dimension(self) -> None:
        if self._end:
            self._xml_empty_tag("dimension", [("ref", self._end)])
        else:
            super()._write_dimension()

    def _write_sheet_data(self) -> None:
        self._xml_start_tag("sheetData")
        if self.dim_rowmin is not None:
            self._write_rows()
        lines = self._lines()
        while block := "".join(islice(lines, _AT_ONCE)):
            self.fh.write(block)
            self.fh.flush()
        self._xml_end_tag("sheetData")

    def _lines(self) -> Iterator[str]:
        ends = self._ends()
        for number, row in enumerate(self._rows, start=self._first_row + 1):
            if isinstance(row, str):
                yield f'<row r="{number}">{row.replace(_ROW_NUMBER, str(number))}</row>'
                continue
            cells = [
                f"{start}{number}{style}{ends[value]}"
                for value, (start, style) in zip(row.values, self._parts(row.looks), strict=True)
            ]
            height = f' ht="{row.height}" customHeight="1"' if row.height else ""
            yield f'<row r="{number}"{height}>{"".join(cells)}</row>'

    def _parts(self, looks: tuple[Format, ...], first_column: int = 0) -> list[tuple[str, str]]:
        """Return what stands before and after the row's number in each cell."""
        key = (first_column, looks)
        parts = self._known_parts.get(key)
        if parts is None:
            parts = self._known_parts[key] = [
                (f'<c r="{xl_col_to_name(column)}', f'" s="{look._get_xf_index()}"')  # noqa: SLF001 (as XlsxWriter's own cells do)
                for column, look in enumerate(looks, start=first_column)
            ]
        return parts

    def _ends(self) -> "_CellEnds":
        """Return what the streamed sheets of the workbook have in common."""
        table = self.str_table
        if not isinstance(getattr(table, "streamed", None), _CellEnds):
            table.streamed = _CellEnds(table)
        ends: _CellEnds = table.streamed
        return ends


class _CellEnds(dict[CellValue, str]):
    """How a cell with a value ends; texts are added to the workbook's own.

    Args:
        table: XlsxWriter's texts; it numbers its own before the first sheet is written.
    """

    def __init__(self, table: Any) -> None:  # noqa: ANN401 (untyped there)
        super().__init__()
        self._table = table

    def __missing__(self, value: CellValue) -> str:
        """Return the end of a cell that was not met before; text is never a formula or a link."""
        if isinstance(value, float):
            return f"><v>{value!r}</v></c>"
        if len(self) < _MOST_REMEMBERED:
            ending = self[value] = self._new(value)
            return ending
        return inline_text(safe_text(value)) if isinstance(value, str) else self._new(value)

    def _new(self, value: str | int | None) -> str:
        if isinstance(value, int):
            return f"><v>{value!r}</v></c>"
        shown = cell_text(value or "")
        if not shown:
            return "/>"
        texts = self._table.string_array
        texts.append(shown)
        self._table.count += 1
        self._table.unique_count = len(texts)
        return f' t="s"><v>{len(texts) - 1}</v></c>'
