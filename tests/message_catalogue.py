"""The messages in the code beside those in the Thai catalogue; `.ci/catalogue.py` shows them."""

import ast
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
PO = ROOT / "src/jdgap/locale/th/LC_MESSAGES/jdgap.po"
_FUNCTIONS = frozenset({"_", "translate", "mark"})
_COUNTING_FUNCTION = "translate_count"
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")

Message = str | tuple[str, str]
"""What stands in the code; two where it counts: what is said of one, and of many."""


def messages_in_code(folder: Path = ROOT / "src/jdgap") -> dict[Message, set[str]]:
    """Return every message with the files that hold it, f-strings looked into."""
    found: dict[Message, set[str]] = {}
    for path in sorted(folder.rglob("*.py")):
        for message in _messages(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(message, set()).add(path.relative_to(folder).as_posix())
    return found


def _messages(code: ast.Module) -> Iterator[Message]:
    for node in ast.walk(code):
        match node:
            case ast.Call(
                func=ast.Name(id=name),
                args=[ast.Constant(value=str(one)), ast.Constant(value=str(many)), *_],
            ) if name == _COUNTING_FUNCTION:
                yield one, many
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(message)), *_]):
                if name in _FUNCTIONS and message:
                    yield message


def translations(path: Path = PO) -> dict[Message, str]:
    """Return every message of the catalogue with its translation, which may be missing: "".

    Thai says the same of one and of many: what is said of a count is a tuple of one.
    """
    with path.open("rb") as lines:
        catalogue = read_po(lines, locale="th")
    return {entry.id: "".join(entry.string or "") for entry in catalogue if entry.id}


def faults(wanted: Mapping[Message, set[str]], known: Mapping[Message, str]) -> Iterator[str]:
    """Yield what is wrong between the code and the catalogue, a line each."""
    for message, files in wanted.items():
        if not known.get(message):
            yield f"not translated: {message!r} ({', '.join(sorted(files))})"
    for message, translation in known.items():
        if message not in wanted:
            yield f"not used: {message!r}"
        elif translation and not _fills_in_the_same(message, translation):
            yield f"other placeholders: {message!r}"


def _fills_in_the_same(message: Message, translation: str) -> bool:
    """Return whether all is filled in; of one thing its number need not be said."""
    one, many = (message, message) if isinstance(message, str) else message
    return _placeholders(one) <= _placeholders(many) == _placeholders(translation)


def _placeholders(message: str) -> set[str]:
    """Return what is filled in: order, and how often each is named, are the language's own."""
    return set(_PLACEHOLDER.findall(message))


def write(
    wanted: Mapping[Message, set[str]], known: Mapping[Message, str], path: Path = PO
) -> None:
    """Write the catalogue anew: new messages with an empty translation, without unused ones."""
    fresh = Catalog(locale="th", project="jdgap", version="", charset="utf-8")
    for message in wanted:
        translation = known.get(message, "")
        fresh.add(message, translation if isinstance(message, str) else (translation,))
    target = io.BytesIO()
    write_po(target, fresh, width=100, omit_header=False, sort_output=True)
    path.write_bytes(target.getvalue())
