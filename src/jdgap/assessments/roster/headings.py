"""What heads the columns of a list of staff: in one row or two, in any order, among others."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from jdgap.assessments.cells.labels import (
    Field,
    Use,
    by_key,
    field_of,
    is_hint,
    use_of,
    without_brackets,
)
from jdgap.assessments.opening.grid import Sheet
from jdgap.positions import Names
from jdgap.problems import Place
from jdgap.text.names import name_key


class StaffColumn(Enum):
    """What a column of the list holds."""

    EMPLOYEE_ID = "employee id"
    PREFIX = "prefix"
    NAME = "name"
    SURNAME = "surname"
    POSITION = "position"
    DEPARTMENT = "department"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a list of staff.

    Attributes:
        row: Its first row, counted from 0.
        below: The first row under it.
        columns: Where each use stands; position is always among them, and id or name.
        name_goes_on: Columns without a heading right of the name's: its heading may be merged
            over prefix, first name and surname.
    """

    row: int
    below: int
    columns: Mapping[StaffColumn, int]
    name_goes_on: tuple[int, ...]

    @property
    def is_complete(self) -> bool:
        """Every person can have an id and a name."""
        return StaffColumn.EMPLOYEE_ID in self.columns and StaffColumn.NAME in self.columns

    def place(self, sheet: Sheet) -> Place:
        """Return the cell of the leftmost heading."""
        return sheet.place_of(self.below - 1, min(self.columns.values()))


@dataclass(frozen=True, slots=True, order=True)
class _Heading:
    """One heading; of two for the same use the better one counts, then the left one."""

    rank: int
    column: int
    use: StaffColumn


_ROWS_SEARCHED: Final = 60
"""Title lines above the table, generously counted."""
_LONGEST_HEADING: Final = 100
_MERGED_NAME: Final = 2
"""How many columns without a heading may belong to the name."""

_OF_FIELDS: Final = {
    Field.EMPLOYEE_ID: StaffColumn.EMPLOYEE_ID,
    Field.NAME: StaffColumn.NAME,
    Field.SURNAME: StaffColumn.SURNAME,
    Field.POSITION: StaffColumn.POSITION,
    Field.DEPARTMENT: StaffColumn.DEPARTMENT,
}
_OF_USES: Final = {
    Use.PREFIX: StaffColumn.PREFIX,
    Use.POSITION_ID: StaffColumn.POSITION,
}
_WORDS: Final = {
    StaffColumn.NAME: "ชื่อจริง|ชื่อตัว|first name|given name",
    StaffColumn.SUPERVISOR: "ผู้บังคับบัญชา|ชื่อผู้บังคับบัญชา|ผู้บังคับบัญชาชั้นต้น|ผู้บังคับบัญชาโดยตรง"
    "|ผู้บังคับบัญชาตามสายงาน|หัวหน้า|ชื่อหัวหน้า|หัวหน้างาน|หัวหน้าโดยตรง|รายงานต่อ|ขึ้นตรงต่อ|ขึ้นตรงกับ"
    "|ผู้ประเมิน|ชื่อผู้ประเมิน|supervisor|supervisor name|name of supervisor|manager|manager name"
    "|line manager|reports to|reporting to|assessor|rater",
}
_OWN: Final = by_key(_WORDS)
_WEAK: Final = frozenset({"id", "title", *map(name_key, ("รหัส", "รหัสตำแหน่ง", "position code"))})
"""They may number rows, say Mr or Mrs, or hold codes of another system: another column that is
headed clearly comes first."""

_KEYS: Final = frozenset(
    {
        StaffColumn.EMPLOYEE_ID,
        StaffColumn.PREFIX,
        StaffColumn.NAME,
        StaffColumn.SURNAME,
        StaffColumn.POSITION,
    }
)
_VALUES: Final = frozenset({StaffColumn.EMPLOYEE_ID, StaffColumn.POSITION})
"""Under these a second row of headings is blank or known; anything else is somebody's data."""
_NOT_THAI: Final = re.compile(r"[^\u0e00-\u0e7f]+")


def find_header(sheet: Sheet, names: Names) -> Header | None:
    """Return the first header of a list of staff on `sheet`, if there is one near its top.

    Args:
        sheet: The sheet.
        names: The names of the book, which tell a position from a heading.
    """
    rows = range(min(len(sheet.rows), _ROWS_SEARCHED))
    found = (header_at(sheet, row, names) for row in rows)
    return next((header for header in found if header is not None), None)


