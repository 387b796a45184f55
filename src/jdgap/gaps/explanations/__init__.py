"""Why each number is what it is: the rule, its inputs with their cells, and a sentence."""

from jdgap.gaps.explanations.model import Explanation, Input
from jdgap.gaps.explanations.person import explain
from jdgap.gaps.explanations.raters import COUNT_RULE

__all__ = ["COUNT_RULE", "Explanation", "Input", "explain"]
