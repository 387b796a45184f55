"""A table of text (CSV, TSV) into a grid: its encoding, what parts its columns, its rows.

Cells stay text, and have the addresses that Excel would show. Python's own `csv.Sniffer` is not
used: it takes the commas of a sentence for columns, and gives up on short tables.
"""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterable
from io import BytesIO, StringIO, TextIOWrapper
from itertools import chain, islice
from typing import Final

from jdgap.assessments.opening import limits
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.grid import Sheet
from jdgap.assessments.opening.guard import check_extent
from jdgap.problems import Place
from jdgap.text.language import mark as _

_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_GUESSES: Final = ("utf-8", "cp874")
"""In this order: Thai in code page 874 is not valid UTF-8. Right for 12 of 12 Thai files, where
a guess by statistics was right for 6."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROLS_IN_TEXT: Final = 0.1
"""The share of control characters from which on something is not text."""

_DELIMITERS: Final = (",", ";", "\t", "|")
_NAMED_DELIMITER = re.compile(r'"?sep=([^"\r\n])"?[\r\n]*', re.IGNORECASE)
_SPACE_AND_QUOTES = re.compile(r' +"[^"]*" *')
_HEAD_CHARACTERS: Final = 256 * 1024
_HEAD_LINES: Final = 500
_LAST_LINE: Final = "\n"
"""A blank line put after the last one: a quotation mark that is never closed swallows it."""


def known_encoding(name: str) -> bool:
    """Return whether `name` is an encoding of text."""
    try:
        bytes(4).decode(name)  # zeros are text in every encoding, UTF-32 included
    except (LookupError, ValueError):  # unknown, or not of text, such as "hex"
        return False
    return True


def read_text(content: bytes, shown_as: str, encoding: str | None = None) -> Sheet:
    """Return the one sheet, without a title, that a file of text is.

    Args:
        content: The bytes of the file.
        shown_as: The path as the user gave it, for the places of problems.
        encoding: How it is encoded, one of the known encodings; None finds out.

    Raises:
        FileFaultError: It is no text, no table, damaged, or larger than the limits.
    """
    guesses = _guesses(content) if encoding is None else ("utf-8-sig",)
    if encoding is not None:
        content = _recoded(content, encoding)
    for guess in guesses:
        try:
            return Sheet(Place(shown_as), _rows(content, guess))
        except UnicodeDecodeError:
            continue
    raise _another_kind()


def _recoded(content: bytes, encoding: str) -> bytes:
    """Return as UTF-8 what the user says is in `encoding`, whatever it looks like."""
    try:
        return content.decode(encoding).encode()  # a lone surrogate, too, is an error
    except UnicodeError as error:
        reason = _("its text is not in the encoding that was named")
        raise FileFaultError("unreadable", reason=reason) from error


def _guesses(content: bytes) -> tuple[str, ...]:
    marked = tuple(name for mark, name in _MARKS.items() if content.startswith(mark))
    if b"\0" in content and "utf-16" not in marked:
        raise _another_kind()
    return marked or _GUESSES


def _another_kind() -> FileFaultError:
    return FileFaultError("not-a-spreadsheet", reason=_("its content is of another kind"))


def _rows(content: bytes, encoding: str) -> list[list[str]]:
    """Return the rows down to the last that holds a value; one record is one row.

    Raises:
        UnicodeDecodeError: The content is not in this encoding. It is decoded bit by bit, so
            this may be found late.
        FileFaultError: As for `read_text`.
    """
    head = _text(content, encoding).read(_HEAD_CHARACTERS)
    if len(_CONTROL.findall(head)) > _CONTROLS_IN_TEXT * len(head):
        raise _another_kind()
    named = _NAMED_DELIMITER.fullmatch(StringIO(head, newline="").readline())
    delimiter = named[1] if named else _delimiter(head)

    def table(*, strict: bool) -> list[list[str]]:
        text = _text(content, encoding)
        if named:
            text.readline()  # Excel does not show this line either
        lines = chain(text, (_LAST_LINE,))
        records = csv.reader(lines, delimiter=delimiter, skipinitialspace=spaces, strict=strict)
        return _table(records)

    previous = csv.field_size_limit(limits.CELL_CHARACTERS)
    try:
        spaces = _spaces_before_quotes(head, delimiter)
        try:
            return table(strict=True)
        except csv.Error:
            return _without_swallowed_lines(table(strict=False))
    except csv.Error as error:
        reason = _("a cell is too long, or a quotation mark is never closed")
        raise FileFaultError("unreadable", reason=reason) from error
    finally:
        csv.field_size_limit(previous)


def _spaces_before_quotes(head: str, delimiter: str) -> bool:
    """Return whether the first record has a space before a quotation mark: `"a", "b"`."""
    lines = (line for line in StringIO(head, newline="") if line.strip())
    record = next(csv.reader(lines, delimiter=delimiter), [])
    return any(_SPACE_AND_QUOTES.fullmatch(cell) for cell in record)


def _without_swallowed_lines(rows: list[list[str]]) -> list[list[str]]:
    """Return rows with faulty quotation marks where these do no more than stand in a cell.

    A mark that is not closed goes on to the next one, in a later line: that is another person's.

    Raises:
        csv.Error: Some cell goes on over several lines.
    """
    if any("\n" in cell or "\r" in cell for row in rows for cell in row):
        raise csv.Error
    return rows


def _text(content: bytes, encoding: str) -> TextIOWrapper:
    return TextIOWrapper(BytesIO(content), encoding, newline="")


def _delimiter(head: str) -> str:
    """Return what parts the columns: it gives the first rows the most even number of them."""
    filled = (line for line in StringIO(head, newline="") if line.strip())
    lines = list(islice(filled, _HEAD_LINES))
    evenness = {delimiter: _evenness(lines, delimiter) for delimiter in _DELIMITERS}
    if not any(share for share, _columns in evenness.values()):
        raise FileFaultError("not-a-spreadsheet", reason=_("it is text without columns"))
    return max(evenness, key=evenness.__getitem__)


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    """Return the share of records that have the usual number of columns, and that number."""
    counts: Counter[int] = Counter()
    try:
        for record in csv.reader(lines, delimiter=delimiter):
            counts[len(record)] += 1
    except csv.Error:  # a cell without end: what came before it tells
        pass
    several = [(count, columns) for columns, count in counts.items() if columns > 1]
    if not several:
        return 0, 0
    count, columns = max(several)
    return count / counts.total(), columns


def _table(records: Iterable[list[str]]) -> list[list[str]]:
    rows: list[list[str]] = []
    height = width = 0
    record: list[str] = []
    for number, record in enumerate(records, start=1):
        if any(record):
            height, width = number, max(width, len(record))
        if number <= limits.ROWS and len(record) <= limits.COLUMNS:  # the rest is only counted
            rows.append(record)
    if record:
        reason = _("a quotation mark is opened and never closed")
        raise FileFaultError("unreadable", reason=reason)
    check_extent(height, width)
    del rows[height:]
    return rows
