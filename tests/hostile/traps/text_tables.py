"""Tables of text that are damaged, endless, or in no encoding."""

import random
from collections.abc import Callable
from pathlib import Path

from traps.case import Case, bad, holding, odd

from builders import OFFICER_COMPETENCIES, thai, title
from jdgap.assessments.opening import limits

_NO_SHEET = "not-a-spreadsheet"
_UNREADABLE = "unreadable"
_NOTHING = ("no-assessment-found", "empty-workbook", _NO_SHEET)


def table(employee: str, name: str = "ตัวอย่าง ใจดี", *, level: object = 4) -> str:
    """A table with the answer of one person."""
    heading = ["รหัสพนักงาน", "ชื่อ-สกุล", "ตำแหน่ง", *map(thai, OFFICER_COMPETENCIES)]
    row = [employee, name, title("officer-accounting"), *[str(level)] * len(OFFICER_COMPETENCIES)]
    return "\r\n".join([",".join(heading), ",".join(row), ""])


def _in(encoding: str, text: str) -> Callable[[Path], object]:
    return holding(text.encode(encoding))


def _noise() -> bytes:
    return random.Random(874).randbytes(4_000)  # noqa: S311 (the same in every run)


_OPEN = table("H-OPEN").replace("ตัวอย่าง", '"ตัวอย่าง')
_ZEROS = table("H-ZERO").replace("ใจดี", "ใจ\0ดี")
_LONG = table("H-LONG", "ก" * 200_000)
_MIXED = table("H-MIX").encode() + table("H-MIX-2").encode("cp874")

CASES: tuple[Case, ...] = (
    bad("zeros.csv", "zeros in the text", _in("utf-8", _ZEROS), _NO_SHEET),
    bad("open.csv", "a quotation mark that is never closed", _in("utf-8", _OPEN), _UNREADABLE),
    bad("long.csv", "a cell of 200,000 characters", _in("utf-8", _LONG), _UNREADABLE),
    bad("no mark.csv", "UTF-16 without a mark", _in("utf-16-le", table("H-16")), _NO_SHEET),
    bad("mixed.csv", "two encodings in one file", holding(_MIXED), _NO_SHEET, _UNREADABLE),
    bad("noise.csv", "random bytes", holding(_noise()), _NO_SHEET),
    bad("half.csv", "half a character", holding(table("H-½").encode("utf-16")[:-1]), _NO_SHEET, _UNREADABLE),
    bad("only a mark.csv", "a mark of byte order and nothing else", holding(b"\xef\xbb\xbf"), *_NOTHING),
    bad("only a mark 2.csv", "the same of UTF-16", holding(b"\xff\xfe"), *_NOTHING),
    bad("delimiters.csv", "only delimiters", holding(b",,,,\n" * 500), *_NOTHING),
    bad("tall.csv", "one row more than is read", holding(b"1,2\n" * (limits.ROWS + 1)), "too-large"),
    bad("wide.csv", "one column more than is read", holding(b"1," * limits.COLUMNS + b"1\n"), "too-large"),
    bad("one line.csv", "two megabytes without an end of line", holding(b"x" * 2_000_000), *_NOTHING),
    bad("quotes.csv", "only quotation marks", holding(b'"' * 5_001 + b","), _UNREADABLE, *_NOTHING),
    bad("controls.csv", "control characters", holding(b"\x1b[2J,\x07\x08\n" * 50), *_NOTHING),
    bad("numbers.csv", "numbers of nobody", holding(b"1,2,3\n4,5,6\n"), "no-assessment-found"),
    odd("874.csv", "Thai of code page 874", _in("cp874", table("H-874")), "H-874"),
    odd("16.csv", "Thai of UTF-16 with a mark", _in("utf-16", table("H-16")), "H-16"),
    odd("formula.csv", "a name that is a formula", _in("utf-8", table("H-CMD", "=cmd|'/c calc'!A1")), "H-CMD"),
    odd("controls in a name.csv", "a name that a terminal would obey", _in("utf-8", table("H-RED", "\x1b[31m[red]ก\u202eข[/red]")), "H-RED"),
    odd("workbook.xlsx", "a table of text that is called a workbook", _in("utf-8", table("H-CSV")), "H-CSV"),
)  # fmt: skip
