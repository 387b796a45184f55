"""A whole workbook written with XlsxWriter: its properties, and where its parts lie meanwhile."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from jdgap.output.excel.saving import save_whole
from jdgap.output.excel.style import document_title


def write_workbook(  # noqa: PLR0913 (what a workbook is, and how it is written)
    path: Path,
    fill: Callable[[Workbook], object],
    *,
    day: date,
    title: str = "",
    in_memory: bool = False,
    force: bool = False,
) -> None:
    """Write a workbook whole, or not at all.

    Args:
        path: The workbook to make.
        fill: Adds the sheets to the workbook that it is given.
        day: When it was made: the same content on the same day makes the same bytes.
        title: Among its properties, "" for none.
        in_memory: Put its sheets together in memory, which is quicker for hundreds of small ones;
            else in temporary files.
        force: Replace an existing file.

    Raises:
        FileExistsError: Something stands at `path` and `force` was not given.
        OSError: The folder or the target cannot be written.
    """
    properties = {"author": "jdgap", "created": datetime.combine(day, time.min)}
    if title:
        properties["title"] = document_title(title)

    def write(file: BinaryIO) -> None:
        with _room_for_parts(in_memory=in_memory) as parts:
            workbook = Workbook(file, {"in_memory": in_memory, "tmpdir": parts})
            workbook.set_properties(properties)
            fill(workbook)
            workbook.close()

    save_whole(path, write, force=force)


def _room_for_parts(*, in_memory: bool) -> "TemporaryDirectory[str] | nullcontext[None]":
    """Return the folder for temporary files, none where they are not needed.

    XlsxWriter leaves its parts behind when it fails; in a folder of ours they go with it.
    """
    if in_memory:
        return nullcontext()
    return TemporaryDirectory(prefix="jdgap-", ignore_cleanup_errors=True)
