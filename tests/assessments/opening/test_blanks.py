"""What is really in a cell that reads as blank."""

import pytest

from jdgap.assessments.opening.blanks import UNCALCULATED, blank_reason


@pytest.mark.parametrize(
    ("kind", "saved", "formula", "reason"),
    [
        ("e", "#REF!", False, "#REF!"),
        ("e", "#N/A", True, "#N/A"),
        ("e", "", False, "#ERROR!"),
        ("", "", True, UNCALCULATED),
        ("n", "", True, UNCALCULATED),
        ("", "3", True, ""),
        ("str", "", True, ""),
        ("", "", False, ""),
        ("s", "0", False, ""),
    ],
)
def test_errors_and_formulas(kind, saved, formula, reason):
    """An error and an uncalculated formula are told; an empty text is what it shows."""
    assert blank_reason(kind, saved, formula=formula) == reason
