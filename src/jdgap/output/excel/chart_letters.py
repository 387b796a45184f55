"""The font of a chart's words, in Thai as in Latin letters."""

from functools import partial
from typing import Any


def use_thai_letters(chart: Any) -> None:  # noqa: ANN401 - untyped there
    """Let the chart's font count for Thai too: XlsxWriter names it for Latin letters only."""
    chart._write_a_latin = partial(_write_letters, chart)  # noqa: SLF001 - it has no setting


def _write_letters(chart: Any, attributes: list[tuple[str, str]]) -> None:  # noqa: ANN401 - as above
    for letters in ("latin", "ea", "cs"):
        chart._xml_empty_tag(f"a:{letters}", attributes)  # noqa: SLF001 - as its own code does
