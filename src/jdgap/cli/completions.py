"""What may be completed: ids of positions and departments with their names, and choices.

Paths are left to the shell. The positions file is read as it is, without checking it: a file with
faults offers what can be told from it, and its faults are told when it is used.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import typer

from jdgap.text.language import name_languages

_MOST_BYTES: Final = 20_000_000
"""More is no positions file, and would be felt."""

_Completions = list[tuple[str, str]]


def position_ids(context: typer.Context, incomplete: str) -> _Completions:
    """Return the ids of positions that begin so, with their titles."""
    entries = _entries(context, "positions")
    return _offered(((each["id"], _name(each.get("title"))) for each in entries), incomplete)


def department_ids(context: typer.Context, incomplete: str) -> _Completions:
    """Return the ids of departments that begin so, with their names."""
    entries = _entries(context, "departments")
    return _offered(((each["id"], _name(each.get("name"))) for each in entries), incomplete)


def choices(words: Iterable[str]) -> Callable[[str], _Completions]:
    """Return what completes one of `words`."""
    known = tuple(words)

    def chosen(incomplete: str) -> _Completions:
        return _offered(((word, "") for word in known), incomplete)

    return chosen


def _offered(entries: Iterable[tuple[str, str]], incomplete: str) -> _Completions:
    return [(word, _plain(says)) for word, says in entries if word.startswith(incomplete)]


def _plain(text: str) -> str:
    """Return a text that Typer, which takes brackets for markup, shows as it is."""
    return text.replace("[", "\\[")


def _entries(context: typer.Context, part: str) -> Iterator[Mapping[str, Any]]:
    """Yield the entries of a part of the positions file that have an id; of a bad file, none."""
    document = _document(_file(context))
    entries = document.get(part) if isinstance(document, dict) else None
    for each in entries if isinstance(entries, list) else ():
        if isinstance(each, dict) and isinstance(each.get("id"), str):
            yield each


def _file(context: typer.Context) -> Path:
    """Return the positions file that is named before the command or in the environment."""
    named = context.find_root().params.get("positions")
    if named:
        return Path(named)
    from jdgap.positions.loading import bundled_book_path

    return bundled_book_path()


def _document(file: Path) -> object:
    try:
        if not file.is_file() or file.stat().st_size > _MOST_BYTES:
            return None
        return json.loads(file.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None


def _name(name: object) -> str:
    """Return a name as it is shown, as far as the file has it."""
    if not isinstance(name, dict):
        return ""
    spelt = [name.get(language) for language in (*name_languages(), *name)]
    return next((each for each in spelt if isinstance(each, str)), "")
