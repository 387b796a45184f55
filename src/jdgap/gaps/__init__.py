"""Where a person stands against a position: pure arithmetic."""

from jdgap.gaps.arithmetic import (
    NOTABLE_DIFFERENCE,
    Comparison,
    actual_level,
    compare_person,
    competency_gap,
    observations,
    priorities,
)
from jdgap.gaps.model import (
    SEVERE_SHORTFALL,
    SIGN_RULE,
    WHY_NOT_RATED,
    CompetencyGap,
    PersonGaps,
    Status,
    UnrequiredRating,
    totals,
)
from jdgap.gaps.totals import Tally, Totals

__all__ = [
    "NOTABLE_DIFFERENCE",
    "SEVERE_SHORTFALL",
    "SIGN_RULE",
    "WHY_NOT_RATED",
    "Comparison",
    "CompetencyGap",
    "PersonGaps",
    "Status",
    "Tally",
    "Totals",
    "UnrequiredRating",
    "actual_level",
    "compare_person",
    "competency_gap",
    "observations",
    "priorities",
    "totals",
]
