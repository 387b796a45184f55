"""Damaging the cells of a sheet: what a hand does to a table, and what no hand would do."""

import csv
from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO
from random import Random
from typing import Final, TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from jdgap.assessments.opening.grid import Value

Grid: TypeAlias = list[list[Value]]

_JUNK: Final[tuple[Value, ...]] = (
    *("", " ", "-", "N/A", "#REF!", "Err:502", "4 - ชำนาญ", "๔", "ระดับที่ ๕", "4.5", "44", "/", "✓"),
    *(0, 1, 3, 5, 9, -1, 4.5, 1e300, 1e-300, True, False, 2569, 45_000.5),
    *("รวม", "ค่าเฉลี่ย", "ลงชื่อ", "หมายเหตุ:", "สมรรถนะ", "ระดับ", "ประเมินตนเอง", "หัวหน้า", "ผู้ประเมิน"),
    *("รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง: ผู้จัดการ", "รอบการประเมิน 2569", "ID", "Name", "Start time"),
    *("การบริการด้วยใจ", "ความสามัคคี", "ความสามัคี", "trust", "ประเมินตนเอง [ความสามัคคี]", "core"),
    *("\x1b[31m", "\u202e", "\ud7ff", "\U0001f600", "=1+1", "{x}", "%s", "a" * 5_000, "ก้้้้้" * 200),
    *("[" * 300, "ก - " * 300, "( " * 500, "์" * 2_000, "\u0e33\u0e48" * 500, "9" * 400),
    *(date(2026, 9, 1), datetime(2026, 9, 1, 9, 5), timedelta(hours=30)),  # noqa: DTZ001
)
_MOST_CHANGES: Final = 6
_MOST_ROWS: Final = 3_000


def _any_cell(chance: Random, grid: Grid) -> tuple[int, int]:
    row = chance.randrange(len(grid))
    return row, chance.randrange(len(grid[row]) or 1)


def _put_junk(chance: Random, grid: Grid) -> None:
    row, column = _any_cell(chance, grid)
    grid[row][column : column + 1] = [chance.choice(_JUNK)]


def _exchange_cells(chance: Random, grid: Grid) -> None:
    (row, column), (other, place) = _any_cell(chance, grid), _any_cell(chance, grid)
    one, two = grid[row][column : column + 1], grid[other][place : place + 1]
    if row != other:
        grid[row][column : column + 1], grid[other][place : place + 1] = two, one


def _exchange_rows(chance: Random, grid: Grid) -> None:
    one, other = chance.randrange(len(grid)), chance.randrange(len(grid))
    grid[one], grid[other] = grid[other], grid[one]


def _repeat_row(chance: Random, grid: Grid) -> None:
    row = grid[chance.randrange(len(grid))]
    times = chance.choice((1, 1, 1, 2, 50))
    place = chance.randrange(len(grid) + 1)
    grid[place:place] = [list(row) for _ in range(times)]


def _drop_row(chance: Random, grid: Grid) -> None:
    if len(grid) > 1:
        del grid[chance.randrange(len(grid))]


def _blank_row(chance: Random, grid: Grid) -> None:
    grid.insert(chance.randrange(len(grid) + 1), [])


def _drop_column(chance: Random, grid: Grid) -> None:
    column = chance.randrange(max(map(len, grid), default=0) or 1)
    for row in grid:
        del row[column : column + 1]


def _exchange_columns(chance: Random, grid: Grid) -> None:
    width = max(map(len, grid), default=0) or 1
    one, other = chance.randrange(width), chance.randrange(width)
    for row in grid:
        row.extend([""] * (width - len(row)))
        row[one], row[other] = row[other], row[one]


def _new_column(chance: Random, grid: Grid) -> None:
    column = chance.randrange(max(map(len, grid), default=0) + 1)
    kind = chance.choice(_JUNK)
    for row in grid:
        if len(row) >= column:
            row.insert(column, kind if chance.random() < 0.7 else "")


def _turn(_chance: Random, grid: Grid) -> None:
    width = max(map(len, grid), default=0)
    grid[:] = [
        [row[column] if column < len(row) else "" for row in grid] for column in range(width)
    ]


_CHANGES: Final[tuple[Callable[[Random, Grid], None], ...]] = (
    *(_put_junk, _put_junk, _put_junk, _exchange_cells, _exchange_rows, _repeat_row, _drop_row),
    *(_blank_row, _drop_column, _exchange_columns, _new_column, _turn),
)


def damaged_cells(chance: Random, grid: Grid, other: Grid) -> bytes:
    """Return a workbook or a table of text of a grid that was damaged, perhaps beside another."""
    if other and chance.random() < 0.15:
        at = chance.randrange(len(grid) + 1)
        grid[at:at] = other
    elif other and chance.random() < 0.1:
        width = max(map(len, grid), default=0)
        for row, more in zip(grid, other, strict=False):
            row.extend([*[""] * (width - len(row)), *more])
    for _ in range(chance.randrange(_MOST_CHANGES) + 1):
        if not grid:
            break
        chance.choice(_CHANGES)(chance, grid)
    del grid[_MOST_ROWS:]
    return _as_text(chance, grid) if chance.random() < 0.25 else _as_workbook(chance, grid)


def _as_text(chance: Random, grid: Grid) -> bytes:
    stream = StringIO()
    csv.writer(stream, delimiter=chance.choice(",;\t|")).writerows(grid)
    encoding = chance.choice(("utf-8", "utf-8-sig", "cp874", "utf-16"))
    return stream.getvalue().encode(encoding, errors="replace")


def _as_workbook(chance: Random, grid: Grid) -> bytes:
    content = BytesIO()
    with Workbook(content, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as workbook:
        sheet = workbook.add_worksheet(chance.choice(("S", "สรุป", "Summary", "หัวหน้าประเมิน")))
        down, right = chance.choice(((0, 0), (0, 0), (3, 2), (70, 30)))
        for row, values in enumerate(grid, start=down):
            for column, value in enumerate(values, start=right):
                _write(chance, sheet, row, column, value)
        if chance.random() < 0.2:
            sheet.set_row(chance.randrange(20), None, None, {"hidden": True})
            sheet.set_column(
                chance.randrange(6), chance.randrange(6, 9), None, None, {"hidden": True}
            )
        if chance.random() < 0.2:
            top, left = chance.randrange(20), chance.randrange(6)
            sheet.merge_range(top, left, top + chance.randrange(4), left + 1, "")
        if chance.random() < 0.05:
            workbook.add_worksheet("T").activate()
            sheet.hide()
    return content.getvalue()


def _write(chance: Random, sheet: Worksheet, row: int, column: int, value: Value) -> None:
    if isinstance(value, str) and value:
        if value.startswith("="):
            sheet.write_formula(row, column, value, None, chance.choice(("", 2, "#REF!", "4")))
        else:
            sheet.write_string(row, column, value)
    elif value != "":
        sheet.write(row, column, value)
