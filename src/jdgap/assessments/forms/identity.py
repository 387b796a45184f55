"""Who the sheet is about: the labelled values above (or beside) the table."""

import re
from collections.abc import Iterator
from itertools import pairwise

from jdgap.assessments.cells.labels import Field, field_of
from jdgap.assessments.opening.grid import Sheet, as_text
from jdgap.text.dates import BUDDHIST_OFFSET

_COLON = re.compile(r"[:：]")
_DOTS = re.compile(r"[.…_]{3,}|…+")
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_LABEL_AND_YEAR = re.compile(r"(?P<label>.*?)\s*(?P<year>[0-9๐-๙]{4})")
_BUDDHIST_FROM = 2400


def identity(sheet: Sheet, table_top: int) -> dict[Field, str]:
    """Return what the labels above row `table_top` (counted from 0) say; the first value counts.

    The value stands after a colon in the label's cell, to its right, or below it.
    """
    found: dict[Field, str] = {}
    of_rater: dict[Field, str] = {}  # below a rater's label: only what stands nowhere else counts
    rater_row = last_row = -2
    in_rater_block = False
    for row, column, text in sheet.texts():
        if row >= table_top:
            break
        in_rater_block = in_rater_block and row <= last_row + 1
        last_row = row
        for field, value in _labelled(sheet, row, column, text, table_top):
            if field is Field.OTHER:
                in_rater_block = not value
                rater_row = row
            elif field is Field.NAME and not value:
                in_rater_block = False  # a block about the employee begins
            elif value and row != rater_row:
                (of_rater if in_rater_block else found).setdefault(field, value)
    found = of_rater | found
    if found.get(Field.NAME) and found.get(Field.SURNAME):
        found[Field.NAME] += " " + found[Field.SURNAME]
    return found


def _labelled(
    sheet: Sheet, row: int, column: int, text: str, table_top: int
) -> Iterator[tuple[Field, str]]:
    dotted = list(_on_dotted_lines(text))
    if dotted:
        yield from dotted
        return
    label, colon, rest = _split(text)
    field = field_of(label)
    year = _LABEL_AND_YEAR.fullmatch(text)
    if field is None and year and field_of(year["label"]) is Field.ROUND:
        yield Field.ROUND, year["year"]
    if field is None:
        return
    if colon and rest:
        # "ชื่อ: สมชาย  ตำแหน่ง: ..." in one cell is two labels.
        yield from _in_one_line(field, rest)
    else:
        below = _below(sheet, row, column) if row + 1 < table_top else ""
        yield field, _beside(sheet, row, column) or below


def _on_dotted_lines(text: str) -> Iterator[tuple[Field, str]]:
    """Yield what stands on the dotted lines of a printed form: `ชื่อ ....ก.... ตำแหน่ง ....ข....`."""
    pieces = [piece.strip(" :") for piece in _DOTS.split(text)]
    for label, value in pairwise(pieces):
        field = field_of(label)
        if field is not None and value and field_of(value) is None:
            yield field, value


def _split(text: str) -> tuple[str, bool, str]:
    parts = _COLON.split(_DOTS.sub(" ", text), maxsplit=1)
    return parts[0].strip(), len(parts) > 1, parts[1].strip() if len(parts) > 1 else ""


def _in_one_line(field: Field, rest: str) -> Iterator[tuple[Field, str]]:
    pieces = _COLON.split(rest)
    for place, piece in enumerate(pieces):
        words = piece.strip()
        following: Field | None = None
        if place + 1 < len(pieces):
            words, following = _without_label(words)
        yield field, words
        if following is None:
            return
        field = following


def _without_label(words: str) -> tuple[str, Field | None]:
    """Return `words` without the label they end with, longest first, and what it asks for."""
    parts = words.split(" ")
    for place in range(len(parts)):
        field = field_of(" ".join(parts[place:]))
        if field is not None:
            return " ".join(parts[:place]).strip(), field
    return words, None


def _beside(sheet: Sheet, row: int, column: int) -> str:
    """Return the next value to the right, past blanks (merged cells), up to the next label."""
    if row >= len(sheet.rows):
        return ""
    for right in range(column + 1, min(len(sheet.rows[row]), column + 12)):
        text = _value(sheet, row, right)
        if text:
            return "" if field_of(_split(text)[0]) else text
    return ""


def _below(sheet: Sheet, row: int, column: int) -> str:
    text = _value(sheet, row + 1, column)
    if field_of(_split(text)[0]):
        return ""
    # A cell with a value of its own to the right is a label, unless labels stand in a row above.
    labels_in_a_row = field_of(_split(_value(sheet, row, column + 1))[0]) is not None
    return "" if _value(sheet, row + 1, column + 1) and not labels_in_a_row else text


def _value(sheet: Sheet, row: int, column: int) -> str:
    return _DOTS.sub(" ", as_text(sheet.value(row, column))).strip()


def round_of(text: str) -> str:
    """Return the Buddhist-era year in `text`; a year of the common era is converted.

    Text without a four-digit year stays as it is written.
    """
    found = _YEAR.search(text.translate(_THAI_DIGITS))
    if found is None:
        return text
    year = int(found[0])
    return str(year if year >= _BUDDHIST_FROM else year + BUDDHIST_OFFSET)
