"""The user's language: Thai by default, English complete.

Messages stand in the code in English and are looked up late, when they are shown; the
catalogues are in `jdgap/locale`. Names that are data (positions, competencies) carry their
own translations and are chosen by `jdgap.positions.Name.text`: in one language, or in both.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("th", "en")
DEFAULT_LANGUAGE: Final = "th"
LANGUAGE_CHOICES: Final = ("th", "en", "th,en", "en,th")
"""What can be asked for: one language, or both, with that of the messages first."""

_LOCALE = Path(__file__).parent.parent / "locale"


class _Chosen:
    """What was chosen for this process; a worker process is told anew."""

    languages: tuple[str, ...] = (DEFAULT_LANGUAGE,)
    translations: gettext.NullTranslations | None = None


def use_language(choice: str) -> None:
    """Show everything from now on in one language, or the names in both.

    Args:
        choice: `th`, which it is where nothing is said, or `en`; `th,en` or `en,th` for messages
            in the first, and names of positions, competencies, groups, departments, levels and
            the organisation in both, one after the other.

    Raises:
        ValueError: `choice` is not one of `LANGUAGE_CHOICES`; capitals and spaces do not matter.
    """
    languages = tuple(part.strip() for part in choice.lower().split(","))
    if ",".join(languages) not in LANGUAGE_CHOICES:
        raise ValueError(choice)
    _Chosen.languages = languages
    _Chosen.translations = None


def current_language() -> str:
    """Return the language of messages, one of `LANGUAGES`."""
    return _Chosen.languages[0]


def name_languages() -> tuple[str, ...]:
    """Return the languages that names are shown in: one or two of `LANGUAGES`, in order."""
    return _Chosen.languages


def language_choice() -> str:
    """Return what `use_language` was told, for telling another process; or the default."""
    return ",".join(_Chosen.languages)


@contextmanager
def speaking(choice: str) -> Iterator[None]:
    """Use a language for a while, as `use_language` does, then the one before."""
    before = language_choice()
    use_language(choice)
    try:
        yield
    finally:
        use_language(before)


def translate(message: str) -> str:
    """Return `message` (English, as it stands in the code) in the language of messages."""
    if not message:  # gettext answers an empty message with the catalogue's header
        return message
    return _translations().gettext(message)


def translate_count(one: str, many: str, count: int) -> str:
    """Return what is said of `count` things, in the language of messages, nothing filled in yet.

    For a number beside a noun; `People: {count}` needs no plural, and is plainer.

    Args:
        one: English for a single thing.
        many: English for any other number of them.
        count: How many there are.
    """
    return _translations().ngettext(one, many, count)


def _translations() -> gettext.NullTranslations:
    if _Chosen.translations is None:
        _Chosen.translations = gettext.translation(
            "jdgap", _LOCALE, languages=[current_language()], fallback=True
        )
    return _Chosen.translations


def mark(message: str) -> str:
    """Mark `message` for the catalogues where it is defined; it is translated where it is shown."""
    return message
