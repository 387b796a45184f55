"""Where a person stands against a position: pure arithmetic."""

from jdgap.gaps.arithmetic import (
    NOTABLE_DIFFERENCE,
    actual_level,
    compare_person,
    competency_gap,
    observations,
    priorities,
    totals,
)
from jdgap.gaps.model import (
    SIGN_RULE,
    CompetencyGap,
    PersonGaps,
    Status,
    Totals,
    UnrequiredRating,
)

__all__ = [
    "NOTABLE_DIFFERENCE",
    "SIGN_RULE",
    "CompetencyGap",
    "PersonGaps",
    "Status",
    "Totals",
    "UnrequiredRating",
    "actual_level",
    "compare_person",
    "competency_gap",
    "observations",
    "priorities",
    "totals",
]
