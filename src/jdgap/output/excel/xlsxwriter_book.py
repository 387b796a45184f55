"""A whole workbook written with XlsxWriter, and its properties."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from jdgap.output.excel.packing import PackedWorkbook
from jdgap.output.excel.saving import save_whole
from jdgap.output.excel.style import document_title


def write_workbook(
    path: Path,
    fill: Callable[[Workbook], object],
    *,
    day: date,
    title: str = "",
    force: bool = False,
) -> None:
    """Write a workbook whole, or not at all.

    Args:
        path: The workbook to make.
        fill: Adds the sheets to the workbook that it is given.
        day: When it was made: the same content on the same day makes the same bytes.
        title: Among its properties, "" for none.
        force: Replace an existing file.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
        OSError: The folder or the target cannot be written.
    """
    properties = {"author": "jdgap", "created": datetime.combine(day, time.min)}
    if title:
        properties["title"] = document_title(title)

    def write(file: BinaryIO) -> None:
        workbook = PackedWorkbook(file)
        workbook.set_properties(properties)
        fill(workbook)
        workbook.close()

    save_whole(path, write, force=force)
