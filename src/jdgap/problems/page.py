"""Writes `docs/problems.md` from the table of problems: `python -m jdgap.problems.page`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from jdgap.problems.kinds import KINDS
from jdgap.text.language import LANGUAGES, translate, use_language

_INTRODUCTION = """# Problems

Everything that jdgap finds wrong in an input has a code, a severity and a place (file, sheet,
cell). An **error** makes the exit code 1, a **warning** or an **info** does not. Words in braces
are filled in. This page is written from the code by `python -m jdgap.problems.page`.
"""


def problems_page() -> str:
    """Return the page: each kind of problem with title, message and remedy in both languages."""
    parts = [_INTRODUCTION]
    for kind in KINDS.values():
        parts.append(f"\n## `{kind.code}` ({kind.severity.value})\n")
        for language in LANGUAGES:
            use_language(language)
            words = (
                f"**{translate(kind.title)}.** {translate(kind.message)} {translate(kind.remedy)}"
            )
            parts.append(f"\n- {language}: {words}")
        parts.append("\n")
    return "".join(parts)


def main(arguments: Sequence[str]) -> int:
    """Write the page to the path given, or with `--check` compare it with what stands there."""
    path = Path(arguments[-1]) if arguments else Path("docs/problems.md")
    page = problems_page()
    if "--check" in arguments:
        if path.read_text(encoding="utf-8") == page:
            return 0
        sys.stderr.write(
            f"{path} is not what the code says: python -m jdgap.problems.page {path}\n"
        )
        return 1
    path.write_text(page, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
