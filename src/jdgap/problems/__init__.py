"""Something wrong in an input, with its place: data first, words only when it is shown."""

from jdgap.problems.kinds import KINDS, ProblemKind, Severity
from jdgap.problems.problem import Place, Problem, any_error, in_order, worst_first

__all__ = [
    "KINDS",
    "Place",
    "Problem",
    "ProblemKind",
    "Severity",
    "any_error",
    "in_order",
    "worst_first",
]
