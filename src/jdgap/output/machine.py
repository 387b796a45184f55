"""JSON and CSV on a stream: always UTF-8, whatever the console's code page."""

import csv
import io
import json
import re
from collections.abc import Iterable
from typing import Any, BinaryIO

from jdgap.output.pipes import forget_stdout
from jdgap.output.records import Record
from jdgap.text.cleaning import like_formula, on_one_line

_BOM = "\ufeff"
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What a terminal may obey, or turn the rest of a line around for; `json` escapes less."""


def write_json(stream: BinaryIO, document: Record) -> None:
    """Write one JSON document: each text as it was read, its unseen characters escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    text = _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    _write(stream, text + "\n")


def write_csv(stream: BinaryIO, rows: Iterable[Record], columns: Iterable[str]) -> None:
    """Write rows with a heading line and a byte-order mark, which Excel needs to see UTF-8.

    A text is on one line and has no control characters in it, because CSV cannot escape them. Text
    that a spreadsheet would run as a formula gets a leading apostrophe.
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
    if not isinstance(value, str):
        return value
    text = on_one_line(value)
    return f"'{text}" if like_formula(text) else text