def header_at(sheet: Sheet, row: int, names: Names) -> Header | None:
    """Return the header that begins in `row` (counted from 0), of this row or of two."""
    upper, lower = _headings(sheet, row), _headings(sheet, row + 1)
    together = _together(sheet, row, upper, lower)
    if _heads_staff(upper):
        chosen, below = (together, row + 2) if together else (upper, row + 1)
    elif together and not _heads_staff(lower):
        chosen, below = together, row + 2
    else:
        return None
    if not _heads_staff(chosen) or _names_a_position(sheet, row, names):
        return None
    best: dict[StaffColumn, int] = {}
    for heading in sorted(chosen):
        best.setdefault(heading.use, heading.column)
    return Header(row, below, best, tuple(_unheaded(sheet, range(row, below), best)))


def _headings(sheet: Sheet, row: int) -> list[_Heading]:
    """Return the headings that are known in a row, those of a supervisor's own data left out."""
    cells = range(len(sheet.rows[row])) if row < len(sheet.rows) else range(0)
    found = []
    for column in cells:
        text = sheet.text(row, column)
        known = _known(text)
        if known is None:
            continue
        use, rank = known
        if _under_supervisor(sheet, row, column):
            if use is not StaffColumn.NAME:
                continue
            use = StaffColumn.SUPERVISOR
        found.append(_Heading(rank, column, use))
    return found


@lru_cache(maxsize=4096)
def _known(text: str) -> tuple[StaffColumn, int] | None:
    """Return what a heading says and how well it says so, 0 being best.

    Words in brackets, and the same heading in English after the Thai one, do not matter.
    """
    if not text or len(text) > _LONGEST_HEADING:
        return None
    for rank, words in enumerate((text, without_brackets(text), _NOT_THAI.sub("", text))):
        key = name_key(words)
        field, use = field_of(words), use_of(words)
        found = _OWN.get(key)
        if found is None and use is not None:
            found = _OF_USES.get(use)
        if found is None and field is not None:
            found = _OF_FIELDS.get(field)
        if found is not None:
            return found, 3 if key in _WEAK else rank
    return None


def _under_supervisor(sheet: Sheet, row: int, column: int) -> bool:
    """Return whether a merged heading in the row above says that this is about the supervisor."""
    for left in range(column, -1, -1):
        text = sheet.text(row - 1, left)
        if text:
            known = _known(text)
            merged = not sheet.text(row - 1, left + 1)
            return merged and known is not None and known[0] is StaffColumn.SUPERVISOR
    return False


def _together(
    sheet: Sheet, row: int, upper: list[_Heading], lower: list[_Heading]
) -> list[_Heading]:
    """Return the headings of two rows, the lower ones first; none where the lower holds data."""
    if not upper or not lower:
        return []
    below = {heading.column: heading.use for heading in lower}
    for heading in upper:
        if heading.use in _VALUES and below.get(heading.column) not in _KEYS:
            text = sheet.text(row + 1, heading.column)
            if text and not is_hint(text):
                return []
    kept = [
        _Heading(heading.rank + 1, heading.column, heading.use)
        for heading in upper
        if heading.column not in below
    ]
    return kept + lower


def _heads_staff(headings: list[_Heading]) -> bool:
    uses = {heading.use for heading in headings}
    return StaffColumn.POSITION in uses and bool(uses & {StaffColumn.EMPLOYEE_ID, StaffColumn.NAME})


def _names_a_position(sheet: Sheet, row: int, names: Names) -> bool:
    """Return whether a row of labels holds a value: `ชื่อ | สมชาย | ตำแหน่ง | ผู้จัดการ`."""
    texts = (sheet.text(row, column) for column in range(len(sheet.rows[row])))
    return any(text and _known(text) is None and names.knows_position(text) for text in texts)


def _unheaded(sheet: Sheet, rows: range, columns: Mapping[StaffColumn, int]) -> Iterator[int]:
    """Yield the columns right of the name's that have no heading, up to the next one."""
    name = columns.get(StaffColumn.NAME)
    if name is None:
        return
    for column in range(name + 1, name + 1 + _MERGED_NAME):
        if any(sheet.text(row, column) for row in rows):
            return
        yield column
