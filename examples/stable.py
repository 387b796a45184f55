"""Saving so that a rerun gives the same bytes: no clock goes into the files."""

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook

_ZIP_TIME: Final = (2026, 1, 5, 9, 0, 0)
_XML_TIME: Final = rb"2026-01-05T09:00:00Z"
_CORE: Final = "docProps/core.xml"
_DATES: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def save(workbook: Workbook, path: Path) -> None:
    """Save an openpyxl workbook at `path`, in place of what stands there."""
    draft = io.BytesIO()
    workbook.save(draft)
    with ZipFile(draft) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[_CORE] = _DATES.sub(rb"\g<1>" + _XML_TIME + rb"\g<2>", parts[_CORE])
    write_zip(path, parts)


def write_zip(path: Path, parts: Mapping[str, bytes], *, stored: str = "") -> None:
    """Write the parts of a package in their order.

    Args:
        path: The file to make.
        parts: The content by name.
        stored: The part that is not compressed (the `mimetype` of OpenDocument).
    """
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, _ZIP_TIME)
            entry.create_system = 0  # the same on Windows and elsewhere
            entry.compress_type = ZIP_STORED if name == stored else ZIP_DEFLATED
            archive.writestr(entry, content)
