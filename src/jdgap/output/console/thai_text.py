"""Text for the terminal that breaks between Thai words, and shows what users wrote literally."""

import unicodedata
from typing import Final

from rich.console import Console, ConsoleOptions, JustifyMethod, OverflowMethod
from rich.containers import Lines
from rich.measure import Measurement
from rich.text import Text

from jdgap.output.console.screen import can_encode, has_limit
from jdgap.text.cleaning import clean
from jdgap.text.wrapping import cells, line_breaks, longest_word

_SIMPLER: Final = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": ".", "•": "-"}
)


class ThaiText(Text):
    """A `rich.text.Text` whose lines break between Thai words.

    Inside a table, a group or a padding only: `Console.print` copies a bare text into one of
    its own.
    """

    def wrap(  # noqa: PLR0913 - the arguments are rich's
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        """Return the lines of the text, each at most `width` cells."""
        if no_wrap or self.no_wrap:
            return super().wrap(
                console,
                width,
                justify=justify,
                overflow=overflow,
                tab_size=tab_size,
                no_wrap=no_wrap,
            )
        lines = Lines()
        for line in self.split(allow_blank=True):
            line.expand_tabs(tab_size)
            broken = line.divide(line_breaks(line.plain, width))
            for part in broken:
                part.rstrip()
            broken.justify(console, width, justify=justify or self.justify or "default")
            lines.extend(broken)
        return lines

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return the cells of the widest word and of the widest line."""
        widest = max((cells(line) for line in self.plain.splitlines()), default=0)
        needed = longest_word(self.plain) if has_limit(console) else widest
        return Measurement(needed, widest)


def thai(console: Console, text: str, style: str = "") -> ThaiText:
    """Return `text`, which may come from anywhere, as it is to be shown on `console`.

    It is put on one line; control characters are dropped, and what the encoding of the console
    cannot carry is replaced so that columns stay aligned.
    """
    return ThaiText(encodable(clean(text), console.encoding), style=style)


def stacked(*texts: ThaiText) -> ThaiText:
    """Return the texts one below the other; empty ones are left out."""
    shown = ThaiText()
    for text in texts:
        if text:
            shown.append("\n" if shown else "").append_text(text)
    return shown


def encodable(text: str, encoding: str) -> str:
    """Return `text` with `?` for what `encoding` cannot carry, in as many cells as before.

    Marks above and below a letter, which take no cell, are left out.
    """
    if can_encode(encoding, text):
        return text
    return "".join(
        character if can_encode(encoding, character) else _in_its_place(character)
        for character in text
    )


def _in_its_place(character: str) -> str:
    simpler = unicodedata.normalize("NFKC", character).translate(_SIMPLER)
    width = cells(character)
    return simpler if simpler.isascii() and len(simpler) == width else "?" * width
