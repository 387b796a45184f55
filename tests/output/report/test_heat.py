"""The colours of gaps, and the legend that explains them."""

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlsxwriter import Workbook

from jdgap.output.excel.looks import Looks
from jdgap.output.excel.style import Typeface
from jdgap.output.report.heat import (
    add_gap_heat,
    add_legend,
    add_mean_heat,
    add_mean_legend,
    mean_pattern,
)
from jdgap.text.language import use_language


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("th")


def steps_of(add, path: Path):
    """Each step as (lowest, highest, fill, number format), as the file says it."""
    with Workbook(path) as workbook:
        add(workbook.add_worksheet(), "B2:C9", Looks(workbook, Typeface()))
    (area,) = load_workbook(path).worksheets[0].conditional_formatting
    assert str(area.sqref) == "B2:C9"
    found = []
    for rule in area.rules:
        assert (rule.type, rule.operator) == ("cellIs", "between")
        ends = [float(each) for each in rule.formula]
        fill = rule.dxf.fill.bgColor.rgb if rule.dxf.fill else None
        pattern = rule.dxf.numFmt.formatCode if rule.dxf.numFmt else None
        found.append((*ends, fill, pattern))
    return found


@pytest.fixture(scope="module")
def means(tmp_path_factory):
    return steps_of(add_mean_heat, tmp_path_factory.mktemp("heat") / "m.xlsx")


def first_step(steps, value):
    """The place of the step that counts: the first one that the value is in."""
    inside = (place for place, step in enumerate(steps) if step[0] <= value <= step[1])
    return next(inside, None)


def test_two_or_more_levels_below_stand_out(tmp_path: Path):
    """From -2 on a gap is in the first step, -1 in the second, a surplus in the third."""
    steps = steps_of(add_gap_heat, tmp_path / "g.xlsx")
    found = [first_step(steps, gap) for gap in range(-5, 5)]
    assert found == [0, 0, 0, 0, 1, None, 2, 2, 2, 2]
    assert "▼▼" in steps[0][3]
    assert len({step[2] for step in steps}) == 3


@given(st.integers(-400, 400))
def test_a_mean_is_coloured_as_it_is_shown(means, hundredths):
    """Rounded to one decimal: -1.0 and lower, to -0.5, to -0.1, 0.0, and above."""
    mean = hundredths / 100
    tenths = int(Decimal(hundredths).scaleb(-1).quantize(Decimal(1), ROUND_HALF_UP))
    ends = (tenths > -10, tenths > -5, tenths > -1)
    assert first_step(means, mean) == (None if tenths == 0 else sum(ends))
    signed = set(mean_pattern(mean, 0).split(";")) != {"0.0"}
    assert signed == (tenths != 0)


def test_a_mean_near_zero_shows_no_sign(means):
    """-0.04 reads 0.0, without colour."""
    assert first_step(means, -0.04) is None
    assert set(mean_pattern(-0.04, 0).split(";")) == {"0.0"}


def test_a_mean_keeps_its_own_number_format(means):
    """The colour rules change none: the number of people severely short stands in it."""
    assert {step[3] for step in means} == {None}
    assert mean_pattern(-0.4, 3) == '+0.0" ▼▼3";-0.0" ▼▼3";0.0" ▼▼3"'
    assert mean_pattern(0.0, 1) == '0.0" ▼▼1";0.0" ▼▼1";0.0" ▼▼1"'


def luminance(colour: str) -> float:
    red, green, blue = bytes.fromhex(colour[-6:])
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_lower_is_darker_without_colour(means):
    """On a black-and-white printer the order of the steps below 0 can still be told."""
    shades = [luminance(step[2]) for step in means[:3]]
    assert shades[0] + 50 < shades[1] < shades[2] - 30


@pytest.mark.parametrize(
    ("add", "first"),
    [(add_legend, "▼▼-2 2 or more levels below"), (add_mean_legend, "-1.0 or lower")],
)
def test_each_field_of_the_legend_has_room(tmp_path: Path, add, first):
    """Over narrow columns the fields are merged, and no two overlap."""
    path = tmp_path / "l.xlsx"
    with Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.set_column(1, 40, 4)
        add(sheet, Looks(workbook, Typeface()), 3, 1)
    sheet = load_workbook(path).worksheets[0]
    words = [cell.value for cell in sheet[4] if cell.value]
    assert words[0] == first
    assert words[-1] == "not required"
    widths = [merged.max_col - merged.min_col + 1 for merged in sheet.merged_cells.ranges]
    assert len(widths) == len(words)
    assert all(4 * width > 8 for width in widths)


def test_the_legend_wears_the_colours_of_the_map(tmp_path: Path):
    """The strongest field looks as the strongest step."""
    steps = steps_of(add_gap_heat, tmp_path / "g.xlsx")
    path = tmp_path / "l.xlsx"
    with Workbook(path) as workbook:
        add_legend(workbook.add_worksheet(), Looks(workbook, Typeface()), 0, 0)
    row = load_workbook(path).worksheets[0][1]
    fills = [cell.fill.fgColor.rgb for cell in row if cell.value]
    assert fills[0] == steps[0][2]
    assert fills[1] == steps[1][2]
