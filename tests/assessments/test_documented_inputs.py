"""The tables that docs/inputs.md shows are read."""

from pathlib import Path

import pytest

from builders import names, sheet_of
from jdgap.assessments import NoLevel
from jdgap.assessments.sheets import read_sheet

PAGE = Path(__file__).parents[2] / "docs" / "inputs.md"


def table_under(heading):
    """The first table below a heading of the page, as rows of cells."""
    lines = PAGE.read_text(encoding="utf-8").split(f"### {heading}\n")[1].splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("|"))
    rows = []
    for line in lines[first:]:
        if not line.startswith("|"):
            return rows
        if "---" not in line:
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


@pytest.mark.parametrize(
    ("heading", "levels"),
    [
        ("4. A long table", {"service-mind": (3, 4), "unity": (4, 4)}),
        ("5. A wide table", {"service-mind": (3, NoLevel.BLANK), "unity": (4, NoLevel.BLANK)}),
    ],
)
def test_the_tables_of_the_page(heading, levels):
    """What the page shows is one employee's answer, without a problem."""
    reading = read_sheet(sheet_of(table_under(heading)), names())
    assert reading.problems == []
    (found,) = reading.assessments
    assert found.position_id == "head-accounting"
    assert levels == {
        key: (each.self_level, each.supervisor_level) for key, each in found.ratings.items()
    }
