"""The sheet of requirements, read back: the rules and required levels of a report."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jdgap.assessments.model import Count
from jdgap.assessments.opening.faults import FileFaultError
from jdgap.assessments.opening.grid import Value, address
from jdgap.assessments.reports.model import KeptAbsentee, KeptCompetency, KeptRound
from jdgap.assessments.reports.texts import kept_text
from jdgap.assessments.reports.words import LABELS, keys_of
from jdgap.text.language import mark as _
from jdgap.text.names import name_key

_LABELS: Final = keys_of(LABELS)
_FIRST_LEVEL: Final = 3
"""The column of the first competency, counted from 0; position and department stand before."""
_NAMES_BELOW, _IDS_BELOW, _LEVELS_BELOW = 1, 2, 3
"""Rows below the heading of the levels."""
_ID: Final = re.compile("[a-z0-9-]+")
"""An id of the book; one that is called like a label is none."""
_ISO_DATE: Final = 10
_NONE: Final = "—"
"""What stands where no round is named, or somebody has no id."""


@dataclass(frozen=True, slots=True)
class Requirements:
    """What the sheet says.

    Attributes:
        frame: The round without its people.
        checksum: As written; "" where it is missing.
        faulty: What stands in the cells that hold no level where one belongs, by their addresses.
        rows: Where each position stands, by id, counted from 0.
        columns: The same for each competency.
    """

    frame: KeptRound
    checksum: str
    faulty: Mapping[str, Value]
    rows: Mapping[str, int]
    columns: Mapping[str, int]

    def cell_of(self, position: str, competency: str) -> str:
        """Return the address of a required level; "" where there is none of either."""
        if position not in self.rows or competency not in self.columns:
            return ""
        return address(self.rows[position], self.columns[competency])


def read_requirements(rows: Sequence[Sequence[Value]], source: str) -> Requirements:
    """Return what the sheet of requirements says.

    Args:
        rows: All of the sheet.
        source: The file, as the user named it.

    Raises:
        FileFaultError: Something that is needed is not there.
    """
    labels = _labels(rows)
    facts = {key: _text(rows, row, 1) for key, row in labels.items()}
    if not {"count", "fingerprint", "groups", "levels"} <= labels.keys():
        raise _incomplete()
    groups = _groups(rows, labels["groups"] + 1)
    competencies = _competencies(rows, labels["levels"], groups)
    levels = _Levels(rows, labels["levels"] + _LEVELS_BELOW, tuple(competencies))
    if not competencies or not levels.required:
        raise _incomplete()
    frame = KeptRound(
        round="" if facts.get("round") == _NONE else facts.get("round", ""),
        source=source,
        count=_count(facts["count"]),
        fingerprint=facts["fingerprint"],
        people=(),
        competencies={each.id: each for each in competencies.values()},
        required=levels.required,
        titles=levels.titles,
        made_on=facts.get("made_on", "")[:_ISO_DATE],
        staff_known=facts.get("staff", _NONE) != _NONE,
        absentees=tuple(_absentees(rows, labels["levels"])),
    )
    columns = {each.id: column for column, each in competencies.items()}
    return Requirements(frame, facts.get("checksum", ""), levels.faulty, levels.rows, columns)


def level_in(value: Value) -> int | None:
    """Return the whole number in a cell of a report; None where it holds none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return int(value) if float(value).is_integer() else None


def _incomplete() -> FileFaultError:
    reason = _("its sheet “เกณฑ์” (Requirements) is not complete")
    return FileFaultError("not-a-report", reason=reason)


def _text(rows: Sequence[Sequence[Value]], row: int, column: int) -> str:
    cells = rows[row] if row < len(rows) else ()
    return kept_text(cells[column]) if column < len(cells) else ""


def _labels(rows: Sequence[Sequence[Value]]) -> dict[str, int]:
    """Return the row of each label, counted from 0; the first of its kind."""
    found: dict[str, int] = {}
    for row in range(len(rows)):
        text = _text(rows, row, 0)
        label = _LABELS.get(name_key(text))
        if label is not None and not _ID.fullmatch(text):
            found.setdefault(label, row)
    return found


def _absentees(rows: Sequence[Sequence[Value]], last: int) -> Iterator[KeptAbsentee]:
    """Yield who has no result, from the rows above `last`: of levels every row has an id."""
    for row in range(last):
        if _LABELS.get(name_key(_text(rows, row, 0))) == "absentee":
            employee_id = _text(rows, row, 1)
            yield KeptAbsentee("" if employee_id == _NONE else employee_id, _text(rows, row, 2))


def _count(written: str) -> Count:
    try:
        return Count(written.partition(" ")[0])
    except ValueError as error:
        raise _incomplete() from error


def _lines(rows: Sequence[Sequence[Value]], first: int) -> Iterator[int]:
    """Yield the rows from `first` on in which something stands in the first column."""
    row = first
    while _text(rows, row, 0):
        yield row
        row += 1


def _groups(rows: Sequence[Sequence[Value]], first: int) -> dict[str, str]:
    """Return the group id of each competency id."""
    return {
        competency.strip(): _text(rows, row, 0)
        for row in _lines(rows, first)
        for competency in _text(rows, row, 2).split(",")
    }


def _competencies(
    rows: Sequence[Sequence[Value]], heading: int, groups: Mapping[str, str]
) -> dict[int, KeptCompetency]:
    """Return the competencies by the column they stand in, counted from 0."""
    found: dict[int, KeptCompetency] = {}
    names, ids = heading + _NAMES_BELOW, heading + _IDS_BELOW
    width = len(rows[ids]) if ids < len(rows) else 0
    for column in range(_FIRST_LEVEL, width):
        key = _text(rows, ids, column)
        if key:
            found[column] = KeptCompetency(key, _text(rows, names, column), groups.get(key, ""))
    return found


class _Levels:
    """The required levels and the titles of the positions.

    Args:
        rows: All of the sheet.
        first: The row of the first position, counted from 0.
        columns: Where the competencies stand; their ids stand in the row above the levels.
    """

    def __init__(self, rows: Sequence[Sequence[Value]], first: int, columns: Sequence[int]) -> None:
        self.required: dict[str, dict[str, int]] = {}
        self.titles: dict[str, str] = {}
        self.faulty: dict[str, Value] = {}
        self.rows: dict[str, int] = {}
        ids = {column: _text(rows, first - 1, column) for column in columns}
        for row in _lines(rows, first):
            position = _text(rows, row, 0)
            self.rows[position] = row
            self.titles[position] = _text(rows, row, 1)
            levels = self.required[position] = {}
            for column, competency in ids.items():
                value = rows[row][column] if column < len(rows[row]) else ""
                level = level_in(value)
                if level is not None:
                    levels[competency] = level
                elif value != "":
                    self.faulty[address(row, column)] = value
