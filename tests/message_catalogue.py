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
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def messages_in_code(folder: Path = ROOT / "src/jdgap") -> dict[str, set[str]]:
    """Return every message with the files that hold it, f-strings looked into."""
    found: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*.py")):
        for message in _messages(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(message, set()).add(path.relative_to(folder).as_posix())
    return found


def _messages(code: ast.Module) -> Iterator[str]:
    for node in ast.walk(code):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(message)), *_]):
                if name in _FUNCTIONS and message:
                    yield message


def translations(path: Path = PO) -> dict[str, str]:
    """Return every message of the catalogue with its translation, which may be missing: ""."""
    with path.open("rb") as lines:
        catalogue = read_po(lines, locale="th")
    return {str(entry.id): str(entry.string or "") for entry in catalogue if entry.id}


def faults(wanted: Mapping[str, set[str]], known: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong between the code and the catalogue, a line each."""
    for message, files in wanted.items():
        if not known.get(message):
            yield f"not translated: {message!r} ({', '.join(sorted(files))})"
    for message, translation in known.items():
        if message not in wanted:
            yield f"not used: {message!r}"
        elif translation and _placeholders(message) != _placeholders(translation):
            yield f"other placeholders: {message!r}"


def _placeholders(message: str) -> list[str]:
    """Return what is filled in, each as often as it is named once: order is the language's own."""
    return sorted(set(_PLACEHOLDER.findall(message)))


def write(wanted: Mapping[str, set[str]], known: Mapping[str, str], path: Path = PO) -> None:
    """Write the catalogue anew: new messages with an empty translation, without unused ones."""
    fresh = Catalog(locale="th", project="jdgap", version="", charset="utf-8")
    for message in sorted(wanted):
        fresh.add(message, known.get(message, ""))
    target = io.BytesIO()
    write_po(target, fresh, width=100, omit_header=False, sort_output=True)
    path.write_bytes(target.getvalue())
