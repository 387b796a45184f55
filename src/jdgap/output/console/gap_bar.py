"""A gap on the screen: as a bar on either side of an axis, and as a number with its sign."""

from collections.abc import Iterable
from typing import Final

from rich.console import Console

from jdgap.gaps import SEVERE_SHORTFALL, CompetencyGap
from jdgap.output.console.screen import symbols_of
from jdgap.output.console.tables import show_text
from jdgap.output.console.thai_text import ThaiText, thai
from jdgap.text.language import translate as _

_LONGEST: Final = 5
_BELOW: Final = "red"
_ABOVE: Final = "green"


class GapBars:
    """Bars on one scale: a level is one sign, unless the largest gap would be too long.

    Args:
        results: Everything that is to be compared by its bars.

    Attributes:
        number_width: The cells that each gap takes as a number with its sign.
    """

    def __init__(self, results: Iterable[CompetencyGap]) -> None:
        self._largest = max((abs(each.gap or 0) for each in results), default=0)
        self.number_width = max(3, len(str(self._largest)) + 1)
        self._longest = min(self._largest, _LONGEST)

    @property
    def width(self) -> int:
        """The cells that each bar takes: a head and a body on either side of the axis."""
        return 2 * (self._longest + 1) + 1

    def drawn(self, console: Console, gap: int | None) -> ThaiText:
        """Return the bar of `gap`; nothing where there is none."""
        shown = ThaiText(no_wrap=True)
        if gap is None:
            return shown
        symbols = symbols_of(console)
        body = symbols.bar * self._length(abs(gap))
        left = symbols.left + body if gap < 0 else ""
        shown.append(left.rjust(self._longest + 1), style=gap_style(gap))
        shown.append(symbols.axis, style="dim")
        if gap > 0:
            shown.append(body + symbols.right, style=gap_style(gap))
        return shown

    def _length(self, levels: int) -> int:
        if not levels or self._largest <= _LONGEST:
            return levels
        return max(1, round(levels * _LONGEST / self._largest))


def gap_style(gap: int | None) -> str:
    """Return the colour of a gap."""
    if not gap:
        return ""
    return _BELOW if gap < 0 else _ABOVE


def marked_gap(console: Console, gap: int | None) -> ThaiText:
    """Return a gap, marked where it is so large a shortfall that no average outweighs it."""
    shown, style = signed(console, gap), gap_style(gap)
    if gap is None or gap > -SEVERE_SHORTFALL:
        return thai(console, shown, style)
    return thai(console, f"{symbols_of(console).marked} {shown}", f"bold {style}")


def show_meaning_of_mark(console: Console) -> None:
    """Print what the mark of large shortfalls means."""
    meaning = _("{sign} {levels} levels or more below the requirement")
    meaning = meaning.format(sign=symbols_of(console).marked, levels=SEVERE_SHORTFALL)
    show_text(console, meaning, "dim")


def signed(console: Console, gap: int | None) -> str:
    """Return a gap with its sign: `-1`, `0`, `+2`."""
    if gap is None:
        return symbols_of(console).none
    return f"{gap:+d}" if gap else "0"
