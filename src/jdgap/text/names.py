"""Comparing names as people type them.

Two names are the same when their keys are equal; nothing else matches. A near match is only
ever a suggestion, because titles that do not exist score as high as titles that do.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final


class _Kept(dict[int, int | None]):
    """What becomes of each character of a key; only letters, marks and numbers are kept."""

    def __missing__(self, code: int) -> int | None:
        kept = code if unicodedata.category(chr(code))[0] in "LMN" else None
        self[code] = kept
        return kept


_KEPT: Final = _Kept(str.maketrans("๐๑๒๓๔๕๖๗๘๙ๅ", "0123456789า"))
_NIKHAHIT = "\u0e4d"
_TONES = "\u0e48-\u0e4b"
_SARA_AM = re.compile(f"{_NIKHAHIT}([{_TONES}]?)า|([{_TONES}]){_NIKHAHIT}า")
_MARKS = re.compile(r"\W{2,}")  # of letters, marks and numbers, \W leaves the marks
_TONE_AFTER_SARA_AM = re.compile(rf"(\W*{_NIKHAHIT})า([{_TONES}]+)(?!\W)")
_NOT_ALPHANUMERIC = re.compile("[^0-9a-z]+")
_LEADING_NUMBER = re.compile(r"^\s*[(\[]?\s*[0-9๐-๙]+(?:[.][0-9๐-๙]+)*(?:\s*[.)\]]+\s*|\s+)")

_ABBREVIATIONS: Final[Mapping[str, str]] = {
    "จนท": "เจ้าหน้าที่",
    "หน": "หัวหน้า",
    "ผจก": "ผู้จัดการ",
    "ผช": "ผู้ช่วย",
    "รองผจก": "รองผู้จัดการ",
    "สนง": "สำนักงาน",
    "สอ": "สหกรณ์ออมทรัพย์",
    "it": "เทคโนโลยีสารสนเทศ",
    "ไอที": "เทคโนโลยีสารสนเทศ",
}


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """Return the key under which typing variants of one name are equal.

    Width and composition of characters, the order and doubling of Thai marks, a decomposed ำ,
    เเ for แ, ๅ for า, Thai digits, letter case, invisible characters, spaces, dashes, brackets
    and punctuation do not matter. The key is for comparing only; what is shown is as written.
    It is idempotent. A name without a letter or digit has the empty key.
    """
    if name.isascii():  # ids, mostly; nothing of Thai needs to be looked after
        return _NOT_ALPHANUMERIC.sub("", name.lower())
    key = _keyed(name)
    while (again := _keyed(key)) != key:  # a heap of marks may need a second sorting
        key = again
    return key


def _keyed(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).casefold()
    text = text.translate(_KEPT)
    # Casefolding and dropping characters can make new sequences that NFKC would compose.
    text = unicodedata.normalize("NFKC", text)
    text = text.replace("เเ", "แ")
    text = _MARKS.sub(_sorted_marks, text)  # first: a heap of marks would take the next one long
    text = _MARKS.sub(_sorted_marks, _TONE_AFTER_SARA_AM.sub(r"\1\2า", text))
    text = _SARA_AM.sub(lambda found: (found[1] or found[2] or "") + "ำ", text)
    return text.replace("ํา", "ำ")


def _sorted_marks(found: re.Match[str]) -> str:
    """Put the marks on one letter in one order (nikhahit last), each once."""
    marks = sorted(set(found[0]), key=lambda mark: (mark == _NIKHAHIT, mark))
    return "".join(marks)


@lru_cache(maxsize=8192)
def without_leading_number(name: str) -> str:
    """Return `name` without a list number such as `1.`, `๒)` or `(3)` before it."""
    return _LEADING_NUMBER.sub("", name, count=1)


def suggestions(name: str, candidates: Iterable[str], *, limit: int = 3) -> list[str]:
    """Return up to `limit` of `candidates` that `name` may have meant, best first.

    For showing to a person, never for taking silently. Usual abbreviations (จนท., หน., ผจก.)
    are understood. Equal scores keep the order of `candidates`.

    The score adds the likeness of the whole to the likeness of its runs of three characters: a
    short name such as `จนท.สวัสดิการ` shares few characters with a long title, but a telling run.
    """
    from rapidfuzz import fuzz

    wanted = _spelt_out(name)

    def unlikeness(offered: tuple[int, str]) -> tuple[float, int]:
        place, candidate = offered
        key = _spelt_out(candidate)
        likeness = fuzz.ratio(wanted, key) + fuzz.token_set_ratio(_runs(wanted), _runs(key))
        return -likeness, place

    return [candidate for _, candidate in sorted(enumerate(candidates), key=unlikeness)[:limit]]


def _runs(key: str) -> str:
    return " ".join(key[place : place + 3] for place in range(max(1, len(key) - 2)))


def _spelt_out(name: str) -> str:
    words = re.split(r"[\s.\-/()]+", name.casefold())
    key = name_key("".join(_ABBREVIATIONS.get(word, word) for word in words))
    return key.replace("ไอที", _ABBREVIATIONS["ไอที"])
