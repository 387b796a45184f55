"""The labels of a sheet with the values that go with them, wherever these stand."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from jdgap.assessments.cells.labels import Field, field_of, is_label, names_rater
from jdgap.assessments.cells.person_names import begins_with_prefix, full_name, is_prefix
from jdgap.assessments.forms.one_cell import (
    Labelled,
    begins_with_label,
    in_one_cell,
    in_value,
    label_part,
    without_dots,
)
from jdgap.assessments.opening.grid import Sheet
from jdgap.positions import Names

_FARTHEST: Final = 12
"""How many columns right of its label a value may stand."""
_DIGIT: Final = re.compile("[0-9๐-๙]")


@dataclass(frozen=True, slots=True)
class Said:
    """What one label asks for, and the answer.

    Attributes:
        field: What it asks for.
        label: As written.
        value: As written, "" where it is blank.
        row: Of the value, of the label where that is blank; counted from 0.
        column: The same.
    """

    field: Field
    label: str
    value: str
    row: int
    column: int


class Labels:
    """Finds the value of each label: in its cell, to its right, or below it.

    Args:
        sheet: The sheet.
        end: The row that ends what is looked at, counted from 0.
        names: The names of the book, which tell a position from a label.
    """

    def __init__(self, sheet: Sheet, end: int, names: Names) -> None:
        self._sheet = sheet
        self._merged = sheet.layout.merged
        self._end = end
        self._names = names

    def said_in(self, row: int, column: int, text: str) -> list[Said]:
        """Return what the labels in a cell say; none where it holds no label."""
        said: list[Said] = []
        for each in in_one_cell(text, self._names):
            if each.value:
                said.append(Said(each.field, each.label, each.value, row, column))
            else:
                said += self._elsewhere(each, row, column)
        return said

    def _elsewhere(self, label: Labelled, row: int, column: int) -> list[Said]:
        """Return the value that stands beside or below a label, blank where there is none."""
        place = None if self._is_row_of_labels(row) else self._beside(label, row, column)
        place = place or self._below(label, row, column)
        if place is None:
            return [Said(label.field, label.label, "", row, column)]
        line = Labelled(label.field, self._whole(label.field, *place), label.label)
        return [
            Said(each.field, each.label, each.value, *place) for each in in_value(line, self._names)
        ]

    def _whole(self, field: Field, row: int, column: int) -> str:
        """Return a value; a name goes on where its first cell is the prefix alone."""
        text = self._text(row, column)
        following = self._text(row, column + 1)
        if field is Field.NAME and is_prefix(text) and following and not is_label(following):
            return full_name(text, [following])
        return text

    def _beside(self, label: Labelled, row: int, column: int) -> tuple[int, int] | None:
        """Return the next value to the right, past blanks (merged cells), up to the next label."""
        if row >= len(self._sheet.rows):
            return None
        first = column + 1
        while self._merged.get((row, first)) == (row, column):
            first += 1
        if self._merged.get((row, first + 1)) == (row, first) and not self._text(row, first):
            return None  # the merged cell for the value is blank
        for right in range(first, min(len(self._sheet.rows[row]), column + _FARTHEST)):
            text = self._text(row, right)
            if text:
                found = self._is_value(label, row, right, adjacent=right == first)
                return (row, right) if found else None
        return None

    def _is_value(self, label: Labelled, row: int, column: int, *, adjacent: bool) -> bool:
        """Return whether a cell beside a label answers it, and is no label with its own value."""
        text = self._text(row, column)
        if self._is_position(label.field, text):
            return True
        if _heads(text):  # `ผู้ประเมิน | ผู้บังคับบัญชา` says who rates
            return adjacent and label.field is Field.OTHER and names_rater(text)
        if not isinstance(self._sheet.value(row, column), str) or _DIGIT.search(text):
            return True
        if label.field is Field.NAME and (begins_with_prefix(text) or " " in text):
            return True
        following = self._up_to_label(row, column + 1)
        if adjacent:
            return label.field is not Field.EMPLOYEE_ID or column + 1 not in following
        return len(following) % 2 == 0  # an unknown label takes the last of them

    def _up_to_label(self, row: int, first: int) -> list[int]:
        """Return the columns that hold something, from `first` up to the next known label."""
        columns = []
        for column in range(first, len(self._sheet.rows[row])):
            text = self._text(row, column)
            if text and _heads(text):
                break
            if text:
                columns.append(column)
        return columns

    def _below(self, label: Labelled, row: int, column: int) -> tuple[int, int] | None:
        """Return the cell below a label that answers it."""
        text = self._text(row + 1, column) if row + 1 < self._end else ""
        if not text or (_heads(text) and not self._is_position(label.field, text)):
            return None
        if self._has_value_beside(row - 1, column):
            return None  # values stand beside their labels here
        # A cell with a value of its own to the right is a label, unless it stands below a label.
        labels_in_a_row = field_of(label_part(self._text(row, column + 1))) is not None
        alone = labels_in_a_row or not self._text(row + 1, column + 1)
        return (row + 1, column) if alone or self._is_row_of_labels(row) else None

    def _is_position(self, field: Field, text: str) -> bool:
        return field is Field.POSITION and self._names.knows_position(text)

    def _has_value_beside(self, row: int, column: int) -> bool:
        """Return whether a cell is a label whose value stands to its right."""
        if row < 0:
            return False
        found = in_one_cell(self._text(row, column), self._names)
        return (
            bool(found)
            and not found[-1].value
            and not self._is_row_of_labels(row)
            and self._beside(found[-1], row, column) is not None
        )

    def _is_row_of_labels(self, row: int) -> bool:
        """Return whether labels stand side by side in a row, and their values in the row below."""
        if row + 1 >= self._end or row + 1 >= len(self._sheet.rows):
            return False
        heads = [bool(text) and _heads(text) for text in self._sheet.line(row)]
        return any(
            all(self._answers(row + 1, below) for below in (column, column + 1))
            for column, (one, other) in enumerate(pairwise(heads))
            if one and other
        )

    def _answers(self, row: int, column: int) -> bool:
        text = self._text(row, column)
        return bool(text) and (not _heads(text) or self._names.knows_position(text))

    def _text(self, row: int, column: int) -> str:
        return without_dots(self._sheet.text(row, column))


@lru_cache(maxsize=8192)
def _heads(text: str) -> bool:
    """Return whether a text is a label, whatever stands after its colon."""
    return text.endswith((":", "：")) or is_label(label_part(text)) or begins_with_label(text)
