"""Breaking Thai lines between words: Thai writes none of its spaces between words.

Widths are in terminal cells: a consonant is one, the marks above and below it are none. Word
borders are budoux's, but for those inside the words of `thai_words`; only a word that is too long
for a line is broken, between clusters.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jdgap.text.cleaning import JOINS_THE_NEXT, belongs_to_the_left
from jdgap.text.thai_words import inside_words

if TYPE_CHECKING:
    from budoux import Parser

_NEWLINE = re.compile(r"\r\n|\r|\n")
_LETTER: Final = r"[^\s\u0e00-\u0e7f/\\_-]"
_OPTION: Final = r"(?<!\S)\(*-+"
"""The hyphens of `--for` or `(--for`, which stay with its name."""
_RUN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<thai>[\u0e00-\u0e7f]+)"
    # A long id or path may be broken after these, but not between the digits of `1-2`.
    rf"|(?:{_OPTION}{_LETTER}+|(?!{_OPTION}){_LETTER}*)[/\\_-]+(?![0-9\s])"
    rf"|(?:{_OPTION})?(?:{_LETTER}|[/\\_-]+(?=[0-9\s]|$))+"
    r"|\S"
)
_STEP: Final = re.compile(r"[0-9] (?:→|->) [0-9]")
"""From one level to another."""
_FIRST_WIDE: Final = "\u1100"
"""Below it no character takes two cells."""
_CLINGS_TO_THE_LEFT: Final = frozenset("ำะาๅๆฯ)]},.;:!?%/»”’…")
_CLINGS_TO_THE_RIGHT: Final = JOINS_THE_NEXT | frozenset("([{«“‘")


def thai_lines(text: str, width: int) -> list[str]:
    """Return `text` broken into lines of at most `width` terminal cells.

    Lines break at spaces and between Thai words. A word wider than a line is broken between
    clusters: never before ำ or a combining mark, never after เ แ โ ใ ไ. Newlines are kept. Only
    spaces at the end of a line are dropped.

    Args:
        text: Any text; an empty one is one empty line.
        width: Cells to a line. Below 4 a single cluster may need to be broken, too.
    """
    lines: list[str] = []
    for line in _NEWLINE.split(text.replace("\t", " ")):
        borders = [0, *line_breaks(line, width), len(line)]
        lines += [line[start:end].rstrip() for start, end in pairwise(borders)]
    return lines


def line_breaks(line: str, width: int) -> list[int]:
    """Return the places where `line`, which has no newline, is broken to fit `width` cells.

    The spaces at a break stand before it, so that what is left of it, stripped, fits.
    """
    width = max(1, width)
    breaks: list[int] = []
    if _fits(line, width):
        return breaks
    start = 0
    for word_start, word_end in pairwise(_borders(line)):
        if _fits(line[start:word_end], width):
            continue
        if line[start:word_start].strip():
            breaks.append(word_start)
            start = word_start
        if not _fits(line[start:word_end], width):
            inner = list(_breaks_in_a_word(line, start, word_end, width))
            breaks += inner
            start = inner[-1] if inner else start
    return breaks


def longest_word(text: str) -> int:
    """Return the cells that the widest unbreakable part of `text` needs."""
    return max(
        (
            cells(line[start:end].strip())
            for line in _NEWLINE.split(text)
            for start, end in pairwise(_borders(line))
        ),
        default=0,
    )


def cells(text: str) -> int:
    """Return how many terminal cells `text` takes."""
    from rich.cells import cell_len

    return cell_len(text)


def is_narrow(text: str) -> bool:
    """Return whether `text` surely is one line that takes no more cells than it has characters."""
    return text == "" or (min(text) >= " " and max(text) < _FIRST_WIDE)


def get_ready() -> None:
    """Load what the first Thai line would wait for: the model of words, and the list of them."""
    _borders("ไทย")


def _fits(text: str, width: int) -> bool:
    # The first says so of most texts, and is far quicker.
    return (len(text) <= width and is_narrow(text)) or cells(text.rstrip()) <= width


@lru_cache(maxsize=4096)
def _borders(line: str) -> tuple[int, ...]:
    """Return the places where `line` may be broken, its start and its end among them."""
    if not line:
        return (0,)
    inner = (place for place in _word_ends(line) if _may_break(line, place))
    steps = [found.span() for found in _STEP.finditer(line)]
    whole = (place for place in inner if not any(start < place < end for start, end in steps))
    return (0, *whole, len(line))


def _word_ends(line: str) -> Iterator[int]:
    for run in _RUN.finditer(line):
        if run.lastgroup == "thai":
            yield from (run.start() + end for end in _thai_word_ends(run[0]))
        else:
            yield run.end()


def _thai_word_ends(run: str) -> Iterator[int]:
    """Yield where words end, by the model, without its borders inside words that are known."""
    inside = set(inside_words(run))
    place = 0
    for word in _parser().parse(run):
        place += len(word)
        if place not in inside:
            yield place


@cache
def _parser() -> "Parser":
    from budoux import load_default_thai_parser

    return load_default_thai_parser()


def _may_break(line: str, place: int) -> bool:
    """Whether a line may end before `place`, which is the end of a word or of spaces."""
    if place >= len(line) or line[place].isspace():
        return False
    before, after = line[place - 1], line[place]
    if before.isspace():  # `ต่าง ๆ` is written with a space, but read as one word
        return after != "ๆ" and not belongs_to_the_left(after)
    return not (
        before in _CLINGS_TO_THE_RIGHT or after in _CLINGS_TO_THE_LEFT or belongs_to_the_left(after)
    )


def _breaks_in_a_word(line: str, start: int, end: int, width: int) -> Iterator[int]:
    """Yield the breaks that make `line[start:end]` fit, each as far right as it can be."""
    here = _last_that_fits(line, start, end, width)
    while here < end:
        yield here
        here = _last_that_fits(line, here, end, width)


def _last_that_fits(line: str, start: int, end: int, width: int) -> int:
    """Return the last place between clusters up to which a line from `start` fits, `end` at most.

    Where not even one cluster fits (a heap of vowels, or a very narrow line), it is the last
    place between characters, and at least one character on.
    """
    between_clusters = between_characters = 0
    for place in range(start + 1, end + 1):
        if not _fits(line[start:place], width):
            break
        if place == end:
            return end
        between_characters = place
        if line[place - 1] not in JOINS_THE_NEXT and not belongs_to_the_left(line[place]):
            between_clusters = place
    return between_clusters or between_characters or start + 1
