"""Whose a label is: the employee's, or the rater's whose block it stands in."""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from jdgap.assessments.cells.labels import Field, begins_signature, names_rated, names_rater
from jdgap.assessments.forms.labelled import Said


class _Whose(Enum):
    EMPLOYEE = "employee"
    RATER = "rater"
    NAMED_RATER = "rater whose name stands beside"


@dataclass(slots=True)
class _Block:
    """What stands below a heading such as `ผู้บังคับบัญชา`, or beside it.

    Attributes:
        row: Of the heading, counted from 0.
        whose: Whom it is about.
        said: What its labels say that are the rater's.
    """

    row: int
    whose: _Whose
    said: list[Said] = field(default_factory=list)


_OF_A_PERSON: Final = frozenset({Field.NAME, Field.SURNAME, Field.POSITION})


class Blocks:
    """Parts what labels say into the employee's and the raters', cell by cell from the top.

    A block is the rows below its heading, up to a blank row, from the column of the heading on.
    """

    def __init__(self) -> None:
        self._heads: dict[int, _Block] = {}
        self._of_raters: list[_Block] = []
        self._last_row = -1
        self._said: dict[Field, list[Said]] = defaultdict(list)

    def enter(self, row: int, column: int, text: str) -> None:
        """Go on to the next cell; where it is a heading a block begins."""
        if row > self._last_row + 1:
            self._heads = {}
        self._last_row = row
        if names_rated(text):
            self._begin(row, column, _Whose.EMPLOYEE)
        elif names_rater(text) or begins_signature(text):
            self._begin(row, column, _Whose.RATER)

    def add(self, said: Said, row: int, column: int) -> None:
        """Add what a label in a cell says."""
        if names_rater(said.label):
            if said.value and not self._is_raters(row, column):
                self._begin(row, column, _Whose.NAMED_RATER)
        elif names_rated(said.label):
            self._begin(row, column, _Whose.EMPLOYEE)
        if said.field is Field.OTHER:
            return
        block = self._block(row, column)
        if block is not None and block.whose is _Whose.RATER and block.row == row:
            block.whose = _Whose.NAMED_RATER  # no heading over a block, but a name left blank
        if block is None or not self._is_of(block, said, row):
            self._said[said.field].append(said)
        else:
            block.said.append(said)

    def _is_of(self, block: _Block, said: Said, row: int) -> bool:
        """Return whether what stands in a block is the rater's.

        Below a rater with a name, only what is asked for again is.
        """
        if block.whose is _Whose.NAMED_RATER:
            return block.row == row or said.field in self._said
        return block.whose is _Whose.RATER

    def employees(self) -> dict[Field, list[Said]]:
        """Return what the labels about the employee say, by what is asked for.

        A round is the sheet's, wherever it stands. A rater's heading over labels that are about no
        person was a label that nobody filled in.
        """
        said = {what: list(answers) for what, answers in self._said.items()}
        for block in self._of_raters:
            person = any(each.field in _OF_A_PERSON for each in block.said)
            for each in block.said:
                if each.field is Field.ROUND or (not person and each.field not in said):
                    said.setdefault(each.field, []).append(each)
        return said

    def _is_raters(self, row: int, column: int) -> bool:
        block = self._block(row, column)
        return block is not None and block.whose is _Whose.RATER

    def _begin(self, row: int, column: int, whose: _Whose) -> None:
        block = _Block(row, whose)
        self._heads[column] = block
        if whose is not _Whose.EMPLOYEE:
            self._of_raters.append(block)

    def _block(self, row: int, column: int) -> _Block | None:
        """Return the block that a cell stands in; a heading in its own row comes first."""
        left = [each for each in self._heads if each <= column]
        beside = [each for each in left if self._heads[each].row == row]
        return self._heads[max(beside or left)] if left else None
