"""Which language was asked for, before anything that fixes its texts is imported."""

import os
from collections.abc import Sequence

from jdgap.text.language import DEFAULT_LANGUAGE, LANGUAGES


def language_asked_for(arguments: Sequence[str]) -> str:
    """Return the language of `--lang`, else of `JDGAP_LANG`, else the default.

    A language that does not exist is left for the command line to refuse.
    """
    asked = os.environ.get("JDGAP_LANG", "")
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
        elif argument == "--lang" and place + 1 < len(arguments):
            asked = arguments[place + 1]
    return asked.lower() if asked.lower() in LANGUAGES else DEFAULT_LANGUAGE
