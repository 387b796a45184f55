"""JSON and CSV on a stream: always UTF-8, whatever the console's code page."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from jdgap.output.pipes import forget_stdout
from jdgap.output.records import Record

_BOM = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_json(stream: BinaryIO, document: Record) -> None:
    """Write one JSON document."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    _write(stream, text + "\n")


def write_csv(stream: BinaryIO, rows: Iterable[Record], columns: Iterable[str]) -> None:
    """Write rows with a heading line and a byte-order mark, which Excel needs to see UTF-8.

    Text that a spreadsheet would run as a formula gets a leading apostrophe (source: OWASP, "CSV
    Injection").
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    headings = list(columns)
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_harmless(row[heading]) for heading in headings])
    _write(stream, _BOM + lines.getvalue())


def _write(stream: BinaryIO, text: str) -> None:
    try:
        stream.write(text.encode("utf-8", "replace"))
        stream.flush()
    except BrokenPipeError:
        forget_stdout()


def _harmless(value: Any) -> Any:  # noqa: ANN401 (whatever a record holds)
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return "'" + value
    return value
