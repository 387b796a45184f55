"""The pages of the repository and what stands in their code blocks."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").glob("*.md")]
)
_FENCE = "```"
_SPAN = re.compile(r"`(jdgap [^`]+)`")
_SHELL_ENDS = frozenset({";", "&&", "||", "|", ">", ">>", "<", "&", "}", ")"})


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its lines, and where the first of them stands."""

    language: str
    lines: tuple[str, ...]
    first_line: int


def blocks(page: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    inside: list[str] | None = None
    language, first = "", 0
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.startswith(_FENCE):
            if inside is not None:
                inside.append(line)
        elif inside is None:
            inside, language, first = [], line[len(_FENCE) :].strip(), number + 1
        else:
            yield Block(language, tuple(inside), first)
            inside = None
    assert inside is None, f"{page.name}: a block has no end"


def commands(page: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the arguments of each `jdgap …` in blocks and in running text.

    Blocks of `text` are not to be typed: they show how a command is made up.
    """
    for block in blocks(page):
        if block.language == "text":
            continue
        for number, line in enumerate(block.lines, start=block.first_line):
            if re.search(r"(^|[\s/\\])jdgap ", line) and not line.lstrip().startswith(("#", ">>>")):
                yield number, arguments(line)
    fenced = {
        number
        for block in blocks(page)
        for number in range(block.first_line, block.first_line + len(block.lines))
    }
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
        if number not in fenced:
            yield from ((number, arguments(span)) for span in _SPAN.findall(line))


def arguments(line: str) -> list[str]:
    """Return what follows `jdgap` up to the end of that command.

    Running text names options without a value, such as `jdgap form --roster`: then `…` is added.
    """
    taken = typed(line)
    needs_value = taken and taken[-1].startswith("-") and taken[-1] != "--version"
    return [*taken, "…"] if needs_value else taken


def typed(line: str) -> list[str]:
    """Return what follows `jdgap` up to the end of that command, and nothing else."""
    words = shlex.shlex(line, posix=True, punctuation_chars=True)
    words.whitespace_split = True
    words.commenters = ""
    words.escape = ""  # `\` parts folders under Windows
    taken: list[str] | None = None
    for word in words:
        if taken is None:
            taken = [] if re.fullmatch(r"(.*[/\\])?jdgap", word) else None
        elif word in _SHELL_ENDS:
            break
        else:
            taken.append(word)
    return taken or []
