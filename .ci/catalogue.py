"""Compare the Thai catalogue with the messages in the code: none missing, none unused.

`--write` puts new messages into the catalogue, with an empty translation to fill in.
"""

import argparse
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
PO = ROOT / "src/jdgap/locale/th/LC_MESSAGES/jdgap.po"


def messages_in_code() -> dict[str, set[str]]:
    """Return every message with the files that hold it."""
    found: dict[str, set[str]] = {}
    for file, _line, message, _comments, _context in extract_from_dir(
        ROOT / "src/jdgap", keywords={"_": None, "translate": None, "mark": None}
    ):
        if isinstance(message, str) and message:
            found.setdefault(message, set()).add(file)
    return found


def main() -> int:
    """Check or update the catalogue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    wanted = messages_in_code()
    with PO.open("rb") as lines:
        catalogue = read_po(lines, locale="th")
    known = {entry.id: entry.string for entry in catalogue if entry.id}
    missing = [message for message in wanted if not known.get(message)]
    unused = [message for message in known if message not in wanted]
    if arguments.write:
        fresh = Catalog(locale="th", project="jdgap", version="", charset="utf-8")
        for message in sorted(wanted):
            fresh.add(message, known.get(message) or "")
        target = io.BytesIO()
        write_po(target, fresh, width=100, omit_header=False, sort_output=True)
        PO.write_bytes(target.getvalue())
    for message in missing:
        sys.stdout.write(f"not translated: {message!r} ({', '.join(sorted(wanted[message]))})\n")
    for message in unused:
        sys.stdout.write(f"not used: {message!r}\n")
    return 1 if missing or unused else 0


if __name__ == "__main__":
    sys.exit(main())
