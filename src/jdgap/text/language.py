"""The user's language: Thai by default, English complete.

Messages stand in the code in English and are looked up late, when they are shown; the
catalogues are in `jdgap/locale`. Names that are data (positions, competencies) carry their
own translations and are chosen by `jdgap.positions.Name.text`.
"""

import gettext
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("th", "en")
DEFAULT_LANGUAGE: Final = "th"

_LOCALE = Path(__file__).parent.parent / "locale"


class _Chosen:
    """What was chosen for this process; a worker process is told anew."""

    language: str = DEFAULT_LANGUAGE
    translations: gettext.NullTranslations | None = None


def use_language(language: str) -> None:
    """Show everything from now on in one language: names, messages, workbooks.

    Args:
        language: `th`, which it is where nothing is said, or `en`.

    Raises:
        ValueError: `language` is not one of `LANGUAGES`.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    _Chosen.language = language
    _Chosen.translations = None


def current_language() -> str:
    """Return the language in use, one of `LANGUAGES`."""
    return _Chosen.language


def translate(message: str) -> str:
    """Return `message` (English, as it stands in the code) in the language in use."""
    if not message:  # gettext answers an empty message with the catalogue's header
        return message
    if _Chosen.translations is None:
        _Chosen.translations = gettext.translation(
            "jdgap", _LOCALE, languages=[_Chosen.language], fallback=True
        )
    return _Chosen.translations.gettext(message)


def mark(message: str) -> str:
    """Mark `message` for the catalogues where it is defined; it is translated where it is shown."""
    return message
