"""A workbook whose parts are packed while the next are written."""

import threading
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from jdgap.output.excel import packing
from jdgap.output.excel.looks import Looks
from jdgap.output.excel.packing import PackedWorkbook
from jdgap.output.excel.streamed import StreamedRow, StreamedSheet
from jdgap.output.excel.style import Dress, Typeface

ROWS = 2_000


def filled(workbook: Any) -> None:
    """Fill a workbook with a sheet of many rows, one with a chart and one with a link."""
    many = workbook.add_worksheet("มาก", worksheet_class=StreamedSheet)
    look = Looks(workbook, Typeface()).of(Dress())
    rows = (StreamedRow((f"ก {number}", number), (look, look)) for number in range(ROWS))
    many.stream(1, rows, count=ROWS, width=2)
    few = workbook.add_worksheet("น้อย")
    few.write_column(0, 0, [3, 1, 2])
    chart = workbook.add_chart({"type": "bar"})
    chart.add_series({"values": "=น้อย!$A$1:$A$3"})
    few.insert_chart("C1", chart)
    workbook.add_worksheet("ลิงก์").write_url(0, 0, "internal:'มาก'!A1", string="ไป")
    workbook.set_properties({"created": datetime(2026, 12, 1)})  # noqa: DTZ001 (as XlsxWriter takes it)
    workbook.close()


def parts_of(file: BinaryIO) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("piece", [1, 5_000, packing._PIECE])
def test_the_parts_are_those_of_xlsxwriter(piece: int, monkeypatch: pytest.MonkeyPatch):
    """In the same order, whatever the pieces in which they are packed; and the same bytes again."""
    monkeypatch.setattr(packing, "_PIECE", piece)
    packed, again, plain = BytesIO(), BytesIO(), BytesIO()
    filled(PackedWorkbook(packed))
    filled(PackedWorkbook(again))
    filled(Workbook(plain, {"in_memory": True}))
    assert packed.getvalue() == again.getvalue()
    found, expected = parts_of(packed), parts_of(plain)
    assert list(found) == list(expected)
    assert found == expected
    assert load_workbook(packed)["มาก"].cell(ROWS + 1, 2).value == ROWS - 1


def test_what_the_thread_fails_at_is_told(monkeypatch: pytest.MonkeyPatch):
    """The error comes through, and the thread ends."""

    def fail(_parts: object, name: str, _text: str) -> None:
        raise MemoryError(name)

    monkeypatch.setattr(packing._Parts, "write", fail)
    threads = threading.active_count()
    with pytest.raises(MemoryError, match="Content_Types"):
        filled(PackedWorkbook(BytesIO()))
    assert threading.active_count() == threads


def test_an_error_amid_a_part_ends_the_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """An open part does not hide what went wrong."""
    monkeypatch.setattr(packing, "_PIECE", 1)

    def rows() -> Any:
        yield StreamedRow(("ก",), (look,))
        for _ in range(1_000):  # enough for a piece to be given away
            yield StreamedRow((1,), (look,))
        raise ZeroDivisionError

    workbook = PackedWorkbook(BytesIO())
    look = Looks(workbook, Typeface()).of(Dress())
    workbook.add_worksheet("S", worksheet_class=StreamedSheet).stream(0, rows(), count=9, width=1)
    with pytest.raises(ZeroDivisionError):
        workbook.close()
