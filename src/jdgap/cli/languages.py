"""Which language was asked for, before anything that fixes its texts is imported."""

import os
from collections.abc import Iterator, Sequence
from typing import Final

from jdgap.text.language import DEFAULT_LANGUAGE, LANGUAGE_CHOICES, LANGUAGES, speaking
from jdgap.text.language import translate as _

VARIABLE: Final = "JDGAP_LANG"
_OPTION: Final = "--lang"


def language_asked_for(arguments: Sequence[str]) -> str:
    """Return the choice of `--lang`, else of `JDGAP_LANG`, else the default.

    One that does not exist is passed over here, and left for the command line to refuse.
    """
    asked = [*reversed(list(_options(arguments))), os.environ.get(VARIABLE, "")]
    return next((choice for each in asked if (choice := known_choice(each))), DEFAULT_LANGUAGE)


def known_choice(written: str) -> str:
    """Return what is meant, one of `LANGUAGE_CHOICES`; "" where it is none of them."""
    choice = "".join(written.lower().split())
    return choice if choice in LANGUAGE_CHOICES else ""


def refusal(name: str, written: str) -> str:
    """Return that there is no such language: in that of `JDGAP_LANG`, else in every language.

    Args:
        name: Where it was asked for: the option, or the variable.
        written: What was written there.
    """
    choices = " | ".join(LANGUAGE_CHOICES)
    said = []
    settled = known_choice(os.environ.get(VARIABLE, ""))  # else it is not known which one is read
    for language in [settled] if settled else LANGUAGES:
        with speaking(language):
            message = _("{name}: there is no language “{value}”; choose one of {choices}")
            said.append(message.format(name=name, value=written, choices=choices))
    return "\n".join(said)


def _options(arguments: Sequence[str]) -> Iterator[str]:
    """Yield what was asked for, wherever it stands: the complaint about its place is to be read."""
    for place, argument in enumerate(arguments):
        if argument.startswith(f"{_OPTION}="):
            yield argument.removeprefix(f"{_OPTION}=")
        elif argument == _OPTION and place + 1 < len(arguments):
            yield arguments[place + 1]
