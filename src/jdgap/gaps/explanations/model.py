"""Why a number is what it is: its rule, its inputs, and a sentence that says both."""

from dataclasses import dataclass
from typing import TypeAlias

from jdgap.gaps.model import CompetencyGap
from jdgap.problems import Place

Value: TypeAlias = int | float | str | bool | None


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that a number is computed from.

    Attributes:
        what: Its name, as in the rule.
        value: Its value; None where there is none.
        place: The cell that it was read from, or the level that it was computed from; None for
            what is in no cell, such as a requirement of the book or a sum.
        competency_id: Which competency it is of, "" for none.
        position_id: The position of the book that requires it, "" where it is no requirement.
        reason: Why there is no level: `blank`, `unusable` or `not_applicable`; "" where it has one.
        problem: The code of the problem that made it unusable, "" for none.
    """

    what: str
    value: Value
    place: Place | None = None
    competency_id: str = ""
    position_id: str = ""
    reason: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one number is what it is.

    Attributes:
        number: Its name, as in the results and totals of `check --format json`.
        value: The number; None where there is none.
        rule: How it follows from the inputs: a formula of their names.
        inputs: All that it is computed from; where the order matters, in the book's.
        sentence: The same in words, in the language in use.
        group: The group of competencies that it sums up, `ALL_GROUPS` for all; "" for no sum.
        competency_id: The competency that it is of, "" for none.
    """

    number: str
    value: Value
    rule: str
    inputs: tuple[Input, ...]
    sentence: str
    group: str = ""
    competency_id: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A required competency as totals count it.

    Attributes:
        result: Its numbers.
        actual: Its actual level, as an input.
        required: Its required level, as an input.
    """

    result: CompetencyGap
    actual: Input
    required: Input

    def computed(self, what: str, value: int | None) -> Input:
        """Return a number that follows from the actual level, as an input with its cell."""
        actual = self.actual
        return Input(
            what,
            value,
            actual.place,
            actual.competency_id,
            reason=actual.reason,
            problem=actual.problem,
        )
