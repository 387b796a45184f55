"""File names for forms: safe on Windows, macOS and Linux, and in the order of the employee ids."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from jdgap.assessments.roster.roster import StaffMember
from jdgap.text.cleaning import clean

ENDING: Final = ".xlsx"

_LONGEST: Final = 255
"""UTF-8 bytes of a file name on Linux; Windows and macOS take as many UTF-16 units."""
_LONGEST_NUMBER: Final = 20
"""Digits up to which an id is a number that is filled up with zeros."""
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')
_DEVICE: Final = re.compile(
    r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])\s*(\.|$)", re.IGNORECASE
)
"""Names that Windows keeps for devices, whatever follows their first dot."""
_LEADING_VOWELS: Final = frozenset("เแโใไ")


def form_file_names(people: Iterable[StaffMember]) -> list[str]:
    """Return a name such as `007 สมชาย ใจดี.xlsx` for each of `people`, no two alike.

    Ids that are numbers get as many digits as the longest one, so that names sort as they do.
    Names that differ only in letter case are alike, as they are on Windows.
    """
    listed = list(people)
    ids = _ids(each.employee_id for each in listed)
    return list(_unlike(f"{id_} {each.name}" for id_, each in zip(ids, listed, strict=True)))


def _ids(ids: Iterable[str]) -> list[str]:
    """Return the ids, numbers with zeros before them; `๑๒` is a number, too."""
    plain = [clean(each) for each in ids]
    digits = max((len(each) for each in plain if _is_number(each)), default=0)
    return [f"{int(each):0{digits}d}" if _is_number(each) else each for each in plain]


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_NUMBER


def _unlike(wanted: Iterable[str]) -> Iterator[str]:
    taken: set[str] = set()
    for stem in wanted:
        number, name = 1, _file_name(stem)
        while _compared(name) in taken:
            number += 1
            name = _file_name(stem, f" ({number})")
        taken.add(_compared(name))
        yield name


def _file_name(stem: str, addition: str = "") -> str:
    """Return `stem` as a file name that any system takes."""
    plain = _FORBIDDEN.sub("-", clean(stem))
    plain = "".join(each for each in plain if unicodedata.category(each)[0] != "C")
    # A name that begins with . or ~ is hidden, or taken for a file that Excel left behind.
    plain = plain.lstrip(" .~").rstrip(" .") or "-"
    if _DEVICE.match(plain):
        plain = f"-{plain}"
    kept = _cut(plain, _LONGEST - len(f"{addition}{ENDING}".encode()))
    return f"{kept}{addition}{ENDING}"


def _cut(text: str, limit: int) -> str:
    """Return at most `limit` UTF-8 bytes of `text`, never a consonant without its vowels."""
    kept = text.encode()[:limit].decode(errors="ignore")
    end = len(kept)
    if end == len(text):
        return text
    while end and (_belongs_to_the_left(text[end]) or text[end - 1] in _LEADING_VOWELS):
        end -= 1
    return kept[:end] or kept


def _belongs_to_the_left(character: str) -> bool:
    return character == "ำ" or unicodedata.category(character)[0] == "M"


def _compared(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
