"""The words of a chart: their font, in Thai as in Latin letters, and names in several lines."""

from functools import lru_cache, partial
from typing import Any, Final

from jdgap.output.excel.style import undecodable
from jdgap.text.cleaning import shortened
from jdgap.text.wrapping import thai_lines

_LONGEST_LABEL: Final = 60


@lru_cache(maxsize=1024)
def label_lines(name: str, width: int) -> str:
    """Return a name broken into lines of so many cells: Excel does not break between Thai words."""
    return "\n".join(thai_lines(undecodable(shortened(name, _LONGEST_LABEL)), width))


def use_thai_letters(chart: Any) -> None:  # noqa: ANN401 - untyped there
    """Let the chart's font count for Thai too: XlsxWriter names it for Latin letters only."""
    chart._write_a_latin = partial(_write_letters, chart)  # noqa: SLF001 - it has no setting


def _write_letters(chart: Any, attributes: list[tuple[str, str]]) -> None:  # noqa: ANN401 - as above
    for letters in ("latin", "ea", "cs"):
        chart._xml_empty_tag(f"a:{letters}", attributes)  # noqa: SLF001 - as its own code does
