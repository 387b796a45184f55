"""Which rows of a table of many people are nobody's: sums, notes, headers that stand again."""

from collections.abc import Iterable, Sequence
from typing import Final

from jdgap.assessments.cells.labels import ends_table, is_subtotal, is_summary
from jdgap.assessments.opening.grid import Sheet, Value, as_text, texts_of_row
from jdgap.assessments.people.column_headings import HeadingReader, Holds
from jdgap.assessments.people.person_columns import Who

_UNKNOWN: Final = frozenset({Holds.UNKNOWN, Holds.NO_COMPETENCY})


def droppable_rows(sheet: Sheet) -> list[Sequence[Value]] | None:
    """Return the rows of a sheet where they can be dropped: memory is not to hold them twice."""
    return sheet.rows if isinstance(sheet.rows, list) else None


def is_sum(row: Sequence[Value]) -> bool:
    """Return whether a row is of no person, by its first text: a sum, or what is required."""
    text = first_text(row)
    if not text or is_summary(text):
        return bool(text)
    filled = [value for value in row if value != ""]
    alone = not any(isinstance(value, str) for value in filled[1:])
    return alone and isinstance(filled[0], str) and is_subtotal(text)


def is_note(row: Sequence[Value], who: Who, *, apart: bool, several: bool) -> bool:
    """Return whether a row without an answer is no person's.

    Args:
        row: Its cells.
        who: Employee id, name and position.
        apart: It stands below a blank row, and a person's would say the position.
        several: The table has columns for more than one part of `who`.
    """
    employee_id, name, position = who
    if not employee_id and not name:
        return True
    filled = sum(value != "" for value in row)
    return (several and filled == 1) or (apart and not position) or ends_table(first_text(row))


def headings_in(
    sheet: Sheet, reader: HeadingReader, row: int, columns: Iterable[int]
) -> list[Holds]:
    """Return what those of `columns` hold that have a known heading in a row below the header."""
    texts = texts_of_row(sheet, row)
    found = (reader.meaning(texts[column]).holds for column in columns if column in texts)
    return [holds for holds in found if holds not in _UNKNOWN]


def row_below(sheet: Sheet, row: int) -> Sequence[Value]:
    """Return the next row in which anything stands, none where there is no more."""
    following = (sheet.rows[number] for number in range(row + 1, len(sheet.rows)))
    return next((each for each in following if any(value != "" for value in each)), ())


def row_of(cell: str) -> int:
    """Return the row of an address, counted from 0."""
    return int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1


def first_text(row: Sequence[Value]) -> str:
    """Return the first text in a row, "" where it has none."""
    return next((as_text(value) for value in row if isinstance(value, str) and value), "")
