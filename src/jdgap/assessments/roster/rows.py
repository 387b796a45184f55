"""The rows of a list of staff: which of them are people, and what each says."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from jdgap.assessments.cells.labels import ends_table, is_hint, is_summary
from jdgap.assessments.cells.person_names import full_name
from jdgap.assessments.opening.grid import Sheet, address
from jdgap.assessments.roster.headings import (
    Header,
    StaffColumn,
    find_header,
    header_at,
)
from jdgap.positions import Names, UnknownPositionError
from jdgap.problems import Place
from jdgap.text.names import name_key


@dataclass(slots=True)
class StaffRow:
    """What one row says of a person; "" is a blank, and so is a dash.

    Attributes:
        sheet: Where it stands.
        number: Its row, counted from 0.
        header: What heads its columns.
    """

    sheet: Sheet
    number: int
    header: Header
    employee_id: str
    name: str
    position: str
    department: str
    supervisor: str

    def place(self, use: StaffColumn) -> Place:
        """Return the cell for `use`; the row's first known cell where it has no column."""
        columns = self.header.columns
        return self.sheet.place_of(self.number, columns.get(use, min(columns.values())))

    def blank_reason(self, use: StaffColumn) -> str:
        """Return what is really in a cell that reads as blank, such as `#N/A`, "" for nothing."""
        cell = address(self.number, self.header.columns.get(use, 0))
        return self.sheet.blank_reasons.get(cell, "")

    @property
    def is_complete(self) -> bool:
        """It has an id, a name and a position."""
        return bool(self.employee_id and self.name and self.position)


@dataclass(frozen=True, slots=True)
class StaffTable:
    """A list of staff on one sheet, under one header.

    Attributes:
        place: The leftmost heading.
        header: What heads its columns.
        rows: Its people.
    """

    place: Place
    header: Header
    rows: list[StaffRow]


def _keys(*words: str) -> tuple[str, ...]:
    return tuple(name_key(word) for word in words)


_VACANT: Final = frozenset(_keys("ว่าง", "ตำแหน่งว่าง", "อัตราว่าง", "vacant", "vacancy"))
_SUMS: Final = _keys("รวม", "จำนวน", "ยอดรวม", "total", "grand total")
_SIGNERS: Final = _keys(
    *("ผู้จัดทำ", "จัดทำโดย", "ผู้รวบรวม", "ผู้รายงาน", "ผู้รับรอง", "ผู้ตรวจสอบ", "ผู้ตรวจทาน", "ผู้อนุมัติ"),
    *("prepared by", "checked by", "certified by", "approved by"),
)
_GROUPS: Final = _keys(
    *("ฝ่าย", "แผนก", "สังกัด", "สาขา", "กลุ่มงาน", "หน่วยงาน", "department", "division", "branch")
)
_COUNT: Final = re.compile(r"[\d.,\s]*(คน|ราย|อัตรา|ตำแหน่ง|persons?|people|staff)?", re.IGNORECASE)
_SAYS: Final = re.compile(r"\w")
_NOT_AN_ID: Final = re.compile(r"\s|^\D*$|.{21}")


def staff_tables(sheet: Sheet, names: Names) -> list[StaffTable]:
    """Return the lists of staff on `sheet`; a header that stands again begins another one."""
    tables: list[StaffTable] = []
    header = find_header(sheet, names)
    while header is not None:
        reader = _TableReader(sheet, header, names)
        tables.append(StaffTable(header.place(sheet), header, reader.rows()))
        header = reader.next_header
    return tables


