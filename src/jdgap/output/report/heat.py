"""The colours of the heat maps: conditional formats, and the legend that explains them.

A shortfall is darker the larger it is, a surplus pale blue: the order can be told without seeing
colours and on a black-and-white printer. The sign stands in every cell, and `▼▼` where somebody is
severely short: beside a mean with the number of people, however good the mean is.
"""

from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from jdgap.gaps import SEVERE_SHORTFALL
from jdgap.output.excel.gap_table import DASH
from jdgap.output.excel.looks import Looks
from jdgap.output.excel.style import Dress, points_of
from jdgap.text.language import mark
from jdgap.text.language import translate as _
from jdgap.text.wrapping import cells

NOT_REQUIRED_FILL: Final = "E4E4E4"
"""The ground of a cell whose competency is not required there."""

_STRONG: Final = Dress(bold=True, fill="A63E0A", colour="FFFFFF", pattern='+0;"▼▼"-0;0')
_LIGHT: Final = Dress(fill="F8CBA6", pattern="+0;-0;0")
_SURPLUS: Final = Dress(fill="E1EEF9", colour="0B3D66", pattern="+0;-0;0")
_MEAN_STRONG: Final = Dress(bold=True, fill="A63E0A", colour="FFFFFF")
_MEAN_MIDDLE: Final = Dress(fill="EE9F66")
_MEAN_LIGHT: Final = Dress(fill="FBDDC6")
_MEAN_SURPLUS: Final = Dress(fill="E1EEF9", colour="0B3D66")
_NEAR_ZERO: Final = 0.05
"""A mean nearer to 0 is shown as 0.0, without a sign."""
_FAR: Final = 1000
"""Further than any gap. Excel counts text as more than any number, so each step has two ends."""


@dataclass(frozen=True, slots=True)
class HeatStep:
    """Gaps that look alike.

    Attributes:
        lowest: The lowest of them.
        highest: The highest of them.
        dress: What their cells look like.
    """

    lowest: float
    highest: float
    dress: Dress


_GAP_STEPS: Final = (
    HeatStep(-_FAR, -SEVERE_SHORTFALL, _STRONG),
    HeatStep(1 - SEVERE_SHORTFALL, -1, _LIGHT),
    HeatStep(1, _FAR, _SURPLUS),
)
# Means are coloured as they are shown, rounded to one decimal: -0.96 reads -1.0.
_MEAN_STEPS: Final = (
    HeatStep(-_FAR, -0.95, _MEAN_STRONG),
    HeatStep(-0.95, -0.45, _MEAN_MIDDLE),
    HeatStep(-0.45, -_NEAR_ZERO, _MEAN_LIGHT),
    HeatStep(_NEAR_ZERO, _FAR, _MEAN_SURPLUS),
)

_BOXED: Final = Dress(lines="box", across="center", scale=0.85, wrap=False)
_NO_LEVEL: Final = (f"{DASH} ", mark("not assessed"), None)
_NOT_REQUIRED: Final = ("", mark("not required"), Dress(fill=NOT_REQUIRED_FILL))
_Entry = tuple[str, str, Dress | None]
_GAP_LEGEND: Final[tuple[_Entry, ...]] = (
    ("▼▼-2 ", mark("2 or more levels below"), _STRONG),
    ("-1 ", mark("1 level below"), _LIGHT),
    ("0 ", mark("as required"), None),
    ("+1 ", mark("above the requirement"), _SURPLUS),
    _NO_LEVEL,
    _NOT_REQUIRED,
)
_MEAN_LEGEND: Final[tuple[_Entry, ...]] = (
    ("-1.0 ", mark("or lower"), _MEAN_STRONG),
    ("-0.5 … -0.9", "", _MEAN_MIDDLE),
    ("-0.1 … -0.4", "", _MEAN_LIGHT),
    ("0.0 ", mark("as required"), None),
    ("+0.1 ", mark("or higher"), _MEAN_SURPLUS),
    ("▼▼3 ", mark("so many people 2 or more levels below"), None),
    _NO_LEVEL,
    _NOT_REQUIRED,
)
_PIXELS_PER_UNIT = 7
_UNITS_PER_CELL = 1.3
_AIR = 3.0
"""Units beside the words of a legend."""


def add_gap_heat(sheet: Worksheet, cell_range: str, looks: Looks) -> None:
    """Colour single gaps, which are whole levels."""
    _add_steps(sheet, cell_range, looks, _GAP_STEPS)


def add_mean_heat(sheet: Worksheet, cell_range: str, looks: Looks) -> None:
    """Colour mean gaps, which are shown with one decimal; how, `mean_pattern` says."""
    _add_steps(sheet, cell_range, looks, _MEAN_STEPS)


def mean_pattern(mean: float, severe: int) -> str:
    """Return the number format of a mean gap.

    Args:
        mean: The mean.
        severe: How many people are severely short; their number stands after the mean.
    """
    signed = "0.0;0.0;0.0" if abs(mean) < _NEAR_ZERO else "+0.0;-0.0;0.0"
    if not severe:
        return signed
    return ";".join(f'{part}" ▼▼{severe}"' for part in signed.split(";"))


def add_legend(sheet: Worksheet, looks: Looks, row: int, column: int) -> None:
    """Explain the colours of single gaps in one row, from `column` on, counted from 0.

    The columns have their widths already; each field takes as many of them as its words need.
    """
    _add_fields(sheet, looks, row, column, _GAP_LEGEND)


def add_mean_legend(sheet: Worksheet, looks: Looks, row: int, column: int) -> None:
    """Explain the colours of mean gaps, as `add_legend` does."""
    _add_fields(sheet, looks, row, column, _MEAN_LEGEND)


def _add_steps(
    sheet: Worksheet, cell_range: str, looks: Looks, steps: tuple[HeatStep, ...]
) -> None:
    for step in steps:
        sheet.conditional_format(
            cell_range,
            {
                "type": "cell",
                "criteria": "between",
                "minimum": step.lowest,
                "maximum": step.highest,
                "format": looks.of(step.dress),
                "stop_if_true": True,
            },
        )


def _add_fields(
    sheet: Worksheet, looks: Looks, row: int, column: int, entries: tuple[_Entry, ...]
) -> None:
    sheet.set_row(row, points_of(1, looks.face, _BOXED))
    for sample, words, dress in entries:
        text = sample + _(words)
        last = _last_column(sheet, column, cells(text) * _BOXED.scale * _UNITS_PER_CELL + _AIR)
        shown = _field(dress)
        if last > column:
            sheet.merge_range(row, column, row, last, "", looks.of(shown))
        looks.write(sheet, row, column, text, shown)
        column = last + 1


def _field(dress: Dress | None) -> Dress:
    if dress is None:
        return _BOXED
    return Dress(
        lines=_BOXED.lines,
        across=_BOXED.across,
        scale=_BOXED.scale,
        wrap=False,
        bold=dress.bold,
        fill=dress.fill,
        colour=dress.colour,
    )


def _last_column(sheet: Worksheet, first: int, units: float) -> int:
    """Return up to which column a field reaches that begins at `first`."""
    last, room = first, 0.0
    while True:
        room += sheet._size_col(last) / _PIXELS_PER_UNIT  # noqa: SLF001 (there is no public way)
        if room >= units:
            return last
        last += 1
