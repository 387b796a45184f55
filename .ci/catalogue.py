"""Compare the Thai catalogue with the messages in the code: none missing, none unused.

`--write` puts new messages into the catalogue, with an empty translation to fill in. What is
compared, and how, is in `tests/message_catalogue.py`, because a test does the same.
"""

import argparse
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests"))

import message_catalogue as catalogue


def main() -> int:
    """Check or update the catalogue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    wanted, known = catalogue.messages_in_code(), catalogue.translations()
    faults = list(catalogue.faults(wanted, known))
    if arguments.write:
        catalogue.write(wanted, known)
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