class _TableReader:
    """Reads what stands under one header, up to the next one.

    Args:
        sheet: The sheet.
        header: The header.
        names: The names of the book.
    """

    def __init__(self, sheet: Sheet, header: Header, names: Names) -> None:
        self.sheet = sheet
        self.header = header
        self.names = names
        self.next_header: Header | None = None
        self._more_names = self._further_name_columns()

    def rows(self) -> list[StaffRow]:
        """Return the people, with the departments and supervisors of merged cells."""
        lines: list[StaffRow] = []
        group, ended = "", False
        for number in range(self.header.below, len(self.sheet.rows)):
            column, first = self._first_text(number)
            if not first:
                continue
            line = self._line(number)
            if self._begins_anew(line):
                break
            certain = line.is_complete and self.names.knows_position(line.position)
            ended = ended or (not line.is_complete and _ends(first))
            if (ended and not certain) or self._says_nothing(line, column, first):
                continue
            if self._is_group(line, column, first):
                group = first
                continue
            line.department = line.department or group
            lines.append(line)
        _continue_down(lines, "department", self._may_belong)
        _continue_down(lines, "supervisor", lambda _line, _above: True)
        return [line for line in lines if _is_person(line)]

    def _may_belong(self, line: StaffRow, department: str) -> bool:
        """Return whether somebody may belong to the department above.

        Not where the book knows it, and knows that the position belongs to another one.
        """
        named = self.names.department(department)
        try:
            own = self.names.position(line.position).department
        except UnknownPositionError:
            return True
        return named is None or own in {named.id, None}

    def _first_text(self, number: int) -> tuple[int, str]:
        """Return the first filled cell of a row, with its column; "" where all are blank."""
        for column in range(len(self.sheet.rows[number])):
            text = self.sheet.text(number, column)
            if text:
                return column, text
        return 0, ""

    def _line(self, number: int) -> StaffRow:
        first_names = [self._text(number, StaffColumn.NAME)]
        if first_names[0]:
            first_names += [self.sheet.text(number, column) for column in self._more_names]
        return StaffRow(
            self.sheet,
            number,
            self.header,
            employee_id=self._text(number, StaffColumn.EMPLOYEE_ID),
            name=full_name(
                self._text(number, StaffColumn.PREFIX),
                first_names,
                self._text(number, StaffColumn.SURNAME),
            ),
            position=self._text(number, StaffColumn.POSITION),
            department=self._text(number, StaffColumn.DEPARTMENT),
            supervisor=self._text(number, StaffColumn.SUPERVISOR),
        )

    def _text(self, number: int, use: StaffColumn) -> str:
        column = self.header.columns.get(use)
        text = "" if column is None else self.sheet.text(number, column)
        return text if _SAYS.search(text) else ""

    def _further_name_columns(self) -> list[int]:
        """Return the columns without a heading that hold the rest of the names."""
        rows = range(self.header.below, len(self.sheet.rows))
        named = [number for number in rows if self._text(number, StaffColumn.NAME)]
        further: list[int] = []
        for column in self.header.name_goes_on:
            words = [number for number in named if not is_hint(self.sheet.text(number, column))]
            if 2 * len(words) < len(named) or not words:
                break  # a stray remark, not a column of names
            further.append(column)
        return further

    def _begins_anew(self, line: StaffRow) -> bool:
        if not self.names.knows_position(line.position):
            self.next_header = header_at(self.sheet, line.number, self.names)
        return self.next_header is not None

    def _says_nothing(self, line: StaffRow, column: int, first: str) -> bool:
        """Return whether a row is a sum, a line of text, or numbers the columns."""
        if line.name and line.position and is_hint(line.name) and is_hint(line.position):
            return True
        if line.is_complete:
            return False
        if is_summary(first) or name_key(first).startswith(_SUMS):
            return all(_COUNT.fullmatch(text) for text in self._others(line, first))
        alone = not any(
            self.sheet.text(line.number, right)
            for right in range(column + 1, len(self.sheet.rows[line.number]))
        )
        in_id = column == self.header.columns.get(StaffColumn.EMPLOYEE_ID)
        return alone and in_id and not self._is_group(line, column, first) and _is_remark(first)

    def _is_group(self, line: StaffRow, column: int, first: str) -> bool:
        """Return whether a row only names the department of the rows below it."""
        if column == self.header.columns.get(StaffColumn.DEPARTMENT) or self._others(line, first):
            return False
        named = self.names.department(first) is not None
        return named or name_key(first).startswith(_GROUPS)

    @staticmethod
    def _others(line: StaffRow, first: str) -> list[str]:
        """Return what a row says of a person besides its first cell."""
        said = (line.employee_id, line.name, line.position)
        return [text for text in said if text and text != first]


def _ends(first: str) -> bool:
    return ends_table(first) or name_key(first).startswith(_SIGNERS)


def _is_remark(text: str) -> bool:
    return bool(_NOT_AN_ID.search(text))


def _is_person(line: StaffRow) -> bool:
    if name_key(line.name) in _VACANT:
        return False
    return bool(line.employee_id or line.name or line.position)


def _continue_down(
    lines: list[StaffRow], attribute: str, may_go_on: Callable[[StaffRow, str], bool]
) -> None:
    """Let a merged cell count for all its rows; spreadsheets keep its value in the first.

    A column that says the same in two rows one after the other is filled in row by row, so that
    a blank there is a blank.
    """
    values: list[str] = [getattr(line, attribute) for line in lines]
    if any(value and value == below for value, below in pairwise(values)):
        return
    above = ""
    for line, value in zip(lines, values, strict=True):
        above = value if value or not may_go_on(line, above) else above
        setattr(line, attribute, above)
