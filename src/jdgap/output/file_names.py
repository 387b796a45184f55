"""File names for forms: safe on Windows, macOS and Linux, and in the order of the employee ids."""

import re
import unicodedata
from collections.abc import Iterable
from functools import partial
from typing import Final

from jdgap.assessments.roster.roster import StaffMember
from jdgap.output.unlike import UnlikeNames
from jdgap.text.cleaning import clean, cut

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


def form_file_names(people: Iterable[StaffMember]) -> list[str]:
    """Return a name such as `007 สมชาย ใจดี.xlsx` for each of `people`, no two alike.

    Ids that are numbers get as many digits as the longest one, so that names sort as they do.
    Names that differ only in letter case, in width or in how marks are composed are alike: one
    system or another takes them for one.
    """
    listed = list(people)
    ids = _ids(each.employee_id for each in listed)
    names = UnlikeNames()
    stems = (f"{id_} {each.name}" for id_, each in zip(ids, listed, strict=True))
    return [names.new(partial(_file_name, stem)) for stem in stems]


def _ids(ids: Iterable[str]) -> list[str]:
    """Return the ids, numbers with zeros before them; `๑๒` is a number, too."""
    plain = [clean(each) for each in ids]
    digits = max((len(each) for each in plain if _is_number(each)), default=0)
    return [f"{int(each):0{digits}d}" if _is_number(each) else each for each in plain]


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_NUMBER


def _file_name(stem: str, addition: str) -> str:
    """Return `stem` as a file name that any system takes."""
    plain = _FORBIDDEN.sub("-", clean(stem))
    plain = "".join(each for each in plain if unicodedata.category(each)[0] != "C")
    # A name that begins with . or ~ is hidden, or taken for a file that Excel left behind.
    plain = plain.lstrip(" .~").rstrip(" .") or "-"
    if _DEVICE.match(plain):
        plain = f"-{plain}"
    kept = cut(plain, _LONGEST - len(f"{addition}{ENDING}".encode()), "utf-8")
    return f"{kept}{addition}{ENDING}"
